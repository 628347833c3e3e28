"""
What a comment becomes after it was received: the one place where it is decided on.

The queue, the operator's command and every later door call these functions, which
ask `transitions` who may do what. Each is one transaction with its rows held and a
line in the record; nothing happens behind a signal. What its writer does with a
comment is in `by_writer`, decisions on whatever a filter shows in `bulk`.
"""

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_
from typing import NamedTuple
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet, Subquery, Value
from django.utils import timezone
from django.utils.translation import gettext as _

from comments import grounds, sets
from comments.mail import letters
from comments.models import Comment, Decision, Status
from comments.models.comment import DECIDABLE
from comments.models.decision import NOT_A_DECISION, NOT_DECIDING, Act
from comments.transitions import Who, allows, befores
from humas.base import pages

LONGEST_REASON = 500

WORDS = {"approve": Status.APPROVED, "spam": Status.SPAM, "trash": Status.TRASH, "pending": Status.PENDING}
"""Decisions by the names that forms and commands send."""


class DecidedMeanwhile(Exception):
    """Somebody changed what a moderator was just deciding on; `lines` are the newest of each such comment."""

    def __init__(self, lines: list[Decision]):
        super().__init__(lines)
        self.lines = lines


def new_batch() -> UUID:
    """One act of one person, whatever it touches: what is undone together."""
    return uuid4()


def decide(
    comments: Iterable[int],
    status: str,
    *,
    by=None,
    rule: str = "",
    reason: str = "",
    ground: str = "",
    batch: UUID | None = None,
    seen: Mapping[int, int] | None = None,
) -> list[Comment]:
    """
    Give comments (by number) one status, record each decision, return those that changed.

    Comments that have this status already, or that their writer took back, stay
    as they are and leave no line; so does an answer of the newsroom itself, but for showing
    it and throwing it away. `ground` (a slug of `comments.grounds`) is what
    the writer is told of a refusal, `reason` is for the record alone. Raises
    ValidationError for a status that is not a moderator's to give, and for no such ground.

    `seen` says for each comment the newest line of the record its moderator was shown
    (0 for none). Where a newer one gave it another status than this, DecidedMeanwhile is
    raised and nothing changes.
    """
    told = checked(status, ground)
    who = Who.behind(by, rule)
    at = timezone.now()
    with transaction.atomic():
        locked = _locked(comments)
        _ask_whether_seen(locked, status, seen or {})
        changed = [one for one in locked if allows(one.status, Act.DECIDED, status, who) and _fits(one, status)]
        numbers = [comment.pk for comment in changed]
        rows = Comment.objects.filter(pk__in=numbers)
        sets.write_lines(
            rows,
            comment=F("pk"),
            act=Act.DECIDED,
            before=F("status"),
            after=Value(status),
            by=by,
            batch=batch or new_batch(),
            at=at,
            rule=rule,
            reason=shortened(reason),
            ground=told,
        )
        sets.lay(rows, status, by=by, at=at)
        pages.touched(*{pages.article(comment.article_id) for comment in changed})
        letters.decided(numbers, status, told, by_rule=who == Who.RULE)
    for comment in changed:
        comment.status, comment.same_key, comment.decided_by, comment.decided_at = status, None, by, at
    return changed


def checked(status: str, ground: str) -> str:
    """What the writers are told by a decision; ValidationError for none that a moderator can take."""
    if status not in DECIDABLE:
        raise ValidationError(_("This is not a decision on a comment."), code="no_decision")
    if ground and grounds.known(ground) is None:
        raise ValidationError(_("There is no such reason to tell the writer."), code="no_ground")
    return ground if status in (Status.SPAM, Status.TRASH) else ""


def shortened(reason: str) -> str:
    """As the record keeps it; PostgreSQL stores no NUL."""
    return reason.replace("\0", "")[:LONGEST_REASON]


