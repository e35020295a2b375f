#!/usr/bin/env python3
"""Reads every picture (-O svg) as XML, and holds it to black and white and to the rows of CSV."""

import csv
import io
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

CADRE = os.environ["CADRE"]
SVG = "{http://www.w3.org/2000/svg}"
DAY = "2024-06-30"
# What a question cannot be asked without.
MORE = {"scorecard": ["--period", "2023"]}
# Tables of these say in words of their own what CSV has in columns for programs.
WORDED = {"scorecard", "coverage"}


def cadre(ledger, *words, allowed=(0,)):
    done = subprocess.run(
        [CADRE, *words, "--ledger", ledger, "--lang", "vi"], capture_output=True)
    if done.returncode not in allowed:
        sys.exit(f"{words}: status {done.returncode}: {done.stderr.decode()}")
    return done


def drawn(ledger):
    """The commands that have a picture, as those say that have none."""
    said = cadre(ledger, "ready", "-O", "svg", allowed=(64,)).stderr.decode()
    return re.search(r"có hình vẽ: ([^.]*)\.", said)[1].split(", ")


def words(text):
    # Tables put figures of several columns of CSV into one cell: (39,13 %), 1–3.
    parts = re.split(r"[\s–/]+", text.replace("\u240a", " "))
    return [word for word in (part.strip("();:") for part in parts) if word]


def check(ledger, name, operands):
    line = [name, *operands, *MORE.get(name, []), "--on", DAY]
    content = cadre(ledger, *line, "-O", "svg").stdout
    root = ElementTree.fromstring(content)
    assert root.tag == f"{SVG}svg" and root.get("width") == "210mm", name
    defined = {element.get("id") for element in root.iter(f"{SVG}pattern")}
    for element in root.iter():
        for key in ("fill", "stroke"):
            colour = element.get(key, "#000")
            pattern = re.fullmatch(r"url\(#(.*)\)", colour)
            assert pattern[1] in defined if pattern else colour in ("#000", "#fff"), colour
        for key in ("x", "x1", "x2"):
            assert 0 <= int(element.get(key, 0)) <= 2100, f"{name}: {element.attrib}"
        for key in ("width", "height"):
            if element.tag == f"{SVG}rect":
                assert int(element.get(key)) > 0, f"{name}: {element.attrib}"
    rows = list(csv.reader(io.StringIO(cadre(ledger, *line, "-O", "csv").stdout.decode("utf-8-sig")),
                           delimiter=";"))
    said = [word for row in rows for cell in row for word in words(cell.removeprefix("'"))]
    lists = 0
    for group in root.iter(f"{SVG}g"):
        if not group.get("id", "").startswith("rows-"):
            continue
        lists += 1
        lines = [element for element in group.iter(f"{SVG}g") if element is not group]
        # A list without rows is left out by some commands.
        for line_of_cells in lines if len(lines) > 1 else []:
            for text in line_of_cells.iter(f"{SVG}text"):
                for word in words(text.text):
                    known = word in said or any(word in other for other in said)
                    assert known or name in WORDED, f"{name}: {word} is in no row of CSV"
    assert lists, f"{name} drew nothing"
    return len(content)


def main():
    ledger = sys.argv[1]
    names = drawn(ledger)
    for name in names:
        if name == "person":
            found = cadre(ledger, "find", "nguyen", "--on", DAY, "-O", "csv").stdout.decode("utf-8-sig")
            people = [row[0] for row in csv.reader(io.StringIO(found), delimiter=";")][1:40]
            for person in people:
                check(ledger, name, [person])
        else:
            check(ledger, name, [])
    print(f"          pictures of {', '.join(names)}")


if __name__ == "__main__":
    main()
