"""
The record of decisions is append-only, and the database sees to it.

Triggers refuse UPDATE and DELETE (and TRUNCATE on PostgreSQL). They are laid
again after every migrate, because SQLite drops them when it rebuilds a table.
"""

from django.db import connections

from humas.base import triggers as laid

TABLE = "comments_decision"
SENTENCE = "The record of decisions is append-only."

SQLITE = {
    f"{TABLE}_no_{act.lower()}": (
        f"CREATE TRIGGER IF NOT EXISTS {TABLE}_no_{act.lower()} BEFORE {act} ON {TABLE} "
        f"BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"
    )
    for act in ("UPDATE", "DELETE")
}

POSTGRESQL_FUNCTION = f"""
CREATE OR REPLACE FUNCTION {TABLE}_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{SENTENCE}' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""
POSTGRESQL = {
    f"{TABLE}_no_change": (
        f"CREATE OR REPLACE TRIGGER {TABLE}_no_change BEFORE UPDATE OR DELETE ON {TABLE} "
        f"FOR EACH ROW EXECUTE FUNCTION {TABLE}_refuse()"
    ),
    f"{TABLE}_no_truncate": (
        f"CREATE OR REPLACE TRIGGER {TABLE}_no_truncate BEFORE TRUNCATE ON {TABLE} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {TABLE}_refuse()"
    ),
}


def install_guards(*, using="default", **_kwargs):
    """Lay the triggers where the table is there; safe to call again."""
    connection = connections[using]
    if TABLE not in connection.introspection.table_names():
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL_FUNCTION)
        for statement in triggers(connection).values():
            cursor.execute(statement)


def guards_missing(using="default") -> list[str]:
    """Names of triggers that are not in the database."""
    connection = connections[using]
    there = laid.there(connection)
    return [name for name in triggers(connection) if name not in there]


def triggers(connection) -> dict[str, str]:
    """Name → the statement that lays it, for this database."""
    return POSTGRESQL if connection.vendor == "postgresql" else SQLITE
