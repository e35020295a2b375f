#!/usr/bin/env python3
"""Has Tools/verify.py refute what is not so: events left out, bits turned, histories made anew."""

import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
done = subprocess.run([sys.executable, HERE / "verify" / "test_verify.py"],
                      env={**os.environ, "FLIPS": os.environ.get("FLIPS", "150")})
sys.exit(done.returncode)
