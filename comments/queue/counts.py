"""
How many comments each view holds: exact, and never counted where somebody looks.

Triggers keep it, so that nothing that writes can forget to. SQLite has one writer at
a time, who changes the one row of a view. On PostgreSQL that row would make every
writer wait for the one before and two bulk acts lock each other out; there each
statement adds rows of its own, their sum is the count, and `compact` puts them
together now and then.
"""

from django.db import connection, connections, transaction
from django.db.models import Sum

from comments.models import Tally
from comments.queue.view import DECIDED, MINE, VIEWS, View
from humas.base import triggers

TABLE = "comments_tally"
OF = "comments_comment"
MINE_KIND = "mine"


def kind_of(view: View) -> str:
    """What the rows of a view are called; "" where nothing is counted yet."""
    if view.slug == MINE:
        return MINE_KIND
    if view.is_suspect is not None:
        return "suspect" if view.is_suspect else "honest"
    return view.status


def of_views(person: int) -> dict[str, int]:
    """{slug of a view: how many comments it holds for this person}. One query."""
    rows = Tally.objects.filter(person__in=(0, person)).order_by().values_list("kind").annotate(Sum("count"))
    found = dict(rows)
    return {view.slug: found.get(kind_of(view), 0) for view in VIEWS}


def compact() -> None:
    """Put the rows of each count together; one statement, so whoever looks sees the same sums before and after."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                f"WITH gone AS (DELETE FROM {TABLE} RETURNING kind, person, count) "
                f"INSERT INTO {TABLE} (kind, person, count) "
                "SELECT kind, person, SUM(count) FROM gone GROUP BY kind, person HAVING SUM(count) <> 0"
            )


def differ() -> bool:
    """Whether what is kept is not what a recount finds. Looks at every comment."""
    kept = {(kind, person): count for kind, person, count in _kept() if count}
    with connection.cursor() as cursor:
        cursor.execute(RECOUNT)
        return kept != {(kind, person): count for kind, person, count in cursor.fetchall()}


def missing(using="default") -> list[str]:
    """Names of triggers that are not in the database."""
    laid = triggers.there(connections[using])
    return [name for name in _names(connections[using].vendor) if name not in laid]


def lay(*, using="default", **_kwargs) -> None:
    """Lay the triggers where the tables are there, and count anew; safe to call again."""
    database = connections[using]
    if not {TABLE, OF} <= set(database.introspection.table_names()):
        return
    with transaction.atomic(using), database.cursor() as cursor:
        if database.vendor == "postgresql":
            cursor.execute(f"LOCK TABLE {OF} IN SHARE ROW EXCLUSIVE MODE")
        for statement in POSTGRESQL if database.vendor == "postgresql" else SQLITE:
            cursor.execute(statement)
        cursor.execute(f"DELETE FROM {TABLE}")
        cursor.execute(f"INSERT INTO {TABLE} (kind, person, count) {RECOUNT}")


def _kept():
    return Tally.objects.order_by().values_list("kind", "person").annotate(Sum("count"))


_DECIDED = ", ".join(f"'{status}'" for status in DECIDED)


def _kind(row: str) -> str:
    """The kind that counts a row, NULL for none."""
    return (
        f"CASE WHEN {row}body = '' THEN NULL "
        f"WHEN {row}status = 'pending' AND {row}is_suspect THEN 'suspect' "
        f"WHEN {row}status = 'pending' THEN 'honest' "
        f"WHEN {row}status IN ({_DECIDED}) THEN {row}status END"
    )


def _person(row: str) -> str:
    """Whose decision it stands by, NULL for nobody's."""
    return f"CASE WHEN {row}body <> '' AND {row}status IN ({_DECIDED}) THEN {row}decided_by_id END"


RECOUNT = f"""
SELECT kind, 0, COUNT(*) FROM (SELECT {_kind("")} AS kind FROM {OF}) AS kinds WHERE kind IS NOT NULL GROUP BY kind
UNION ALL
SELECT '{MINE_KIND}', person, COUNT(*) FROM (SELECT {_person("")} AS person FROM {OF}) AS people
WHERE person IS NOT NULL GROUP BY person
"""


