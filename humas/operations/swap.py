"""
Putting another database in the place of the newsroom's: whole or not at all, and at once for every process.

Nothing here deletes a row, so the record of decisions stays append-only until it
is replaced together with everything else.

SQLite: the pages of the other file are copied over the newsroom's by SQLite's own
backup call, in one transaction of its write-ahead log. The file itself stays:
whoever has it open, in whatever process, reads on and then sees the new pages.
Renaming another file over it would leave them in the unlinked one, writing replies
nobody finds again, and could play the old log into the new file
(https://sqlite.org/howtocorrupt.html#_unlinking_or_renaming_a_database_file_while_in_use).

PostgreSQL: definitions are transactional there, so our tables are dropped and made
again in one transaction; who asks meanwhile waits for its end.
"""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.migrations.recorder import MigrationRecorder

from humas.base.connections import BUSY_SECONDS

FRESH = "fresh"
PREFIX = ".humas-fresh-"


@contextmanager
def fresh_database() -> Iterator[str]:
    """
    Yield the alias of a database without our tables; what is in it when the block ends takes the newsroom's place.

    On an error nothing has changed; DatabaseError when others keep the database busy too long or hang on its tables.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    if connection.in_atomic_block:
        raise transaction.TransactionManagementError("The database is not replaced inside a transaction.")
    if connection.vendor != "sqlite":
        with transaction.atomic():
            _drop_tables()
            yield DEFAULT_DB_ALIAS
        return
    live = Path(connection.settings_dict["NAME"])
    for left in live.parent.glob(f"{PREFIX}*"):  # of one that was killed
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=live.parent, prefix=PREFIX) as folder:
        file = Path(folder, live.name)
        with _known(FRESH, file):
            yield FRESH
        connection.close()
        with connection.wrap_database_errors:
            copy_over(file, live)


def copy_over(file: Path, live: Path) -> None:
    """Put all that one SQLite file holds in the place of what `live` holds; `file` is nobody else's. sqlite3.Error."""
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(live, timeout=BUSY_SECONDS)) as target:
        target.execute("PRAGMA synchronous=FULL").close()
        _take_page_size(source, target)
        source.backup(target, progress=_refuse_to_wait)
        target.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()  # nothing of the old stays in the log


def _take_page_size(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """A database in WAL mode takes pages of its own size only."""
    (size,) = target.execute("PRAGMA page_size").fetchone()
    if source.execute("PRAGMA page_size").fetchone() != (size,):
        source.execute("PRAGMA journal_mode=DELETE").fetchall()
        source.execute(f"PRAGMA page_size={size}").close()
        source.execute("VACUUM").close()


def _refuse_to_wait(status: int, remaining: int, total: int) -> None:
    """Python would try again for ever; each try has waited its ten seconds already."""
    if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        raise sqlite3.OperationalError("database is locked")


@contextmanager
def _known(alias: str, file: Path) -> Iterator[None]:
    """Django knows the file by this alias. The dictionary is replaced: other threads may be looking through it."""
    before = connections.settings
    connections.settings = before | {alias: before[DEFAULT_DB_ALIAS] | {"NAME": str(file)}}
    try:
        yield
    finally:
        connections[alias].close()
        del connections[alias]
        connections.settings = before


def _drop_tables() -> None:
    """Ours alone; refused, with nothing changed, where something of others hangs on them."""
    connection = connections[DEFAULT_DB_ALIAS]
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    tables.append(MigrationRecorder.Migration._meta.db_table)
    names = ", ".join(connection.ops.quote_name(table) for table in sorted(set(tables)))
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE")
        cursor.execute(f"DROP TABLE {names}")
