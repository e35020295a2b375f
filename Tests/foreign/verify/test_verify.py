#!/usr/bin/env python3
"""What verify.py confirms, and what it refutes.

    CADRE=path/to/cadre python3 test_verify.py [-v]

Trees are held to the eight leaves of RFC 6962's authors. Dossiers, exports and proofs are made out
of a small ledger by make.py (which needs the PyPI package lmdb), with a seal of its own; then they
are changed in every way that somebody who lies would try, and none may be confirmed, nor may the
program end in anything but a sentence. Seeds are printed with what fails.
"""

import base64
import contextlib
import copy
import hashlib
import io
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..", "..", "..", "Tools")]
import make  # noqa: E402
import verify  # noqa: E402

SEED = int(os.environ.get("SEED", "20261124"))
FLIPS = int(os.environ.get("FLIPS", "400"))

LEAVES = [bytes.fromhex(text) for text in (
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
    "606162636465666768696a6b6c6d6e6f")]
ROOTS = """
e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d
fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125
aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77
d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4
76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef
ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c
5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328
""".split()


def run(*words):
    """The exit status and what was printed; a traceback would leave through here."""
    out, err = io.StringIO(), io.StringIO()
    out.reconfigure = err.reconfigure = lambda **_: None
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = verify.run([*words, "--lang", "en"])
    return status, out.getvalue() + err.getvalue()


class Trees(unittest.TestCase):
    """RFC 9162 section 2.1."""

    def setUp(self):
        self.leaves = [verify.leaf_hash(leaf) for leaf in LEAVES]
        self.tree = make.MerkleTree(self.leaves)

    def test_roots_of_the_eight_leaves(self):
        for size, root in enumerate(ROOTS):
            self.assertEqual(verify.tree_root(self.leaves[:size]).hex(), root)

    def test_inclusion_of_leaf_5_in_8(self):
        path = self.tree.path(5, 8)
        self.assertEqual([step.hex()[:8] for step in path], ["bc1a0643", "ca854ea1", "d37ee418"])
        self.assertTrue(verify.included(5, 8, self.leaves[5], path, bytes.fromhex(ROOTS[8])))

    def test_consistency_of_6_and_8(self):
        path = self.tree.proof(6, 8)
        self.assertEqual([step.hex()[:8] for step in path], ["0ebc5d34", "ca854ea1", "d37ee418"])
        self.assertTrue(verify.consistent(6, bytes.fromhex(ROOTS[6]), 8, bytes.fromhex(ROOTS[8]),
                                          path))

    def test_all_proofs_up_to_70_leaves_and_none_that_is_changed(self):
        leaves = [verify.leaf_hash(bytes([number])) for number in range(70)]
        tree = make.MerkleTree(leaves)
        for size in range(1, 71):
            root = tree.root(size)
            self.assertEqual(root, verify.tree_root(leaves[:size]))
            for index in range(size):
                path = tree.path(index, size)
                self.assertTrue(verify.included(index, size, leaves[index], path, root))
                self.assertFalse(verify.included(index, size, leaves[index], path[:-1] if path
                                                 else [root], root))
                self.assertFalse(verify.included(index, size, leaves[index], [*path, root], root))
                self.assertFalse(verify.included(index, size, leaves[index - 1], path, root)
                                 and size > 1)
                self.assertFalse(verify.included(index + size, size, leaves[index], path, root))
            for first in range(1, size + 1):
                path, old = tree.proof(first, size), tree.root(first)
                self.assertTrue(verify.consistent(first, old, size, root, path))
                self.assertFalse(verify.consistent(first, root, size, root, path)
                                 and first < size)
                self.assertFalse(verify.consistent(first, old, size, root, [*path, old]))
                if path:
                    self.assertFalse(verify.consistent(first, old, size, root, path[1:]))
        self.assertFalse(verify.consistent(0, tree.root(0), 5, tree.root(5), []))


