"""Builds what is measured: the program, the benches in Swift, and the floors and peers in C."""

import os
import subprocess
import sys

from processes import Failure, output

RELEASE = ["-c", "release", "-Xswiftc", "-static-stdlib"]
BENCH = "Tools/bench"


def swift(products):
    """Builds products for release and returns the folder they are in."""
    for product in products:
        done = subprocess.run(
            ["swift", "build", *RELEASE, "--product", product], stdin=subprocess.DEVNULL,
            stdout=sys.stderr, check=False)
        if done.returncode != 0:
            sys.exit(f"{product} cannot be built")
    return output(["swift", "build", *RELEASE, "--show-bin-path"]).strip()


def program(work, source, *flags):
    """Compiles a C program into the work folder; Failure where a header or library is missing."""
    name = os.path.basename(source).removesuffix(".c")
    libraries = [flag for flag in flags if flag.startswith("-l")]
    others = [flag for flag in flags if not flag.startswith("-l")]
    target = f"{work}/{name}"
    output(["cc", "-O2", *others, "-o", target, f"{BENCH}/{source}", *libraries])
    return target


def macro(header, *names):
    """What names in a C header stand for, with dots between."""
    text = f"#include <{header}>\n" + " ".join(names) + "\n"
    done = subprocess.run(
        ["cc", "-E", "-P", "-"], input=text, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Failure(f"{header} is not installed")
    return ".".join(done.stdout.strip().splitlines()[-1].replace('"', "").split())
