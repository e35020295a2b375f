#!/usr/bin/env python3
"""Compares `cadre` with Tools/verify.py on random offices in which everything collides.

Some twenty people, a handful of days on which all acts fall, rows that are rejected, files that
are one person, plans and posts that end, transfers, mergers, sheets for a part of the tree,
retractions. Of each office the whole list of `cadre ready` on some days and some dossiers, mostly
of people whose plan ended or who have two files, are derived a second time.

    CADRE=… verify_offices.py              a few offices, seeds drawn and printed
    CADRE=… OFFICES=10000 verify_offices.py   as many
    CADRE=… SEED=17 verify_offices.py      one again; KEEP=DIR keeps its folders
"""

import contextlib
import io
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tools"))
import verify  # noqa: E402

CADRE = os.environ["CADRE"]
PEOPLE = 24
TITLES = {
    "to-chuc": "Mã tổ chức;Tên tổ chức;Loại hình;Khối;Trực thuộc;Ngày thành lập;Số quyết định;"
               "Ngày quyết định",
    "chuc-danh": "Mã chức danh;Tên chức danh;Tổ chức;Cấp chức danh;Ngạch;Số lượng;Cấp quyết định",
    "nhan-su": "Mã hồ sơ;Họ và tên;Ngày sinh;Giới tính;Dân tộc;Số CCCD;Trình độ chuyên môn;Tổ chức",
    "ket-nap": "Mã hồ sơ;Loại;Số GCN bồi dưỡng nhận thức;Ngày cấp GCN;Điểm thi;Ngày chi bộ xét;"
               "Số quyết định;Ngày quyết định;Ngày lễ kết nạp;Chi bộ;Số GCN đảng viên mới;"
               "Ngày cấp GCN đảng viên mới;Số QĐ công nhận;Ngày QĐ công nhận;Số thẻ đảng viên",
    "ly-luan-chinh-tri": "Mã hồ sơ;Trình độ;Loại văn bằng;Cơ sở đào tạo;Số hiệu;Ngày cấp",
    "sang-loc": "Mã hồ sơ;Đợt;Ngày;Kết quả;Căn cứ;Thời hạn giúp đỡ (tháng);Số văn bản",
    "xep-loai": "Mã hồ sơ;Năm;Mức xếp loại",
    "ky-luat": "Mã hồ sơ;Hệ;Hình thức;Số quyết định;Ngày quyết định;Ngày công bố;Số QĐ hủy bỏ;"
               "Ngày QĐ hủy bỏ",
    "ket-luan-chinh-tri": "Mã hồ sơ;Mục đích;Kết quả;Số kết luận;Ngày kết luận",
    "quy-hoach": "Mã hồ sơ;Mã chức danh;Nhiệm kỳ;Thao tác;Số quyết định;Ngày quyết định;Lý do",
    "bo-nhiem": "Mã hồ sơ;Mã chức danh;Thao tác;Số quyết định;Ngày quyết định;Ngày hiệu lực;"
                "Ngày nhận hồ sơ;Lý do",
    "ke-khai-tai-san": "Mã hồ sơ;Năm;Ngày kê khai;Loại kê khai",
    "chuyen-sinh-hoat": "Mã hồ sơ;Loại;Từ tổ chức;Đến tổ chức;Ngày giới thiệu;Ngày tiếp nhận;"
                        "Đến ngày",
    "chuyen-to-chuc": "Mã tổ chức;Thao tác;Đến;Số quyết định;Ngày quyết định;Ngày bàn giao;"
                      "Số đảng viên;Trong đó dự bị",
    "pham-vi": "Bảng;Mã tổ chức;Đầy đủ đến ngày",
}
NEEDED = ["ket-nap", "quy-hoach", "ly-luan-chinh-tri", "ky-luat", "bo-nhiem", "nhan-su", "xep-loai",
          "sang-loc", "ket-luan-chinh-tri", "ke-khai-tai-san"]
POOL = ["2019-05-19", "2020-02-10", "2020-10-01", "2021-03-01", "2021-11-15", "2022-01-10",
        "2022-10-01", "2022-12-31", "2023-02-10", "2023-06-01", "2024-02-29", "2024-12-31"]
