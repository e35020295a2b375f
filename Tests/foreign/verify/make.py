#!/usr/bin/env python3
"""Makes dossiers, exports and proofs out of a ledger, for trying verify.py.

    make.py export LEDGER DIR [--identify] [--tiles] [--entries] [--seal] [--size N]
    make.py dossier LEDGER PERSON POSITION DAY FILE [--identify] [--known K] [--rules ID]
    make.py proof LEDGER inclusion INDEX SIZE | consistency FIRST SECOND

A scratch tool: it reads the ledger's LMDB files with the PyPI package `lmdb`, takes answers from
the program that CADRE names (`cadre ready`, `cadre explain`, `cadre log`), and appends a seal in
memory where one is needed. The trees are computed by plain recursion, as RFC 9162 writes them.
PERSON and POSITION are numbers of streams.
"""

import argparse
import base64
import functools
import hashlib
import json
import os
import re
import struct
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..", "..", "..", "Tools")]
import verify  # noqa: E402

CADRE = os.environ["CADRE"]


def b64(data):
    return base64.b64encode(data).decode()


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


class MerkleTree:
    """MTH, PATH and PROOF of RFC 9162 section 2.1, by recursion."""

    def __init__(self, leaves):
        self.leaves = leaves
        self.node = functools.lru_cache(maxsize=None)(self._node)

    def _node(self, first, count):
        if count == 0:
            return sha256(b"")
        if count == 1:
            return self.leaves[first]
        left = 1 << (count - 1).bit_length() - 1
        return sha256(b"\x01", self.node(first, left), self.node(first + left, count - left))

    def root(self, size=None):
        return self.node(0, len(self.leaves) if size is None else size)

    def path(self, index, size, first=0):
        if size == 1:
            return []
        left = 1 << (size - 1).bit_length() - 1
        if index < left:
            return self.path(index, left, first) + [self.node(first + left, size - left)]
        return self.path(index - left, size - left, first + left) + [self.node(first, left)]

    def proof(self, first, second):
        return self._subproof(first, second, 0, True)

    def _subproof(self, first, second, at, whole):
        if first == second:
            return [] if whole else [self.node(at, second)]
        left = 1 << (second - 1).bit_length() - 1
        if first <= left:
            return self._subproof(first, left, at, whole) + [self.node(at + left, second - left)]
        return (self._subproof(first - left, second - left, at + left, False)
                + [self.node(at, left)])


# A writer of deterministic CBOR, for the seal.


def cbor(value):
    if isinstance(value, bool) or value is None:
        raise TypeError(value)
    if isinstance(value, int):
        return head(0, value) if value >= 0 else head(1, -1 - value)
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    if isinstance(value, str):
        data = value.encode()
        return head(3, len(data)) + data
    if isinstance(value, list):
        return head(4, len(value)) + b"".join(map(cbor, value))
    return head(5, len(value)) + b"".join(cbor(key) + cbor(value[key]) for key in sorted(value))


def head(major, number):
    if number < 24:
        return bytes([major << 5 | number])
    for extra, form in ((24, ">B"), (25, ">H"), (26, ">I"), (27, ">Q")):
        try:
            return bytes([major << 5 | extra]) + struct.pack(form, number)
        except struct.error:
            continue
    raise ValueError(number)


