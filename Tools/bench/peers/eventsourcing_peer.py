"""What the Python package eventsourcing does with its recorder for SQLite.

eventsourcing_peer.py append DATABASE EVENTS EVENTS_PER_COMMIT STREAMS EVENT_BYTES
eventsourcing_peer.py fill DATABASE SQLITE     copies what sqlite_fill made
eventsourcing_peer.py group DATABASE           reads all in order, grouped by stream

It opens its database with a write-ahead log; that every commit is synced is checked here. Append
prints events per second, group events and seconds.
"""

import os
import sqlite3
import sys
import time
from uuid import UUID

from eventsourcing.persistence import StoredEvent
from eventsourcing.sqlite import SQLiteApplicationRecorder, SQLiteDatastore

PAGE = 10_000
MASK = (1 << 64) - 1


def random_numbers(state=1):
    """SplitMix64, as in append_floor.c."""
    while True:
        state = (state + 0x9E3779B97F4A7C15) & MASK
        z = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        yield z ^ (z >> 31)


def recorder_at(path):
    """A recorder whose commits are synced, as sqlite3 has it unless told otherwise."""
    datastore = SQLiteDatastore(path)
    with datastore.transaction(commit=False) as cursor:
        cursor.execute("PRAGMA synchronous")
        if cursor.fetchone()[0] != 2:
            sys.exit("synchronous is not FULL")
    recorder = SQLiteApplicationRecorder(datastore)
    recorder.create_table()
    return recorder


def batches(events, per_commit, streams, length):
    """Batches of events with the revisions that their streams come to."""
    numbers = random_numbers()
    revisions = [0] * (streams + 1)
    state = os.urandom(length)
    for start in range(0, events, per_commit):
        batch = []
        for _ in range(min(per_commit, events - start)):
            stream = 1 + next(numbers) % streams
            batch.append(StoredEvent(UUID(int=stream), revisions[stream], "106", state))
            revisions[stream] += 1
        yield batch


def append(path, events, per_commit, streams, length):
    """Appends, each batch in a commit; making the batches is not counted."""
    recorder = recorder_at(path)
    seconds = 0.0
    for batch in batches(int(events), int(per_commit), int(streams), int(length)):
        start = time.perf_counter()
        recorder.insert_events(batch)
        seconds += time.perf_counter() - start
    print(f"{int(events) / seconds:.0f} events/s")


def fill(path, source):
    """Copies all events, 10,000 a commit."""
    recorder = recorder_at(path)
    rows = sqlite3.connect(source).execute(
        "SELECT kind, number, revision, type, bytes FROM events ORDER BY idx")
    while page := rows.fetchmany(PAGE):
        recorder.insert_events([
            StoredEvent(UUID(int=kind << 32 | number), revision, str(kind_of_event), state)
            for kind, number, revision, kind_of_event, state in page])


def group(path):
    """Reads all events in pages, as a projection of that package does."""
    recorder = recorder_at(path)
    start = time.perf_counter()
    streams, place, count = {}, 1, 0
    while page := recorder.select_notifications(place, PAGE):
        for event in page:
            streams.setdefault(event.originator_id, []).append(event.state)
        count += len(page)
        place = page[-1].id + 1
    seconds = time.perf_counter() - start
    print(f"{count} events {seconds:.6f} seconds {len(streams)} streams")


if __name__ == "__main__":
    {"append": append, "fill": fill, "group": group}[sys.argv[1]](*sys.argv[2:])
