"""What the figures were measured on."""

import os
import platform
import time

from processes import Failure, output


def _first(path, word):
    """What stands behind the colon of the first line that has the word."""
    try:
        with open(path, encoding="utf-8", errors="replace") as lines:
            return next((line.split(":", 1)[1].strip() for line in lines if word in line), "?")
    except OSError:
        return "?"


def _commit():
    try:
        changed = " and changes" if output(["git", "status", "--porcelain"]) else ""
        return output(["git", "rev-parse", "--short=12", "HEAD"]).strip() + changed
    except Failure:
        return "?"


def load():
    """Of the last minute."""
    return round(os.getloadavg()[0], 2)


def described():
    """Processor, cores, memory, kernel, date and commit."""
    kilobytes = _first("/proc/meminfo", "MemTotal").split()[0]
    return {
        "cpu": _first("/proc/cpuinfo", "model name"),
        "cores": len(os.sched_getaffinity(0)),
        "memoryGiB": round(int(kilobytes) / 2**20, 1) if kilobytes.isdigit() else "?",
        "kernel": platform.release(),
        "date": time.strftime("%Y-%m-%dT%H:%MZ", time.gmtime()),
        "commit": _commit(),
        "loadBefore": load(),
    }
