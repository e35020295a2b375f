#!/usr/bin/env python3
"""Compares `cadre findings` with a second reading of the specification, row by row.

    compare_findings.py LEDGER

LEDGER is not looked at: two ledgers of their own are made by the program that CADRE names, one of
Tests/Sheets/bloc and one of a copy of it in which certificates are older, ceremonies, recognitions
and receptions later, and some people about 18 or 60 at the vote, so that there is something to
find. Read again from the sheets, with oracle/readiness.py and nothing else of the program's:

- every appointment, judged on the day of its decision as if it had not been taken: the state of
  each of the thirteen requirements that is not met, or not known to be;
- the share of appointments with the theory level held before (S3);
- the members rated excellent and good in every grassroots organisation and year, against a fifth;
- age (in calendar months) and certificates at the cell's vote, and the deadlines of ceremony,
  recognition and transfer.

Exit code: 0 all the same, 1 something differs, 2 usage.
"""

import csv
import datetime
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "oracle"))

import readiness  # noqa: E402
from readiness import MET, UNMET, UNKNOWN, NOT_APPLICABLE, read_day  # noqa: E402

SHEETS = os.path.join(HERE, "..", "Sheets", "bloc")
ON = datetime.date(2026, 11, 1)
SHOWN = 10
STATES = {UNMET: "breach", UNKNOWN: "unknown"}
RULES_FROM = datetime.date(2016, 7, 25)
CERTIFICATES_FROM = datetime.date(2021, 9, 28)
SHARE_FROM = datetime.date(2019, 10, 18)
OUTSTANDING_FROM = datetime.date(2025, 8, 30)
GRASSROOTS = {"đảng bộ cơ sở", "chi bộ cơ sở"}


def ask(cadre, ledger, *words):
    """What the program prints; every row must have been taken."""
    done = subprocess.run([cadre, *words, "--ledger", ledger], capture_output=True, text=True,
                          check=False)
    if done.returncode not in (0, 3):
        raise SystemExit(f"cadre {' '.join(words)}: status {done.returncode}\n{done.stderr}")
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def answers(cadre, folder, sheets):
    """The findings of a ledger made of sheets, and its lists of holidays by year."""
    ledger = os.path.join(folder, "ledger")
    ask(cadre, ledger, "init")
    rows = ask(cadre, ledger, "import", sheets, "-O", "ndjson")
    rejected = [row for row in rows if row.get("rejected") or "message" in row]
    if rejected:
        raise SystemExit(f"rejected: {rejected[:3]}")
    findings = ask(cadre, ledger, "findings", "--on", ON.isoformat(), "-O", "ndjson")
    lists = ask(cadre, ledger, "log", "--type", "HolidaysAdopted", "-O", "ndjson")
    return findings, {row["fields"]["year"]: {readiness.day(day) for day in row["fields"]["days"]}
                      for row in lists}


def judged(book, requirements):
    """Every appointment in the tree: (row, post, day, statuses), as if it had not been taken."""
    for row in book.rows["bo-nhiem"]:
        action = readiness.code(row["thao tác"])
        day = read_day(row["ngày quyết định"])
        if action == "relieved" or day > ON:
            continue
        person, post = book.people[row["mã hồ sơ"]], book.posts[row["mã chức danh"]]
        if not book.in_tree(post.organisation, day):
            continue
        offices, planning = person.offices, person.planning
        own = (read_day(row["ngày hiệu lực"]), action, post)
        person.offices = list(offices)
        person.offices.remove(own)
        person.planning = [fact for fact in planning
                           if not (fact[1] == "left" and fact[2] is post and fact[0] >= day)]
        before = person.as_of(day)
        person.offices, person.planning = offices, planning
        statuses = requirements.statuses(before, post, day)
        dossier = read_day(row["ngày nhận hồ sơ"])
        if dossier and statuses["age"] not in (NOT_APPLICABLE,):
            statuses["age"] = age(before, post, day, dossier)
        yield row, post, day, statuses


def age(person, post, day, dossier):
    """The age requirement of a day, counted from the month a dossier was received."""
    if not person.birth or not person.sex:
        return UNKNOWN
    needed = readiness.value("appointment.monthsToRetirement", day, post)
    month = dossier.year * 12 + dossier.month - 1
    ends = {readiness.retirement_month(birth, person.sex) >= month + needed
            for birth in person.birth}
    return UNKNOWN if len(ends) == 2 else MET if ends == {True} else UNMET


