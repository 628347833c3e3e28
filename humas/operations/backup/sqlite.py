"""
One SQLite file: copied while others write, replaced while nobody has it open.

The file is replaced under its name. Before that, the old one is taken out of
write-ahead logging under a lock of its own, so that no log of the old can be
played into the new, and a process that came in at that very moment finds its
file moved (SQLITE_READONLY_DBMOVED) and can write nothing that would be lost.
"""

import gc
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.utils.translation import gettext as _

from humas.base.models import KeyCheck
from humas.operations.backup import files
from humas.operations.backup.facts import Facts, facts_of
from humas.operations.backup.journal import Journal
from humas.operations.backup.manifest import Manifest
from humas.operations.backup.problems import PATIENCE, Damaged, Refusal, damaged, in_use, written_meanwhile, wrong_key
from humas.operations.backup.progress import Progress

NAME = "SQLite"
FILE = "database.sqlite3"
PAGES = 4000
"""Copied at a stroke: 16 MB."""

CLOSING = 1
"""Seconds in which somebody who is just closing the file is through with it."""
BESIDE = ("-wal", "-shm", "-journal")
"""Endings of files that belong to an open database."""
ASIDE = ".lama"


def place() -> Path:
    """The newsroom's file itself, not a link to it."""
    return Path(connection.settings_dict["NAME"]).resolve()


def dump(target: Path, progress: Progress) -> Facts:
    """Copy the database as it is at one moment, judge the copy, and say what is in it."""
    _new_file(target)
    with closing(_opened(place())) as live, closing(_opened(target)) as copy:
        try:
            live.execute("BEGIN")
            live.execute("SELECT count(*) FROM sqlite_master").fetchone()  # the moment; later writes stay out
            live.backup(copy, pages=PAGES, progress=lambda status, left, total: progress.of(total - left, total))
            live.execute("ROLLBACK")
            found = _judgement(copy)
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
            found = str(error)
        if found != "ok":
            sentence = _("The database is damaged (%(why)s). Restore the last backup with --force.")
            raise Damaged(sentence % {"why": found})
        copy.execute("PRAGMA journal_mode = DELETE").fetchone()  # one file, without a log beside it
        return _facts(copy)


def must_be_alone() -> None:
    """Refusal while any other process has the database open."""
    _let_go()
    if place().exists():
        with _alone(place()):
            pass


def stage(source: Path, manifest: Manifest, journal: Journal) -> None:
    """Make a file ready beside the newsroom's: checked, brought up to date, under keys that fit."""
    staged = Path(journal.staged_database)
    if files.copy(source, staged) != manifest.seal:
        raise Refusal(damaged(source.name))
    with closing(_opened(staged)) as copy:
        if _judgement(copy) != "ok" or _facts(copy).tables != manifest.facts.tables:
            raise Refusal(damaged(source.name))
    with _default_at(staged):
        call_command("migrate", interactive=False, verbosity=0)
        if wrong := KeyCheck.wrong_key():
            raise Refusal(wrong_key(wrong))
    with closing(_opened(staged)) as copy:
        copy.execute("PRAGMA journal_mode = DELETE").fetchone()
    files.hand_over(staged, like=staged.parent)


def swap(journal: Journal, source: Path, manifest: Manifest, expected: dict[str, int]) -> None:
    """Put the staged file in the newsroom's place, in one act; `expected` rows must be all there are by now."""
    live, staged = Path(journal.database), Path(journal.staged_database)
    _let_go()
    with _alone(live) as lock:
        if lock is not None and _counts(lock, expected) != expected:
            raise Refusal(written_meanwhile())
        _put_aside(live, journal.kept_database, lock)
        staged.replace(live)
        files.flush_names(live.parent)


def _counts(database: sqlite3.Connection, tables: dict[str, int]) -> dict[str, int]:
    return {
        table: database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]  # noqa: S608 – names of our own tables
        for table in tables
    }


def is_swapped(journal: Journal) -> bool:
    """The staged file goes when it takes the other's name."""
    return not Path(journal.staged_database).exists()


