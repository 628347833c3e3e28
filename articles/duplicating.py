"""A story once more as a draft, for the one that is told nearly the same way each month."""

from django.db import transaction
from django.utils.translation import gettext as _

from articles import saving
from articles.models import Article, Kind, Report, Status
from articles.revisions import keeping
from articles.revisions import snapshot as snapshots
from articles.row import locked


def duplicate(source: Article, *, by, report: Report | None = None) -> Article:
    """
    A new draft by `by` with the words, category, tags and photo that `source` was last saved with.

    The headline stays as it is: a mark in it would one day be read by everybody.
    Addresses are told apart as those of equal headlines are. It stands in no
    report unless one is given, then behind its last part. While the same
    person's copy still says what it was made with, it is that one: a button
    pressed twice makes one.
    """
    with transaction.atomic():
        story, tags = keeping.working(locked(source))
        words = {name: getattr(story, name) for name in snapshots.FIELDS if name != "slug"}
        copy = Article(**words, author=by, report=report, is_open_to_comments=story.is_open_to_comments)
        reason = (_("Copy of “%(headline)s”") % {"headline": story.headline})[:300]
        return _untouched(copy, tags, reason) or saving.save(copy, tags=tags, by=by, reason=reason)


def _untouched(copy: Article, tags: list[str], reason: str) -> Article | None:
    """The draft that was made so before and never saved again."""
    same = Article.objects.filter(
        author=copy.author, status=Status.DRAFT, report=copy.report, head__number=1, head__reason=reason
    )
    wanted = snapshots.digest(snapshots.take(copy, tags))
    for before in same.filter(head__kind=Kind.SAVE).select_related("head"):
        if snapshots.digest(keeping.content(before.head) | {"slug": ""}) == wanted:
            return before
    return None
