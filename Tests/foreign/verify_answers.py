#!/usr/bin/env python3
"""Has Tools/verify.py, a second implementation of readiness, derive what the program answers.

Every row of the known answers (Tests/Sheets/bloc on 2023-06-01) from an export, and rows of random
ledgers, drawn with printed seeds, from dossiers: with and without private records, by what was
known at earlier sizes, and each one checked by `cadre verify FILE` as well.
"""

import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tools"))
import verify  # noqa: E402

CADRE = os.environ["CADRE"]
DAYS = ["2018-05-01", "2021-02-15", "2023-06-01", "2025-03-20", "2025-10-20", "2026-06-01"]


def cadre(ledger, *words, allowed=(0,)):
    """What a command prints; anything but an allowed exit status ends the check."""
    done = subprocess.run([CADRE, *map(str, words), "--ledger", str(ledger), "--lang", "en"],
                          capture_output=True, text=True)
    if done.returncode not in allowed:
        sys.exit(f"cadre {' '.join(map(str, words))}: {done.returncode}: {done.stderr}")
    return done.stdout


def confirmed(*words):
    """Whether verify.py confirms; what it said is shown where it does not."""
    with open(os.devnull, "w") as nowhere:
        keep = sys.stdout
        sys.stdout = nowhere
        try:
            status = verify.run([str(word) for word in words] + ["--lang", "en"])
        finally:
            sys.stdout = keep
    if status != 0:
        subprocess.run([sys.executable, ROOT / "Tools/verify.py", *map(str, words)])
    return status == 0


def known_answers(work):
    """The 704 rows of the specification, each requirement and verdict derived again."""
    ledger, folder = work / "bloc", work / "export"
    cadre(ledger, "init")
    cadre(ledger, "import", ROOT / "Tests/Sheets/bloc", allowed=(0, 3))
    cadre(ledger, "seal")
    cadre(ledger, "checkpoint", "-o", work / "kept")
    cadre(ledger, "export", folder, "--identify")
    rows = cadre(ledger, "ready", "--on", "2023-06-01", "-O", "ndjson")
    (work / "rows").write_text(rows)
    start = time.monotonic()
    good = confirmed(folder, "--expect", work / "kept", "--ready", work / "rows")
    count = rows.count("\n")
    print(f"  bloc: {count} rows derived from the export in {time.monotonic() - start:.1f} s")
    dossiers(work, ledger, [json.loads(row) for row in rows.splitlines()], 8, random.Random(704))
    return good and count == 704


def dossiers(work, ledger, rows, count, chance):
    """Makes dossiers of some rows and has both programs check them."""
    spent = 0.0
    for number, row in enumerate(chance.sample(rows, min(count, len(rows)))):
        file = work / "dossier.json"
        words = ["--known", row["known"]] if row["known"] <= sealed(ledger) else []
        identify = ["--identify"] if number % 2 else []
        cadre(ledger, "dossier", row["file"], row["position"], "--on", row["on"], *words, *identify,
              "-o", file)
        start = time.monotonic()
        if not confirmed(file):
            sys.exit(f"refuted: {row['file']} for {row['position']} on {row['on']} in {ledger}")
        spent += time.monotonic() - start
        cadre(ledger, "verify", file)
    if rows:
        print(f"  {min(count, len(rows))} dossiers, {spent / min(count, len(rows)):.2f} s each")


def sealed(ledger):
    """Up to which size the last seal speaks."""
    rows = cadre(ledger, "log", "--type", "HeadsSealed", "-O", "ndjson").splitlines()
    return json.loads(rows[-1])["fields"]["upTo"]


def random_ledgers(work):
    """Rows of invented offices, on days under different rules."""
    seeds = [int(os.environ["SEED"])] if "SEED" in os.environ else random.sample(range(10**6), 3)
    for seed in seeds:
        chance = random.Random(seed)
        print(f"  random office: SEED={seed}")
        ledger = work / f"office-{seed}"
        sheets = work / f"sheets-{seed}"
        subprocess.run([CADRE, "sample", sheets, "--people", "120", "--seed", str(seed)],
                       check=True, capture_output=True)
        cadre(ledger, "init")
        cadre(ledger, "import", sheets, allowed=(0, 3))
        size = json.loads(cadre(ledger, "seal", "-O", "json"))["upTo"]
        rows = []
        for day in DAYS:
            for known in (size, chance.randrange(size // 2, size)):
                text = cadre(ledger, "ready", "--on", day, "--known", known, "-O", "ndjson")
                rows += [json.loads(row) for row in text.splitlines()]
        dossiers(work, ledger, rows, 12, chance)


def main():
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        if not known_answers(work):
            sys.exit("the known answers are not derived")
        random_ledgers(work)


main()
