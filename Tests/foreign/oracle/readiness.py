#!/usr/bin/env python3
"""Readiness for appointment, read straight from the sheets.

A second reading of the specification (domain.md sections 2, 5 and 6; rules.md; intake.md), kept
apart from the ledger: it takes the CSV sheets of a folder, holds the rule set in tables of its
own, and prints the eligibility list of one day as NDJSON, a row per person and post. It serves
to check another program's answers, so it is written to be obvious, not fast: what changes with
time (`metFrom`, `readyFrom`, `readyUntil`, `renewBy`) is found by asking again for every day of
ten years.

    readiness.py --folder DIR --on 2023-06-01 [--no-search] [--rows N] [--summary]

The folder's rows are taken to be good (none that intake would reject), every sheet to cover the
whole tree, and everything in the folder to be known. Python 3.11, standard library only.
"""

import argparse
import csv
import functools
import json
import os
import re
import sys
import unicodedata
from calendar import monthrange
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

MET, UNMET, UNKNOWN, NOT_APPLICABLE = "met", "unmet", "unknown", "notApplicable"
SEARCH_MONTHS = 120


def day(text):
    """A machine date as a day."""
    return date.fromisoformat(text)


def months_after(start, count):
    """The same day of the month `count` months later, clamped to the month's last."""
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def whole_months(start, end):
    """The largest n such that n months after `start` is on or before `end`."""
    count = (end.year - start.year) * 12 + end.month - start.month
    return count if months_after(start, count) <= end else count - 1


RANKS = {"deputyDivisionHead": 1, "divisionHead": 2, "deputyDirector": 3, "director": 4,
         "committeeMember": 1, "standingMember": 2, "deputySecretary": 3, "secretary": 4}
THEORY = {"elementary": 1, "intermediate": 2, "advanced": 3, "bachelor": 3}
DEGREES = {"vocational": 1, "college": 2, "university": 3, "master": 4, "doctor": 5}
GRADES = {"unfulfilled": 0, "fulfilled": 1, "good": 2, "excellent": 3}

OFFICES = {"government", "union"}
HIGHER = {"divisionHead", "deputyDirector", "director"}
ANY = None

# Parameter: intervals [from, to) with the lines, sectors and classes they hold for, and a value.
# The first interval that fits decides; none that fits means: no value, not applicable.
PARAMETERS = {
    "planning.required": [("2017-12-19", None, ANY, ANY, ANY, True)],
    "planning.lapsesOnDiscipline": [("2021-12-27", None, ANY, ANY, ANY, True)],
    "theory.required": [
        ("2024-05-01", None, OFFICES, {"agency"}, {"director"}, "advanced"),
        ("2021-01-01", None, OFFICES, ANY, ANY, "intermediate"),
        ("2021-01-01", None, {"party"}, ANY, {"deputySecretary", "secretary"}, "intermediate"),
    ],
    "theory.equivalenceUntil": [(None, None, ANY, ANY, ANY, day("2021-07-09"))],
    "standards.required": [("2018-02-28", None, ANY, ANY, ANY, True)],
    "standards.validMonths": [(None, None, ANY, ANY, ANY, 12)],
    "screening.required": [("2019-01-21", None, ANY, ANY, ANY, True)],
    "rating.required": [("2018-03-08", None, ANY, ANY, ANY, True)],
    "rating.years": [(None, "2025-10-08", ANY, ANY, ANY, 1),
                     ("2025-10-08", None, ANY, ANY, ANY, 3)],
    "rating.minimum": [(None, None, ANY, ANY, ANY, "good")],
    "rating.minimumEarlier": [(None, None, ANY, ANY, ANY, "fulfilled")],
    "rating.dueBy": [(None, None, ANY, ANY, ANY, (3, 31))],
    "assets.required": [("2020-12-20", None, ANY, ANY, ANY, True)],
    "assets.dueBy": [(None, None, ANY, ANY, ANY, (3, 31))],
    "qualification.required": [(None, None, OFFICES, ANY, ANY, "university")],
    "appointment.monthsToRetirement": [("2017-12-19", None, ANY, ANY, ANY, 60)],
    "appointment.monthsInPost": [
        ("2022-08-18", "2025-10-08", OFFICES, ANY, HIGHER, 24),
        ("2025-10-08", None, OFFICES, ANY, HIGHER, 12),
    ],
    "suspension": [("2025-03-07", "2025-07-01", ANY, ANY, ANY, True)],
}

