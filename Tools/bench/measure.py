"""Runs each measurement and its floor in turn and prints medians with their ratio.

Called by Tools/bench/run: measure.py BIN WORK RUNS. Figures move with the machine and its load;
ratios of one run are what can be compared.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import time

BIN, WORK, RUNS = sys.argv[1], sys.argv[2], int(sys.argv[3])
CADRE = f"{BIN}/cadre"
SHEETS = "Tests/Sheets/bloc"
RESULTS = []


def timed(command, stdin=None):
    """Wall time in seconds and peak resident memory in MB of one command."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE if stdin else subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if stdin:
        process.stdin.write(stdin.encode())
        process.stdin.close()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1, 2, 3):
        sys.exit(f"{command[0]} {command[1]}: exit {code}")
    return seconds, usage.ru_maxrss / 1024


def fresh(name):
    """A folder of that name that does not exist."""
    path = f"{WORK}/{name}"
    shutil.rmtree(path, ignore_errors=True)
    return path


def report(what, ours, floor=None, unit="s", wanted=""):
    """Prints a line and keeps it for the JSON."""
    mine = statistics.median(ours)
    line = {"what": what, "median": mine, "unit": unit, "wanted": wanted}
    text = f"{what:<46} {mine:>12.4g} {unit}"
    if floor:
        other = statistics.median(floor)
        line |= {"floor": other, "ratio": mine / other}
        text += f"   floor {other:>10.4g}   ratio {mine / other:.2f}"
    print(f"{text}   ({wanted})" if wanted else text, flush=True)
    RESULTS.append(line)


def append(per_commit, events, wanted):
    """EventLog against C making the same puts with the same syncs."""
    ours, floor = [], []
    for _ in range(RUNS):
        out = subprocess.run(
            [f"{BIN}/append-bench", fresh("ours"), str(events), str(per_commit)],
            check=True, capture_output=True, text=True).stdout.split()
        ours.append(float(out[0]))
        out = subprocess.run(
            [f"{WORK}/append_floor", fresh("floor"), str(events), str(per_commit), "8200", out[2]],
            check=True, capture_output=True, text=True).stdout
        floor.append(float(out.split("events/s")[0].split()[-1]))
    report(f"append, {per_commit} a commit", ours, floor, "events/s", wanted)


def imports():
    """The Bloc into a new ledger against sqlite3's .import of the same files."""
    script = ".mode csv\n.separator ;\n" + "".join(
        f'.import {SHEETS}/{name} "{name[:-4]}"\n' for name in sorted(os.listdir(SHEETS)))
    ours, floor, memory = [], [], []
    for _ in range(RUNS):
        ledger = fresh("ledger")
        timed([CADRE, "--ledger", ledger, "init"])
        seconds, peak = timed([CADRE, "--ledger", ledger, "import", SHEETS])
        ours.append(seconds)
        memory.append(peak)
        floor.append(timed(["sqlite3", fresh("sqlite") + ".db"], script)[0])
        os.unlink(f"{WORK}/sqlite.db")
    report("import of the Bloc", ours, floor, "s", "at most 2.0")
    report("its peak memory", memory, None, "MB", "at most 200")


def questions():
    """Cold processes on the Bloc."""
    ledger = f"{WORK}/ledger"
    cases = [
        ("cadre --version", ["--version"], "at most 0.006"),
        ("ready -O ndjson", ["ready", "--on", "2023-06-01", "-O", "ndjson"], "at most 0.030"),
        ("explain", ["explain", "000004HT", "CD08200", "--on", "2023-06-01"], "at most 0.010"),
        ("again: import records nothing", ["import", SHEETS], ""),
        ("findings -O ndjson", ["findings", "--on", "2026-11-01", "-O", "ndjson"], "at most 0.5"),
        ("dossier", ["dossier", "000004HT", "CD08200", "--on", "2023-06-01", "-o", f"{WORK}/dossier"],
         "at most 0.020"),
        ("verify of that dossier", ["verify", f"{WORK}/dossier"], ""),
    ]
    timed([CADRE, "--ledger", ledger, "seal"])
    for what, command, wanted in cases:
        times = [timed([CADRE, "--ledger", ledger] + command)[0] for _ in range(RUNS * 3)]
        report(what, times, None, "s", wanted)


def verification():
    """All checks of the Bloc's ledger, a process each, against hashing its events and nothing else."""
    ledger = f"{WORK}/ledger"
    ours, floor = [], []
    for _ in range(RUNS * 3):
        out = subprocess.run(
            [f"{WORK}/hash_floor", f"{ledger}/log"], check=True, capture_output=True, text=True).stdout
        rate, events = out.split()
        floor.append(float(rate))
        ours.append(int(events) / timed([CADRE, "--ledger", ledger, "verify"])[0])
    report("verify, events a second", ours, floor, "/s", "at least 0.5")
    times = [timed([sys.executable, "Tools/verify.py", f"{WORK}/dossier"])[0] for _ in range(RUNS)]
    report("Tools/verify.py of that dossier", times, None, "s", "at most 1")


def growth():
    """The time a row takes with 100,000 people against that of the Bloc."""
    sheets, ledger = fresh("sheets"), fresh("province")
    timed([CADRE, "sample", sheets, "--people", "100000", "--seed", "1"])
    rows = sum(1 for name in os.listdir(sheets) for _ in open(f"{sheets}/{name}", "rb"))
    bloc_rows = sum(1 for name in os.listdir(SHEETS) for _ in open(f"{SHEETS}/{name}", "rb"))
    timed([CADRE, "--ledger", ledger, "init"])
    seconds, memory = timed([CADRE, "--ledger", ledger, "import", sheets])
    bloc = next(r["median"] for r in RESULTS if r["what"] == "import of the Bloc")
    report(
        f"import of 100,000 people, µs a row ({rows} rows)", [seconds / rows * 1e6],
        [bloc / bloc_rows * 1e6], "µs", "ratio at most 1.3")
    report("its peak memory", [memory], None, "MB")


def main():
    cpu = next(
        (line.split(":")[1].strip() for line in open("/proc/cpuinfo") if "model name" in line), "?")
    print(f"{cpu}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, {RUNS} runs\n")
    append(1000, 200_000, "at least 0.6")
    append(100, 50_000, "at least 0.8")
    append(1, 1_000, "at least 0.9")
    imports()
    questions()
    verification()
    growth()
    with open(".build/bench.json", "w", encoding="utf-8") as file:
        json.dump({"cpu": cpu, "date": time.strftime("%Y-%m-%d"), "results": RESULTS}, file, indent=1)
    print("\nalso in .build/bench.json")


main()
