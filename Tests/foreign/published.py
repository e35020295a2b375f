#!/usr/bin/env python3
"""Publishes answers of a ledger, and holds what the log says of them against hashlib.

    published.py LEDGER

In a copy of the ledger, questions about everybody and about one person are asked with --publish, in
several forms. Of each the log must hold the SHA-256 of what the recorded words print, asked again
with -O ndjson and the recorded day, size and rules; `cadre published --check` must say the same.
No file number may be in the log's bytes.
Exit code: 0 all good, 1 something is not.
"""

import hashlib
import json
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile

CADRE = os.environ["CADRE"]
DAY = "2025-03-20"
ANSWERED = (0, 1, 2, 3)


def cadre(ledger, *words, allowed=(0,)):
    """The bytes that a command prints; another exit status ends the check."""
    done = subprocess.run([CADRE, *words, "--ledger", str(ledger), "--lang", "en"],
                          capture_output=True)
    if done.returncode not in allowed:
        sys.exit(f"cadre {' '.join(words)}: {done.returncode}: {done.stderr.decode()}")
    return done.stdout


def lines(output):
    return [json.loads(line) for line in output.decode().splitlines()]


def questions(ledger):
    """Words of questions, those about people by file number, and the file numbers."""
    rows = lines(cadre(ledger, "ready", "--on", DAY, "-O", "ndjson"))
    people = rows[:: max(1, len(rows) // 5)]
    size = json.loads(cadre(ledger, "status", "-O", "json"))["events"]
    words = [["ready"], ["ready", "--verdict", "notReady"], ["findings"], ["rules", "lint"]]
    for row in people:
        words += [["explain", row["file"], row["position"]], ["person", row["file"]]]
    words.append(["diff", people[0]["file"], "--known", str(size // 2), "--known", str(size)])
    return words, [row["file"] for row in people]


def check(ledger):
    words, files = questions(ledger)
    for place, question in enumerate(words):
        form = ["table", "csv", "json", "ndjson"][place % 4]
        cadre(ledger, *question, "--on", DAY, "-O", form, "--publish", allowed=ANSWERED)
    published = [row["fields"] for row in
                 lines(cadre(ledger, "log", "--type", "ReportPublished", "-O", "ndjson"))]
    if len(published) != len(words):
        sys.exit(f"{len(words)} were published, {len(published)} recorded")
    for report in published:
        again = cadre(ledger, *shlex.split(report["question"]), "-O", "ndjson", "--on",
                      report["on"], "--known", str(report["known"]), "--rules", report["rules"],
                      allowed=ANSWERED)
        if hashlib.sha256(again).hexdigest() != report["sha256"]:
            sys.exit(f"another digest: {report}")
    for row in lines(cadre(ledger, "published", "--check", "-O", "ndjson")):
        if row["outcome"] != "same":
            sys.exit(f"not the same: {row}")
    log = (ledger / "log" / "data.mdb").read_bytes()
    found = [file for file in files if file.encode() in log]
    if found:
        sys.exit(f"file numbers in the log: {found}")
    return len(published)


def main():
    with tempfile.TemporaryDirectory() as work:
        ledger = pathlib.Path(work) / "ledger"
        shutil.copytree(sys.argv[1], ledger)
        print(f"{check(ledger)} published answers")


if __name__ == "__main__":
    main()