def discard(journal: Journal) -> None:
    """Remove what was made ready; what was put aside a moment too early is put back."""
    for ending in ("", *BESIDE):
        files.remove(Path(journal.staged_database + ending))
    if journal.kept_database:
        files.remove(Path(journal.kept_database))  # the newsroom's own file is still in its place
        for ending in BESIDE:
            with suppress(FileNotFoundError):
                os.rename(f"{journal.kept_database}{ending}{ASIDE}", f"{journal.database}{ending}")


def finish() -> None:
    """All was made ready beforehand."""


def _let_go() -> None:
    """
    Close our own connection, and with it the file.

    SQLite keeps the file of a closed connection open while a statement of it is left. A statement that failed is held
    by the cursor, the cursor by Django's traceback, and the traceback by itself, until rubbish is collected.
    """
    connection.close()
    gc.collect()


def _new_file(path: Path) -> None:
    """Only its owner may read it; SQLite itself would ask nobody."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _opened(path: Path) -> sqlite3.Connection:
    """An existing database, every transaction said explicitly."""
    return sqlite3.connect(f"file:{quote(str(path))}?mode=rw", uri=True, timeout=PATIENCE, isolation_level=None)


def _is_busy(error: sqlite3.Error) -> bool:
    return error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _without_log(lock: sqlite3.Connection) -> None:
    """Leave WAL. For this SQLite does not wait as it does for a transaction: somebody may just be closing the file."""
    end = time.monotonic() + CLOSING
    while True:
        try:
            lock.execute("PRAGMA journal_mode = DELETE").fetchone()
        except sqlite3.OperationalError as error:
            if not _is_busy(error) or time.monotonic() > end:
                raise
            time.sleep(0.05)
        else:
            return


@contextmanager
def _alone(path: Path) -> Iterator[sqlite3.Connection | None]:
    """Hold the database against everybody; None for a file that is no database (any more), which nobody can use."""
    with closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)) as lock:
        try:
            _without_log(lock)
            lock.execute("PRAGMA locking_mode = EXCLUSIVE").fetchone()  # kept until it is closed …
            lock.execute("BEGIN EXCLUSIVE")
            lock.execute("COMMIT")  # … and outside a transaction, where a copy can be made
        except sqlite3.DatabaseError as error:
            if _is_busy(error):
                raise Refusal(in_use()) from None
            if not _is_damage(error):
                raise
            yield None
        else:
            yield lock


def _put_aside(live: Path, kept: str, lock: sqlite3.Connection | None) -> None:
    """Keep the old file under another name as well; what belongs to it must not be taken for the new one's."""
    if not kept:
        return
    for ending in BESIDE:  # left only where the file is no database any more
        with suppress(FileNotFoundError):
            os.rename(f"{live}{ending}", f"{kept}{ending}{ASIDE}")
    try:
        os.link(live, kept)
    except OSError:  # a file system without a second name for a file
        if lock is None:
            raise
        _new_file(Path(kept))
        with closing(_opened(Path(kept))) as copy:
            lock.backup(copy)
        files.hand_over(Path(kept), like=live)


def _judgement(database: sqlite3.Connection) -> str:
    """`ok`, or the first thing that is wrong."""
    return database.execute("PRAGMA integrity_check(1)").fetchone()[0].splitlines()[-1]


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    return error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _facts(database: sqlite3.Connection) -> Facts:
    tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    names = [name for (name,) in tables if not name.startswith("sqlite_")]
    columns = {name: [row[1] for row in database.execute(f'PRAGMA table_info("{name}")')] for name in names}
    return facts_of(lambda sql: database.execute(sql).fetchall(), columns)


@contextmanager
def _default_at(path: Path) -> Iterator[None]:
    """Everything Django does in here is done to this file, also by migrations that name no database."""
    connection.close()
    before = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = str(path)
    try:
        yield
    finally:
        _let_go()
        connection.settings_dict["NAME"] = before
        ContentType.objects.clear_cache()
