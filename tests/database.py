"""
The tests' database: migrated once for all processes of a run, then copied by each, and by newsrooms of their own.

A worker that migrates for itself takes seconds of a processor before its first test, and there are many workers.
"""

import fcntl
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from psycopg import sql

PATTERN = "migrated"


@contextmanager
def _alone() -> Iterator[Path]:
    """One process at a time; yields the folder that all share."""
    folder = Path(os.environ["TEST_FOLDER"])
    with (folder / f"{PATTERN}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder


def _pattern() -> str:
    """The name of the migrated database nobody works in; whoever asks first makes it."""
    with _alone() as folder:
        name = PATTERN if connection.vendor == "postgresql" else str(folder / f"{PATTERN}.sqlite3")
        is_made = folder / f"{PATTERN}.made"
        if not is_made.exists():
            own, test = connection.settings_dict["NAME"], connection.settings_dict["TEST"]
            before = test["NAME"]
            try:
                test["NAME"] = name
                connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
            finally:
                connection.close()
                test["NAME"] = before
                connection.settings_dict["NAME"] = settings.DATABASES[connection.alias]["NAME"] = own
            is_made.touch()
        return name


def copied_to(name: str) -> None:
    """Another database of that name (SQLite: a path), migrated and without content."""
    pattern = _pattern()
    if connection.vendor == "sqlite":
        for suffix in ("", "-wal", "-shm"):
            Path(name + suffix).unlink(missing_ok=True)
        with closing(sqlite3.connect(pattern)) as made:  # what its log still holds comes into the file
            made.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        shutil.copy(pattern, name)
        return
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        database, made = sql.Identifier(name), sql.Identifier(pattern)
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(database))
        server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(database, made))


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_modify_db_settings, django_db_blocker) -> Iterator[None]:
    """pytest-django's own, but for the copy; its folder or server goes with the run, and it with them."""
    with django_db_blocker.unblock():
        name = connection.creation._get_test_db_name()
        copied_to(name)
        connection.close()
        connection.settings_dict["NAME"] = settings.DATABASES[connection.alias]["NAME"] = name
        connection.ensure_connection()
    yield
    with django_db_blocker.unblock():
        connection.close()