class Source:
    """A ledger's events and private records, and what can be made of them."""

    def __init__(self, events, records, rows=None, ledger=None):
        self.data, self.records, self.rows, self.ledger = events, records, rows, ledger
        self.events = [verify.Event(index, data) for index, data in enumerate(events)]
        self.build()

    def build(self):
        self.tree = MerkleTree([sha256(b"\x00", data) for data in self.data])
        self.streams = {}
        for event in self.events:
            self.streams.setdefault(event.stream, []).append(event)

    @classmethod
    def of_ledger(cls, ledger, rows=False, size=None):
        import lmdb

        def table(folder, name):
            environment = lmdb.open(folder, readonly=True, max_dbs=16)
            found = environment.open_db(name.encode(), create=False)
            with environment.begin() as transaction:
                out = [(bytes(key), bytes(value)) for key, value in transaction.cursor(db=found)]
            environment.close()
            return out

        with open(os.path.join(ledger, "current"), encoding="ascii") as file:
            vault = re.search(r"vault (\d+)", file.read())[1]
        events = [value for _, value in table(os.path.join(ledger, "log"), "events")][:size]
        records = {int.from_bytes(key, "big"): (value[:16], value[16:])
                   for key, value in table(os.path.join(ledger, "vault", vault), "records")
                   if int.from_bytes(key, "big") < len(events)}
        shown = None
        if rows:
            said = ask("log", "-O", "ndjson", "--ledger", ledger)
            shown = [json.loads(line, parse_float=lambda text: RawNumber(text))
                     for line in said.splitlines()][:size]
        return cls(events, records, shown, ledger)

    @property
    def origin(self):
        return self.events[0].payload[0]

    def checkpoint(self, size=None):
        size = len(self.data) if size is None else size
        return f"{self.origin}\n{size}\n{b64(self.tree.root(size))}\n"

    def append(self, type_number, kind, number, payload, effective=None, extra=None):
        """Appends an event as the log would."""
        stream = self.streams.get((kind, number), [])
        found = {0: type_number, 1: 1, 2: kind, 3: number, 4: len(stream),
                 8: self.events[-1].recorded + 1, 9: "make", 14: payload, **(extra or {})}
        if stream:
            found[5], found[6] = stream[-1].index, stream[-1].leaf
        if effective is not None:
            found[7] = effective
        self.data.append(cbor(found))
        self.events.append(verify.Event(len(self.data) - 1, self.data[-1]))
        self.build()
        if self.rows is not None:
            event = self.events[-1]
            names = verify.Names(self.streams, {})
            fields = {key: value[0] if isinstance(value, verify.AnyOf) else value
                      for key, value in verify.shown_fields(event, names).items()}
            self.rows.append({**verify.shown_row(event), "subject": None, "fields": fields})
        return self.events[-1]

    def seal_tree(self, up_to):
        heads = {}
        for event in self.events[:up_to]:
            heads[event.stream] = event
        order = sorted(heads)
        leaves = [sha256(b"\x00", cbor([*stream, heads[stream].revision, heads[stream].leaf]))
                  for stream in order]
        return order, MerkleTree(leaves)

    def seal(self):
        """Appends a seal of the whole log."""
        up_to = len(self.data)
        order, tree = self.seal_tree(up_to)
        counts = [sum(1 for kind, _ in order if kind == of) for of in range(4)]
        return self.append(verify.HEADS_SEALED, 0, 0, {0: up_to, 1: counts, 2: tree.root()})

    def proved(self, index):
        return {"index": index, "bytes": b64(self.data[index]),
                "path": [b64(step) for step in self.tree.path(index, len(self.data))]}

    def dossier(self, person, position, on, known, rules, answer, identify, seal=None):
        seal = seal or self.seal()
        up_to = seal.payload[0]
        below = {stream: [event for event in events if event.index < up_to]
                 for stream, events in self.streams.items()}
        below = {stream: events for stream, events in below.items() if events}
        needed = verify.needed_streams(below, person, position)
        order, tree = self.seal_tree(up_to)
        streams = []
        for stream in sorted(needed):
            place = order.index(stream)
            streams.append({
                "kind": stream[0], "number": stream[1], "place": place,
                "path": [b64(step) for step in tree.path(place, len(order))],
                "events": [self.proved(event.index) for event in below[stream]]})
        later = [{"index": event.index, "stream": event.stream_name, "type": event.name}
                 for event in self.events[up_to:] if event.stream in needed]
        found = {
            "format": "cadreledger-dossier/1", "checkpoint": self.checkpoint(),
            "seal": self.proved(seal.index),
            "question": {"person": person, "position": position, "on": on, "known": known,
                         "rules": rules},
            "answer": answer if identify else without_private(answer), "streams": streams,
            "later": {"count": len(self.data) - up_to, "events": later}}
        if identify:
            found["private"] = [
                {"index": event.index, "salt": b64(self.records[event.index][0]),
                 "data": b64(self.records[event.index][1])}
                for event in sorted((event for stream in needed if stream[0] == 3
                                     for event in below[stream]), key=lambda event: event.index)
                if event.index in self.records]
        return found

    def inclusion(self, index, size):
        return {"proof": "inclusion", "origin": self.origin, "index": index, "size": size,
                "leaf": b64(self.tree.leaves[index]), "root": b64(self.tree.root(size)),
                "path": [b64(step) for step in self.tree.path(index, size)]}

    def consistency(self, first, second):
        return {"proof": "consistency", "origin": self.origin, "from": first,
                "fromRoot": b64(self.tree.root(first)), "to": second,
                "toRoot": b64(self.tree.root(second)),
                "path": [b64(step) for step in self.tree.proof(first, second)]}

    def export(self, folder, identify=False, tiles=False, entries=False):
        os.makedirs(folder, exist_ok=True)
        write(os.path.join(folder, "checkpoint"), self.checkpoint().encode())
        if identify:
            write(os.path.join(folder, "private.ndjson"), b"".join(
                json_line({"index": index, "salt": b64(salt), "data": b64(data)})
                for index, (salt, data) in sorted(self.records.items())))
        if not tiles:
            write(os.path.join(folder, "events.ndjson"), b"".join(
                json_line({**{key: value for key, value in row.items() if key != "subject"},
                           "bytes": b64(data)}) for row, data in zip(self.rows, self.data)))
            return
        level, hashes = 0, self.tree.leaves
        while hashes:
            for number in range(0, len(hashes), 256):
                part = hashes[number:number + 256]
                write(tile_path(folder, str(level), number // 256, len(part)), b"".join(part))
            hashes = [MerkleTree(hashes[at:at + 256]).root()
                      for at in range(0, len(hashes) - 255, 256)]
            level += 1
        if entries:
            for number in range(0, len(self.data), 256):
                part = self.data[number:number + 256]
                write(tile_path(folder, "entries", number // 256, len(part)), b"".join(
                    struct.pack(">H", len(data)) + data for data in part))


def tile_path(folder, level, number, width):
    digits = f"{number:03}" if number < 1000 else f"x{number // 1000:03}/{number % 1000:03}"
    return os.path.join(folder, "tile", level, digits + ("" if width == 256 else f".p/{width}"))


class RawNumber(float):
    """A fraction that is written again as it was read."""

    def __new__(cls, text):
        found = super().__new__(cls, text)
        found.text = text
        return found

    def __repr__(self):
        return self.text


def json_line(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def write(path, data):
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


def ask(*words):
    """What the program prints, whatever its answer."""
    done = subprocess.run([CADRE, *words], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1, 2, 3):
        raise SystemExit(f"cadre {' '.join(words)}: {done.returncode}\n{done.stderr}")
    return done.stdout


def explained(ledger, file, code, on, known, rules=None):
    """The row of one person and post, from `cadre explain`."""
    words = ["explain", file, code, "--ledger", ledger, "--on", on, "--known", str(known),
             "-O", "json"] + (["--rules", rules] if rules else [])
    row = json.loads(ask(*words))
    row.pop("evidence")
    return row


def without_private(row):
    """A row as a dossier has it that is not identified."""
    row = json.loads(json.dumps(row))
    for name in ("file", "name", "readyFrom", "readyUntil"):
        row.pop(name, None)
    row["requirements"][7] |= {"found": None, "metFrom": None}
    return row


def main():
    words = argparse.ArgumentParser(description=__doc__,
                                    formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = words.add_subparsers(dest="kind", required=True)
    one = kinds.add_parser("export")
    one.add_argument("ledger"), one.add_argument("folder"), one.add_argument("--size", type=int)
    for name in ("--identify", "--tiles", "--entries", "--seal"):
        one.add_argument(name, action="store_true")
    one = kinds.add_parser("dossier")
    for name in ("ledger", "person", "position", "on", "file"):
        one.add_argument(name)
    one.add_argument("--identify", action="store_true")
    one.add_argument("--known", type=int), one.add_argument("--rules")
    one = kinds.add_parser("proof")
    one.add_argument("ledger"), one.add_argument("what"), one.add_argument("first", type=int)
    one.add_argument("second", type=int)
    found = words.parse_args()
    if found.kind == "export":
        source = Source.of_ledger(found.ledger, not found.tiles, found.size)
        if found.seal:
            source.seal()
        source.export(found.folder, found.identify, found.tiles, found.entries)
    elif found.kind == "proof":
        source = Source.of_ledger(found.ledger)
        print(json.dumps(getattr(source, found.what)(found.first, found.second)))
    else:
        source = Source.of_ledger(found.ledger)
        known = found.known if found.known is not None else len(source.data)
        file = verify.read_private(0, source.records[
            source.streams[3, int(found.person)][0].index][1]).file
        code = source.streams[2, int(found.position)][0].payload[0]
        row = explained(found.ledger, file, code, found.on, known, found.rules)
        made = source.dossier(int(found.person), int(found.position), found.on, known,
                              row["rules"], row, found.identify)
        write(found.file, json.dumps(made, ensure_ascii=False, indent=1).encode() + b"\n")


if __name__ == "__main__":
    main()
