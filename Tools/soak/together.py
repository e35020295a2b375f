"""Eight readers, two writers and rebuilds in between, all at once: no answer is of two minds.

Readers ask without end and keep what they were told. Afterwards the views are made from nothing, and
every question is asked again as of the K of its answer: not a byte may differ, so each answer was a
fold of its own K. The log may have grown only by what writers and rebuilds said they recorded.
Tools/soak/together builds what this needs.
"""

import argparse
import collections
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

DAYS = ["2019-03-01", "2022-12-31", "2024-06-01", "2026-11-20"]
BUSY = 75
# What an import says of itself.
RECORDED = re.compile(rb"Recorded (\d+) event")


class Wrong(Exception):
    """The ledger is not what it said it was."""


class Office:
    """A ledger with sheets that grow, and all that it said."""

    def __init__(self, arguments, folder):
        self.cadre, self.folder = os.path.realpath(arguments.cadre), folder
        self.ledger = os.path.join(folder, "ledger")
        self.random = random.Random(arguments.seed)
        self.environment = {
            "LC_ALL": "C.UTF-8", "CADRE_LEDGER": self.ledger, "CADRE_ACTOR": "soak"}
        self.lock = threading.Lock()
        # (words, K, bytes) of each answer, once each; waits of writers in seconds.
        self.answers, self.asked = {}, collections.Counter()
        self.waits, self.grown_by, self.commits = [], 0, collections.Counter()
        self.failures = []
        self.over = threading.Event()
        whole = os.path.join(folder, "whole")
        self.must(["sample", whole, "--people", str(arguments.people), "--seed", "5"])
        self.sheets = {
            name: open(os.path.join(whole, name), "rb").read().splitlines(keepends=True)
            for name in sorted(os.listdir(whole))}
        self.people = [row.split(b";")[0].decode() for row in self.sheets["nhan-su.csv"][1:]]
        self.posts = [row.split(b";")[0].decode() for row in self.sheets["chuc-danh.csv"][1:]]
        self.must(["init"])
        self.must(["import", self.grown(0.3), "--rejects", self.path("rejected")], (0, 3))
        self.begun_at = self.size()

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, words):
        done = subprocess.run(
            [self.cadre, *words], env=self.environment, stdin=subprocess.DEVNULL,
            capture_output=True, check=False)
        return done.returncode, done.stdout

    def must(self, words, statuses=(0,)):
        status, output = self.run(words)
        if status not in statuses:
            raise Wrong(f"cadre {' '.join(words)} ended with {status}")
        return output

    def size(self):
        return int(self.must(["checkpoint"]).split(b"\n")[1])

    def grown(self, share):
        """A folder of the sheets with a share of their rows."""
        folder = tempfile.mkdtemp(prefix="sheets.", dir=self.folder)
        for name, rows in self.sheets.items():
            part = 1 if name in ("to-chuc.csv", "chuc-danh.csv") else share
            with open(os.path.join(folder, name), "wb") as file:
                file.writelines(rows[: 1 + int(len(rows) * part)])
        return folder


def reader(office, seed):
    """Asks without end; the answers say their own K."""
    chance = random.Random(seed)
    while not office.over.is_set():
        day, person, post = map(chance.choice, (DAYS, office.people, office.posts))
        words = chance.choice([
            ["ready", "--on", day, "-O", "ndjson"], ["ready", "--on", day, "-O", "ndjson"],
            ["explain", person, post, "--on", day, "-O", "json"],
            ["person", person, "--on", day, "-O", "json"]])
        status, output = office.run(words)
        # 66: somebody or something that is not recorded yet.
        if status not in (0, 1, 2, 66):
            office.failures.append(f"cadre {' '.join(words)} ended with {status}")
            return
        known = known_by(output)
        with office.lock:
            office.asked[words[0]] += 1
            if known is not None and len(office.answers) < 4000:
                office.answers[(tuple(words), known)] = output


def known_by(output):
    """The K of an answer: the same in every row."""
    sizes = {row.get("known") for row in rows(output)}
    if len(sizes) > 1:
        raise Wrong(f"an answer knows {sizes}")
    return next(iter(sizes), None)


def rows(output):
    text = output.decode()
    if text.lstrip().startswith("{\n"):
        return [json.loads(text)]
    return [json.loads(line) for line in text.splitlines()]


