"""
Finding the numbers on one page of a filter without walking through all that waits.

What a view holds is found along its own index, in its order. Where some criterion
has few comments it is asked first, and only those are looked at. SQLite knows
nothing of how many rows an index would lead it to, so that columns which shall not
lead are written as `+column` (https://sqlite.org/queryplanner.html).
"""

from typing import Any

from django.db.models import Func, Q, QuerySet

from articles.site.cursor import Cursor
from comments.models import Comment
from comments.queue.criteria import Criterion
from comments.queue.view import View

FEW = 1000
NEAR = (400, 4000)
"""Where words are common, so many of the newest that have them are looked at first, and then so many."""


class Loose(Func):
    """A column that leads to no index."""

    arity = 1

    def as_sql(self, compiler, connection, **_extra):
        sql, params = compiler.compile(self.source_expressions[0])
        return f"+{sql}" if connection.vendor == "sqlite" else sql, params


def rows(view: View, person: int, criteria: list[Criterion]) -> QuerySet:
    """All that is meant, in no order; nothing at all where some criterion is not known."""
    columns = view.conditions(person)
    if columns is None or any(criterion.told for criterion in criteria):
        return Comment.objects.none()
    found = Comment.objects.kept().filter(**_looked_up(columns))
    for criterion in criteria:
        found = found.filter(**criterion.columns)
        if criterion.is_found is not None:
            found = found.filter(criterion.is_found)
        elif not criterion.columns:
            found = found.filter(pk__in=criterion.own)
    return found


def page(
    view: View, person: int, criteria: list[Criterion], after: Cursor | None, size: int, held: int
) -> list[tuple[int, Any]]:
    """
    (number, time) of the next `size` comments, in the view's order; what was searched for: the newest first.

    `held` is how many comments the view holds.
    """
    columns = view.conditions(person)
    if columns is None or not held or any(criterion.told for criterion in criteria):
        return []
    few = _few(criteria)
    words = next((criterion.own for criterion in criteria if criterion.key == "cari"), None)
    if words is None or few is not None:
        return list(_in_order(_led(columns, criteria, few), view, words is not None, after)[:size])
    if held <= FEW:
        return list(_in_order(_led(columns, criteria, None).filter(pk__in=words), view, True, after)[:size])
    words = words.filter(number__lt=after.pk) if after else words
    for numbers in (*(words[:near] for near in NEAR), words):
        shown = list(_in_order(_led(columns, criteria, numbers), view, True, after)[:size])
        if len(shown) == size:
            break
    return shown


def _few(criteria: list[Criterion]) -> set[int] | None:
    """The comments that have all of what few have; None where every criterion has many."""
    few: set[int] | None = None
    for criterion in criteria:
        if criterion.own is not None and few != set():
            own = set(criterion.own[: FEW + 1])
            if len(own) <= FEW:
                few = own if few is None else few & own
    return few


def _led(columns: dict[str, Any], criteria: list[Criterion], numbers) -> QuerySet:
    """What has all of it, found by these numbers where there are some, else along the view."""
    found = Comment.objects.kept()
    asked = [pair for criterion in criteria for pair in criterion.columns.items()]
    of_view = list(_looked_up(columns).items())
    if numbers is None:
        leading = [pair for pair in asked if pair[0].startswith("created_at")]
        asked = [pair for pair in asked if pair not in leading]
        for name, value in of_view + leading:
            found = found.filter(**{name: value})
    else:
        found, asked = found.filter(pk__in=numbers), asked + of_view
    for criterion in criteria:
        if criterion.is_found is not None:
            found = found.filter(criterion.is_found)
    found = found.alias(**{f"loose_{name}": Loose(name) for name in {name.rpartition("__")[0] for name, _ in asked}})
    for name, value in asked:
        found = found.filter(**{f"loose_{name}": value})
    return found


def _in_order(found: QuerySet, view: View, is_search: bool, after: Cursor | None) -> QuerySet:
    side, sign = ("gt", "") if view.is_oldest_first and not is_search else ("lt", "-")
    if is_search:
        found = found.filter(pk__lt=after.pk) if after else found
        return found.order_by("-pk").values_list("pk", "created_at")
    if after:
        # The first condition alone lets the index begin in the right place; the second settles equal times.
        beyond = Q(**{f"{view.by}__{side}": after.at}) | Q(**{f"pk__{side}": after.pk})
        found = found.filter(**{f"{view.by}__{side}e": after.at}).filter(beyond)
    return found.order_by(f"{sign}{view.by}", f"{sign}pk").values_list("pk", view.by)


def _looked_up(columns: dict[str, Any]) -> dict[str, Any]:
    return {f"{name}__in": values for name, values in columns.items()}
