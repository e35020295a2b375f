"""Crosses the writes of a ledger's operations with what can go wrong with a write, and prints a
table in Markdown of whether the ledger bears it. Tools/faults/run builds what this needs.

A cell is good when after each fault, at each write: the log holds the batch whole or not at all,
and holds it where the command ended with 0; the next command works; `cadre verify` finds nothing;
and the same command again finishes, to the same log and answers as if nothing had happened.
"""

import argparse
import collections
import concurrent.futures
import errno
import os
import shutil
import sys
import tempfile
import time

import journal
from operations import Operation, Program, prepare

WRITES = {"write", "pwrite", "writev", "pwritev"}
COLUMNS = ["failed", "failed after taking effect", "killed", "power cut", "disk full", "map full",
           "another killed while opening"]
# What a command may end with that was told of a fault: done all the same, cannot create, I/O.
HONEST = {0, 73, 74}


class Waiting:
    """An operation that has to wait for another process, which is killed while it opens a store."""

    column = COLUMNS[-1]

    def __init__(self, operation, data_file):
        self.operation, self.data_file = operation, data_file
        self.label = f"another killed while opening {data_file}"

    def run(self, folder):
        ledger, mark = os.path.join(folder, "L"), os.path.join(folder, "mark")
        shutil.copytree(self.operation.base, ledger)
        settings = {"FAULT_LINGER": self.data_file, "FAULT_MARK": mark}
        program = self.operation.program
        other = program.start(["retract", "999999", "--reason", "other"], ledger, settings)
        try:
            if not until(lambda: os.path.exists(mark)):
                return "the other one did not stay"
            waiting = self.operation.start(ledger)
            if not until(lambda: is_waiting(waiting)):
                waiting.kill()
                return "nobody waited"
        finally:
            other.kill()
            other.communicate()
        output, _ = waiting.communicate(timeout=60)
        if waiting.returncode != 0:
            return f"ended with {waiting.returncode}"
        return self.operation.examine(ledger, 0, output.decode())


def is_waiting(process):
    """Whether a process waits for a lock on a file (proc(5), /proc/locks)."""
    with open("/proc/locks", encoding="utf-8") as file:
        return any("->" in line and f" {process.pid} " in line for line in file)


