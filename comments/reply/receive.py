"""
Receiving a reply: stored exactly once, with a receipt for its writer.

Cleaning, encrypting and reading the words for rules happen before the
transaction; inside it there are only look-ups and one insert, so that fifty
readers at once wait for nothing slow. How many queries it takes does not
depend on what is stored; only a comment that is shown at once adds those of
its decision, and a writer somebody decided about one.
"""

import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from comments import consent, moderation
from comments.identity import confirming
from comments.mail import staff
from comments.models import Comment, Status
from comments.reply import found, limits
from comments.reply.fate import Findings, fate_of, look
from comments.reply.limits import TooMany
from comments.rules import active
from humas.base.cleaning import plain_reply
from humas.base.digests import digest, of_email
from humas.base.locks import one_at_a_time

SAME_FOR = timedelta(minutes=15)
UNDECIDED = (Status.PENDING, Status.UNCONFIRMED)


@dataclass(frozen=True)
class Receipt:
    """A reader's own page about one comment: a random id, found by its digest."""

    token: str

    @property
    def url(self) -> str:
        return reverse("receipt", kwargs={"token": self.token})


@dataclass(frozen=True)
class Evidence:
    """What a request shows besides the words."""

    network_digest: str
    has_origin: bool
    trap: str = ""
    seconds: int | None = None
    is_proven: bool = False  # the writer came by a link mailed to the address


def receipt_digest(token: str) -> str:
    return digest("receipt", token)


def receive(form, evidence: Evidence) -> Receipt | TooMany:
    """Store what a valid form holds; the same reply again gives the receipt of the first."""
    comment, token = compose(form.cleaned_data, form.article, evidence)
    findings, agreement = look(comment, form.newsroom), form.agreement
    for _attempt in range(5):
        # The same reply may be stored in this very moment, or its holder be decided on: then ask again.
        with suppress(IntegrityError):
            return _store(comment, evidence, findings, agreement) or Receipt(token)
    comment.same_key = None  # nothing is left to clash with
    return _store(comment, evidence, findings, agreement) or Receipt(token)


@transaction.atomic
def _store(comment: Comment, evidence: Evidence, findings: Findings, agreement: tuple) -> Receipt | TooMany | None:
    """Insert the comment and return None, or say what stands in its way."""
    now = comment.created_at
    one_at_a_time(comment.email_digest)  # else replies sent side by side would each find the limit not reached
    if comment.same_key and (winner := _winner(comment.same_key, now)):
        return winner
    if limited := limits.reached(comment, findings.newsroom):
        return limited
    is_unconfirmed = not evidence.is_proven and confirming.is_asked(findings.newsroom)
    comment.confirmed_at = now if evidence.is_proven or is_unconfirmed else None  # judged as what it is once proven
    fate = fate_of(
        comment,
        trap=evidence.trap,
        has_origin=evidence.has_origin,
        seconds=evidence.seconds,
        findings=findings,
    )
    fate.lay_on(comment, is_unconfirmed=is_unconfirmed)
    if is_unconfirmed:
        comment.confirmed_at = None
    passes = comment.status == Status.APPROVED
    if passes:
        comment.status = Status.PENDING  # shown by a decision, as every comment is: the record names the rule
    comment.save(force_insert=True)
    found.keep([comment])
    consent.record(comment, *agreement)
    if is_unconfirmed:
        confirming.ask(comment)
    if passes:
        moderation.decide([comment.pk], Status.APPROVED, rule=fate.passed_by)
    else:
        staff.arrived(comment)
    active.count(fate.hits, now)
    return None


def compose(data: dict, article, evidence: Evidence, at: datetime | None = None) -> tuple[Comment, str]:
    """An unsaved comment from cleaned fields, with its digests, its rendering and a fresh receipt."""
    token = secrets.token_urlsafe(24)
    parent = data.get("parent")
    comment = Comment(
        article=article,
        parent=parent,
        name=data["name"],
        email=data["email"],
        email_digest=of_email(data["email"]),
        site=data.get("website", ""),
        body=data["body"],
        body_html=plain_reply(data["body"]),
        created_at=at or timezone.now(),
        network_digest=evidence.network_digest,
        receipt_token=token,
        receipt_digest=receipt_digest(token),
        mail_consent_at=(at or timezone.now()) if data.get("kabar") else None,
    )
    if not evidence.trap:
        words = (str(article.pk), str(parent.pk if parent else ""), data["name"], comment.email_digest, data["body"])
        comment.same_key = digest("same", *words, evidence.network_digest)
    return comment, token


def _winner(same_key: str, now: datetime) -> Receipt | None:
    """
    The receipt of the undecided comment that holds this key; the key holds the network, so it is the writer's.

    Who has held it longer than SAME_FOR lets go of it here.
    """
    held = Comment.objects.filter(same_key=same_key).only("receipt_token", "created_at", "status").first()
    if held is None:
        return None
    if held.created_at < now - SAME_FOR:
        Comment.objects.filter(pk=held.pk).update(same_key=None)
        return None
    return Receipt(held.receipt_token) if held.status in UNDECIDED and held.receipt_token else None
