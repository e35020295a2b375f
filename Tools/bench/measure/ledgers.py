"""Ledgers of about so many events, made once, and the same events in every peer's store."""

import os
import shutil

from peers import EVENTSOURCING, POSTGRES, SQLITE
from processes import Failure, fresh, output, timed

SHEETS = "Tests/Sheets/bloc"
# What a million events need on the disk at most: the ledger, its sheets, and all peers' stores.
BYTES_AN_EVENT = 1500
# Beyond these a peer takes longer than the rest together.
MOST = {SQLITE: 20_000_000, POSTGRES: 10_000_000, EVENTSOURCING: 1_000_000}


def name_of(events):
    """1e6 for 1,000,000: the name of the folder."""
    digits = f"{events:.10e}".split("e")
    return digits[0].rstrip("0").rstrip(".") + "e" + str(int(digits[1]))


class Ledger:
    """A ledger on the disk, with what it holds."""

    def __init__(self, folder, event_bytes):
        self.folder = folder
        self.log = f"{folder}/log"
        self.events, self.bytes = map(int, output([event_bytes, self.log]).split())

    def warm(self):
        """Has the log in memory, by reading the file before anybody opens it."""
        with open(f"{self.log}/data.mdb", "rb", buffering=0) as file:
            while file.read(1 << 22):
                pass


class Ledgers:
    """Makes ledgers and fills peers; `kept` is where ledgers stay between runs, if anywhere."""

    def __init__(self, cadre, work, peers, kept=None):
        self.cadre = cadre
        self.work = work
        self.peers = peers
        self.kept = kept
        self.made = {}
        self.stores = {}

    def bloc(self):
        """The ledger of the sample sheets, sealed."""
        if "bloc" not in self.made:
            folder = fresh(f"{self.work}/bloc")
            timed([self.cadre, "--ledger", folder, "init"])
            timed([self.cadre, "--ledger", folder, "import", SHEETS])
            timed([self.cadre, "--ledger", folder, "seal"])
            self.made["bloc"] = Ledger(folder, self.peers.event_bytes)
        return self.made["bloc"]

    def of(self, events):
        """A ledger of about so many events of invented people, in one import."""
        if events not in self.made:
            self.made[events] = Ledger(self._folder(events), self.peers.event_bytes)
        return self.made[events]

    def sheets(self, events):
        """Sheets that give about so many events."""
        folder = fresh(f"{self.work}/sheets-{name_of(events)}")
        people = str(max(1, events * 535 // 10_000))
        timed([self.cadre, "sample", folder, "--people", people, "--seed", "1"])
        return folder

    def _folder(self, events):
        name = name_of(events)
        folder = f"{self.kept or self.work}/{name}"
        if self.kept and os.path.exists(f"{folder}.ok"):
            return folder
        room = shutil.disk_usage(self.kept or self.work).free
        if room < events * BYTES_AN_EVENT:
            needed = events * BYTES_AN_EVENT / 2**30
            raise Failure(f"{events:,} events need {needed:.0f} GiB of disk")
        fresh(folder)
        sheets = self.sheets(events)
        timed([self.cadre, "--ledger", folder, "init"])
        timed([self.cadre, "--ledger", folder, "import", sheets])
        fresh(sheets)
        if self.kept:
            with open(f"{folder}.ok", "w", encoding="ascii"):
                pass
        return folder

    def sqlite(self, events):
        """The events of that ledger in SQLite."""
        if not self.peers.sqlite:
            raise Failure(self.peers.missing[SQLITE])
        return self._filled(SQLITE, events, lambda path: output(
            [self.peers.sqlite.fill, self.of(events).log, path]))

    def eventsourcing(self, events):
        """The events of that ledger in the recorder's database."""
        if not self.peers.eventsourcing:
            raise Failure(self.peers.missing[EVENTSOURCING])
        command = self.peers.eventsourcing.command
        return self._filled(EVENTSOURCING, events, lambda path: output(
            [*command, "fill", path, self.sqlite(events)]))

    def postgres(self, events):
        """The events of that ledger in the one table of the server; returns the table's bytes."""
        if not self.peers.postgres:
            raise Failure(self.peers.missing[POSTGRES])
        self._refuse_past(POSTGRES, events)
        if self.stores.get(POSTGRES, (0, 0))[0] != events:
            self.stores[POSTGRES] = (0, 0)
            server = self.peers.postgres
            size = output([server.fill, server.connection, self.of(events).log]).split()[1]
            self.stores[POSTGRES] = (events, int(size))
        return self.stores[POSTGRES][1]

    def forget_postgres(self):
        """Says that the table of the server was emptied."""
        self.stores.pop(POSTGRES, None)

    def _filled(self, peer, events, fill):
        self._refuse_past(peer, events)
        path = f"{self.work}/{peer}-{name_of(events)}.db"
        if (peer, events) not in self.stores:
            fill(fresh(path))
            self.stores[peer, events] = path
        return path

    def _refuse_past(self, peer, events):
        if events > MOST[peer]:
            raise Failure(f"too slow for more than {MOST[peer]:,} events")
