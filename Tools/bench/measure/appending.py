"""Durable appends, so many events a commit, to streams at random."""

from figures import Contestant
from peers import EVENTSOURCING, LMDB, POSTGRES, SQLITE
from processes import fresh, output

STREAMS = "8200"
# Events a commit; events of ours, the floor and SQLite; events of the slower peers, which are
# spared a larger store by having fewer; how often each round, since a commit waits for the disk,
# and disks vary; what is asked of ours against the floor and SQLite.
PLAN = [
    (1, 500, 300, 3, "at least 0.9, aim 0.97", ""),
    (100, 30_000, 10_000, 2, "at least 0.8, aim 0.95", ""),
    (1_000, 200_000, 30_000, 1, "at least 0.6, aim 0.8", "at least 2, aim 5"),
    (10_000, 200_000, 30_000, 1, "", ""),
]


def _rate(text):
    """The number before events/s."""
    return float(text.split("events/s")[0].split()[-1])


class Appending:
    """The contestants at one number of events a commit."""

    def __init__(self, bench, per_commit, events, fewer):
        self.bench, self.peers = bench, bench.peers
        self.target = f"{bench.work}/append"
        self.per_commit = str(per_commit)
        self.events, self.fewer = str(events), str(fewer)
        self.length = self._ours().split()[2]

    def _ours(self):
        return output([f"{self.bench.bin}/append-bench", fresh(self.target), self.events,
                       self.per_commit, STREAMS])

    def ours(self):
        """EventLog, which also encodes and hashes."""
        return _rate(self._ours())

    def floor(self):
        """The same puts, look-ups and syncs in C."""
        return _rate(output([self.peers.append_floor, fresh(self.target), self.events,
                             self.per_commit, STREAMS, self.length]))

    def sqlite(self, tables):
        """SQLite with the log's tables, or with an index by stream besides."""
        return _rate(output([self.peers.sqlite.append, fresh(self.target), tables, self.events,
                             self.per_commit, STREAMS, self.length]))

    def postgres(self):
        """A call of write_message for each event."""
        server = self.peers.postgres
        return _rate(output([server.append, server.connection, self.fewer, self.per_commit,
                             STREAMS, self.length]))

    def eventsourcing(self):
        """The recorder's insert_events."""
        return _rate(output([*self.peers.eventsourcing.command, "append", fresh(self.target),
                             self.fewer, self.per_commit, STREAMS, self.length]))


def measure(bench):
    """All sizes of a commit."""
    peers = bench.peers
    for per_commit, events, fewer, times, against_floor, against_sqlite in PLAN:
        work = Appending(bench, per_commit, events, fewer)
        others = [Contestant(f"{LMDB}, the same puts and syncs", work.floor, against_floor)]
        if peers.sqlite:
            others += [
                Contestant(f"{SQLITE}, the log's tables", lambda: work.sqlite("heads"),
                           against_sqlite),
                Contestant(f"{SQLITE}, an index by stream besides",
                           lambda: work.sqlite("indexed"), against_sqlite)]
        if peers.postgres:
            others.append(Contestant(f"{POSTGRES}, message-db's way", work.postgres))
        if peers.eventsourcing:
            others.append(Contestant(f"Python {EVENTSOURCING}", work.eventsourcing))
        bench.figures.race(f"append, {per_commit:,} a commit", "events/s",
                           Contestant("ours", work.ours), others, bench.runs * times)
        fresh(work.target)
    bench.ledgers.forget_postgres()
