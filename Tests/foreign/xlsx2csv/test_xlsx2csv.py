#!/usr/bin/env python3
"""What Tools/xlsx2csv makes of workbooks; test_damaged.py and test_large.py have what it refuses.

    CADRE=path/to/cadre python3 test_xlsx2csv.py [-v]

Workbooks are made by openpyxl, which many offices' programs write with, and by hand, part by part.
What comes out is read by Python's csv and imported by cadre: a workbook with the sheets of
Tests/Sheets/small must give the events that those sheets give.
"""

import datetime
import glob
import json
import os
import pathlib
import subprocess
import unittest
import zipfile

from case import PEOPLE, ROOT, Case, read, tool
from workbook import number, row, text, titles, typed, workbook

try:
    import openpyxl
except ImportError:
    openpyxl = None

SMALL = ROOT / "Tests" / "Sheets" / "small"
CADRE = os.environ.get("CADRE", str(ROOT / ".build" / "debug" / "cadre"))

def cadre(*words, allowed=(0,)):
    done = subprocess.run([CADRE, *map(str, words)], capture_output=True, text=True)
    if done.returncode not in allowed:
        raise AssertionError(f"{words}: status {done.returncode}: {done.stderr}")
    return done.stdout


class Cells(Case):
    def test_a_code_keeps_the_zeros_that_its_format_shows(self):
        cells = self.cells(
            row(2, number("A2", 34, 1), text("B2", "0012"), number("C2", 1966, 0), number("D2", 42066139462, 2)),
            formats=('000000"HT"', "000000000000"))
        self.assertEqual(cells, ["000034HT", "0012", "1966", "042066139462"])

    def test_a_code_kept_as_a_plain_number_is_named_and_not_guessed(self):
        cells = self.cells(
            row(2, text("A2", "000034HT"), number("D2", 42066139462)), status=3,
            said="nhan-su:2:Số CCCD: a code kept as the number 42066139462")
        self.assertEqual(cells[3], "")

    def test_a_format_that_shows_no_zeros_tells_nothing_of_them(self):
        for code in ("0", "00", "#", 1):
            with self.subTest(code=code):
                self.cells(row(2, text("A2", "1"), number("D2", 42066139462, 1)), formats=(code,), status=3,
                           said="nhan-su:2:Số CCCD")

    def test_a_code_that_became_a_day_is_named(self):
        heads = ("Mã hồ sơ", "Đợt", "Ngày", "Kết quả")
        self.cells(row(2, text("A2", "1"), number("B2", 44197, 1)), name="sang-loc", heads=heads, formats=(17,),
                   status=3, said="sang-loc:2:Đợt: a code that Excel made a day")
        cells = self.cells(row(2, text("A2", "38.168"), number("C2", 44197, 1)), name="chuong-trinh", formats=(17,),
                           heads=("Mã tổ chức", "Nội dung", "Kỳ", "Kết quả (%)"))
        self.assertEqual(cells[2], "01/2021")

    def test_a_plain_number_with_all_its_digits_has_lost_none(self):
        self.assertEqual(self.cells(row(2, text("A2", "1"), number("D2", 142066139462)))[3], "142066139462")

    def test_the_dots_of_a_code_may_be_its_formats(self):
        cells = self.cells(
            row(2, number("A2", 38168001, 1)), heads=("Mã tổ chức", "Tên tổ chức"), name="to-chuc",
            formats=(r"00\.000\.000",))
        self.assertEqual(cells[0], "38.168.001")

    def test_days_of_both_systems(self):
        for date1904, serial, day in ((False, 24364, "14/09/1966"), (True, 22902, "14/09/1966"),
                                      (False, 1, "01/01/1900"), (False, 59, "28/02/1900"),
                                      (False, 61, "01/03/1900"), (True, 0, "01/01/1904"),
                                      (False, 2958465, "31/12/9999")):
            with self.subTest(serial=serial, date1904=date1904):
                cells = self.cells(row(2, text("A2", "1"), number("C2", serial, 1)), formats=(14,), date1904=date1904)
                self.assertEqual(cells[2], day)

    def test_days_by_what_their_format_shows(self):
        codes = {"dd/mm/yyyy": "14/09/1966", "[$-42A]d mmmm yyyy;@": "14/09/1966", "yyyy": "1966",
                 "mm/yyyy": "09/1966", '"ngày" d "tháng" m': "14/09/1966", 15: "14/09/1966", 22: "14/09/1966",
                 "[Red]dd\\-mm\\-yy": "14/09/1966"}
        for code, day in codes.items():
            with self.subTest(code=code):
                cells = self.cells(row(2, text("A2", "1"), number("C2", "24364.5", 1)), formats=(code,))
                self.assertEqual(cells[2], day)

    def test_words_in_a_format_make_no_day_of_a_number(self):
        cells = self.cells(
            row(2, text("A2", "1"), number("F2", 6, 1)), name="sang-loc", formats=('0 "tháng"',),
            heads=("Mã hồ sơ", "Đợt", "Ngày", "Kết quả", "Căn cứ", "Thời hạn giúp đỡ (tháng)"))
        self.assertEqual(cells[5], "6")

    def test_the_day_that_never_was_is_named(self):
        cells = self.cells(
            row(2, text("A2", "1"), number("C2", 60, 1)), formats=(14,), status=3,
            said="nhan-su:2:Ngày sinh: 29/02/1900 is not in the calendar")
        self.assertEqual(cells[2], "")

    def test_numbers_percentages_and_booleans(self):
        heads = ("Mã tổ chức", "Nội dung", "Kỳ", "Kết quả (%)", "Ngày", "Ghi chú")
        for body, column, said in ((number("D2", "0.56999999999999995", 1), 3, "57"),
                                   (number("D2", "0.855", 1), 3, "85,5"), (number("D2", "85.5"), 3, "85,5"),
                                   (number("D2", "1E2"), 3, "100"), (number("D2", 1234.5, 2), 3, "1234,5"),
                                   (number("D2", "7.000000000000001"), 3, "7"),
                                   (number("D2", "0.07000000000000001", 1), 3, "7"),
                                   (number("D2", "0.8653846153846154", 1), 3, "87"),
                                   (number("D2", "0.8653846153846154", 3), 3, "86,54"),
                                   (number("D2", "86.53846153846154", 2), 3, "86,54"),
                                   (number("D2", "86.53846153846154"), 3, "86,5384615384615"),
                                   (number("D2", "45000", 4), 3, "45000"), (number("D2", "52", 5), 3, "52"),
                                   (typed("F2", "b", 1), 5, "TRUE"), (number("C2", 2021), 2, "2021"),
                                   (typed("E2", "d", "2021-06-01T00:00:00"), 4, "01/06/2021")):
            with self.subTest(body=body):
                cells = self.cells(row(2, text("A2", "38.168"), body), name="chuong-trinh", heads=heads,
                                   formats=(9, 4, "0.000%", "#,##0 VND", "Standard"))
                self.assertEqual(cells[column], said)

    def test_part_names_do_not_differ_by_case_or_slash(self):
        for change in (str.lower, str.upper, lambda name: name.replace("/", "\\")):
            with self.subTest(change=change):
                workbook(self.book, [("nhan-su", titles(1, *PEOPLE) + row(2, text("A2", "000034HT"), text("B2", "An")))])
                with zipfile.ZipFile(self.book) as file:
                    parts = {change(name): file.read(name) for name in file.namelist()}
                with zipfile.ZipFile(self.book, "w") as file:
                    for name, content in parts.items():
                        information = zipfile.ZipInfo("x")
                        information.filename = name
                        file.writestr(information, content)
                self.convert()
                self.assertEqual(read(self.sheets / "nhan-su.csv")[1][:2], ["000034HT", "An"])

    def test_strings_of_every_kind(self):
        strings = ("<t>000034HT</t>", "<r><t>Trần </t></r><r><rPr/><t xml:space='preserve'>Thị  Lan</t></r>"
                   "<rPh sb='0' eb='1'><t>READ</t></rPh><phoneticPr/>")
        cells = self.cells(
            row(2, typed("A2", "s", 0), typed("B2", "s", 1), '<c r="C2" t="str"><f>A1</f><v>1966</v></c>',
                '<c r="D2" t="inlineStr"><is><t>a_x000D_\nb;"c"</t></is></c>'), strings=strings)
        self.assertEqual(cells, ["000034HT", "Trần Thị  Lan", "1966", 'a\nb;"c"'])

    def test_formulas_have_their_last_values(self):
        cells = self.cells(row(2, text("A2", "1"), '<c r="C2" s="1"><f>B1+1</f><v>24364</v></c>'), formats=(14,))
        self.assertEqual(cells[2], "14/09/1966")
        self.cells(row(2, text("A2", "1"), '<c r="B2"><f>B1</f></c>'), status=3,
                   said="nhan-su:2:Họ và tên: a formula without a value")

    def test_cells_in_error_are_refused(self):
        said = self.cells(row(2, text("A2", "1"), typed("B2", "e", "#N/A")) + row(3, typed("A3", "e", "#REF!")),
                          status=65)
        self.assertIn("nhan-su:2:Họ và tên #N/A, nhan-su:3:Mã hồ sơ #REF!", said)

    def test_a_merged_cell_is_said_once(self):
        body = titles(1, *PEOPLE) + row(2, text("A2", "1"), text("B2", "Lan")) + row(3, text("A3", "2"), text("B3", "x"))
        workbook(self.book, [("nhan-su", f'<sheetData>{body}</sheetData><mergeCells><mergeCell ref="B2:B3"/></mergeCells>')])
        self.convert()
        self.assertEqual([cells[1] for cells in read(self.sheets / "nhan-su.csv")], ["Họ và tên", "Lan", ""])

    def test_more_digits_than_a_number_keeps_are_named(self):
        self.cells(row(2, text("A2", "1"), number("B2", "12345678901234567")), status=3, said="more than 15 digits")


