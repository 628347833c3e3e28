"""
The order of a report's parts: the one place that moves them.

A number readers know changes only by such an act, never by an hour that comes:
so no part may wait for its hour in front of one that has opened, or that opens
sooner. An act that would bring this about raises ValidationError with a
sentence for the editor, and nothing has changed.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import count, takewhile

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from articles.models import Article, Report, Status
from humas.base import changes, pages
from humas.base.times import short_time

HIGHEST = 32_767
"""What a position's column can hold."""


def parts(report: Report) -> list[Article]:
    """The report's parts in order, planned ones included, the bin left out; numbered, texts not loaded."""
    return list(
        Article.objects.filter(report=report)
        .with_part_number()
        .select_related("report")
        .defer("body")
        .order_by("position")
    )


def reorder(report: Report, order: Sequence[int], *, seen: Sequence[int], by=None) -> None:
    """
    Give the report's parts this order (primary keys, first part first).

    `seen` is the order the editor had before them: where it is no longer the
    one that stands (code "order_changed"), somebody else was quicker. `by` stands in the report's history.
    """
    with transaction.atomic():
        hold(report.pk)
        everything = list(Article.everything.filter(report=report).defer("body").order_by("position"))
        shown = [part for part in everything if part.binned_at is None]
        there = [part.pk for part in shown]
        if list(seen) != there or sorted(order) != sorted(there):
            raise ValidationError(
                _(
                    "Meanwhile the parts of this report have changed; nothing was moved. "
                    "Look at the order as it is now, then move again."
                ),
                code="order_changed",
            )
        if list(order) == there:
            return
        by_pk = {part.pk: part for part in shown}
        _keep_numbers(shown, [by_pk[pk] for pk in order])
        now = {part.pk: part.position for part in everything}
        _write(now, dict(zip(_with_bin(everything, order), now.values(), strict=True)))
        named = {pk: [pk, part.headline] for pk, part in by_pk.items()}
        orders = ({"order": [named[pk] for pk in pks]} for pks in (there, order))
        changes.note_values(pages.report(report.pk), *orders, by=by)
        pages.touched(pages.FRONT, pages.report(report.pk))


def move(article: Article, to: str | int, *, seen: Sequence[int] | None = None, by=None) -> int:
    """Move a part "up", "down", or to a place counted from 1; gives the place it has now."""
    with transaction.atomic():
        report = Report.objects.filter(articles=article.pk).first()
        if report is None:
            raise ValidationError(_("This story is not part of a report."), code="no_part")
        hold(report.pk)
        there = [part.pk for part in parts(report)]
        if article.pk not in there:
            raise ValidationError(_("This part is no longer in the report, or lies in the bin."), code="order_changed")
        here = there.index(article.pk)
        place = {"up": here - 1, "down": here + 1}[to] if isinstance(to, str) else to - 1
        place = min(max(place, 0), len(there) - 1)
        order = [pk for pk in there if pk != article.pk]
        order.insert(place, article.pk)
        reorder(report, order, seen=there if seen is None else seen, by=by)
    return place + 1


def next_position(report: Report) -> int:
    """The place after the report's last part, those in the bin included."""
    last = Article.everything.filter(report=report).order_by("-position").values_list("position", flat=True).first()
    return (last or 0) + 1


def make_room(article: Article) -> None:
    """Where a part in the bin stands at this one's position, it and those right behind it give way by one."""
    rows = Article.everything.filter(report=article.report_id)
    if not rows.filter(position=article.position, binned_at__isnull=False).exclude(pk=article.pk).exists():
        return
    now = dict(rows.values_list("pk", "position"))
    standing = {place: pk for pk, place in now.items() if pk != article.pk}
    run = takewhile(standing.__contains__, count(article.position))
    then = now | {standing[place]: place + 1 for place in run}
    if article.pk in now:
        then[article.pk] = article.position
    _write(now, then)


def hold(*reports: int | None) -> None:
    """Let nobody else order or open parts of these reports until the transaction ends (SQLite holds the whole file)."""
    wanted = {pk for pk in reports if pk}
    if wanted:
        list(Report.objects.select_for_update().filter(pk__in=wanted).order_by("pk").values_list("pk"))


