"""Questions to the Bloc's ledger, a cold process each."""

import sys

from figures import Contestant
from processes import fresh, timed


def _cases(dossier):
    person, post = "000004HT", "CD08200"
    return [
        ("cadre --version", ["--version"], "at most 0.006"),
        ("ready -O ndjson, the Bloc", ["ready", "--on", "2023-06-01", "-O", "ndjson"],
         "at most 0.020, aim 0.010"),
        ("explain", ["explain", person, post, "--on", "2023-06-01"], "at most 0.010"),
        ("findings -O ndjson", ["findings", "--on", "2026-11-01", "-O", "ndjson"], "at most 0.5"),
        ("dossier", ["dossier", person, post, "--on", "2023-06-01", "-o", dossier],
         "at most 0.020"),
        ("verify of that dossier", ["verify", dossier], ""),
    ]


def measure(bench):
    """Each question several times."""
    folder, dossier = bench.ledgers.bloc().folder, f"{bench.work}/dossier"
    rounds = bench.runs * 3
    for what, words, wanted in _cases(dossier):
        command = [bench.cadre, "--ledger", folder, *words]
        bench.figures.race(
            what, "s", Contestant("ours", lambda command=command: timed(command), wanted),
            rounds=rounds)
    bench.figures.race(
        "Tools/verify.py of that dossier", "s",
        Contestant("ours", lambda: timed([sys.executable, "-B", "Tools/verify.py", dossier]),
                   "at most 1"))
    fresh(dossier)
