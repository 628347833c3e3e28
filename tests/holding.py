"""Another connection in the middle of a long write."""

from contextlib import contextmanager

from django.db import connection

# How long our own connection waits, and how another one takes what a write needs; reading goes on.
IMPATIENCE = {"sqlite": "PRAGMA busy_timeout = 50", "postgresql": "SET lock_timeout = '50ms'"}
TAKING = {
    "sqlite": ["BEGIN IMMEDIATE"],
    "postgresql": ["BEGIN", "LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE"],
}


@contextmanager
def held_by_another(table: str):
    """While this lasts, nobody writes to the table (SQLite: to any), and our own connection does not wait long."""
    other = connection.copy()
    with connection.cursor() as cursor:
        cursor.execute(IMPATIENCE[connection.vendor])
    try:
        with other.cursor() as cursor:
            for statement in TAKING[connection.vendor]:
                cursor.execute(statement.format(table=table))
            yield
            cursor.execute("ROLLBACK")
    finally:
        other.close()
        connection.close()  # the next one is as patient as ever
