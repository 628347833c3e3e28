"""
Saving what an editor, an importer or a command wrote of a story.

Whether readers see it is another matter: `articles.publishing`. Of a story that
readers never saw, the row is the working text; of one they know, only a
revision is kept, and the row waits for "Publish changes".
"""

from collections.abc import Iterable

from django.db import IntegrityError, transaction

from articles.addresses import article_slug, refuse_taken, slug_from
from articles.models import Article, Kind, Status
from articles.ordering import hold, keep_place, make_room, next_position
from articles.revisions import keeping
from articles.revisions import snapshot as snapshots
from articles.row import locked, touched
from humas.base import pages

MOST_AT_ONCE = 8
"""So many may save equal headlines at one moment, and each still finds an address."""

PLACE = ("author", "report", "position", "is_open_to_comments", "is_announced", "updated_at")
"""What a form writes at once, of a published story too."""

STATE = (
    *("status", "published_at", "first_published_at", "withdrawn_at", "withdrawal_reason", "withdrawal_ground"),
    *("binned_at", "head", "live"),
)
"""What no form writes."""


def save(
    article: Article,
    *,
    tags: Iterable[str] | None = None,
    by=None,
    base: int | None = None,
    kind: str = Kind.SAVE,
    reason: str = "",
) -> Article:
    """
    Keep what `article` holds in memory as its story's newest revision; gives the story.

    Address and place in the report are filled in where left empty; `tags` None
    keeps those last saved. `base` is the key of the revision the writer had
    before them: a newer one that says something else raises `keeping.Conflict`.
    An address or a place that is taken, or a place from which an embargo would
    change a number readers know, raises ValidationError. Two who save at once may choose the same free
    address; the later one chooses again.
    """
    tags = None if tags is None else list(tags)
    written = {name: getattr(article, name) for name in (*snapshots.FIELDS, "position")}
    for tries_left in range(MOST_AT_ONCE, -1, -1):
        try:
            return _saved(article, tags, by, base, kind, reason)
        except IntegrityError:
            if not tries_left or (written["slug"] and written["position"] is not None):
                raise
            for name, value in written.items():
                setattr(article, name, value)
    raise AssertionError  # the last try returns or raises


@transaction.atomic
def _saved(article: Article, tags, by, base, kind, reason) -> Article:
    stored = Article.everything.filter(pk=article.pk)
    hold(article.report_id, *stored.values_list("report_id", flat=True))
    before = locked(article) if article.pk else None
    if before:
        for name in STATE:  # the form was filled in while somebody may have withdrawn the story
            setattr(article, name, getattr(before, name))
    if tags is None:
        tags = keeping.working(locked(article))[1] if before else []
    if not article.slug or (before and _address_is_unknown(before, article)):
        article.slug = article_slug(article.headline, article.published_at, besides=article.pk)
    elif before is None or article.slug != before.slug:
        refuse_taken("article", article.slug, besides=article.pk)
    has_moved = _find_place(before, article)
    mine = snapshots.take(article, tags)
    if before:
        keeping.refuse_older(before, base, mine)
    is_known = before is not None and before.was_opened
    if is_known:
        for name in snapshots.FIELDS:  # what readers see stays until it is published
            setattr(article, name, getattr(before, name))
        article.save(update_fields=PLACE)
    else:
        article.save(update_fields=(*snapshots.FIELDS, *PLACE) if before else None)
        article.tags.set(tags)
    keeping.accept(article, mine, by=by, kind=kind, reason=reason, is_live=not is_known)
    if before and before.report_id not in (None, article.report_id):
        pages.touched(pages.report(before.report_id))
    if not is_known or has_moved or before.is_open_to_comments != article.is_open_to_comments:
        touched(article)
    return article


def _find_place(before: Article | None, article: Article) -> bool:
    """Give the story its place in its report; says whether that is another than before."""
    if article.report_id is None:
        article.position = None
    elif article.position is None:
        article.position = next_position(article.report)
    has_moved = before is None or (before.report_id, before.position) != (article.report_id, article.position)
    if has_moved and article.report_id:
        make_room(article)
        keep_place(article)
    return has_moved


def _address_is_unknown(before: Article, after: Article) -> bool:
    """A page begun without a text has an address nobody was given: it follows its headline."""
    is_blank = not before.was_opened and before.status == Status.DRAFT and not before.body
    return (
        is_blank
        and after.slug == before.slug
        and after.headline != before.headline
        and before.slug.startswith(slug_from(before.headline))
    )