CELLS = ["1.01.1", "1.01.2", "1.02", "1.03.1", "1.03.2"]
POSTS = [("P1", "1.01", "phó trưởng phòng", "Chính quyền"),
         ("P2", "1.01", "trưởng phòng", "Chính quyền"),
         ("P3", "1.01", "phó giám đốc sở", "Chính quyền"),
         ("P4", "1.02", "trưởng phòng", "Chính quyền"),
         ("P5", "1.02", "giám đốc sở", "Chính quyền"),
         ("P6", "1.03", "phó bí thư", "Đảng"), ("P7", "1.01", "bí thư", "Đảng"),
         ("P8", "1.03", "phó trưởng phòng", "Chính quyền")]
TERMS = ["2020-2025", "2025-2030"]


def vietnamese(day):
    """dd/mm/yyyy."""
    return "/".join(reversed(day.split("-")))


class Office:
    """The sheets of a random office, and what is recorded in it by hand."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.days = self.chance.sample(POOL, self.chance.randint(5, 7))
        self.files = [f"{number:06}HT" for number in range(1, PEOPLE + 1)]
        self.sheets = {name: [] for name in TITLES}
        self.pairs = self.chance.sample(self.files, 8)
        self.pairs = list(zip(self.pairs[::2], self.pairs[1::2]))
        if self.chance.random() < 0.3:
            self.pairs.append((self.pairs[0][1], self.pairs[1][0]))
        self.found()
        self.lives()
        self.share()
        self.spoil()
        self.claim()

    def day(self):
        """One of the few days, as sheets write it."""
        return vietnamese(self.chance.choice(self.days))

    def number(self):
        """One of a few numbers of papers."""
        return f"{self.chance.randint(1, 3)}-QĐ/ĐUK"

    def add(self, sheet, *cells):
        self.sheets[sheet].append(list(map(str, cells)))

    def found(self):
        """Organisations and posts; sometimes one merges or is handed over."""
        self.add("to-chuc", "1", "Đảng bộ Khối thử", "Đảng bộ cấp trên cơ sở", "", "", "10/08/1956",
                 "", "")
        for code, kind, parent in [
                ("1.01", "Đảng bộ cơ sở", "1"), ("1.02", "Chi bộ cơ sở", "1"),
                ("1.03", "Đảng bộ cơ sở", "1"), ("1.01.1", "Chi bộ trực thuộc", "1.01"),
                ("1.01.2", "Chi bộ trực thuộc", "1.01"), ("1.03.1", "Chi bộ trực thuộc", "1.03"),
                ("1.03.2", "Chi bộ trực thuộc", "1.03")]:
            sector = "Cơ quan" if code.startswith("1.02") else "Đơn vị sự nghiệp"
            self.add("to-chuc", code, f"Tổ chức {code}", kind, sector, parent, "22/07/1994",
                     f"{code}-QĐ", "22/07/1994")
        for code, home, grade, line in POSTS:
            self.add("chuc-danh", code, f"Chức danh {code}", home, grade, line, 2, "Đảng ủy cơ sở")
        draw = self.chance.random()
        if draw < 0.2:
            day = self.day()
            self.add("chuyen-to-chuc", "1.01.2", "Sáp nhập", "1.01.1", "9-QĐ/TU", day, day, "", "")
        elif draw < 0.3:
            day = self.day()
            self.add("chuyen-to-chuc", "1.03", "Chuyển giao", "Thành ủy Hà Tĩnh", "9-QĐ/TU", day,
                     day, "", "")

    def lives(self):
        for file in self.files:
            self.register(file)
            for act, likely in [(self.theory, 0.9), (self.screened, 0.9), (self.rated, 1),
                                (self.disciplined, 0.3), (self.concluded, 0.8), (self.planned, 1),
                                (self.appointed, 0.5), (self.declared, 0.9), (self.moved, 0.25)]:
                while self.chance.random() < likely:
                    act(file)
                    likely *= 0.5

    def register(self, file):
        chance = self.chance
        sex = chance.choice(["Nam", "Nữ"])
        birth = chance.choice(["01/10/1966", "1970", "02/1968", "15/02/1975", "1985", "30/06/1990",
                               ""])
        degree = chance.choice(["", "Cao đẳng", "Đại học", "Thạc sĩ"])
        home = chance.choice(CELLS)
        self.add("nhan-su", file, f"Người {file[4:6]}", birth, sex, "Kinh", "", degree, home)
        if chance.random() < 0.1:
            return
        ceremony = chance.choice(["09/10/2010", "19/05/2015", self.day()])
        recognised = ""
        if chance.random() < 0.85:
            year = int(ceremony[6:]) + 1
            recognised = f"{chance.choice(['09/11', '19/12'])}/{year}"
        self.add("ket-nap", file, "Kết nạp", "", "", "", "", self.number(), ceremony, ceremony,
                 home, "", "", self.number() if recognised else "", recognised, "")

    def theory(self, file):
        self.add("ly-luan-chinh-tri", file,
                 self.chance.choice(["Sơ cấp", "Trung cấp", "Cao cấp", "Trung cấp"]),
                 self.chance.choice(["Bằng tốt nghiệp", "Bằng tốt nghiệp",
                                     "Giấy xác nhận tương đương"]),
                 "", "", self.day())

    def screened(self, file):
        day = self.day()
        outcome = self.chance.choice(["Đủ tư cách", "Đủ tư cách", "Giáo dục, giúp đỡ"])
        self.add("sang-loc", file, f"{day[6:]}-{self.chance.randint(1, 2)}", day, outcome, "",
                 6 if outcome.startswith("Giáo") else "", "1-NQ/CB")

    def rated(self, file):
        for year in range(2018, 2024):
            if self.chance.random() < 0.85:
                self.add("xep-loai", file, year, self.chance.choice(
                    ["Hoàn thành tốt nhiệm vụ"] * 4 + ["Hoàn thành nhiệm vụ",
                                                       "Hoàn thành xuất sắc nhiệm vụ"]))

    def disciplined(self, file):
        day = self.day()
        for system in self.chance.sample(["Đảng", "Chính quyền"], self.chance.randint(1, 2)):
            annulled = ("7-QĐ/UBKT", self.day()) if self.chance.random() < 0.15 else ("", "")
            self.add("ky-luat", file, system, self.chance.choice(["Khiển trách", "Cảnh cáo"]),
                     self.number(), day, day, *annulled)

    def concluded(self, file):
        self.add("ket-luan-chinh-tri", file,
                 self.chance.choice(["Bổ nhiệm", "Bổ nhiệm", "Quy hoạch"]),
                 self.chance.choice(["Đạt"] * 5 + ["Không đạt"]),
                 f"{self.chance.randint(1, 3)}-KL/ĐUK", self.day())

    def planned(self, file):
        post, term = self.chance.choice(POSTS)[0], self.chance.choice(TERMS)
        self.add("quy-hoach", file, post, term, "Đưa vào", self.number(), self.day(), "")
        while self.chance.random() < 0.3:
            self.add("quy-hoach", file, post, term, self.chance.choice(["Đưa ra", "Đưa vào"]),
                     self.number(), self.day(), "")

    def appointed(self, file):
        post, day = self.chance.choice(POSTS)[0], self.day()
        self.add("bo-nhiem", file, post, "Bổ nhiệm", self.number(), day, day, "", "")
        while self.chance.random() < 0.3:
            day = self.day()
            self.add("bo-nhiem", file, post,
                     self.chance.choice(["Bổ nhiệm lại", "Thôi giữ chức", "Bổ nhiệm"]),
                     self.number(), day, day, "", "")

    def declared(self, file):
        for year in range(2019, 2024):
            if self.chance.random() < 0.85:
                self.add("ke-khai-tai-san", file, year, f"1{self.chance.randint(0, 5)}/12/{year}",
                         "Hằng năm")

    def moved(self, file):
        home = next(row[7] for row in self.sheets["nhan-su"] if row[0] == file)
        other = self.chance.choice([cell for cell in CELLS if cell != home])
        first, last = sorted(self.chance.choice(self.days) for _ in range(2))
        received = vietnamese(last) if self.chance.random() < 0.7 else ""
        self.add("chuyen-sinh-hoat", file, self.chance.choice(["Chính thức", "Nội bộ"]), home,
                 other, vietnamese(first), received, "")

    def share(self):
        """Facts of one file kept in the other, too; some of them said otherwise there."""
        for name, rows in self.sheets.items():
            if name in ("to-chuc", "chuc-danh", "nhan-su", "chuyen-to-chuc", "pham-vi"):
                continue
            for one, other in self.pairs:
                for row in [row for row in rows if row[0] in (one, other)]:
                    if self.chance.random() < 0.6:
                        twin = [other if row[0] == one else one, *row[1:]]
                        if self.chance.random() < 0.2:
                            place = self.chance.randrange(1, len(twin))
                            twin[place] = self.chance.choice(rows)[place]
                        rows.append(twin)
            self.chance.shuffle(rows)

    def spoil(self):
        """Cells that cannot be read, and rows of nobody."""
        for name, rows in self.sheets.items():
            if name in ("to-chuc", "chuc-danh", "pham-vi"):
                continue
            if name not in ("nhan-su", "chuyen-to-chuc") and rows and self.chance.random() < 0.1:
                rows.append(["999999HT", *rows[0][1:]])
            for row in rows:
                if self.chance.random() < 0.03:
                    place = self.chance.randrange(1, len(row))
                    row[place] = "31/11/2022"

    def claim(self):
        for name in NEEDED:
            if self.chance.random() < 0.8:
                covers = "" if self.chance.random() < 0.8 else self.chance.choice(CELLS)
                self.add("pham-vi", name, covers, "01/11/2025")

    def write(self, folder, names, part=1.0):
        """Writes some of the sheets, or a part of their rows."""
        folder.mkdir(parents=True)
        for name in names:
            rows = [row for row in self.sheets[name] if self.chance.random() < part]
            text = "\n".join([TITLES[name], *(";".join(row) for row in rows)]) + "\n"
            (folder / f"{name}.csv").write_text(text)

    def by_hand(self):
        """Events one by one: who is who, and what impedes."""
        for one, other in self.pairs:
            yield {"event": "SamePerson", "person": one, "other": other, "on": "2024-01-01"}
        for _ in range(4):
            event = {"event": "Impeded", "person": self.chance.choice(self.files),
                     "kind": self.chance.choice(["inspection", "longIllness", "maternity"]),
                     "on": self.chance.choice(self.days)}
            if self.chance.random() < 0.6:
                event["until"] = "2025-01-01"
            yield event


class Ledger:
    """A ledger and the program that asks it."""

    def __init__(self, folder):
        self.folder = folder
        self.environment = os.environ | {"CADRE_LEDGER": str(folder), "CADRE_ACTOR": "test",
                                         "CADRE_LANG": "en"}

    def run(self, *words, given=None, may_fail=False):
        done = subprocess.run([CADRE, *map(str, words)], capture_output=True, text=True,
                              env=self.environment, input=given, check=False)
        if done.returncode not in (0, 3) and not may_fail:
            raise RuntimeError(f"cadre {' '.join(map(str, words))}: {done.returncode}: "
                               f"{done.stderr}")
        return done.stdout


def build(seed, work):
    """Makes the office's ledger; whoever has ended plans, the posts of those, and all files."""
    office = Office(seed)
    ledger = Ledger(work / "ledger")
    sheets = [name for name in TITLES if name not in ("chuyen-to-chuc", "chuyen-sinh-hoat")
              or office.sheets[name]]
    first = [name for name in sheets if name not in NEEDED or office.chance.random() < 0.85]
    office.write(work / "sheets", first)
    ledger.run("init")
    ledger.run("import", work / "sheets", "--rejects", work / "rejects")
    again = [name for name in NEEDED if office.chance.random() < 0.4]
    if again:
        office.write(work / "again", again, office.chance.choice([1.0, 0.5]))
        top = office.chance.choice(["", "@1.01", "@1.03", *(f"@{cell}" for cell in CELLS)])
        claims = ["--complete", ",".join(again) + top, "--shrunk"] \
            if office.chance.random() < 0.5 else []
        ledger.run("import", work / "again", *claims, "--rejects", work / "rejects2")
    for event in office.by_hand():
        ledger.run("record", "-", given=json.dumps(event), may_fail=True)
    size = ledger.run("log", "-O", "ndjson").count("\n")
    for _ in range(office.chance.randint(0, 3)):
        ledger.run("retract", office.chance.randrange(20, size), "--reason", "typingError",
                   may_fail=True)
    return office, ledger


