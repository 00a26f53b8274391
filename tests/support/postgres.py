"""A PostgreSQL of the tests' own: private folder, private port, gone when the tests end.

Debian's server is used as it is. It refuses to run as root, so that as root it runs as the user
``postgres`` (or ``nobody``). Its default collation is Turkish on purpose: a query that forgets
to say how it orders gives another answer than SQLite.
"""

from __future__ import annotations

import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import IO
from urllib.parse import quote

import psycopg
import pytest

SQLITE_ONLY = "KBB_TEST_SQLITE_ONLY"
_USER = "kbb"
#: Holds characters that an address must quote, so that a test shows that they never leak.
PASSWORD = "gizli:p@rola/1"
_START_SECONDS = 60.0

_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "max_connections": "30",
    "shared_buffers": "32MB",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}


@dataclass
class Server:
    """A running server; ``database()`` makes an empty database and gives its address."""

    port: int
    _numbers: Iterator[int] = field(default_factory=count)

    def url(self, name: str) -> str:
        """The address of a database of this server."""
        password = quote(PASSWORD, safe="")
        return f"postgresql+psycopg://{_USER}:{password}@127.0.0.1:{self.port}/{name}"

    def database(self) -> str:
        """A new, empty database's address."""
        name = f"test_{next(self._numbers)}"
        with psycopg.connect(self.conninfo(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self.url(name)

    def conninfo(self) -> str:
        """How psycopg reaches the server's own database."""
        return psycopg.conninfo.make_conninfo(
            host="127.0.0.1", port=self.port, user=_USER, password=PASSWORD, dbname="postgres"
        )


def binaries() -> Path:
    """The folder of the newest installed server; fails the test where there is none."""
    folders = [
        path.parent
        for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")
        if re.fullmatch(r"\d+", path.parent.parent.name)
    ]
    if folders:
        return max(folders, key=lambda folder: int(folder.parent.name))
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    pytest.fail(
        "PostgreSQL is not installed: apt-get install postgresql "
        f"(or set {SQLITE_ONLY}=1 to leave its tests out)"
    )


@contextmanager
def running() -> Iterator[Server]:
    """Start a server in a new folder, stop it and remove the folder afterwards."""
    tools = binaries()
    user = _unprivileged()
    folder = Path(tempfile.mkdtemp(prefix="kbb-postgres-"))
    try:
        password = folder / "password"
        password.write_text(PASSWORD, encoding="utf-8")
        if user is not None:
            for path in (folder, password):
                os.chown(path, user.pw_uid, user.pw_gid)
        data, log = folder / "data", folder / "log"
        _run(
            [
                *_as(user),
                str(tools / "initdb"),
                "--no-sync",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                *_turkish(tools),
                "--auth=scram-sha-256",
                f"--username={_USER}",
                f"--pwfile={password}",
                f"--pgdata={data}",
            ],
            folder,
        )
        with log.open("wb") as output:
            process, port = _start(tools, user, data, folder, output)
            try:
                server = Server(port)
                _wait(process, server, log)
                yield server
            finally:
                _stop(process)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _turkish(tools: Path) -> list[str]:
    """The default collation, on servers that can have one of ICU (15 and later)."""
    said = subprocess.run(
        [str(tools / "postgres"), "--version"], capture_output=True, text=True, check=True
    ).stdout
    version = re.search(r"\d+", said)
    if version is None or int(version[0]) < 15:
        return []
    return ["--locale-provider=icu", "--icu-locale=tr-TR"]


def _unprivileged() -> pwd.struct_passwd | None:
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    pytest.fail("PostgreSQL does not run as root and there is no user postgres or nobody")


def _as(user: pwd.struct_passwd | None) -> list[str]:
    """The words in front of a command that make it run as ``user`` and end with the tests, also
    when those are killed."""
    words = ["setpriv", "--pdeathsig=QUIT"]
    if user is not None:
        words += [f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
    return words


def _run(command: list[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def _start(
    tools: Path, user: pwd.struct_passwd | None, data: Path, folder: Path, output: IO[bytes]
) -> tuple[subprocess.Popen[bytes], int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {**_SETTINGS, "port": str(port), "unix_socket_directories": str(folder)}
    command = [*_as(user), str(tools / "postgres"), "-D", str(data)]
    for name, value in settings.items():
        command += ["-c", f"{name}={value}"]
    process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)
    return process, port


def _wait(process: subprocess.Popen[bytes], server: Server, log: Path) -> None:
    end = time.monotonic() + _START_SECONDS
    while True:
        try:
            psycopg.connect(server.conninfo(), connect_timeout=2).close()
            return
        except psycopg.OperationalError as error:
            if process.poll() is not None or time.monotonic() > end:
                pytest.fail(f"PostgreSQL did not start: {error}\n{log.read_text('utf-8')}")
            time.sleep(0.05)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """An immediate shutdown: nothing of it is kept."""
    if process.poll() is None:
        process.send_signal(signal.SIGQUIT)
    try:
        process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
