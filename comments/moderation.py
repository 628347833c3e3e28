"""
What happens to a comment after it was received: the one place where its state changes.

The queue, the receipt, the operator's command and every later door call these
functions, which ask `transitions` who may do what. Each is one transaction with
its rows held and a line in the record; nothing happens behind a signal.
"""

from collections.abc import Iterable, Mapping
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from comments import grounds
from comments.mail import letters, staff
from comments.models import Comment, Decision, Finding, Status
from comments.models.comment import DECIDABLE
from comments.models.decision import NOT_DECIDING, Act
from comments.reply import found
from comments.reply.fate import look, reconsider
from comments.standing import OPERATOR, editable_until, newest_lines, standing_decision
from comments.transitions import Who, allows, ask
from humas.base import pages
from humas.base.cleaning import plain_reply
from humas.base.models import Letter

LONGEST_REASON = 500

WRITER = "writer"
"""The rule's name on lines about what the holder of the receipt did."""

WORDS = {"approve": Status.APPROVED, "spam": Status.SPAM, "trash": Status.TRASH, "pending": Status.PENDING}
"""Decisions by the names that forms and commands send."""


class TooLate(Exception):
    """A comment is its writer's to mend no longer."""


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
    if status not in DECIDABLE:
        raise ValidationError(_("This is not a decision on a comment."), code="no_decision")
    if ground and ground not in grounds.BY_SLUG:
        raise ValidationError(_("There is no such reason to tell the writer."), code="no_ground")
    told = ground if status in (Status.SPAM, Status.TRASH) else ""
    who = _who(by, rule)
    batch = batch or new_batch()
    with transaction.atomic():
        locked = _locked(comments)
        _ask_whether_seen(locked, status, seen or {})
        changed = [one for one in locked if allows(one.status, Act.DECIDED, status, who) and _fits(one, status)]
        _move([(comment, status) for comment in changed], Act.DECIDED, by, rule, reason, batch, told)
        letters.decided(changed, status, told, by_rule=who == Who.RULE)
    return changed


def undoable(batch: UUID):
    """Lines of a batch that nobody has decided over since: what undoing it would take back."""
    later = Decision.objects.filter(comment_id=OuterRef("comment_id"), pk__gt=OuterRef("pk"))
    mine = Decision.objects.filter(batch=batch).exclude(act__in=NOT_DECIDING)
    return mine.exclude(Exists(later.exclude(act__in=NOT_DECIDING)))


def undo(batch: UUID, *, by=None) -> tuple[list[Comment], list[Comment]]:
    """
    Take one batch of decisions back: (restored, left alone).

    A comment decided on again since is left alone: undoing must not overwrite
    somebody's later decision, nor bring back what its writer withdrew. The
    undoing is a batch of decisions itself.
    """
    who = _who(by, "")
    with transaction.atomic():
        lines = {
            line.comment_id: line
            for line in Decision.objects.filter(batch=batch, act__in=(Act.DECIDED, Act.UNDONE)).order_by("-pk")
        }
        locked = _locked(lines)
        newest = {
            line.comment_id: line
            for line in Decision.objects.filter(comment_id__in=lines).exclude(act__in=NOT_DECIDING).order_by("pk")
        }
        back, left = [], []
        for comment in locked:
            line = lines[comment.pk]
            is_latest = newest[comment.pk].pk == line.pk and comment.status == line.to_status
            may_go_back = is_latest and allows(comment.status, Act.UNDONE, line.from_status, who)
            (back if may_go_back else left).append(comment)
        _move([(comment, lines[comment.pk].from_status) for comment in back], Act.UNDONE, by, "", "", new_batch())
    return back, left


def confirm(pk: int) -> Comment | None:
    """
    The writer has shown that the address is theirs: the comment gets the fate the rules gave it (`evidence["fate"]`).

    None where nothing waits for that, so that a second press changes nothing.
    """
    with transaction.atomic():
        comment = _held(pk)
        if comment is None or comment.status != Status.UNCONFIRMED:
            return None
        _by_writer(comment, Act.CONFIRMED, comment.evidence.get("fate", Status.PENDING))
        comment.confirmed_at = timezone.now()
        comment.save(update_fields=["status", "confirmed_at"])
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


def look_at_email(comment: Comment, *, by) -> str:
    """The writer's address, after a line in the record says who looked."""
    with transaction.atomic():
        Decision.objects.create(
            comment_id=comment.pk,
            act=Act.EMAIL_SEEN,
            from_status=comment.status,
            to_status=comment.status,
            by=by,
            batch=new_batch(),
        )
    return comment.email


def _who(by, rule: str) -> Who:
    if by is not None:
        return Who.MODERATOR
    return Who.OPERATOR if rule in ("", OPERATOR) else Who.RULE


def _fits(comment: Comment, status: str) -> bool:
    return comment.official_by_id is None or status in (Status.APPROVED, Status.TRASH)


def _ask_whether_seen(locked: list[Comment], status: str, seen: Mapping[int, int]) -> None:
    newest = newest_lines(comment.pk for comment in locked if comment.pk in seen and comment.status != status)
    unseen = [line for number, line in newest.items() if line > seen[number]]
    if unseen:
        raise DecidedMeanwhile(list(Decision.objects.filter(pk__in=unseen).select_related("by")))


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


def _locked(numbers: Iterable[int]) -> list[Comment]:
    """Rows as they are now, in one order for everybody, held until the transaction ends."""
    rows = Comment.objects.kept().select_for_update(of=("self",)).filter(pk__in=list(numbers))
    return list(rows.only("pk", "status", "article_id", "same_key", "official_by").order_by("pk"))


def _move(
    moves: list[tuple[Comment, str]], act: str, by, rule: str, reason: str, batch: UUID, ground: str = ""
) -> None:
    Decision.objects.bulk_create(
        Decision(
            comment_id=comment.pk,
            act=act,
            from_status=comment.status,
            to_status=status,
            by=by,
            rule=rule,
            reason=reason.replace("\0", "")[:LONGEST_REASON],  # PostgreSQL stores no NUL
            ground=ground,
            batch=batch,
        )
        for comment, status in moves
    )
    now = timezone.now()
    for comment, status in moves:
        comment.status, comment.same_key, comment.decided_by, comment.decided_at = status, None, by, now
    columns = ["status", "same_key", "decided_by", "decided_at"]
    Comment.objects.bulk_update([comment for comment, _status in moves], columns, batch_size=200)
    if moves:
        pages.touched(*{pages.article(comment.article_id) for comment, _status in moves})
