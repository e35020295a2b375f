"""Random commands on a ledger, killed at random moments: nothing acknowledged may be lost.

Some kills come by the clock, some at a random one of the command's writes, by way of
Tools/faults/faultshim.c. What a command said it recorded, and every checkpoint it printed, is kept
here and asked of the ledger after each kill. Tools/soak/run builds what this needs.
"""

import argparse
import collections
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

KILLED = -9
WRITERS = {"import", "record", "retract", "unviewed", "seal", "rebuild", "leave", "erase",
           "backup", "publish", "night"}
LONG = {"rebuild", "backup", "night"}
DAYS = ["2019-03-01", "2022-12-31", "2024-06-01", "2026-11-20"]
BUSY = 75
# No file, post, or event of that number yet; a fact that cannot be recorded or withdrawn now.
ABSENT, REFUSED = 66, 65


class Lost(Exception):
    """The ledger is not what it said it was."""


class Job:
    """A command under way, and when it is to be killed."""

    def __init__(self, soak, name, words, statuses, is_killed):
        self.name, self.words, self.statuses = name, words, {*statuses, BUSY}
        environment = {"LC_ALL": "C.UTF-8", "CADRE_LEDGER": soak.ledger, "CADRE_ACTOR": "soak"}
        self.deadline, self.by, self.told = None, None, ""
        # A question writes only where the views have to follow the log.
        writes = 3 if name in WRITERS else 1
        if is_killed and soak.random.randrange(4) < writes:
            self.by = "write"
            # What writes whole stores does so far more often, and beside the ledger too.
            place = str(soak.random.randint(1, soak.writes * (10 if name in LONG else 1)))
            moment = soak.random.choice(["before", "half", "after"])
            under = {"backup": soak.path("backups"), "night": soak.folder}.get(name, soak.ledger)
            environment |= {
                "LD_PRELOAD": soak.shim, "FAULT_UNDER": under, "FAULT_MODE": "kill",
                "FAULT_AT": place, "FAULT_WHEN": moment}
            self.told = f" ({moment} write {place})"
        elif is_killed:
            self.by = "clock"
            wait = soak.random.uniform(0, 1.2 * soak.durations.get(name, 0.05))
            self.told = f" (at {1000 * wait:.0f} ms)"
            self.deadline = time.monotonic() + wait
        self.output, lines = tempfile.TemporaryFile(dir=soak.folder), subprocess.DEVNULL
        if name == "leave":
            lines = tempfile.TemporaryFile(dir=soak.folder)
            lines.write(former(soak.next_file))
            lines.seek(0)
        self.file = f"{soak.next_file}HT"
        self.start = time.monotonic()
        self.process = subprocess.Popen(
            [soak.cadre, *words], env=environment, stdin=lines, stdout=self.output,
            stderr=subprocess.DEVNULL)

    def finish(self):
        """Waits for the end, or brings it about; the exit status, and what was printed."""
        if self.deadline is None:
            status = self.process.wait(timeout=120)
        else:
            try:
                status = self.process.wait(timeout=max(0, self.deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                self.process.kill()
                status = self.process.wait()
        self.seconds = time.monotonic() - self.start
        self.output.seek(0)
        return status, self.output.read().decode()


class Soak:
    """A ledger, and all that it has said."""

    # A question writes four times, an append about a dozen; building views takes more.
    writes = 12

    def __init__(self, arguments, folder):
        self.start = time.monotonic()
        self.cadre, self.shim = map(os.path.realpath, (arguments.cadre, arguments.shim))
        self.folder, self.ledger = folder, os.path.join(folder, "ledger")
        self.random = random.Random(arguments.seed)
        self.commands = collections.Counter()
        self.kills, self.acknowledged = collections.Counter(), collections.Counter()
        self.killed, self.only = collections.Counter(), set(filter(None, arguments.only.split(",")))
        self.durations = {}
        self.checkpoint, self.events = None, {}
        # Members who died in 2000, by file number: those who may be erased.
        self.former = []
        self.next_file, self.share = 800_000, 0.1
        # What was done last, oldest first, for whoever looks into a failure.
        self.history = collections.deque(maxlen=24)
        whole = os.path.join(folder, "whole")
        self.must(["sample", whole, "--people", str(arguments.people), "--seed", "5"])
        self.sheets = {
            name: open(os.path.join(whole, name), "rb").read().splitlines(keepends=True)
            for name in sorted(os.listdir(whole))}
        self.people = [row.split(b";")[0].decode() for row in self.sheets["nhan-su.csv"][1:]]
        self.posts = [row.split(b";")[0].decode() for row in self.sheets["chuc-danh.csv"][1:]]
        self.must(["init"])
        later = ("seal", "dossier", "rebuild", "erase", "backup", "published", "night")
        self.has = {name: self.run(["help", name])[0] == 0 for name in later}
        self.has["leave"] = self.has["erase"]
        self.has["publish"] = self.has["published"]
        self.grow()
        self.must(["import", self.grown(), "--rejects", self.path("rejected")], (0, 3))
        self.keep(self.must(["checkpoint"]))

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, words):
        """A command that nobody kills: exit status and output."""
        return Job(self, words[0], words, [], False).finish()

    def must(self, words, statuses=(0,)):
        status, output = self.run(words)
        if status not in statuses:
            raise Lost(f"cadre {' '.join(words)} ended with {status}")
        return output

    def grow(self):
        """Has the sheets become longer, as from month to month."""
        self.share = min(1.0, self.share + self.random.uniform(0, 0.04))

    def grown(self):
        """A folder of the sheets as they are now."""
        folder = tempfile.mkdtemp(prefix="sheets.", dir=self.folder)
        for name, rows in self.sheets.items():
            # Organisations and posts are there from the start, for people to be in.
            share = 1 if name in ("to-chuc.csv", "chuc-danh.csv") else self.share
            with open(os.path.join(folder, name), "wb") as file:
                file.writelines(rows[: 1 + int(len(rows) * share)])
        return folder

    def keep(self, text):
        """Takes note of a checkpoint, unless one of a longer log was printed meanwhile."""
        if self.checkpoint is None or self.size(text) >= self.size(self.checkpoint):
            self.checkpoint = text

    def expected(self):
        """A file with the last checkpoint that was acknowledged."""
        descriptor, path = tempfile.mkstemp(prefix="checkpoint.", dir=self.folder)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(self.checkpoint)
        return path

    @staticmethod
    def size(checkpoint):
        return int(checkpoint.splitlines()[1])


def former(number):
    """Standard input that records somebody who died in 2000."""
    person = f"{number}HT"
    return "\n".join(map(json.dumps, [
        {"event": "PersonRegistered", "fileNumber": person, "name": f"Quách Thị {number}",
         "birth": "1931-02-03", "sex": "female", "organisation": "38.168.001"},
        {"event": "Admitted", "person": person, "kind": "admission", "ceremonyOn": "1960-02-03"},
        {"event": "MembershipEnded", "person": person, "how": "deceased", "on": "2000-05-05"},
    ])).encode()


def command(soak):
    """A random command: name, words, and what it may end with."""
    chance = soak.random
    person, post = chance.choice(soak.people), chance.choice(soak.posts)
    day = ["--on", chance.choice(DAYS), "-O", "ndjson"]
    choices = [("import", 4), ("record", 5), ("retract", 2), ("ready", 3), ("explain", 2),
               ("person", 2), ("find", 1), ("log", 1), ("checkpoint", 3), ("verify", 1),
               ("unviewed", 1), ("seal", 2), ("dossier", 2), ("rebuild", 1), ("leave", 2),
               ("backup", 2), ("publish", 2), ("published", 1), ("night", 2)]
    if soak.former:
        choices.append(("erase", 2))
    choices = [(name, weight) for name, weight in choices
               if soak.has.get(name, True) and (not soak.only or name in soak.only)]
    name = chance.choices(*zip(*choices))[0]
    if name == "import":
        soak.grow()
        words = ["import", soak.grown(), "--rejects", soak.path("rejected"), "-O", "ndjson"]
        return name, words, (0, 3)
    if name == "record":
        soak.next_file += 1
        return name, ["record", "PersonRegistered", f"fileNumber={soak.next_file}HT",
                      f"name=Trần Thử {soak.next_file}", "birth=1990-01-02", "sex=male",
                      "organisation=38.168.001", "-O", "json"], (0, REFUSED, ABSENT)
    if name == "leave":
        soak.next_file += 1
        return name, ["record", "-", "-O", "json"], (0, REFUSED, ABSENT)
    if name == "erase":
        return name, ["erase", chance.choice(soak.former), "--authority", "BTC.TU", "--basis",
                      "retentionEnded"], (0, REFUSED, ABSENT)
    if name == "retract":
        index = str(chance.randrange(9, soak.size(soak.checkpoint)))
        return name, ["retract", index, "--reason", "other", "-O", "json"], (0, REFUSED, ABSENT)
    if name == "dossier":
        # 3 where events came after the seal; 78 without one, or for somebody recorded later.
        return name, ["dossier", person, post, "-o", soak.path("dossier.json")], (
            0, 3, REFUSED, ABSENT, 78)
    return name, {
        "ready": ["ready", *day],
        "unviewed": ["status", "-O", "json"],
        "explain": ["explain", person, post, *day[:3], "json"],
        "person": ["person", person, *day[:3], "json"],
        "find": ["find", "nguyen", *day],
        "log": ["log", "-O", "ndjson", "--from", str(chance.randrange(400))],
        "checkpoint": ["checkpoint"],
        "verify": ["verify", "--expect", soak.expected()],
        "seal": ["seal"],
        "rebuild": ["rebuild", *chance.choice([[], ["--compare"]])],
        "night": ["night", "--backups", soak.path("backups"), "--keep", "4"],
        "backup": ["backup", soak.path("backups"), "--keep", "4"],
        "publish": ["ready", *day, "--publish"],
        # 4, an answer that is another one now, is what nobody may see.
        "published": ["published", "--check", "--last", "20"],
    }[name], {
        "explain": (0, 1, 2, ABSENT), "person": (0, ABSENT),
        # An erasure was cut off, and is ended by whoever records next.
        "verify": (0, 3),
    }.get(name, (0,))


def settle(soak, job):
    """Waits for a command and takes note of what it acknowledged."""
    status, output = job.finish()
    soak.commands[job.name] += 1
    soak.history.append(f"{job.start - soak.start:9.3f} s {' '.join(job.words)}: {status} after"
                        f" {job.seconds * 1000:.0f} ms{job.told}")
    if status == KILLED:
        soak.kills[job.by] += 1
        soak.killed[job.name] += 1
        return
    if status not in job.statuses:
        raise Lost(f"cadre {' '.join(job.words)} ended with {status}")
    soak.durations[job.name] = job.seconds
    if status == BUSY:
        soak.acknowledged["busy"] += 1
        return
    soak.acknowledged[job.name] += 1
    if job.name == "checkpoint":
        soak.keep(output)
    if job.name in ("record", "leave") and status == 0:
        for row in json.loads(output):
            soak.events[row["index"]] = (row["event"], row["stream"])
    if job.name == "leave" and status == 0:
        soak.former.append(job.file)


def examine(soak):
    """Asks the ledger for all that it has acknowledged, with nobody else there."""
    status, output = soak.run(["verify", "--expect", soak.expected(), "-O", "json"])
    if status == 3 and json.loads(output)["unfinishedErasure"]:
        # An erasure was recorded and killed before its data were gone: the next writer ends it.
        soak.acknowledged["erasure cut off"] += 1
    elif status != 0:
        raise Lost(f"verify ended with {status}, expecting {soak.checkpoint.split()}")
    rows = {}
    for line in soak.must(["log", "-O", "ndjson"]).splitlines():
        row = json.loads(line)
        rows[row["index"]] = (row["type"], row["stream"])
    if sorted(rows) != list(range(len(rows))):
        raise Lost("the log has gaps")
    for index, event in soak.events.items():
        if rows.get(index) != event:
            raise Lost(f"event {index} was acknowledged as {event} and is {rows.get(index)}")
    soak.keep(soak.must(["checkpoint"]))


def clean(soak):
    """Removes the files of commands that are over."""
    for name in os.listdir(soak.folder):
        if name.startswith("sheets."):
            shutil.rmtree(soak.path(name))
        elif name.startswith("checkpoint."):
            os.remove(soak.path(name))


def answers(soak):
    return [soak.must(["ready", "--on", day, "-O", "ndjson"]) for day in DAYS]


def restore(soak):
    """The last backup, restored, verifies and is how the log began; and so is every other one."""
    if not os.path.exists(soak.path("backups/latest")):
        return
    shelf, restored = soak.path("backups"), soak.path("restored")
    names = [name for name in os.listdir(shelf) if name[0].isdigit() and name[-5:] != ".part"]
    for name in names:
        soak.must(["verify", "--ledger", os.path.join(shelf, name)])
        soak.must(["verify", "--expect", os.path.join(shelf, name, "checkpoint.txt")], (0, 3))
    soak.must(["restore", shelf, "--ledger", restored])
    soak.must(["verify", "--ledger", restored])
    kept = soak.must(["log", "-O", "ndjson", "--ledger", restored]).splitlines()
    size = soak.size(soak.must(["checkpoint", "--ledger", restored]))
    events = [(row["index"], row["type"], row["stream"]) for row in map(json.loads, kept)]
    rows = map(json.loads, soak.must(["log", "-O", "ndjson"]).splitlines()[:size])
    if events != [(row["index"], row["type"], row["stream"]) for row in rows]:
        raise Lost("the restored log is another one")
    soak.acknowledged["backup restored"] += 1


def conclude(soak):
    """At the end: views that grew step by step answer like views built from nothing, and what was
    backed up can be had again."""
    examine(soak)
    restore(soak)
    grown = answers(soak)
    shutil.rmtree(os.path.join(soak.ledger, "views"))
    if answers(soak) != grown:
        raise Lost("views built from nothing answer otherwise")


def report(soak, seed, start):
    kills = sum(soak.kills.values())
    print(f"seed {seed}: {kills} kills in {(time.monotonic() - start) / 60:.1f} min"
          f" ({soak.kills['clock']} by the clock, {soak.kills['write']} at a write)")
    print("killed:", ", ".join(f"{name} {count}" for name, count in sorted(soak.killed.items())))
    print(f"commands: {sum(soak.commands.values())}, of them ended by themselves:",
          ", ".join(f"{name} {count}" for name, count in sorted(soak.acknowledged.items())))
    print(f"log: {soak.size(soak.checkpoint)} events;"
          f" {len(soak.events)} acknowledged by index, all of them there")


def soak_until(soak, kills, deadline):
    while sum(soak.kills.values()) < kills and time.monotonic() < deadline:
        before = sum(soak.kills.values())
        jobs = []
        for _ in range(soak.random.choice([1, 2])):
            name, words, statuses = command(soak)
            if name == "unviewed":
                shutil.rmtree(os.path.join(soak.ledger, "views"), ignore_errors=True)
            jobs.append((name, words, statuses))
        running = [Job(soak, *job, soak.random.random() < 0.85) for job in jobs]
        for job in sorted(running, key=lambda each: each.deadline or float("inf")):
            settle(soak, job)
        if sum(soak.kills.values()) > before:
            examine(soak)
        clean(soak)


def main():
    parser = argparse.ArgumentParser(prog="Tools/soak/run", description=__doc__.split("\n")[0])
    parser.add_argument("cadre", help=argparse.SUPPRESS)
    parser.add_argument("shim", help=argparse.SUPPRESS)
    parser.add_argument("--kills", type=int, default=1000, help="stop after so many")
    parser.add_argument("--minutes", type=float, default=60, help="stop after so long")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    parser.add_argument("--only", default="", help="NAME,… of the commands to draw from; else all")
    parser.add_argument("--people", type=int, default=60, help="how many the sheets grow to")
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}", flush=True)
    folder = tempfile.mkdtemp(prefix="cadre-soak.", dir=os.environ.get("TMPDIR"))
    start = time.monotonic()
    soak = Soak(arguments, folder)
    try:
        soak_until(soak, arguments.kills, start + 60 * arguments.minutes)
        conclude(soak)
    except Lost as loss:
        print("the last commands:", *soak.history, sep="\n  ")
        print(f"seed {arguments.seed}: {loss}\nthe ledger is kept in {folder}")
        sys.exit(1)
    report(soak, arguments.seed, start)
    shutil.rmtree(folder)
    # Nothing is shown where nothing was killed, or nothing acknowledged.
    sys.exit(0 if soak.kills and soak.events else 1)


if __name__ == "__main__":
    main()
