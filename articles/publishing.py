"""
When readers see a story: published, scheduled, withdrawn, brought back, binned.

Each act is one function with one transaction; the admin, the command and the
importer call the same one. An act that cannot be done raises ValidationError
with a sentence for the editor, and nothing has changed.
"""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.addresses import article_slug, slug_from
from articles.models import Article, Status
from articles.ordering import hold, keep_order, keep_place, make_room, next_position, nothing_waits_behind
from humas.base import pages
from humas.base.cleaning import to_text
from humas.base.times import short_time

MOST_AT_ONCE = 8
"""So many may save equal headlines at one moment, and each still finds an address."""


def publish(article: Article, *, at: datetime | None = None) -> Article:
    """
    Show the story to readers now, or from `at` on: an embargo is a time in the future.

    Without a time, a story that readers see already stays as it is.
    """
    is_new_time = at is not None
    at = at or timezone.now()
    with transaction.atomic():
        article = _locked(article)
        if article.binned_at:
            raise ValidationError(_("This story is in the bin. Take it out first."), code="binned")
        if article.status == Status.WITHDRAWN:
            raise ValidationError(_("This story is withdrawn. Bring it back first."), code="withdrawn")
        if not article.headline.strip() or not to_text(article.body).strip():
            raise ValidationError(_("A story needs a headline and a text before readers see it."), code="empty")
        if article.is_public and not is_new_time:
            return article
        keep_order(article, at)
        _remember_opening(article)
        article.status, article.published_at = Status.PUBLISHED, at
        article.save()
        _touched(article)
    return article


def schedule(article: Article, at: datetime) -> Article:
    """Publish at a time that must still come."""
    if at <= timezone.now():
        raise ValidationError(
            _("%(time)s is already over. Choose a later time, or publish now.") % {"time": short_time(at)}, code="past"
        )
    return publish(article, at=at)


def unschedule(article: Article) -> Article:
    """Make an embargoed story a draft again before its hour comes."""
    with transaction.atomic():
        article = _locked(article)
        if not article.is_under_embargo:
            raise ValidationError(_("This story is not waiting for its hour."), code="not_scheduled")
        nothing_waits_behind(article)
        article.status = Status.DRAFT
        article.save()
        _touched(article)
    return article


def plan(article: Article, at: datetime | None) -> Article:
    """Note when a draft is meant to open. Nothing opens by it: that takes `publish`."""
    with transaction.atomic():
        article = _locked(article)
        if article.status in (Status.DRAFT, Status.IN_REVIEW):
            article.published_at = at
            article.save(update_fields=["published_at", "updated_at"])
    return article


def announce(article: Article, is_announced: bool) -> Article:
    """Let readers know the hour of a planned part, or no longer."""
    with transaction.atomic():
        article = _locked(article)
        if article.is_announced != is_announced:
            article.is_announced = is_announced
            article.save()
            _touched(article)
    return article


def withdraw(article: Article, *, reason: str) -> Article:
    """Take an opened story down. Its address answers 410 with the headline, the date and this reason."""
    reason = reason.strip()
    with transaction.atomic():
        article = _locked(article)
        if not article.was_opened or article.status == Status.WITHDRAWN or article.binned_at:
            raise ValidationError(_("Only a story that readers have seen can be withdrawn."), code="not_public")
        if not reason:
            raise ValidationError(_("A story is withdrawn with a reason that readers can read."), code="no_reason")
        _remember_opening(article)
        article.status, article.withdrawn_at, article.withdrawal_reason = Status.WITHDRAWN, timezone.now(), reason
        article.save()
        _touched(article)
    return article


def bring_back(article: Article) -> Article:
    """Show a withdrawn story again, at its address and under its old date."""
    with transaction.atomic():
        article = _locked(article)
        if article.status != Status.WITHDRAWN or article.binned_at:
            raise ValidationError(_("This story is not withdrawn."), code="not_withdrawn")
        article.status, article.withdrawn_at, article.withdrawal_reason = Status.PUBLISHED, None, ""
        article.save()
        _touched(article)
    return article