def confirmed(*words):
    """Whether verify.py confirms, and what it says."""
    said = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        status = verify.run([str(word) for word in words] + ["--lang", "en"])
    said.seek(0)
    return status == 0, said.read()


def check(seed, work):
    """Derives the answers of one office again; how many rows and dossiers, and what differs."""
    office, ledger = build(seed, work)
    folder, faults, rows = work / "export", [], 0
    ledger.run("seal")
    ledger.run("export", folder, "--identify")
    log = (folder / "events.ndjson").read_text().count("\n")
    for day in office.chance.sample(POOL + ["2023-06-02", "2025-03-20", "2026-06-01"], 3):
        known = ["--known", office.chance.randrange(log // 2, log)] \
            if office.chance.random() < 0.4 else []
        text = ledger.run("ready", "--on", day, *known, "-O", "ndjson")
        if not text:
            continue
        rows += text.count("\n")
        (work / "rows").write_text(text)
        good, said = confirmed(folder, "--ready", work / "rows")
        if not good:
            faults.append(f"ready --on {day} {known}: {said.splitlines()[0]}")
    ended = [(row[0], row[1]) for row in office.sheets["quy-hoach"] if row[3] == "Đưa ra"]
    joined = {file for pair in office.pairs for file in pair}
    asked = [pair for pair in ended if pair[0] in joined] + ended
    asked += [(file, "P2") for file in sorted(joined)]
    dossiers = 0
    for file, post in office.chance.sample(asked, min(4, len(asked))):
        day = office.chance.choice(office.days + ["2023-06-02", "2024-06-01"])
        path = work / "dossier.json"
        path.unlink(missing_ok=True)
        ledger.run("dossier", file, post, "--on", day, "--identify", "-o", path, may_fail=True)
        if not path.exists():
            continue
        dossiers += 1
        good, said = confirmed(path)
        if not good:
            faults.append(f"dossier {file} {post} --on {day}: {said.splitlines()[0]}")
    return rows, dossiers, faults


def main():
    count = int(os.environ.get("OFFICES", "3"))
    seeds = [int(os.environ["SEED"])] if "SEED" in os.environ else \
        random.sample(range(10**9), count)
    start, rows, dossiers, bad = time.monotonic(), 0, 0, []
    for done, seed in enumerate(seeds, 1):
        work = pathlib.Path(tempfile.mkdtemp(prefix="office-", dir=os.environ.get("KEEP")))
        try:
            more = check(seed, work)
        except RuntimeError as fault:
            more = 0, 0, [str(fault)]
        rows, dossiers = rows + more[0], dossiers + more[1]
        for fault in more[2]:
            print(f"  SEED={seed}: {fault}", flush=True)
        if more[2]:
            bad.append(seed)
        if "KEEP" not in os.environ:
            shutil.rmtree(work)
        if done % 100 == 0:
            print(f"  {done} offices, {rows} rows, {dossiers} dossiers, {len(bad)} differ, "
                  f"{time.monotonic() - start:.0f} s", flush=True)
    print(f"  {len(seeds)} offices ({' '.join(map(str, seeds[:5]))} …), {rows} rows and {dossiers} "
          f"dossiers derived again, {len(bad)} offices differ")
    if bad or rows == 0 or dossiers == 0:
        sys.exit(f"they differ: SEED={' '.join(map(str, bad[:20]))}" if bad else "nothing compared")


main()
