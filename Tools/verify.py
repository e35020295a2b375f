#!/usr/bin/env python3
"""Checks, away from the ledger, what a ledger of cadres says of itself.

    verify.py PATH [--expect CHECKPOINT] [--consistency PROOFFILE] [--signers FILE]
                   [--ready NDJSON] [--lang vi|en]

PATH is a dossier, a proof printed by `cadre prove`, or a folder that `cadre export` wrote. The
program is one file, needs nothing but Python 3.11, and shares nothing with the ledger: it was
written from the specification, and reads top to bottom, from hashes up to verdicts.

    --expect       a checkpoint that was kept elsewhere; only that tells *the* log from another one
    --consistency  a proof that leads from one of two sizes to the other (`cadre prove consistency`)
    --signers      an allowed_signers file: CHECKPOINT.sig beside the checkpoint must be signed by
                   one of them (asks ssh-keygen, namespace cadre-checkpoint)
    --ready        of an export: what `cadre ready -O ndjson` printed, every row of it

Exit status: 0 confirmed; 3 confirmed by itself, but not tied to the checkpoint given, whose size
is another (--consistency would do it); 4 refuted, and it is said what, with the event's index; 64 usage;
65 data that cannot be read; 66 no such file.
"""

from __future__ import annotations

import base64
import gc
import hashlib
import json
import os
import re
import subprocess
import sys
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from typing import Any, Callable, Iterable, Iterator, NamedTuple

CONFIRMED, LOOSE, REFUTED, USAGE, UNREADABLE, NO_INPUT = 0, 3, 4, 64, 65, 66

# What is bigger than this was not written by the ledger; refusing it keeps the machine usable.
MOST_FILE = 256 << 20
MOST_LINE = 4 << 20
MOST_EVENT = 65_535
MOST_DEPTH = 6
MOST_SIZE = 1 << 62
MOST_MONTHS = 12_000


# ---------------------------------------------------------------------------------------------
# Words. Every sentence stands in Vietnamese and English side by side.


class Words(NamedTuple):
    """A sentence in both languages."""

    vi: str
    en: str

    def filled(self, **values: Any) -> Words:
        """The sentence with its gaps filled."""
        return Words(self.vi.format(**values), self.en.format(**values))


class Fault(Exception):
    """A reason to stop, as a sentence in both languages."""

    status = UNREADABLE

    def __init__(self, vi: str, en: str, **values: Any) -> None:
        shown = {name: clipped(value) for name, value in values.items()}
        self.words = Words(vi, en).filled(**shown)
        super().__init__(self.words.en)


class Refuted(Fault):
    """What was said is not so."""

    status = REFUTED


class Unreadable(Fault):
    """What was given is not what it should be at all."""


class NoInput(Fault):
    """There is no such file."""

    status = NO_INPUT


class Usage(Fault):
    """The program was called wrongly."""

    status = USAGE


def clipped(value: Any) -> str:
    """A value fit to be shown: on one line, printable, and not endless."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    text = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}"
                   for letter in text[:400])
    return text if len(text) <= 160 else text[:160] + "…"


# ---------------------------------------------------------------------------------------------
# Hashes and trees (RFC 9162 section 2.1).


def leaf_hash(data: bytes) -> bytes:
    """The hash of a leaf."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of a node above two others."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def private_hash(salt: bytes, data: bytes) -> bytes:
    """The commitment to a private record."""
    return hashlib.sha256(b"\x02" + salt + data).digest()


def tree_root(leaves: list[bytes]) -> bytes:
    """The root over leaf hashes.

    Folded level by level; a node without a sister goes up as it is, which is the same tree as
    splitting at the largest power of two below the size.
    """
    if not leaves:
        return hashlib.sha256(b"").digest()
    level = leaves
    while len(level) > 1:
        above = [node_hash(level[at], level[at + 1]) for at in range(0, len(level) - 1, 2)]
        if len(level) % 2:
            above.append(level[-1])
        level = above
    return level[0]


def included(index: int, size: int, leaf: bytes, path: list[bytes], root: bytes) -> bool:
    """Whether an inclusion path leads from a leaf to a root (RFC 9162 section 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    at, last, reached = index, size - 1, leaf
    for step in path:
        if last == 0:
            return False
        if at & 1 or at == last:
            reached = node_hash(step, reached)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            reached = node_hash(reached, step)
        at, last = at >> 1, last >> 1
    return last == 0 and reached == root


def consistent(first: int, first_root: bytes, second: int, second_root: bytes,
               path: list[bytes]) -> bool:
    """Whether a tree is a prefix of another (RFC 9162 section 2.1.4.2)."""
    if not 0 < first <= second:
        return False
    if first == second:
        return not path and first_root == second_root
    steps = [first_root, *path] if first & (first - 1) == 0 else list(path)
    if not steps:
        return False
    at, last = first - 1, second - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    old = new = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            old, new = node_hash(step, old), node_hash(step, new)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            new = node_hash(new, step)
        at, last = at >> 1, last >> 1
    return last == 0 and old == first_root and new == second_root


# ---------------------------------------------------------------------------------------------
# Deterministic CBOR (RFC 8949 section 4.2.1): one way to write each value, and no other is read.


class CBORFault(Exception):
    """Bytes that are not deterministic CBOR, and why."""


def decode_cbor(data: bytes) -> Any:
    """The one value that the bytes are: numbers, bytes, text, arrays, and maps by number."""
    value, end = cbor_item(data, 0, 0)
    if end != len(data):
        raise CBORFault("bytes follow the value")
    return value


def encode_head(major: int, number: int) -> bytes:
    """The shortest head of an item."""
    for limit, extra, length in ((24, None, 0), (1 << 8, 24, 1), (1 << 16, 25, 2),
                                 (1 << 32, 26, 4), (1 << 64, 27, 8)):
        if number < limit:
            if extra is None:
                return bytes([major << 5 | number])
            return bytes([major << 5 | extra]) + number.to_bytes(length, "big")
    raise CBORFault("a number past 64 bits")


def cbor_item(data: bytes, at: int, depth: int) -> tuple[Any, int]:
    """The item at a place, and the place behind it."""
    if at >= len(data):
        raise CBORFault("the bytes end early")
    first = data[at]
    major, number = first >> 5, first & 31
    at += 1
    if number >= 24:
        number, at = cbor_argument(data, at, number)
    if major == 0:
        return number, at
    if major == 1:
        return -1 - number, at
    if major == 2 or major == 3:
        end = at + number
        if end > len(data):
            raise CBORFault("the bytes end early")
        if major == 2:
            return data[at:end], end
        try:
            return data[at:end].decode("utf-8"), end
        except UnicodeDecodeError:
            raise CBORFault("text that is not UTF-8") from None
    if depth >= MOST_DEPTH:
        raise CBORFault("nested too deeply")
    if number > len(data) - at:
        raise CBORFault("the bytes end early")
    if major == 4:
        items = []
        for _ in range(number):
            item, at = cbor_item(data, at, depth + 1)
            items.append(item)
        return items, at
    if major == 5:
        return cbor_map(data, at, number, depth)
    raise CBORFault("a tag" if major == 6 else "a float or a simple value")


def cbor_argument(data: bytes, at: int, kind: int) -> tuple[int, int]:
    """The argument behind a first byte, which must need its length."""
    if kind > 27:
        raise CBORFault("an indefinite or reserved length")
    length = 1 << kind - 24
    number = int.from_bytes(data[at:at + length], "big")
    if at + length > len(data):
        raise CBORFault("the bytes end early")
    if number < (24 if length == 1 else 1 << 4 * length):
        raise CBORFault("a number not in its shortest form")
    return number, at + length


def cbor_map(data: bytes, at: int, count: int, depth: int) -> tuple[dict[int, Any], int]:
    """A map, whose keys are numbers and ascend."""
    found: dict[int, Any] = {}
    last = -1
    for _ in range(count):
        key, at = cbor_item(data, at, depth + 1)
        if not isinstance(key, int) or key <= last:
            raise CBORFault("keys of a map that do not ascend or are no numbers")
        last = key
        found[key], at = cbor_item(data, at, depth + 1)
    return found, at


# ---------------------------------------------------------------------------------------------
# Files and strict JSON (RFC 8259): no key twice, no NaN, whole numbers, keys all known.


def read_bytes(path: str, most: int = MOST_FILE) -> bytes:
    """A whole file."""
    try:
        with open(path, "rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError:
        raise NoInput("không có tệp “{path}”", "there is no file “{path}”", path=path) from None
    except OSError as error:
        raise Unreadable("không đọc được “{path}”: {why}", "cannot read “{path}”: {why}",
                         path=path, why=error.strerror or "?") from None
    if len(data) > most:
        raise Unreadable("“{path}” dài quá {most} byte", "“{path}” is longer than {most} bytes",
                         path=path, most=most)
    return data


class Decimal(str):
    """A number with a fraction, as it was written."""


class JSONFault(ValueError):
    """Why a text is not strict JSON."""


def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object, in which no key stands twice."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise JSONFault("a key stands twice")
    return found


def whole_number(text: str) -> int:
    """A number of a sane length."""
    if len(text) > 20:
        raise JSONFault("a number of more than 20 digits")
    if text == "-0":
        raise JSONFault("minus nought")
    return int(text)


def decimal_number(text: str) -> Decimal:
    """A number with digits behind the point, and none that can be left out."""
    if len(text) > 20 or not re.fullmatch(r"-?\d+\.\d*[1-9]", text):
        raise JSONFault("a fraction not in its shortest form")
    return Decimal(text)


def no_constant(text: str) -> None:
    """NaN and Infinity are no JSON."""
    raise JSONFault(f"{text} is no JSON")


JSON_READER = json.JSONDecoder(object_pairs_hook=unique, parse_int=whole_number,
                               parse_float=decimal_number, parse_constant=no_constant)


def read_json(data: bytes | str, what: str) -> Any:
    """A JSON text; `what` names it in the message."""
    try:
        text = data if isinstance(data, str) else data.decode("utf-8")
        value, end = JSON_READER.raw_decode(text, len(text) - len(text.lstrip(" \t\r\n")))
        if text[end:].strip(" \t\r\n"):
            raise JSONFault("text follows the value")
        if "\\u" in text:
            json.dumps(value, ensure_ascii=False).encode("utf-8")  # no halves of surrogate pairs
        return value
    except UnicodeError:
        why = "not UTF-8"
    except RecursionError:
        why = "nested too deeply"
    except ValueError as error:
        why = str(error)
    raise Unreadable("{what} không phải JSON chặt chẽ: {why}", "{what} is not strict JSON: {why}",
                     what=what, why=why)


def unfit(what: str) -> Unreadable:
    """The complaint that a part of a file has another form than it should."""
    return Unreadable("{what}: không đúng dạng", "{what}: not of the form it should have",
                      what=what)


def an_object(value: Any, what: str, keys: str, optional: str = "") -> dict[str, Any]:
    """An object that has these keys, may have the optional ones, and has no others."""
    needed, allowed = keys.split(), keys.split() + optional.split()
    if not isinstance(value, dict):
        raise unfit(what)
    for key in value:
        if key not in allowed:
            raise Unreadable("{what}: khóa lạ “{key}”", "{what}: unknown key “{key}”",
                             what=what, key=key)
    for key in needed:
        if key not in value:
            raise Unreadable("{what}: thiếu khóa “{key}”", "{what}: the key “{key}” is missing",
                             what=what, key=key)
    return value


def a_list(value: Any, what: str) -> list[Any]:
    """An array."""
    if not isinstance(value, list):
        raise unfit(what)
    return value


def a_text(value: Any, what: str) -> str:
    """A string."""
    if not isinstance(value, str):
        raise unfit(what)
    return value


def a_number(value: Any, what: str, below: int = MOST_SIZE) -> int:
    """A whole number that is not negative."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < below:
        raise unfit(what)
    return value


def a_day(value: Any, what: str) -> int:
    """An ISO 8601 day, as days since 1970-01-01."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return date.fromisoformat(value).toordinal() - EPOCH
        except ValueError:
            pass
    raise unfit(what)


def some_bytes(value: Any, what: str) -> bytes:
    """Base64 with padding, in its one canonical form."""
    text = a_text(value, what)
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        raise unfit(what) from None
    if base64.b64encode(data).decode() != text:
        raise unfit(what)
    return data


def a_hash(value: Any, what: str) -> bytes:
    """Exactly 32 bytes."""
    data = some_bytes(value, what)
    if len(data) != 32:
        raise Unreadable("{what}: không đủ đúng 32 byte", "{what}: not exactly 32 bytes",
                         what=what)
    return data


def a_path(value: Any, what: str) -> list[bytes]:
    """A path of hashes; none is longer than 64."""
    steps = a_list(value, what)
    if len(steps) > 64:
        raise unfit(what)
    return [a_hash(step, what) for step in steps]


# ---------------------------------------------------------------------------------------------
# Days and months. A day is a number: days since 1970-01-01. A month is year * 12 + month - 1.

EPOCH = date(1970, 1, 1).toordinal()
FIRST_DAY, LAST_DAY = 1 - EPOCH, date.max.toordinal() - EPOCH


def civil(day: int) -> date:
    """The date of a day."""
    return date.fromordinal(day + EPOCH)


def iso(day: int | None) -> str | None:
    """A day as it is written."""
    return None if day is None else civil(day).isoformat()


def day_of(year: int, month: int, of_month: int) -> int:
    """The day of a date; dates past the year 9999 are the last day of it."""
    if year > 9999:
        return LAST_DAY
    return date(max(year, 1), month, of_month).toordinal() - EPOCH


def month_of(day: int) -> int:
    """The month in which a day is."""
    on = civil(day)
    return on.year * 12 + on.month - 1


def iso_month(month: int) -> str:
    """A month as it is written."""
    return f"{month // 12:04}-{month % 12 + 1:02}"


def first_of(month: int) -> int:
    """The first day of a month."""
    return day_of(month // 12, month % 12 + 1, 1)


def months_after(day: int, count: int) -> int:
    """The same day of the month so many months later, clamped to the month's last."""
    on = civil(day)
    year, month = divmod(on.year * 12 + on.month - 1 + count, 12)
    if year > 9999:
        return LAST_DAY
    return day_of(year, month + 1, min(on.day, monthrange(year, month + 1)[1]))


def whole_months(first: int, last: int) -> int:
    """The largest n such that n months after the first day is on or before the last."""
    count = month_of(last) - month_of(first)
    return count if months_after(first, count) <= last else count - 1


# ---------------------------------------------------------------------------------------------
# Events: the shapes of events.cddl. Each field has a name, a key and a form.


class Form(NamedTuple):
    """How a field is stored, and how it is written in the rows of a log."""

    holds: Callable[[Any], bool]
    shown: Callable[[Any, Names], Any]


def plain(value: Any, names: Names) -> Any:
    """What is written as it is stored."""
    return value


def is_number(value: Any) -> bool:
    """Not negative; the decoder gives no true or false that could pass for 1 or 0."""
    return isinstance(value, int) and value >= 0


def is_day(value: Any) -> bool:
    """A day of the years 1 to 9999, beyond which there is no calendar here."""
    return isinstance(value, int) and FIRST_DAY <= value <= LAST_DAY


def is_year(value: Any) -> bool:
    """A year of the calendar."""
    return isinstance(value, int) and 1 <= value <= 9999


def is_numeral(value: Any) -> bool:
    """The number of an organisation, a post or a person."""
    return isinstance(value, int) and 0 <= value < 1 << 32


def is_digest(value: Any) -> bool:
    """A SHA-256."""
    return isinstance(value, bytes) and len(value) == 32


def is_period(value: Any) -> bool:
    """A year or a month."""
    return (isinstance(value, list) and len(value) == 2 and value[0] in (0, 1)
            and (is_year(value[1]) if value[0] == 0
                 else isinstance(value[1], int) and 12 <= value[1] < 120_000))