def appointments(book, requirements):
    """What is open of every appointment, and the figure of S3."""
    found, theory = Counter(), Counter()
    for row, post, day, statuses in judged(book, requirements):
        for name, status in statuses.items():
            if status in STATES:
                found[(row["mã hồ sơ"], post.code, day.isoformat(), name, STATES[status])] += 1
        if post.line != "party" and statuses["theory"] != NOT_APPLICABLE:
            theory["appointments"] += 1
            theory["met"] += statuses["theory"] == MET
    return found, theory


def grassroots(book, organisation, on):
    """The nearest organisation from one upwards that is a grassroots one; None where none is."""
    at = organisation
    while at:
        if book.kinds.get(at) in GRASSROOTS:
            return at if book.in_tree(at, on) else None
        at = book.parents.get(at)
    return None


def excellent(book):
    """Organisations and years with more rated excellent than a fifth of those rated good."""
    counts = defaultdict(Counter)
    for person in book.people.values():
        for rated, grade in person.ratings:
            if rated <= ON and rated >= SHARE_FROM:
                root = grassroots(book, person.organisation_on(rated), rated)
                if root and book.in_tree(person.organisation_on(rated), rated):
                    counts[(root, rated)][grade] += 1
    found = {}
    for (root, rated), count in counts.items():
        most = count["good"] * 20 // 100
        special = count["good"] * 25 // 100 if rated >= OUTSTANDING_FROM else most
        if count["excellent"] > most:
            state = "unknown" if most < count["excellent"] <= special else "breach"
            found[(root, rated.isoformat(), state)] = (count["excellent"], count["good"])
    return found


def deadline(count, start, holidays):
    """The count-th working day after a day, and whether every year on the way has a list."""
    day, known = start, True
    while count:
        day += datetime.timedelta(days=1)
        if day.weekday() < 5:
            known &= day.year in holidays
            count -= day not in holidays.get(day.year, ())
    return day, known


def late(kind, file, start, count, act, holidays):
    """The finding that an act came after its deadline, if it is one; None where it has not come."""
    last, known = deadline(count, start, holidays)
    if (act or ON) <= last:
        return []
    shown = act or last + datetime.timedelta(days=1)
    return [(kind, file, shown.isoformat(), "breach" if known else "unknown")]


def age_at_vote(vote, birth):
    """The state of an age of 18 to 60 years, from the month of birth to the month of the vote."""
    least, most = (vote.year * 12 + vote.month - 1 - month for month in reversed(birth))
    if most < 18 * 12:
        return "breach"
    return None if least >= 18 * 12 and most <= 60 * 12 else "unknown"


def admissions(book, holidays):
    """Age and certificates at the vote, and the deadlines of ceremony and recognition."""
    found = Counter()
    for row in book.rows["ket-nap"]:
        ceremony = read_day(row["ngày lễ kết nạp"])
        if not ceremony:
            continue
        file = row["mã hồ sơ"]
        vote, decided = read_day(row["ngày chi bộ xét"]), read_day(row["ngày quyết định"])
        issued = read_day(row["ngày cấp gcn"])
        if vote and CERTIFICATES_FROM <= vote <= ON and issued \
                and vote >= readiness.months_after(issued, 60):
            found[("admissionCertificate", file, vote.isoformat(), "breach")] += 1
        birth = book.people[file].birth
        if vote and RULES_FROM <= vote <= ON and ceremony <= ON and birth \
                and age_at_vote(vote, birth):
            found[("admissionAge", file, vote.isoformat(), age_at_vote(vote, birth))] += 1
        if decided >= RULES_FROM and ceremony <= ON:
            found.update(late("ceremonyLate", file, decided, 30, ceremony, holidays))
        ended = readiness.months_after(ceremony, 12)
        recognised = read_day(row["ngày qđ công nhận"])
        if ended < RULES_FROM or ended > ON or recognised and recognised > ON:
            continue
        person = book.people[file]
        if not recognised and (person.ended_on(ON)
                               or not book.in_tree(person.organisation_on(ON), ON)):
            continue
        found.update(late("recognitionLate", file, ended, 90, recognised, holidays))
    return found


def transfers(book, holidays):
    """The deadline of receptions, of temporary transfers too."""
    found = Counter()
    for row in book.rows["chuyen-sinh-hoat"]:
        begun, received = read_day(row["ngày giới thiệu"]), read_day(row["ngày tiếp nhận"])
        person = book.people[row["mã hồ sơ"]]
        if begun < RULES_FROM or begun > ON or not received and (
                person.ended_on(ON) or not book.in_tree(person.organisation_on(ON), ON)):
            continue
        found.update(late("transferLate", person.file, begun, 60, received, holidays))
    return found


def differing(name, ours, theirs):
    """What only one of the two has."""
    return [f"{name}: {key}: {ours.get(key)} of the program, {theirs.get(key)} of the reading"
            for key in {**ours, **theirs} if ours.get(key) != theirs.get(key)]


