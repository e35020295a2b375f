"""Bytes on the disk: of the log against those of its events, of vault and views, of peers."""

import os

from figures import Contestant
from peers import EVENTSOURCING, POSTGRES, SQLITE
from processes import Failure


def held(path):
    """Bytes that the disk holds for a file, or for all files below a folder."""
    if os.path.isfile(path):
        return os.stat(path).st_blocks * 512
    return sum(os.lstat(f"{folder}/{name}").st_blocks * 512
               for folder, _, names in os.walk(path) for name in names)


def _others(bench, ledger):
    """What the same events need elsewhere, with indexes by place and by stream."""
    yield Contestant("the events' own bytes", lambda: ledger.bytes / ledger.events,
                     "at most 1.6, aim 1.4")
    ledgers, events = bench.ledgers, bench.events
    for name, bytes_held in (
            (SQLITE, lambda: held(ledgers.sqlite(events))),
            (POSTGRES, lambda: ledgers.postgres(events)),
            (EVENTSOURCING, lambda: held(ledgers.eventsourcing(events)))):
        yield Contestant(
            name, lambda bytes_held=bytes_held: bytes_held() / ledger.events)


def measure(bench):
    """The largest ledger."""
    try:
        ledger = bench.ledgers.of(bench.events)
    except Failure as failure:
        bench.figures.left_out(f"bytes of {bench.events:,} events", "all", str(failure))
        return
    what = f"log/ of {ledger.events:,} events"
    bench.figures.race(
        what, "bytes/ev", Contestant("ours", lambda: held(ledger.log) / ledger.events),
        list(_others(bench, ledger)), rounds=1)
    for part in ("vault", "views"):
        bench.figures.single(f"{part}/ of {ledger.events:,} events", "bytes/ev",
                             [held(f"{ledger.folder}/{part}") / ledger.events])

