"""
What the queue is narrowed by, one key of its address each: story, report, rule, writer, network, dates.

A value that is not known is told in a sentence and matches nothing: a filter that
was misread must never widen what a bulk act touches.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.models import Article, Report
from comments.models import Comment, Finding, Redaction, Rule
from comments.queue import search
from comments.queue.rule_names import RULE_NAMES
from comments.reply.found import OF_RULES
from humas.base.digits import as_number

LONGEST = 200
YEARS = range(1990, 2200)


@dataclass(frozen=True)
class Criterion:
    """
    One thing that comments must have: `columns` (look-up → value) or `is_found`, an expression that is true or not.

    `own` are the same comments by their number, from an index of the criterion's own; None
    where it has none. `told` says why nothing can match.
    """

    key: str
    value: str
    label: str = ""
    columns: dict[str, Any] = field(default_factory=dict)
    is_found: Any = None
    own: QuerySet | None = None
    told: str = ""


def _story(value: str) -> Criterion:
    story = Article.everything.filter(pk=as_number(value)).only("headline").first()
    if story is None:
        return _unknown("berita", value, _("There is no such story."))
    return _of_columns("berita", value, _("Story: %(name)s") % {"name": story.headline}, article_id__in=(story.pk,))


def _report(value: str) -> Criterion:
    report = Report.objects.filter(pk=as_number(value)).first()
    if report is None:
        return _unknown("laporan", value, _("There is no such report."))
    stories = tuple(Article.everything.filter(report=report).values_list("pk", flat=True))
    return _of_columns("laporan", value, _("Report: %(name)s") % {"name": report.title}, article_id__in=stories)


def _rule(value: str) -> Criterion:
    name, _colon, number = value.partition(":")
    if name not in RULE_NAMES or (number and (name not in OF_RULES or as_number(number) == 0)):
        return _unknown("aturan", value, _("There is no such rule."))
    found = Finding.objects.filter(name=name)
    label = str(RULE_NAMES.get(name, name))
    if number:
        rule = Rule.objects.filter(pk=as_number(number)).first()
        label = str(rule) if rule else _("Rule no. %(number)s") % {"number": number}
        found = Finding.objects.filter(rule_id=as_number(number), name=name)
    return Criterion(
        "aturan",
        value,
        _("Held by: %(name)s") % {"name": label},
        is_found=Exists(found.filter(comment=OuterRef("pk"))),
        own=found.order_by().values_list("comment", flat=True),
    )


def _writer(value: str) -> Criterion:
    return _same("penulis", value, "email_digest")


def _network(value: str) -> Criterion:
    return _same("jaringan", value, "network_digest")


def _same(key: str, value: str, column: str) -> Criterion:
    """Comments with the digest of this one; the digest itself stands in no address."""
    comment = Comment.objects.filter(pk=as_number(value)).only("pk", "name", column).first()
    digest = getattr(comment, column) if comment else ""
    if comment is None:
        return _unknown(key, value, _("There is no such comment."))
    if not digest:
        erased = {
            "penulis": _("The address of this comment is kept no longer, so others of its writer cannot be found."),
            "jaringan": _("The network of this comment is kept no longer, so others from it cannot be found."),
        }
        return _unknown(key, value, erased[key])
    label = {
        "penulis": _("Writer: %(name)s") % {"name": comment.shown_name},
        "jaringan": _("Same network as %(number)s") % {"number": comment.short_number},
    }
    return _of_columns(key, value, label[key], **{f"{column}__in": (digest,)})


def _since(value: str) -> Criterion:
    day = _day(value)
    if day is None:
        return _unknown("dari", value, _("“%(date)s” is not a date.") % {"date": value})
    label = _("From %(date)s") % {"date": date_format(day, "j F Y")}
    return Criterion("dari", value, label, columns={"created_at__gte": _midnight(day)})


def _until(value: str) -> Criterion:
    day = _day(value)
    if day is None:
        return _unknown("sampai", value, _("“%(date)s” is not a date.") % {"date": value})
    label = _("Until %(date)s") % {"date": date_format(day, "j F Y")}
    return Criterion("sampai", value, label, columns={"created_at__lt": _midnight(day + timedelta(days=1))})


def _search(value: str) -> Criterion:
    if "@" in value:
        sentence = _("An address is not searched for in this way: it would stay in the history of the browser.")
        return Criterion("cari", "", told=sentence)
    words = search.words_of(value)
    if not words:
        return _unknown("cari", value, _("Type at least one word or number to search for."))
    label = _("Search: %(words)s") % {"words": value}
    return Criterion("cari", value, label, own=search.numbers(words))


READERS: dict[str, Callable[[str], Criterion]] = {
    "cari": _search,
    "berita": _story,
    "laporan": _report,
    "aturan": _rule,
    "penulis": _writer,
    "jaringan": _network,
    "dari": _since,
    "sampai": _until,
}
"""By the key of the address, in the order they are shown."""


def read(keys, *, sees_all: bool) -> list[Criterion]:
    """
    What these keys of an address ask for; empty values ask for nothing.

    `sees_all`: whether this person may see what was taken out of a comment. To others a word
    finds nothing in comments of which a part was ever closed, else it would say what is in there.
    """
    given = {key: keys.get(key, "").strip()[:LONGEST] for key in READERS}
    asked = [READERS[key](value) for key, value in given.items() if value]
    return asked if sees_all else [_openly(one) if one.key == "cari" and one.own is not None else one for one in asked]


def _openly(criterion: Criterion) -> Criterion:
    return replace(criterion, own=criterion.own.exclude(number__in=Redaction.objects.values("comment")))


def _of_columns(key: str, value: str, label: str, **columns) -> Criterion:
    own = Comment.objects.filter(**columns).order_by().values_list("pk", flat=True)
    return Criterion(key, value, label, columns=columns, own=own)


def _unknown(key: str, value: str, told: str) -> Criterion:
    return Criterion(key, value, told=told)


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year in YEARS and day.isoformat() == text else None


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