def compare(rows, holidays, sheets):
    """What differs, and how many rows of each sort were compared."""
    book = readiness.Ledger(sheets)
    book.kinds = {row["mã tổ chức"]: row["loại hình"].lower() for row in book.rows["to-chuc"]}
    open_ones, theory = appointments(book, readiness.Requirements(book.sheets))
    ours = Counter((row["file"], row["position"], row["day"], row["requirement"], row["status"])
                   for row in rows if row["kind"] == "appointment")
    faults = differing("appointment", ours, open_ones)
    summary = rows[-1]["found"]
    share = theory["met"] * 10_000 // theory["appointments"] / 100
    faults += differing("S3", {name: summary[name] for name in ("appointments", "met", "percent")},
                        {**theory, "percent": share})
    rated = excellent(book)
    faults += differing(
        "excellent", {(row["organisation"], row["day"], row["status"]): (
            row["found"]["excellent"], row["found"]["good"])
            for row in rows if row["kind"] == "excellentShare"}, rated)
    dated = admissions(book, holidays) + transfers(book, holidays)
    kinds = {"admissionAge", "admissionCertificate", "ceremonyLate", "recognitionLate",
             "transferLate"}
    faults += differing(
        "dated", Counter((row["kind"], row["file"], row["day"], row["status"]) for row in rows
                         if row["kind"] in kinds and row["found"] != {}), dated)
    return faults, Counter(appointment=open_ones.total(), excellent=len(rated),
                           **Counter(key[0] for key in dated.elements()))


def later(text, days):
    """A day of a sheet some days later, or earlier, but none that is still to come; an empty cell
    stays so."""
    found = read_day(readiness.clean(text))
    if not found:
        return text
    moved = found + datetime.timedelta(days=days)
    return text if moved > ON else moved.strftime("%d/%m/%Y")


def rewritten(source, target, name, change):
    """A copy of a sheet with every row changed: change(row, place)."""
    with open(os.path.join(source, name), encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file, delimiter=";")
    with open(os.path.join(target, name), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(header)
        for place, cells in enumerate(rows):
            row = dict(zip(header, cells))
            change(row, place)
            writer.writerow(row.values())


def delay(row, place):
    """An admission with an older certificate; every tenth with a late ceremony, every seventh
    with a late recognition."""
    row["Ngày cấp GCN"] = later(row["Ngày cấp GCN"], -700)
    if place % 10 == 0:
        row["Ngày lễ kết nạp"] = later(row["Ngày lễ kết nạp"], 35)
    if place % 7 == 0:
        for column in ("Ngày QĐ công nhận",):
            row[column] = later(row[column], 75)


def born_for(votes):
    """Births of every fifth who was voted on: 215 to 217 or 719 to 721 months before the vote,
    late in the month, which does not count."""
    def change(row, place):
        vote = votes.get(row["Mã hồ sơ"])
        if vote and place % 5 == 0:
            age = (216, 720)[place // 5 % 2] + place // 10 % 3 - 1
            year, month = divmod(vote.year * 12 + vote.month - 1 - age, 12)
            row["Ngày sinh"] = f"28/{month + 1:02}/{year:04}"
    return change


def hold_up(row, place):
    """Every second transfer received later."""
    if place % 2 == 0:
        row["Ngày tiếp nhận"] = later(row["Ngày tiếp nhận"], 70)


def main():
    cadre = os.environ.get("CADRE")
    if len(sys.argv) != 2 or not cadre:
        print(__doc__, file=sys.stderr)
        return 2
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        delayed = os.path.join(folder, "delayed")
        shutil.copytree(SHEETS, delayed)
        rewritten(SHEETS, delayed, "ket-nap.csv", delay)
        rewritten(SHEETS, delayed, "chuyen-sinh-hoat.csv", hold_up)
        with open(os.path.join(SHEETS, "ket-nap.csv"), encoding="utf-8-sig", newline="") as file:
            votes = {row["Mã hồ sơ"]: read_day(readiness.clean(row["Ngày chi bộ xét"]))
                     for row in csv.DictReader(file, delimiter=";")}
        rewritten(SHEETS, delayed, "nhan-su.csv", born_for(votes))
        for place, sheets in enumerate((SHEETS, delayed)):
            home = os.path.join(folder, str(place))
            os.mkdir(home)
            found, counts = compare(*answers(cadre, home, sheets), sheets)
            faults += found
            print(", ".join(f"{count} {name}" for name, count in sorted(counts.items())))
    for fault in faults[:SHOWN]:
        print(fault)
    print(f"{len(faults)} differ")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
