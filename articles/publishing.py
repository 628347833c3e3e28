"""
When readers see a story: published, scheduled, withdrawn, brought back, binned.

Each act is one function with one transaction; the admin, the command and the
importer call the same one. An act that cannot be done raises ValidationError
with a sentence for the editor, and nothing has changed.
"""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import addresses, mail
from articles.models import Article, Ground, Kind, Status
from articles.ordering import keep_order, keep_place, nothing_waits_behind
from articles.revisions import keeping
from articles.revisions import snapshot as snapshots
from articles.row import locked, remember_opening, touched
from humas.base.cleaning import to_text
from humas.base.times import short_time


def publish(
    article: Article, *, at: datetime | None = None, by=None, reason: str = "", base: int | None = None
) -> Article:
    """
    Show the story as it was last saved to readers now, or from `at` on: an embargo is a time in the future.

    Without a time, a story that readers see already keeps its own; where nothing
    newer is saved either, it stays as it is. A changed address leads on from the
    old one. The row then shows a revision of its own, made by `by`. `base` is the
    revision its publisher had before them: a newer one is refused, "published"
    where somebody else was quicker with that very text, "newer" otherwise.
    """
    is_new_time = at is not None
    at = at or timezone.now()
    with transaction.atomic():
        article = locked(article)
        if article.binned_at:
            raise ValidationError(_("This story is in the bin. Take it out first."), code="binned")
        if article.status == Status.WITHDRAWN:
            raise ValidationError(_("This story is withdrawn. Bring it back first."), code="withdrawn")
        if base is not None and base != article.head_id:
            raise _moved_on(article, base)
        is_public, address, has_changes = article.is_public, article.get_absolute_url(), article.has_unpublished_changes
        if is_public and not is_new_time and not has_changes:
            return article
        was_opened = article.was_opened
        tags = _lay_newest(article) if has_changes else article.tag_names
        if not article.headline.strip() or not to_text(article.body).strip():
            raise ValidationError(_("A story needs a headline and a text before readers see it."), code="empty")
        if is_new_time or not is_public:
            keep_order(article, at)
            remember_opening(article)
            article.status, article.published_at = Status.PUBLISHED, at
        remember_opening(article)
        article.save()
        if has_changes:
            article.tags.set(tags)
        if was_opened and article.get_absolute_url() != address:
            addresses.moved(address, article.get_absolute_url())
        shown = snapshots.take(article, tags)
        keeping.accept(article, shown, by=by, kind=Kind.PUBLISH, reason=reason, is_live=True)
        touched(article)
        if not was_opened:
            mail.published(article, by=by)
    return article


def _moved_on(article: Article, base: int) -> ValidationError:
    head = article.head
    if head.kind == Kind.PUBLISH and head.parent_id == base:
        told = {"who": head.author or _("Somebody else"), "time": short_time(head.made_at)}
        sentence = _("%(who)s has published this story already: %(time)s. Nothing was done twice.")
        return ValidationError(sentence % told, code="published")
    sentence = _("This story was saved once more meanwhile. Look at what would go out now, then publish.")
    return ValidationError(sentence, code="newer")


def _lay_newest(article: Article) -> list[str]:
    """The words last saved, on the row in memory; gives the names of their tags."""
    tags, _missing = snapshots.lay(article, keeping.content(article.head))
    addresses.refuse_taken("article", article.slug, besides=article.pk)
    return tags


def schedule(article: Article, at: datetime, *, by=None, reason: str = "", base: int | None = None) -> Article:
    """Publish at a time that must still come."""
    if at <= timezone.now():
        raise ValidationError(
            _("%(time)s is already over. Choose a later time, or publish now.") % {"time": short_time(at)}, code="past"
        )
    return publish(article, at=at, by=by, reason=reason, base=base)


def unschedule(article: Article) -> Article:
    """Make an embargoed story a draft again before its hour comes."""
    with transaction.atomic():
        article = locked(article)
        if not article.is_under_embargo:
            raise ValidationError(_("This story is not waiting for its hour."), code="not_scheduled")
        nothing_waits_behind(article)
        article.status = Status.DRAFT
        article.save()
        touched(article)
    return article


def plan(article: Article, at: datetime | None) -> Article:
    """Note when a draft is meant to open. Nothing opens by it: that takes `publish`."""
    with transaction.atomic():
        article = locked(article)
        if article.status in (Status.DRAFT, Status.IN_REVIEW):
            article.published_at = at
            article.save(update_fields=["published_at", "updated_at"])
    return article


def announce(article: Article, is_announced: bool) -> Article:
    """Let readers know the hour of a planned part, or no longer."""
    with transaction.atomic():
        article = locked(article)
        if article.is_announced != is_announced:
            article.is_announced = is_announced
            article.save()
            touched(article)
    return article


def withdraw(article: Article, *, reason: str, ground: str = "") -> Article:
    """
    Take an opened story down. Its address answers 410 with the headline, the date, the ground and this reason.

    `ground` is one of `Ground`, or "" where none of them was given.
    """
    reason = reason.strip()
    if ground and ground not in Ground.values:
        raise ValueError(ground)
    with transaction.atomic():
        article = locked(article)
        if not article.was_opened or article.status == Status.WITHDRAWN or article.binned_at:
            raise ValidationError(_("Only a story that readers have seen can be withdrawn."), code="not_public")
        if not reason:
            raise ValidationError(_("A story is withdrawn with a reason that readers can read."), code="no_reason")
        remember_opening(article)
        article.status, article.withdrawn_at = Status.WITHDRAWN, timezone.now()
        article.withdrawal_ground, article.withdrawal_reason = ground, reason
        article.save()
        touched(article)
    return article


def bring_back(article: Article) -> Article:
    """Show a withdrawn story again, at its address and under its old date."""
    with transaction.atomic():
        article = locked(article)
        if article.status != Status.WITHDRAWN or article.binned_at:
            raise ValidationError(_("This story is not withdrawn."), code="not_withdrawn")
        article.status, article.withdrawn_at = Status.PUBLISHED, None
        article.withdrawal_ground = article.withdrawal_reason = ""
        article.save()
        touched(article)
    return article


def put_in_bin(article: Article) -> Article:
    """Out of every list and address, with all it has; `take_out_of_bin` undoes it."""
    with transaction.atomic():
        article = locked(article)
        if article.binned_at is None:
            remember_opening(article)
            article.binned_at = timezone.now()
            article.save()
            touched(article)
    return article


def take_out_of_bin(article: Article) -> Article:
    """As it was before, except that an embargo comes back as a draft: nothing opens by being taken out of a bin."""
    with transaction.atomic():
        article = locked(article)
        if article.binned_at is not None:
            never_opened = article.first_published_at is None
            if article.status == Status.PUBLISHED and never_opened:
                article.status = Status.DRAFT
            article.binned_at = None
            keep_place(article)
            article.save()
            touched(article)
    return article