class CBOR(unittest.TestCase):
    """RFC 8949: deterministic, or not read."""

    def test_values_of_appendix_a(self):
        for text, value in (
                ("00", 0), ("17", 23), ("1818", 24), ("1903e8", 1000), ("1a000f4240", 1000000),
                ("1bffffffffffffffff", (1 << 64) - 1), ("20", -1), ("3903e7", -1000),
                ("40", b""), ("4401020304", b"\1\2\3\4"), ("62c3bc", "ü"), ("80", []),
                ("8301820203820405", [1, [2, 3], [4, 5]]), ("a201020304", {1: 2, 3: 4})):
            self.assertEqual(verify.decode_cbor(bytes.fromhex(text)), value)

    def test_what_is_not_deterministic_is_refused(self):
        for text in ("1817", "190018", "1a0000ffff", "1b00000000ffffffff", "5801", "f4", "f6",
                     "f93c00", "fb3ff199999999999a", "c000", "9fff", "bf0102ff", "5f4101ff",
                     "62c328", "a203040102", "a201020103", "a1616101", "0000", "", "18", "43ff",
                     "1c", "ff", "8181818181818181818100", "9bffffffffffffffff",
                     "bbffffffffffffffff", "5bffffffffffffffff"):
            with self.assertRaises(verify.CBORFault, msg=text):
                verify.decode_cbor(bytes.fromhex(text))


class JSON(unittest.TestCase):
    """RFC 8259, strictly."""

    def test_what_is_not_strict_is_refused(self):
        for text in ('{"a":1,"a":1}', "NaN", "[Infinity]", "1.0", "1e3", "-0", "[1] 2", "\ufeff1",
                     "[" * 100000, "1" * 5000, '"\\ud800"', "{1:2}", "", "'a'"):
            with self.assertRaises(verify.Unreadable, msg=text[:20]):
                verify.read_json(text, "it")

    def test_base64_has_one_form(self):
        for text in ("AA", "AA=", "AB==", "AA==\n", "A A=", "-_==", "AAA==="):
            with self.assertRaises(verify.Unreadable, msg=text):
                verify.some_bytes(text, "it")


class Days(unittest.TestCase):
    """Months, clamped; and retirement by the table."""

    def test_months_after(self):
        day = lambda text: verify.a_day(text, "day")
        self.assertEqual(verify.months_after(day("2024-01-31"), 1), day("2024-02-29"))
        self.assertEqual(verify.months_after(day("2023-01-31"), 1), day("2023-02-28"))
        self.assertEqual(verify.whole_months(day("2024-01-31"), day("2024-02-28")), 0)
        self.assertEqual(verify.whole_months(day("2024-01-31"), day("2024-02-29")), 1)

    def test_a_retracted_retraction_retracts_nothing(self):
        class Said:
            def __init__(self, index, kind, target=None):
                self.index, self.type, self.payload = index, kind, {0: target}
        stream = [Said(0, verify.RATED), Said(1, verify.RETRACTED, 0), Said(2, verify.RETRACTED, 1)]
        found = [[event.index for event in verify.in_force(stream, known)] for known in (1, 2, 3)]
        self.assertEqual(found, [[0], [], [0]])


