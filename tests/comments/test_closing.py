"""Whether a story takes comments now, what its readers are told, and until when that stays true."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import publishing
from comments import holidays
from comments.closing import changes_at, closed, standing
from comments.models import Comment, Holiday
from humas.base.models import Newsroom
from tests.articles.factories import published_article
from tests.comments.page import Page, whole_page

NEW_YEAR = {"name": "Tahun Baru", "first_day": date(2026, 1, 1), "last_day": date(2026, 1, 2)}


def at(day, hour=9, month=1):
    return timezone.make_aware(datetime(2026, month, day, hour))


def room(**fields):
    return Newsroom(**fields)


def off(closes=False, **fields):
    return holidays.save(Holiday(**NEW_YEAR | fields, closes_comments=closes))


def test_open_story_has_neither_a_sentence_nor_an_hour(article):
    assert standing(article, room()) == standing(article, room(), timezone.now())
    assert closed(article, room()) is None
    assert changes_at(article, room()) is None


def test_holiday_that_closes_says_when_comments_are_read_again(article):
    off(closes=True)
    now = closed(article, room(), at(1))
    assert now.sentence == (
        "Kolom komentar ditutup: Tahun Baru. Dibuka lagi Sabtu, 3 Januari. Dibaca kembali Senin, 5 Januari."
    )
    assert now.opens_at == at(3, 0)
    assert closed(article, room(), at(3, 0)) is None
    assert closed(article, room(), at(1, 0) - timedelta(seconds=1)) is None


def test_holidays_side_by_side_are_one(article):
    off(closes=True)
    off(closes=True, name="Cuti bersama", first_day=date(2026, 1, 3), last_day=date(2026, 1, 5))
    now = closed(article, room(), at(2))
    assert now.opens_at == at(6, 0)
    assert "Dibaca kembali Selasa, 6 Januari" in now.sentence


def test_holiday_without_closing_only_tells_readers(article):
    off()
    now = standing(article, room(), at(2))
    assert now.closed is None
    assert now.notice == "Redaksi libur: Tahun Baru. Komentar Anda disimpan. Dibaca kembali Senin, 5 Januari."
    assert standing(article, room(), at(3)).notice == ""


@pytest.mark.wordpress("2a Close after N days")
def test_age_counts_from_the_first_publication(article):
    now = timezone.now()
    article.first_published_at, article.published_at = now - timedelta(days=15), now - timedelta(days=1)
    assert "14 hari setelah terbit" in closed(article, room(closes_after_days=14), now).sentence
    assert closed(article, room(closes_after_days=16), now) is None
    assert changes_at(article, room(closes_after_days=16), now) == article.first_published_at + timedelta(days=16)
    assert closed(article, room(), now) is None


def test_embargo_that_opened_by_the_clock_counts_from_its_hour(article):
    opened = timezone.now() - timedelta(days=3)
    article.first_published_at, article.published_at = None, opened
    assert closed(article, room(closes_after_days=3), opened + timedelta(days=3)) is not None
    assert closed(article, room(closes_after_days=3), opened + timedelta(days=3, seconds=-1)) is None


@pytest.mark.wordpress("2a Close after N days")
def test_redated_story_does_not_open_again(reader, db):
    story = published_article(at=timezone.now() - timedelta(days=20))
    publishing.publish(story, at=timezone.now())
    Newsroom.objects.update(closes_after_days=14)

    assert 'id="balasan"' not in reader.get(story.get_absolute_url()).content.decode()


@pytest.mark.parametrize("month", [1, 2])
def test_the_next_change_is_the_nearest_of_all(article, month):
    off(closes=True)
    off(name="Imlek", first_day=date(2026, 2, 17), last_day=date(2026, 2, 17))
    article.published_at, article.first_published_at = at(20, month=2), None
    expected = {1: at(3, 0), 2: at(18, 0, month=2)}[month]
    now = {1: at(1), 2: at(17, month=2)}[month]
    assert changes_at(article, room(closes_after_days=30), now) == expected


def test_closed_for_good_never_changes_by_itself(article):
    off(closes=True)
    assert standing(article, room(is_open_to_comments=False), at(1)).changes_at is None
    article.is_open_to_comments = False
    assert changes_at(article, room(), at(1)) is None


@pytest.mark.wordpress("2a Per-post switch")
def test_reader_of_a_closed_story_is_told_and_loses_no_word(reader, article):
    token = reader.token(article)
    today = timezone.localdate()
    off(closes=True, name="Libur daerah", first_day=today, last_day=today)

    page = Page(reader.get(article.get_absolute_url()))
    answer = reader.reply(article, token=token, body="Kata-kata saya.")

    assert "Libur daerah" in page.one("p", **{"class": "comments-closed"}).text
    assert page.all("form") == []
    assert answer.status_code == 403
    assert "Dibaca kembali" in whole_page(answer).one("main").text
    assert "Kata-kata saya." in answer.content.decode()
    assert Comment.objects.count() == 0


def test_reader_on_a_holiday_finds_the_form_and_the_line_above_it(reader, article):
    today = timezone.localdate()
    off(name="Libur daerah", first_day=today, last_day=today)
    page = Page(reader.get(article.get_absolute_url()))
    assert "Libur daerah" in page.one("p", **{"class": "comments-notice"}).text
    assert page.by_id("balasan")
    assert reader.reply(article).status_code == 303


@pytest.mark.parametrize("count", [0, 40])
def test_asking_takes_one_query_however_many_holidays(article, count):
    today = timezone.localdate()
    days = [today + timedelta(days=day) for day in range(count)]
    Holiday.objects.bulk_create(Holiday(name="x", first_day=day, last_day=day, closes_comments=True) for day in days)
    with CaptureQueriesContext(connection) as queries:
        standing(article, room(closes_after_days=5))
    assert len(queries) == 1
