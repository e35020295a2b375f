#!/usr/bin/env python3
"""What Tools/xlsx2csv refuses, and that no workbook makes it fail without a word.

    python3 test_damaged.py [-v]
"""

import subprocess
import sys
import unittest

from case import PEOPLE, TOOL, Case, tool
from workbook import number, row, text, titles, typed, workbook

LAN = row(2, text("A2", "000034HT"), text("B2", "Lan"))


class Refusals(Case):
    def test_what_is_no_workbook_says_what_to_do(self):
        ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
        for content, words in ((ole, "save it as"), (ole + "EncryptedPackage".encode("utf-16-le"), "password"),
                               (b"hello", "no workbook"), (b"", "no workbook"), (b"PK\x03\x04broken", "no workbook")):
            with self.subTest(content=content[:20]):
                self.book.write_bytes(content)
                self.assertIn(words, self.convert(65))

    def test_workbooks_of_other_kinds(self):
        workbook(self.book, [("a", "")], extra={"xl/workbook.bin": "x"}.items())
        self.assertIn("save it as", self.convert(65))

    def test_entities_are_not_expanded(self):
        workbook(self.book, [("nhan-su", titles(1, *PEOPLE))],
                 prolog='<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]>')
        self.assertIn("DOCTYPE", self.convert(65))

    def test_damaged_parts(self):
        for extra in ({"xl/workbook.xml": "<workbook"}, {"xl/worksheets/sheet1.xml": "<a></b>"},
                      {"xl/sharedStrings.xml": "\x00"}):
            with self.subTest(extra=extra):
                workbook(self.book, [("nhan-su", titles(1, *PEOPLE))], extra=extra.items())
                self.assertIn("damaged", self.convert(65))
        good = self.book
        workbook(good, [("nhan-su", titles(1, *PEOPLE))])
        whole = good.read_bytes()
        for place in range(0, len(whole), 17):
            good.write_bytes(whole[:place] + bytes([whole[place] ^ 0x41]) + whole[place + 1:])
            status, said = self.run_tool()
            self.assertIn(status, (0, 3, 65), f"byte {place}: {said}")

    def test_statuses(self):
        def status(*words):
            done = subprocess.run([sys.executable, TOOL, *map(str, words)], capture_output=True, text=True)
            self.assertNotIn("Traceback", done.stderr)
            return done.returncode

        workbook(self.book, [("nhan-su", titles(1, *PEOPLE))])
        (self.folder / "file").write_text("")
        self.assertEqual(status(), 64)
        self.assertEqual(status(self.book), 64)
        self.assertEqual(status("--wrong", self.book, self.sheets), 64)
        self.assertEqual(status(self.book, self.sheets, "--lang", "fr"), 64)
        self.assertEqual(status(self.folder / "none.xlsx", self.sheets), 66)
        self.assertEqual(status(self.book, self.folder / "file"), 73)
        self.assertEqual(status(self.book, self.folder / "file" / "x"), 73)
        self.assertEqual(status("--help"), 0)


