"""What the desk says of comments: what waits, how fast it is read, two weeks day by day."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from comments import answers, figures, moderation
from comments.models import Comment, Status
from tests.articles.factories import published_article
from tests.comments.factories import comment
from tests.comments.page import Page

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def story(db):
    return published_article()


@pytest.fixture
def desk(signed_in):
    moderator = signed_in("Moderator")
    return lambda: Page(moderator.get("/admin/"))


def decided(story, by, *, waited, ago=timedelta(), status=Status.APPROVED):
    """A comment that somebody decided on `ago`, after it had waited so long."""
    now = timezone.now() - ago
    made = comment(story, at=now - waited)
    moderation.decide([made.pk], status, by=by)
    Comment.objects.filter(pk=made.pk).update(decided_at=now)
    return made


@pytest.mark.wordpress("2d Dashboard")
def test_oldest_honest_comment_and_what_is_suspect_are_told_apart(desk, story):
    comment(story, at=timezone.now() - 3 * HOUR)
    comment(story, at=timezone.now() - 9 * HOUR, held_for=["links"])

    block = desk().one("section", id="komentar").text
    assert "1 komentar menunggu dibaca." in block
    assert "menunggu 3" in block
    assert "1 lagi diduga judol." in block


@pytest.mark.wordpress("2d Dashboard")
def test_median_is_of_first_decisions_by_people(story, person):
    moderator = person("Moderator")
    for hours in (1, 2, 30):
        decided(story, moderator, waited=hours * HOUR)
    again = decided(story, moderator, waited=2 * HOUR)
    moderation.decide([again.pk], Status.SPAM, by=moderator)
    by_rule = comment(story, at=timezone.now() - 20 * DAY)
    moderation.decide([by_rule.pk], Status.SPAM, rule="words")

    day, week, month = figures.medians(timezone.now())
    assert [day.days, week.days, month.days] == [1, 7, 30]
    assert day.count == week.count == month.count == 4
    assert round(day.wait / HOUR) == 2


def test_days_are_those_of_the_newsrooms_clock(story, person, settings):
    settings.TIME_ZONE = "Asia/Makassar"
    with timezone.override("Asia/Makassar"):
        zone = ZoneInfo("Asia/Makassar")
        now = datetime(2026, 11, 20, 0, 30, tzinfo=zone)
        for moment in ("2026-11-20T00:10", "2026-11-19T23:50", "2026-11-07T00:00", "2026-11-06T23:59"):
            comment(story, at=datetime.fromisoformat(moment).replace(tzinfo=zone))

        days = figures.by_day(now)
    assert len(days) == 14
    assert [(day.date.isoformat(), day.received) for day in days if day.received] == [
        ("2026-11-07", 1),
        ("2026-11-19", 1),
        ("2026-11-20", 1),
    ]


@pytest.mark.wordpress("2d Dashboard")
def test_chart_and_its_table_tell_the_same_numbers(desk, story, person):
    moderator = person("Moderator")
    for _n in range(3):
        decided(story, moderator, waited=HOUR)
    comment(story)

    page = desk()
    block = page.one("section", id="komentar")
    cells = [int(cell.text) for cell in page.all("td") if block in cell.parents]
    assert (sum(cells[0::2]), sum(cells[1::2])) == (4, 3)
    chart = page.one("svg", role="img")
    assert chart["aria-label"]
    assert page.all("rect", **{"class": "desk-bar-received"})
    assert page.all("rect", **{"class": "desk-bar-decided"})


def test_empty_newsroom_draws_nothing(desk):
    assert desk().all("section", id="komentar") == []


@pytest.mark.parametrize("group", ["Penulis"])
def test_who_may_not_read_comments_sees_no_figures(signed_in, story, group):
    comment(story)

    assert "desk-chart" not in signed_in(group).get("/admin/").content.decode()


def test_figures_cost_the_same_for_many(story, person, django_assert_num_queries):
    moderator = person("Moderator")
    decided(story, moderator, waited=HOUR)
    with django_assert_num_queries(4):
        figures.by_day(timezone.now()), figures.medians(timezone.now())
    for _n in range(5):
        decided(story, moderator, waited=HOUR)
    with django_assert_num_queries(4):
        figures.by_day(timezone.now()), figures.medians(timezone.now())


def test_answers_of_the_newsroom_are_neither_received_nor_decided_on(story, person):
    moderator = person("Moderator")
    made = decided(story, moderator, waited=HOUR)
    answers.answer(made.pk, "Sudah kami teruskan.", by=moderator)

    today = figures.by_day(timezone.now())[-1]
    assert (today.received, today.decided) == (1, 1)
