#!/usr/bin/env python3
"""Checks event bytes with tools that are not ours.

    check_cddl.py LEDGER | EVENTS [SCHEMA]

LEDGER is the folder of a ledger, whose log is read with the Python binding of LMDB. EVENTS is a
file of events, each after its length in 4 bytes, the most significant first; `-` stands for the
standard input. Every event must be what cbor2 writes when it encodes, canonically, what it
decoded, and the first 50 of each type must match the CDDL schema (RFC 8610; pycddl, a front to the
Rust crate cddl, which takes some milliseconds for each).

Exit code: 0 all good, 1 some event is not, 2 usage, 77 not installed (pycddl, cbor2, lmdb).
"""

import collections
import io
import os
import struct
import sys

try:
    import cbor2
    import pycddl
except ImportError as missing:
    print(f"not installed: {missing.name}", file=sys.stderr)
    sys.exit(77)

HERE = os.path.dirname(os.path.abspath(__file__))
SCHEMA = os.path.join(
    HERE, "..", "..", "Sources", "CadreCodec", "CadreCodec.docc", "events.cddl"
)
MOST_OF_A_TYPE = 50


def prefixed(stream):
    """The events of a file, each after its length."""
    while head := stream.read(4):
        if len(head) < 4:
            raise ValueError("the file ends inside a length")
        (length,) = struct.unpack(">I", head)
        event = stream.read(length)
        if len(event) < length:
            raise ValueError("the file ends inside an event")
        yield event


def logged(folder):
    """The events of a ledger's log, in its order."""
    try:
        import lmdb
    except ImportError:
        print("not installed: lmdb", file=sys.stderr)
        sys.exit(77)
    log = lmdb.open(os.path.join(folder, "log"), readonly=True, max_dbs=16)
    table = log.open_db(b"events", create=False)
    with log.begin(db=table) as transaction:
        for index, (key, event) in enumerate(transaction.cursor()):
            if key != struct.pack(">Q", index):
                raise ValueError(f"the key of event {index} is {key.hex()}")
            yield bytes(event)


def events(path):
    """The events of a ledger or a file."""
    if os.path.isdir(path):
        yield from logged(path)
    elif path == "-":
        yield from prefixed(sys.stdin.buffer)
    else:
        with open(path, "rb") as file:
            yield from prefixed(file)


def deterministic(event):
    """The value of the bytes of one event, and what is wrong with them; None where nothing is."""
    stream = io.BytesIO(event)
    try:
        value = cbor2.CBORDecoder(stream).decode()
    except Exception as error:  # cbor2 has many errors for one fault
        return None, f"is not CBOR: {error}"
    if stream.read(1):
        return value, "has bytes behind its map"
    if cbor2.dumps(value, canonical=True) != event:
        return value, "is not deterministic CBOR"
    return value, None


def mismatch(schema, event):
    """What of the schema one event does not keep; None where it keeps all."""
    try:
        schema.validate_cbor(event)
    except Exception as error:  # pycddl has one error for all faults
        return f"does not match the schema: {str(error)[:300]}"
    return None


def main():
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    with open(sys.argv[2] if len(sys.argv) == 3 else SCHEMA, encoding="utf-8") as file:
        schema = pycddl.Schema(file.read())
    count = faults = 0
    seen = collections.Counter()
    for count, event in enumerate(events(sys.argv[1]), 1):
        value, reason = deterministic(event)
        kind = value.get(0) if isinstance(value, dict) else None
        kind = kind if isinstance(kind, int) else "private record"
        seen[kind] += 1
        if not reason and seen[kind] <= MOST_OF_A_TYPE:
            reason = mismatch(schema, event)
        if reason:
            faults += 1
            print(f"event {count - 1} ({event.hex()}) {reason}")
    print(f"{count} events, {faults} with faults")
    return 1 if faults or not count else 0


if __name__ == "__main__":
    sys.exit(main())
