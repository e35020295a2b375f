"""Runs commands and says how long they took, what they printed and what memory they needed."""

import os
import shutil
import subprocess
import tempfile
import time

# Done, the answer no, not known, done with warnings: what `cadre` answers where nothing failed.
ANSWERS = (0, 1, 2, 3)


class Failure(Exception):
    """A command that could not be run, or that ended as none may."""


def fresh(path):
    """That path, with nothing there."""
    if os.path.isdir(path):
        shutil.rmtree(path)
    elif os.path.exists(path):
        os.unlink(path)
    for ending in ("-wal", "-shm"):
        if os.path.exists(path + ending):
            os.unlink(path + ending)
    return path


def output(command, **more):
    """What a command prints; Failure where it does not end with 0."""
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, **more)
    except OSError as error:
        raise Failure(f"{command[0]}: {error.strerror}") from error
    if done.returncode != 0:
        said = _telling(done.stderr.strip() or done.stdout)
        raise Failure(f"{os.path.basename(command[0])} ended with {done.returncode}: {said}")
    return done.stdout


def timed(command, answers=ANSWERS, stdin=None):
    """Wall time in seconds of a whole process; its output is thrown away."""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = _started(command, said, stdin)
        process.communicate(stdin.encode() if stdin else None)
        seconds = time.perf_counter() - start
        _accept(command, process.returncode, answers, said)
    return seconds


def anonymous_peak(command, answers=ANSWERS):
    """The most anonymous memory of a process in MB, looked at every 2 ms.

    Pages of mapped files are not in it; what LMDB has changed and not yet written is.
    """
    most = 0
    with tempfile.TemporaryFile() as said:
        process = _started(command, said, None)
        while process.poll() is None:
            most = max(most, _anonymous(process.pid))
            time.sleep(0.002)
        _accept(command, process.returncode, answers, said)
    return most / 1024


def _started(command, errors, stdin):
    try:
        return subprocess.Popen(
            command, stdin=subprocess.PIPE if stdin else subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=errors)
    except OSError as error:
        raise Failure(f"{command[0]}: {error.strerror}") from error


def _accept(command, code, answers, said):
    if code in answers:
        return
    said.seek(0)
    words = _telling(said.read().decode(errors="replace"))
    raise Failure(f"{' '.join(command)} ended with {code}: {words}")


def _telling(text):
    """The line that says why: the first with an error, as compilers put it, or the last."""
    lines = [line.strip() for line in text.strip().splitlines()] or ["nothing"]
    return next((line for line in lines if "error:" in line), lines[-1])


def _anonymous(process):
    """Kilobytes of anonymous memory of a process now; 0 when it has gone."""
    try:
        with open(f"/proc/{process}/status", encoding="ascii", errors="replace") as status:
            return next((int(line.split()[1]) for line in status if line.startswith("RssAnon:")), 0)
    except OSError:
        return 0
