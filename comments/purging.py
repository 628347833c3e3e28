"""
Forgetting in time: what the newsroom promised to keep only for so many days.

Batches of 500, each a transaction of its own: whoever serves readers meanwhile
waits for one of them at most, and a purge that was killed has done whole ones.
Of each comment it touches the record gets a line, by number; the record itself
loses nothing.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Max, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from comments.identity import confirming, signing_in
from comments.models import Comment, Decision, Finding, Forwarding, Note, Redaction, Status
from comments.models.decision import NOT_A_DECISION, Act
from comments.moderation import new_batch
from comments.queue import index
from comments.transitions import Who, ask
from humas.base.models import Letter, Newsroom

BATCH = 500
LETTERS_FOR = timedelta(days=30)

PLACES = "places"
"""Hollow comments: each goes when the last answer below it has gone."""

KINDS = ("unconfirmed", "spam", "trash", "withdrawn", "emails", "networks", "letters", "links", "readers")


def purge(
    now: datetime | None = None,
    progress: Callable[[str, int], object] = lambda kind, count: None,
    is_over: Callable[[], bool] = lambda: False,
) -> dict[str, int]:
    """
    Erase what is due, and say how many of each of KINDS; safe to run again, and beside another.

    `progress` hears after each batch what it was and how many so far; `is_over` may
    end the work between two batches: the rest is still due next time.
    """
    now = now or timezone.now()
    batch = new_batch()
    counts = dict.fromkeys((*KINDS, PLACES), 0)
    for kind, (due, erase) in (_steps(now) | {PLACES: (Comment.objects.filter(body=""), _remove)}).items():
        below = None
        while not is_over():
            # From the newest down: answers go before what they answer, and nothing is met twice.
            numbers = list(
                (due.filter(pk__lt=below) if below else due).order_by("-pk").values_list("pk", flat=True)[:BATCH]
            )
            if not numbers:
                break
            below = numbers[-1]
            with transaction.atomic():
                counts[kind] += erase(due.filter(pk__in=numbers), batch)
            if kind != PLACES:
                progress(kind, counts[kind])
    del counts[PLACES]
    index.forget(is_over)
    return counts


def due_now(now: datetime | None = None) -> dict[str, int]:
    """How many of each of KINDS `purge` would erase."""
    return {kind: due.count() for kind, (due, _erase) in _steps(now or timezone.now()).items()}


def _steps(now: datetime) -> dict:
    """Kind → (what is due, the function that erases a batch of it)."""
    keeps = Newsroom.current()

    def ago(days: int) -> datetime:
        return now - timedelta(days=days)

    old_address = Comment.objects.filter(created_at__lt=ago(keeps.email_days)).exclude(email_digest="")
    old_network = Comment.objects.filter(created_at__lt=ago(keeps.network_days)).exclude(network_digest="")
    over = Q(sent_at__isnull=False) | Q(next_try_at=None)
    return {
        "unconfirmed": (confirming.unconfirmed_expired(now), _remove),
        "spam": (_put_aside(Status.SPAM, ago(keeps.spam_days)), _remove),
        "trash": (_put_aside(Status.TRASH, ago(keeps.trash_days)), _remove),
        "withdrawn": (_put_aside(Status.WITHDRAWN, ago(keeps.trash_days)), _remove),
        "emails": (old_address, _forget_addresses),
        "networks": (old_network, _forget_networks),
        "letters": (Letter.objects.filter(over, created_at__lt=now - LETTERS_FOR), _drop),
        "links": (signing_in.ended(now), _drop),
        "readers": (signing_in.unused(now, keeps.email_days), _drop),
    }


def _put_aside(status: str, before: datetime):
    """Comments that came to this status before then; what a rule put aside, and nobody decided on, when it came in."""
    lines = Decision.objects.filter(comment_id=OuterRef("pk")).exclude(act__in=NOT_A_DECISION)
    latest = Subquery(lines.order_by().values("comment_id").annotate(latest=Max("at")).values("latest"))
    aside = Comment.objects.kept().filter(status=status, created_at__lt=before)
    return aside.annotate(since=Coalesce(latest, "created_at")).filter(since__lt=before)


def _remove(due, batch: UUID) -> int:
    """Delete comments; of one that has answers only its place stays, without name, words and address."""
    found = _locked(due, "status", "parent_id", "body")
    numbers = {comment.pk for comment in found}
    children: dict[int, set[int]] = {}
    for child, parent in Comment.objects.filter(parent__in=numbers).values_list("pk", "parent"):
        children.setdefault(parent, set()).add(child)
    gone: set[int] = set()
    for comment in found:  # the newest first, so that answers were judged before
        if children.get(comment.pk, set()) <= gone:
            gone.add(comment.pk)
    for beside in (Finding, Note, Redaction, Forwarding):
        beside.objects.filter(comment__in=numbers)._raw_delete(due.db)
    whole = [comment for comment in found if comment.body]
    hollow = {comment.pk for comment in whole} - gone
    _note([(one.pk, one.status, _status_after(one) if one.pk in hollow else one.status) for one in whole], batch)
    Comment.objects.filter(pk__in=hollow).exclude(status=Status.WITHDRAWN).update(status=Status.TRASH)
    Comment.objects.filter(pk__in=hollow).update(
        **{"name": "", "email": "", "email_digest": "", "site": "", "body": "", "body_html": ""},
        **{"held_for": [], "evidence": {}, "network_digest": "", "same_key": None, "mail_consent_at": None},
        **{"receipt_digest": None, "receipt_token": "", "decided_by": None, "decided_at": None},
        **{"is_suspect": False, "is_hidden": False, "redactions": []},
    )
    going = Comment.objects.filter(pk__in=gone)
    going._raw_delete(going.db)  # delete() would refuse an answer that goes together with what it answers
    return len(whole)


def _status_after(comment: Comment) -> str:
    return comment.status if comment.status == Status.WITHDRAWN else Status.TRASH


def _forget_addresses(due, batch: UUID) -> int:
    found = _locked(due, "status")
    _note([(one.pk, one.status, one.status) for one in found], batch, "email")
    ours = Comment.objects.filter(pk__in=[one.pk for one in found])
    return ours.update(email="", email_digest="", same_key=None, mail_consent_at=None)


def _forget_networks(due, batch: UUID) -> int:
    """Without a line in the record: the digest was part of no decision, and every comment has one."""
    return Comment.objects.filter(pk__in=[one.pk for one in _locked(due)]).update(network_digest="")


def _drop(due, batch: UUID) -> int:
    return due.delete()[0]


def _locked(due, *columns: str) -> list[Comment]:
    """What is still due, now that nobody else can change it; the newest first."""
    return list(due.select_for_update(of=("self",)).only("pk", *columns).order_by("-pk"))


def _note(moves: list[tuple[int, str, str]], batch: UUID, what: str = "") -> None:
    for _number, before, after in moves:
        ask(before, Act.ERASED, after, Who.RULE)
    Decision.objects.bulk_create(
        Decision(
            comment_id=number,
            act=Act.ERASED,
            from_status=before,
            to_status=after,
            rule="purge",
            reason=what,
            batch=batch,
        )
        for number, before, after in moves
    )
