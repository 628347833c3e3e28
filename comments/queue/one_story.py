"""What became of the comments of one story: how many stand where, and who decided when."""

from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby

from django.db.models import Count, F, Value
from django.db.models.functions import Coalesce, Concat, NullIf, Trim, TruncDate
from django.utils import timezone

from articles.models import Article
from comments.models import Comment, Decision, Status
from comments.models.decision import Act
from comments.queue.told import named
from comments.queue.view import counted

PERSON = Coalesce(
    NullIf("by__printed_name", Value("")),
    NullIf(Trim(Concat("by__first_name", Value(" "), "by__last_name")), Value("")),
    "by__username",
)
"""What `str()` of whoever decided would be; nothing where a rule did."""
MOST_LINES = 300
YEARS = range(1990, 2200)


@dataclass(frozen=True)
class Day:
    """What was decided on one day by the newsroom's clock: (person or rule, [(status given, how often)])."""

    on: date
    people: list[tuple[str, list[tuple[str, int]]]]


def found(pk: int) -> Article | None:
    """The story with this number, in the bin or not. One query."""
    return Article.everything.filter(pk=min(pk, 2**63 - 1)).select_related("report").first()


def counts(article: Article) -> list[tuple[str, str, int]]:
    """(slug of a view, its label, how many stand in it). One query."""
    return counted(Comment.objects.kept().filter(article=article.pk))


def days(article: Article, before: date | None) -> tuple[list[Day], date | None]:
    """
    (days with decisions before this one, the newest first; where the next page begins). One query.

    Of comments that were erased since nothing is known but their record, which names no story.
    """
    ours = Comment.objects.filter(article=article.pk).order_by().values("pk")
    lines = Decision.objects.filter(comment_id__in=ours, act__in=(Act.DECIDED, Act.UNDONE)).order_by()
    if before:
        lines = lines.filter(at__lt=timezone.make_aware(datetime.combine(before, time())))
    grouped = lines.annotate(on=TruncDate("at"), person=PERSON).values_list("on", "person", "rule", "to_status")
    rows = list(
        grouped.annotate(n=Count("pk")).order_by("-on", F("person").asc(nulls_last=True), "rule", "to_status")[
            : MOST_LINES + 1
        ]
    )
    told = [Day(on, _people(list(of_day))) for on, of_day in groupby(rows, key=lambda row: row[0])]
    if len(rows) > MOST_LINES and len(told) > 1:
        del told[-1]  # it may not be whole
        return told, told[-1].on
    return told, None


def day(text: str) -> date | None:
    try:
        on = date.fromisoformat(text)
    except ValueError:
        return None
    return on if on.year in YEARS else None


def _people(rows: list[tuple]) -> list[tuple[str, list[tuple[str, int]]]]:
    people: dict[str, dict[str, int]] = {}
    for _on, person, rule, status, count in rows:
        given = people.setdefault(named(person or "", rule), {})
        label = str(Status(status).label)
        given[label] = given.get(label, 0) + count
    return [(name, list(given.items())) for name, given in people.items()]