class Sheets(Case):
    def test_sheets_are_known_by_name_whatever_its_case_spaces_and_marks(self):
        names = {"Kết nạp": "ket-nap", "ket-nap": "ket-nap", " KET  NAP ": "ket-nap", "Sàng lọc": "sang-loc",
                 "Xếp loại tổ chức": "xep-loai-to-chuc", "Nhận xét cư trú": "nhan-xet-cu-tru",
                 "Điều động": "Điều động", "../../etc": "_.._etc", " . ": "_", "\U0001F600" * 90: "\U0001F600" * 50}
        for title, name in names.items():
            with self.subTest(title=title):
                for path in glob.glob(f"{self.sheets}/*"):
                    os.unlink(path)
                workbook(self.book, [(title, titles(1, "Mã hồ sơ", "Loại", "Đợt", "Năm", "Mã tổ chức"))])
                said = self.convert()
                self.assertEqual(os.listdir(self.sheets), [f"{name}.csv"])
                self.assertEqual(f"it becomes {name}.csv" in said, name not in tool().SHEETS)

    def test_the_titles_are_found_below_a_heading_and_empty_rows_are_left_out(self):
        body = (row(1, text("A1", "ĐẢNG BỘ KHỐI")) + row(3, text("B3", "Danh sách, năm"))
                + row(5, text("B5", " mã hồ sơ "), text("C5", "HỌ VÀ TÊN"))
                + row(6, text("B6", "1"), text("C6", "Lan"))
                + '<row r="8" hidden="1">' + text("B8", "2") + "</row>" + row(12, '<c r="B12"/>'))
        workbook(self.book, [("Nhân sự", body), ("Trống", "")])
        said = self.convert()
        self.assertEqual(read(self.sheets / "nhan-su.csv"),
                         [[" mã hồ sơ ", "HỌ VÀ TÊN"], ["1", "Lan"], ["2", ""]])
        self.assertIn("titles are in row 5", said)
        self.assertIn("rows without anything are left out: 1", said)
        self.assertIn("Trống: the sheet is empty", said)

    def test_a_known_sheet_without_titles_is_refused(self):
        workbook(self.book, [("nhan-su", row(1, text("A1", "Danh sách"), text("B1", "2021")))])
        self.assertIn("no row has two or more", self.convert(65))

    def test_two_sheets_of_one_name_are_refused(self):
        body = titles(1, "Mã hồ sơ", "Loại")
        workbook(self.book, [("Kết nạp", body), ("ket-nap", body)])
        self.assertIn("two sheets become ket-nap.csv", self.convert(65))

    def test_files_that_are_there_are_replaced_whole(self):
        self.sheets.mkdir()
        (self.sheets / "nhan-su.csv").write_text("old")
        workbook(self.book, [("nhan-su", titles(1, *PEOPLE))])
        self.convert()
        self.assertEqual(read(self.sheets / "nhan-su.csv"), [list(PEOPLE)])
        self.assertEqual(os.listdir(self.sheets), ["nhan-su.csv"])