def _step(row: str, by: int) -> str:
    """Statements of a SQLite trigger that count a row in or out."""
    upsert = f"ON CONFLICT (kind, person) DO UPDATE SET count = count + ({by})"
    return "".join(
        f"INSERT INTO {TABLE} (kind, person, count) "
        f"SELECT kind, person, {by} FROM (SELECT {kind} AS kind, {person} AS person) "
        f"WHERE kind IS NOT NULL AND person IS NOT NULL {upsert}; "
        for kind, person in ((_kind(row), "0"), (f"'{MINE_KIND}'", _person(row)))
    )


_MOVED = f"({_kind('OLD.')}) IS NOT ({_kind('NEW.')}) OR ({_person('OLD.')}) IS NOT ({_person('NEW.')})"
_ON_SQLITE = {
    f"{TABLE}_insert": f"AFTER INSERT ON {OF} BEGIN {_step('NEW.', 1)}END",
    f"{TABLE}_delete": f"AFTER DELETE ON {OF} BEGIN {_step('OLD.', -1)}END",
    f"{TABLE}_update": (
        f"AFTER UPDATE OF status, body, is_suspect, decided_by_id ON {OF} WHEN {_MOVED} "
        f"BEGIN {_step('OLD.', -1)}{_step('NEW.', 1)}END"
    ),
}
SQLITE = [
    f"CREATE UNIQUE INDEX IF NOT EXISTS {TABLE}_one ON {TABLE} (kind, person)",
    *(f"DROP TRIGGER IF EXISTS {name}" for name in _ON_SQLITE),
    *(f"CREATE TRIGGER {name} {rest}" for name, rest in _ON_SQLITE.items()),
]


def _delta(rows: str, by: int) -> str:
    return (
        f"SELECT {_kind('')} AS kind, 0 AS person, {by} AS count FROM {rows} "
        f"UNION ALL SELECT '{MINE_KIND}', {_person('')}, {by} FROM {rows}"
    )


def _function(name: str, deltas: str) -> str:
    return (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"INSERT INTO {TABLE} (kind, person, count) SELECT kind, person, SUM(count) FROM ({deltas}) AS steps "
        "WHERE kind IS NOT NULL AND person IS NOT NULL GROUP BY kind, person HAVING SUM(count) <> 0; "
        "RETURN NULL; END $$"
    )


_IN, _OUT = _delta("new_rows", 1), _delta("old_rows", -1)
_ON_POSTGRESQL = {
    f"{TABLE}_insert": (_IN, "INSERT", "REFERENCING NEW TABLE AS new_rows"),
    f"{TABLE}_delete": (_OUT, "DELETE", "REFERENCING OLD TABLE AS old_rows"),
    f"{TABLE}_update": (
        f"{_OUT} UNION ALL {_IN}",
        "UPDATE",
        "REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows",
    ),
}
POSTGRESQL = [
    *(_function(name, deltas) for name, (deltas, _act, _rows) in _ON_POSTGRESQL.items()),
    *(
        f"CREATE OR REPLACE TRIGGER {name} AFTER {act} ON {OF} {rows} FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
        for name, (_deltas, act, rows) in _ON_POSTGRESQL.items()
    ),
    f"CREATE OR REPLACE FUNCTION {TABLE}_truncate() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN DELETE FROM {TABLE}; RETURN NULL; END $$",
    f"CREATE OR REPLACE TRIGGER {TABLE}_truncate AFTER TRUNCATE ON {OF} "
    f"FOR EACH STATEMENT EXECUTE FUNCTION {TABLE}_truncate()",
]


def _names(vendor: str) -> list[str]:
    return [*_ON_POSTGRESQL, f"{TABLE}_truncate"] if vendor == "postgresql" else list(_ON_SQLITE)
