"""What an event costs when there are twice as many."""

from figures import Contestant
from importing import into_new_ledger
from ledgers import Ledger
from processes import Failure, fresh
from rebuilding import rebuild

WANTED = "at most 1.05, which is 2.1 when events double"


def _rebuilds(bench):
    ledgers = bench.ledgers.of(bench.events // 2), bench.ledgers.of(bench.events)
    for ledger in ledgers:
        ledger.warm()
        rebuild(bench, ledger)
    half, whole = (lambda ledger=ledger: 1e6 / rebuild(bench, ledger)[0] for ledger in ledgers)
    bench.figures.race(
        f"rebuild, an event of {ledgers[1].events:,}", "µs", Contestant("ours", whole),
        [Contestant(f"an event of {ledgers[0].events:,}", half, WANTED)])


class _Imports:
    """Imports of the same sheets again and again."""

    def __init__(self, bench, events):
        self.bench = bench
        self.sheets = bench.ledgers.sheets(events)
        self.events = None

    def an_event(self):
        """Microseconds of an event."""
        seconds = into_new_ledger(self.bench, self.sheets)
        if self.events is None:
            self.events = Ledger(f"{self.bench.work}/import", self.bench.peers.event_bytes).events
        return seconds / self.events * 1e6


def _imports(bench):
    half, whole = _Imports(bench, bench.events // 2), _Imports(bench, bench.events)
    rounds = min(bench.runs, 3) if bench.events > 2_000_000 else bench.runs
    bench.figures.race(
        f"import, an event of about {bench.events:,}", "µs", Contestant("ours", whole.an_event),
        [Contestant(f"an event of about {bench.events // 2:,}", half.an_event, WANTED)],
        rounds=rounds)
    fresh(half.sheets)
    fresh(whole.sheets)
    fresh(f"{bench.work}/import")


def measure(bench):
    """Rebuild and import."""
    for what, part in (("growth of rebuild", _rebuilds), ("growth of import", _imports)):
        try:
            part(bench)
        except Failure as failure:
            bench.figures.left_out(what, "all", str(failure))