def undoable(batch: UUID) -> QuerySet:
    """Lines of a batch that nobody has decided over since: what undoing it would take back."""
    deciding = Decision.objects.filter(comment_id=OuterRef("comment_id")).exclude(act__in=NOT_DECIDING)
    # A batch that decided twice on one comment cannot say to what it would go back.
    other = deciding.filter(Q(pk__gt=OuterRef("pk")) | Q(batch=batch, pk__lt=OuterRef("pk")))
    return Decision.objects.filter(batch=batch, act__in=(Act.DECIDED, Act.UNDONE)).exclude(Exists(other))


def last_act(batch: UUID) -> tuple[int, str] | None:
    """What the bar says of a batch: how many comments it gave which status; None where nothing can be taken back."""
    told = undoable(batch).order_by().aggregate(count=Count("pk"), status=Min("to_status"))
    return (told["count"], told["status"]) if told["count"] else None


class Undone(NamedTuple):
    back: int
    left: int
    batch: UUID
    """The undoing is a batch of decisions itself."""

    @property
    def only(self) -> int | None:
        """The number of the comment, where one was restored."""
        lines = Decision.objects.filter(batch=self.batch)
        return lines.values_list("comment_id", flat=True).first() if self.back == 1 else None


def undo(batch: UUID, *, by=None) -> Undone:
    """
    Take one batch of decisions back, of any size, in one transaction: how many are restored, how many left alone.

    A comment decided on again since is left alone: undoing must not overwrite
    somebody's later decision, nor bring back what its writer withdrew.
    """
    who = Who.behind(by, "")
    again, at = new_batch(), timezone.now()
    with transaction.atomic():
        lines = Decision.objects.filter(batch=batch, act__in=(Act.DECIDED, Act.UNDONE)).order_by()
        ours = sets.held(Comment.objects.filter(pk__in=lines.values("comment_id")))
        now = Comment.objects.filter(pk=OuterRef("comment_id")).values("status")
        stands = undoable(batch).filter(_ways_back(who), comment_id__in=ours.values("pk"), to_status=Subquery(now))
        whole = ours.count()
        back = sets.write_lines(
            stands,
            comment=F("comment_id"),
            act=Act.UNDONE,
            before=F("to_status"),
            after=F("from_status"),
            by=by,
            batch=again,
            at=at,
        )
        sets.give_status(again, by=by, at=at)
    return Undone(back, whole - back, again)


def _ways_back(who: Who) -> Q:
    """Lines that `who` may take back: from the status they gave to the one that was before."""
    ways = (Q(from_status=status, to_status__in=befores(Act.UNDONE, status, who)) for status in Status)
    return reduce(or_, ways)


def look_at_email(comment: Comment, *, by, reason: str = "") -> str:
    """The writer's address, after a line in the record says who looked; none where it was just erased."""
    with transaction.atomic():
        # As it stands now: between two lines of the record no status may be missing.
        status = Comment.objects.select_for_update().filter(pk=comment.pk).values_list("status", flat=True).first()
        if status is None:
            return ""
        Decision.objects.create(
            comment_id=comment.pk,
            act=Act.EMAIL_SEEN,
            from_status=status,
            to_status=status,
            by=by,
            reason=reason,
            batch=new_batch(),
        )
    return comment.email


def _fits(comment: Comment, status: str) -> bool:
    return comment.official_by_id is None or status in (Status.APPROVED, Status.TRASH)


def _ask_whether_seen(locked: list[Comment], status: str, seen: Mapping[int, int]) -> None:
    asked = [comment.pk for comment in locked if comment.pk in seen and comment.status != status]
    lines = Decision.objects.filter(comment_id__in=asked).exclude(act__in=NOT_A_DECISION).select_related("by")
    newest = {line.comment_id: line for line in lines.order_by("pk")} if asked else {}
    if unseen := [line for number, line in sorted(newest.items()) if line.pk > seen[number]]:
        raise DecidedMeanwhile(unseen)


def _locked(numbers: Iterable[int]) -> list[Comment]:
    """Rows as they are now, in one order for everybody, held until the transaction ends."""
    rows = Comment.objects.kept().select_for_update(of=("self",)).filter(pk__in=list(numbers))
    return list(rows.only("pk", "status", "article_id", "same_key", "official_by").order_by("pk"))
