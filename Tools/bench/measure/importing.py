"""An import of sheets against sqlite3's .import of the same files into plain tables."""

import os
import shutil

from figures import Contestant
from ledgers import SHEETS
from peers import SQLITE
from processes import anonymous_peak, fresh, timed


def into_new_ledger(bench, sheets):
    """Seconds of an import into a ledger that was just made."""
    folder = fresh(f"{bench.work}/import")
    timed([bench.cadre, "--ledger", folder, "init"])
    return timed([bench.cadre, "--ledger", folder, "import", sheets])


def _script():
    return ".mode csv\n.separator ;\n" + "".join(
        f'.import {SHEETS}/{name} "{name[:-4]}"\n' for name in sorted(os.listdir(SHEETS)))


def measure(bench):
    """The Bloc's sheets."""
    what, others, database = "import of the Bloc's sheets", [], f"{bench.work}/import.db"
    if shutil.which("sqlite3"):
        others.append(Contestant(
            f"{SQLITE}, .import of the same files",
            lambda: timed(["sqlite3", fresh(database)], answers=(0,), stdin=_script()),
            "time at most 2.0, aim 1.0"))
    else:
        bench.figures.left_out(what, SQLITE, "sqlite3 is not installed")
    bench.figures.race(
        what, "s", Contestant("ours", lambda: into_new_ledger(bench, SHEETS)), others)
    folder = fresh(f"{bench.work}/import")
    timed([bench.cadre, "--ledger", folder, "init"])
    bench.figures.single(f"{what}, anonymous memory", "MB",
                         [anonymous_peak([bench.cadre, "--ledger", folder, "import", SHEETS])])
    again = [bench.cadre, "--ledger", folder, "import", SHEETS]
    bench.figures.race(f"{what}, again, which records nothing", "s",
                       Contestant("ours", lambda: timed(again)))
    fresh(folder)
    fresh(database)