class Office(Case):
    """With the program that the sheets are for."""

    def events(self, sheets, name):
        ledger = self.folder / name
        cadre("init", "--ledger", ledger)
        cadre("import", sheets, "--ledger", ledger)
        rows = [json.loads(line) for line in cadre("log", "--ledger", ledger, "-O", "ndjson").splitlines()]
        varying = ("recorded", "hash", "leaf", "batch")
        return [{key: value for key, value in row.items() if key not in varying}
                for row in rows if row["type"] not in ("LedgerOpened", "SheetReceived", "SheetClaimed")]

    def test_the_sheets_are_those_of_the_program(self):
        cadre("template", self.sheets)
        made = {pathlib.Path(path).stem: read(path)[0] for path in glob.glob(f"{self.sheets}/*.csv")}
        self.assertEqual({name: columns.split("; ") for name, columns in tool().SHEETS.items()}, made)

    @unittest.skipUnless(openpyxl, "openpyxl is not installed")
    def test_a_workbook_gives_the_events_of_its_sheets(self):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for path in sorted(glob.glob(f"{SMALL}/*.csv")):
            name = pathlib.Path(path).stem
            sheet = book.create_sheet(name.replace("-", " ").upper())
            if name == "nhan-su":
                sheet.append(["DANH SÁCH CÁN BỘ"])
                sheet.merge_cells("A1:H1")
            heads, *rows = read(path)
            sheet.append(heads)
            for line, cells in enumerate(rows, sheet.max_row + 1):
                for column, (head, cell) in enumerate(zip(heads, cells), 1):
                    self.fill(sheet.cell(line, column), head, cell)
        book.save(self.book)
        self.convert()
        for path in sorted(glob.glob(f"{SMALL}/*.csv")):
            name = pathlib.Path(path).name
            self.assertEqual(self.tidy(read(self.sheets / name)), self.tidy(read(path)), name)
        self.assertEqual(self.events(self.sheets, "one"), self.events(SMALL, "other"))

    def fill(self, cell, head, text):
        """As a clerk's program keeps it: days as days, numbers as numbers, codes with a format."""
        day = text.split("/")
        if head.startswith("Ngày") and len(day) == 3:
            cell.value = datetime.date(int(day[2]), int(day[1]), int(day[0]))
            cell.number_format = "dd/mm/yyyy"
        elif head in ("Số CCCD", "Số thẻ đảng viên") and text.isdigit():
            cell.value, cell.number_format = int(text), "0" * len(text)
        elif head in ("Năm", "Điểm thi", "Số lượng", "Thời hạn giúp đỡ (tháng)") and text:
            cell.value = float(text.replace(",", "."))
        elif head == "Kết quả (%)" and text:
            cell.value, cell.number_format = float(text.replace(",", ".")) / 100, "0%"
        elif text:
            cell.value = text

    def tidy(self, rows):
        return [[cell.strip().rstrip("0").rstrip(",") if "," in cell and cell[-1].isdigit() else cell.strip()
                 for cell in cells] for cells in rows if any(cells)]

    def test_answers_of_csv_open_as_they_are(self):
        sheets = self.folder / "own"
        sheets.mkdir()
        for path in glob.glob(f"{SMALL}/*.csv"):
            content = pathlib.Path(path).read_text(encoding="utf-8")
            (sheets / pathlib.Path(path).name).write_text(
                content.replace("Trần Hữu Thủy", "=HYPERLINK(1)").replace("Nguyễn Xuân Quý", "@x"), encoding="utf-8")
        ledger = self.folder / "ledger"
        cadre("init", "--ledger", ledger)
        cadre("import", sheets, "--ledger", ledger)
        seen = set()
        for words in (("population",), ("ready",), ("findings",), ("find", "38.168"), ("person", "000034HT"),
                      ("person", "000002HT"), ("log",)):
            path = self.folder / "answer.csv"
            cadre(*words, "--ledger", ledger, "-O", "csv", "-o", path)
            content = path.read_bytes()
            self.assertTrue(content.startswith(b"\xef\xbb\xbf"))
            self.assertEqual(content.count(b"\n"), content.count(b"\r\n"), words)
            widths = []
            for cells in read(path):
                widths = widths if cells else []
                if cells:
                    widths.append(len(cells))
                    self.assertEqual(len(set(widths)), 1, f"{words}: {cells}")
                for cell in cells:
                    seen.add(cell)
                    if cell[:1] in ("=", "+", "-", "@", "\t", "\r"):
                        self.assertRegex(cell, r"^-\d+(,\d+)?$", f"{words} would be computed")
        self.assertIn("'=HYPERLINK(1)", seen)
        self.assertIn("'@x", seen)

    def test_rejected_rows_can_be_imported_again_whatever_they_begin_with(self):
        sheets, rejects = self.folder / "own", self.folder / "rejects"
        sheets.mkdir()
        for path in glob.glob(f"{SMALL}/*.csv"):
            content = pathlib.Path(path).read_text(encoding="utf-8")
            if path.endswith("nhan-su.csv"):
                content = content.replace("Trần Hữu Thủy;14/09/1966", "=A1;31/02/1966")
            (sheets / pathlib.Path(path).name).write_text(content, encoding="utf-8")
        ledger = self.folder / "ledger"
        cadre("init", "--ledger", ledger)
        cadre("import", sheets, "--ledger", ledger, "--rejects", rejects, allowed=(3,))
        path = rejects / "nhan-su.csv"
        self.assertEqual(read(path)[1][1], "=A1")
        path.write_text(path.read_text(encoding="utf-8").replace("31/02/1966", "14/09/1966"), encoding="utf-8")
        cadre("import", rejects, "--ledger", ledger, allowed=(0, 3))
        person = json.loads(cadre("person", "000034HT", "--ledger", ledger, "-O", "json"))
        self.assertEqual((person["name"], person["birth"]), ("=A1", "1966-09-14"))


if __name__ == "__main__":
    unittest.main()