def writer(office, number):
    """Records somebody new every so often, and a month's sheets now and then."""
    count, share = 0, 0.3
    while not office.over.is_set():
        count += 1
        if number == 0 and count % 40 == 0:
            share = min(1.0, share + 0.02)
            folder = office.grown(share)
            words = ["import", folder, "--rejects", office.path("rejected"), "--lang", "en"]
        else:
            words = ["record", "PersonRegistered", f"fileNumber={number}{count:06}XX",
                     f"name=Trần Thử {count}", "birth=1990-01-02", "sex=male",
                     "organisation=38.168.001", "-O", "json"]
        before = time.monotonic()
        status, output = office.run(words)
        seconds = time.monotonic() - before
        if status not in (0, 3, BUSY):
            office.failures.append(f"cadre {' '.join(words)} ended with {status}")
            return
        with office.lock:
            office.commits[words[0] if status != BUSY else "busy"] += 1
            if words[0] == "record":
                office.waits.append((seconds, office.rebuilding))
                office.grown_by += len(json.loads(output)) if status == 0 else 0
            elif status != BUSY:
                office.grown_by += int((RECORDED.search(output) or [0, 0])[1])


def rebuilder(office):
    """Rebuilds and compares, one after the other."""
    while not office.over.is_set():
        office.rebuilding = True
        status, output = office.run(["rebuild", "--compare", "-O", "ndjson"])
        office.rebuilding = False
        if status != 0:
            office.failures.append(f"cadre rebuild --compare ended with {status}: {output!r}")
            return
        with office.lock:
            office.commits["rebuild"] += 1
            office.grown_by += 1


def conclude(office):
    """Holds all that was said against views made from nothing."""
    office.must(["verify"])
    size = office.size()
    if size != office.begun_at + office.grown_by:
        raise Wrong(f"the log grew from {office.begun_at} to {size}, not by the {office.grown_by}"
                    " events that were acknowledged")
    shutil.rmtree(os.path.join(office.ledger, "views"))
    for (words, known), output in office.answers.items():
        again = office.run([*words, "--known", str(known)])[1]
        if again != output:
            raise Wrong(f"cadre {' '.join(words)} was answered otherwise at K = {known}")


def report(office, arguments):
    print(f"seed {arguments.seed}: {arguments.readers} readers asked"
          f" {sum(office.asked.values())} times, {len(office.answers)} different answers at"
          f" {len({known for _, known in office.answers})} K, each a fold of its own K")
    print("writers:", ", ".join(f"{name} {count}" for name, count in sorted(office.commits.items())))
    for what, during in (("while a rebuild ran", True), ("otherwise", False)):
        waits = sorted(1000 * seconds for seconds, flag in office.waits if flag == during)
        if waits:
            print(f"a record took, {what}: median {statistics.median(waits):.0f} ms,"
                  f" longest {waits[-1]:.0f} ms, of {len(waits)}")


def main():
    parser = argparse.ArgumentParser(
        prog="Tools/soak/together", description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("cadre", help=argparse.SUPPRESS)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--readers", type=int, default=8)
    parser.add_argument("--writers", type=int, default=2)
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}", flush=True)
    folder = tempfile.mkdtemp(prefix="cadre-soak.", dir=os.environ.get("TMPDIR"))
    office = Office(arguments, folder)
    office.rebuilding = False
    threads = [threading.Thread(target=reader, args=(office, arguments.seed + place))
               for place in range(arguments.readers)]
    threads += [threading.Thread(target=writer, args=(office, place))
                for place in range(arguments.writers)]
    threads.append(threading.Thread(target=rebuilder, args=(office,)))
    for thread in threads:
        thread.start()
    office.over.wait(60 * arguments.minutes)
    office.over.set()
    for thread in threads:
        thread.join()
    try:
        if office.failures:
            raise Wrong(office.failures[0])
        conclude(office)
    except Wrong as wrong:
        print(f"seed {arguments.seed}: {wrong}\nthe ledger is kept in {folder}")
        sys.exit(1)
    report(office, arguments)
    shutil.rmtree(folder)
    # Nothing is shown where nothing was asked, recorded or rebuilt.
    sys.exit(0 if office.answers and office.grown_by and office.commits["rebuild"] else 1)


if __name__ == "__main__":
    main()
