"""Writes the inputs with which a target of Tools/fuzz begins: seeds.py TARGET FOLDER.

Prints how long an input may be.
"""

import base64
import os
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).parent.parent.parent
# The longest input in bytes: long enough for all that a reader tells apart, and no slower.
LIMIT = {"cbor": 1024, "checkpoint": 400, "dossier": 3000, "json": 1500, "rules": 6000, "sheet": 1500}


def swift_texts(path):
    """The string literals of a Swift file, those joined by + put together."""
    text = path.read_text(encoding="utf-8")
    joined = re.sub(r'"\s*\+\s*"', "", text)
    return re.findall(r'"([^"\\\n]*)"', joined)


def cbor():
    texts = swift_texts(ROOT / "Tests/CadreCodecTests/GoldenBytes.swift")
    events = [bytes.fromhex(text) for text in texts if re.fullmatch(r"(?:[0-9a-f]{2}){8,}", text)]
    record = bytes.fromhex("a400683030303030314854016a4cc3aa205468e1bb8b20026582001928590300")
    return [*events, record, b"\xa0", b"\x82\x01\x20", b"\xa2\x00\xf6\x01\xf5"]


def checkpoint():
    root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
    text = f"cadreledger/0123456789abcdef\n10767\n{root}\n"
    return [each.encode() for each in (
        text, text + "extension\n", text + "\n— key AAAABBBB\n", f"c\n0\n{root}\n")]


def dossier():
    """The shape of a dossier with one event a stream, whose proofs lead nowhere."""
    root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
    events = [base64.b64encode(event).decode() for event in cbor()[:12]]
    requirement = ('{"id":"age","status":"met","needed":null,"found":null,"evidence":[1],'
                   '"basis":null,"metFrom":null,"verified":true,"missingSheet":null}')
    seeds = []
    for number, event in enumerate(events):
        proved = f'{{"index":{number},"bytes":"{event}","path":["{root}"]}}'
        private = ',"private":[{"index":1,"salt":"AAAA","data":"oA=="}]' if number % 2 else ""
        seeds.append(
            f'{{"format":"cadreledger-dossier/1","checkpoint":"c\\n9\\n{root}\\n",'
            '"question":{"person":1,"position":1,"on":"2023-06-01","known":8,"rules":"a"},'
            f'"answer":{{"verdict":"ready","requirements":[{requirement}]}},"seal":{proved},'
            '"later":{"count":1,"events":[{"index":8,"stream":"ledger","type":"HeadsSealed"}]},'
            f'"streams":[{{"kind":{number % 4},"number":{number % 4 and 1},"place":0,"path":[],'
            f'"events":[{proved}]}}]{private}}}')
    return [seed.encode() for seed in seeds]


def json():
    files = sorted((ROOT / "Tests/Golden").glob("*json.txt"))
    files.append(ROOT / "Tests/Golden/rules.json")
    seeds = [file.read_bytes() for file in files if file.exists()]
    return [*seeds, b'{"a":[1,-2.5e3,"\\u00e9\\ud83d\\ude00"],"b":null,"c":true}', b"[]", b'""']


def rules():
    """The shipped rule set, whole entries of it only, so that a seed is short and reads well."""
    source = (ROOT / "Sources/CadreCodec/Rules/ShippedRules.swift").read_text(encoding="utf-8")
    text = source[source.index("{\n"):source.rindex("}") + 1]
    names = re.findall(r'^\s*"([a-z]+\.[A-Za-z]+)": \[', text, re.MULTILINE)
    head = '{"id":"a-1","title":"b","parameters":{'
    entries = []
    for name in names:
        start = text.index(f'"{name}": [')
        end = text.index("]", text.index("}", start))
        entries.append(text[start:end + 1])
    return [(head + entry + "}}").encode() for entry in entries] + [(head + "}}").encode()]


def sheet():
    seeds = []
    for folder in ("small", "faulty"):
        for file in sorted((ROOT / "Tests/Sheets" / folder).glob("*.csv")):
            seeds.append(b"".join(file.read_bytes().splitlines(keepends=True)[:6]))
    return [*seeds, b'a,b\n"x ""y""",2\n"open\n', b"a\tb\r\n1\t2\r\n"]


def main():
    target, folder = sys.argv[1:]
    maker = {"cbor": cbor, "checkpoint": checkpoint, "dossier": dossier,
             "json": json, "rules": rules, "sheet": sheet}
    os.makedirs(folder, exist_ok=True)
    for number, seed in enumerate(maker[target]()):
        with open(os.path.join(folder, f"{number:03}"), "wb") as file:
            file.write(seed[: LIMIT[target]])
    print(LIMIT[target])


main()
