"""
Parts of a comment taken out of what readers see; what was typed stays, for those who may look at it.

The parts are cut from the words before anything renders them, so that no page, feed or letter
holds a sign of them, and how long they are is not told.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from comments import personal
from comments.mail import letters
from comments.models import Comment, Decision, Redaction, Status
from comments.models.decision import Act
from comments.moderation import new_batch
from comments.transitions import Who, allows
from humas.base import pages
from humas.base.cleaning import CleanHtml, has_visible, plain_reply
from humas.base.digests import digest
from humas.base.models import Letter

Span = tuple[int, int]
"""Signs [start, end) of the words as typed, in code points."""

LONGEST_REASON = 500
MOST_SPANS = 500
NOBODY_READS = (Status.UNCONFIRMED, Status.WITHDRAWN)
JOINER = "\u200d"


class Meanwhile(Exception):
    """Somebody redacted this comment, or its writer mended it, while a moderator chose; `by` is None for the writer."""

    def __init__(self, by=None):
        super().__init__(by)
        self.by = by


class Piece(NamedTuple):
    text: str
    is_covered: bool


def redact(pk: int, spans: Iterable[Span], *, by, reason: str, base: int, words: str) -> Comment:
    """
    Take these parts, and no others, out of what readers see; none gives everything back.

    `base` is the number of the redaction the moderator was shown (`newest`), `words` the print of the
    words (`print_of`); raises Meanwhile where either is another by now. Raises ValidationError
    without a reason, for parts that are out already, and where nobody reads the comment anyway;
    Comment.DoesNotExist for what was purged.
    """
    reason = " ".join(reason.replace("\0", "").split())[:LONGEST_REASON]
    if not reason:
        raise ValidationError(_("Write why; the record keeps it."), code="no_reason")
    comment = Comment.objects.kept().defer("email", "receipt_token").get(pk=pk)
    parts = normalised(comment.body, spans)
    if len(parts) > MOST_SPANS:
        raise ValidationError(
            _("At most %(count)d parts. Close larger ones instead.") % {"count": MOST_SPANS}, code="too_many"
        )
    html = render(comment.body, parts)
    with transaction.atomic():
        held = Comment.objects.kept().select_for_update(of=("self",)).defer("email", "receipt_token").get(pk=pk)
        last = newest(pk)
        if last and last.pk != base:
            raise Meanwhile(last.by)
        if held.body != comment.body or print_of(held.body) != words:
            raise Meanwhile
        if held.status in NOBODY_READS or not allows(held.status, Act.REDACTED, held.status, Who.MODERATOR):
            raise ValidationError(_("Nobody but its writer sees this comment."), code="unseen")
        if [list(part) for part in parts] == held.redactions:
            raise ValidationError(_("Exactly these parts are closed already. Nothing was changed."), code="same")
        held.redactions, held.body_html = [list(part) for part in parts], html
        held.save(update_fields=["redactions", "body_html"])
        Redaction.objects.create(comment=held, spans=held.redactions, reason=reason, by=by)
        Decision.objects.create(
            comment_id=pk,
            act=Act.REDACTED,
            from_status=held.status,
            to_status=held.status,
            by=by,
            reason=reason,
            batch=new_batch(),
        )
        Letter.objects.filter(kind=letters.ANSWERED, about=f"comment:{pk}", sent_at=None).delete()
        if held.status == Status.APPROVED:
            letters.answered([held])  # who was not written to yet gets the words as they are now
            pages.touched(pages.article(held.article_id))
    return held


def newest(pk: int) -> Redaction | None:
    """The redaction of this comment that holds, or was the last to hold."""
    return Redaction.objects.filter(comment=pk).select_related("by").order_by("-pk").first()


def dropped(comment: Comment, last: Redaction | None) -> bool:
    """Whether parts were taken out once, and are open again because the writer mended the words."""
    return bool(last and last.spans and not comment.redactions)


def is_covered(comment: Comment, start: int, end: int) -> bool:
    """Whether any of these characters of the body is closed."""
    return any(first < end and start < last for first, last in comment.redactions)


def print_of(body: str) -> str:
    """Tells words from others; says nothing about them."""
    return digest("words", body)[:16]


def render(body: str, spans: Iterable[Span]) -> CleanHtml:
    """The words as readers see them."""
    return plain_reply(body, spans, _("[this part was closed by the newsroom]"))


def normalised(text: str, spans: Iterable[Span]) -> list[Span]:
    """
    In order, within the text, none beside another: whole letters with their marks, and nothing invisible alone.

    Two parts with only blanks between them are one, so that nobody counts the words of a name.
    """
    found: list[Span] = []
    within = [(max(0, start), min(end, len(text))) for start, end in spans]
    for start, end in sorted(_whole(text, start, end) for start, end in within if start < end):
        if found and (start <= found[-1][1] or not has_visible(text[found[-1][1] : start])):
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return [(start, end) for start, end in found if has_visible(text[start:end])]


def pieces(text: str, spans: Iterable[Span]) -> Iterator[Piece]:
    """The text in pieces, open and covered."""
    last = 0
    for start, end in spans:
        yield from (Piece(text[last:start], False), Piece(text[start:end], True))
        last = end
    yield Piece(text[last:], False)


def personal_in(body: str) -> list[Span]:
    """What looks like personal data."""
    return [(found.start, found.end) for found in personal.find(body)]


def occurrences(body: str, words: str, most: int = 200) -> list[Span]:
    """Where these words stand, in any case and with any blanks between them."""
    parts = [re.escape(part) for part in words.split()]
    if not parts:
        return []
    matches = re.finditer(r"\s+".join(parts), body, re.IGNORECASE)
    return [match.span() for match, _n in zip(matches, range(most), strict=False)]


def _whole(text: str, start: int, end: int) -> Span:
    """Without tearing a letter from its marks, or a sign from what it is joined to."""
    while start > 0 and (_is_mark(text[start]) or text[start - 1] == JOINER):
        start -= 1
    while end < len(text) and (_is_mark(text[end]) or text[end - 1] == JOINER):
        end += 1
    return start, end


def _is_mark(sign: str) -> bool:
    return sign == JOINER or unicodedata.category(sign)[0] == "M" or "\U0001f3fb" <= sign <= "\U0001f3ff"
