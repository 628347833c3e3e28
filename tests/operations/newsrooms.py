"""Newsrooms of their own beside the tests': a folder, a database, and `manage.py` run in them as an operator would."""

import itertools
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from hashlib import sha256
from io import StringIO
from pathlib import Path
from urllib.parse import quote, urlsplit

import psycopg
from django.core.management import call_command
from django.db import connection

TOP = Path(__file__).resolve().parents[2]
ROLE = "petugas"
"""May do on PostgreSQL what owns a database needs, and nothing else."""
_numbers = itertools.count(1)


def on_server(path: str, user: str = "") -> str:
    """The address of a database on the throw-away server."""
    server = urlsplit(os.environ["DATABASE_URL"])
    netloc = server.netloc.replace("humas", user, 1) if user else server.netloc
    return server._replace(path=f"/{path}", netloc=netloc).geturl()


def ask(url: str, sql: str) -> list[tuple]:
    """One statement, in a session that is gone afterwards."""
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(urlsplit(url).path[1:], isolation_level=None)) as database:
            return database.execute(sql).fetchall()
    with psycopg.connect(url, autocommit=True) as database:
        cursor = database.execute(sql)
        return cursor.fetchall() if cursor.description else []


MADE_ANEW = ("comments_tally", "comments_search")


def rows_of(url: str) -> dict[str, list[str]]:
    """Every row of every table, in a comparable form; not what is counted and indexed anew from them."""
    names = (
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'sqlite_sequence'"
        if url.startswith("sqlite")
        else "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    )
    tables = [table for (table,) in ask(url, names) if not table.startswith(MADE_ANEW)]
    return {table: sorted(map(repr, ask(url, f'SELECT * FROM "{table}"'))) for table in tables}


def files_in(root: Path) -> dict[str, str]:
    """Relative path → checksum."""
    return {
        path.relative_to(root).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in root.rglob("*")
        if path.is_file()
    }


class Newsroom:
    """`home` is its DATA_DIR, `url` its database; `environment` makes any process one of its own."""

    def __init__(self, home: Path, url: str):
        self.home, self.url = home, url
        self.environment = os.environ | {"DATA_DIR": str(home), "DATABASE_URL": url}

    @classmethod
    def empty(cls, folder: Path) -> "Newsroom":
        """One with a database in which nothing has happened yet."""
        if connection.vendor == "sqlite":
            home = folder / f"redaksi-{next(_numbers)}"
            return cls(home, f"sqlite:///{quote(str(home / 'humas.sqlite3'))}")
        name = f"{connection.settings_dict['NAME']}_{os.getpid()}_{next(_numbers)}"
        admin = os.environ["DATABASE_URL"]
        if not ask(admin, f"SELECT 1 FROM pg_roles WHERE rolname = '{ROLE}'"):
            ask(admin, f"CREATE ROLE {ROLE} LOGIN")
        ask(admin, f'CREATE DATABASE "{name}" OWNER {ROLE}')
        return cls(folder / name, on_server(name, ROLE))

    @classmethod
    def of_the_test(cls, home: Path) -> "Newsroom":
        """The one this test fills through the factories; `home` is DATA_DIR of test and commands alike."""
        name = str(connection.settings_dict["NAME"])
        return cls(home, f"sqlite:///{quote(name)}" if connection.vendor == "sqlite" else on_server(name))

    def backup(self, directory: Path) -> Path:
        """Make one of the test's own newsroom, in this process; its folder."""
        before = set(directory.glob("testserver-*[0-9]"))
        call_command("backup", str(directory), stdout=StringIO(), stderr=StringIO())
        (made,) = set(directory.glob("testserver-*[0-9]")) - before
        return made

    def manage(self, *arguments, **environment) -> subprocess.CompletedProcess:
        """Run `manage.py` and return what it said."""
        return subprocess.run(
            [sys.executable, "manage.py", *map(str, arguments)],
            cwd=TOP, env=self.environment | environment, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip

    @property
    def media(self) -> Path:
        return self.home / "media"

    def state(self) -> tuple[dict, dict]:
        """All that a restore must bring back."""
        return rows_of(self.url), files_in(self.media)
