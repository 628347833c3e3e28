"""
What a comment's own writer does with it: confirms the address, mends the words, takes it back.

Each is one transaction with the row held and a line in the record, as in `moderation`.
"""

from django.db import transaction
from django.utils import timezone

from comments.mail import staff
from comments.models import Comment, Decision, Finding, Status
from comments.models.decision import Act
from comments.moderation import new_batch
from comments.reply import found
from comments.reply.fate import look, once_confirmed, reconsider
from comments.standing import editable_until, standing_decision
from comments.transitions import Who, ask
from humas.base import pages
from humas.base.cleaning import plain_reply
from humas.base.models import Letter

WRITER = "writer"
"""The rule's name on lines about what the holder of the receipt did."""


class TooLate(Exception):
    """A comment is its writer's to mend no longer."""


def confirm(pk: int) -> Comment | None:
    """
    The writer has shown that the address is theirs: the comment gets the fate the rules gave it (`once_confirmed`).

    None where nothing waits for that, so that a second press changes nothing.
    """
    with transaction.atomic():
        comment = _held(pk)
        if comment is None or comment.status != Status.UNCONFIRMED:
            return None
        fate = once_confirmed(comment)
        is_held_anew = fate.held_for != comment.held_for
        comment.held_for, comment.evidence, comment.is_suspect = fate.held_for, fate.evidence, fate.is_suspect
        comment.confirmed_at = timezone.now()
        _by_writer(comment, Act.CONFIRMED, fate.status)
        comment.save(update_fields=["status", "confirmed_at", "held_for", "evidence", "is_suspect"])
        if is_held_anew:
            found.keep_again(comment)
        staff.arrived(comment)
    return comment


def edit(pk: int, body: str) -> Comment:
    """
    Give a comment that still waits the words its writer means; the rules are asked again.

    `body` is what the form took. Raises TooLate when a person has decided, the
    time for it is over, or the comment is no more. The same words leave no line.
    """
    body_html = plain_reply(body)
    as_meant = Comment.objects.defer("email", "receipt_token").filter(pk=pk).first()
    if as_meant is None:
        raise TooLate
    as_meant.body = body
    findings = look(as_meant)
    with transaction.atomic():
        comment = _held(pk)
        if comment is None or editable_until(comment, standing_decision(comment)) is None:
            raise TooLate
        if body == comment.body:
            return comment
        comment.body, comment.body_html, comment.edited_at = body, body_html, timezone.now()
        comment.redactions = []  # they were about other words; the moderators are told (`redaction.dropped`)
        fate = reconsider(comment, findings)
        # Mended words wait for a person: nothing is put on a page by changing it.
        kept_back = Status.PENDING if fate.status == Status.APPROVED else fate.status
        comment.held_for, comment.evidence = fate.held_for, fate.evidence
        comment.is_suspect = fate.is_suspect
        if comment.status == Status.UNCONFIRMED:
            comment.evidence, kept_back = comment.evidence | {"fate": str(kept_back)}, comment.status
        _by_writer(comment, Act.EDITED, kept_back)
        mended = ["body", "body_html", "redactions", "edited_at"]
        comment.save(update_fields=["status", *mended, "held_for", "evidence", "is_suspect"])
        found.keep_again(comment)
    return comment


def withdraw(pk: int) -> Comment | None:
    """
    Take a comment back for its writer, whatever became of it; for good. None where it is back already.

    The address, its digest, the website, what the rules noted and every letter
    about it are erased with this (UU 27/2022 art. 8, 40 and 43). Name and words
    stay for the record until they are purged; no screen but the receipt shows them.
    """
    with transaction.atomic():
        comment = _held(pk)
        if comment is None or comment.status == Status.WITHDRAWN:
            return None
        _by_writer(comment, Act.WITHDRAWN, Status.WITHDRAWN)
        comment.email = comment.email_digest = comment.site = ""
        comment.mail_consent_at, comment.same_key, comment.evidence = None, None, {}
        erased = ["email", "email_digest", "site", "mail_consent_at", "same_key", "evidence"]
        comment.save(update_fields=["status", *erased])
        Letter.objects.filter(about=f"comment:{pk}").delete()
        Finding.objects.filter(comment=pk).delete()
    return comment


def _held(pk: int) -> Comment | None:
    """One comment as it is now, held until the transaction ends."""
    rows = Comment.objects.kept().select_for_update(of=("self",)).defer("email", "receipt_token")
    return rows.filter(pk=pk).first()


def _by_writer(comment: Comment, act: str, status: str) -> None:
    """A line about what the writer did, and the new status; the caller saves it with what else changes."""
    ask(comment.status, act, status, Who.READER)
    Decision.objects.create(
        comment_id=comment.pk, act=act, from_status=comment.status, to_status=status, rule=WRITER, batch=new_batch()
    )
    if Status.APPROVED in (comment.status, status):
        pages.touched(pages.article(comment.article_id))
    comment.status = status
