"""Rebuilding all views against reading the same events and grouping them."""

import os
import re
import shutil

from figures import Contestant
from peers import EVENTSOURCING, POSTGRES, SQLITE
from processes import Failure, anonymous_peak, fresh, output, timed

# What 1,000,000 invented people give.
MILLION_PEOPLE = 18_500_000


def sizes(most):
    """100,000, 1,000,000 and so on up to the number of events asked for, that one included."""
    return sorted({size for size in (10**power for power in range(5, 9)) if size < most} | {most})


def rebuild(bench, ledger):
    """One rebuild: events a second, and the most anonymous memory in MB."""
    said = output([f"{bench.bin}/rebuild-bench", ledger.log, fresh(f"{bench.work}/views")])
    return float(said.split()[0]), float(re.search(r"peak (\d+) MB", said).group(1))


def _grouped(command):
    """Events a second of a program that prints events and seconds."""
    words = output(command).split()
    return int(words[0]) / float(words[2])


def _stores(bench, events):
    """The contestants that read a store of their own; each filled here, or said to be left out."""
    peers, ledgers, what = bench.peers, bench.ledgers, f"rebuild, {events:,} events"
    attempts = [
        (SQLITE, ledgers.sqlite, "at least 1.5, aim 3", None,
         lambda path: [peers.sqlite.group, path]),
        (POSTGRES, ledgers.postgres, "", 3,
         lambda _: [peers.postgres.group, peers.postgres.connection]),
        (EVENTSOURCING, ledgers.eventsourcing, "", 3 if events <= 100_000 else 1,
         lambda path: [*peers.eventsourcing.command, "group", path]),
    ]
    for name, fill, wanted, rounds, command in attempts:
        try:
            words = command(fill(events))
        except Failure as failure:
            bench.figures.left_out(what, name, str(failure))
            continue
        yield Contestant(f"{name}, reading and grouping", lambda words=words: _grouped(words),
                         wanted, rounds)


def measure(bench):
    """All sizes, warm, in one process each."""
    if not os.path.exists(f"{bench.bin}/rebuild-bench"):
        raise Failure("rebuild-bench is not built")
    for events in sizes(bench.events):
        try:
            ledger = bench.ledgers.of(events)
        except Failure as failure:
            bench.figures.left_out(f"rebuild, {events:,} events", "all", str(failure))
            continue
        _measure(bench, events, ledger)
        whole_command(bench, ledger)


def _measure(bench, events, ledger):
    others = list(_stores(bench, events))
    if bench.peers.rebuild_floor:
        others.insert(0, Contestant(
            "C, walking the log and grouping by person",
            lambda: float(output([bench.peers.rebuild_floor, ledger.log]).split()[0]),
            "at least 0.5, aim 1.0" if events >= 10**7
            else "of 10,000,000: at least 0.5, aim 1.0"))
    memory = []

    def ours():
        rate, peak = rebuild(bench, ledger)
        memory.append(peak)
        return rate

    ledger.warm()
    rebuild(bench, ledger)
    bench.figures.race(f"rebuild, {ledger.events:,} events", "events/s",
                       Contestant("ours", ours), others)
    many = ledger.events >= MILLION_PEOPLE
    bench.figures.single(
        f"rebuild, {ledger.events:,} events, anonymous memory", "MB", memory,
        "at most 300" if many else "of 1,000,000 people: at most 300")


def whole_command(bench, ledger):
    """`cadre rebuild` on a copy, and with `--compare`, a process each; once more for memory."""
    try:
        output([bench.cadre, "help", "rebuild"])
    except Failure:
        bench.figures.left_out("cadre rebuild", "all", "this program has no such command")
        return
    copy = fresh(f"{bench.work}/copy")
    shutil.copytree(ledger.folder, copy, ignore=shutil.ignore_patterns("lock.mdb"))
    command = [bench.cadre, "--ledger", copy, "rebuild"]
    events = ledger.events
    _whole(bench, f"cadre rebuild, {events:,} events", command, events)
    _whole(bench, f"cadre rebuild --compare, {events:,} events", [*command, "--compare"], events)
    fresh(copy)


def _whole(bench, what, command, events):
    timed(command, answers=(0,))
    bench.figures.race(what, "events/s", Contestant(
        "ours", lambda: events / timed(command, answers=(0,))))
    bench.figures.single(f"{what}, anonymous memory", "MB",
                         [anonymous_peak(command, answers=(0,))])
