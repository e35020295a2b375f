#!/usr/bin/env python3
"""Holds what a rebuild attests against Python's lmdb and hashlib.

    rebuilt.py LEDGER

In a copy of the ledger: after `cadre rebuild --compare` the digest of the views, made here from their
rows, must be the one in the log, the size and root those of a checkpoint of that size. Then a byte of
each table's rows is turned by Python: `cadre rebuild --compare` must end with 4, name table and row,
and give the digest it gave before.
Exit code: 0 all good, 1 something is not.
"""

import base64
import hashlib
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

import lmdb

CADRE = os.environ["CADRE"]
# In the order of their numbers; meta is in no digest.
TABLES = ["ledger", "organisations", "positions", "people", "planning", "codes", "externals",
          "certificates"]


def cadre(ledger, *words, allowed=0):
    done = subprocess.run([CADRE, *words, "--ledger", str(ledger), "--lang", "en"],
                          capture_output=True, check=False)
    if done.returncode != allowed:
        sys.exit(f"cadre {' '.join(words)}: {done.returncode}: {done.stderr.decode()}")
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def opened(ledger):
    generation = (ledger / "current").read_text().split()[3]
    return lmdb.open(str(ledger / "views" / generation), max_dbs=32, map_size=1 << 30)


def digest(ledger, size=None):
    """SHA-256 of the rows as Rows.md says; of the ledger's table those below a size."""
    summed = hashlib.sha256()
    with opened(ledger) as environment, environment.begin() as transaction:
        for number, name in enumerate(TABLES):
            table = environment.open_db(name.encode(), transaction, create=False)
            for key, value in transaction.cursor(table):
                if name == "ledger" and size and int.from_bytes(key, "big") >= size:
                    continue
                summed.update(bytes([number]) + len(key).to_bytes(4, "big")
                              + len(value).to_bytes(4, "big") + key + value)
    return summed.hexdigest()


def turn(ledger, name, chance):
    """Turns a bit of a row's value, or of its key where it has none; gives the key that then is."""
    with opened(ledger) as environment:
        table = environment.open_db(name.encode(), create=False)
        with environment.begin(table, write=True) as transaction:
            key, value = chance.choice(list(transaction.cursor()))
            transaction.delete(key)
            place = chance.randrange(len(value or key))
            turned = bytearray(value or key)
            turned[place] ^= 1 << chance.randrange(8)
            transaction.put(key if value else bytes(turned), bytes(turned) if value else b"")
    return key


def check(ledger):
    first = cadre(ledger, "rebuild", "--compare", "-O", "ndjson")[0]
    attested = cadre(ledger, "status", "-O", "ndjson")[0]["attestation"]
    proof = cadre(ledger, "prove", "consistency", str(first["comparedSize"]), "-O", "ndjson")[0]
    if (attested["digest"] != digest(ledger, attested["size"])
            or attested["differences"] != 0 or attested["root"] != proof["fromRoot"]
            or len(base64.b64decode(attested["root"])) != 32):
        sys.exit(f"attested {attested}, the rows are {digest(ledger, attested['size'])}")
    seed = random.SystemRandom().randrange(1 << 32)
    chance = random.Random(seed)
    for name in TABLES:
        key = turn(ledger, name, chance)
        rows = cadre(ledger, "rebuild", "--compare", "-O", "ndjson", allowed=4)
        named = {(row["view"], row["key"]) for row in rows[1:]}
        if (name, key.hex()) not in named:
            sys.exit(f"seed {seed}: {name} {key.hex()} was turned, and {named} named")
        if rows[0]["digest"] != digest(ledger, rows[0]["comparedSize"]):
            sys.exit(f"seed {seed}: after {name} the digest is not that of the rebuilt rows")
    if cadre(ledger, "rebuild", "--compare", "-O", "ndjson")[0]["differences"] != 0:
        sys.exit("differences are left")
    print(f"seed {seed}: one digest and {len(TABLES)} turned rows, each named")


def main():
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "ledger"
        shutil.copytree(sys.argv[1], copy)
        check(copy)


main()
