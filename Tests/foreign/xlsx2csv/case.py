"""A test of Tools/xlsx2csv: a workbook, the folder of its sheets, and what is said."""

import contextlib
import csv
import functools
import importlib.machinery
import importlib.util
import io
import os
import pathlib
import sys
import tempfile
import unittest

from workbook import titles, workbook

ROOT = pathlib.Path(__file__).resolve().parents[3]
TOOL = ROOT / "Tools" / "xlsx2csv"
PEOPLE = ("Mã hồ sơ", "Họ và tên", "Ngày sinh", "Số CCCD")


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


@functools.cache
def tool():
    """The tool as a module; its file has no ending."""
    sys.dont_write_bytecode = True
    loader = importlib.machinery.SourceFileLoader("xlsx2csv", str(TOOL))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("xlsx2csv", loader))
    sys.modules["xlsx2csv"] = module
    loader.exec_module(module)
    return module


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.book = self.folder / "book.xlsx"
        self.sheets = self.folder / "sheets"

    def run_tool(self, *options):
        """Its status and what it said; what it does not catch fails the test."""
        said, shown = io.StringIO(), io.StringIO()
        with contextlib.redirect_stderr(said), contextlib.redirect_stdout(shown):
            status = tool().main([str(self.book), str(self.sheets), "--lang", "en", *options])
        self.assertEqual(shown.getvalue(), "")
        return status, said.getvalue()

    def convert(self, status=0, *options):
        found, said = self.run_tool(*options)
        self.assertEqual(found, status, said)
        left = list(os.listdir(self.sheets)) if self.sheets.exists() else []
        self.assertFalse([name for name in left if name.endswith(".tmp")], "something is left")
        if status not in (0, 3):
            self.assertEqual(left, [], "a refused workbook leaves nothing")
        return said

    def cells(self, body, *, status=0, said=None, name="nhan-su", heads=PEOPLE, **options):
        """The first row below the titles of a sheet with that body."""
        workbook(self.book, [(name, titles(1, *heads) + body)], **options)
        words = self.convert(status)
        if said:
            self.assertIn(said, words)
        return read(self.sheets / f"{name}.csv")[1] if status in (0, 3) else words
