"""
All that a moderator needs beside one comment: its words with what was noticed, the story, the thread, the writer.

Asked for the opened comment alone, in a fixed number of queries whatever is stored.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, Q
from django.db.models.expressions import RawSQL
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from comments.models import Comment, Status
from comments.queue import words
from comments.queue.reasons import Why, marks_of, seen_in, whys_of
from comments.queue.words import Span, Words, WrittenOut

MOST_ABOVE = 4
MOST_BESIDE = 3
MOST_BELOW = 5
LENGTH_IN_THREAD = 220

# An answer stands under an older comment of the same story (`comments.models.lineage`).
_ABOVE = """
WITH RECURSIVE above (id, parent_id, article_id, far) AS (
    SELECT id, parent_id, article_id, 0 FROM comments_comment WHERE id = %s
    UNION ALL
    SELECT p.id, p.parent_id, p.article_id, c.far + 1 FROM above c
    JOIN comments_comment p ON p.id = c.parent_id AND p.article_id = c.article_id AND p.id < c.id
    WHERE c.far < %s
) SELECT id FROM above WHERE far > 0
"""


@dataclass(frozen=True)
class Reason:
    """Why the comment is here; `number` is 0 where no character of it is marked."""

    number: int
    why: Why


@dataclass(frozen=True)
class Near:
    """The thread around one comment: those it answers from the first on, others that answer the same, its answers."""

    above: list[Comment]
    beside: list[Comment]
    below: list[Comment]
    is_cut: bool = False

    def __bool__(self) -> bool:
        return bool(self.above or self.beside or self.below)


@dataclass(frozen=True)
class Past:
    """What else came from this address: (label, number) by status, and since when; nothing where none is kept."""

    counts: list[tuple[str, int]]
    since: datetime | None

    @property
    def is_first(self) -> bool:
        return sum(count for _label, count in self.counts) == 1


@dataclass(frozen=True)
class Opened:
    comment: Comment
    words: Words
    name: SafeString
    site: SafeString
    reasons: list[Reason]
    links: list[WrittenOut]
    more_links: int
    near: Near
    past: Past


def opened(comment: Comment, *, sees_all: bool) -> Opened:
    """`sees_all`: whether what was taken out of a comment is shown to this person."""
    whys = whys_of(comment)
    marks = marks_of(comment)
    noticed = list(dict.fromkeys(mark.sentence for mark in marks))
    numbers = {
        sentence: number
        for number, sentence in enumerate([why.sentence for why in whys if why.sentence in noticed], start=1)
    }
    spans: dict[str, list[Span]] = {"body": [], "name": [], "site": []}
    for mark in marks:
        label = f"{numbers.get(mark.sentence, '')} {mark.label}".strip()
        spans[mark.field].append(Span(mark.start, mark.end, label))
    spans["body"] += [Span(start, end, is_taken_out=True) for start, end in comment.redactions]
    links = words.links_in(words_for(comment, sees_all=sees_all))
    return Opened(
        comment,
        words.marked(comment.body, spans["body"], sees_all=sees_all),
        words.marked_line(comment.name, spans["name"]),
        words.marked_line(comment.site, spans["site"]),
        [Reason(numbers.get(why.sentence, 0), why) for why in whys],
        links[: words.MOST_LINKS],
        max(0, len(links) - words.MOST_LINKS),
        near(comment, sees_all=sees_all),
        past(comment),
    )


def words_for(comment: Comment, *, sees_all: bool) -> str:
    return comment.body if sees_all else words.without_taken_out(comment.body, comment.redactions)


def in_short(comments: Iterable[Comment], length: int = 200, *, sees_all: bool = False) -> list[Comment]:
    """Set `first_words` on each."""
    found = list(comments)
    for comment in found:
        comment.first_words = words.beginning(words_for(comment, sees_all=sees_all), length)
    return found


def why_in_short(comment: Comment) -> str:
    """The first reason, and how many more there are."""
    said = [why.sentence for why in whys_of(comment)]
    return said[0] + (f" +{len(said) - 1}" if len(said) > 1 else "") if said else ""


def noticed_in_short(comment: Comment, *, sees_all: bool) -> list[str]:
    """The first few spellings that were noticed; none where they might be in what was taken out."""
    return seen_in(comment)[:3] if sees_all or not comment.redactions else []


def near(comment: Comment, *, sees_all: bool) -> Near:
    """One query."""
    above = Q(pk__in=RawSQL(_ABOVE, [comment.pk, MOST_ABOVE + 1]))  # noqa: S611 – numbers only, as parameters
    below = Q(parent=comment.pk, article=comment.article_id)
    around = above | below
    if comment.parent_id:
        around |= Q(parent=comment.parent_id, article=comment.article_id)
    rows = (
        Comment.objects.filter(around)
        .exclude(pk=comment.pk)
        .select_related("office")
        .only("pk", "parent_id", "name", "body", "status", "created_at", "redactions", "official_by_id", "office__name")
        .order_by("pk")[:60]
    )
    found = in_short(rows, LENGTH_IN_THREAD, sees_all=sees_all)
    by_number = {one.pk: one for one in found}
    chain: list[Comment] = []
    parent = by_number.get(comment.parent_id) if comment.parent_id else None
    while parent is not None and parent.pk < (chain[0].pk if chain else comment.pk):
        chain.insert(0, parent)
        parent = by_number.get(parent.parent_id) if parent.parent_id else None
    beside = [one for one in found if comment.parent_id and one.parent_id == comment.parent_id]
    below_it = [one for one in found if one.parent_id == comment.pk and one.pk > comment.pk]
    nearest = sorted(beside, key=lambda one: abs(one.pk - comment.pk))[:MOST_BESIDE]
    return Near(
        chain[-MOST_ABOVE:],
        sorted(nearest, key=lambda one: one.pk),
        below_it[:MOST_BELOW],
        is_cut=len(chain) > MOST_ABOVE or len(beside) > MOST_BESIDE or len(below_it) > MOST_BELOW,
    )


def past(comment: Comment) -> Past:
    """One query."""
    digest = Comment.objects.filter(pk=comment.pk).exclude(email_digest="").values("email_digest")[:1]
    rows = Comment.objects.kept().filter(email_digest__in=digest).order_by().values_list("status")
    found = {status: (count, since) for status, count, since in rows.annotate(Count("pk"), Min("created_at"))}
    labels = {
        Status.APPROVED: _("shown"),
        Status.PENDING: _("waiting"),
        Status.SPAM: _("spam"),
        Status.TRASH: _("trash"),
        Status.UNCONFIRMED: _("not confirmed"),
        Status.WITHDRAWN: _("taken back"),
    }
    counts = [(label, found[status][0]) for status, label in labels.items() if status in found]
    return Past(counts, min((since for _count, since in found.values()), default=None))
