"""Go's golang.org/x/mod/sumdb/tlog and this program must agree on roots and proofs of trees."""

import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "tlog"))
import vectors  # noqa: E402

LIBRARY = "/usr/share/gocode"


def main():
    source = os.path.join(LIBRARY, "src/golang.org/x/mod/sumdb/tlog/tlog.go")
    if not shutil.which("go") or not os.path.exists(source):
        print("          Go is not installed: apt-get install golang-go golang-golang-x-mod-dev")
        sys.exit(vectors.LEFT_OUT)
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, "check")
        environment = os.environ | {
            "GO111MODULE": "off", "GOPATH": LIBRARY, "GOFLAGS": "",
            "GOCACHE": os.path.join(folder, "cache")}
        subprocess.run(
            ["go", "build", "-o", program, os.path.join(HERE, "tlog/check.go")], env=environment,
            check=True)
        for name, lines in vectors.trees(sys.argv[1]):
            if subprocess.run([program], input=lines.encode(), check=False).returncode != 0:
                sys.exit(f"Go does not agree on {name}")


main()
