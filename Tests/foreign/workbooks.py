#!/usr/bin/env python3
"""Has Tools/xlsx2csv turn workbooks of openpyxl and of its own into sheets, and imports them; and that it
refuses what is damaged or without end."""

import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
statuses = [subprocess.run([sys.executable, path]).returncode
            for path in sorted((HERE / "xlsx2csv").glob("test_*.py"))]
sys.exit(any(statuses))
