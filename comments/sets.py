"""
One act on any number of comments, in a fixed number of statements.

The lines of a batch say which comments it is about: they are written first, by
the database from a question put to it, and what follows asks for them. Call it
all in one transaction.
"""

from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BigIntegerField, CharField, DateTimeField, QuerySet, UUIDField, Value
from django.db.models.expressions import RawSQL

from comments.models import Comment, Decision
from humas.base import pages


def held(rows: QuerySet) -> QuerySet:
    """
    The same comments, as they are now, held until the transaction ends.

    PostgreSQL takes the rows one after the other by their numbers, as everybody does, so that
    two acts that cross wait for each other once; who asks for them afterwards sees what the first
    has done. SQLite lets one write at a time, and holds everything from the first statement on.
    """
    ours = Comment.objects.kept().filter(pk__in=(rows if rows.query.is_sliced else rows.order_by()).values("pk"))
    if connection.vendor != "postgresql":
        return ours
    locked = ours.order_by("pk").select_for_update(of=("self",)).values_list("pk", flat=True)
    numbers = list(locked)
    # One array, not so many parameters; each of them is a row that is ours until the end.
    return Comment.objects.kept().filter(pk__in=RawSQL("SELECT unnest(%s::bigint[])", [numbers]))


def write_lines(
    rows: QuerySet, *, comment, act: str, before, after, by, batch: UUID, at, rule="", reason="", ground=""
) -> int:
    """Add a line for each of these rows; `comment`, `before` and `after` are expressions over them. How many."""
    words = CharField()
    columns = {
        "comment_id": comment,
        "act": Value(act, words),
        "from_status": before,
        "to_status": after,
        "by_id": Value(by and by.pk, BigIntegerField()),
        "rule": Value(rule, words),
        "reason": Value(reason, words),
        "ground": Value(ground, words),
        "batch": Value(batch, UUIDField()),
        "at": Value(at, DateTimeField()),
    }
    named = {f"line_{name}": expression for name, expression in columns.items()}
    lines = rows.order_by("pk").annotate(**named).values_list(*named)
    try:
        select, params = lines.query.sql_with_params()
    except EmptyResultSet:  # it can be seen without asking
        return 0
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {Decision._meta.db_table} ({', '.join(columns)}) {select}", params)
        return cursor.rowcount


def of_batch(batch: UUID) -> QuerySet:
    """The comments that this batch has lines about."""
    return Comment.objects.filter(pk__in=Decision.objects.filter(batch=batch).order_by().values("comment_id"))


def lay(rows: QuerySet, status: str, *, by, at) -> None:
    """Give these comments what their lines say of them."""
    rows.update(status=status, same_key=None, decided_by=by, decided_at=at)


def give_status(batch: UUID, *, by, at) -> None:
    """The same for all of a batch that was just written, whatever they are given; the pages they stand on are told."""
    lines = Decision.objects.filter(batch=batch).order_by()
    for status in lines.values_list("to_status", flat=True).distinct():
        lay(Comment.objects.filter(pk__in=lines.filter(to_status=status).values("comment_id")), status, by=by, at=at)
    stories = of_batch(batch).order_by().values_list("article_id", flat=True).distinct()
    pages.touched(*map(pages.article, stories))