# Months of bar by system and form, of the rule in force on the announcement day.
BAR_MONTHS = {
    "party": [
        ("2017-12-19", "2022-08-18", {"reprimand": 12, "warning": 12, "dismissal": 12}),
        ("2022-08-18", "2025-10-08", {"reprimand": 12, "warning": 30, "dismissal": 60}),
        ("2025-10-08", None, {"reprimand": 24, "warning": 36, "dismissal": 60}),
    ],
    "state": [
        ("2020-07-01", "2025-07-01", {"reprimand": 12, "warning": 12, "payStepCut": 12,
                                      "demotion": 24, "dismissal": 24}),
        ("2025-07-01", None, {"reprimand": 12, "warning": 12, "dismissal": 24}),
    ],
}

# Retirement in months: the last year of the old age, that age, the step a year, the last age.
RETIREMENT = {"male": (2020, 60 * 12, 3, 62 * 12), "female": (2020, 55 * 12, 4, 60 * 12)}


def inside(start, end, on):
    """Whether a day is in the half-open interval; an absent end is open."""
    return (start is None or day(start) <= on) and (end is None or on < day(end))


def value(parameter, on, post):
    """A parameter's value on a day, for a post; None where it has none."""
    return value_for(parameter, on, post.line, post.sector, post.grade)


@functools.lru_cache(maxsize=None)
def value_for(parameter, on, line, sector, grade):
    """A parameter's value on a day, for a line, sector and class; None where it has none."""
    for start, end, lines, sectors, classes, held in PARAMETERS[parameter]:
        if inside(start, end, on) and all(only is ANY or one in only for one, only in (
                (line, lines), (sector, sectors), (grade, classes))):
            return held
    return None


def bar_months(system, form, announced):
    """How long a discipline bars, by the rule in force when it was announced; None: no bar."""
    for start, end, forms in BAR_MONTHS[system]:
        if inside(start, end, announced):
            return forms.get(form)
    return None


def retirement_age(sex, year):
    """The age of retirement in months that holds in a calendar year."""
    first_year, first, step, last = RETIREMENT[sex]
    return min(first + step * max(0, year - first_year), last)


