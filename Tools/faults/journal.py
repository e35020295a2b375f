"""What a disk holds after a power cut, from the journal of its calls that faultshim.c keeps.

The rule is the strict one of POSIX: bytes of a file are there once the file was synced after they
were written, or were written through a descriptor opened with O_DSYNC; a name is there once its
folder was synced. Nothing else may be relied on. What was not synced may be there all the same,
written in any order and torn at sectors of 512 bytes; names of one folder appear in their order.
"""

import os
import random
import struct

SECTOR = 512
HEADER = struct.Struct("=IIQQQQQQ")
WRITE, TRUNCATE, SYNC, CREATE, RENAME, UNLINK, MKDIR, RMDIR = range(1, 9)


class Entry:
    """One call that took effect."""

    def __init__(self, fields, path, other, data):
        self.operation, durable, device, inode, self.offset = fields[:5]
        self.is_durable = bool(durable)
        self.path, self.other, self.data = path, other, data

    def __repr__(self):
        names = ["", "write", "truncate", "sync", "create", "rename", "unlink", "mkdir", "rmdir"]
        return f"{names[self.operation]} {self.path}"


def read_journal(path, root):
    """The entries of a journal kept of the folder `root`, in their order, with paths below it."""
    entries = []
    root = os.path.realpath(root)
    with open(path, "rb") as file:
        while header := file.read(HEADER.size):
            fields = HEADER.unpack(header)
            length, first, second = fields[5:]
            name, other = os.fsdecode(file.read(first)), os.fsdecode(file.read(second))
            data = file.read(length)
            # A file that has no name any more is not there after a power cut either.
            if not name.endswith(" (deleted)"):
                name, other = os.path.relpath(name, root), os.path.relpath(other or root, root)
                entries.append(Entry(fields, name, other, data))
    return entries


class File:
    """The bytes that were synced, and the changes since, each with whether it is safe by itself."""

    def __init__(self, content=b""):
        self.synced = bytes(content)
        self.changes = []

    def sync(self):
        self.synced = bytes(self.now())
        self.changes = []

    def now(self):
        content = bytearray(self.synced)
        for change, _ in self.changes:
            apply(change, content)
        return content

    def survivor(self, chance):
        """The bytes after a power cut; `chance` says what of the unsafe is there, None: nothing."""
        content = bytearray(self.synced)
        for change, is_safe in self.changes:
            if is_safe:
                apply(change, content)
            elif chance is not None:
                for part in torn(change, chance):
                    apply(part, content)
        return content


def apply(change, content):
    """A change is (offset, bytes), or (size, None) for a truncation."""
    offset, data = change
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    if data is None:
        del content[offset:]
    else:
        content[offset : offset + len(data)] = data


def torn(change, chance):
    """What of a change survives: all, nothing, or some of its sectors."""
    fate = chance.randrange(3)
    if fate == 0:
        return []
    offset, data = change
    if fate == 1 or data is None:
        return [change]
    parts, start = [], 0
    while start < len(data):
        end = min(len(data), start + SECTOR - (offset + start) % SECTOR)
        if chance.randrange(2):
            parts.append((offset + start, data[start:end]))
        start = end
    return parts


class Folder:
    """Names as they are, names that are safe, and the changes between, in order."""

    def __init__(self):
        self.names, self.safe, self.pending = {}, {}, []

    def change(self, *changes):
        """Gives names to files and folders, or takes them (None); all at once."""
        for name, node in changes:
            rename(self.names, name, node)
        self.pending.append(changes)

    def sync(self):
        self.safe, self.pending = dict(self.names), []

    def survivor(self, chance):
        names = dict(self.safe)
        if chance is not None:
            for changes in self.pending[: chance.randrange(len(self.pending) + 1)]:
                for name, node in changes:
                    rename(names, name, node)
        return names


def rename(names, name, node):
    if node is None:
        names.pop(name, None)
    else:
        names[name] = node


class Disk:
    """The folder `origin`, taken to be safe as it lies there, and what the journal does to it."""

    def __init__(self, origin):
        self.root = read_folder(origin)

    def node(self, path):
        """The file or folder of that name now."""
        node = self.root
        for part in path.split("/"):
            if part not in ("", "."):
                node = node.names[part]
        return node

    def place(self, path):
        """The folder that a name is in, and the name."""
        return self.node(os.path.dirname(path)), os.path.basename(path)

    def play(self, entry, in_flight=False):
        """Does what a call did; in flight: nothing of it is safe yet."""
        kind = entry.operation
        if kind in (WRITE, TRUNCATE):
            data = entry.data if kind == WRITE else None
            is_safe = entry.is_durable and not in_flight
            self.node(entry.path).changes.append(((entry.offset, data), is_safe))
        elif kind == SYNC:
            if not in_flight:
                self.node(entry.path).sync()
        elif kind == RENAME:
            (folder, name), (other, target) = self.place(entry.path), self.place(entry.other)
            node = folder.names[name]
            if folder is other:
                folder.change((name, None), (target, node))
            else:
                other.change((target, node))
                folder.change((name, None))
        else:
            folder, name = self.place(entry.path)
            made = {CREATE: File, MKDIR: Folder}.get(kind, lambda: None)
            folder.change((name, made()))

    def cut(self, target, chance):
        """Writes what is there after a power cut into the new folder `target`."""
        write_folder(self.root, target, lambda node: node.survivor(chance))

    def undisturbed(self, target):
        """Writes what is there without one."""

        def now(node):
            return node.names if isinstance(node, Folder) else node.now()

        write_folder(self.root, target, now)


def read_folder(path):
    folder = Folder()
    for name in os.listdir(path):
        inner = os.path.join(path, name)
        if os.path.isdir(inner):
            folder.names[name] = read_folder(inner)
        else:
            with open(inner, "rb") as file:
                folder.names[name] = File(file.read())
    folder.sync()
    return folder


def write_folder(folder, path, content):
    os.mkdir(path, 0o700)
    for name, node in content(folder).items():
        inner = os.path.join(path, name)
        if isinstance(node, Folder):
            write_folder(node, inner, content)
        else:
            with open(inner, "wb") as file:
                file.write(content(node))
            os.chmod(inner, 0o600)


def states(origin, entries, seeds):
    """Every disk that a power cut may leave: (number of calls done, seed or None, disk, chance).

    Before each call, and after the last, once with nothing that was not synced and once for each
    seed with a part of it; with a seed the next call may be under way.
    """
    for done in range(len(entries) + 1):
        for seed in [None, *seeds]:
            disk = Disk(origin)
            for entry in entries[:done]:
                disk.play(entry)
            chance = None if seed is None else random.Random(f"{seed} {done}")
            if chance and done < len(entries):
                disk.play(entries[done], in_flight=True)
            yield done, seed, disk, chance


def same_files(one, other, ignoring=("lock.mdb",)):
    """Whether two folders hold the same names and bytes; what LMDB keeps in memory aside."""

    def files(root):
        found = {}
        for folder, names, inner in os.walk(root):
            for name in names + [each for each in inner if each not in ignoring]:
                path = os.path.join(folder, name)
                content = None
                if not os.path.isdir(path):
                    with open(path, "rb") as file:
                        content = file.read()
                found[os.path.relpath(path, root)] = content
        return found

    return files(one) == files(other)
