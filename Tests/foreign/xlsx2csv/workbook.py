"""Workbooks made by hand: the parts of an .xlsx, as small as Excel accepts, or broken on purpose."""

import zipfile
from xml.sax.saxutils import escape

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="xml" ContentType="application/xml"/></Types>"""


def relationships(pairs):
    rows = "".join(
        f'<Relationship Id="{key}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for key, kind, target in pairs)
    return f'<Relationships xmlns="{PACKAGE}">{rows}</Relationships>'


def workbook(path, sheets, *, strings=(), formats=(), date1904=False, extra=(), prolog=""):
    """Writes a workbook.

    sheets   (name, rows) with rows the XML inside of <sheetData>, or whole parts of a worksheet
    strings  the XML inside of each <si>
    formats  number formats: style N+1 has the Nth, style 0 none
    """
    codes = "".join(
        f'<numFmt numFmtId="{164 + place}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
        for place, code in enumerate(formats) if isinstance(code, str))
    numbers = [0] + [164 + place if isinstance(code, str) else code
                     for place, code in enumerate(formats)]
    styles = "".join(f'<xf numFmtId="{number}"/>' for number in numbers)
    listed = "".join(
        f'<sheet name="{escape(name, {chr(34): "&quot;"})}" sheetId="{place}" r:id="r{place}"/>'
        for place, (name, _) in enumerate(sheets, 1))
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": relationships([("r1", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml":
            f'{prolog}<workbook {MAIN} xmlns:r="{RELATIONS}">'
            f'<workbookPr date1904="{int(date1904)}"/><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(
            [(f"r{place}", "worksheet", f"worksheets/sheet{place}.xml")
             for place in range(1, len(sheets) + 1)]
            + [("s", "styles", "/xl/styles.xml"), ("t", "sharedStrings", "sharedStrings.xml")]),
        "xl/styles.xml":
            f'<styleSheet {MAIN}><numFmts>{codes}</numFmts><cellStyleXfs><xf numFmtId="14"/>'
            f'</cellStyleXfs><cellXfs>{styles}</cellXfs></styleSheet>',
        "xl/sharedStrings.xml":
            f'<sst {MAIN}>{"".join(f"<si>{string}</si>" for string in strings)}</sst>',
    }
    for place, (_, rows) in enumerate(sheets, 1):
        body = rows if rows.startswith("<sheetData") else f"<sheetData>{rows}</sheetData>"
        parts[f"xl/worksheets/sheet{place}.xml"] = f"<worksheet {MAIN}>{body}</worksheet>"
    parts.update(extra)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)


def row(number, *cells):
    return f'<row r="{number}">{"".join(cells)}</row>'


def text(reference, content):
    return f'<c r="{reference}" t="inlineStr"><is><t>{escape(str(content))}</t></is></c>'


def number(reference, value, style=0):
    return f'<c r="{reference}" s="{style}"><v>{value}</v></c>'


def typed(reference, kind, value):
    return f'<c r="{reference}" t="{kind}"><v>{value}</v></c>'


def titles(number, *names):
    return row(number, *(text(f"{chr(65 + place)}{number}", name) for place, name in enumerate(names)))