def until(condition, seconds=20):
    """Whether a condition came about in time."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.005)
    return True


class Trial:
    """One fault in one operation: what the shim is told, or which disk a power cut leaves."""

    def __init__(self, operation, column, label, settings=None, state=None):
        self.operation, self.column, self.label = operation, column, label
        self.settings, self.state = settings, state

    def run(self, folder):
        """The first thing that is not as it should be; None where all is well."""
        ledger = os.path.join(folder, "L")
        if self.state:
            _, _, disk, chance = self.state
            disk.cut(ledger, chance)
            return self.operation.examine(ledger, self.state_status())
        shutil.copytree(self.operation.base, ledger)
        calls = os.path.join(folder, "calls")
        status, output = self.operation.run(ledger, {**self.settings, "FAULT_CALLS": calls})
        return self.misled(status, calls) or self.operation.examine(ledger, status, output)

    def state_status(self):
        """A command whose every call is done may have told of it."""
        return 0 if self.state[0] == self.operation.call_count else None

    def misled(self, status, calls):
        """Whether the fault did not strike, or the command did not end as it should."""
        if self.settings.get("FAULT_MODE") == "kill":
            return None if status == -9 else f"was to be killed, ended with {status}"
        with open(calls, encoding="utf-8") as file:
            count = len(file.readlines())
        if count < int(self.settings.get("FAULT_AT", 0)):
            return f"there were {count} calls only"
        return None if status in HONEST else f"ended with {status}"


def shim_trials(operation):
    """A trial for each call and fault."""
    faults = [
        ("failed", "fail", "before"),
        ("failed", "fail", "half"),
        ("failed after taking effect", "fail", "after"),
        ("killed", "kill", "before"),
        ("killed", "kill", "half"),
        ("killed", "kill", "after"),
        ("disk full", "full", "before"),
        ("disk full", "full", "half"),
    ]
    for column, mode, when in faults:
        for place, call in enumerate(operation.calls, 1):
            if when == "half" and call.split()[0] not in WRITES:
                continue
            settings = {"FAULT_MODE": mode, "FAULT_WHEN": when, "FAULT_AT": str(place),
                        "FAULT_ERRNO": str(errno.EIO)}
            yield Trial(operation, column, f"{mode} {when} call {place}, {call}", settings)


def power_trials(operation, seeds):
    """A trial for each disk that a power cut may leave."""
    for state in journal.states(operation.base, operation.entries, range(seeds)):
        done, seed = state[:2]
        after = operation.entries[done - 1] if done else "nothing"
        label = f"power cut after call {done}, {after}, seed {seed}"
        yield Trial(operation, "power cut", label, state=state)


def map_trials(operation, pages):
    """A trial for each map and number of pages until it suffices."""
    for name in ("/vault/", "/log", "/views/"):
        if any(name in call for call in operation.calls):
            for count in pages:
                settings = {"FAULT_MAP": f"{name}:{count}"}
                yield Trial(operation, "map full", f"{name} with {count} more pages", settings)


def waiting_trials(operation):
    """A trial for each data file that the operation opens."""
    for name in ("/log/data.mdb", "/vault/1/data.mdb", "/views/1/data.mdb"):
        if os.path.exists(operation.base + name):
            yield Waiting(operation, name)


def attempt(trial, work):
    folder = tempfile.mkdtemp(dir=work)
    try:
        problem = trial.run(folder)
    except Exception as failure:  # A trial that cannot be judged is a bad one.
        problem = f"{type(failure).__name__}: {failure}"
    if problem is None or not arguments.keep:
        shutil.rmtree(folder)
    else:
        problem += f" (kept in {folder})"
    return trial, problem


def all_trials(operations):
    pages = range(0, 40) if arguments.long else (0, 1, 2, 3, 5, 8, 13, 21)
    seeds = arguments.seeds or (40 if arguments.long else 6)
    for operation in operations:
        yield from shim_trials(operation)
        yield from power_trials(operation, seeds)
        yield from map_trials(operation, pages)
        yield from waiting_trials(operation)


def show(operations, counts, problems):
    print("| operation | calls | " + " | ".join(COLUMNS) + " |")
    print("|" + "---|" * (len(COLUMNS) + 2))
    for operation in operations:
        cells = []
        for column in COLUMNS:
            count, bad = counts[operation.name, column], problems[operation.name, column]
            if bad:
                cells.append(f"**{len(bad)} of {count} bad**")
            else:
                cells.append(f"good ({count})" if count else "–")
        print(f"| {operation.name} | {len(operation.calls)} | " + " | ".join(cells) + " |")
    print()
    for (name, column), bad in problems.items():
        for label, problem in bad[: 1000 if arguments.long else 5]:
            print(f"- {name}, {column}: {label}: {problem}")


def main():
    work = tempfile.mkdtemp(prefix="cadre-faults.", dir=os.environ.get("TMPDIR"))
    program = Program(os.path.realpath(arguments.cadre), os.path.realpath(arguments.shim))
    operations, missing = prepare(program, work, arguments.people)
    if arguments.only:
        operations = [each for each in operations if each.name in arguments.only]
    counts, problems = collections.Counter(), collections.defaultdict(list)
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        for trial, problem in pool.map(lambda each: attempt(each, work), all_trials(operations)):
            place = trial.operation.name, trial.column
            counts[place] += 1
            if problem:
                problems[place].append((trial.label, problem))
    show(operations, counts, problems)
    for name in missing:
        print(f"- left out: {name}, which this program does not have")
    print(f"\n{sum(counts.values())} faults, {sum(map(len, problems.values()))} of them not borne.")
    # Looking a row up leaves an empty list behind.
    is_wrong = any(problems.values())
    if not (is_wrong and arguments.keep):
        shutil.rmtree(work)
    sys.exit(1 if is_wrong or not counts else 0)


def read_arguments():
    parser = argparse.ArgumentParser(prog="Tools/faults/run", description=__doc__.split("\n\n")[0])
    parser.add_argument("cadre", help=argparse.SUPPRESS)
    parser.add_argument("shim", help=argparse.SUPPRESS)
    parser.add_argument("--long", action="store_true", help="more power cuts, and every map size")
    parser.add_argument("--people", type=int, default=30, help="how many are imported")
    parser.add_argument("--seeds", type=int, help="power cuts a point that keep some of the unsafe")
    parser.add_argument("--only", nargs="*", help="these operations alone")
    parser.add_argument("--jobs", type=int, default=2, help="trials at a time")
    parser.add_argument("--keep", action="store_true", help="keep the ledgers of bad trials")
    return parser.parse_args()


if __name__ == "__main__":
    arguments = read_arguments()
    main()
