#!/usr/bin/env python3
"""Reads a ledger's stores with the Python binding of LMDB, and proves them anew with hashlib.

    log_bytes.py LEDGER

Of every event: that its index has no gap before it, that cbor2 writes the same bytes again, that
revision, prior and previous are those of its stream, that the time of recording never falls, that
a cause is a sheet received before, that its commitment is that of the private record in the vault.
Of the whole: heads, tree nodes, and the root of RFC 9162 section 2.1, which must be the one that
the program prints (CADRE, else not asked) and the one in the checkpoint file (CHECKPOINT, else not
asked). mdb_stat must open each environment and count the same rows.

The shape of events is held against the CDDL by check_cddl.py.
Exit code: 0 all good, 1 something is not, 2 usage, 77 not installed (lmdb, cbor2).
"""

import base64
import hashlib
import json
import os
import re
import struct
import subprocess
import sys

try:
    import cbor2
    import lmdb
except ImportError as missing:
    print(f"not installed: {missing.name}", file=sys.stderr)
    sys.exit(77)

(TYPE, KIND, NUMBER, REVISION, PRIOR, PREVIOUS, RECORDED, CAUSE, ROW, COMMITMENT,
 PAYLOAD) = 0, 2, 3, 4, 5, 6, 8, 11, 12, 13, 14
SHEET_RECEIVED = 3
SALT = 16


class Fault(Exception):
    """Something that is not as it should be."""


def expect(holds, message):
    """Faults with the message unless it holds."""
    if not holds:
        raise Fault(message)


def sha256(*parts):
    """The hash of bytes, one part behind the other."""
    return hashlib.sha256(b"".join(parts)).digest()


def tables(folder, *names):
    """The rows of tables of an environment, in order of keys."""
    environment = lmdb.open(folder, readonly=True, max_dbs=16)
    try:
        found = [environment.open_db(name.encode(), create=False) for name in names]
        with environment.begin() as transaction:
            return [list(transaction.cursor(db=table)) for table in found]
    finally:
        environment.close()


def subtree(leaves, first, count, nodes):
    """The tree hash of leaves from `first` on, noting the complete subtrees by last leaf."""
    if count == 1:
        return leaves[first]
    left = 1 << (count - 1).bit_length() - 1
    node = sha256(b"\1", subtree(leaves, first, left, nodes),
                  subtree(leaves, first + left, count - left, nodes))
    if count & (count - 1) == 0:
        nodes.setdefault(first + count - 1, []).append((count, node))
    return node


def generations(ledger):
    """The folders of the ledger's environments."""
    with open(os.path.join(ledger, "current"), encoding="ascii") as file:
        vault, views = re.fullmatch(r"vault (\d+)\nviews (\d+)\n", file.read()).groups()
    return [os.path.join(ledger, *path) for path in (("log",), ("vault", vault), ("views", views))]


def check_events(rows):
    """Follows every stream; gives the events, their leaf hashes and the heads."""
    events, leaves, heads, last = [], [], {}, 0
    for index, (key, data) in enumerate(rows):
        expect(key == struct.pack(">Q", index), f"event {index} has the key {key.hex()}")
        expect(len(data) <= 65_535, f"event {index} has {len(data)} bytes")
        event = cbor2.loads(data)
        expect(cbor2.dumps(event, canonical=True) == data, f"event {index} is not deterministic")
        stream = event[KIND], event[NUMBER]
        before = heads.get(stream)
        if before is None:
            chain = (0, None, None)
        else:
            chain = (before[0] + 1, before[1], before[2])
        found = event[REVISION], event.get(PRIOR), event.get(PREVIOUS)
        expect(found == chain, f"event {index} does not follow its stream")
        expect(event[RECORDED] >= last, f"event {index} was recorded before the one before it")
        last = event[RECORDED]
        if CAUSE in event:
            cause = events[event[CAUSE]] if event[CAUSE] < index else {}
            expect(cause.get(TYPE) == SHEET_RECEIVED, f"event {index} has no sheet for a cause")
            expect(event.get(ROW, 0) >= 2, f"event {index} names no row of its sheet")
        leaf = sha256(b"\0", data)
        heads[stream] = event[REVISION], index, leaf
        events.append(event)
        leaves.append(leaf)
    for kind, first in enumerate((0, 1, 1, 1)):
        numbers = sorted(number for of, number in heads if of == kind)
        expect(numbers == list(range(first, first + len(numbers))),
               f"the numbers of the streams of kind {kind} have gaps")
    return events, leaves, heads