class Made(unittest.TestCase):
    """Dossiers, exports and proofs of a small ledger."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="verify-")
        cls.ledger = os.path.join(cls.folder, "ledger")
        sheets = os.path.join(HERE, "..", "..", "Sheets", "small")
        make.ask("init", "--ledger", cls.ledger)
        make.ask("import", "--ledger", cls.ledger, sheets)
        cls.source = make.Source.of_ledger(cls.ledger, rows=True)
        cls.size = len(cls.source.data)
        cls.before = cls.source.checkpoint()
        cls.rows = make.ask("ready", "--ledger", cls.ledger, "--on", "2025-08-01", "-O", "ndjson")
        cls.row = json.loads(cls.rows.splitlines()[2])
        cls.position = next(number for (kind, number), events in cls.source.streams.items()
                            if kind == 2 and events[0].payload[0] == cls.row["position"])
        cls.seal = cls.source.seal()
        cls.dossiers = {identify: cls.source.dossier(
            cls.row["person"], cls.position, "2025-08-01", cls.size, cls.row["rules"], cls.row,
            identify, cls.seal) for identify in (False, True)}
        cls.export = cls.path("export")
        cls.source.export(cls.export, identify=True)
        cls.tiles = cls.path("tiles")
        cls.source.export(cls.tiles, tiles=True, entries=True)
        cls.checkpoint = cls.write("checkpoint", cls.source.checkpoint().encode())
        cls.ready = cls.write("ready.ndjson", cls.rows.encode())

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    @classmethod
    def path(cls, name):
        return os.path.join(cls.folder, name)

    @classmethod
    def write(cls, name, data):
        path = cls.path(name)
        with open(path, "wb") as file:
            file.write(data if isinstance(data, bytes) else json.dumps(
                data, ensure_ascii=False).encode())
        return path

    def checked(self, value, *words):
        return run(self.write("dossier", value), *words)

    def assert_refuted(self, found, said="."):
        status, text = found
        self.assertIn(status, (4, 65), text)
        self.assertNotIn("cannot be read (", text)
        self.assertNotIn("Traceback", text)
        self.assertRegex(text, said)

    # Confirmed

    def test_what_is_true_is_confirmed(self):
        for words in ([self.write("d", self.dossiers[False])], [self.write("i", self.dossiers[True])],
                      [self.export], [self.tiles], [self.export, "--ready", self.ready],
                      [self.tiles, "--ready", self.ready],
                      [self.export, "--expect", self.checkpoint],
                      [self.write("d", self.dossiers[True]), "--expect", self.checkpoint]):
            status, text = run(*words)
            self.assertEqual(status, 0, f"{words}: {text}")

    def test_a_smaller_checkpoint_needs_a_proof_for_a_dossier_and_none_for_an_export(self):
        older = self.write("older", self.before.encode())
        self.assertEqual(run(self.export, "--expect", older)[0], 0)
        dossier = self.write("d", self.dossiers[False])
        self.assertEqual(run(dossier, "--expect", older)[0], 3)
        proof = self.write("p", self.source.consistency(self.size, self.size + 1))
        self.assertEqual(run(dossier, "--expect", older, "--consistency", proof)[0], 0)
        self.assertEqual(run(proof, "--expect", older)[0], 0)

    def test_proofs(self):
        proof = self.source.inclusion(17, 1000)
        self.assertEqual(self.checked(proof)[0], 0)
        for key, value in (("index", 18), ("size", 500), ("leaf", proof["root"]),
                           ("root", proof["leaf"]), ("path", proof["path"][1:])):
            self.assert_refuted(self.checked({**proof, key: value}))
        proof = self.source.consistency(700, 1000)
        self.assertEqual(self.checked(proof)[0], 0)
        for key, value in (("from", 300), ("to", 3000), ("fromRoot", proof["toRoot"]),
                           ("toRoot", proof["fromRoot"]), ("path", proof["path"][:-1])):
            self.assert_refuted(self.checked({**proof, key: value}))

    # Single bits

    def flipped(self, data, count, check):
        chance = random.Random(SEED)
        places = {chance.randrange(len(data) * 8) for _ in range(count)}
        for place in sorted(places):
            changed = bytearray(data)
            changed[place // 8] ^= 1 << place % 8
            status, text = check(bytes(changed))
            self.assertIn(status, (4, 65), f"seed {SEED}, bit {place}: {text} "
                          f"{bytes(changed[place // 8 - 30:place // 8 + 30])!r}")
            self.assertNotIn("cannot be read (", text, f"seed {SEED}, bit {place}")

    def test_every_flipped_bit_of_a_dossier_is_found(self):
        for identify in (False, True):
            data = json.dumps(self.dossiers[identify], ensure_ascii=False).encode()
            self.flipped(data, FLIPS, lambda changed: run(self.write("flipped", changed)))

    def test_every_flipped_bit_of_what_a_dossier_says_is_found(self):
        """Events are most of a dossier; here the bits of all else alone are turned."""
        for identify in (False, True):
            dossier = self.dossiers[identify]
            for key in ("question", "answer", "later", "seal", "checkpoint", "format", "private"):
                if key not in dossier:
                    continue
                data = json.dumps(dossier[key], ensure_ascii=False).encode()
                rest = {name: value for name, value in dossier.items() if name != key}
                head = json.dumps(rest, ensure_ascii=False).encode()[:-1]

                def check(changed):
                    return run(self.write("flipped", head + f', "{key}": '.encode() + changed
                                          + b"}"))
                self.flipped(data, FLIPS, check)

    def test_every_flipped_bit_of_an_export_is_found(self):
        folder = self.path("flipped-export")
        shutil.copytree(self.export, folder)
        for name in ("checkpoint", "events.ndjson", "private.ndjson"):
            with open(os.path.join(folder, name), "rb") as file:
                data = file.read()

            def check(changed):
                self.write(os.path.join("flipped-export", name), changed)
                return run(folder)
            self.flipped(data, 60, check)
            self.write(os.path.join("flipped-export", name), data)

    def test_every_flipped_bit_of_tiles_is_found(self):
        folder = self.path("flipped-tiles")
        shutil.copytree(self.tiles, folder)
        for root, _, files in os.walk(folder):
            for name in files:
                path = os.path.join(root, name)
                with open(path, "rb") as file:
                    data = file.read()

                def check(changed):
                    self.write(path, changed)
                    return run(folder)
                self.flipped(data, 6, check)
                self.write(path, data)

    def test_every_flipped_bit_of_the_rows_is_found(self):
        def check(changed):
            return run(self.export, "--ready", self.write("flipped-rows", changed))
        self.flipped(self.rows.encode(), 60, check)

    # Lies

    def test_an_event_left_out_of_each_stream_is_found(self):
        for at, stream in enumerate(self.dossiers[False]["streams"]):
            for leave in {0, len(stream["events"]) // 2, len(stream["events"]) - 1}:
                changed = copy.deepcopy(self.dossiers[False])
                del changed["streams"][at]["events"][leave]
                self.assert_refuted(self.checked(changed), "stream|event")

    def test_a_stream_left_out_is_found(self):
        for at in range(len(self.dossiers[False]["streams"])):
            changed = copy.deepcopy(self.dossiers[False])
            del changed["streams"][at]
            self.assert_refuted(self.checked(changed), "missing|event")

    def test_a_stream_too_many_is_found(self):
        changed = copy.deepcopy(self.dossiers[False])
        other = self.source.dossier(57, self.position, "2025-08-01", self.size, self.row["rules"],
                                    self.row, False, self.seal)
        there = {(stream["kind"], stream["number"]) for stream in changed["streams"]}
        changed["streams"] += [stream for stream in other["streams"]
                               if (stream["kind"], stream["number"]) not in there]
        changed["streams"].sort(key=lambda stream: stream["place"])
        self.assert_refuted(self.checked(changed), "nothing to do with")

    def test_another_verdict_or_requirement_is_found(self):
        for key, value in (("verdict", "ready"), ("verdict", "unknown"), ("rulesKnown", False),
                           ("terms", []), ("person", 44), ("title", "x"), ("renewBy", None)):
            changed = copy.deepcopy(self.dossiers[False])
            changed["answer"][key] = value
            self.assert_refuted(self.checked(changed), f"wrong at {key}")
        for at, requirement in enumerate(self.row["requirements"]):
            for key, value in (("status", "met" if requirement["status"] != "met" else "unmet"),
                               ("evidence", [3]), ("verified", not requirement["verified"]),
                               ("basis", {"text": "x", "article": None, "date": None}),
                               ("missingSheet", "ket-nap"), ("needed", {"x": 1})):
                changed = copy.deepcopy(self.dossiers[True])
                changed["answer"]["requirements"][at][key] = value
                self.assert_refuted(self.checked(changed), requirement["id"])

    def test_another_question_is_found(self):
        for key, value in (("person", 57), ("position", self.position + 1), ("on", "2025-10-09"),
                           ("known", self.size - 1), ("known", self.size + 1), ("rules", "other")):
            changed = copy.deepcopy(self.dossiers[False])
            changed["question"][key] = value
            self.assert_refuted(self.checked(changed))

    def test_an_unknown_key_is_refused_everywhere(self):
        def places(value):
            if isinstance(value, dict):
                yield value
            for each in value.values() if isinstance(value, dict) else \
                    value[:2] if isinstance(value, list) else ():
                yield from places(each)
        for at in range(sum(1 for _ in places(self.dossiers[True]))):
            changed = copy.deepcopy(self.dossiers[True])
            list(places(changed))[at]["extra"] = 1
            self.assert_refuted(self.checked(changed))

    def test_a_missing_key_or_another_type_is_refused_everywhere(self):
        def places(value, path=()):
            items = value.items() if isinstance(value, dict) else \
                list(enumerate(value))[:2] if isinstance(value, list) else ()
            for key, each in items:
                yield *path, key
                yield from places(each, (*path, key))
        for path in places(self.dossiers[True]):
            for value in (None, "x", [], {}, 10 ** 18, -1, True):
                changed = copy.deepcopy(self.dossiers[True])
                at = changed
                for key in path[:-1]:
                    at = at[key]
                if at[path[-1]] == value and type(at[path[-1]]) is type(value):
                    continue
                at[path[-1]] = value
                self.assert_refuted(self.checked(changed))
            if isinstance(at, dict) and path != ("private",):
                del at[path[-1]]
                self.assert_refuted(self.checked(changed))

    def test_private_records_of_others_or_none_are_found(self):
        dossier = self.dossiers[True]
        for records in ([], dossier["private"][:-1],
                        [{**record, "salt": make.b64(b"0" * 16)} for record in dossier["private"]],
                        [{**record, "index": record["index"] + 1}
                         for record in dossier["private"]]):
            self.assert_refuted(self.checked({**dossier, "private": records}), "private")

    def test_a_cut_tail_is_found_by_the_checkpoint_kept(self):
        cut = make.Source(self.source.data[:1000], {}, self.source.rows[:1000])
        folder = self.path("cut")
        cut.export(folder)
        self.assertEqual(run(folder)[0], 0)
        status, text = run(folder, "--expect", self.checkpoint)
        self.assertEqual(status, 4, text)
        with open(os.path.join(folder, "checkpoint"), "wb") as file:
            file.write(self.source.checkpoint().encode())
        self.assert_refuted(run(folder), "missing")

    def test_a_checkpoint_that_an_editor_saved_again_is_told_as_that(self):
        text = self.source.checkpoint()
        for name, changed, word in (("mark", "\ufeff" + text, "byte order mark"),
                                    ("lines", text.replace("\n", "\r\n"), "CR LF"),
                                    ("both", "\ufeff" + text.replace("\n", "\r\n"), "mark")):
            kept = self.write(name, changed.encode())
            for asked in (self.export, self.write("d", self.dossiers[True])):
                status, said = run(asked, "--expect", kept)
                self.assertEqual(status, 65, said)
                self.assertIn(word, said)

    def test_a_history_computed_anew_is_found_by_the_checkpoint_kept(self):
        forged = self.forged()
        folder = self.path("forged")
        forged.export(folder, tiles=True, entries=True)
        self.assertEqual(run(folder)[0], 0, "it agrees with itself")
        self.assert_refuted(run(folder, "--expect", self.checkpoint), "another history")

    def forged(self):
        """The same history with one rating changed, and every hash behind it."""
        data, leaves, chains = [], [], {}
        for event, old in zip(self.source.events, self.source.data):
            found = verify.decode_cbor(old)
            if event.type == verify.RATED and not any(
                    verify.decode_cbor(each)[0] == verify.RATED for each in data):
                found[14][1] = 3 - found[14][1]
            if event.stream in chains:
                found[6] = chains[event.stream]
            if event.type == verify.HEADS_SEALED:
                found[14][2] = make.Source(list(data), {}).seal_tree(event.payload[0])[1].root()
            new = make.cbor(found)
            data.append(new)
            chains[event.stream] = hashlib.sha256(b"\0" + new).digest()
        return make.Source(data, {})

    def test_a_changed_event_is_named_by_its_index(self):
        rows = [dict(row) for row in self.source.rows]
        found = verify.decode_cbor(self.source.data[300])
        found[8] += 1
        data = list(self.source.data)
        data[300] = make.cbor(found)
        folder = self.path("changed")
        os.makedirs(folder)
        self.write("changed/checkpoint", self.source.checkpoint().encode())
        rows[300]["recorded"] = verify.shown_instant(found[8])
        self.write("changed/events.ndjson", b"".join(make.json_line(
            {**{key: value for key, value in row.items() if key != "subject"},
             "bytes": make.b64(each)}) for row, each in zip(rows, data)))
        self.assert_refuted(run(folder), r"\b30[01]\b")

    def test_rows_missing_too_many_or_out_of_order_are_found(self):
        lines = self.rows.splitlines(keepends=True)
        for changed, said in ((lines[1:], "is missing"), (lines[:-1], "is missing"),
                              (lines + lines[:1], "too many"),
                              ([lines[1], lines[0], *lines[2:]], "out of order"), ([], "no row")):
            path = self.write("rows", "".join(changed).encode())
            self.assert_refuted(run(self.export, "--ready", path), said)

    # Signatures, usage

    def test_signatures(self):
        if not shutil.which("ssh-keygen"):
            self.skipTest("ssh-keygen is not installed")
        for name in ("key", "other"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.path(name)],
                           check=True)
        with open(self.path("key.pub"), encoding="ascii") as file:
            signers = self.write("signers", f"secretary {file.read()}".encode())
        for name, wanted in (("key", 0), ("other", 4)):
            with contextlib.suppress(FileNotFoundError):
                os.remove(self.checkpoint + ".sig")
            self.assertEqual(run(self.export, "--expect", self.checkpoint, "--signers",
                                 signers)[0], 66)
            subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-n", "cadre-checkpoint", "-f",
                            self.path(name), self.checkpoint], check=True, capture_output=True)
            status, text = run(self.export, "--expect", self.checkpoint, "--signers", signers)
            self.assertEqual(status, wanted, text)
        subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-n", "file", "-f", self.path("key"),
                        self.checkpoint], input=b"y\n", capture_output=True, check=False)
        self.assertEqual(run(self.export, "--expect", self.checkpoint, "--signers", signers)[0], 4)

    def test_usage(self):
        for words, status in (([], 64), (["a", "b"], 64), (["--nothing", "x"], 64), (["a"], 66),
                              (["a", "--expect"], 64), ([self.export, "--lang", "fr"], 64),
                              ([self.checkpoint], 65), ([self.folder], 65),
                              ([self.write("d", self.dossiers[False]), "--ready", "x"], 64)):
            if "--lang" in words:
                with contextlib.redirect_stderr(io.StringIO()):
                    found = subprocess.run([sys.executable, verify.__file__, *words],
                                           capture_output=True, check=False).returncode
            else:
                found = run(*words)[0]
            self.assertEqual(found, status, words)

    def test_both_languages_say_the_same_number_of_things(self):
        path = self.write("d", self.dossiers[False])
        said = [subprocess.run([sys.executable, verify.__file__, path, "--lang", lang],
                               capture_output=True, text=True, check=True).stdout.splitlines()
                for lang in ("vi", "en")]
        self.assertEqual(len(said[0]), len(said[1]))
        self.assertEqual(said[0][0], "XÁC NHẬN")
        self.assertEqual(said[1][0], "CONFIRMED")


if __name__ == "__main__":
    unittest.main()
