"""Making writers of one kind wait for one another, where the database would let them pass side by side."""

from django.db import connection


def one_at_a_time(key: str) -> None:
    """
    Until this transaction ends, nobody else gets past this call with the same key.

    SQLite lets one writer in at a time anyway; PostgreSQL is asked for an
    advisory lock on 60 bits of the key, which is hexadecimal.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int(key[:15], 16)])
