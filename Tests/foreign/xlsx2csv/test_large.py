#!/usr/bin/env python3
"""Workbooks of few bytes and much in them: Tools/xlsx2csv is soon done with each, or refuses it.

    python3 test_large.py [-v]
"""

import time
import unittest

from case import PEOPLE, Case, read, tool
from workbook import row, text, titles, typed, workbook

LAN = row(2, text("A2", "000034HT"), text("B2", "Lan"))


class Large(Case):
    def setUp(self):
        super().setUp()
        start = time.monotonic()
        self.addCleanup(lambda: self.assertLess(time.monotonic() - start, 8, "it took too long"))

    def limited(self, **limits):
        """With lower limits, so that a workbook beyond them need not be made whole."""
        for name, limit in limits.items():
            self.addCleanup(setattr, tool(), name, getattr(tool(), name))
            setattr(tool(), name, limit)

    def rows(self):
        return read(self.sheets / "nhan-su.csv")[1:]

    def test_a_stray_cell_is_named_and_makes_no_rectangle(self):
        for reference, line in (("XFD1048576", 1048576), ("XFD2", 2), ("F3", 3)):
            with self.subTest(reference=reference):
                more = "".join(row(k, text(f"A{k}", k)) for k in range(4, 4000))
                stray = row(line, text(reference, "x"))
                column = reference.rstrip("0123456789")
                self.cells(LAN + stray + more, status=3, said=f"nhan-su:{line}:{column}: no column title above it")
                self.assertEqual(self.rows()[0], ["000034HT", "Lan", "", ""])
                self.assertEqual(len(self.rows()), 3997)

    def test_stray_cells_of_a_column_are_said_once(self):
        body = "".join(row(k, text(f"A{k}", k), text(f"F{k}", "x"), text(f"H{k}", "x")) for k in range(2, 3000))
        self.cells(body, status=3, said="nhan-su:2:F: no column title above it, nor above 2997 more of its column")

    def test_a_stray_cell_in_error_or_without_a_value_is_stray(self):
        self.cells(row(2, text("A2", "1"), typed("F2", "e", "#N/A"), '<c r="G2"><f>A1</f></c>'), status=3,
                   said="nhan-su:2:G: no column title")

    def test_a_formula_of_nothing_far_away_is_nothing(self):
        self.cells(LAN + row(1048576, '<c r="XFD1048576" t="str"><f>""</f><v></v></c>'))
        self.assertEqual(self.rows(), [["000034HT", "Lan", "", ""]])

    def test_the_last_row_is_next_to_the_first(self):
        self.cells(LAN + row(1048576, text("A1048576", "x")), said="rows without anything are left out: 1048573")
        self.assertEqual(self.rows(), [["000034HT", "Lan", "", ""], ["x", "", "", ""]])

    def test_columns_without_a_title_between_those_with_one_are_none(self):
        workbook(self.book, [("nhan-su", row(1, text("B1", "Mã hồ sơ"), text("D1", "Họ và tên"))
                              + row(2, text("B2", "1"), text("D2", "Lan")))])
        self.convert()
        self.assertEqual(read(self.sheets / "nhan-su.csv"), [["Mã hồ sơ", "Họ và tên"], ["1", "Lan"]])

    def test_cells_without_end_are_refused(self):
        self.assertIn("XFD", self.cells('<row r="2">' + "<c><v>1</v></c>" * 3_000_000 + "</row>", status=65))
        self.limited(CELLS_LIMIT=10_000)
        line = "<row>" + "<c><v>1</v></c>" * 3 + "</row>"
        self.assertIn("more than 10000 cells", self.cells(line * 3_400, status=65))

    def test_elements_without_end_are_refused(self):
        self.limited(ELEMENTS_LIMIT=10_000)
        said = self.cells("<x/>" * 10_000, status=65)
        self.assertIn("unpacks to too much", said)
        self.assertIn("delete the rows below the last one", said)

    def test_elements_within_each_other_without_end_are_refused(self):
        self.assertIn("xl/worksheets/sheet1.xml", self.cells("<c>" * 100_000, status=65))

    def test_a_tag_without_end_is_refused(self):
        self.assertIn("xl/worksheets/sheet1.xml", self.cells(f'<c a="{"x" * (40 << 20)}"/>', status=65))

    def test_a_rectangle_without_end_is_refused(self):
        heads = "".join(f"<c t='inlineStr'><is><t>{k}</t></is></c>" for k in range(16_000))
        body = "".join(f'<row r="{k}"><c><v>1</v></c></row>' for k in range(2, 5_000))
        workbook(self.book, [("x", f'<row r="1">{heads}</row>' + body)])
        self.assertIn("unpacks to too much", self.convert(65))

    def test_one_text_many_times_is_refused(self):
        body = "".join(row(k, typed(f"B{k}", "s", 0)) for k in range(2, 5_000))
        self.assertIn("unpacks to too much", self.cells(body, strings=(f"<t>{'a' * 65_000}</t>",), status=65))

    def test_texts_longer_than_an_import_takes_are_named(self):
        for length, status in ((65_536, 0), (65_537, 3), (60_000_000, 3)):
            with self.subTest(length=length):
                cells = self.cells(row(2, text("A2", "1"), typed("B2", "s", 0)), strings=(f"<t>{'a' * length}</t>",),
                                   status=status, said="nhan-su:2:Họ và tên: more than 65536 bytes" if status else "")
                self.assertEqual(cells[1], "" if status else "a" * length)
        for cell in (text("B2", "ữ" * 30_000), text("B2", "a" * 6_000_000), text("B2", '"' * 40_000)):
            self.cells(row(2, text("A2", "1"), cell), status=3, said="nhan-su:2:Họ và tên: more than 65536 bytes")

    def test_merged_cells_of_every_row(self):
        body = titles(1, *PEOPLE) + "".join(row(k, text(f"A{k}", k), text(f"C{k}", "x")) for k in range(2, 20_002))
        merges = "".join(f'<mergeCell ref="B{k}:C{k}"/>' for k in range(2, 20_002))
        workbook(self.book, [("nhan-su", f"<sheetData>{body}</sheetData><mergeCells>{merges}</mergeCells>")])
        self.convert()
        self.assertEqual(self.rows()[19_999], ["20001", "", "", ""])

    def test_merged_cells_over_each_other(self):
        merges = '<mergeCell ref="A1:XFD1048576"/>' * 20_000
        body = titles(1, *PEOPLE) + LAN
        workbook(self.book, [("nhan-su", f"<sheetData>{body}</sheetData><mergeCells>{merges}</mergeCells>")])
        self.assertIn("A1 is merged twice", self.convert(65))

    def test_a_bomb_is_not_unpacked(self):
        for limit in ("PART_LIMIT", "TOTAL_LIMIT"):
            with self.subTest(limit=limit):
                self.limited(PART_LIMIT=1 << 30, TOTAL_LIMIT=1 << 30)
                self.limited(**{limit: 1 << 20})
                workbook(self.book, [("nhan-su", titles(1, *PEOPLE))],
                         extra={"xl/sharedStrings.xml": b"<sst>" + b" " * (1 << 20) + b"</sst>"}.items())
                self.assertIn("unpacks to too much", self.convert(65))

    def test_sheets_without_end_are_refused(self):
        workbook(self.book, [("x", "")] * 1_001)
        self.assertIn("unpacks to too much", self.convert(65))


if __name__ == "__main__":
    unittest.main()
