#!/usr/bin/env python3
"""Has Tools/xlsx2csv turn workbooks of openpyxl and of its own into sheets, and imports them."""

import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
done = subprocess.run([sys.executable, HERE / "xlsx2csv" / "test_xlsx2csv.py"])
sys.exit(done.returncode)