def list_of(holds: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """An array whose items all hold."""
    return lambda value: isinstance(value, list) and all(map(holds, value))


def hundredths(value: int, names: Names) -> Any:
    """85.5 is stored as 8550, and written without what can be left out."""
    whole, rest = divmod(abs(value), 100)
    sign = "-" if value < 0 else ""
    if not rest:
        return int(f"{sign}{whole}")
    return Decimal(f"{sign}{whole}.{rest:02}".rstrip("0"))


TEXT = Form(lambda value: isinstance(value, str), plain)
DAY = Form(is_day, lambda value, names: iso(value))
DAYS = Form(list_of(is_day), lambda value, names: [iso(day) for day in value])
YEAR = Form(is_year, plain)
COUNT = Form(is_number, plain)
COUNTS = Form(lambda value: list_of(is_number)(value) and len(value) == 4, plain)
DIGEST = Form(is_digest, lambda value, names: value.hex())
HUNDREDTHS = Form(lambda value: isinstance(value, int), hundredths)
PERIOD = Form(is_period, lambda value, names:
              f"{value[1]:04}" if value[0] == 0 else iso_month(value[1]))
ORGANISATION = Form(is_numeral, lambda value, names: names.organisation(value))
POSITION = Form(is_numeral, lambda value, names: names.position(value))
PERSON = Form(is_numeral, lambda value, names: names.person(value))
NUMERALS = Form(list_of(is_numeral), plain)
YES = Form(lambda value: value == 1, plain)


def one_of(words: str) -> Form:
    """A code of a closed list, stored as its number."""
    codes = words.split()
    return Form(lambda value: isinstance(value, int) and 0 <= value < len(codes),
                lambda value, names: codes[value])


class AnyOf(tuple):
    """Ways in which a value may be written; none of them means any way."""


LEDGER, ORGANISATIONS, POSITIONS, PEOPLE_STREAMS = range(4)
KINDS = ("ledger", "organisation", "position", "person")

ORGANISATION_KINDS = "superior grassrootsCommittee grassrootsCell subCommittee cell external"
SECTORS = "agency publicUnit enterprise"
LINES = "government party union"
CLASSES = ("deputyDivisionHead divisionHead deputyDirector director "
           "committeeMember standingMember deputySecretary secretary")
GRADES = "unfulfilled fulfilled good excellent"
DEGREES = "vocational college university master doctor"
THEORY = "elementary intermediate advanced bachelor"
SYSTEMS = "party state"
FORMS = "reprimand warning dismissal expulsion payStepCut demotion"
ENDINGS = "struckOff expelled resigned deceased"
PURPOSES = "planning appointment reappointment"
OUTCOMES = "qualified remedial removalProposed"
IMPEDIMENTS = "investigation prosecution inspection longIllness maternity other"
TRANSFERS = "official temporary internal"
LEAVING = ("yearlyReview overAge disciplined standardsNotMet appointed transferred retired "
           "ownWish reorganised other")


class Shape(NamedTuple):
    """An event's name, the kind of its stream, and its payload: key -> (name, form, needed)."""

    name: str
    kind: int | None
    fields: dict[int, tuple[str, Form, bool]]


def shape(name: str, kind: int | None, *fields: tuple[str, Form] | None) -> Shape:
    """A shape whose fields have the keys 0, 1, 2 …, None being one that it does not have; a name
    that ends in ? may be absent."""
    return Shape(name, kind, {key: (each[0].rstrip("?"), each[1], not each[0].endswith("?"))
                              for key, each in enumerate(fields) if each is not None})


SHAPES: dict[int, Shape] = {
    0: shape("LedgerOpened", 0, ("origin", TEXT)),
    1: shape("RulesAdopted", 0, ("id", TEXT), ("content", TEXT)),
    2: shape("HolidaysAdopted", 0, ("year", YEAR), ("days", DAYS)),
    3: shape("SheetReceived", 0, ("sheet", TEXT), ("sha256", DIGEST), ("rows", COUNT),
             ("covers?", ORGANISATION), ("isPartial?", YES), ("gaps?", NUMERALS)),
    4: shape("ReportPublished", 0, ("question", TEXT), ("on", DAY), ("known", COUNT),
             ("rules", TEXT), ("sha256", DIGEST)),
    5: shape("HeadsSealed", 0, ("upTo", COUNT), ("counts", COUNTS), ("root", DIGEST)),
    6: shape("RebuildAttested", 0, ("size", COUNT), ("root", DIGEST), ("layout", COUNT),
             ("digest", DIGEST), ("differences", COUNT)),
    7: shape("SheetClaimed", 0, ("sheet", TEXT), ("organisation?", ORGANISATION), ("until", DAY),
             ("sha256", DIGEST), ("listed", COUNT)),
    32: shape("OrganisationEstablished", 1, ("code?", TEXT), ("name", TEXT),
              ("kind", one_of(ORGANISATION_KINDS)), ("sector?", one_of(SECTORS)),
              ("parent?", ORGANISATION)),
    33: shape("OrganisationAmended", 1, ("code?", TEXT), ("name?", TEXT),
              ("kind?", one_of(ORGANISATION_KINDS)), ("sector?", one_of(SECTORS))),
    34: shape("Reparented", 1, ("parent", ORGANISATION)),
    35: shape("HandedOver", 1, ("receiver", ORGANISATION), ("members?", COUNT),
              ("probationers?", COUNT)),
    36: shape("OrganisationReceived", 1, ("from", ORGANISATION), ("members?", COUNT),
              ("probationers?", COUNT)),
    37: shape("Merged", 1, ("into", ORGANISATION)),
    38: shape("Dissolved", 1),
    39: shape("SuspensionLifted", 1),
    40: shape("OrganisationRated", 1, ("year", YEAR), ("grade", one_of(GRADES))),
    41: shape("ActivityRecorded", 1,
              ("kind", one_of("inspectionPlan article modelCell inspection themedSupervision "
                              "articleThirtyTwo committeeRefresher inspectionTraining")),
              ("period", PERIOD), ("percent?", HUNDREDTHS)),
    64: shape("PositionDefined", 2, ("code", TEXT), ("title", TEXT),
              ("organisation", ORGANISATION), ("line", one_of(LINES)), ("class", one_of(CLASSES)),
              ("seats", COUNT), ("decidedBy?", TEXT)),
    65: shape("PositionAmended", 2, ("code?", TEXT), ("title?", TEXT),
              ("organisation?", ORGANISATION), ("line?", one_of(LINES)),
              ("class?", one_of(CLASSES)), ("seats?", COUNT), ("decidedBy?", TEXT)),
    66: shape("PositionAbolished", 2),
    96: shape("PersonRegistered", 3, ("organisation", ORGANISATION)),
    97: shape("ProfileAmended", 3),
    98: shape("QualificationAttained", 3, ("level", one_of(DEGREES))),
    99: shape("SamePerson", 3, ("other", PERSON)),
    100: shape("PersonErased", 3, ("authority", TEXT),
               ("legalBasis", one_of("retentionEnded courtOrder dataProtectionRequest other"))),
    101: shape("ProspectIntroduced", 3, ("by?", one_of("youthUnion tradeUnion cell other"))),
    102: shape("CourseCompleted", 3, ("course", one_of("prospects newMembers")),
               ("certificate?", TEXT), ("issued", DAY), ("score?", HUNDREDTHS)),
    103: shape("Admitted", 3, ("kind", one_of("admission readmission")), ("cellVotedOn?", DAY),
               ("decidedOn?", DAY), ("ceremonyOn", DAY), ("cell?", ORGANISATION)),
    104: shape("Recognised", 3, ("decidedOn", DAY)),
    105: shape("CardIssued", 3),
    106: shape("ActivityExempted", 3, ("from", DAY), ("until?", DAY)),
    107: shape("MembershipEnded", 3, ("how", one_of(ENDINGS)),
               ("ground?", one_of("screening absentOrUnpaid cardHandedBack noProgress "
                                  "breachOfStanding standardsNotMet abandoned askedToLeave "
                                  "disunity corruption seriousCrime lesserCrime illHealth other"))),
    108: shape("Screened", 3, ("round", TEXT), ("outcome", one_of(OUTCOMES)),
               ("ground?", one_of("unfulfilledTwoYears disciplinedAgain degradation "
                                  "exampleBreached other")), ("remedialMonths?", COUNT)),
    109: shape("Rated", 3, ("year", YEAR), ("grade", one_of(GRADES))),
    110: shape("Disciplined", 3, ("system", one_of(SYSTEMS)), ("form", one_of(FORMS)),
               ("announcedOn", DAY)),
    111: shape("DisciplineAnnulled", 3, ("system", one_of(SYSTEMS)), ("number?", TEXT),
               ("day?", DAY)),
    112: shape("Impeded", 3, ("kind", one_of(IMPEDIMENTS)), ("until?", DAY)),
    113: shape("ResidenceCommented", 3, ("year", YEAR)),
    114: shape("AssetsDeclared", 3, ("year", YEAR),
               ("kind?", one_of("yearly first supplementary other"))),
    115: shape("TheoryAttained", 3, ("level", one_of(THEORY)),
               ("proof", one_of("diploma equivalence")), ("school?", TEXT),
               ("certificate?", TEXT), ("issuedOn", DAY)),
    116: shape("TheoryEnrolled", 3, ("level", one_of(THEORY)), ("school?", TEXT),
               ("startsOn", DAY)),
    117: shape("StandardsConcluded", 3, ("purpose", one_of(PURPOSES)),
               ("result", one_of("favourable unfavourable"))),
    118: shape("PlanningEntered", 3, ("position", POSITION), ("from", YEAR), ("to", YEAR)),
    119: shape("PlanningLeft", 3, ("position", POSITION), ("from", YEAR), ("to", YEAR),
               ("reason?", one_of(LEAVING))),
    120: shape("Appointed", 3, ("position", POSITION),
               ("kind", one_of("appointment reappointment")), ("dossierReceivedOn?", DAY)),
    121: shape("Relieved", 3, ("position", POSITION), ("reason?", one_of(LEAVING))),
    122: shape("TransferIntroduced", 3, ("kind", one_of(TRANSFERS)), ("from", ORGANISATION),
               ("to", ORGANISATION), ("until?", DAY)),
    123: shape("TransferReceived", 3, ("kind", one_of(TRANSFERS)), ("introducedOn", DAY),
               ("from", ORGANISATION), ("to", ORGANISATION)),
    124: shape("TemporaryTransferEnded", 3, ("introducedOn", DAY)),
    125: shape("DifferentPeople", 3, ("other", PERSON)),
    224: shape("Retracted", None, ("target", COUNT),
               ("reason", one_of("typingError wrongPerson wrongDocument duplicate "
                                 "supersededByCorrection other"))),
}

ENVELOPE: dict[int, Callable[[Any], bool]] = {
    4: is_number, 5: is_number, 6: is_digest, 7: is_day,
    8: lambda value: isinstance(value, int) and abs(value) < 1 << 47,
    9: lambda value: isinstance(value, str), 10: lambda value: isinstance(value, dict),
    11: is_number, 12: is_number, 13: is_digest,
}
NEEDED_KEYS = {0, 1, 2, 3, 4, 8, 9, 14}
DOCUMENT = {0: TEXT, 1: DAY, 2: TEXT}


class Event:
    """One event, as its bytes say."""

    __slots__ = ("index", "leaf", "type", "version", "kind", "number", "revision", "prior",
                 "previous", "effective", "recorded", "actor", "document", "cause", "row", "commitment",
                 "payload", "order")

    def __init__(self, index: int, data: bytes) -> None:
        """Reads the bytes strictly; an event that cannot be read is refuted by its index."""
        self.index = index
        self.leaf = leaf_hash(data)
        try:
            self.take(decode_cbor(data))
        except CBORFault as fault:
            raise Refuted("sự kiện {index} không phải CBOR tất định: {why}",
                          "event {index} is not deterministic CBOR: {why}",
                          index=index, why=str(fault)) from None

    def take(self, found: Any) -> None:
        """Sets the fields from the map of the envelope."""
        if not isinstance(found, dict) or not NEEDED_KEYS <= found.keys():
            raise self.misshapen("envelope")
        self.type, self.version = found[0], found[1]
        known = shape_of(self.type, self.version)
        if known is None:
            raise Unreadable("sự kiện {index} thuộc loại hoặc phiên bản mà chương trình này không "
                             "biết", "event {index} is of a type or version that is not known here",
                             index=self.index)
        for key, value in found.items():
            if key in ENVELOPE and not ENVELOPE[key](value) or key > 14:
                raise self.misshapen("envelope")
        self.kind, self.number = found[2], found[3]
        if known.kind is not None and self.kind != known.kind or self.kind not in (0, 1, 2, 3):
            raise self.misshapen("stream")
        if not is_numeral(self.number) or (self.number == 0) != (self.kind == LEDGER):
            raise self.misshapen("stream")
        self.revision, self.prior, self.previous = found[4], found.get(5), found.get(6)
        self.effective, self.recorded, self.actor = found.get(7), found[8], found[9]
        self.document, self.cause, self.row = found.get(10), found.get(11), found.get(12)
        self.commitment, self.payload = found.get(13), found[14]
        self.order = (FIRST_DAY - 1 if self.effective is None else self.effective, self.index)
        for key, value in (self.document or {}).items():
            if key not in DOCUMENT or not DOCUMENT[key].holds(value):
                raise self.misshapen("document")
        self.check_payload(known)

    def check_payload(self, known: Shape) -> None:
        """Holds the payload to the shape of its type."""
        payload = self.payload
        if not isinstance(payload, dict):
            raise self.misshapen(known.name)
        for key, (_, form, needed) in known.fields.items():
            if key in payload:
                if not form.holds(payload[key]):
                    raise self.misshapen(known.name)
            elif needed:
                raise self.misshapen(known.name)
        if payload.keys() - known.fields.keys():
            raise self.misshapen(known.name)

    def misshapen(self, what: str) -> Refuted:
        """The complaint that the bytes are no event of the schema."""
        return Refuted("sự kiện {index} không đúng lược đồ ({what})",
                       "event {index} does not follow the schema ({what})",
                       index=self.index, what=what)

    @property
    def name(self) -> str:
        """The type as rows name it."""
        return SHAPES[self.type].name

    @property
    def stream(self) -> tuple[int, int]:
        """Kind and number of the stream."""
        return self.kind, self.number

    @property
    def stream_name(self) -> str:
        """The stream as rows name it."""
        return stream_name(self.kind, self.number)


# The shapes of version 2, by type.
SECOND_SHAPES: dict[int, Shape] = {
    3: shape("SheetReceived", 0, ("sheet", TEXT), ("sha256", DIGEST), ("rows", COUNT), None, None,
             ("gaps?", NUMERALS), ("gapForAll?", YES)),
}


def shape_of(number: Any, version: Any) -> Shape | None:
    """The shape of a type and version; None where it is not known here."""
    shapes = {1: SHAPES, 2: SECOND_SHAPES}.get(version) if isinstance(version, int) else None
    return shapes.get(number) if shapes is not None and isinstance(number, int) else None


def stream_name(kind: int, number: int) -> str:
    """A stream as rows name it."""
    return "ledger" if kind == LEDGER else f"{KINDS[kind]}/{number}"


TYPE_OF = {known.name: number for number, known in SHAPES.items()}
(SHEET_RECEIVED, SHEET_CLAIMED, HEADS_SEALED, ESTABLISHED, ORGANISATION_AMENDED, REPARENTED, HANDED_OVER,
 ORGANISATION_RECEIVED, MERGED, LIFTED, DEFINED,
 POSITION_AMENDED, ABOLISHED, REGISTERED, PROFILE_AMENDED,
 QUALIFICATION, SAME_PERSON, ERASED, PROSPECT, ADMITTED, RECOGNISED, ENDED, SCREENED, RATED,
 DISCIPLINED, ANNULLED, IMPEDED, ASSETS, THEORY_ATTAINED, CONCLUDED, ENTERED, LEFT, APPOINTED,
 RELIEVED, INTRODUCED, RECEIVED, RETRACTED, RULES_ADOPTED) = (TYPE_OF[name] for name in (
     "SheetReceived SheetClaimed HeadsSealed OrganisationEstablished OrganisationAmended Reparented HandedOver "
     "OrganisationReceived Merged SuspensionLifted PositionDefined "
     "PositionAmended PositionAbolished "
     "PersonRegistered ProfileAmended QualificationAttained SamePerson PersonErased "
     "ProspectIntroduced Admitted Recognised MembershipEnded Screened Rated Disciplined "
     "DisciplineAnnulled Impeded AssetsDeclared TheoryAttained StandardsConcluded "
     "PlanningEntered PlanningLeft Appointed Relieved TransferIntroduced TransferReceived "
     "Retracted RulesAdopted").split())


@dataclass
class Private:
    """A private record: what of it answers use."""

    file: str | None = None
    name: str | None = None
    birth: tuple[int, int] | None = None   # earliest and latest month
    sex: str | None = None


def read_private(index: int, data: bytes) -> Private:
    """The private record of an event, read as strictly as events are."""
    try:
        found = decode_cbor(data)
    except CBORFault as fault:
        raise Refuted("hồ sơ kín của sự kiện {index} không phải CBOR tất định: {why}",
                      "the private record of event {index} is not deterministic CBOR: {why}",
                      index=index, why=str(fault)) from None
    good = isinstance(found, dict) and all(
        key in (0, 1, 4, 5, 6, 7) and isinstance(value, str)
        or key == 2 and is_birth(value) or key == 3 and value in (0, 1)
        for key, value in found.items())
    if not good:
        raise Refuted("hồ sơ kín của sự kiện {index} không đúng lược đồ",
                      "the private record of event {index} does not follow the schema",
                      index=index)
    birth = found.get(2)
    if birth is not None:
        precision, value = birth
        birth = ((month_of(value),) * 2 if precision == 0 else (value, value) if precision == 1
                 else (value * 12, value * 12 + 11))
    return Private(found.get(0), found.get(1), birth,
                   ("male", "female")[found[3]] if 3 in found else None)


def is_birth(value: Any) -> bool:
    """A birth as a day, a month or a year."""
    return (isinstance(value, list) and len(value) == 2 and value[0] in (0, 1, 2)
            and isinstance(value[1], int)
            and (is_day(value[1]), 12 <= value[1] < 120_000, is_year(value[1]))[value[0]])


# ---------------------------------------------------------------------------------------------
# Checkpoints (C2SP tlog-checkpoint), and what is proved against them.


@dataclass(frozen=True)
class Checkpoint:
    """A log's origin, size and root."""

    origin: str
    size: int
    root: bytes


def read_checkpoint(text: str, what: str, bare: bool) -> Checkpoint:
    """The three lines; behind an empty line there may be lines of signatures, unless `bare`.

    C2SP's own signatures are not checked: offices sign with ssh-keygen, see --signers.
    """
    body, mark, notes = text.partition("\n\n")
    if mark:
        body += "\n"
        signed = notes.endswith("\n") and all(
            re.fullmatch(r"\u2014 [^\s+]+ [A-Za-z0-9+/]+={0,2}", line)
            for line in notes[:-1].split("\n"))
        if bare or not signed:
            raise unfit(what)
    lines = body.split("\n")
    if len(lines) != 4 or lines[3] or not re.fullmatch(r"cadreledger/[0-9a-f]{16}", lines[0]):
        raise unfit(what)
    if not re.fullmatch(r"0|[1-9][0-9]{0,18}", lines[1]):
        raise unfit(what)
    return Checkpoint(lines[0], a_number(int(lines[1]), what), a_hash(lines[2], what))


def checkpoint_file(path: str) -> Checkpoint:
    """A checkpoint that was kept in a file; what an editor adds to one is told as that."""
    try:
        text = read_bytes(path, MOST_LINE).decode("utf-8")
    except UnicodeDecodeError:
        raise unfit(path) from None
    if text.startswith("\ufeff"):
        raise Unreadable("{path}: có dấu BOM ở đầu, một trình soạn thảo đã lưu lại tệp; đưa vào tệp "
                         "như “cadre checkpoint” đã in ra", "{path}: it begins with a byte order "
                         "mark, an editor saved it again; give the file as “cadre checkpoint” "
                         "wrote it", path=path)
    if "\r" in text:
        raise Unreadable("{path}: dòng kết thúc bằng CR LF, một trình soạn thảo đã lưu lại tệp; đưa "
                         "vào tệp như “cadre checkpoint” đã in ra", "{path}: its lines end with "
                         "CR LF, an editor saved it again; give the file as “cadre checkpoint” "
                         "wrote it", path=path)
    return read_checkpoint(text, path, bare=False)


def check_signature(path: str, signers: str) -> str:
    """Has ssh-keygen check PATH.sig; gives the signer's name."""
    for needed in (path + ".sig", signers):
        if not os.path.isfile(needed):
            raise NoInput("không có tệp “{path}”", "there is no file “{path}”", path=needed)
    data = read_bytes(path, MOST_LINE)
    try:
        found = subprocess.run(
            ["ssh-keygen", "-Y", "find-principals", "-s", path + ".sig", "-f", signers],
            capture_output=True, timeout=60, check=False)
        names = found.stdout.decode("utf-8", "replace").splitlines()
        for name in names if found.returncode == 0 else []:
            done = subprocess.run(
                ["ssh-keygen", "-Y", "verify", "-f", signers, "-I", name, "-n",
                 "cadre-checkpoint", "-s", path + ".sig"],
                input=data, capture_output=True, timeout=60, check=False)
            if done.returncode == 0:
                return name
    except (OSError, subprocess.SubprocessError) as error:
        raise Unreadable("không chạy được ssh-keygen: {why}", "cannot run ssh-keygen: {why}",
                         why=str(error)) from None
    raise Refuted("chữ ký “{path}.sig” không phải của người ký nào trong “{signers}”",
                  "the signature “{path}.sig” is by none of the signers in “{signers}”",
                  path=path, signers=signers)


@dataclass(frozen=True)
class Consistency:
    """A proof that one tree is a prefix of another, already checked in itself."""

    earlier: Checkpoint
    later: Checkpoint


@dataclass(frozen=True)
class Inclusion:
    """A proof that a leaf stands in a tree, already checked in itself."""

    index: int
    leaf: bytes
    tree: Checkpoint


def read_proof(found: Any, what: str) -> Consistency | Inclusion:
    """What `cadre prove` printed, and whether it proves what it says."""
    if not isinstance(found, dict) or found.get("proof") not in ("inclusion", "consistency"):
        raise unfit(what)
    if found["proof"] == "inclusion":
        an_object(found, what, "proof origin index size leaf root path")
        tree = Checkpoint(an_origin(found["origin"], what), a_number(found["size"], what),
                          a_hash(found["root"], what))
        index, leaf = a_number(found["index"], what), a_hash(found["leaf"], what)
        if not included(index, tree.size, leaf, a_path(found["path"], what), tree.root):
            raise Refuted("{what}: đường dẫn không đi từ lá của sự kiện {index} đến gốc",
                          "{what}: the path does not lead from the leaf of event {index} to the "
                          "root", what=what, index=index)
        return Inclusion(index, leaf, tree)
    an_object(found, what, "proof origin from fromRoot to toRoot path")
    origin = an_origin(found["origin"], what)
    earlier = Checkpoint(origin, a_number(found["from"], what), a_hash(found["fromRoot"], what))
    later = Checkpoint(origin, a_number(found["to"], what), a_hash(found["toRoot"], what))
    if not consistent(earlier.size, earlier.root, later.size, later.root,
                      a_path(found["path"], what)):
        raise Refuted("{what}: cây cỡ {first} không được chứng minh là phần đầu của cây cỡ "
                      "{second}",
                      "{what}: the tree of size {first} is not proved to be the beginning of the "
                      "tree of size {second}", what=what, first=earlier.size, second=later.size)
    return Consistency(earlier, later)


def an_origin(value: Any, what: str) -> str:
    """The name of a log."""
    if not re.fullmatch(r"cadreledger/[0-9a-f]{16}", a_text(value, what)):
        raise unfit(what)
    return value


def agree(kept: Checkpoint, shown: Checkpoint) -> None:
    """Holds a checkpoint that was kept against one of the same size."""
    if kept.origin != shown.origin:
        raise Refuted("điểm kiểm soát đã giữ là của sổ “{kept}”, không phải “{shown}”",
                      "the checkpoint kept is of the log “{kept}”, not “{shown}”",
                      kept=kept.origin, shown=shown.origin)
    if kept.root != shown.root:
        raise Refuted("cùng cỡ {size} nhưng gốc khác điểm kiểm soát đã giữ: đây là một lịch sử khác",
                      "at the same size {size} the root differs from the checkpoint kept: this is "
                      "another history", size=kept.size)


@dataclass
class Outside:
    """What was given from outside the file: a checkpoint, perhaps a proof, perhaps signers."""

    kept: Checkpoint | None = None
    proof: Consistency | None = None
    signer: str | None = None

    def compare(self, shown: Checkpoint, report: Report,
                root_at: Callable[[int], bytes] | None = None) -> None:
        """Ties the file's checkpoint to the one kept; `root_at` gives roots of smaller sizes."""
        if self.kept is None:
            report.lacks("Không có điểm kiểm soát giữ ở nơi khác (--expect): chưa rõ đây có phải chính "
                         "sổ đó không.", "No checkpoint from elsewhere was given (--expect): "
                         "whether this is the log itself is not known.")
            return
        kept = self.kept
        if kept.size == shown.size:
            agree(kept, shown)
        elif root_at is not None and kept.size < shown.size:
            agree(kept, Checkpoint(shown.origin, kept.size, root_at(kept.size)))
        elif root_at is not None and self.proof is None:
            raise Refuted("điểm kiểm soát đã giữ có {kept} sự kiện, bản xuất chỉ có {shown}: thiếu "
                          "phần đuôi; nếu bản xuất có trước, cần --consistency",
                          "the checkpoint kept has {kept} events, the export only {shown}: the tail "
                          "is missing; if the export is older, give --consistency",
                          kept=kept.size, shown=shown.size)
        elif not self.bridge(shown, report):
            return
        report.proves("Khớp với điểm kiểm soát đã giữ, cỡ {size}.",
                      "Agrees with the checkpoint kept, of size {size}.", size=kept.size)
        if self.signer is not None:
            report.proves("Điểm kiểm soát đã giữ do “{name}” ký.",
                          "The checkpoint kept is signed by “{name}”.", name=self.signer)

    def bridge(self, shown: Checkpoint, report: Report) -> bool:
        """Compares checkpoints of two sizes through the proof; false where none was given."""
        kept = self.kept
        if kept.origin != shown.origin:
            agree(kept, shown)
        if self.proof is None:
            report.is_loose = True
            report.lacks("Điểm kiểm soát đã giữ có cỡ {kept}, tệp có cỡ {shown}: cần --consistency với "
                         "tệp của “cadre prove consistency {first} {second} -O json”; chưa rõ đây có "
                         "phải chính sổ đó không.",
                         "The checkpoint kept has the size {kept}, the file {shown}: whether this is "
                         "the log itself is not known without --consistency and what “cadre prove "
                         "consistency {first} {second} -O json” prints.", kept=kept.size,
                         shown=shown.size, first=min(kept.size, shown.size),
                         second=max(kept.size, shown.size))
            return False
        ends = {self.proof.earlier.size: self.proof.earlier,
                self.proof.later.size: self.proof.later}
        if kept.size not in ends or shown.size not in ends:
            raise Usage("chứng minh nhất quán nối cỡ {first} với {second}, cần {kept} và {shown}",
                        "the consistency proof joins the sizes {first} and {second}; needed are "
                        "{kept} and {shown}", first=self.proof.earlier.size,
                        second=self.proof.later.size, kept=kept.size, shown=shown.size)
        agree(kept, ends[kept.size])
        agree(shown, ends[shown.size])
        return True


@dataclass
class Report:
    """What is and what is not proved, in order."""

    lines: list[tuple[bool, Words]] = field(default_factory=list)
    is_loose: bool = False

    def proves(self, vi: str, en: str, **values: Any) -> None:
        """Notes something that was checked and is so."""
        self.note(True, vi, en, values)

    def lacks(self, vi: str, en: str, **values: Any) -> None:
        """Notes something that was not checked, or cannot be."""
        self.note(False, vi, en, values)

    def note(self, proved: bool, vi: str, en: str, values: dict[str, Any]) -> None:
        shown = {name: clipped(value) for name, value in values.items()}
        self.lines.append((proved, Words(vi, en).filled(**shown)))


# ---------------------------------------------------------------------------------------------
# Streams and seals: that what is shown of a stream is all of it.

Stream = tuple[int, int]
Streams = dict[Stream, list[Event]]


def check_chain(event: Event, before: Event | None) -> None:
    """Holds an event against the one before it in its stream."""
    expected = (0, None, None) if before is None else (
        before.revision + 1, before.index, before.leaf)
    if before is not None and event.index <= before.index:
        raise Refuted("luồng {stream}: sự kiện {index} không đứng sau sự kiện {before}",
                      "stream {stream}: event {index} does not stand after event {before}",
                      stream=event.stream_name, index=event.index, before=before.index)
    if event.revision != expected[0]:
        raise Refuted("luồng {stream}: sự kiện {index} có số thứ tự {found}, phải là {wanted}: "
                      "thiếu hoặc thừa sự kiện", "stream {stream}: event {index} has the revision "
                      "{found}, not {wanted}: events are missing or too many",
                      stream=event.stream_name, index=event.index, found=event.revision,
                      wanted=expected[0])
    if (event.prior, event.previous) != expected[1:]:
        at = before.index if before is not None else event.index
        raise Refuted("luồng {stream}: sự kiện {index} không nối vào sự kiện trước ({before}), "
                      "một trong hai đã bị đổi", "stream {stream}: event {index} is not chained to "
                      "the event before it ({before}); one of them was changed",
                      stream=event.stream_name, index=event.index, before=at)


def seal_leaf(event: Event) -> bytes:
    """The leaf of a stream in the tree of a seal, from its last event."""
    head = [encode_head(0, number) for number in (event.kind, event.number, event.revision)]
    return leaf_hash(encode_head(4, 4) + b"".join(head) + encode_head(2, 32) + event.leaf)


def seal_place(stream: Stream, counts: list[int]) -> int:
    """The place of a stream's leaf: by kind, then number; numbers start at 1 and have no gaps."""
    kind, number = stream
    return sum(counts[:kind]) + (number - 1 if kind else 0)


def check_opening(event: Event, origin: str) -> None:
    """Event 0 opens the ledger and names the log."""
    if event.index != 0 or event.name != "LedgerOpened" or event.payload[0] != origin:
        raise Refuted("sự kiện 0 không mở sổ “{origin}”",
                      "event 0 does not open the log “{origin}”", origin=origin)


def check_cause(event: Event, events: dict[int, Event] | list[Event]) -> None:
    """The cause of an event is a sheet that was received before it."""
    if event.cause is None:
        return
    known = event.cause < event.index
    if isinstance(events, dict):
        cause = events.get(event.cause)
    else:
        cause = events[event.cause] if known else None
    if not known or cause is None or cause.type != SHEET_RECEIVED:
        raise Refuted("sự kiện {index} nêu nguồn {cause}, không phải một bảng đã nhận trước nó",
                      "event {index} names the cause {cause}, which is no sheet received before it",
                      index=event.index, cause=event.cause)


def check_retraction(event: Event, target: Event | None) -> None:
    """A retraction names an event before it in its own stream."""
    if target is None or target.index >= event.index or target.stream != event.stream:
        raise Refuted("sự kiện {index} rút sự kiện {target}, không có trong luồng của nó",
                      "event {index} retracts event {target}, which is not in its stream before it",
                      index=event.index, target=event.payload[0])


# ---------------------------------------------------------------------------------------------
# The rule set: parameters with intervals, scopes, values, citations; the first that fits decides.

SCOPES = ("line", "sector", "class", "system", "form", "sex", "level", "seats", "special")


@dataclass(frozen=True)
class Entry:
    """One entry of a parameter."""

    since: int
    until: int
    scopes: tuple[tuple[str, tuple[str, ...]], ...]
    value: Any
    basis: dict[str, Any]
    verified: bool

    def fits(self, on: int, case: dict[str, str | None]) -> bool:
        """Whether the entry holds on a day for a case."""
        return self.since <= on < self.until and all(
            case.get(name) in allowed for name, allowed in self.scopes)


class Rules:
    """A rule set, as the log holds it."""

    def __init__(self, identity: str, content: str, index: int) -> None:
        what = f"RulesAdopted {index}"
        found = an_object(read_json(content, what), what, "id title parameters", "note")
        if found["id"] != identity or not isinstance(found["parameters"], dict):
            raise unfit(what)
        self.id = identity
        self.entries = {name: [rule_entry(entry, f"{what}, {name}") for entry in
                               (entries if isinstance(entries, list) else [entries])]
                        for name, entries in found["parameters"].items()}
        self.cache: dict[Any, Any] = {}

    def entry(self, name: str, on: int, **case: str | None) -> Entry | None:
        """The entry that decides on a day for a case; None where the parameter has no value."""
        key = (name, on, tuple(case.items()))
        if key not in self.cache:
            self.cache[key] = next((entry for entry in self.entries.get(name, [])
                                    if entry.fits(on, case)), None)
        return self.cache[key]

    def retirement(self, birth: int, sex: str) -> tuple[int, Entry]:
        """The first month in which age, from the month of birth, reaches the age of retirement of
        that calendar year; and the entry that decides it."""
        key = "retirement", birth, sex
        if key not in self.cache:
            for year in range(birth // 12, min(birth // 12 + 150, 9999)):
                entry = self.entry("retirement.age", day_of(year, 1, 1), sex=sex)
                month = year * 12 + 12 if entry is None else birth + retirement_age(entry)
                if month < year * 12 + 12:
                    self.cache[key] = max(year * 12, month), entry
                    break
            else:
                raise Unreadable("bộ quy tắc không có tuổi nghỉ hưu",
                                 "the rule set has no retirement age")
        return self.cache[key]

    def boundaries(self, first: int, last: int) -> set[int]:
        """The days in an interval on which some parameter changes."""
        return {day for entries in self.entries.values() for entry in entries
                for day in (entry.since, entry.until) if first <= day <= last}


def rule_entry(found: Any, what: str) -> Entry:
    """An entry, with nothing in it that this program does not know."""
    an_object(found, what, "value basis verified", "from to note " + " ".join(SCOPES))
    basis = an_object(found["basis"], what, "text", "article date")
    if not isinstance(found["verified"], bool):
        raise unfit(what)
    scopes = []
    for name in SCOPES:
        if name in found:
            allowed = found[name] if isinstance(found[name], list) else [found[name]]
            scopes.append((name, tuple(a_text(word, what) for word in allowed)))
    cited = {key: None if basis.get(key) is None else a_text(basis[key], what)
             for key in ("text", "article", "date")}
    return Entry(a_day(found["from"], what) if "from" in found else FIRST_DAY,
                 a_day(found["to"], what) if "to" in found else LAST_DAY + 1,
                 tuple(scopes), found["value"], cited, found["verified"])


def rule_months(entry: Entry) -> int:
    """A value that is a number of months or years."""
    return a_number(entry.value, "rule value", MOST_MONTHS)


def rule_word(entry: Entry, words: str) -> int:
    """A value that is one of some words in ascending order, as its place."""
    ranked = words.split()
    if entry.value not in ranked:
        raise Unreadable("bộ quy tắc có giá trị lạ “{value}”",
                         "the rule set has an unknown value “{value}”", value=entry.value)
    return ranked.index(entry.value)


def rule_due(entry: Entry, year: int) -> int:
    """A value that is a month and a day, such as 03-31, as a day of a year."""
    return a_day(f"{year:04}-{entry.value}", "rule value")


def retirement_age(entry: Entry) -> int:
    """A value such as 60y3m, in months."""
    found = re.fullmatch(r"(\d{1,3})y(?:(\d{1,2})m)?", str(entry.value))
    if not found:
        raise unfit("retirement.age")
    return int(found[1]) * 12 + int(found[2] or 0)


# ---------------------------------------------------------------------------------------------
# What counts: the events below K that are not retracted, on the day E.


class Knowledge:
    """The facts known at K, stream by stream, undated first, then by day, then by index."""

    def __init__(self, streams: Streams, known: int) -> None:
        self.streams = streams
        self.known = known
        self.cache: dict[Stream, list[Event]] = {}

    def facts(self, kind: int, number: int) -> list[Event]:
        """A stream's facts in force."""
        stream = kind, number
        if stream not in self.cache:
            self.cache[stream] = sorted(in_force(self.streams.get(stream, ()), self.known),
                                        key=lambda event: event.order)
        return self.cache[stream]

    def numbers(self, kind: int) -> list[int]:
        """The numbers of the streams of a kind that have a fact in force."""
        return sorted(number for of, number in self.streams
                      if of == kind and self.facts(kind, number))


def in_force(stream: Iterable[Event], known: int) -> list[Event]:
    """The events below K that no retraction in force names.

    A retraction stands after its target, so reading backwards each retraction is judged before
    what it retracts, and a retracted retraction retracts nothing.
    """
    below = [event for event in stream if event.index < known]
    retracted: set[int] = set()
    for event in reversed(below):
        if event.type == RETRACTED and event.index not in retracted:
            retracted.add(event.payload[0])
    return [event for event in below
            if event.index not in retracted and event.type != RETRACTED]


def holds_on(event: Event, on: int) -> bool:
    """Whether a fact counts on a day: it is undated, or effective on or before it."""
    return event.effective is None or event.effective <= on


@dataclass
class Organisation:
    """An organisation on a day."""

    code: str | None = None
    name: str = ""
    kind: int = 0
    sector: int | None = None
    parent: int | None = None
    into: int | None = None
    handed_over: bool = False
    lifted: Event | None = None


class Tree:
    """The organisations on a day."""

    def __init__(self, knowledge: Knowledge, on: int) -> None:
        self.knowledge = knowledge
        self.on = on
        self.cache: dict[int, Organisation | None] = {}
        self.chains: dict[int, list[int]] = {}

    def organisation(self, number: int) -> Organisation | None:
        """An organisation; None where it is not established on the day."""
        if number not in self.cache:
            self.cache[number] = self.folded(number)
        return self.cache[number]

    def folded(self, number: int) -> Organisation | None:
        """An organisation as its facts up to the day make it."""
        found = None
        facts = self.knowledge.facts(ORGANISATIONS, number)
        moves = [event for event in facts if event.type in (HANDED_OVER, ORGANISATION_RECEIVED)]
        for event in facts:
            if not holds_on(event, self.on):
                continue
            said = event.payload
            if event.type == ESTABLISHED:
                found = Organisation(said.get(0), said[1], said[2], said.get(3), said.get(4))
                # What is received from elsewhere before it was ever handed over was not ours yet.
                found.handed_over = bool(moves) and moves[0].type == ORGANISATION_RECEIVED
            elif found is None:
                continue
            elif event.type == ORGANISATION_AMENDED:
                found.code, found.name = said.get(0, found.code), said.get(1, found.name)
                found.kind, found.sector = said.get(2, found.kind), said.get(3, found.sector)
            elif event.type == REPARENTED:
                found.parent = said[0]
            elif event.type == MERGED:
                found.into = said[0]
            elif event.type in (HANDED_OVER, ORGANISATION_RECEIVED):
                found.handed_over = event.type == HANDED_OVER
            elif event.type == LIFTED:
                found.lifted = event
        return found

    def resolved(self, number: int) -> int:
        """What an organisation has become by mergers."""
        seen = set()
        while number not in seen:
            seen.add(number)
            found = self.organisation(number)
            if found is None or found.into is None:
                break
            number = found.into
        return number

    def chain(self, number: int) -> list[int]:
        """An organisation, after mergers, and its ancestors, nearest first."""
        if number not in self.chains:
            found: list[int] = []
            at: int | None = number
            while at is not None:
                at = self.resolved(at)
                if at in found:
                    break
                found.append(at)
                here = self.organisation(at)
                at = here.parent if here is not None else None
            self.chains[number] = found
        return self.chains[number]

    def in_tree(self, number: int) -> bool:
        """Whether it is ours: not outside, and neither it nor an ancestor is handed over."""
        chain = [self.organisation(at) for at in self.chain(number)]
        return all(here is not None and here.kind != EXTERNAL and not here.handed_over
                   for here in chain)

    def sector(self, number: int) -> str | None:
        """Its sector, or its parent's."""
        for at in self.chain(number):
            here = self.organisation(at)
            if here is not None and here.sector is not None:
                return SECTORS.split()[here.sector]
        return None

    def label(self, number: int) -> str | None:
        """How rows name it: by code, outside the ledger by name."""
        number = self.resolved(number)
        here = self.organisation(number)
        if here is None:
            # Before its day it is called as it will first be.
            said = next((event.payload for event in self.knowledge.facts(ORGANISATIONS, number)
                         if event.type == ESTABLISHED), None)
            return None if said is None else said.get(0, said[1])
        return here.code if here.code is not None else here.name


EXTERNAL = ORGANISATION_KINDS.split().index("external")
PARTY_LINE = LINES.split().index("party")


@dataclass(frozen=True)
class Post:
    """A position on a day."""

    number: int
    code: str
    title: str
    organisation: int
    line: int
    grade: int
    abolished: int | None

    @property
    def rank(self) -> int:
        """The rank of the class inside its line."""
        return self.grade % 4 + 1


class Posts:
    """The positions on a day."""

    def __init__(self, knowledge: Knowledge, on: int) -> None:
        self.knowledge = knowledge
        self.on = on
        self.cache: dict[int, Post | None] = {}

    def post(self, number: int) -> Post | None:
        """A post; None where none of this number is defined."""
        if number not in self.cache:
            values: dict[int, Any] = {}
            abolished = None
            for event in self.knowledge.facts(POSITIONS, number):
                if event.type in (DEFINED, POSITION_AMENDED) and holds_on(event, self.on):
                    values |= event.payload
                elif event.type == ABOLISHED and holds_on(event, self.on) and abolished is None:
                    abolished = event.effective if event.effective is not None else FIRST_DAY
            self.cache[number] = Post(number, *(values[key] for key in range(5)), abolished) \
                if values.keys() >= {0, 1, 2, 3, 4} else None
        return self.cache[number]


class Tenure(NamedTuple):
    """A period in a post: [since, until), open while it lasts, and the appointment it began by."""

    post: int
    since: int
    until: int | None
    begun: Event


class Bar(NamedTuple):
    """A discipline that bars: until when, and by which entry of the rules."""

    event: Event
    until: int
    entry: Entry


class Person:
    """A person on a day E: the facts of everyone who is the same person, read as one's."""

    def __init__(self, world: World, numbers: list[int]) -> None:
        self.world = world
        self.number = numbers[0]
        self.numbers = numbers
        known = [event for number in numbers
                 for event in world.knowledge.facts(PEOPLE_STREAMS, number)]
        if len(numbers) > 1:
            left_out = kept_twice(known)
            known = [event for event in known if event.index not in left_out]
            known.sort(key=lambda event: event.order)
        self.known = known
        self.seen: dict[int, list[Event]] = {}
        for event in known:
            if holds_on(event, world.on) or event.type in (RECOGNISED, ANNULLED):
                self.seen.setdefault(event.type, []).append(event)
        self.tenures = [kept for tenure in self.read_tenures()
                        if (kept := self.until_abolished(tenure)) is not None]
        self.transfers = [event for event in self.of(RECEIVED) if event.payload[0] != TEMPORARY]

    def of(self, *types: int) -> list[Event]:
        """The facts of some types that count on E, in order; on one day what ends something goes
        before what begins something, whichever was recorded first."""
        if len(types) == 1:
            return self.seen.get(types[0], [])
        return sorted((event for kind in types for event in self.seen.get(kind, [])),
                      key=lambda event: (event.order[0], event.type not in ENDS, event.index))

    # Membership

    def admission(self, on: int) -> Event | None:
        """The last admission whose ceremony was on or before a day."""
        return next((event for event in reversed(self.of(ADMITTED)) if event.payload[3] <= on),
                    None)

    def ending(self, on: int) -> Event | None:
        """The ending that holds on a day: of a membership, after its ceremony."""
        begun = self.admission(on)
        since = begun.payload[3] if begun is not None else FIRST_DAY - 1
        return next((event for event in reversed(self.of(ENDED))
                     if event.effective is not None and since < event.effective <= on), None)

    def recognition(self, admission: Event) -> Event | None:
        """The recognition of an admission: decided after it and before the next one."""
        after = [event.payload[3] for event in self.known
                 if event.type == ADMITTED and event.payload[3] > admission.payload[3]]
        until = min(after, default=LAST_DAY + 1)
        return next((event for event in self.of(RECOGNISED)
                     if admission.payload[3] <= event.payload[0] < until), None)

    def official_from(self, admission: Event, on: int) -> int | None:
        """The day from which a recognised member is official; None while not recognised."""
        if self.recognition(admission) is None:
            return None
        return months_after(admission.payload[3], self.world.probation(on))

    def status(self, on: int) -> str:
        """none, prospect, probationer, official or ended."""
        begun = self.admission(on)
        if self.ending(on) is not None:
            return "ended"
        if begun is None:
            return "prospect" if self.of(PROSPECT) else "none"
        official = self.official_from(begun, on)
        return "official" if official is not None and official <= on else "probationer"

    # Place

    def organisation(self) -> int | None:
        """The official organisation on E, before mergers."""
        if self.transfers:
            return self.transfers[-1].payload[3]
        first = next((event for event in self.known
                      if event.type == RECEIVED and event.payload[0] != TEMPORARY), None)
        if first is not None:
            return first.payload[2]
        # Official before internal on one day, by their words in the schema.
        begun = min((event for event in self.known
                     if event.type == INTRODUCED and event.payload[0] != TEMPORARY),
                    key=lambda event: (event.order[0], event.payload[0], event.index),
                    default=None)
        if begun is not None:
            return begun.payload[1]
        registered = self.registration()
        return registered.payload[0] if registered is not None else None

    def registration(self) -> Event | None:
        """The event that registered the person."""
        return next((event for event in self.known if event.type == REGISTERED
                     and event.number == self.number), None)

    def registered_at(self) -> int:
        """Its index; -1 where there is none."""
        registered = self.registration()
        return -1 if registered is None else registered.index

    def in_population(self) -> bool:
        """Whether the person is counted and judged on E."""
        at = self.organisation()
        return (self.status(self.world.on) in ("prospect", "probationer", "official")
                and at is not None and self.world.tree.in_tree(at))

    # Posts

    def read_tenures(self) -> Iterator[Tenure]:
        """Periods in posts. One post a line; what ends a tenure, ends it on its day."""
        held: list[Tenure] = []
        for event in self.of(APPOINTED, RELIEVED, ENDED):
            on = event.effective if event.effective is not None else FIRST_DAY
            if event.type == APPOINTED and event.payload[1] == REAPPOINTMENT \
                    and any(tenure.post == event.payload[0] for tenure in held):
                continue
            ended = [tenure for tenure in held if self.ends(event, on, tenure)]
            for tenure in ended:
                yield tenure._replace(until=on)
            held = [tenure for tenure in held if tenure not in ended]
            if event.type == APPOINTED and self.world.posts.post(event.payload[0]) is not None:
                if all(tenure.post != event.payload[0] for tenure in held):
                    held.append(Tenure(event.payload[0], on, None, event))
        yield from held

    def until_abolished(self, tenure: Tenure) -> Tenure | None:
        """A tenure lasts no longer than its post; none begins when the post is gone, and one of no
        day is none."""
        abolished = self.world.posts.post(tenure.post).abolished
        if abolished is not None and (tenure.until is None or abolished < tenure.until):
            tenure = tenure._replace(until=abolished)
        return tenure if tenure.until is None or tenure.since < tenure.until else None

    def ends(self, event: Event, on: int, tenure: Tenure) -> bool:
        """Whether an event ends a tenure, whose line is that of the post on its first day."""
        if event.type == RELIEVED:
            return event.payload[0] == tenure.post
        line = self.line(tenure.post, tenure.since)
        if event.type == ENDED:
            how = ENDINGS.split()[event.payload[0]]
            return how == "deceased" or how == "expelled" and line == PARTY_LINE
        return event.payload[0] == tenure.post or line == self.line(event.payload[0], on)

    def line(self, number: int, on: int) -> int | None:
        """The line of a post on a day."""
        post = self.world.posts_on(on).post(number)
        return None if post is None else post.line

    def held(self) -> list[Tenure]:
        """The tenures that last on E."""
        return [tenure for tenure in self.tenures if tenure.until is None]

    def holds(self, post: Post) -> bool:
        """Whether the person holds a post on E."""
        return any(tenure.post == post.number for tenure in self.held())

    def holds_as_high(self, post: Post) -> Tenure | None:
        """A tenure on E of a post of the same line and at least the same rank: of several the one
        that began first, then the lowest index."""
        for tenure in sorted(self.held(), key=lambda held: (held.since, held.begun.index)):
            held = self.world.posts.post(tenure.post)
            if held.line == post.line and held.rank >= post.rank:
                return tenure
        return None

    def joined(self, post: Post) -> tuple[list[list[int | None]], list[Event]]:
        """Joined periods in posts of the line, of the rank below or the same; what began them."""
        spans, begun = [], []
        for tenure in sorted(self.tenures, key=lambda tenure: (tenure.since, tenure.begun.index)):
            held = self.world.posts.post(tenure.post)
            if held.line != post.line or held.rank not in (post.rank - 1, post.rank):
                continue
            begun.append(tenure.begun)
            if spans and (spans[-1][1] is None or tenure.since <= spans[-1][1]):
                ends = spans[-1][1], tenure.until
                spans[-1][1] = None if None in ends else max(ends)
            else:
                spans.append([tenure.since, tenure.until])
        return spans, begun

    # Planning

    def entries(self, on: int) -> list[Event]:
        """The planning entries that count on a day, lapsed or not: entered, not left, term open."""
        open_entries: dict[tuple[int, int, int], list[Event]] = {}
        for event in self.of(ENTERED, LEFT):
            key = event.payload[0], event.payload[1], event.payload[2]
            if event.type == ENTERED:
                open_entries.setdefault(key, []).append(event)
            else:
                open_entries.pop(key, None)
        return [event for events in open_entries.values() for event in events
                if on < self.world.term_end(event.payload[1], event.payload[2])]

    def left_entries(self) -> list[tuple[Event, Event]]:
        """The entries that were left, perhaps entered again since, each with its leaving."""
        entered: dict[tuple[int, int, int], list[Event]] = {}
        found: list[tuple[Event, Event]] = []
        for event in self.of(ENTERED, LEFT):
            key = event.payload[0], event.payload[1], event.payload[2]
            if event.type == ENTERED:
                entered.setdefault(key, []).append(event)
            else:
                found.extend((entry, event) for entry in entered.pop(key, ()))
        return found

    def lapse(self, entry: Event) -> Event | None:
        """The first event by which an entry lapsed: a party discipline or a failed conclusion."""
        post = self.world.posts.post(entry.payload[0])
        since = entry.effective if entry.effective is not None else FIRST_DAY - 1
        for event in self.of(DISCIPLINED, CONCLUDED):
            if event.type == DISCIPLINED:
                on = event.payload[2]
                counts = event.payload[0] == PARTY and not self.annulled(event)
            else:
                on = event.effective if event.effective is not None else FIRST_DAY
                counts = event.payload[1] == UNFAVOURABLE
            if counts and since < on <= self.world.on:
                rule = self.world.rule("planning.lapsesOnDiscipline", on, post)
                if rule is not None and rule.value is True:
                    return event
        return None

    def annulled(self, discipline: Event) -> bool:
        """Whether a discipline was annulled, by its system, number and day."""
        document = discipline.document or {}
        return any(event.payload[0] == discipline.payload[0]
                   and event.payload.get(1) == document.get(0)
                   and event.payload.get(2) == document.get(1)
                   for event in self.of(ANNULLED))

    def bars(self) -> list[Bar]:
        """The disciplines that bar or barred, by the rule in force when they were announced."""
        found = []
        for event in self.of(DISCIPLINED):
            system, form, announced = event.payload[0], event.payload[1], event.payload[2]
            entry = self.world.rules.entry("discipline.barMonths", announced,
                                           system=SYSTEMS.split()[system],
                                           form=FORMS.split()[form])
            if entry is not None and announced <= self.world.on and not self.annulled(event):
                found.append(Bar(event, months_after(announced, rule_months(entry)), entry))
        return found

    # Identity

    def profile(self) -> tuple[Private, list[Event]]:
        """What the vault says of the lower number, later records over earlier; and whence."""
        found = Private()
        whence: dict[str, Event] = {}
        for event in self.of(REGISTERED, PROFILE_AMENDED):
            record = self.world.private.get(event.index)
            if event.number != self.number or record is None:
                continue
            for name in ("file", "name", "birth", "sex"):
                if getattr(record, name) is not None:
                    setattr(found, name, getattr(record, name))
                    whence[name] = event
        used = {whence[name].index: whence[name] for name in ("birth", "sex") if name in whence}
        return found, [used[index] for index in sorted(used)]


def kept_twice(events: list[Event]) -> set[int]:
    """What several files of one person keep again: of the facts of one key the earliest in the log
    stands, those of other numbers are left out, whatever they say."""
    left_out: set[int] = set()
    standing: dict[tuple[Any, ...], Event] = {}
    ceremonies: list[int] = []
    in_log = sorted(events, key=lambda event: event.index)
    # Admissions first: the keys of some other facts say which admission they belong to.
    for event in sorted(in_log, key=lambda event: event.type != ADMITTED):
        key = key_of(event, ceremonies)
        if key is None:
            continue
        first = standing.setdefault(key, event)
        if first.number != event.number:
            left_out.add(event.index)
        elif event.type == ADMITTED:
            ceremonies.append(event.payload[3])
    return left_out


def key_of(event: Event, ceremonies: list[int]) -> tuple[Any, ...] | None:
    """What makes a fact of a person the same as another; None for what says who somebody is."""
    said, document = event.payload, event.document or {}
    if event.type in OF_ADMISSION:
        on = FIRST_DAY - 1 if event.effective is None else event.effective
        return event.type, sum(ceremony <= on for ceremony in ceremonies)
    if event.type == ADMITTED:
        return (event.type,) if said[0] == 0 else (event.type, document.get(1), document.get(0, ""))
    if event.type in (DISCIPLINED, CONCLUDED):
        return event.type, said[0], document.get(1), document.get(0, "")
    if event.type == ANNULLED:
        return event.type, said[0], said.get(2), said.get(1, "")
    if event.type in KEY_FIELDS:
        fields, dated = KEY_FIELDS[event.type]
        # A certificate without a number is one of no number, as the empty one would be.
        parts = tuple(said.get(field, "") for field in fields)
        return event.type, *parts, event.effective if dated else None
    return None


OF_ADMISSION = (RECOGNISED, TYPE_OF["CardIssued"], ENDED)
# Of the other facts: the fields that make one the same as another, and whether its day does, too.
KEY_FIELDS: dict[int, tuple[tuple[int, ...], bool]] = {TYPE_OF[name]: key for name, key in {
    "ProspectIntroduced": ((), False), "QualificationAttained": ((0,), False),
    "CourseCompleted": ((0, 1), False), "ActivityExempted": ((0,), False),
    "Screened": ((0,), False), "Rated": ((0,), False), "ResidenceCommented": ((0,), False),
    "AssetsDeclared": ((0,), False), "Impeded": ((0,), True), "TheoryAttained": ((0, 3), False),
    "TheoryEnrolled": ((0, 2), False), "PlanningEntered": ((0, 1, 2), True),
    "PlanningLeft": ((0, 1, 2), True), "Appointed": ((0, 1), True), "Relieved": ((0,), True),
    "TransferIntroduced": ((0,), True), "TransferReceived": ((0, 1), False),
    "TemporaryTransferEnded": ((0,), False)}.items()}
ENDS = (LEFT, RELIEVED, ENDED)
TEMPORARY = TRANSFERS.split().index("temporary")
PARTY = SYSTEMS.split().index("party")
UNFAVOURABLE = REAPPOINTMENT = 1


class World:
    """Everything an answer depends on: the facts known at K, the day E, the rules R."""

    def __init__(self, streams: Streams, known: int, on: int, rules: Rules,
                 private: dict[int, Private]) -> None:
        self.knowledge = Knowledge(streams, known)
        self.on = on
        self.rules = rules
        self.private = private
        self.tree = Tree(self.knowledge, on)
        self.posts = Posts(self.knowledge, on)
        self.other_days: dict[int, Posts] = {}
        self.terms: dict[tuple[int, int], int] = {}
        self.same: dict[int, list[int]] | None = None
        self.sheets: dict[str, Told] = {}
        for event in self.knowledge.facts(LEDGER, 0):
            if event.type in (SHEET_RECEIVED, SHEET_CLAIMED):
                self.sheets.setdefault(event.payload[0], Told()).add(event)
        self.last = months_after(on, SEARCH_MONTHS)
        self.changes = rules.boundaries(on + 1, self.last)

    def posts_on(self, on: int) -> Posts:
        """The positions on another day."""
        if on not in self.other_days:
            self.other_days[on] = Posts(self.knowledge, on)
        return self.other_days[on]

    def rule(self, name: str, on: int, post: Post) -> Entry | None:
        """A parameter's entry on a day for a post."""
        return self.rules.entry(name, on, line=LINES.split()[post.line],
                                sector=self.tree.sector(post.organisation),
                                **{"class": CLASSES.split()[post.grade]})

    def probation(self, on: int) -> int:
        """The months of probation."""
        entry = self.rules.entry("probation.months", on)
        return 12 if entry is None else rule_months(entry)

    def term_end(self, first: int, last: int) -> int:
        """The day a term ends (half-open). Terms later than those the rules list follow the last of
        them at the same day of the year; any other that they do not list never counts."""
        key = first, last
        if key not in self.terms:
            listed = self.rules.entries.get("planning.terms", [])
            ends = {entry.value: entry.until for entry in listed}
            latest = max(listed, key=lambda entry: entry.value, default=None)
            years = 0 if latest is None else last - int(latest.value.split("-")[1])
            if (named := f"{first}-{last}") in ends:
                self.terms[key] = ends[named]
            elif years > 0 and latest.until is not None:
                self.terms[key] = months_after(latest.until, 12 * years)
            else:
                self.terms[key] = FIRST_DAY
        return self.terms[key]

    def groups(self) -> dict[int, list[int]]:
        """Everyone's numbers: those who are the same person, lowest first.

        It is said in both streams and holds while both say it. Who somebody is does not begin on
        a day: it holds on every day for every K that knows it.
        """
        if self.same is None:
            said: dict[int, set[int]] = {}
            for kind, number in self.knowledge.streams:
                if kind == PEOPLE_STREAMS:
                    for event in self.knowledge.facts(kind, number):
                        if event.type == SAME_PERSON:
                            said.setdefault(number, set()).add(event.payload[0])
            edges = {number: {other for other in others if number in said.get(other, ())}
                     for number, others in said.items()}
            self.same = {number: sorted(reached(edges, number)) for number in edges}
        return self.same

    def person(self, number: int) -> Person:
        """The person who has a number, perhaps among others."""
        return Person(self, self.groups().get(number, [number]))

    def could_be_given(self, person: Person, post: Post) -> bool:
        """Whether a post is one on E, in the tree, and not held by the person."""
        return (post.abolished is None and not person.holds(post)
                and self.tree.in_tree(post.organisation))

    def sheet(self, name: str, person: Person) -> Event | None:
        """The last claim of a sheet that covers a person's organisation on E, if by it the sheet
        tells all of the person, under whichever number; one before it does not tell instead."""
        at = person.organisation()
        chain = self.tree.chain(at) if at is not None else []
        told = self.sheets.get(name)
        return None if told is None else told.of(person, chain)


class Told:
    """What is claimed of one sheet, and the rejected rows that keep it from telling all."""

    def __init__(self) -> None:
        self.receipts: list[Event] = []
        # Each with the organisation it is for, None being all, and the receipt it speaks of.
        self.claims: list[tuple[Event, int | None, int]] = []

    def add(self, event: Event) -> None:
        """Takes in a receipt or a claim; they come by index."""
        said = event.payload
        if event.type == SHEET_CLAIMED:
            of = [receipt.index for receipt in self.receipts if receipt.payload[1] == said[3]]
            self.claims.append((event, said.get(1), of[-1] if of else event.index))
            return
        self.receipts.append(event)
        if event.version == 1 and 4 not in said:
            self.claims.append((event, said.get(3), event.index))

    def of(self, person: Person, chain: list[int]) -> Event | None:
        """The last claim for an organisation of the chain, unless it leaves the person open."""
        claim = next((each for each in reversed(self.claims)
                      if each[1] is None or each[1] in chain), None)
        if claim is None:
            return None
        event, _, since = claim
        numbers = set(person.numbers)
        if event.type == SHEET_RECEIVED and numbers & set(event.payload.get(5, [])):
            return None
        if event.type == SHEET_CLAIMED and person.registered_at() >= event.index:
            return None
        for receipt in self.receipts:
            if receipt.version == 1 or receipt.index < since:
                continue
            if numbers & set(receipt.payload.get(5, [])):
                return None
            if 6 in receipt.payload and self.may_concern(receipt, chain):
                return None
        return event

    def may_concern(self, receipt: Event, chain: list[int]) -> bool:
        """Whether a row of nobody known may be about people of an organisation: those for whom the
        sheet is claimed, or anybody where nobody claims it."""
        whose = [top for _, top, since in self.claims if since == receipt.index]
        return not whose or any(top is None or top in chain for top in whose)


def reached(edges: dict[int, set[int]], start: int) -> set[int]:
    """Everything that is joined to a number."""
    found, ahead = {start}, [start]
    while ahead:
        for other in edges[ahead.pop()] - found:
            found.add(other)
            ahead.append(other)
    return found


# ---------------------------------------------------------------------------------------------
# Readiness for appointment (domain.md section 6): thirteen requirements and a verdict.

MET, UNMET, UNKNOWN, NOT_APPLICABLE = "met", "unmet", "unknown", "notApplicable"
SEARCH_MONTHS = 120
IMPEDING = ("investigation", "prosecution", "inspection", "longIllness")
REPEATED = ("standards", "screening", "rating", "assets")


@dataclass
class Finding:
    """One requirement's answer."""

    status: str
    needed: Any = None
    found: Any = None
    evidence: list[int] = field(default_factory=list)
    basis: dict[str, Any] | None = None
    verified: bool = True
    missing: str | None = None


def on_basis(status: str, entries: Iterable[Entry | None], needed: Any, found: Any,
             evidence: Iterable[Event | None], missing: str | None = None) -> Finding:
    """A finding by entries of the rules: the first is cited, all have to be verified."""
    used = [entry for entry in entries if entry is not None]
    return Finding(status, needed, found, [event.index for event in evidence if event is not None],
                   used[0].basis if used else None, all(entry.verified for entry in used), missing)


class Readiness:
    """A person before a post. Facts are those of E; parameters may be read on a later day."""

    def __init__(self, world: World, person: Person, post: Post) -> None:
        self.world = world
        self.person = person
        self.post = post
        self.received: dict[str, Event | None] = {}
        self.higher = person.holds_as_high(post)
        self.spans, self.begun = person.joined(post)
        self.profile, self.whence = person.profile()
        self.entries_now = [(entry, world.posts.post(entry.payload[0]), person.lapse(entry))
                            for entry in person.entries(FIRST_DAY)]
        self.gone_now = [(entry, gone, world.posts.post(entry.payload[0]))
                         for entry, gone in person.left_entries()]

    def rule(self, name: str, on: int) -> Entry | None:
        return self.world.rule(name, on, self.post)

    def absent(self, status: str, sheet: str) -> tuple[str, Event | None, str | None]:
        """What absence means: the status where the sheet was received, else unknown."""
        received = self.sheet(sheet)
        return (status, received, None) if received is not None else (UNKNOWN, None, sheet)

    def no_data(self, entries: list[Entry | None], needed: Any, sheet: str, found: Any = None,
                evidence: Iterable[Event | None] = ()) -> Finding:
        """Unknown for want of data, whether or not the sheet was received."""
        received = self.sheet(sheet)
        return on_basis(UNKNOWN, entries, needed, found, [*evidence, received],
                        sheet if received is None else None)

    def sheet(self, name: str) -> Event | None:
        """The receipt of a sheet that is complete for the person."""
        if name not in self.received:
            self.received[name] = self.world.sheet(name, self.person)
        return self.received[name]

    def all(self, on: int) -> dict[str, Finding]:
        """All thirteen on a day."""
        return {name: ask(self, on) for name, ask in REQUIREMENTS.items()}

    # Each requirement answers for a day; the facts are those that count on E. An absence is a fact
    # only where the sheet was received; the sheet is then the evidence.

    def membership(self, on: int) -> Finding:
        """Official on the day, by the last ceremony and its recognition."""
        person, rule = self.person, self.world.rules.entry("probation.months", on)
        status = person.status(on)
        begun, ended = person.admission(on), person.ending(on)
        recognised = person.recognition(begun) if begun is not None else None
        needed, found = {"status": "official"}, {
            "status": status, "ended": None if ended is None else ENDINGS.split()[ended.payload[0]]}
        if status == "official":
            return on_basis(MET, [rule], needed, found, [begun, recognised])
        if status == "ended":
            return on_basis(UNMET, [rule], needed, found, [ended])
        if begun is not None and on < months_after(begun.payload[3], self.world.probation(on)):
            return on_basis(UNMET, [rule], needed, found, [begun, recognised])
        introduced = person.of(PROSPECT)[0] if status == "prospect" else None
        verdict, sheet, missing = self.absent(UNMET, "ket-nap")
        return on_basis(verdict, [rule], needed, found, [begun, recognised, introduced, sheet],
                        missing)

    def planning(self, on: int) -> Finding:
        """An entry that counts: of those the one whose term ends last is shown."""
        rule = self.rule("planning.required", on)
        if rule is None or rule.value is not True:
            return Finding(NOT_APPLICABLE)
        open_entries = [(entry, post, lapse) for entry, post, lapse in self.entries_now
                        if post is not None and post.line == self.post.line
                        and post.rank >= self.post.rank
                        and on < self.world.term_end(entry.payload[1], entry.payload[2])]
        good = [each for each in open_entries if each[2] is None]
        needed = {"state": "planned"}
        if good:
            entry, post, _ = min(good, key=lambda each: (
                -self.world.term_end(each[0].payload[1], each[0].payload[2]), each[0].order))
            return on_basis(MET, [rule], needed, self.planned("planned", entry, post, None),
                            [entry])
        verdict, sheet, missing = self.absent(UNMET, "quy-hoach")
        if open_entries:
            entry, post, lapse = min(open_entries, key=lambda each: each[0].order)
            day = lapse.payload[2] if lapse.type == DISCIPLINED else lapse.effective
            rules = [rule, self.world.rule("planning.lapsesOnDiscipline", day, post)]
            return on_basis(verdict, rules, needed, self.planned("lapsed", entry, post, day),
                            [entry, lapse], missing)
        left = [(entry, gone, post) for entry, gone, post in self.gone_now
                if post is not None and post.line == self.post.line
                and post.rank >= self.post.rank
                and on < self.world.term_end(entry.payload[1], entry.payload[2])]
        if left:
            entry, gone, post = min(left, key=lambda each: each[0].order)
            return on_basis(verdict, [rule], needed,
                            self.planned("left", entry, post, gone.effective), [entry, gone],
                            missing)
        return on_basis(verdict, [rule], needed, None, [sheet], missing)

    def planned(self, state: str, entry: Event, post: Post, day: int | None) -> dict[str, Any]:
        return {"state": state, "position": post.code,
                "term": f"{entry.payload[1]}-{entry.payload[2]}",
                "entered": iso(entry.effective), "on": iso(day)}

    def theory(self, on: int) -> Finding:
        """The highest level; a bachelor of politics counts as advanced."""
        rule = self.rule("theory.required", on)
        if rule is None:
            return Finding(NOT_APPLICABLE)
        needed = rule_word(rule, THEORY)
        until = self.rule("theory.equivalenceUntil", on)
        limit = LAST_DAY + 1 if until is None else a_day(until.value, "theory.equivalenceUntil")
        best, entries = None, [rule]
        issued = sorted(self.person.of(THEORY_ATTAINED),
                        key=lambda event: (event.payload[4], event.index))
        for event in issued:
            if event.payload[4] > self.world.on:
                continue
            if event.payload[1] == 1:
                entries.append(until)
                if event.payload[4] >= limit:
                    continue
            if best is None or min(event.payload[0], 2) > min(best.payload[0], 2):
                best = event
        words = THEORY.split()
        found = None if best is None else {"level": words[best.payload[0]]}
        asked = {"level": words[needed]}
        if best is not None and min(best.payload[0], 2) >= min(needed, 2):
            return on_basis(MET, entries, asked, found, [best])
        verdict, sheet, missing = self.absent(UNMET, "ly-luan-chinh-tri")
        return on_basis(verdict, entries, asked, found, [best, sheet], missing)

    def standards(self, on: int) -> Finding:
        """The last conclusion for the purpose, while it is valid."""
        rule, valid = self.rule("standards.required", on), self.rule("standards.validMonths", on)
        if rule is None or rule.value is not True:
            return Finding(NOT_APPLICABLE)
        months = None if valid is None else rule_months(valid)
        needed = {"result": "favourable", "validMonths": months}
        purposes = (1, 2) if self.person.holds(self.post) else (1,)
        concluded = [event for event in self.person.of(CONCLUDED) if event.payload[0] in purposes]
        if not concluded:
            return self.no_data([rule, valid], needed, "ket-luan-chinh-tri")
        last = concluded[-1]
        if last.payload[1] == UNFAVOURABLE:
            return on_basis(UNMET, [rule, valid], needed, {
                "result": "unfavourable", "on": iso(last.effective), "until": None}, [last])
        until = LAST_DAY if months is None else months_after(last.effective or FIRST_DAY, months)
        return on_basis(MET if on < until else UNMET, [rule, valid], needed, {
            "result": "favourable", "on": iso(last.effective), "until": iso(until)}, [last])

    def screening(self, on: int) -> Finding:
        """The last screening."""
        rule = self.rule("screening.required", on)
        if rule is None or rule.value is not True:
            return Finding(NOT_APPLICABLE)
        needed = {"outcome": "qualified"}
        held = self.person.of(SCREENED)
        if not held:
            return self.no_data([rule], needed, "sang-loc")
        outcome = OUTCOMES.split()[held[-1].payload[1]]
        return on_basis(MET if outcome == "qualified" else UNMET, [rule], needed,
                        {"outcome": outcome, "on": iso(held[-1].effective)}, [held[-1]])

    def rating(self, on: int) -> Finding:
        """The years before, of those at whose end the person was an official member."""
        rule = self.rule("rating.required", on)
        if rule is None or rule.value is not True:
            return Finding(NOT_APPLICABLE)
        count, least, earlier, due = (self.rule(f"rating.{name}", on) for name in
                                      ("years", "minimum", "minimumEarlier", "dueBy"))
        rated = {event.payload[0]: event for event in self.person.of(RATED)}
        latest, entries = civil(on).year - 1, [rule, count, least, earlier]
        if latest not in rated and due is not None and on <= rule_due(due, latest + 1):
            latest -= 1
            entries.append(due)
        asked = 1 if count is None else rule_months(count)
        years = [year for year in range(latest, latest - asked, -1)
                 if year > 0 and self.person.status(day_of(year, 12, 31)) == "official"]
        needed = {"years": asked, "latest": None if least is None else least.value,
                  "earlier": None if earlier is None else earlier.value}
        bounds = [least] + [earlier] * len(years)
        grades = GRADES.split()
        for at, year in enumerate(years):
            bound = 0 if bounds[at] is None else rule_word(bounds[at], GRADES)
            if year in rated and rated[year].payload[1] < bound:
                return on_basis(UNMET, entries, needed,
                                {"year": year, "grade": grades[rated[year].payload[1]]},
                                [rated.get(each) for each in years[:at + 1]])
        gap = next((year for year in years if year not in rated), None)
        if gap is not None or not years:
            return self.no_data(entries, needed, "xep-loai",
                                None if gap is None else {"year": gap, "grade": None},
                                [rated.get(year) for year in years])
        return on_basis(MET, entries, needed,
                        {"year": years[0], "grade": grades[rated[years[0]].payload[1]]},
                        [rated[year] for year in years])

    def discipline(self, on: int) -> Finding:
        """No bar; the one that ends last is shown, of equal last days the earliest in the log."""
        if self.higher is not None:
            return self.exempt(self.higher)
        bars = [bar for bar in self.person.bars() if bar.event.payload[2] <= on < bar.until]
        needed = {"state": "noBar"}
        if bars:
            last = max(bars, key=lambda bar: (bar.until, -bar.event.index))
            entries = [last.entry, *(bar.entry for bar in bars)]
            return on_basis(UNMET, entries, needed, {
                "system": SYSTEMS.split()[last.event.payload[0]],
                "form": FORMS.split()[last.event.payload[1]],
                "announcedOn": iso(last.event.payload[2]), "until": iso(last.until)},
                [last.event, *(bar.event for bar in bars if bar is not last)])
        rule = next((entry for entry in self.world.rules.entries.get("discipline.barMonths", [])
                     if entry.since <= on < entry.until), None)
        verdict, sheet, missing = self.absent(MET, "ky-luat")
        return on_basis(verdict, [rule], needed, None, [sheet], missing)

    def exempt(self, tenure: Tenure) -> Finding:
        """What is not asked of those who hold a post as high already."""
        held = self.world.posts.post(tenure.post)
        return Finding(NOT_APPLICABLE, None, {"holds": held.code}, [tenure.begun.index])

    def age(self, on: int) -> Finding:
        """Far enough from retirement, at both ends of what is known of the birth."""
        rule = self.rule("appointment.monthsToRetirement", on)
        if rule is None:
            return Finding(NOT_APPLICABLE)
        if self.higher is not None:
            return self.exempt(self.higher)
        needed = {"monthsToRetirement": rule_months(rule)}
        birth, sex = self.profile.birth, self.profile.sex
        if birth is None or sex is None:
            return self.no_data([rule], needed, "nhan-su", None, self.whence)
        ends, ages = zip(*(self.retirement(month, sex) for month in birth))
        met = [end >= month_of(on) + rule_months(rule) for end in ends]
        status = UNKNOWN if met[0] != met[1] else MET if met[0] else UNMET
        sheet = self.sheet("nhan-su") if status == UNKNOWN else None
        missing = "nhan-su" if status == UNKNOWN and sheet is None else None
        return on_basis(status, [rule, *ages], needed,
                        {"earliest": iso_month(ends[0]), "latest": iso_month(ends[1])},
                        [*self.whence, sheet], missing)

    def retirement(self, birth: int, sex: str) -> tuple[int, Entry]:
        """The month of retirement, and the entry of the rules that decides it."""
        return self.world.rules.retirement(birth, sex)

    def take_claim(self, age: Finding, claimed: Claim) -> None:
        """Takes what is claimed of an age that cannot be checked, if it could be so.

        The evidence is among the person's private records and the sheet of people; whether the age
        of retirement itself is verified depends on the birth.
        """
        if claimed.status not in (MET, UNMET, UNKNOWN):
            return
        age.status = claimed.status
        records = [event for event in self.person.of(REGISTERED, PROFILE_AMENDED)
                   if event.number == self.person.number and event.commitment is not None]
        sheet = self.sheet("nhan-su") if claimed.status == UNKNOWN else None
        possible = [event.index for event in [*records, sheet] if event is not None]
        age.evidence = [index for index in possible if index in claimed.evidence]
        age.verified = age.verified and claimed.verified
        age.missing = "nhan-su" if claimed.status == UNKNOWN and sheet is None else None

    def assets(self, on: int) -> Finding:
        """Declared for the year before; until it is due, for the year before that."""
        rule, due = self.rule("assets.required", on), self.rule("assets.dueBy", on)
        if rule is None or rule.value is not True:
            return Finding(NOT_APPLICABLE)
        declared: dict[int, Event] = {}
        for event in self.person.of(ASSETS):
            declared.setdefault(event.payload[0], event)
        year, entries = civil(on).year - 1, [rule]
        needed = {"year": year}
        if year not in declared and due is not None and on <= rule_due(due, year + 1):
            year, entries = year - 1, [rule, due]
        if year in declared:
            return on_basis(MET, entries, needed, {"year": year}, [declared[year]])
        return self.no_data(entries, needed, "ke-khai-tai-san")

    def qualification(self, on: int) -> Finding:
        """The highest degree."""
        rule = self.rule("qualification.required", on)
        if rule is None:
            return Finding(NOT_APPLICABLE)
        least, words = rule_word(rule, DEGREES), DEGREES.split()
        best = max(self.person.of(QUALIFICATION), default=None,
                   key=lambda event: (event.payload[0], -event.index))
        needed = {"degree": words[least]}
        if best is None:
            return self.no_data([rule], needed, "nhan-su")
        return on_basis(MET if best.payload[0] >= least else UNMET, [rule], needed,
                        {"degree": words[best.payload[0]]}, [best])

    def tenure(self, on: int) -> Finding:
        """Whole months of each joined period, added up."""
        rule = self.rule("appointment.monthsInPost", on)
        if rule is None:
            return Finding(NOT_APPLICABLE)
        months = sum(whole_months(since, on if until is None else min(until, on))
                     for since, until in self.spans if since <= on)
        asked, found = {"months": rule_months(rule)}, {"months": months}
        if months >= rule_months(rule):
            return on_basis(MET, [rule], asked, found, self.begun)
        verdict, sheet, missing = self.absent(UNMET, "bo-nhiem")
        return on_basis(verdict, [rule], asked, found, [*self.begun, sheet], missing)

    def suspension(self, on: int) -> Finding:
        """No suspension, or one that was lifted for the organisation or one above it."""
        rule = self.rule("suspension", on)
        needed = {"state": "noSuspension"}
        if rule is None or rule.value is not True:
            return Finding(MET, needed)
        for at in self.world.tree.chain(self.post.organisation):
            here = self.world.tree.organisation(at)
            if here is not None and here.lifted is not None:
                return on_basis(MET, [rule], needed, {"state": "suspensionLifted"}, [here.lifted])
        return on_basis(UNMET, [rule], needed, {"state": "suspended"}, [])

    def impediment(self, on: int) -> Finding:
        """Nothing open that impedes; what lasts longest is shown, of equals the earliest in the
        log."""
        needed = {"state": "noImpediment"}
        kinds = IMPEDIMENTS.split()
        still = [event for event in self.person.of(IMPEDED)
                 if kinds[event.payload[0]] in IMPEDING and on < event.payload.get(1, LAST_DAY + 1)]
        if not still:
            return Finding(MET, needed)
        last = max(still, key=lambda event: (event.payload.get(1, LAST_DAY + 1), -event.index))
        return Finding(UNMET, needed, {"kind": kinds[last.payload[0]],
                                       "until": iso(last.payload.get(1))},
                       [last.index, *(event.index for event in still if event is not last)])

    # What time alone will bring

    def days_ahead(self) -> list[int]:
        """The days within ten years on which a status can change with no further event."""
        on, last, person = self.world.on, self.world.last, self.person
        found = set(self.world.changes)
        year = civil(on).year
        for ahead in range(year, year + SEARCH_MONTHS // 12 + 2):
            found.add(day_of(ahead, 1, 1))
            for name in ("rating.dueBy", "assets.dueBy"):
                for entry in self.world.rules.entries.get(name, []):
                    found.add(rule_due(entry, min(ahead, 9999)) + 1)
        for event in person.of(ADMITTED):
            found.add(months_after(event.payload[3], self.world.probation(on)))
        for entry, _, _ in self.entries_now:
            found.add(self.world.term_end(entry.payload[1], entry.payload[2]))
        found |= {bar.until for bar in person.bars()}
        found |= {event.payload[1] for event in person.of(IMPEDED) if 1 in event.payload}
        for event in person.of(CONCLUDED):
            for months in self.values("standards.validMonths"):
                found.add(months_after(event.effective or FIRST_DAY, months))
        if self.profile.birth is not None and self.profile.sex is not None:
            for birth in self.profile.birth:
                for months in self.values("appointment.monthsToRetirement"):
                    found.add(first_of(max(12, self.retirement(birth, self.profile.sex)[0]
                                           - months + 1)))
        closed = sum(whole_months(since, until) for since, until in self.spans
                     if until is not None)
        for since in (since for since, until in self.spans if until is None):
            for months in self.values("appointment.monthsInPost"):
                found.add(months_after(since, max(0, months - closed)))
        return sorted(day for day in found if on < day <= last)

    def values(self, name: str) -> set[int]:
        """Every number of months that a parameter ever has."""
        return {rule_months(entry) for entry in self.world.rules.entries.get(name, [])}

    def ahead(self, today: dict[str, Finding]) -> Ahead:
        """The days to come, the four repeated acts held as they stand on E."""
        result = Ahead()
        held = {name: today[name].status for name in REPEATED}
        now = {name: finding.status for name, finding in today.items()}
        if verdict_of(now.values()) == "ready":
            result.ready_from = self.world.on
        waiting = {name for name, status in now.items() if status in (UNMET, UNKNOWN)}
        for on in self.days_ahead():
            statuses = {name: finding.status for name, finding in self.all(on).items()}
            for name in [name for name in waiting if statuses[name] == MET]:
                result.met_from[name] = on
                waiting.discard(name)
            if result.renew_by is None:
                over = [name for name in REPEATED if held[name] == MET and statuses[name] != MET]
                if over:
                    result.renew_by, result.renew = on, over
            ready = verdict_of({**statuses, **held}.values()) == "ready"
            if ready and result.ready_from is None:
                result.ready_from = on
            if not ready and result.ready_from is not None and result.ready_until is None:
                result.ready_until = on
        return result


@dataclass(frozen=True)
class Claim:
    """What a row says of an age."""

    status: str
    evidence: list[int]
    verified: bool


@dataclass
class Ahead:
    """What time alone will bring, within ten years."""

    met_from: dict[str, int] = field(default_factory=dict)
    ready_from: int | None = None
    ready_until: int | None = None
    renew_by: int | None = None
    renew: list[str] = field(default_factory=list)


REQUIREMENTS: dict[str, Callable[[Readiness, int], Finding]] = {
    name: getattr(Readiness, name) for name in (
        "membership planning theory standards screening rating discipline age assets "
        "qualification tenure suspension impediment").split()}


def verdict_of(statuses: Iterable[str]) -> str:
    """notReady if any is unmet; else unknown if any is unknown; else ready."""
    found = set(statuses)
    return "notReady" if UNMET in found else "unknown" if UNKNOWN in found else "ready"


@dataclass(frozen=True)
class Question:
    """On which day, by what knowledge, by which rules."""

    on: int
    known: int
    rules: str
    rules_known: bool


def answer(world: World, question: Question, person: Person, post: Post,
           private: bool, claimed: Claim | None = None) -> dict[str, Any]:
    """A row of `cadre ready`, computed anew.

    Without private records the age cannot be judged: where it is asked at all, the claim is taken
    as far as it is possible, what would show the birth is null, and what depends on it is left out.
    """
    readiness = Readiness(world, person, post)
    today = readiness.all(world.on)
    if not private and claimed is not None and today["age"].status != NOT_APPLICABLE:
        readiness.take_claim(today["age"], claimed)
    days = readiness.ahead(today)
    row = {
        "person": person.number, "file": readiness.profile.file, "name": readiness.profile.name,
        "position": post.code, "title": post.title, "line": LINES.split()[post.line],
        "class": CLASSES.split()[post.grade], "terms": terms_of(world, person, post),
        "organisation": world.tree.label(post.organisation),
        "on": iso(world.on), "known": question.known, "rules": question.rules,
        "rulesKnown": question.rules_known,
        "verdict": verdict_of(finding.status for finding in today.values()),
        "readyFrom": iso(days.ready_from), "readyUntil": iso(days.ready_until),
        "renewBy": iso(days.renew_by), "renewRequirements": days.renew,
        "requirements": [{
            "id": name, "status": finding.status, "needed": finding.needed,
            "found": finding.found, "evidence": finding.evidence, "basis": finding.basis,
            "metFrom": iso(days.met_from.get(name)), "verified": finding.verified,
            "missingSheet": finding.missing} for name, finding in today.items()],
    }
    if not private:
        for name in ("file", "name", "readyFrom", "readyUntil"):
            del row[name]
        row["requirements"][AGE] |= {"found": None, "metFrom": None}
    return row


AGE = list(REQUIREMENTS).index("age")


def terms_of(world: World, person: Person, post: Post) -> list[str]:
    """The open terms in which a person is in planning for a post, if that makes a row."""
    if not (person.in_population() and world.could_be_given(person, post)):
        return []
    return sorted({f"{entry.payload[1]}-{entry.payload[2]}" for entry in person.entries(world.on)
                   if entry.payload[0] == post.number})


def eligibility(world: World, question: Question, private: bool,
                ages: dict[tuple[int, str], Claim]) -> list[dict[str, Any]]:
    """The eligibility list: all rows of the population, by file number, then code of the post."""
    rows = []
    for number in world.knowledge.numbers(PEOPLE_STREAMS):
        if world.groups().get(number, [number])[0] != number:
            continue
        person = world.person(number)
        planned = {entry.payload[0] for entry in person.entries(world.on)}
        if not planned or not person.in_population():
            continue
        for post in filter(None, map(world.posts.post, planned)):
            if world.could_be_given(person, post):
                rows.append(answer(world, question, person, post, private,
                                   ages.get((number, post.code))))
    return sorted(rows, key=lambda row: (row.get("file") or "", row["person"], row["position"]))


# ---------------------------------------------------------------------------------------------
# Comparing what is said with what was computed.


def same(said: Any, computed: Any) -> bool:
    """Whether two JSON values are the same, true being no 1."""
    if isinstance(computed, AnyOf):
        return not computed or any(same(said, each) for each in computed)
    if type(said) is not type(computed):
        return False
    if isinstance(said, dict):
        return said.keys() == computed.keys() and all(
            same(said[key], computed[key]) for key in said)
    if isinstance(said, list):
        return len(said) == len(computed) and all(map(same, said, computed))
    return said == computed


def settled(row: Any) -> Any:
    """A row with the evidence of each requirement in ascending order: evidence is a set."""
    if not isinstance(row, dict) or not isinstance(row.get("requirements"), list):
        return row
    return row | {"requirements": [ascending(each) for each in row["requirements"]]}


def ascending(requirement: Any) -> Any:
    """A requirement with its evidence in ascending order, if it is a list of indexes."""
    found = requirement.get("evidence") if isinstance(requirement, dict) else None
    if not isinstance(found, list) or not all(type(index) is int for index in found):
        return requirement
    return requirement | {"evidence": sorted(found)}


def first_difference(said: Any, computed: Any, path: str = "") -> tuple[str, Any, Any] | None:
    """Where two JSON values differ first; requirements are named by their id."""
    if isinstance(said, dict) and isinstance(computed, dict):
        for key in [*computed, *(key for key in said if key not in computed)]:
            if key not in said or key not in computed:
                return f"{path}{key}", said.get(key), computed.get(key)
            if found := first_difference(said[key], computed[key], f"{path}{key}."):
                return found
        return None
    if isinstance(said, list) and isinstance(computed, list) and len(said) == len(computed) \
            and computed and isinstance(computed[0], dict):
        for one, other in zip(said, computed):
            if found := first_difference(one, other, f"{path}{other.get('id', '')}."):
                return found
        return None
    return None if same(said, computed) else (path.rstrip("."), said, computed)


NOT_IN_LOG = ("file", "name", "readyFrom", "readyUntil")


def claimed_age(row: Any, what: str) -> Claim:
    """What a row claims of the age."""
    found = row.get("requirements") if isinstance(row, dict) else None
    if not isinstance(found, list) or len(found) != len(REQUIREMENTS) \
            or not isinstance(found[AGE], dict) or found[AGE].get("id") != "age":
        raise unfit(what)
    said = found[AGE]
    evidence = [a_number(index, what) for index in a_list(said.get("evidence"), what)]
    return Claim(a_text(said.get("status"), what), evidence, said.get("verified") is True)


def check_evidence(row: dict[str, Any], events: Callable[[int], bool], known: int) -> None:
    """Evidence exists in the file, and was known."""
    for requirement in row["requirements"]:
        for index in requirement["evidence"]:
            if index >= known or not events(index):
                raise Refuted("điều kiện {name} dẫn chứng sự kiện {index}, không có trong tệp hoặc "
                              "chưa biết ở cỡ {known}", "the requirement {name} cites event "
                              "{index}, which is not in the file or not known at {known}",
                              name=requirement["id"], index=index, known=known)


# ---------------------------------------------------------------------------------------------
# A dossier.


@dataclass
class Dossier:
    """A dossier's parts, as they were read."""

    checkpoint: Checkpoint
    seal: Event
    streams: Streams
    events: dict[int, Event]
    later: dict[str, Any]
    question: dict[str, Any]
    answer: dict[str, Any]
    private: dict[int, tuple[bytes, bytes]] | None

    @property
    def up_to(self) -> int:
        return self.seal.payload[0]


def read_dossier(found: Any, report: Report) -> Dossier:
    """Reads a dossier, and holds every event to the checkpoint and every stream to the seal."""
    what = "dossier"
    an_object(found, what, "format checkpoint seal question answer streams later", "private")
    if found["format"] != "cadreledger-dossier/1":
        raise unfit("format")
    checkpoint = read_checkpoint(a_text(found["checkpoint"], "checkpoint"), "checkpoint", bare=True)
    seal = proved_event(found["seal"], "seal", checkpoint)
    if seal.type != HEADS_SEALED or seal.payload[0] > seal.index:
        raise Refuted("sự kiện {index} không phải niêm phong các luồng của sổ trước nó",
                      "event {index} does not seal the heads of the log before it",
                      index=seal.index)
    streams: Streams = {}
    events: dict[int, Event] = {}
    last = -1
    for given in a_list(found["streams"], "streams"):
        last = read_stream(given, checkpoint, seal, last, streams, events)
    report.proves("{count} sự kiện của {streams} luồng nằm trong sổ {origin} cỡ {size}; mỗi luồng "
                  "trọn vẹn tới sự kiện {upTo} theo niêm phong {seal}.",
                  "{count} events of {streams} streams stand in the log {origin} of size {size}; "
                  "each stream is whole up to event {upTo}, by the seal {seal}.",
                  count=len(events), streams=len(streams), origin=checkpoint.origin,
                  size=checkpoint.size, upTo=seal.payload[0], seal=seal.index)
    return Dossier(checkpoint, seal, streams, events, found["later"], found["question"],
                   found["answer"],
                   read_records(found["private"]) if "private" in found else None)


def proved_event(given: Any, what: str, checkpoint: Checkpoint) -> Event:
    """An event whose leaf leads to the root of the checkpoint."""
    an_object(given, what, "index bytes path")
    index = a_number(given["index"], f"{what}.index")
    where = f"{what}, {index}"
    data, path = some_bytes(given["bytes"], where), a_path(given["path"], where)
    if len(data) > MOST_EVENT:
        raise unfit(where)
    if not included(index, checkpoint.size, leaf_hash(data), path, checkpoint.root):
        raise Refuted("sự kiện {index} không có trong sổ: đường dẫn không tới gốc của điểm kiểm soát",
                      "event {index} is not in the log: its path does not lead to the root of the "
                      "checkpoint", index=index)
    return Event(index, data)


def read_stream(given: Any, checkpoint: Checkpoint, seal: Event, last: int, streams: Streams,
                events: dict[int, Event]) -> int:
    """Reads one whole stream; gives its place in the tree of the seal."""
    an_object(given, "stream", "kind number place path events")
    kind = a_number(given["kind"], "stream.kind", 4)
    number = a_number(given["number"], "stream.number", 1 << 32)
    name, counts = stream_name(kind, number), seal.payload[1]
    place = a_number(given["place"], name)
    if place <= last:
        raise Refuted("luồng {name} không đứng đúng thứ tự của niêm phong",
                      "stream {name} does not stand in the order of the seal", name=name)
    stream: list[Event] = []
    for item in a_list(given["events"], name):
        event = proved_event(item, name, checkpoint)
        if event.stream != (kind, number) or event.index >= seal.payload[0]:
            raise Refuted("sự kiện {index} không thuộc luồng {name} trước niêm phong",
                          "event {index} does not belong to stream {name} before the seal",
                          index=event.index, name=name)
        check_chain(event, stream[-1] if stream else None)
        stream.append(event)
        events[event.index] = event
    head = stream[-1] if stream else None
    path = a_path(given["path"], name)
    if head is None or place != seal_place((kind, number), counts) or not included(
            place, sum(counts), seal_leaf(head), path, seal.payload[2]):
        raise Refuted("luồng {name} không trọn vẹn: sự kiện cuối ({index}) không dẫn tới niêm phong",
                      "stream {name} is not whole: its last event ({index}) does not lead to the "
                      "seal", name=name, index=head.index if head is not None else "?")
    streams[kind, number] = stream
    return place


def read_records(given: Any) -> dict[int, tuple[bytes, bytes]]:
    """Private records: index -> salt and data, in ascending order."""
    found: dict[int, tuple[bytes, bytes]] = {}
    last = -1
    for item in a_list(given, "private"):
        index, record = read_record(item)
        if index <= last:
            raise unfit("private")
        found[index], last = record, index
    return found


def read_record(item: Any) -> tuple[int, tuple[bytes, bytes]]:
    """One private record."""
    an_object(item, "private", "index salt data")
    index = a_number(item["index"], "private.index")
    salt, data = (some_bytes(item[key], f"private, {index}") for key in ("salt", "data"))
    if len(salt) != 16:
        raise unfit(f"private, {index}")
    return index, (salt, data)


def check_record(event: Event | None, index: int, record: tuple[bytes, bytes]) -> Private:
    """A private record is the one that its event is committed to."""
    if event is None or event.commitment is None:
        raise Refuted("hồ sơ kín {index} không thuộc sự kiện nào có cam kết",
                      "the private record {index} belongs to no event that has a commitment",
                      index=index)
    if private_hash(*record) != event.commitment:
        raise Refuted("hồ sơ kín của sự kiện {index} không khớp cam kết trong sổ",
                      "the private record of event {index} is not the one that the log is "
                      "committed to", index=index)
    return read_private(index, record[1])


def named_people(stream: Iterable[Event]) -> set[int]:
    """The people whom events say to be the same person."""
    return {event.payload[0] for event in stream if event.type == SAME_PERSON}


def named_posts(stream: Iterable[Event]) -> set[int]:
    """The posts that events name."""
    return {event.payload[0] for event in stream
            if event.type in (ENTERED, LEFT, APPOINTED, RELIEVED)}


ORGANISATION_KEYS = {
    REGISTERED: (0,), ADMITTED: (4,), INTRODUCED: (1, 2), RECEIVED: (2, 3),
    DEFINED: (2,), POSITION_AMENDED: (2,),
    ESTABLISHED: (4,), REPARENTED: (0,), MERGED: (0,),
}


def named_organisations(stream: Iterable[Event]) -> set[int]:
    """The organisations that events of people and posts name; of organisations, those above."""
    return {event.payload[key] for event in stream
            for key in ORGANISATION_KEYS.get(event.type, ()) if key in event.payload}


def needed_streams(streams: Streams, person: int, position: int) -> set[Stream]:
    """The streams that a dossier must have, as far as those that are there name them."""
    def closure(kind: int, start: set[int],
                names: Callable[[Iterable[Event]], set[int]]) -> set[int]:
        found, ahead = set(start), list(start)
        while ahead:
            for other in names(streams.get((kind, ahead.pop()), ())) - found:
                found.add(other)
                ahead.append(other)
        return found

    people = closure(PEOPLE_STREAMS, {person}, named_people)
    posts = {position}
    for number in people:
        posts |= named_posts(streams.get((PEOPLE_STREAMS, number), ()))
    organisations: set[int] = set()
    for stream in [(PEOPLE_STREAMS, number) for number in people] + [
            (POSITIONS, number) for number in posts]:
        organisations |= named_organisations(streams.get(stream, ()))
    organisations = closure(ORGANISATIONS, organisations, named_organisations)
    return ({(LEDGER, 0)} | {(PEOPLE_STREAMS, number) for number in people}
            | {(POSITIONS, number) for number in posts}
            | {(ORGANISATIONS, number) for number in organisations})


def check_closure(dossier: Dossier, person: int, position: int) -> None:
    """The streams that the rule asks for are there, and no others."""
    needed = needed_streams(dossier.streams, person, position)
    for stream in sorted(needed - dossier.streams.keys()):
        raise Refuted("thiếu luồng {name}, mà hồ sơ phải có",
                      "stream {name} is missing, which the dossier must have",
                      name=stream_name(*stream))
    for stream in sorted(dossier.streams.keys() - needed):
        raise Refuted("thừa luồng {name}, không dính đến câu hỏi",
                      "stream {name} has nothing to do with the question",
                      name=stream_name(*stream))


def check_later(dossier: Dossier) -> None:
    """What is named of the events past the seal is possible, and has the seal itself."""
    later = an_object(dossier.later, "later", "count events")
    size, up_to = dossier.checkpoint.size, dossier.up_to
    if a_number(later["count"], "later.count") != size - up_to:
        raise Refuted("sau niêm phong có {found} sự kiện, không phải {said}",
                      "{found} events stand past the seal, not {said}",
                      found=size - up_to, said=later["count"])
    names = {stream_name(*stream): stream[0] for stream in dossier.streams}
    last, sealed = up_to - 1, False
    for item in a_list(later["events"], "later.events"):
        an_object(item, "later.events", "index stream type")
        index = a_number(item["index"], "later.events")
        kind = names.get(a_text(item["stream"], "later.events"))
        known = TYPE_OF.get(a_text(item["type"], "later.events"))
        fits = kind is not None and known is not None and SHAPES[known].kind in (kind, None)
        if not fits or not last < index < size:
            raise Refuted("“later” nêu sự kiện {index}, không thể có như vậy",
                          "“later” names event {index}, which cannot be so", index=index)
        if index == dossier.seal.index:
            sealed = kind == LEDGER and known == HEADS_SEALED
        last = index
    if not sealed:
        raise Refuted("“later” không nêu niêm phong, sự kiện {index}",
                      "“later” does not name the seal, event {index}", index=dossier.seal.index)
    between = [item for item in later["events"]
               if item["stream"] == "ledger" and item["index"] < dossier.seal.index]
    if not between:
        check_chain(dossier.seal, dossier.streams[LEDGER, 0][-1])


def check_private(dossier: Dossier, person: Iterable[int], report: Report) -> dict[int, Private]:
    """Every private record of the person is there and is the one committed to, or was erased."""
    if dossier.private is None:
        report.lacks("Hồ sơ không kèm danh tính: tên, tuổi và hai ngày readyFrom, readyUntil không "
                     "kiểm tra được.", "The dossier is not identified: name, age, readyFrom and "
                     "readyUntil cannot be checked.")
        return {}
    theirs = {event.index: event for number in person
              for event in dossier.streams[PEOPLE_STREAMS, number]}
    found = {index: check_record(theirs.get(index), index, record)
             for index, record in dossier.private.items()}
    erased = {event.stream_name for event in theirs.values() if event.type == ERASED}
    for event in theirs.values():
        if event.commitment is not None and event.index not in found \
                and event.stream_name not in erased:
            raise Refuted("thiếu hồ sơ kín của sự kiện {index}",
                          "the private record of event {index} is missing", index=event.index)
    report.proves("{count} hồ sơ kín khớp cam kết trong sổ.",
                  "{count} private records are those that the log is committed to.",
                  count=len(found))
    return found


def find_rules(ledger: list[Event], identity: str, known: int) -> tuple[Rules, bool]:
    """A rule set of the log, and whether it was known."""
    for limit, was_known in ((known, True), (MOST_SIZE, False)):
        for event in reversed(in_force(ledger, limit)):
            if event.type == RULES_ADOPTED and event.payload[0] == identity:
                return Rules(identity, event.payload[1], event.index), was_known
    raise Refuted("sổ không có bộ quy tắc “{name}”", "the log has no rule set “{name}”",
                  name=identity)


def check_dossier(found: Any, outside: Outside, report: Report) -> None:
    """A dossier from hashes to verdict."""
    dossier = read_dossier(found, report)
    outside.compare(dossier.checkpoint, report)
    asked = an_object(dossier.question, "question", "person position on known rules")
    person = a_number(asked["person"], "question.person", 1 << 32)
    position = a_number(asked["position"], "question.position", 1 << 32)
    on, known = a_day(asked["on"], "question.on"), a_number(asked["known"], "question.known")
    if known > dossier.up_to:
        raise Refuted("câu hỏi ở cỡ {known}, niêm phong chỉ tới {upTo}",
                      "the question is asked at {known}, the seal reaches only {upTo}",
                      known=known, upTo=dossier.up_to)
    check_closure(dossier, person, position)
    ledger = dossier.streams[LEDGER, 0]
    check_opening(ledger[0], dossier.checkpoint.origin)
    check_order(dossier)
    check_later(dossier)
    report.proves("Đủ mọi luồng mà câu hỏi dính đến.",
                  "Every stream that the question touches is there.")
    people = [number for kind, number in dossier.streams if kind == PEOPLE_STREAMS]
    private = check_private(dossier, people, report)
    rules, rules_known = find_rules(ledger, a_text(asked["rules"], "question.rules"), known)
    world = World(dossier.streams, known, on, rules, private)
    question = Question(on, known, rules.id, rules_known)
    check_answer(dossier, world, question, person, position, report)


def check_order(dossier: Dossier) -> None:
    """Causes, retractions, and the clock, over all events that are given."""
    last = None
    for index in sorted(dossier.events):
        event = dossier.events[index]
        check_cause(event, dossier.events)
        if event.type == RETRACTED:
            check_retraction(event, dossier.events.get(event.payload[0]))
        if last is not None and event.recorded < last.recorded:
            raise Refuted("sự kiện {index} được ghi trước sự kiện {before} đứng trước nó",
                          "event {index} was recorded before event {before}, which stands "
                          "before it",
                          index=index, before=last.index)
        last = event


def check_answer(dossier: Dossier, world: World, question: Question, person: int, position: int,
                 report: Report) -> None:
    """The verdict and every requirement, computed anew, are those of the dossier."""
    identified = dossier.private is not None
    said = dossier.answer
    claimed = claimed_age(said, "answer")
    one, post = world.person(person), world.posts.post(position)
    if not one.known or post is None:
        raise Refuted("ở cỡ {known} sổ chưa biết người hoặc chức danh được hỏi",
                      "at {known} the log did not know the person or the post",
                      known=question.known)
    computed = answer(world, question, one, post, identified, claimed)
    if difference := first_difference(settled(said), settled(computed)):
        where, shown, wanted = difference
        raise Refuted("câu trả lời sai ở {where}: ghi {shown}, tính lại được {wanted} (chứng cứ: "
                      "sự kiện {events})", "the answer is wrong at {where}: it says {shown}, "
                      "computed anew it is {wanted} (evidence: events {events})", where=where,
                      shown=shown, wanted=wanted, events=evidence_of(computed, where))
    check_evidence(computed, dossier.events.__contains__, question.known)
    who = " ".join(text for text in (computed.get("file"), computed.get("name")) if text)
    report.proves("Người số {number}{who}, chức danh {post} {title}.",
                  "Person {number}{who}, post {post} {title}.", number=person,
                  who=f" ({who})" if who else "", post=computed["position"],
                  title=computed["title"])
    verdict = VERDICTS[computed["verdict"]]
    report.lines.append((True, Words(
        f"Kết luận tính lại từ sự kiện: {verdict.vi}; cả 13 điều kiện khớp (ngày {iso(world.on)}, "
        f"biết {question.known} sự kiện, quy tắc {clipped(question.rules)}).",
        f"The verdict computed anew from the events: {verdict.en}; all 13 requirements agree (on "
        f"{iso(world.on)}, knowing {question.known} events, rules {clipped(question.rules)}).")))
    if not identified and computed["requirements"][AGE]["status"] != NOT_APPLICABLE:
        report.lacks("Điều kiện tuổi: không kiểm tra, kết luận dựa vào điều sổ tự nói ({status}).",
                     "Requirement age: not checked, the verdict rests on what the ledger claims "
                     "({status}).", status=claimed.status)
    unproved = dossier.later["count"]
    report.lacks("{count} sự kiện từ niêm phong trở đi không tính vào câu trả lời.",
                 "Events from the seal on do not count in the answer: {count}.", count=unproved)
    notable = [f"{item['index']} {item['type']} ({item['stream']})" for item in
               dossier.later["events"]
               if item["type"] not in ("HeadsSealed", "RebuildAttested", "ReportPublished")]
    if notable:
        report.lacks("CHÚ Ý, ghi sau niêm phong và có thể làm kết luận khác đi: {events}.",
                     "NOTE, recorded after the seal and may change the verdict: {events}.",
                     events=", ".join(notable[:20]))


def evidence_of(row: dict[str, Any], where: str) -> str:
    """The evidence of the requirement that a path names, else of all."""
    found = [index for requirement in row["requirements"]
             if f".{requirement['id']}." in f".{where}." for index in requirement["evidence"]]
    return ", ".join(map(str, found)) or "–"


VERDICTS = {
    "ready": Words("đủ điều kiện", "ready"),
    "notReady": Words("chưa đủ điều kiện", "not ready"),
    "unknown": Words("chưa rõ", "unknown"),
}


# ---------------------------------------------------------------------------------------------
# An export: the whole log, as lines of events or as tiles.


class Names:
    """How rows may name organisations, posts and people: by what these ever were called."""

    def __init__(self, streams: Streams, private: dict[int, Private]) -> None:
        self.streams = streams
        self.private = private
        self.cache: dict[Stream, AnyOf] = {}

    def organisation(self, number: int) -> AnyOf:
        return self.called(ORGANISATIONS, number, lambda event: (
            event.payload.get(0), event.payload.get(1))
            if event.type in (ESTABLISHED, ORGANISATION_AMENDED) else ())

    def position(self, number: int) -> AnyOf:
        return self.called(POSITIONS, number, lambda event: (event.payload.get(0),)
                           if event.type in (DEFINED, POSITION_AMENDED) else ())

    def person(self, number: int) -> AnyOf:
        """By file number where private records are given, else by the number of the stream."""
        def said(event: Event) -> tuple[Any, ...]:
            record = self.private.get(event.index)
            return (record.file,) if record is not None else ()
        found = self.called(PEOPLE_STREAMS, number, said)
        return AnyOf((*found, str(number)))

    def called(self, kind: int, number: int,
               said: Callable[[Event], tuple[Any, ...]]) -> AnyOf:
        """Everything that the events of a stream call it."""
        stream = kind, number
        if stream not in self.cache:
            self.cache[stream] = AnyOf(dict.fromkeys(
                name for event in self.streams.get(stream, ()) for name in said(event)
                if name is not None))
        return self.cache[stream]


def shown_fields(event: Event, names: Names) -> dict[str, Any]:
    """The payload as rows of a log show it."""
    found = {title: form.shown(event.payload[key], names)
             for key, (title, form, _) in shape_of(event.type, event.version).fields.items()
             if key in event.payload}
    if event.type in (ENTERED, LEFT):
        found["term"] = f"{found.pop('from')}-{found.pop('to')}"
    return found


def shown_instant(milliseconds: int) -> str:
    """An instant as rows show it."""
    seconds, rest = divmod(milliseconds, 1000)
    at = datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=seconds)
    return at.strftime("%Y-%m-%dT%H:%M:%S") + f".{rest:03}Z"


def shown_row(event: Event) -> dict[str, Any]:
    """An event as a row of a log shows it, but for its fields."""
    document = event.document
    return {
        "index": event.index, "stream": event.stream_name, "revision": event.revision,
        "prior": event.prior, "type": event.name, "effective": iso(event.effective),
        "recorded": shown_instant(event.recorded), "actor": event.actor,
        "document": None if document is None else {
            "number": document.get(0), "date": iso(document.get(1)), "issuer": document.get(2)},
        "cause": event.cause, "row": event.row, "private": event.commitment is not None,
    }


ROW_KEYS = ("index stream revision prior type effective recorded actor document cause row private "
            "fields bytes")


def read_lines(path: str) -> Iterator[tuple[int, Any]]:
    """The lines of an ndjson file, each as its number and value."""
    what = os.path.basename(path)
    try:
        with open(path, "rb") as file:
            number = 0
            while line := file.readline(MOST_LINE + 1):
                number += 1
                if len(line) > MOST_LINE or not line.endswith(b"\n"):
                    raise unfit(f"{what}:{number}")
                yield number, read_json(line[:-1], f"{what}:{number}")
    except FileNotFoundError:
        raise NoInput("không có tệp “{path}”", "there is no file “{path}”", path=path) from None
    except OSError as error:
        raise Unreadable("không đọc được “{path}”: {why}", "cannot read “{path}”: {why}",
                         path=path, why=error.strerror or "?") from None


@dataclass
class Log:
    """A whole log: its events in order, and by stream."""

    events: list[Event] = field(default_factory=list)
    streams: Streams = field(default_factory=dict)

    def append(self, data: bytes) -> Event:
        """Takes the next event, and holds it to its stream, its cause and the clock."""
        index = len(self.events)
        if len(data) > MOST_EVENT:
            raise unfit(f"event {index}")
        event = Event(index, data)
        stream = self.streams.setdefault(event.stream, [])
        check_chain(event, stream[-1] if stream else None)
        check_cause(event, self.events)
        if event.type == RETRACTED:
            target = event.payload[0]
            check_retraction(event, self.events[target] if target < index else None)
        if self.events and event.recorded < self.events[-1].recorded:
            raise Refuted("sự kiện {index} được ghi trước sự kiện {before} đứng trước nó",
                          "event {index} was recorded before event {before}, which stands "
                          "before it",
                          index=index, before=index - 1)
        stream.append(event)
        self.events.append(event)
        return event


def check_export(folder: str, outside: Outside, ready: str | None, report: Report) -> None:
    """A folder that `cadre export` wrote."""
    checkpoint = checkpoint_file(os.path.join(folder, "checkpoint"))
    has_lines = os.path.exists(os.path.join(folder, "events.ndjson"))
    has_tiles = os.path.isdir(os.path.join(folder, "tile"))
    if has_lines == has_tiles:
        raise Unreadable("“{path}” phải có hoặc events.ndjson hoặc tile/",
                         "“{path}” must have either events.ndjson or tile/", path=folder)
    note_strangers(folder, report)
    private: dict[int, Private] = {}
    identified = os.path.exists(os.path.join(folder, "private.ndjson"))
    if has_tiles:
        leaves, log = read_tiles(folder, checkpoint)
    else:
        log = Log()
        rows = read_events(os.path.join(folder, "events.ndjson"), log)
        leaves = [event.leaf for event in log.events]
    check_root(checkpoint, leaves)
    report.proves("Gốc tính lại từ {count} sự kiện của sổ {origin} bằng gốc của điểm kiểm soát.",
                  "The root computed anew from {count} events of the log {origin} is that of the "
                  "checkpoint.", count=len(leaves), origin=checkpoint.origin)
    outside.compare(checkpoint, report, lambda size: tree_root(leaves[:size]))
    if log is None:
        report.lacks("Chỉ có tile: có gì trong các sự kiện thì không kiểm tra được.",
                     "There are tiles only: what the events say cannot be checked.")
        if ready is not None or identified:
            raise Usage("không có sự kiện thì không so được --ready hay private.ndjson",
                        "without events neither --ready nor private.ndjson can be compared")
        return
    check_log(log, checkpoint, report)
    if identified:
        private = check_private_lines(os.path.join(folder, "private.ndjson"), log, report)
    else:
        report.lacks("Không có private.ndjson: tên và tuổi không kiểm tra được.",
                     "There is no private.ndjson: names and ages cannot be checked.")
    if has_lines:
        check_fields(rows, log, Names(log.streams, private))
        report.proves("Phần dễ đọc của mỗi dòng khớp với byte của sự kiện.",
                      "What each line says for reading agrees with the event's bytes.")
    if ready is not None:
        check_ready(ready, log, private, identified, report)


def note_strangers(folder: str, report: Report) -> None:
    """Says which files of the folder are not looked at."""
    known = {"checkpoint", "checkpoint.sig", "events.ndjson", "private.ndjson", "tile"}
    for name in sorted(set(os.listdir(folder)) - known):
        report.lacks("Không xem tệp lạ “{name}”.", "The file “{name}” is not looked at.", name=name)


def read_events(path: str, log: Log) -> list[Any]:
    """Reads events.ndjson into the log; gives the fields shown, which are compared later."""
    shown = []
    for number, row in read_lines(path):
        what = f"events.ndjson:{number}"
        an_object(row, what, ROW_KEYS)
        event = log.append(some_bytes(row["bytes"], what))
        said = {key: value for key, value in row.items() if key not in ("fields", "bytes")}
        if difference := first_difference(said, shown_row(event)):
            raise Refuted("sự kiện {index}: dòng ghi {where} = {said}, byte của nó nói {wanted}",
                          "event {index}: the line says {where} = {said}, its bytes say {wanted}",
                          index=event.index, where=difference[0], said=difference[1],
                          wanted=difference[2])
        shown.append(row["fields"])
    return shown


def check_fields(shown: list[Any], log: Log, names: Names) -> None:
    """The fields that lines show are those of the bytes."""
    for event, fields in zip(log.events, shown):
        if difference := first_difference(fields, shown_fields(event, names), "fields."):
            raise Refuted("sự kiện {index}: dòng ghi {where} = {said}, byte của nó nói {wanted}",
                          "event {index}: the line says {where} = {said}, its bytes say {wanted}",
                          index=event.index, where=difference[0], said=difference[1],
                          wanted=difference[2])


def check_root(checkpoint: Checkpoint, leaves: list[bytes]) -> None:
    """The leaves are as many as the checkpoint says, and lead to its root."""
    if len(leaves) != checkpoint.size:
        raise Refuted("điểm kiểm soát nói {said} sự kiện, bản xuất có {found}: thiếu hoặc thừa từ sự "
                      "kiện {index}", "the checkpoint says {said} events, the export has {found}: "
                      "missing or too many from event {index} on", said=checkpoint.size,
                      found=len(leaves), index=min(checkpoint.size, len(leaves)))
    if tree_root(leaves) != checkpoint.root:
        raise Refuted("gốc của {size} sự kiện không phải gốc của điểm kiểm soát: một sự kiện cuối luồng "
                      "hoặc cả lịch sử đã bị đổi", "the root of the {size} events is not that of "
                      "the checkpoint: the last event of a stream, or the whole history, was "
                      "changed",
                      size=checkpoint.size)


def check_log(log: Log, checkpoint: Checkpoint, report: Report) -> None:
    """What holds of a whole log beyond its root: its opening, its numbers, its seals."""
    if log.events:
        check_opening(log.events[0], checkpoint.origin)
    for kind in range(4):
        numbers = sorted(number for of, number in log.streams if of == kind)
        if numbers != list(range(1 if kind else 0, len(numbers) + (1 if kind else 0))):
            raise Refuted("các luồng {kind} đánh số không liền", "the streams {kind} are not "
                          "numbered without gaps", kind=KINDS[kind])
    seals = [event for event in log.events if event.type == HEADS_SEALED]
    check_seals(log, seals)
    report.proves("{streams} luồng liền mạch; {seals} niêm phong đúng.",
                  "{streams} streams are chained without a gap; {seals} seals are right.",
                  streams=len(log.streams), seals=len(seals))


def check_seals(log: Log, seals: list[Event]) -> None:
    """Every seal is the tree over the heads of the log below it."""
    heads: dict[Stream, Event] = {}
    at = 0
    for seal in sorted(seals, key=lambda seal: seal.payload[0]):
        up_to = seal.payload[0]
        if up_to <= seal.index:
            for event in log.events[at:up_to]:
                heads[event.stream] = event
            at = max(at, up_to)
        order = sorted(heads)
        counts = [sum(1 for kind, _ in order if kind == of) for of in range(4)]
        root = tree_root([seal_leaf(heads[stream]) for stream in order])
        if up_to > seal.index or seal.payload[1] != counts or seal.payload[2] != root:
            raise Refuted("niêm phong, sự kiện {index}, không phải của sổ trước {upTo}",
                          "the seal, event {index}, is not that of the log below {upTo}",
                          index=seal.index, upTo=up_to)


def check_private_lines(path: str, log: Log, report: Report) -> dict[int, Private]:
    """Every private record is the one committed to; only those of erased people are missing."""
    found: dict[int, Private] = {}
    last = -1
    for number, item in read_lines(path):
        index, record = read_record(item)
        if index <= last or index >= len(log.events):
            raise unfit(f"private.ndjson:{number}")
        found[index], last = check_record(log.events[index], index, record), index
    erased = {event.stream for event in log.events if event.type == ERASED}
    for event in log.events:
        if event.commitment is not None and event.index not in found \
                and event.stream not in erased:
            raise Refuted("thiếu hồ sơ kín của sự kiện {index}",
                          "the private record of event {index} is missing", index=event.index)
    report.proves("{count} hồ sơ kín khớp cam kết trong sổ.",
                  "{count} private records are those that the log is committed to.",
                  count=len(found))
    return found


# Tiles (C2SP tlog-tiles): 256 hashes wide; a bundle of entries holds the events of a tile.

TILE = 256


def tile_path(folder: str, level: int | str, number: int, width: int) -> str:
    """The path of a tile or, with the level “entries”, of a bundle."""
    groups = [f"{number % 1000:03}"]
    while number := number // 1000:
        groups.insert(0, f"x{number % 1000:03}")
    partial = [] if width == TILE else [str(width)]
    groups[-1] += ".p" if partial else ""
    return os.path.join(folder, "tile", str(level), *groups, *partial)


def tiles_of(count: int) -> Iterator[tuple[int, int]]:
    """The tiles over so many hashes: number and width."""
    for number in range(count // TILE):
        yield number, TILE
    if count % TILE:
        yield count // TILE, count % TILE


def read_tiles(folder: str, checkpoint: Checkpoint) -> tuple[list[bytes], Log | None]:
    """Reads and compares the tiles of every level, and the events where bundles are there."""
    if checkpoint.size > MOST_FILE // 32:
        raise unfit("checkpoint")
    expected: set[str] = set()
    leaves: list[bytes] = []
    level, above, count = 0, [], checkpoint.size
    while count:
        here = []
        for number, width in tiles_of(count):
            path = tile_path(folder, level, number, width)
            data = read_bytes(path, TILE * 32)
            expected.add(path)
            if len(data) != width * 32:
                raise unfit(os.path.relpath(path, folder))
            here += [data[at:at + 32] for at in range(0, len(data), 32)]
        if level and here != above:
            at = next(at for at, pair in enumerate(zip(here, above)) if pair[0] != pair[1])
            raise Refuted("tile tầng {level} sai ở băm {at}, trên sự kiện {index}",
                          "the tile of level {level} is wrong at hash {at}, above event {index}",
                          level=level, at=at, index=at * TILE ** level)
        leaves = leaves or here
        above = [tree_root(here[at:at + TILE]) for at in range(0, count - TILE + 1, TILE)]
        level, count = level + 1, count // TILE
    log = read_bundles(folder, checkpoint.size, leaves, expected) \
        if os.path.isdir(os.path.join(folder, "tile", "entries")) else None
    for root, _, files in os.walk(os.path.join(folder, "tile")):
        for name in files:
            if os.path.join(root, name) not in expected:
                raise Refuted("thừa tệp “{path}”", "the file “{path}” is too many",
                              path=os.path.relpath(os.path.join(root, name), folder))
    return leaves, log


def read_bundles(folder: str, size: int, leaves: list[bytes], expected: set[str]) -> Log:
    """The events in the bundles: each with two bytes of length, and each the leaf of its tile."""
    log = Log()
    for number, width in tiles_of(size):
        path = tile_path(folder, "entries", number, width)
        data, at = read_bytes(path, TILE * (MOST_EVENT + 2)), 0
        expected.add(path)
        for _ in range(width):
            end = at + 2 + int.from_bytes(data[at:at + 2], "big")
            if at + 2 > len(data) or end > len(data):
                raise unfit(os.path.relpath(path, folder))
            event = data[at + 2:end]
            if leaf_hash(event) != leaves[len(log.events)]:
                raise Refuted("sự kiện {index} không phải lá của tile",
                              "event {index} is not the leaf in its tile", index=len(log.events))
            log.append(event)
            at = end
        if at != len(data):
            raise unfit(os.path.relpath(path, folder))
    return log


# The eligibility list against a whole log.


def check_ready(path: str, log: Log, private: dict[int, Private], identified: bool,
                report: Report) -> None:
    """Every row of `cadre ready` is right, none is missing and none too many, in this order."""
    said = []
    for number, row in read_lines(path):
        if not isinstance(row, dict):
            raise unfit(f"{os.path.basename(path)}:{number}")
        said.append(row)
    if not said:
        raise Unreadable("“{path}” không có dòng nào, nên không rõ đã hỏi gì",
                         "“{path}” has no row, so what was asked is not known", path=path)
    what = os.path.basename(path)
    first = said[0]
    on, known = a_day(first.get("on"), f"{what}: on"), a_number(first.get("known"),
                                                               f"{what}: known")
    if known > len(log.events):
        raise Refuted("dòng 1 hỏi ở cỡ {known}, sổ chỉ có {size} sự kiện",
                      "row 1 is asked at {known}, the log has only {size} events",
                      known=known, size=len(log.events))
    rules, rules_known = find_rules(log.streams.get((LEDGER, 0), []),
                                    a_text(first.get("rules"), f"{what}: rules"), known)
    ages: dict[tuple[int, str], Claim] = {}
    for row in said:
        key = a_number(row.get("person"), what), a_text(row.get("position"), what)
        ages[key] = claimed_age(row, what)
    world = World(log.streams, known, on, rules, private)
    computed = eligibility(world, Question(on, known, rules.id, rules_known), identified, ages)
    compare_rows(said, computed, identified)
    for row in computed:
        check_evidence(row, lambda index: index < len(log.events), known)
    counts = {name: sum(row["verdict"] == name for row in computed) for name in VERDICTS}
    report.proves("{rows} dòng ngày {on}: {ready} đủ điều kiện, {notReady} chưa, {unknown} chưa "
                  "rõ; mọi dòng tính lại đều khớp, không thiếu, không thừa.",
                  "{rows} rows on {on}: {ready} ready, {notReady} not, {unknown} unknown; every "
                  "row computed anew agrees, none is missing, none too many.",
                  rows=len(computed), on=iso(on), **counts)
    if not identified:
        report.lacks("Tuổi, số hồ sơ, tên, thứ tự theo số hồ sơ, readyFrom và readyUntil của các "
                     "dòng không kiểm tra được.", "Age, file number, name, the order by file "
                     "number, readyFrom and readyUntil of the rows cannot be checked.")


def compare_rows(said: list[dict[str, Any]], computed: list[dict[str, Any]],
                 identified: bool) -> None:
    """Row by row; without private records rows are sought by person and post."""
    def key(row: dict[str, Any]) -> tuple[int, str]:
        return row["person"], row["position"]

    wanted = {key(row): row for row in computed}
    seen: set[tuple[int, str]] = set()
    for at, row in enumerate(said):
        if key(row) in seen or key(row) not in wanted:
            raise Refuted("dòng {row} thừa: người {person}, chức danh {position}",
                          "row {row} is too many: person {person}, post {position}", row=at + 1,
                          person=row["person"], position=row["position"])
        seen.add(key(row))
        expected = wanted[key(row)]
        if not identified:
            row = without_private(row)
        if difference := first_difference(settled(row), settled(expected)):
            raise Refuted("dòng {row} (người {person}, chức danh {position}) sai ở {where}: ghi "
                          "{said}, tính lại được {wanted} (sự kiện {events})",
                          "row {row} (person {person}, post {position}) is wrong at {where}: it "
                          "says {said}, computed anew it is {wanted} (events {events})", row=at + 1,
                          person=row["person"], position=row["position"], where=difference[0],
                          said=difference[1], wanted=difference[2],
                          events=evidence_of(expected, difference[0]))
    for person, position in wanted.keys() - seen:
        raise Refuted("thiếu dòng của người {person}, chức danh {position}",
                      "the row of person {person}, post {position} is missing",
                      person=person, position=position)
    order = [key(row) for row in computed]
    if identified and [key(row) for row in said] != order:
        at = next(at for at, row in enumerate(said) if key(row) != order[at])
        raise Refuted("dòng {row} không đúng thứ tự", "row {row} is out of order", row=at + 1)


def without_private(row: dict[str, Any]) -> dict[str, Any]:
    """A row without what only the vault knows."""
    told = row["requirements"]
    age = told[AGE] | {"found": None, "metFrom": None}
    return {key: value for key, value in row.items() if key not in NOT_IN_LOG} | {
        "requirements": [*told[:AGE], age, *told[AGE + 1:]]}


# ---------------------------------------------------------------------------------------------
# The program.


@dataclass
class Arguments:
    """What the program was called with."""

    path: str = ""
    expect: str | None = None
    consistency: str | None = None
    signers: str | None = None
    ready: str | None = None
    lang: str = ""


def parse(words: list[str]) -> Arguments:
    """Reads the arguments; an option's value follows it or stands behind an equals sign."""
    found = Arguments(lang=language_of_locale())
    paths, at = [], 0
    while at < len(words):
        word = words[at]
        at += 1
        if not word.startswith("--"):
            paths.append(word)
            continue
        name, equals, value = word[2:].partition("=")
        if name not in ("expect", "consistency", "signers", "ready", "lang"):
            raise Usage("không có tùy chọn {word}", "there is no option {word}", word=word)
        if not equals:
            if at == len(words):
                raise Usage("thiếu giá trị của {word}", "{word} needs a value", word=word)
            value, at = words[at], at + 1
        setattr(found, name, value)
    if found.lang not in ("vi", "en"):
        found.lang = language_of_locale()
        raise Usage("--lang là vi hoặc en", "--lang is vi or en")
    if len(paths) != 1:
        raise Usage("cần đúng một đường dẫn: hồ sơ, chứng minh hoặc thư mục xuất",
                    "exactly one path is needed: a dossier, a proof or the folder of an export")
    found.path = paths[0]
    if found.consistency and not found.expect:
        raise Usage("--consistency cần --expect", "--consistency needs --expect")
    return found


def language_of_locale() -> str:
    """English where the locale is, else Vietnamese."""
    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG")
                  if os.environ.get(name)), "")
    return "en" if named.startswith("en") else "vi"


def check(arguments: Arguments, report: Report) -> None:
    """Checks whatever the path is."""
    path, outside = arguments.path, Outside()
    is_folder = os.path.isdir(path)
    if arguments.expect:
        outside.kept = checkpoint_file(arguments.expect)
    if arguments.signers:
        signed = arguments.expect or (os.path.join(path, "checkpoint") if is_folder else None)
        if signed is None:
            raise Usage("--signers cần --expect", "--signers needs --expect")
        outside.signer = check_signature(signed, arguments.signers)
        if not arguments.expect:
            outside.kept = checkpoint_file(signed)
    if arguments.consistency:
        found = read_json(read_bytes(arguments.consistency), arguments.consistency)
        outside.proof = read_proof(found, arguments.consistency)
        if not isinstance(outside.proof, Consistency):
            raise unfit(arguments.consistency)
    if is_folder:
        check_export(path, outside, arguments.ready, report)
        return
    if arguments.ready:
        raise Usage("--ready cần thư mục xuất", "--ready needs the folder of an export")
    found = read_json(read_bytes(path), os.path.basename(path))
    if isinstance(found, dict) and "proof" in found:
        check_proof(read_proof(found, os.path.basename(path)), outside, report)
    else:
        check_dossier(found, outside, report)


def check_proof(proof: Consistency | Inclusion, outside: Outside, report: Report) -> None:
    """A proof by itself; with a checkpoint kept, also that it is about that log."""
    if isinstance(proof, Inclusion):
        report.proves("Lá {leaf} là sự kiện {index} của sổ {origin} cỡ {size}.",
                      "The leaf {leaf} is event {index} of the log {origin} of size {size}.",
                      leaf=base64.b64encode(proof.leaf).decode(), index=proof.index,
                      origin=proof.tree.origin, size=proof.tree.size)
        outside.compare(proof.tree, report)
        return
    report.proves("Sổ {origin} cỡ {second} là sổ cỡ {first} viết tiếp.",
                  "The log {origin} of size {second} continues that of size {first}.",
                  origin=proof.later.origin, first=proof.earlier.size, second=proof.later.size)
    at_earlier = outside.kept is not None and outside.kept.size == proof.earlier.size
    outside.compare(proof.earlier if at_earlier else proof.later, report)


def run(words: list[str]) -> int:
    """Runs the program; gives the exit status."""
    report, lang = Report(), language_of_locale()
    try:
        arguments = parse(words)
        lang = arguments.lang
        check(arguments, report)
        fault = None
    except Fault as found:
        fault = found
    except (RecursionError, MemoryError):
        fault = Unreadable("dữ liệu quá lớn hoặc lồng quá sâu", "the data are too big or too deep")
    except Exception as found:  # an auditor is told in a sentence, whatever the file does
        fault = Unreadable("dữ liệu không đọc được ({why})", "the data cannot be read ({why})",
                           why=f"{type(found).__name__}: {found}")
    show(report, fault, lang)
    if fault is not None:
        return fault.status
    return LOOSE if report.is_loose else CONFIRMED


HEADINGS = {
    CONFIRMED: Words("XÁC NHẬN", "CONFIRMED"), REFUTED: Words("BÁC BỎ", "REFUTED"),
    USAGE: Words("Gọi sai", "Usage"), UNREADABLE: Words("Không đọc được", "Unreadable"),
    NO_INPUT: Words("Không có đầu vào", "No input"),
}


def show(report: Report, fault: Fault | None, lang: str) -> None:
    """Prints the report: first the outcome, then what is proved, then what is not."""
    status = CONFIRMED if fault is None else fault.status
    heading = getattr(HEADINGS[status], lang)
    stream = sys.stdout if status in (CONFIRMED, REFUTED) else sys.stderr
    lines = [heading if fault is None else f"{heading}: {getattr(fault.words, lang)}"]
    if status in (CONFIRMED, REFUTED):
        lines += [f"  + {getattr(words, lang)}" for proved, words in report.lines if proved]
        lines += [f"  - {getattr(words, lang)}" for proved, words in report.lines if not proved]
    try:
        for each in (sys.stdout, sys.stderr):
            each.reconfigure(encoding="utf-8", errors="replace")
        print("\n".join(lines), file=stream, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    gc.disable()  # events are many, live to the end, and have no cycles
    if sys.argv[1:] in (["--help"], ["-h"]):
        print(__doc__)
        sys.exit(CONFIRMED)
    sys.exit(run(sys.argv[1:]))