def keep_order(article: Article, at: datetime) -> None:
    """Refuse to open a part at this hour ahead of an earlier one that never did, or after a later one that has."""
    if article.report_id is None or article.was_opened:
        return
    others = Article.objects.filter(report=article.report_id).exclude(pk=article.pk)
    waiting = others.never_opened()
    for earlier in waiting.filter(position__lt=article.position).order_by("position"):
        if earlier.status != Status.PUBLISHED or earlier.published_at > at:
            raise ValidationError(
                _(
                    "An earlier part has not been published yet: “%(headline)s” (position %(position)d). "
                    "Publish it first, or move this part before it."
                ),
                code="earlier_part_waits",
                params={"headline": earlier.headline, "position": earlier.position, "part": earlier},
            )
    later = others.filter(position__gt=article.position).order_by("position")
    ahead = later.opened().last() or later.never_opened().filter(status=Status.PUBLISHED, published_at__lt=at).last()
    if ahead:
        raise ValidationError(
            _(
                "A later part opens first: “%(headline)s” (position %(position)d). "
                "Move this part behind it, so that no number readers know changes."
            ),
            code="later_part_opened",
            params={"headline": ahead.headline, "position": ahead.position, "part": ahead},
        )


def keep_place(article: Article) -> None:
    """Refuse a place (behind all where it has none) from which an hour that comes would change a known number."""
    if article.report_id is None or article.binned_at:
        return
    for other in Article.objects.filter(report=article.report_id).exclude(pk=article.pk).defer("body"):
        if article.position is None or other.position < article.position:
            _refuse_if_behind(other, article)
        elif other.position == article.position:
            raise ValidationError(
                _("Another part already stands at this position of the report."), code="position_taken"
            )
        else:
            _refuse_if_behind(article, other)


def _keep_numbers(before: Sequence[Article], after: Sequence[Article]) -> None:
    """Judge only the pairs that change sides."""
    stood = {part.pk: place for place, part in enumerate(before)}
    for place, earlier in enumerate(after):
        for later in after[place + 1 :]:
            if stood[earlier.pk] > stood[later.pk]:
                _refuse_if_behind(earlier, later)


def _refuse_if_behind(earlier: Article, later: Article) -> None:
    waits = earlier.is_under_embargo and not earlier.was_opened
    if waits and (later.was_opened or (later.is_under_embargo and later.published_at < earlier.published_at)):
        raise ValidationError(
            _(
                "“%(waiting)s” opens only at %(time)s. In front of “%(other)s” it would then change a number "
                "readers know. Take it back from its embargo first."
            ),
            code="waits_in_front",
            params={
                "waiting": earlier.headline,
                "time": short_time(earlier.published_at),
                "other": later.headline,
            },
        )


def _with_bin(everything: Iterable[Article], order: Iterable[int]) -> list[int]:
    """The new order of all, each part in the bin still behind the one it stood behind."""
    behind: dict[int | None, list[int]] = defaultdict(list)
    last = None
    for part in everything:
        if part.binned_at is None:
            last = part.pk
        else:
            behind[last].append(part.pk)
    return [*behind[None], *(pk for shown in order for pk in (shown, *behind[shown]))]


def _write(now: dict[int, int], then: dict[int, int]) -> None:
    """Aside first, then in: at no moment do two parts stand at one position."""
    moved = {pk: place for pk, place in then.items() if now[pk] != place}
    taken = set(now.values())
    free = (place for place in range(HIGHEST, -1, -1) if place not in taken)
    for step in (dict(zip(moved, free, strict=False)), moved):
        whens = [models.When(pk=pk, then=models.Value(place)) for pk, place in step.items()]
        Article.everything.filter(pk__in=step).update(
            position=models.Case(*whens, output_field=models.PositiveSmallIntegerField())
        )


def nothing_waits_behind(article: Article) -> None:
    """A later part under embargo would open ahead of this one: raises ValidationError."""
    if article.report_id is None or article.was_opened:
        return
    later = Article.objects.filter(report=article.report_id, position__gt=article.position).never_opened()
    waiting = later.filter(status=Status.PUBLISHED).order_by("position").first()
    if waiting:
        raise ValidationError(
            _("A later part waits for its hour: “%(headline)s” (position %(position)d). Take that one back first.")
            % {"headline": waiting.headline, "position": waiting.position},
            code="later_part_waits",
        )
