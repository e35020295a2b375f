"""Measures the program beside floors and peers, interleaved, and prints medians and ratios.

Called by Tools/bench/run. Figures move with the machine and its load; ratios of one run are what
can be compared. A figure that is slow fails nothing; what cannot be measured is named.
"""

import argparse
import os
import signal
import sys
from dataclasses import dataclass

import appending
import asking
import building
import growing
import importing
import machine
import rebuilding
import storing
import surveying
import verifying
from figures import Figures
from ledgers import Ledgers
from peers import Peers
from processes import Failure

PARTS = {
    "append": appending, "import": importing, "ask": asking, "survey": surveying,
    "verify": verifying, "rebuild": rebuilding, "disk": storing, "growth": growing,
}
PRODUCTS = ["cadre", "append-bench", "rebuild-bench"]
RESULT = ".build/bench.json"


@dataclass
class Bench:
    """What every part needs."""

    bin: str
    work: str
    runs: int
    events: int
    figures: Figures
    peers: Peers
    ledgers: Ledgers

    @property
    def cadre(self):
        """The program itself."""
        return f"{self.bin}/cadre"


def _number(least):
    def parse(text):
        number = int(float(text.replace(",", "").replace("_", "")))
        if number < least:
            raise argparse.ArgumentTypeError(f"at least {least:,}")
        return number
    return parse


def _parts(text):
    unknown = [name for name in text.split(",") if name not in PARTS]
    if unknown:
        raise argparse.ArgumentTypeError(f"{unknown[0]}: none of {', '.join(PARTS)}")
    return [name for name in PARTS if name in text.split(",")]


def _arguments():
    parser = argparse.ArgumentParser(
        prog="Tools/bench/run",
        epilog="--install brings missing peers with apt-get where this account may use it.",
        description="Measures the program beside floors and peers; see Tools/bench/run.")
    parser.add_argument("--work", required=True, help=argparse.SUPPRESS)
    parser.add_argument("runs", nargs="?", type=_number(1), default=5,
                        help="rounds of each measurement; 5 unless told")
    parser.add_argument("--only", type=_parts, default=list(PARTS), metavar="NAME,...",
                        help=f"parts of the suite: {', '.join(PARTS)}")
    parser.add_argument("--events", type=_number(10_000), default=10**6,
                        help="events of the largest ledger; 1e6 unless told, 1e7: half an hour")
    parser.add_argument("--ledgers", metavar="DIR",
                        help="where ledgers are looked for and kept, by names as 1e6")
    return parser.parse_args()


def _heading(bench):
    described = machine.described()
    print(f"{described['cpu']}, {described['cores']} cores, {described['memoryGiB']} GiB,"
          f" Linux {described['kernel']}, {described['date']}, commit {described['commit']},"
          f" load {described['loadBefore']}")
    versions = bench.peers.versions()
    for name, version in versions.items():
        print(f"{name} {version}")
    print(f"{bench.runs} rounds, interleaved; medians, in brackets least and most; a ratio is ours"
          " above the peer's in one round\n", flush=True)
    return {"machine": described, "peers": versions, "runs": bench.runs, "events": bench.events}


def _measure(bench, parts):
    for name in parts:
        bench.figures.part = name
        try:
            PARTS[name].measure(bench)
        except (Failure, OSError, ValueError, AttributeError, IndexError) as failure:
            print(f"{name} FAILED: {failure}", flush=True)
            bench.figures.failures.append({"part": name, "why": str(failure)})


def main():
    """Builds, measures, and writes what was found, whatever failed on the way."""
    told = _arguments()
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(143))
    folder = building.swift(PRODUCTS)
    peers = Peers(told.work)
    try:
        if told.ledgers:
            os.makedirs(told.ledgers, exist_ok=True)
        ledgers = Ledgers(f"{folder}/cadre", told.work, peers, told.ledgers)
        bench = Bench(folder, told.work, told.runs, told.events, Figures(told.runs), peers, ledgers)
        heading = _heading(bench)
        try:
            _measure(bench, told.only)
        finally:
            heading["machine"]["loadAfter"] = machine.load()
            bench.figures.write(RESULT, heading)
            print(f"\nload {heading['machine']['loadAfter']}; also in {RESULT}")
    finally:
        peers.stop()
    return 1 if bench.figures.failures else 0


sys.exit(main())
