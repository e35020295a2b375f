"""Trees with roots and proofs for the checks tree_go.py and tree_python.py, as lines of JSON.

One is invented, of every size up to 1,000 (the program tree-vectors, built beside `cadre`); the
other is the ledger itself, by what `cadre export` and `cadre prove` say of it.
"""

import json
import os
import random
import subprocess
import sys
import tempfile

LEFT_OUT = 77
LEAVES = 1000


def invented():
    """The lines of an invented tree; the seed is printed."""
    program = os.path.join(os.path.dirname(os.environ["CADRE"]), "tree-vectors")
    if not os.path.exists(program):
        print("          tree-vectors is not built: swift build --product tree-vectors")
        sys.exit(LEFT_OUT)
    seed = random.SystemRandom().randrange(1 << 63)
    print(f"          seed {seed}", flush=True)
    return subprocess.run(
        [program, str(LEAVES), str(seed)], check=True, stdout=subprocess.PIPE).stdout.decode()


def of_ledger(ledger):
    """The lines of a ledger, or None where this `cadre` makes no proofs."""
    cadre = os.environ["CADRE"]

    def run(*words):
        return subprocess.run(
            [cadre, *words], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)

    def proof(*words):
        done = run("prove", *words, "--ledger", ledger, "-O", "json")
        if done.returncode != 0:
            sys.exit(f"cadre prove {' '.join(words)} ended with {done.returncode}")
        found = json.loads(done.stdout)
        # An answer of one row may stand in an array, as in every table.
        return json.dumps(found[0] if isinstance(found, list) else found)

    if run("help", "export").returncode or run("help", "prove").returncode:
        return None
    with tempfile.TemporaryDirectory() as folder:
        exported = os.path.join(folder, "export")
        if (status := run("export", exported, "--ledger", ledger).returncode) != 0:
            sys.exit(f"cadre export ended with {status}")
        with open(os.path.join(exported, "events.ndjson"), encoding="utf-8") as file:
            lines = [json.dumps({"bytes": json.loads(line)["bytes"]}) for line in file]
        with open(os.path.join(exported, "checkpoint"), encoding="utf-8") as file:
            _, size, root = file.read().splitlines()[:3]
    size = int(size)
    lines.append(json.dumps({"size": size, "root": root}))
    chance = random.Random(size)
    for index in {0, size - 1, *(chance.randrange(size) for _ in range(20))}:
        lines.append(proof("inclusion", str(index)))
        lines.append(proof("inclusion", str(index), "--size", str(chance.randint(index + 1, size))))
        lines.append(proof("consistency", str(index + 1)))
        lines.append(proof("consistency", str(index + 1), str(chance.randint(index + 1, size))))
    return "\n".join(lines) + "\n"


def trees(ledger):
    """The lines of both trees, with what each is."""
    yield "an invented tree", invented()
    lines = of_ledger(ledger)
    if lines is None:
        print("          left out: the ledger's own proofs, which this cadre does not make")
    else:
        yield "the ledger", lines