@functools.lru_cache(maxsize=None)
def retirement_month(birth_month, sex):
    """The first calendar month in which the age reaches that year's retirement age.

    Months are counted from year 0 (year * 12 + month - 1), the birth's as well.
    """
    month = birth_month + 50 * 12
    while month - birth_month < retirement_age(sex, month // 12):
        month += 1
    return month


def term_end(term):
    """The day a term ends (half-open): 1 September of its second year."""
    return date(int(term[-4:]), 9, 1)


SHEETS = ["to-chuc", "chuc-danh", "nhan-su", "ket-nap", "ly-luan-chinh-tri", "sang-loc",
          "ra-khoi-dang", "xep-loai", "ky-luat", "ket-luan-chinh-tri", "quy-hoach", "bo-nhiem",
          "ke-khai-tai-san", "chuyen-sinh-hoat", "chuyen-to-chuc"]

CODES = {
    "cơ quan": "agency", "đơn vị sự nghiệp": "publicUnit", "doanh nghiệp": "enterprise",
    "phó trưởng phòng": "deputyDivisionHead", "trưởng phòng": "divisionHead",
    "phó giám đốc sở": "deputyDirector", "giám đốc sở": "director",
    "ủy viên ban chấp hành": "committeeMember", "ủy viên ban thường vụ": "standingMember",
    "phó bí thư": "deputySecretary", "bí thư": "secretary",
    "nam": "male", "nữ": "female",
    "cao đẳng": "college", "đại học": "university", "thạc sĩ": "master", "tiến sĩ": "doctor",
    "sơ cấp": "elementary", "trung cấp": "intermediate", "cao cấp": "advanced",
    "cử nhân": "bachelor",
    "bằng tốt nghiệp": "diploma", "giấy xác nhận tương đương": "equivalence",
    "đủ tư cách": "qualified", "giáo dục, giúp đỡ": "remedial",
    "đề nghị đưa ra khỏi đảng": "removalProposed",
    "xóa tên": "struckOff", "xin ra": "resigned", "từ trần": "deceased",
    "hoàn thành xuất sắc nhiệm vụ": "excellent", "hoàn thành tốt nhiệm vụ": "good",
    "hoàn thành nhiệm vụ": "fulfilled", "không hoàn thành nhiệm vụ": "unfulfilled",
    "khiển trách": "reprimand", "cảnh cáo": "warning", "cách chức": "dismissal",
    "khai trừ": "expelled", "hạ bậc lương": "payStepCut", "giáng chức": "demotion",
    "quy hoạch": "planning", "bổ nhiệm": "appointment", "bổ nhiệm lại": "reappointment",
    "đạt": True, "không đạt": False, "thôi giữ chức": "relieved",
    "đưa vào": "entered", "đưa ra": "left",
    "chính thức": "official", "tạm thời": "temporary", "nội bộ": "internal",
    "chuyển giao": "handedOver", "tiếp nhận": "received", "sáp nhập": "merged",
    "giải thể": "dissolved", "chuyển trực thuộc": "reparented", "đổi tên": "renamed",
}
LINES = {"chính quyền": "government", "đảng": "party", "đoàn thể": "union"}
SYSTEMS = {"chính quyền": "state", "đảng": "party"}
DEGREE_CODES = {**CODES, "trung cấp": "vocational"}


def clean(text):
    """A cell as intake reads it: no-break spaces are spaces, trimmed, NFC."""
    return unicodedata.normalize("NFC", re.sub("[\u00a0\u2007\u202f]", " ", text or "")).strip()


def code(text, table=CODES):
    """A coded value; None for an empty cell."""
    return table[clean(text).lower()] if clean(text) else None


def read_day(text):
    """dd/mm/yyyy or ISO as a day; None for an empty cell."""
    if not text:
        return None
    parts = text.split("/")
    return date(int(parts[2]), int(parts[1]), int(parts[0])) if len(parts) == 3 else day(text)


def read_birth(text):
    """A birth as the earliest and latest month it can be (year * 12 + month - 1)."""
    if not text:
        return None
    if re.fullmatch(r"\d{4}", text):
        return int(text) * 12, int(text) * 12 + 11
    if re.fullmatch(r"\d{2}/\d{4}", text):
        month = int(text[3:]) * 12 + int(text[:2]) - 1
    else:
        born = read_day(text)
        month = born.year * 12 + born.month - 1
    return month, month


def read_sheet(folder, name):
    """A sheet's rows as dictionaries by lower-case header; None where there is no such file."""
    path = os.path.join(folder, name + ".csv")
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8-sig", newline="") as file:
        header = file.readline()
        separator = next((mark for mark in ";\t," if mark in header), ";")
        file.seek(0)
        lines = csv.reader(file, delimiter=separator)
        names = [clean(cell).lower() for cell in next(lines)]
        rows = [dict(zip(names, map(clean, cells))) for cells in lines if any(cells)]
    for row in rows:
        for column in ("ngày hiệu lực", "ngày công bố", "ngày bàn giao"):
            if row.get(column) == "":
                row[column] = row["ngày quyết định"]
    return rows


# What each sheet tells of a person: the list it fills, and how each part of a fact is read.
FACTS = {
    "ly-luan-chinh-tri": ("theory", (read_day, "ngày cấp"), (code, "trình độ"),
                          (code, "loại văn bằng")),
    "sang-loc": ("screenings", (read_day, "ngày"), (code, "kết quả")),
    "ra-khoi-dang": ("ended", (read_day, "ngày hiệu lực"), (code, "hình thức")),
    "xep-loai": ("ratings", (lambda year: date(int(year), 12, 31), "năm"),
                 (code, "mức xếp loại")),
    "ky-luat": ("disciplines", (read_day, "ngày công bố"),
                (lambda text: code(text, SYSTEMS), "hệ"), (code, "hình thức")),
    "ket-luan-chinh-tri": ("conclusions", (read_day, "ngày kết luận"), (code, "mục đích"),
                           (code, "kết quả")),
    "quy-hoach": ("planning", (read_day, "ngày quyết định"), (code, "thao tác"),
                  (str, "mã chức danh"), (str, "nhiệm kỳ")),
    "bo-nhiem": ("offices", (read_day, "ngày hiệu lực"), (code, "thao tác"),
                 (str, "mã chức danh")),
    "ke-khai-tai-san": ("assets", (read_day, "ngày kê khai"), (int, "năm")),
    "chuyen-sinh-hoat": ("transfers", (read_day, "ngày giới thiệu"),
                         (read_day, "ngày tiếp nhận"), (str, "từ tổ chức"), (str, "đến tổ chức")),
}


@dataclass(eq=False)
class Post:
    """A position: where it is, on which line, of which class."""
    code: str
    organisation: str
    sector: str
    line: str
    grade: str

    @property
    def rank(self):
        return RANKS[self.grade]


@dataclass(eq=False)
class Person:
    """What the sheets say of one person; on `as_of(E)`, only what counts on E."""
    file: str
    birth: tuple = None
    sex: str = None
    degree: str = None
    organisation: str = None
    admissions: list = field(default_factory=list)   # (ceremony, recognised)
    ended: list = field(default_factory=list)        # (day, how)
    theory: list = field(default_factory=list)       # (day, level, proof)
    screenings: list = field(default_factory=list)   # (day, outcome)
    ratings: list = field(default_factory=list)      # (31 December, grade)
    disciplines: list = field(default_factory=list)  # (announced, system, form), none annulled
    conclusions: list = field(default_factory=list)  # (day, purpose, favourable)
    planning: list = field(default_factory=list)     # (day, action, post, term)
    offices: list = field(default_factory=list)      # (day, action, post)
    assets: list = field(default_factory=list)       # (day, year)
    transfers: list = field(default_factory=list)    # (introduced, received, from, to)
    introduced: list = field(default_factory=list)   # (day,), the first day of all if undated

    def as_of(self, on):
        """The same person with the dated facts that hold on or before a day.

        Recognition and annulment reach back, so they stay whatever their own day.
        """
        seen = Person(self.file, self.birth, self.sex, self.degree, self.organisation)
        for name in ("admissions", "ended", "theory", "screenings", "ratings", "disciplines",
                     "conclusions", "planning", "offices", "assets", "introduced"):
            setattr(seen, name, sorted((fact for fact in getattr(self, name) if fact[0] <= on),
                                       key=lambda fact: fact[0]))
        seen.transfers = self.transfers
        return seen

    def ended_on(self, on):
        """Whether the membership in force has ended."""
        began = max((ceremony for ceremony, _ in self.admissions if ceremony <= on),
                    default=date.min)
        return any(began < end <= on for end, _ in self.ended)

    def official_on(self, on):
        """Official from ceremony + 12 months exactly, once the recognition is known at all."""
        held = [fact for fact in self.admissions if fact[0] <= on]
        if not held or self.ended_on(on):
            return False
        ceremony, recognised = max(held)
        return recognised and months_after(ceremony, 12) <= on

    def belongs_on(self, on):
        """Whether a prospect, probationer or official member."""
        known = self.introduced or any(ceremony <= on for ceremony, _ in self.admissions)
        return bool(known) and not self.ended_on(on)

    def organisation_on(self, on):
        """The official organisation, from the receptions of official and internal transfers."""
        received = [move for move in self.transfers if move[1] and move[1] <= on]
        if received:
            return max(received, key=lambda move: (move[1], move[0]))[3]
        return min(self.transfers)[2] if self.transfers else self.organisation

    @functools.cached_property
    def periods(self):
        """Periods (post, from, until) in posts; until is None while it lasts."""
        events = [(on, 0 if action == "relieved" else 2, post.code, action, post)
                  for on, action, post in self.offices]
        events += [(on, 1, "", how, None) for on, how in self.ended
                   if how in ("deceased", "expelled")]
        open_posts, closed = {}, []
        for on, _, _, action, post in sorted(events, key=lambda event: event[:3]):
            if action == "relieved":
                ending = [line for line, held in open_posts.items() if held[0] is post]
            elif action in ("deceased", "expelled"):
                ending = [line for line in open_posts if action == "deceased" or line == "party"]
            else:
                ending = [post.line] if post.line in open_posts else []
            for line in ending:
                held, since = open_posts.pop(line)
                closed.append((held, since, on))
            if post is not None and action != "relieved":
                open_posts[post.line] = (post, on)
        return closed + [(post, since, None) for post, since in open_posts.values()]

    def holds_on(self, on):
        """The posts held on a day."""
        return [post for post, since, until in self.periods
                if since <= on and (until is None or on < until)]

    def holds_as_high(self, post, on):
        """Whether a post of the same line and at least the same rank is held on a day."""
        return any(held.line == post.line and held.rank >= post.rank for held in self.holds_on(on))

    def months_in_posts(self, post, on):
        """Whole months up to a day in posts of the line, of the rank below or the same."""
        spans = sorted((since, min(until or on, on)) for held, since, until in self.periods
                       if held.line == post.line and held.rank in (post.rank - 1, post.rank)
                       and since <= on)
        joined = []
        for since, until in spans:
            if joined and since <= joined[-1][1]:
                joined[-1][1] = max(joined[-1][1], until)
            else:
                joined.append([since, until])
        return sum(whole_months(since, until) for since, until in joined)

    def entries_on(self, on):
        """Planning entries (day, post, term) in force on a day, lapsed or not."""
        left = [fact for fact in self.planning if fact[1] == "left"]
        return [(entered, post, term) for entered, action, post, term in self.planning
                if action == "entered" and entered <= on < term_end(term)
                and not any(entered < gone <= on and (post, term) == (other, of)
                            for gone, _, other, of in left)]

    def lapsed_on(self, entered, post, on):
        """Whether an entry lapsed: a party discipline or a failed conclusion after it."""
        causes = [announced for announced, system, _ in self.disciplines if system == "party"]
        causes += [concluded for concluded, _, good in self.conclusions if not good]
        return any(entered < cause <= on and value("planning.lapsesOnDiscipline", cause, post)
                   for cause in causes)


def applies(parameter):
    """A requirement asked only where a parameter has a value, which it is given as `needed`."""
    def wrap(ask):
        def asked(self, person, post, on):
            needed = value(parameter, on, post)
            return NOT_APPLICABLE if needed is None else ask(self, person, post, on, needed)
        return asked
    return wrap


class Requirements:
    """The thirteen requirements, each a method (person, post, day) -> status."""

    ORDER = ["membership", "planning", "theory", "standards", "screening", "rating", "discipline",
             "age", "assets", "qualification", "tenure", "suspension", "impediment"]
    REPEATED = ["standards", "screening", "rating", "assets"]

    def __init__(self, sheets):
        self.sheets = sheets

    def no_data(self, sheet, status):
        """What absence means: the status where the sheet was received, else unknown."""
        return status if sheet in self.sheets else UNKNOWN

    def membership(self, person, post, on):
        return MET if person.official_on(on) else self.no_data("ket-nap", UNMET)

    @applies("planning.required")
    def planning(self, person, post, on, needed):
        counts = any(planned.line == post.line and planned.rank >= post.rank
                     and not person.lapsed_on(entered, planned, on)
                     for entered, planned, _ in person.entries_on(on))
        return MET if counts else self.no_data("quy-hoach", UNMET)

    @applies("theory.required")
    def theory(self, person, post, on, needed):
        until = value("theory.equivalenceUntil", on, post)
        found = max((THEORY[level] for issued, level, proof in person.theory
                     if issued <= on and (proof != "equivalence" or issued < until)), default=0)
        return MET if found >= THEORY[needed] else self.no_data("ly-luan-chinh-tri", UNMET)

    @applies("standards.required")
    def standards(self, person, post, on, needed):
        purposes = {"appointment"} | ({"reappointment"} if post in person.holds_on(on) else set())
        found = [fact for fact in person.conclusions if fact[1] in purposes and fact[0] <= on]
        if not found:
            return UNKNOWN
        concluded, _, favourable = found[-1]
        valid = months_after(concluded, value("standards.validMonths", on, post))
        return MET if favourable and on < valid else UNMET

    @applies("screening.required")
    def screening(self, person, post, on, needed):
        found = [outcome for held, outcome in person.screenings if held <= on]
        if not found:
            return UNKNOWN
        return MET if found[-1] == "qualified" else UNMET

    @applies("rating.required")
    def rating(self, person, post, on, needed):
        grades = {rated.year: grade for rated, grade in person.ratings if rated <= on}
        latest = on.year - 1
        if latest not in grades and (on.month, on.day) <= value("rating.dueBy", on, post):
            latest -= 1
        years = range(latest, latest - value("rating.years", on, post), -1)
        years = [year for year in years if person.official_on(date(year, 12, 31))]
        least = GRADES[value("rating.minimum", on, post)]
        for year in years:
            if year in grades and GRADES[grades[year]] < least:
                return UNMET
            least = GRADES[value("rating.minimumEarlier", on, post)]
        return MET if years and all(year in grades for year in years) else UNKNOWN

    def discipline(self, person, post, on):
        if person.holds_as_high(post, on):
            return NOT_APPLICABLE
        for announced, system, form in person.disciplines:
            months = bar_months(system, form, announced)
            if months is not None and announced <= on < months_after(announced, months):
                return UNMET
        return self.no_data("ky-luat", MET)

    @applies("appointment.monthsToRetirement")
    def age(self, person, post, on, needed):
        if person.holds_as_high(post, on):
            return NOT_APPLICABLE
        if not person.birth or not person.sex:
            return UNKNOWN
        now = on.year * 12 + on.month - 1
        ends = {retirement_month(birth, person.sex) >= now + needed for birth in person.birth}
        return UNKNOWN if len(ends) == 2 else MET if ends == {True} else UNMET

    @applies("assets.required")
    def assets(self, person, post, on, needed):
        declared = {year for made, year in person.assets if made <= on}
        years = {on.year - 1}
        if (on.month, on.day) <= value("assets.dueBy", on, post):
            years.add(on.year - 2)
        return MET if declared & years else UNKNOWN

    @applies("qualification.required")
    def qualification(self, person, post, on, needed):
        if not person.degree:
            return UNKNOWN
        return MET if DEGREES[person.degree] >= DEGREES[needed] else UNMET

    @applies("appointment.monthsInPost")
    def tenure(self, person, post, on, needed):
        enough = person.months_in_posts(post, on) >= needed
        return MET if enough else self.no_data("bo-nhiem", UNMET)

    def suspension(self, person, post, on):
        return UNMET if value("suspension", on, post) else MET

    def impediment(self, person, post, on):
        return MET

    def statuses(self, person, post, on):
        """All thirteen statuses on a day, by id."""
        return {name: getattr(self, name)(person, post, on) for name in self.ORDER}


def verdict(statuses):
    """notReady if any is unmet; else unknown if any is unknown; else ready."""
    found = set(statuses.values())
    return "notReady" if UNMET in found else "unknown" if UNKNOWN in found else "ready"


class Ledger:
    """The sheets of a folder as organisations, posts and people."""

    def __init__(self, folder):
        rows = {name: read_sheet(folder, name) for name in SHEETS}
        self.sheets = {name for name in SHEETS if rows[name] is not None}
        self.rows = {name: found or [] for name, found in rows.items()}
        self.read_organisations()
        self.read_people()

    def read_organisations(self):
        self.parents, self.sectors, self.posts = {}, {}, {}
        self.changes = defaultdict(list)  # code: (day, action, other)
        for row in self.rows["to-chuc"]:
            self.parents[row["mã tổ chức"]] = row["trực thuộc"]
            self.sectors[row["mã tổ chức"]] = code(row["khối"])
        for row in self.rows["chuyen-to-chuc"]:
            self.changes[row["mã tổ chức"]].append(
                (read_day(row["ngày bàn giao"]), code(row["thao tác"]), row["đến"]))
        for row in self.rows["chuc-danh"]:
            sector, at = None, row["tổ chức"]
            while at and not sector:
                sector, at = self.sectors.get(at), self.parents.get(at)
            self.posts[row["mã chức danh"]] = Post(
                row["mã chức danh"], row["tổ chức"], sector,
                code(row.get("ngạch"), LINES) or "government", code(row["cấp chức danh"]))

    def read_people(self):
        self.people = {row["mã hồ sơ"]: Person(
            row["mã hồ sơ"], read_birth(row["ngày sinh"]), code(row["giới tính"]),
            code(row["trình độ chuyên môn"], DEGREE_CODES), row["tổ chức"])
            for row in self.rows["nhan-su"]}
        for sheet, (name, *columns) in FACTS.items():
            for row in self.rows[sheet]:
                if sheet == "ky-luat" and row["ngày qđ hủy bỏ"]:
                    continue  # annulled: never was, on any day
                if sheet == "chuyen-sinh-hoat" and code(row["loại"]) == "temporary":
                    continue  # changes nobody's official organisation
                fact = tuple(read(row[column]) for read, column in columns)
                getattr(self.people[row["mã hồ sơ"]], name).append(fact)
        for row in self.rows["ket-nap"]:
            self.take_admission(self.people[row["mã hồ sơ"]], row)
        for person in self.people.values():
            for name in ("planning", "offices"):
                setattr(person, name, [tuple(self.posts.get(cell, cell) for cell in fact)
                                       for fact in getattr(person, name)])

    @staticmethod
    def take_admission(person, row):
        person.introduced.append((read_day(row["ngày cấp gcn"]) or date.min,))
        ceremony = read_day(row["ngày lễ kết nạp"])
        if ceremony:
            person.admissions.append((ceremony, bool(row["ngày qđ công nhận"])))

    def in_tree(self, organisation, on):
        """Whether an organisation is ours and neither it nor an ancestor is handed over."""
        at = organisation
        while at:
            if at not in self.parents:
                return False
            parent = self.parents[at]
            for since, action, other in sorted(self.changes.get(at, [])):
                if since <= on and action == "handedOver":
                    return False
                if since <= on and action in ("merged", "reparented"):
                    parent = other
            at = parent
        return True

    def eligible(self, on):
        """The rows of the eligibility list: (person as of the day, post)."""
        for file in sorted(self.people):
            person = self.people[file].as_of(on)
            if not (person.belongs_on(on) and self.in_tree(person.organisation_on(on), on)):
                continue
            planned = {post for _, post, _ in person.entries_on(on)}
            for post in sorted(planned - set(person.holds_on(on)), key=lambda post: post.code):
                if self.in_tree(post.organisation, on):
                    yield person, post


def search(requirements, person, post, on):
    """Asks for every day of ten years, no further event happening.

    Returns the day each unmet or unknown requirement is first met, the first ready day, the
    first day after it that is not, and the first day on which a repeated act that is met today
    no longer is, with its id. For the ready days the four repeated acts stay as they are today.
    """
    today = requirements.statuses(person, post, on)
    held = {name: today[name] for name in requirements.REPEATED}
    met_from, ready_from, ready_until, renew_by = {}, None, None, None
    at, last = on, months_after(on, SEARCH_MONTHS)
    while at <= last:
        statuses = requirements.statuses(person, post, at)
        for name, status in statuses.items():
            if status == MET and today[name] in (UNMET, UNKNOWN):
                met_from.setdefault(name, at)
        over = [name for name in held if today[name] == MET and statuses[name] != MET]
        if over and not renew_by:
            renew_by = {"day": at.isoformat(), "requirements": over}
        ready = verdict({**statuses, **held}) == "ready"
        if ready and not ready_from:
            ready_from = at
        if ready_from and not ready and not ready_until:
            ready_until = at
        at += timedelta(days=1)
    return met_from, ready_from, ready_until, renew_by


def answer(requirements, person, post, on, searching):
    """One row of the list."""
    statuses = requirements.statuses(person, post, on)
    met_from, ready_from, ready_until, renew_by = (
        search(requirements, person, post, on) if searching else ({}, None, None, None))
    iso = lambda found: found and found.isoformat()
    return {
        "file": person.file, "position": post.code, "verdict": verdict(statuses),
        "readyFrom": iso(ready_from), "readyUntil": iso(ready_until), "renewBy": renew_by,
        "requirements": [{"id": name, "status": status, "metFrom": iso(met_from.get(name))}
                         for name, status in statuses.items()],
    }


def main():
    parser = argparse.ArgumentParser(description="The eligibility list of a day, as NDJSON.")
    parser.add_argument("--folder", required=True, help="the folder of CSV sheets")
    parser.add_argument("--on", required=True, type=day, help="the day asked, yyyy-mm-dd")
    parser.add_argument("--no-search", action="store_true", help="leave out the days to come")
    parser.add_argument("--rows", type=int, help="at most so many rows, spread over the list")
    parser.add_argument("--summary", action="store_true", help="counts instead of rows")
    arguments = parser.parse_args()
    ledger = Ledger(arguments.folder)
    requirements = Requirements(ledger.sheets)
    rows = list(ledger.eligible(arguments.on))
    if arguments.rows and arguments.rows < len(rows):
        rows = [rows[index * len(rows) // arguments.rows] for index in range(arguments.rows)]
    counts = Counter()
    for person, post in rows:
        found = answer(requirements, person, post, arguments.on, not arguments.no_search)
        if not arguments.summary:
            print(json.dumps(found))
        counts[found["verdict"]] += 1
        counts.update((entry["id"], entry["status"]) for entry in found["requirements"])
    if arguments.summary:
        print("rows", len(rows), *(f"{name} {counts[name]}"
                                   for name in ("ready", "notReady", "unknown")))
        for name in requirements.ORDER:
            print(name, *(f"{status} {counts[name, status]}"
                          for status in (MET, UNMET, UNKNOWN, NOT_APPLICABLE)))


if __name__ == "__main__":
    sys.exit(main())
