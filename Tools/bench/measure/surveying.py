"""Questions about everybody, a cold process on one core each, beside reading the views once."""

import glob

from figures import Contestant
from processes import Failure, timed

ON = "2023-06-01"
QUESTIONS = [
    ["population"], ["organisations"], ["transfers"], ["admissions"], ["screening"], ["coverage"],
    ["training"], ["ratings"], ["scorecard", "--period", "2021"], ["reminders"], ["todo"],
    ["completeness"],
]
ONE_CORE = ["taskset", "-c", "0"]


def _views(folder):
    """The file that all questions read: the least that any of them takes is to read it once."""
    files = glob.glob(f"{folder}/views/*/data.mdb")
    if len(files) != 1:
        raise Failure(f"{folder}: {len(files)} views")
    return files[0]


def _ask(bench, folder, who, wanted, rounds):
    views = _views(folder)
    for words in QUESTIONS:
        command = [*ONE_CORE, bench.cadre, "--ledger", folder, *words, "--on", ON, "-O", "ndjson"]
        bench.figures.race(
            f"{words[0]}, {who}, one core", "s",
            Contestant("ours", lambda command=command: timed(command), wanted),
            [Contestant("reading the views", lambda: timed([*ONE_CORE, "cat", views]))],
            rounds=rounds)


def measure(bench):
    """On the Bloc's 8,200 people, and on as many as so many events are about."""
    _ask(bench, bench.ledgers.bloc().folder, "the Bloc", "at most 0.05", bench.runs * 3)
    many = bench.ledgers.of(bench.events).folder
    people = bench.events * 535 // 10_000
    wanted = f"at most {people / 366_000:.3g}"
    _ask(bench, many, f"about {people:,} people", wanted, bench.runs)
