"""A PostgreSQL server of the suite's own: made in the work folder, reached by a socket there."""

import glob
import os
import pwd
import shutil
import signal
import subprocess

from building import program
from processes import Failure, output

# Room for pages in memory, as SQLite and LMDB have it; fsync stays on.
SETTINGS = {
    "listen_addresses": "", "shared_buffers": "1GB", "max_wal_size": "8GB", "fsync": "on",
    "synchronous_commit": "on", "autovacuum": "off"}


class Postgres:
    """The server and the three programs that talk to it."""

    def __init__(self, work):
        self.home = f"{work}/postgres"
        self.tools = _tools()
        include = output(["pg_config", "--includedir"]).strip()
        build = lambda name, *more: program(
            work, f"peers/postgres_{name}.c", "-I", include, "-lpq", *more)
        self.append, self.group = build("append"), build("group")
        self.fill = build("fill", "-llmdb")
        self.version = output([f"{self.tools}/postgres", "--version"]).split()[2]
        self.connection = f"host={self.home} user=cadre dbname=postgres"
        self.user = _unprivileged()
        self._start(work)

    def _start(self, work):
        os.mkdir(self.home, 0o755)
        if self.user:
            os.chmod(work, 0o755)
            shutil.chown(self.home, self.user.pw_uid, self.user.pw_gid)
        self._tool("initdb", "--no-sync", "--auth=trust", "--username=cadre",
                   "--encoding=UTF8", "--locale=C")
        with open(f"{self.home}/data/postgresql.auto.conf", "a", encoding="ascii") as file:
            for name, value in (SETTINGS | {"unix_socket_directories": self.home}).items():
                file.write(f"{name} = '{value}'\n")
        self._tool("pg_ctl", "--wait", f"--log={self.home}/server", "start")
        try:
            output(["psql", "--quiet", "--no-psqlrc", "-v", "ON_ERROR_STOP=1",
                    "-f", "Tools/bench/peers/postgres.sql", self.connection])
        except Failure:
            self.stop()
            raise

    def _tool(self, name, *words):
        """Runs a tool on the cluster as somebody who is not root, which the server demands.

        The server must not inherit a pipe, or its end would be waited for.
        """
        more = {}
        if self.user:
            more = {"user": self.user.pw_uid, "group": self.user.pw_gid, "extra_groups": []}
        with open(f"{self.home}.{name}", "w+", encoding="utf-8", errors="replace") as said:
            done = subprocess.run(
                [f"{self.tools}/{name}", "-D", f"{self.home}/data", *words],
                stdin=subprocess.DEVNULL, stdout=said, stderr=said, cwd="/", check=False, **more)
            said.seek(0)
            lines = said.read().strip().splitlines() or ["nothing"]
        if done.returncode != 0:
            raise Failure(f"{name} ended with {done.returncode}: {lines[-1]}")

    def stop(self):
        """Ends the server."""
        try:
            self._tool("pg_ctl", "--wait", "--mode=immediate", "stop")
        except Failure as failure:
            self._kill(failure)

    def _kill(self, failure):
        """Ends the server by the process that its own file names."""
        try:
            with open(f"{self.home}/data/postmaster.pid", encoding="ascii") as file:
                os.kill(int(file.readline()), signal.SIGQUIT)
        except (OSError, ValueError):
            print(f"the PostgreSQL server does not stop: {failure}", flush=True)


def _tools():
    """The folder of initdb and pg_ctl, which Debian keeps from the PATH."""
    folders = [os.path.dirname(os.path.realpath(path)) for path in [shutil.which("initdb")] if path]
    folders += sorted(glob.glob("/usr/lib/postgresql/*/bin"), reverse=True)
    for folder in folders:
        if all(os.access(f"{folder}/{name}", os.X_OK) for name in ("initdb", "pg_ctl", "postgres")):
            break
    else:
        raise Failure("initdb is not installed (postgresql)")
    if not shutil.which("pg_config") or not shutil.which("psql"):
        raise Failure("pg_config or psql is not installed (libpq-dev, postgresql-client)")
    return folder


def _unprivileged():
    """Who runs the server where we are root; nobody else where we are not."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise Failure("no account but root's to run a server")
