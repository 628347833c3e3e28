"""Stories as the first page asks for them: each a list of fixed length in one query, without the texts."""

from datetime import timedelta

from django.db.models import Case, Count, Max, Min, OuterRef, Q, Subquery, When
from django.utils import timezone

from articles.admin.filters import in_state
from articles.models import Article, Note, NoteKind, Report, Status
from humas.desk.rekap.period import Period

MOST = 5
"""Lines of a block; the list behind it has all."""

MOST_A_WEEK = 40
SENT_BACK = NoteKind.SENT_BACK
PLANNED = Q(status__in=(Status.DRAFT, Status.IN_REVIEW), published_at__isnull=False)


COUNTED = ("own_drafts", "own_review", "review", "changed", "embargo", "month", "dated")


def counts(user) -> dict[str, int]:
    """All numbers of the page that are about stories, under the names in COUNTED. One query."""
    this_month = Period.this_month().within("published_at")
    asked = {
        "own_drafts": in_state("draf") & Q(author=user),
        "own_review": in_state("tinjau") & Q(author=user),
        "review": in_state("tinjau"),
        "changed": in_state("berubah"),
        "embargo": in_state("embargo"),
        "month": in_state("terbit") & this_month,
        "dated": Q(published_at__isnull=False),
    }
    stories = Article.objects.order_by()
    return stories.aggregate(**{name: Count("pk", filter=condition) for name, condition in asked.items()})


def own_drafts(user) -> list[Article]:
    """Newest first, but before all those that were sent back, each with what was `said` and by whom."""
    is_back = Case(When(last_act=NoteKind.SENT_BACK, then=0), default=1)
    return list(
        _with_last_act(Article.objects.filter(status=Status.DRAFT, author=user)).order_by(is_back, "-updated_at")[:MOST]
    )


def in_review(user=None) -> list[Article]:
    """Whoever waits longest first; of one writer, or of all."""
    stories = Article.objects.filter(status=Status.IN_REVIEW)
    stories = stories.filter(author=user) if user else stories
    return list(_with_last_act(stories).select_related("author").order_by("acted_at", "pk")[:MOST])


def _with_last_act(stories):
    """`last_act` is the kind of the newest handing over or sending back; `said`, `said_by`, `acted_at` belong to it."""
    acts = Note.objects.filter(article=OuterRef("pk")).exclude(kind=NoteKind.NOTE).order_by("-made_at", "-pk")
    return stories.for_list().annotate(
        last_act=Subquery(acts.values("kind")[:1]),
        said=Subquery(acts.values("text")[:1]),
        said_by=Subquery(acts.values("author__printed_name")[:1]),
        acted_at=Subquery(acts.values("made_at")[:1]),
    )


def changed() -> list[Article]:
    """Readers know them, and something newer is saved; the newest change first."""
    stories = Article.objects.with_unpublished_changes().for_list().select_related("head__author")
    return list(stories.defer("body", "head__snapshot").order_by("-head__made_at")[:MOST])


def dated(period: Period) -> list[Article]:
    """What opened, opens, or is meant to open in these days, by its hour."""
    is_shown = Q(status=Status.PUBLISHED) | PLANNED
    return list(
        Article.objects.filter(is_shown, period.within("published_at")).order_by("published_at", "pk").for_list()
    )


def this_week() -> Period:
    """Monday to Sunday."""
    today = timezone.localdate()
    monday = today - timedelta(days=today.weekday())
    return Period(monday, monday + timedelta(days=6))


def unfinished_reports() -> list[Report]:
    """Readers wait for more: with `opened` parts, the `latest` hour and the `next` one; the longest silence first."""
    now = timezone.now()
    here = Q(articles__binned_at__isnull=True)
    public = here & Q(articles__status=Status.PUBLISHED, articles__published_at__lte=now)
    waits = here & Q(articles__published_at__gt=now) & ~Q(articles__status=Status.WITHDRAWN)
    reports = Report.objects.filter(is_finished=False).annotate(
        opened=Count("articles", filter=public),
        latest=Max("articles__published_at", filter=public),
        next=Min("articles__published_at", filter=waits),
    )
    return list(reports.filter(opened__gt=0).order_by("latest", "pk")[: MOST + 1])
