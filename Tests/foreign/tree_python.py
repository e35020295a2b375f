"""Tools/verify.py, written from the published pages, must agree on roots and proofs of trees."""

import base64
import importlib.util
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "tlog"))
import vectors  # noqa: E402


def load():
    """Tools/verify.py as a module."""
    path = os.path.join(HERE, "../../Tools/verify.py")
    if not os.path.exists(path):
        print("          there is no Tools/verify.py")
        sys.exit(vectors.LEFT_OUT)
    found = importlib.util.spec_from_file_location("verify", path)
    module = importlib.util.module_from_spec(found)
    sys.modules["verify"] = module
    found.loader.exec_module(module)
    return module


def spoilt(path):
    """The path with one bit changed; None where it has no hash."""
    if not path:
        return None
    middle = len(path) // 2
    changed = bytes([path[middle][0] ^ 1]) + path[middle][1:]
    return path[:middle] + [changed] + path[middle + 1 :]


def check_inclusion(verify, line, leaves):
    path = [base64.b64decode(text) for text in line["path"]]
    leaf, root = base64.b64decode(line["leaf"]), base64.b64decode(line["root"])
    given = line["index"], line["size"], leaf
    wrong = spoilt(path)
    return (leaf == leaves[line["index"]] and verify.included(*given, path, root)
            and not (wrong and verify.included(*given, wrong, root)))


def check_consistency(verify, line, _):
    path = [base64.b64decode(text) for text in line["path"]]
    given = (line["from"], base64.b64decode(line["fromRoot"]),
             line["to"], base64.b64decode(line["toRoot"]))
    wrong = spoilt(path)
    return verify.consistent(*given, path) and not (wrong and verify.consistent(*given, wrong))


def main():
    verify = load()
    checks = {"inclusion": check_inclusion, "consistency": check_consistency}
    for name, lines in vectors.trees(sys.argv[1]):
        leaves, counts = [], {"root": 0, "inclusion": 0, "consistency": 0}
        for number, text in enumerate(lines.splitlines(), 1):
            line = json.loads(text)
            if "bytes" in line:
                leaves.append(verify.leaf_hash(base64.b64decode(line["bytes"])))
                continue
            kind = line.get("proof", "root")
            counts[kind] += 1
            if kind == "root":
                holds = verify.tree_root(leaves[: line["size"]]) == base64.b64decode(line["root"])
            else:
                holds = checks[kind](verify, line, leaves)
            if not holds:
                sys.exit(f"Tools/verify.py does not agree on {name}: line {number}, {kind}")
        if not all(counts.values()):
            sys.exit(f"there was nothing to check of {name}")
        print(f"          Python agrees on {counts['root']} roots, {counts['inclusion']} inclusion"
              f" and {counts['consistency']} consistency proofs of {len(leaves)} leaves")


main()
