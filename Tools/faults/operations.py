"""The operations of a ledger that write, how each begins, and what it must come to."""

import json
import os
import shutil
import subprocess

import journal

DAY = "2026-11-20"
# Done, and done with warnings.
DONE = (0, 3)
NO_LEDGER = 66


class Program:
    """The command, and the shim that can be put before it."""

    def __init__(self, path, shim):
        self.path, self.shim = path, shim

    def start(self, words, ledger, settings=None, under=None):
        """The command under way, behind the shim where there are settings for it.

        `under`: the folder in which calls can fail; the ledger's own unless told.
        """
        environment = {"LC_ALL": "C.UTF-8", "CADRE_LEDGER": ledger, "CADRE_ACTOR": "faults"}
        if settings is not None:
            environment |= {"LD_PRELOAD": self.shim, "FAULT_UNDER": under or ledger, **settings}
        return subprocess.Popen(
            [self.path, *words], env=environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def run(self, words, ledger, settings=None, under=None):
        """Exit status, or the negative signal, and standard output."""
        process = self.start(words, ledger, settings, under)
        try:
            output, _ = process.communicate(timeout=120)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        return process.returncode, output.decode()

    def feed(self, words, ledger, lines):
        """Gives a command that has to succeed its standard input."""
        environment = {"LC_ALL": "C.UTF-8", "CADRE_LEDGER": ledger, "CADRE_ACTOR": "faults"}
        subprocess.run(
            [self.path, *words], env=environment, input="\n".join(lines).encode(), check=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def must(self, words, ledger):
        """The output of a command that has to succeed."""
        status, output = self.run(words, ledger)
        if status not in DONE:
            raise RuntimeError(f"cadre {' '.join(words)} ended with {status}")
        return output

    def size(self, ledger):
        """How many events the log has; None where there is no ledger yet."""
        status, output = self.run(["status", "-O", "json"], ledger)
        if status == NO_LEDGER:
            return None
        if status != 0:
            raise RuntimeError(f"the next command ended with {status}")
        return json.loads(output)["events"]

    def rows(self, ledger):
        """The log without what differs from run to run."""
        lines = self.must(["log", "-O", "ndjson"], ledger).splitlines()
        rows = [json.loads(line) for line in lines]
        for row in rows:
            # Whom an event is about is said until they are erased; seals are over hashes.
            del row["recorded"], row["subject"]
            if row["type"] in ("LedgerOpened", "HeadsSealed"):
                del row["fields"]
        return rows

    def has(self, command):
        return self.run(["help", command], "/nowhere")[0] == 0


QUESTIONS = [
    ["ready", "--on", DAY, "-O", "ndjson"],
    ["find", "nguyen", "--on", DAY, "-O", "ndjson"],
]


class Operation:
    """A command on a base ledger; how it goes undisturbed is found once, here.

    `again`: what the command may end with once it is done already; `is_question`: its output must
    be the same; `repeats`: done twice it records twice; `gone`: a text that is in no file after it,
    and until then `verify` may say so by ending with 3; `place`: where below the folder the ledger
    is, or is to be; `beside`: says what is amiss with what stands beside it, given the program, the
    folder, and whether the command ended well. A word may name the folder as {folder}.
    """

    def __init__(self, name, program, base, words, work, again=DONE, is_question=False,
                 repeats=False, gone=None, place="", beside=None):
        self.name, self.program, self.base, self.words = name, program, base, words
        self.again, self.is_question, self.repeats = again, is_question, repeats
        self.place, self.beside = place, beside or (lambda program, folder, is_done: None)
        self.gone = gone and gone.encode()
        folder = os.path.join(work, "undisturbed-" + name.replace(" ", "-"))
        os.mkdir(folder)
        ledger, whole = os.path.join(folder, "L"), os.path.join(folder, "whole")
        shutil.copytree(base, ledger)
        shutil.copytree(base, whole)
        self.before = program.size(whole + place)
        self.checkpoint = None
        if self.before:
            self.checkpoint = os.path.join(folder, "checkpoint")
            program.must(["checkpoint", "-o", self.checkpoint], whole + place)
            shutil.rmtree(whole)
            shutil.copytree(base, whole)
        self.count_calls(whole, os.path.join(folder, "calls"))
        self.keep_journal(ledger, folder)
        self.after, self.rows = program.size(whole + place), program.rows(whole + place)
        self.answers = self.ask(whole)

    def count_calls(self, ledger, calls):
        status, self.output = self.run(ledger, {"FAULT_CALLS": calls})
        if status not in DONE:
            raise RuntimeError(f"{self.name}, undisturbed, ended with {status}")
        with open(calls, encoding="utf-8") as file:
            self.calls = [line.strip() for line in file]
        if not self.calls:
            raise RuntimeError(f"{self.name} writes nothing, or the shim does not see it")

    def keep_journal(self, ledger, folder):
        """Records the calls, and makes sure that they alone explain what the folder holds."""
        path, replayed = os.path.join(folder, "journal"), os.path.join(folder, "replayed")
        status, _ = self.run(ledger, {"FAULT_MODE": "journal", "FAULT_JOURNAL": path})
        if status not in DONE:
            raise RuntimeError(f"{self.name}, with a journal, ended with {status}")
        self.entries = journal.read_journal(path, ledger)
        self.call_count = len(self.entries)
        disk = journal.Disk(self.base)
        for entry in self.entries:
            disk.play(entry)
        disk.undisturbed(replayed)
        if not journal.same_files(replayed, ledger):
            raise RuntimeError(f"{self.name}: the journal does not explain the folder")

    def start(self, folder, settings=None):
        words = [word.replace("{folder}", folder) for word in self.words]
        return self.program.start(words, folder + self.place, settings, folder)

    def run(self, folder, settings=None):
        words = [word.replace("{folder}", folder) for word in self.words]
        return self.program.run(words, folder + self.place, settings, folder)

    def ask(self, folder):
        """Answers by what was known once the operation was done, whatever came after."""
        known, ledger = ["--known", str(self.after)], folder + self.place
        return [self.program.must([*words, *known], ledger) for words in QUESTIONS]

    def verify(self, folder):
        expected = ["--expect", self.checkpoint] if self.checkpoint else []
        return self.program.run(["verify", *expected], folder + self.place)[0]

    def examine(self, folder, status, output=None):
        """What a fault has left amiss, in words; None where all is well."""
        ledger = folder + self.place
        if problem := self.beside(self.program, folder, status in DONE):
            return problem
        if self.is_question and status in DONE and output not in (None, self.output):
            return "another answer"
        size = self.program.size(ledger)
        if size not in (self.before, self.after):
            return f"{size} events, neither {self.before} nor {self.after}"
        if status in DONE and size != self.after:
            return "what was acknowledged is not there"
        if size is not None:
            if self.program.rows(ledger) != self.rows[:size]:
                return "other events"
            if (found := self.verify(folder)) not in ((0, 3) if self.gone else DONE):
                return f"verify ended with {found}"
        status, output = self.run(folder)
        if status not in (self.again if size == self.after else DONE):
            return f"the same again ended with {status}"
        if self.is_question and output != self.output:
            return "another answer the second time"
        rows = self.program.rows(ledger)
        if rows[: self.after] != self.rows or len(rows) - self.after > self.repeats:
            return "other events once the same was done again"
        if self.gone and (place := holding(ledger, self.gone)):
            return f"what was to be gone is in {place}"
        if (found := self.verify(folder)) != 0:
            return f"verify ended with {found} once the same was done again"
        if self.ask(folder) != self.answers:
            return "other answers once the same was done again"
        if left := unfinished(folder):
            return f"{left} is left once the same was done again"
        return self.beside(self.program, folder, True)


def unfinished(folder):
    """A file or folder below the folder that is still under construction; None where none is."""
    for path, folders, names in os.walk(folder):
        for name in folders + names:
            if name.endswith(".part"):
                return os.path.relpath(os.path.join(path, name), folder)
    return None


def backups(program, folder, is_done):
    """What is amiss with the backups below a folder: all that have a name are whole."""
    shelf = os.path.join(folder, "backups")
    names = os.listdir(shelf) if os.path.isdir(shelf) else []
    whole = [name for name in names if name.startswith("2") and not name.endswith(".part")]
    for name in whole:
        if (found := program.run(["verify"], os.path.join(shelf, name))[0]) != 0:
            return f"verify of a backup ended with {found}"
    if is_done:
        if "latest" not in names:
            return "the backup that was acknowledged is not there"
        with open(os.path.join(shelf, "latest"), encoding="utf-8") as file:
            if file.read().strip() not in whole:
                return "the last backup is not there"
    return None


def holding(folder, content):
    """A file below the folder that holds these bytes; None where none does."""
    for path, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(path, name), "rb") as file:
                if content in file.read():
                    return os.path.relpath(os.path.join(path, name), folder)
    return None


FORMER = [
    {"event": "PersonRegistered", "fileNumber": "900003HT", "name": "Quách Thị Ngạn",
     "birth": "1931-02-03", "sex": "female", "organisation": "38.168.001"},
    {"event": "Admitted", "person": "900003HT", "kind": "admission", "ceremonyOn": "1960-02-03"},
    {"event": "MembershipEnded", "person": "900003HT", "how": "deceased", "on": "2000-05-05"},
]


def lagging(program, base, words, folder):
    """A copy of a ledger in which an append is recorded and the views do not know of it yet."""
    calls = folder + ".calls"
    shutil.copytree(base, folder + ".trial")
    program.run(words, folder + ".trial", {"FAULT_CALLS": calls})
    with open(calls, encoding="utf-8") as file:
        place = next(n for n, call in enumerate(file, 1) if "/views/" in call)
    shutil.copytree(base, folder)
    settings = {"FAULT_MODE": "kill", "FAULT_AT": str(place), "FAULT_WHEN": "before"}
    if program.run(words, folder, settings)[0] != -9:
        raise RuntimeError("the append was not killed")


def prepare(program, work, people):
    """The operations, undisturbed ledgers of each, and the names of what the program lacks."""
    sheets, empty, new, full = (os.path.join(work, n) for n in ("sheets", "empty", "new", "full"))
    os.mkdir(empty)
    program.must(["sample", sheets, "--people", str(people), "--seed", "3"], "")
    program.must(["init"], new)
    shutil.copytree(new, full)
    program.must(["import", sheets], full)
    record = ["record", "PersonRegistered", "fileNumber=900001HT", "name=Trần Thử",
              "birth=1990-01-02", "sex=male", "organisation=38.168.002"]
    last = str(program.size(full) - 1)
    behind, bare = os.path.join(work, "behind"), os.path.join(work, "bare")
    lagging(program, full, record, behind)
    shutil.copytree(full, bare)
    shutil.rmtree(os.path.join(bare, "views"))

    def operation(name, base, words, **options):
        return Operation(name, program, base, words, work, **options)

    operations = [
        operation("init", empty, ["init"], again=(73,)),
        operation("record", full, record),
        operation("retract", full, ["retract", last, "--reason", "other"], again=(65,)),
        operation("import", new, ["import", sheets, "-O", "ndjson"]),
        operation("question after an append", behind, QUESTIONS[0], is_question=True),
        operation("question without views", bare, QUESTIONS[0], is_question=True),
    ]
    missing = []
    if program.has("seal"):
        operations.append(operation("seal", full, ["seal"], repeats=True))
    else:
        missing.append("seal")
    if program.has("rebuild"):
        # Attests each time it is done, also where nothing differs.
        operations.append(operation("rebuild", full, ["rebuild", "--compare"], repeats=True))
    else:
        missing.append("rebuild")
    if program.has("published"):
        words = ["ready", "--on", DAY, "--publish"]
        operations.append(operation("publish", full, words, repeats=True))
    else:
        missing.append("publish")
    if program.has("erase"):
        former = os.path.join(work, "former")
        shutil.copytree(full, former)
        program.feed(["record", "-"], former, map(json.dumps, FORMER))
        words = ["erase", "900003HT", "--authority", "BTC.TU", "--basis", "retentionEnded"]
        operations.append(operation("erase", former, words, gone=FORMER[0]["name"]))
    else:
        missing.append("erase")
    if program.has("restore"):
        shelf = os.path.join(work, "shelf")
        os.mkdir(shelf)
        program.must(["backup", os.path.join(shelf, "backups")], full)
        # Beside the ledger: a backup inside of it is refused.
        desk = os.path.join(work, "desk")
        shutil.copytree(full, os.path.join(desk, "ledger"))
        operations += [
            operation("backup", desk, ["backup", "{folder}/backups"], place="/ledger",
                      beside=backups),
            operation("restore", shelf, ["restore", "{folder}/backups"], again=(73,),
                      place="/restored", beside=backups),
        ]
    else:
        missing += ["backup", "restore"]
    return operations, missing
