"""All checks of a ledger against hashing its events and nothing else, both on two cores."""

from figures import Contestant
from processes import Failure, output, timed


def _verify(bench, what, ledger):
    ledger.warm()
    command = [bench.cadre, "--ledger", ledger.folder, "verify"]
    timed(command, answers=(0,))
    bench.figures.race(
        what, "events/s",
        Contestant("ours", lambda: ledger.events / timed(command, answers=(0,))),
        [Contestant("C, hashing alone, opening not counted",
                    lambda: float(output([bench.peers.hash_floor, ledger.log]).split()[0]),
                    "at least 0.5, aim 0.8")])


def measure(bench):
    """The Bloc's ledger, then the largest."""
    _verify(bench, "verify, the Bloc, whole process", bench.ledgers.bloc())
    try:
        ledger = bench.ledgers.of(bench.events)
    except Failure as failure:
        bench.figures.left_out(f"verify, {bench.events:,} events", "all", str(failure))
        return
    _verify(bench, f"verify, {ledger.events:,} events, whole process", ledger)
