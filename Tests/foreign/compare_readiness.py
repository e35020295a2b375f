#!/usr/bin/env python3
"""Compares `cadre ready` with a second reading of the specification, row by row.

    compare_readiness.py LEDGER

LEDGER is not looked at: a ledger of its own is made of Tests/Sheets/bloc, by the program that
CADRE names, and asked on several days. oracle/readiness.py reads the same sheets and nothing else.
On every day both must have the same rows in the same order, with the same verdict and the same
status of each of the thirteen requirements; of some rows of each day, spread over the list, also
`metFrom`, `readyFrom`, `readyUntil` and `renewBy`, which the second reading finds by asking for
every day of ten years.

Exit code: 0 all the same, 1 something differs, 2 usage.
"""

import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "oracle"))

import readiness  # noqa: E402

SHEETS = os.path.join(HERE, "..", "Sheets", "bloc")
DAYS = ["2021-01-20", "2022-03-31", "2023-06-01", "2024-02-15", "2025-03-31", "2025-10-20",
        "2026-02-15"]
SEARCHED = 12
SHOWN = 10


def ask(cadre, ledger, *words):
    """What the program prints; 0 and 3, done with warnings, are both done."""
    done = subprocess.run([cadre, *words, "--ledger", ledger], capture_output=True, text=True,
                          check=False)
    if done.returncode not in (0, 3):
        raise SystemExit(f"cadre {' '.join(words)}: status {done.returncode}\n{done.stderr}")
    return done.stdout


def answered(cadre, ledger, on):
    """The program's rows of a day, by file number and post."""
    lines = ask(cadre, ledger, "ready", "--on", on, "-O", "ndjson").splitlines()
    return {(row["file"], row["position"]): row for row in map(json.loads, lines)}


def standing(row):
    """What holds on the day itself."""
    statuses = {entry["id"]: entry["status"] for entry in row["requirements"]}
    return {"verdict": row["verdict"], **statuses}


def days_to_come(row, renewal):
    """What time alone will bring; `renewal` is the day and its requirements."""
    met = {entry["id"]: entry["metFrom"] for entry in row["requirements"]}
    return {"readyFrom": row["readyFrom"], "readyUntil": row["readyUntil"], "renewBy": renewal,
            "metFrom": {name: day for name, day in met.items() if day}}


def differing(ours, theirs):
    """The members that differ, each as the program's value and the other."""
    return {name: (ours.get(name), theirs.get(name)) for name in {**ours, **theirs}
            if ours.get(name) != theirs.get(name)}


def compare(rows, book, requirements, on):
    """What differs on a day, and how many rows there are."""
    wanted = {(person.file, post.code): (person, post) for person, post in book.eligible(on)}
    faults = []
    if list(rows) != list(wanted):
        faults.append(f"{on}: rows only of the program: {sorted(rows.keys() - wanted.keys())}; "
                      f"only of the reading: {sorted(wanted.keys() - rows.keys())}")
    both = [key for key in wanted if key in rows]
    every = max(1, len(both) // SEARCHED)
    for place, key in enumerate(both):
        searched = place % every == 0
        theirs = readiness.answer(requirements, *wanted[key], on, searched)
        found = differing(standing(rows[key]), standing(theirs))
        if searched:
            renewal = theirs["renewBy"] or {"day": None, "requirements": []}
            ours = {"day": rows[key]["renewBy"], "requirements": rows[key]["renewRequirements"]}
            found |= differing(days_to_come(rows[key], ours), days_to_come(theirs, renewal))
        if found:
            faults.append(f"{on} {' '.join(key)}: {found}")
    return faults, len(wanted)


def main():
    cadre = os.environ.get("CADRE")
    if len(sys.argv) != 2 or not cadre:
        print(__doc__, file=sys.stderr)
        return 2
    book = readiness.Ledger(SHEETS)
    requirements = readiness.Requirements(book.sheets)
    faults, counts = [], []
    with tempfile.TemporaryDirectory() as folder:
        ledger = os.path.join(folder, "ledger")
        ask(cadre, ledger, "init")
        ask(cadre, ledger, "import", SHEETS)
        for on in DAYS:
            found, count = compare(answered(cadre, ledger, on), book, requirements,
                                   readiness.day(on))
            faults += found
            counts.append(count)
    for fault in faults[:SHOWN]:
        print(fault)
    print(f"{sum(counts)} rows on {len(DAYS)} days ({', '.join(map(str, counts))}), "
          f"{len(faults)} differ")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
