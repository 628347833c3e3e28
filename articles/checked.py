"""
Publishing from the desk: the checklist asked first, with one press to mend what it found.

`articles.publishing` knows what can never be done; this adds what this bureau
does not want done. Commands and importers go there directly.
"""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import checklist, publishing, saving
from articles.models import Article, Category
from articles.revisions import keeping
from humas.base.models import Newsroom


def copy_of(article: Article, by) -> checklist.Copy:
    """What the checklist looks at: the story as it was last saved, for somebody of this house."""
    row = Article.everything.select_related("category", "lead_photo", "report", "head", "author").get(pk=article.pk)
    known = row.slug if row.was_opened else ""
    story, tags = keeping.working(row)
    newsroom = Newsroom.current()
    writer = row.author or by
    return checklist.Copy(
        story,
        tags,
        credit=newsroom.credit,
        byline=writer.printed_name if writer else "",
        category=usual_category(writer),
        known_slug=known,
        required=newsroom.required_checks,
    )


def usual_category(writer) -> Category | None:
    """The one this writer used last, else the one a new story starts with."""
    used = Article.everything.filter(author=writer, category__isnull=False).order_by("-updated_at", "-pk")
    last = used.select_related("category").first() if writer else None
    return last.category if last else Category.objects.filter(is_default=True).first()


def stops(article: Article, by) -> list[str]:
    """Why the checklist lets the story out by no hour; nothing where it does."""
    return checklist.sentences(checklist.items(copy_of(article, by)))


def publish(article: Article, *, at: datetime | None = None, by=None, reason: str = "", base: int | None = None):
    """
    As `publishing.publish`, or `schedule` for an hour that must still come.

    Raises ValidationError where the checklist says no, too. What was judged is
    what goes out: a text saved in between is refused.
    """
    copy = copy_of(article, by)
    if why_not := checklist.sentences(checklist.items(copy)):
        raise ValidationError(why_not)
    base = copy.story.head_id if base is None else base
    if at and at > timezone.now():
        return publishing.schedule(article, at, by=by, reason=reason, base=base)
    return publishing.publish(article, at=at, by=by, reason=reason, base=base)


def mend(article: Article, key: str, *, by=None, base: int | None = None) -> checklist.Item | None:
    """
    Write what the checklist offers under this key, as a revision; None where it offers nothing (any more).

    Raises `keeping.Conflict` when the story moved on from `base`.
    """
    copy = copy_of(article, by)
    item = next((item for item in checklist.items(copy) if item.key == key and item.changes), None)
    if item is None:
        return None
    for name, value in item.changes.items():
        setattr(copy.story, name, value)
    reason = _("From the checklist: %(press)s") % {"press": item.press}
    saving.save(copy.story, tags=copy.tags, by=by, base=base, reason=reason)
    return item
