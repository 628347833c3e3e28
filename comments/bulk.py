"""
Decisions on whatever a filter shows, by the question and not by thousands of numbers.

What arrived, or was decided on, after the page was made is left alone: nobody
decides on what nobody was shown. One transaction, whole or absent; `moderation.undo`
takes it back whole.
"""

import itertools
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value
from django.utils import timezone

from comments import moderation, sets
from comments.mail import letters
from comments.models import Comment, Decision, Status
from comments.models.decision import NOT_A_DECISION, Act
from comments.transitions import Who, befores

LOOKED_AT = 200
LONGEST_TEXT = 4000


class Done(NamedTuple):
    batch: UUID
    count: int
    """How many comments have changed."""
    left: int
    """How many the filter shows by now that came, or were decided on, after the snapshot."""


@dataclass(frozen=True)
class Newest:
    """
    The newest number of a table that could be seen, and smaller ones that could not.

    PostgreSQL gives numbers before it shows rows: one that is missing among the newest may
    belong to a row whose transaction is not over yet. `missing` are (first, last).
    """

    number: int = 0
    missing: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, rows: QuerySet) -> "Newest":
        numbers = list(rows.order_by("-pk").values_list("pk", flat=True)[:LOOKED_AT])
        pairs = itertools.pairwise(numbers)
        gaps = tuple((lower + 1, upper - 1) for upper, lower in pairs if upper - lower > 1)
        return cls(numbers[0], gaps) if numbers else cls()

    def later(self, name: str) -> Q:
        """Rows whose number, under this name, was not there to be seen."""
        later = Q(**{f"{name}__gt": self.number})
        for gap in self.missing:
            later |= Q(**{f"{name}__range": gap})
        return later

    def __str__(self):
        return "-".join(map(str, [self.number, *(number for gap in self.missing for number in gap)]))

    @classmethod
    def read(cls, text: str) -> "Newest":
        numbers = [cls._number(word) for word in text.split("-")]
        gaps = tuple(zip(numbers[1::2], numbers[2::2], strict=True))
        if any(first > last or last >= numbers[0] for first, last in gaps):
            raise ValueError("no gaps below a number")
        return cls(numbers[0], gaps)

    @staticmethod
    def _number(word: str) -> int:
        if not (word.isascii() and word.isdigit() and len(word) < 19):
            raise ValueError("not a number")
        return int(word)


@dataclass(frozen=True)
class Snapshot:
    """What there was when a page was made: comments, and lines of the record. Its text stands in the page's form."""

    comments: Newest
    lines: Newest

    @classmethod
    def now(cls) -> "Snapshot":
        """Take it before the page asks for what it shows. Two queries."""
        # Lines first: a comment that came between the two has none.
        lines = Newest.of(Decision.objects.all())
        return cls(Newest.of(Comment.objects.all()), lines)

    def __str__(self):
        return f"{self.comments}.{self.lines}"

    @classmethod
    def read(cls, text: str) -> "Snapshot":
        """Raises ValueError for what is no snapshot."""
        if len(text) > LONGEST_TEXT:
            raise ValueError("too long for a snapshot")
        comments, lines = text.split(".")
        return cls(Newest.read(comments), Newest.read(lines))

    def is_unseen(self) -> Q:
        """Comments that came, or were decided on, since."""
        lines = Decision.objects.filter(self.lines.later("pk"), comment_id=OuterRef("pk"))
        return self.comments.later("pk") | Q(Exists(lines.exclude(act__in=NOT_A_DECISION)))


def decide_all(rows: QuerySet, snapshot: Snapshot, status: str, *, by, reason: str = "", ground: str = "") -> Done:
    """
    Give every comment of `rows` that the snapshot knows one status, in one transaction.

    As `moderation.decide`: what may not be decided on, or has this status already, stays as it is
    and leaves no line; the writers who asked for it are told. Raises ValidationError for a
    status that is not a moderator's to give, and for no such ground.
    """
    told = moderation.checked(status, ground)
    who = Who.behind(by, "")
    batch, at = moderation.new_batch(), timezone.now()
    with transaction.atomic():
        ours = sets.held(rows)
        if status not in (Status.APPROVED, Status.TRASH):  # an answer of the newsroom itself is shown or thrown away
            ours = ours.filter(official_by=None)
        unseen = snapshot.is_unseen()
        left = ours.filter(unseen).exclude(status=status).count()
        count = sets.write_lines(
            ours.filter(~unseen, status__in=befores(Act.DECIDED, status, who)),
            comment=F("pk"),
            act=Act.DECIDED,
            before=F("status"),
            after=Value(status),
            by=by,
            batch=batch,
            at=at,
            reason=moderation.shortened(reason),
            ground=told,
        )
        sets.give_status(batch, by=by, at=at)
        letters.decided(sets.of_batch(batch), status, told)
    return Done(batch, count, left)
