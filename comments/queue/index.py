"""
The index of words that the search of the queue asks (`comments.queue.search`).

A table beside the comments, kept by triggers, so that deciding touches no index of
words: FTS5 on SQLite, which keeps no copy of the text; on PostgreSQL a tsvector, with
signs that would make one word of an address or a number put apart.
"""

from collections.abc import Callable

from django.db import DatabaseError, connection, connections, transaction

from humas.base import triggers

TABLE = "comments_search"
OF = "comments_comment"
COLUMNS = ("name", "body", "site")
STEP = 200
"""Pages of the index that are put together in one transaction."""

_CHANGED = " OR ".join(f"OLD.{name} IS DISTINCT FROM NEW.{name}" for name in COLUMNS)
_OF_COLUMNS = ", ".join(COLUMNS)


def missing(using="default") -> list[str]:
    """Names of triggers that are not in the database."""
    laid = triggers.there(connections[using])
    return [name for name in _names(connections[using].vendor) if name not in laid]


def lay(*, using="default", **_kwargs) -> None:
    """Lay table and triggers where the comments are there; where one was missing, read all words anew."""
    tables = connections[using].introspection.table_names()
    if OF in tables and (TABLE not in tables or missing(using)):
        read_anew(using)


def read_anew(using="default") -> int:
    """Make the index from what is stored; how many comments it knows."""
    database = connections[using]
    with transaction.atomic(using), database.cursor() as cursor:
        if database.vendor == "postgresql":
            cursor.execute(f"LOCK TABLE {OF} IN SHARE ROW EXCLUSIVE MODE")
        for statement in POSTGRESQL if database.vendor == "postgresql" else SQLITE:
            cursor.execute(statement)
        cursor.execute(f"SELECT COUNT(*) FROM {OF}")
        return cursor.fetchone()[0]


def forget(is_over: Callable[[], bool] = lambda: False) -> None:
    """
    Let what was erased leave the index too; FTS5 only notes that it is gone.

    Short transactions, so that whoever serves readers meanwhile waits for one of them at most.
    """
    if connection.vendor == "postgresql":
        return  # its rows go with everybody's, by autovacuum
    step = -STEP
    while not is_over():
        with connection.cursor() as cursor:
            before = _changes(cursor)
            cursor.execute(f"INSERT INTO {TABLE} ({TABLE}, rank) VALUES ('merge', {step})")
            if _changes(cursor) - before < 2:  # so FTS5 says that all is one
                return
        step = STEP


def differs() -> bool:
    """Whether the index does not hold just the words that are stored. Reads every comment."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                f"SELECT EXISTS (SELECT 1 FROM {OF} c FULL JOIN {TABLE} s ON s.rowid = c.id "
                f"WHERE s.{TABLE} IS DISTINCT FROM {_words('c.')})"
            )
            return cursor.fetchone()[0]
        try:
            cursor.execute(f"INSERT INTO {TABLE} ({TABLE}, rank) VALUES ('integrity-check', 1)")
        except DatabaseError:
            return True
        return False


def _changes(cursor) -> int:
    return cursor.execute("SELECT total_changes()").fetchone()[0]


_GONE = f"INSERT INTO {TABLE} ({TABLE}, rowid, {_OF_COLUMNS}) VALUES ('delete', OLD.id, OLD.name, OLD.body, OLD.site);"
_COME = f"INSERT INTO {TABLE} (rowid, {_OF_COLUMNS}) VALUES (NEW.id, NEW.name, NEW.body, NEW.site);"
_ON_SQLITE = {
    f"{TABLE}_insert": f"AFTER INSERT ON {OF} BEGIN {_COME} END",
    f"{TABLE}_delete": f"AFTER DELETE ON {OF} BEGIN {_GONE} END",
    f"{TABLE}_update": (
        f"AFTER UPDATE OF {_OF_COLUMNS} ON {OF} WHEN {_CHANGED.replace('IS DISTINCT FROM', 'IS NOT')} "
        f"BEGIN {_GONE} {_COME} END"
    ),
}
SQLITE = [
    f"DROP TABLE IF EXISTS {TABLE}",
    f"CREATE VIRTUAL TABLE {TABLE} USING fts5({_OF_COLUMNS}, content='{OF}', content_rowid='id', "
    "tokenize='unicode61 remove_diacritics 0', prefix='2 3', columnsize=0)",
    *(f"DROP TRIGGER IF EXISTS {name}" for name in _ON_SQLITE),
    *(f"CREATE TRIGGER {name} {rest}" for name, rest in _ON_SQLITE.items()),
    f"INSERT INTO {TABLE} ({TABLE}) VALUES ('rebuild')",
]

SIGNS = "./:@-_+,=%#?&''~"
"""To PostgreSQL some of these make one word of a host, an address, a path or a number."""


def _words(row: str) -> str:
    text = " || ' ' || ".join(f"{row}{name}" for name in COLUMNS)
    return f"to_tsvector('simple', translate({text}, '{SIGNS}', '{' ' * (len(SIGNS) - 1)}'))"


_ON_POSTGRESQL = {
    f"{TABLE}_insert": (
        f"INSERT INTO {TABLE} VALUES (NEW.id, {_words('NEW.')});",
        "INSERT ON {} FOR EACH ROW",
    ),
    f"{TABLE}_delete": (f"DELETE FROM {TABLE} WHERE rowid = OLD.id;", "DELETE ON {} FOR EACH ROW"),
    f"{TABLE}_update": (
        f"UPDATE {TABLE} SET {TABLE} = {_words('NEW.')} WHERE rowid = NEW.id;",
        f"UPDATE OF {_OF_COLUMNS} ON {{}} FOR EACH ROW WHEN ({_CHANGED})",
    ),
    f"{TABLE}_truncate": (f"DELETE FROM {TABLE};", "TRUNCATE ON {} FOR EACH STATEMENT"),
}
POSTGRESQL = [
    f"DROP TABLE IF EXISTS {TABLE}",
    f"CREATE TABLE {TABLE} (rowid bigint PRIMARY KEY, {TABLE} tsvector NOT NULL)",
    f"INSERT INTO {TABLE} SELECT id, {_words('')} FROM {OF}",
    f"CREATE INDEX {TABLE}_words ON {TABLE} USING gin ({TABLE})",
    *(
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {act} RETURN NULL; END $$"
        for name, (act, _when) in _ON_POSTGRESQL.items()
    ),
    *(
        f"CREATE OR REPLACE TRIGGER {name} AFTER {when.format(OF)} EXECUTE FUNCTION {name}()"
        for name, (_act, when) in _ON_POSTGRESQL.items()
    ),
]


def _names(vendor: str) -> list[str]:
    return list(_ON_POSTGRESQL if vendor == "postgresql" else _ON_SQLITE)