class Malformed(Case):
    """Parts that say what a workbook cannot: each is refused with the part or cell at fault."""

    def refused(self, body, said, **options):
        with self.subTest(body=body[:80], place=said):
            self.assertIn(said, self.cells(body, status=65, **options))

    def test_styles_that_are_none(self):
        for xf in ("abc", "-1", "1_4", "١٤"):
            styles = f'<styleSheet><cellXfs><xf numFmtId="{xf}"/></cellXfs></styleSheet>'
            self.refused(LAN, "xl/styles.xml: 1:", extra={"xl/styles.xml": styles}.items())
        for style in ("zz", "-1", "7", "1_0"):
            self.refused(row(2, text("A2", "1"), number("C2", 33, style)), "nhan-su:2:Ngày sinh", formats=(14,))
        long = f'<styleSheet><numFmts><numFmt numFmtId="170" formatCode="{";" * 60_000}"/></numFmts></styleSheet>'
        self.refused(LAN, "xl/styles.xml", extra={"xl/styles.xml": long}.items())

    def test_a_workbook_without_styles_has_none_to_miss(self):
        styles = "<styleSheet/>"
        cells = self.cells(row(2, text("A2", "1"), number("C2", 33)), extra={"xl/styles.xml": styles}.items())
        self.assertEqual(cells[2], "33")

    def test_strings_that_are_none(self):
        for place in ("-1", "2", "x", "1_0", "", "٠"):
            self.refused(row(2, typed("A2", "s", place or " ")), "nhan-su:2:Mã hồ sơ", strings=("<t>a</t>", "<t>b</t>"))
        self.refused(row(2, typed("A2", "s", 0)), "xl/sharedStrings.xml: 1:",
                     extra={"xl/sharedStrings.xml": "<sst><t>x</t></sst>"}.items())

    def test_characters_that_are_none(self):
        self.refused(row(2, text("A2", "_xD800_")), "nhan-su:2:Mã hồ sơ")
        self.refused(row(2, typed("A2", "s", 0)), "xl/sharedStrings.xml: 1:", strings=("<t>_xDC00_</t>",))
        cells = self.cells(row(2, text("A2", "1"), text("B2", "_xD83D__xDE00_ _x005F_x000D_")))
        self.assertEqual(cells[1], "\U0001F600 _x000D_")

    def test_rows_and_cells_that_are_none(self):
        for body in ('<row r="two"><c><v>1</v></c></row>', '<row r="0"/>', '<row r="-3"/>', '<row r="1_0"/>',
                     '<row r="1048577"/>', '<row r="9999999"><c r="A9999999"><v>1</v></c></row>'):
            self.refused(body, "xl/worksheets/sheet1.xml: 1:")
        for reference in ("A0", "A", "7", "a2", "A٣", "XFE2", "A1048577", "", "A02"):
            self.refused(row(2, text(reference, "x")), "xl/worksheets/sheet1.xml: 1:")
        self.refused(row(2, text("A2", "1"), text("A2", "2")), "A2 twice")
        for kind in ("zz", "b"):
            self.refused(row(2, text("A2", "1"), typed("B2", kind, "x")), "nhan-su:2:Họ và tên")

    def test_numbers_that_are_none(self):
        for value in ("1_000", "nan", "0x10", "1e400", "٣٣٣٣٣", "-", "1e", "inf"):
            self.refused(row(2, text("A2", "1"), number("C2", value, 1)), "nhan-su:2:Ngày sinh", formats=(14,))
        cells = self.cells(row(2, text("A2", "1"), number("C2", " 24364\n", 1)), formats=(14,))
        self.assertEqual(cells[2], "14/09/1966")

    def test_numbers_that_are_no_day_or_code_are_named(self):
        for value in ("1e30", "1e300", "-1", "-1e30", "2958466"):
            with self.subTest(value=value):
                self.cells(row(2, text("A2", "1"), number("C2", value, 1)), formats=(14,), status=3,
                           said="nhan-su:2:Ngày sinh")
        for value, column in (("-42066139462", "D2"), ("-34", "A2"), ("1e20", "D2")):
            with self.subTest(value=value):
                self.cells(row(2, text("B2", "Lan"), number(column, value, 1)), formats=("000000000000",), status=3,
                           said="a code kept as the number")
        self.cells(row(2, text("B2", "Lan"), number("C2", "1e20", 1)), formats=("0000",), status=3, said="15 digits")

    def test_merged_cells_that_are_none(self):
        sheet = "<sheetData>" + titles(1, *PEOPLE) + LAN + "</sheetData><mergeCells>{}</mergeCells>"
        for merge in ('<mergeCell/>', '<mergeCell ref="D2:"/>', '<mergeCell ref="D2:E"/>',
                      '<mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/>'):
            with self.subTest(merge=merge):
                workbook(self.book, [("nhan-su", sheet.format(merge))])
                self.assertIn("xl/worksheets/sheet1.xml", self.convert(65))

    def test_what_nobody_thought_of_is_said_with_its_place(self):
        module = tool()
        reader, code = module.Reader.text, module.Styles.format
        self.addCleanup(setattr, module.Reader, "text", reader)

        def failing(*_):
            raise KeyError("x")

        module.Reader.text = failing
        self.assertIn("nhan-su", self.cells(LAN, status=65))
        module.Reader.text = reader
        self.addCleanup(setattr, module.Styles, "format", code)
        module.Styles.format = failing
        self.assertIn("nhan-su:2:Ngày sinh", self.cells(row(2, text("A2", "1"), number("C2", 1)), status=65))

    def test_what_is_said_moves_no_cursor(self):
        said = self.cells(row(2, text("A2", "1"), typed("B2", "e", "#N/A_\r\nroot: ok")), status=65)
        self.assertEqual(said.count("\n"), 1)


if __name__ == "__main__":
    unittest.main()
