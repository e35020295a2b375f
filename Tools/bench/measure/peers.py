"""What ours is measured against; each is there or said to be left out."""

import os
import sys

from building import macro, program
from postgres import Postgres
from processes import Failure, output

VENV = ".build/bench-venv"
LMDB, SQLITE, POSTGRES, EVENTSOURCING = "C on LMDB", "SQLite", "PostgreSQL", "eventsourcing"


class SQLite:
    """Three programs in C with libsqlite3."""

    def __init__(self, work):
        self.version = macro("sqlite3.h", "SQLITE_VERSION")
        self.append = program(work, "peers/sqlite_append.c", "-lsqlite3")
        self.fill = program(work, "peers/sqlite_fill.c", "-lsqlite3", "-llmdb")
        self.group = program(work, "peers/sqlite_group.c", "-lsqlite3")


class EventSourcing:
    """The Python package, in a folder of its own below .build."""

    def __init__(self):
        python = f"{VENV}/bin/python"
        if not os.path.exists(f"{VENV}/complete"):
            print(f"Installing eventsourcing into {VENV} ...", file=sys.stderr, flush=True)
            output([sys.executable, "-m", "venv", VENV])
            output([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
                    "eventsourcing"])
            with open(f"{VENV}/complete", "w", encoding="ascii"):
                pass
        version = "import importlib.metadata as m; print(m.version('eventsourcing'))"
        self.version = output([python, "-c", version]).strip()
        self.command = [python, "-B", "Tools/bench/peers/eventsourcing_peer.py"]


class Peers:
    """The peers that are there; None stands for one that is not."""

    def __init__(self, work):
        self.missing = {}
        self.append_floor = program(work, "append_floor.c", "-llmdb")
        self.hash_floor = program(
            work, "hash_floor.c", "-I", "Sources/CHash", "-llmdb", "-lpthread")
        self.rebuild_floor = self._optional(
            "C, walking and grouping", lambda: program(work, "rebuild_floor.c", "-llmdb"))
        self.event_bytes = program(work, "peers/event_bytes.c", "-llmdb")
        self.sqlite = self._optional(SQLITE, lambda: SQLite(work))
        self.postgres = self._optional(POSTGRES, lambda: Postgres(work))
        self.eventsourcing = self._optional(EVENTSOURCING, EventSourcing)

    def _optional(self, name, make):
        try:
            return make()
        except Failure as failure:
            self.missing[name] = str(failure)
            return None

    def versions(self):
        """What each is, or why it is left out."""
        numbers = ("MDB_VERSION_MAJOR", "MDB_VERSION_MINOR", "MDB_VERSION_PATCH")
        found = {"LMDB": macro("lmdb.h", *numbers)}
        for name, peer in ((SQLITE, self.sqlite), (POSTGRES, self.postgres),
                           (EVENTSOURCING, self.eventsourcing)):
            if peer:
                found[name] = peer.version
        found["Python"] = sys.version.split()[0]
        return found | {name: f"left out: {why}" for name, why in self.missing.items()}

    def stop(self):
        """Ends what runs."""
        if self.postgres:
            self.postgres.stop()