def put_in_bin(article: Article) -> Article:
    """Out of every list and address, with all it has; `take_out_of_bin` undoes it."""
    with transaction.atomic():
        article = _locked(article)
        if article.binned_at is None:
            _remember_opening(article)
            article.binned_at = timezone.now()
            article.save()
            _touched(article)
    return article


def take_out_of_bin(article: Article) -> Article:
    """As it was before, except that an embargo comes back as a draft: nothing opens by being taken out of a bin."""
    with transaction.atomic():
        article = _locked(article)
        if article.binned_at is not None:
            never_opened = article.first_published_at is None
            if article.status == Status.PUBLISHED and never_opened:
                article.status = Status.DRAFT
            article.binned_at = None
            keep_place(article)
            article.save()
            _touched(article)
    return article


def save(article: Article) -> Article:
    """
    Write what a form or an importer holds: address and place in the report filled in, changed pages touched.

    Two who save at once may choose the same free address; the later one chooses again. A place that
    is taken, or from which an embargo would change a number readers know, raises ValidationError.
    """
    chosen_here = {name: empty for name, empty in (("slug", ""), ("position", None)) if not getattr(article, name)}
    for tries_left in range(MOST_AT_ONCE, -1, -1):
        try:
            return _saved(article)
        except IntegrityError:
            if not tries_left or not chosen_here:
                raise
            for name, empty in chosen_here.items():
                setattr(article, name, empty)
    raise AssertionError  # the last try returns or raises


WORDS = (
    *("headline", "slug", "dateline", "standfirst", "body", "credit", "byline", "author", "category"),
    *("report", "position", "lead_photo", "lead_alt_own", "is_open_to_comments", "is_announced", "updated_at"),
)
"""What a form writes. Whether readers see a story is written by the functions above alone."""

STATE = ("status", "published_at", "first_published_at", "withdrawn_at", "withdrawal_reason", "binned_at")


@transaction.atomic
def _saved(article: Article) -> Article:
    stored = Article.everything.filter(pk=article.pk)
    hold(article.report_id, *stored.values_list("report_id", flat=True))
    before = _locked(article) if article.pk else None
    if before:
        for name in STATE:  # the form was filled in while somebody may have withdrawn the story
            setattr(article, name, getattr(before, name))
    if not article.slug or (before and _address_is_unknown(before, article)):
        article.slug = article_slug(article.headline, article.published_at, besides=article.pk)
    if article.report_id is None:
        article.position = None
    elif article.position is None:
        article.position = next_position(article.report)
    has_moved = before is None or (before.report_id, before.position) != (article.report_id, article.position)
    if has_moved and article.report_id:
        make_room(article)
        keep_place(article)
    article.save(update_fields=WORDS if before else None)
    if before and before.report_id not in (None, article.report_id):
        pages.touched(pages.report(before.report_id))
    _touched(article)
    return article


def _address_is_unknown(before: Article, after: Article) -> bool:
    """A page begun without a text has an address nobody was given: it follows its headline."""
    is_blank = not before.was_opened and before.status == Status.DRAFT and not before.body
    return (
        is_blank
        and after.slug == before.slug
        and after.headline != before.headline
        and before.slug.startswith(slug_from(before.headline))
    )


def _locked(article: Article) -> Article:
    """The row as it is now, and its report, held until the transaction ends (SQLite holds the whole file anyway)."""
    report_id = Article.everything.values_list("report_id", flat=True).get(pk=article.pk)
    hold(report_id)
    now = Article.everything.select_for_update(of=("self",)).select_related("report").get(pk=article.pk)
    return now if now.report_id == report_id else _locked(article)


def _remember_opening(article: Article) -> None:
    if article.first_published_at is None and article.is_public:
        article.first_published_at = article.published_at


def _touched(article: Article) -> None:
    subjects = [pages.FRONT, pages.article(article.pk)]
    if article.report_id:
        subjects.append(pages.report(article.report_id))
    pages.touched(*subjects)
