"""Collects what was measured, prints it as it comes, and writes it as JSON."""

import json
import re
import statistics
from dataclasses import dataclass
from typing import Callable

from processes import Failure


@dataclass
class Contestant:
    """Something that gives one figure each time it is run."""

    name: str
    run: Callable[[], float]
    wanted: str = ""
    # At most so many rounds; all of them where it is None.
    rounds: int | None = None


def spread(values):
    """Least, median and most."""
    return {"min": min(values), "median": statistics.median(values), "max": max(values),
            "runs": len(values)}


def shown(value):
    """Four digits, or a whole number with commas."""
    return f"{value:,.0f}" if value >= 1000 else f"{value:.4g}"


def judged(wanted, value):
    """What was asked, with whether the value reaches it, where it begins with a bound."""
    bounds = re.match(r"(?:time )?at (least|most) ([\d.]+)(?:, aim ([\d.]+))?", wanted)
    if not bounds:
        return wanted
    way, least, aim = bounds.groups()
    reached = lambda bound: value >= float(bound) if way == "least" else value <= float(bound)
    if aim and reached(aim):
        return f"{wanted}: aim reached"
    return f"{wanted}: {'reached' if reached(least) else 'NOT reached'}"


class Figures:
    """The lines of one run of the suite."""

    def __init__(self, runs):
        self.runs = runs
        self.part = ""
        self.lines = []
        self.absent = []
        self.failures = []

    def left_out(self, what, peer, why):
        """Says in one line what is not measured, and why."""
        print(f"    {peer}: left out, {why}", flush=True)
        self.absent.append({"part": self.part, "what": what, "peer": peer, "why": why})

    def race(self, what, unit, ours, peers=(), rounds=None):
        """Runs ours and its peers in turn, every second round backwards, and prints medians.

        A ratio is that of the two figures of one round, ours above the peer's; its median is
        printed. A peer that fails is left out from then on; where ours fails, so does the part.
        """
        values = {one.name: {} for one in (ours, *peers)}
        faults = {}
        for number in range(rounds or self.runs):
            turn = [ours, *peers]
            for one in turn if number % 2 == 0 else reversed(turn):
                if one.name in faults or (one.rounds is not None and number >= one.rounds):
                    continue
                try:
                    values[one.name][number] = one.run()
                except Failure as failure:
                    if one is ours:
                        raise
                    faults[one.name] = str(failure)
        self._add(what, unit, ours, peers, values, faults)

    def single(self, what, unit, values, wanted=""):
        """A figure that stands alone."""
        ours = Contestant("ours", lambda: 0.0, wanted)
        self._add(what, unit, ours, (), {"ours": dict(enumerate(values))}, {})

    def _add(self, what, unit, ours, peers, values, faults):
        mine = values[ours.name]
        found = spread(mine.values())
        line = {"part": self.part, "what": what, "unit": unit,
                "wanted": judged(ours.wanted, found["median"]), "ours": found, "peers": {}}
        print(f"{what:<58} {shown(found['median']):>12} {unit:<8}"
              f" ({shown(found['min'])} to {shown(found['max'])})   {line['wanted']}".rstrip(),
              flush=True)
        for peer in peers:
            theirs = values[peer.name]
            if peer.name in faults:
                self.left_out(what, peer.name, faults[peer.name])
                continue
            ratio = spread([mine[number] / value for number, value in theirs.items()])
            wanted = judged(peer.wanted, ratio["median"])
            line["peers"][peer.name] = spread(theirs.values()) | {"ratio": ratio, "wanted": wanted}
            median = line["peers"][peer.name]["median"]
            print(f"    {peer.name:<54} {shown(median):>12} {unit:<8}"
                  f" {ratio['median']:.2f} ×   {wanted}".rstrip(), flush=True)
        self.lines.append(line)

    def write(self, path, heading):
        """Writes everything as JSON."""
        whole = heading | {
            "results": self.lines, "leftOut": self.absent, "failures": self.failures}
        with open(path, "w", encoding="utf-8") as file:
            json.dump(whole, file, indent=1, ensure_ascii=False)
            file.write("\n")
