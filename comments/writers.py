"""
How the newsroom stands to whoever writes from one address: trusts it, reads it first, or blocks it for a while.

It is about what comes next: nothing that is here is decided on, and nothing erased. The writer
learns nothing of it. Whoever changes it is noted as with every setting (`humas.base.changes`,
"writer:<row>"), in the same transaction; the row says what holds now.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from comments.models import Comment, Status, Writer
from comments.models.writer import Stance
from humas.base import changes
from humas.base.locks import one_at_a_time
from humas.base.models import Change

DAYS = (1, 7, 30)
LONGEST_REASON = 200


class Nobody(Exception):
    """Of this comment no address is kept: nobody can be meant by it."""


class Meanwhile(Exception):
    """Somebody changed how the newsroom stands to a writer while a moderator chose; `change` says who and when."""

    def __init__(self, change: Change):
        super().__init__(change)
        self.change = change


@dataclass(frozen=True)
class Step:
    """One change: the stance taken ("" where it was lifted), until when, why, by whom."""

    stance: str
    until: datetime | None
    why: str
    by: str
    at: datetime

    @property
    def label(self) -> str:
        return str(Stance(self.stance).label) if self.stance else ""


def take(
    pk: int, stance: str, *, by, why: str, days: int | None = None, seen: int | None = None, now: datetime | None = None
) -> Writer:
    """
    Take a stance to the writer of this comment, for so many days or for good; it replaces the one before.

    `seen` is the newest change its moderator was shown (0 for none). Raises ValidationError for
    no stance, no reason and other numbers of days, Nobody, and Meanwhile.
    """
    why = " ".join(why.replace("\0", "").split())
    if stance not in Stance.values:
        raise ValidationError({"sikap": _("Choose what becomes of new comments of this writer.")}, code="stance")
    if days is not None and days not in DAYS:
        raise ValidationError({"lama": _("Choose for how long.")}, code="days")
    if not why:
        raise ValidationError({"alasan": _("Write why; the desk keeps it.")}, code="no_reason")
    if len(why) > LONGEST_REASON:
        told = _("A reason has at most %(most)d characters; these are %(count)d.")
        raise ValidationError({"alasan": told % {"most": LONGEST_REASON, "count": len(why)}}, code="too_long")
    now = now or timezone.now()
    until = now + timedelta(days=days) if days else None
    with transaction.atomic():
        digest = _held(pk)
        writer = Writer.objects.filter(email_digest=digest).first()
        before = _noted(writer, now) if writer else {}
        if writer and _is_second_press(writer, before, seen, {"stance": stance, "why": why}, by):
            return writer
        writer = writer or Writer(email_digest=digest)
        writer.stance, writer.until, writer.why, writer.by, writer.at = stance, until, why, by, now
        writer.save()
        changes.note_values(_subject(writer), before, _noted(writer, now), by=by)
    return writer


def lift(pk: int, *, by, seen: int | None = None, now: datetime | None = None) -> bool:
    """Stand to the writer of this comment as to everybody; False where that is so. Raises Nobody and Meanwhile."""
    now = now or timezone.now()
    with transaction.atomic():
        writer = Writer.objects.filter(email_digest=_held(pk)).first()
        if writer is None or not writer.is_in_force(now):
            return False
        before = _noted(writer, now)
        _ask_whether_seen(writer, seen)
        writer.until = now
        writer.save(update_fields=["until"])
        changes.note_values(_subject(writer), before, _noted(writer, now), by=by)
    return True


def meant(pk: int) -> Comment:
    """This comment with its address alone; raises Nobody where a moderator sees none. One query."""
    rows = Comment.objects.kept().exclude(status=Status.UNCONFIRMED).exclude(email_digest="")
    found = rows.only("email", "email_digest").filter(pk=pk).first()
    if found is None:
        raise Nobody
    return found


def steps(writer: Writer) -> tuple[list[Step], int]:
    """(every change, the newest first; the number of the newest, or 0). One query."""
    found: list[Step] = []
    told: dict = {"stance": "", "until": None, "why": ""}
    rows = list(Change.objects.filter(subject=_subject(writer)).select_related("by").order_by("pk"))
    for row in rows:
        told = told | row.before | row.after
        until = parse_datetime(told["until"]) if told["until"] else None
        found.append(Step(told["stance"], until, told["why"], str(row.by or ""), row.made_at))
    return found[::-1], rows[-1].pk if rows else 0


def masked(address: str) -> str:
    """m…@g…: enough to tell two addresses apart, too little to write to one."""
    name, at, domain = address.rpartition("@")
    return f"{name[:1]}…@{domain[:1]}…" if at else "…" * bool(address)


def _held(pk: int) -> str:
    """The digest, while nobody else changes how the newsroom stands to whoever it is."""
    digest = meant(pk).email_digest
    one_at_a_time(digest)
    return digest


def _subject(writer: Writer) -> str:
    return changes.subject_of(writer)


def _noted(writer: Writer, now: datetime) -> dict:
    if not writer.is_in_force(now):
        return {"stance": "", "until": None, "why": ""}
    return {"stance": writer.stance, "until": writer.until and writer.until.isoformat(), "why": writer.why}


def _is_second_press(writer: Writer, before: dict, seen: int | None, wanted: dict, by) -> bool:
    try:
        _ask_whether_seen(writer, seen)
    except Meanwhile:
        if writer.by_id == by.pk and all(before[name] == value for name, value in wanted.items()):
            return True
        raise
    return False


def _ask_whether_seen(writer: Writer, seen: int | None) -> None:
    newest = Change.objects.filter(subject=_subject(writer)).select_related("by").first()
    if seen is not None and newest and newest.pk > seen:
        raise Meanwhile(newest)
