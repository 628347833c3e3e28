"""
The record read from its beginning and held against what is stored.

Every comment's lines must follow from one another and end at what is stored of
it; a comment that is no more must have been erased by a line. In windows of so
many numbers: the memory it takes does not grow, and nobody waits for it.
"""

from collections.abc import Callable, Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from django.db import transaction
from django.db.models import Max, Q

from comments.models import Comment, Decision, Status
from comments.models.decision import NOT_DECIDING, Act
from comments.transitions import TABLE

WINDOW = 1000


class Line(NamedTuple):
    comment_id: int
    act: str
    from_status: str
    to_status: str
    by_id: int | None
    at: object


class Stored(NamedTuple):
    pk: int
    status: str
    decided_by_id: int | None
    decided_at: object
    is_hollow: bool


def differing(progress: Callable[[int, int], object] = lambda done, last: None) -> Iterator[int]:
    """
    Numbers of comments that are not what the record says, ascending; safe while others decide.

    `progress` hears after each window up to which number of which it has come.
    """
    last = newest_number()
    for first in range(1, last + 1, WINDOW):
        end = min(first + WINDOW - 1, last)
        suspects = _compared((first, end))
        if suspects:  # somebody may have decided between our two questions: ask for these again, at one moment
            with transaction.atomic():
                list(Comment.objects.filter(pk__in=suspects).order_by("pk").select_for_update().values_list("pk"))
                suspects = sorted(set(suspects) & set(_compared((first, end))))
        yield from suspects
        progress(end, last)


def newest_number() -> int:
    """The greatest number of a comment, stored or named in the record."""
    stored = Comment.objects.aggregate(last=Max("pk"))["last"] or 0
    return max(stored, Decision.objects.aggregate(last=Max("comment_id"))["last"] or 0)


def _compared(window: tuple[int, int]) -> list[int]:
    columns = [name for name in Stored._fields if name != "is_hollow"]
    rows = Comment.objects.filter(pk__range=window).order_by("pk").annotate(is_hollow=Q(body=""))
    stored = {row[0]: Stored(*row) for row in rows.values_list(*columns, "is_hollow")}
    lines = Decision.objects.filter(comment_id__range=window).order_by("comment_id", "pk").values_list(*Line._fields)
    wrong = {number for number, comment in stored.items() if not _may_stand_without_a_line(comment)}
    for number, history in groupby(map(Line._make, lines), key=lambda line: line.comment_id):
        wrong.discard(number)
        if not _agrees(list(history), stored.get(number)):
            wrong.add(number)
    return sorted(wrong)


def _may_stand_without_a_line(stored: Stored) -> bool:
    return stored.status != Status.WITHDRAWN and (stored.decided_by_id, stored.decided_at) == (None, None)


def _agrees(lines: list[Line], stored: Stored | None) -> bool:
    return (
        all((line.from_status, line.act, line.to_status) in TABLE for line in lines)
        and all(before.to_status == after.from_status for before, after in pairwise(lines))
        and _undoings_give_back(lines)
        and (_is_what_stands(lines, stored) if stored else _is_erased(lines))
    )


def _undoings_give_back(lines: list[Line]) -> bool:
    """Each undoing takes the line before it back, and that one was a decision."""
    deciding = [line for line in lines if line.act not in NOT_DECIDING]
    if deciding and deciding[0].act == Act.UNDONE:
        return False
    return all(
        before.act in (Act.DECIDED, Act.UNDONE) and after.to_status == before.from_status
        for before, after in pairwise(deciding)
        if after.act == Act.UNDONE
    )


def _is_what_stands(lines: list[Line], stored: Stored) -> bool:
    decided = [line for line in lines if line.act in (Act.DECIDED, Act.UNDONE)]
    by, at = (decided[-1].by_id, decided[-1].at) if decided and not stored.is_hollow else (None, None)
    return (stored.status, stored.decided_by_id, stored.decided_at) == (lines[-1].to_status, by, at)


def _is_erased(lines: list[Line]) -> bool:
    return any(line.act == Act.ERASED for line in lines)
