#!/usr/bin/env python3
"""Checks event bytes with tools that are not ours.

    check_cddl.py EVENTS [SCHEMA]

EVENTS holds events, each after its length in 4 bytes, the most significant first. Every one must
match the CDDL schema (RFC 8610; pycddl, a front to the Rust crate cddl), and must be what cbor2
writes when it encodes, canonically, what it decoded. Needs `pip install pycddl cbor2`.

EVENTS of - stands for the standard input. Exit code: 0 all good, 1 some event is not, 2 usage.
"""

import io
import os
import struct
import sys

import cbor2
import pycddl

HERE = os.path.dirname(os.path.abspath(__file__))
SCHEMA = os.path.join(
    HERE, "..", "..", "Sources", "CadreCodec", "CadreCodec.docc", "events.cddl"
)


def events(stream):
    """The events of a file, one after the other."""
    while head := stream.read(4):
        if len(head) < 4:
            raise ValueError("the file ends inside a length")
        (length,) = struct.unpack(">I", head)
        event = stream.read(length)
        if len(event) < length:
            raise ValueError("the file ends inside an event")
        yield event


def fault(schema, event):
    """What is wrong with the bytes of one event; None where nothing is."""
    try:
        schema.validate_cbor(event)
    except Exception as error:  # pycddl has one error for faults of bytes and of shape
        return f"does not match the schema: {str(error)[:300]}"
    stream = io.BytesIO(event)
    value = cbor2.CBORDecoder(stream).decode()
    if stream.read(1):
        return "has bytes behind its map"
    if cbor2.dumps(value, canonical=True) != event:
        return "is not deterministic CBOR"
    return None


def main():
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    path = sys.argv[2] if len(sys.argv) == 3 else SCHEMA
    with open(path, encoding="utf-8") as file:
        schema = pycddl.Schema(file.read())
    source = sys.stdin.buffer if sys.argv[1] == "-" else open(sys.argv[1], "rb")
    count = faults = 0
    with source:
        for count, event in enumerate(events(source), 1):
            if reason := fault(schema, event):
                faults += 1
                print(f"event {count} ({event.hex()}) {reason}")
    print(f"{count} events, {faults} with faults")
    return 1 if faults or not count else 0


if __name__ == "__main__":
    sys.exit(main())