def check_heads(rows, heads):
    """Holds the table of heads against the streams."""
    stored = {}
    for key, row in rows:
        revision, index = struct.unpack(">QQ", row[:16])
        stored[struct.unpack(">BI", key)] = revision, index, row[16:]
    expect(stored == heads, "the heads are not the last events of the streams")


def check_tree(rows, leaves):
    """Holds the stored nodes against the tree; gives its root."""
    nodes = {}
    root = subtree(leaves, 0, len(leaves), nodes) if leaves else sha256()
    wanted = [(struct.pack(">Q", last), b"".join(node for _, node in sorted(found)))
              for last, found in sorted(nodes.items())]
    expect(rows == wanted, "the stored nodes are not those of the tree")
    return root


def check_commitments(rows, events):
    """Holds each commitment against its private record, and the other way round."""
    records = {struct.unpack(">Q", key)[0]: record for key, record in rows}
    bound = {index: event[COMMITMENT] for index, event in enumerate(events)
             if COMMITMENT in event}
    expect(records.keys() == bound.keys(), "events with a commitment and private records differ")
    for index, record in records.items():
        salt, data = record[:SALT], record[SALT:]
        expect(sha256(b"\2", salt, data) == bound[index], f"the record of event {index} differs")
        expect(cbor2.dumps(cbor2.loads(data), canonical=True) == data,
               f"the record of event {index} is not deterministic")
    salts = {record[:SALT] for record in records.values()}
    expect(len(salts) == len(records), "a salt is used twice")
    return len(records)


def check_statistics(folder, name, rows):
    """Has mdb_stat open an environment and count the rows of one table."""
    try:
        said = subprocess.run(["mdb_stat", "-s", name, folder], capture_output=True, text=True,
                              check=False)
    except FileNotFoundError:
        return "mdb_stat is not installed"
    expect(said.returncode == 0, f"mdb_stat on {folder}: {said.stderr.strip()}")
    counted = int(re.search(r"Status of " + name + r".*?Entries: (\d+)", said.stdout,
                            re.DOTALL)[1])
    expect(counted == rows, f"mdb_stat counts {counted} {name} in {folder}, not {rows}")
    return "mdb_stat agrees"


def check_program(ledger, size, root):
    """Asks the program for the root, and looks at the checkpoint file."""
    texts = []
    if cadre := os.environ.get("CADRE"):
        def ask(*words):
            return subprocess.run([cadre, *words, "--ledger", ledger], capture_output=True,
                                  text=True, check=True).stdout
        status = json.loads(ask("status", "-O", "json"))
        expect((status["events"], status["root"]) == (size, base64.b64encode(root).decode()),
               "cadre status has another size or root")
        texts.append(ask("checkpoint"))
    if path := os.environ.get("CHECKPOINT"):
        with open(path, encoding="utf-8") as file:
            texts.append(file.read())
    for text in texts:
        origin, *rest = text.split("\n")
        expect(re.fullmatch(r"cadreledger/[0-9a-f]{16}", origin), f"the origin is {origin}")
        expect(rest == [str(size), base64.b64encode(root).decode(), ""],
               "a checkpoint has another size or root")


def check(ledger):
    """Looks at everything; gives a line about it."""
    log, vault, views = generations(ledger)
    events, heads, nodes, notes = tables(log, "events", "heads", "nodes", "notes")
    records, = tables(vault, "records")
    people, = tables(views, "people")
    decoded, leaves, streams = check_events(events)
    check_heads(heads, streams)
    root = check_tree(nodes, leaves)
    bound = check_commitments(records, decoded)
    expect((b"layout", struct.pack(">Q", 1)) in notes, "the log does not say its layout")
    expect(len(people) == sum(1 for kind, _ in streams if kind == 3),
           "the views have another number of people than the log")
    for folder, name, rows in ((log, "events", events), (log, "heads", heads),
                               (vault, "records", records), (views, "people", people)):
        statistics = check_statistics(folder, name, len(rows))
    check_program(ledger, len(events), root)
    return (f"{len(events)} events in {len(streams)} streams, {bound} private records, "
            f"root {base64.b64encode(root).decode()}; {statistics}")


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        print(check(sys.argv[1]))
    except Fault as fault:
        print(f"wrong: {fault}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
