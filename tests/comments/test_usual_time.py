""" "Biasanya dibaca dalam 3 jam": the newsroom's own median, in office time, or nothing at all."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from comments import moderation
from comments.models import Decision, Holiday, Status
from comments.receipts import usual
from comments.receipts.usual import OfficeDays, usual_time
from tests.comments.factories import comment

ZONE = ZoneInfo("Asia/Makassar")
HOUR = timedelta(hours=1)
NOW = datetime(2026, 12, 30, 12, tzinfo=ZONE)  # a Wednesday
LEAVE = (date(2026, 12, 24), date(2026, 12, 28))  # Thursday to Monday


def at(day, hour):
    return datetime(2026, 12, day, hour, tzinfo=ZONE)


@pytest.fixture(autouse=True)
def _own_clock(settings, monkeypatch):
    settings.TIME_ZONE = "Asia/Makassar"
    timezone.get_default_timezone.cache_clear()
    timezone.activate(ZONE)
    yield
    timezone.deactivate()
    timezone.get_default_timezone.cache_clear()


@pytest.mark.parametrize(
    ("begin", "end", "hours"),
    [
        (at(1, 9), at(1, 12), 3),
        (at(1, 16), at(2, 8), 16),
        (at(4, 16), at(7, 8), 16),  # over a weekend
        (at(5, 9), at(6, 20), 0),  # within it
        (at(5, 9), at(7, 8), 8),
        (at(23, 20), at(29, 8), 12),  # over the leave
        (at(24, 9), at(26, 10), 0),
        (at(11, 0), at(25, 0), 24 * 9),
    ],
)
def test_weekends_and_holidays_take_no_time(begin, end, hours):
    assert OfficeDays([LEAVE]).between(begin, end) == hours * HOUR


@given(st.integers(0, 60), st.integers(0, 23), st.integers(0, 400), st.integers(0, 400))
def test_office_time_is_what_an_hour_by_hour_count_gives(day, hour, first, second):
    days = OfficeDays([LEAVE, (date(2026, 11, 18), date(2026, 11, 18))])
    begin = datetime(2026, 11, 10, hour, tzinfo=ZONE) + timedelta(days=day)
    one, two = begin + first * HOUR, begin + (first + second) * HOUR

    def counted(start, end):
        span = int((end - start) / HOUR)
        return sum(not days.is_off((start + n * HOUR).date()) for n in range(span)) * HOUR

    assert days.between(begin, one) == counted(begin, one)
    assert days.between(begin, one) + days.between(one, two) == days.between(begin, two)


def test_first_day_back_is_a_working_day():
    days = OfficeDays([LEAVE, (date(2026, 12, 31), date(2027, 1, 1))])

    assert days.next_after(date(2026, 12, 24)) == date(2026, 12, 29)
    assert days.next_after(date(2026, 12, 31)) == date(2027, 1, 4)


def read_after(article, person, hours, *, at=None, by="moderator"):
    """A comment that somebody read this many hours after it came; the record is written as it would have been."""
    decided = at or NOW - timedelta(hours=2)
    made = comment(article, at=decided - timedelta(hours=hours))
    line = Decision(
        comment_id=made.pk, act="decided", from_status="pending", to_status="approved", batch=moderation.new_batch(),
        by=person if by == "moderator" else None, rule="" if by == "moderator" else by,
    )  # fmt: skip
    line.save()
    return line


@pytest.fixture
def clock(monkeypatch):
    """What time it is, for the record too; `clock.now` sets it."""
    clock = SimpleNamespace(now=NOW)
    monkeypatch.setattr(timezone, "now", lambda: clock.now)
    return clock


def usual_now():
    now = timezone.now()
    return usual_time(OfficeDays.around(now), now)


def test_median_of_twenty_is_told_and_of_nineteen_is_not(article, person, clock):
    reader_of = person("Moderator")
    for hours in [1] * 9 + [3] * 10:
        read_after(article, reader_of, hours, at=NOW)
    assert usual_now() is None

    read_after(article, reader_of, 30, at=NOW)
    assert usual_now() == 3 * HOUR


def test_what_rules_and_commands_did_is_not_reading(article, person, clock):
    for _ in range(30):
        read_after(article, None, 1, by="words")
        read_after(article, None, 1, by="operator")

    assert usual_now() is None


def test_only_the_first_reading_counts(article, person, clock):
    reader_of = person("Moderator")
    lines = [read_after(article, reader_of, 2, at=NOW) for _ in range(20)]
    clock.now = NOW + 20 * HOUR
    for line in lines * 3:
        Decision.objects.create(
            comment_id=line.comment_id, from_status="approved", to_status="spam", batch=line.batch, by=reader_of
        )

    assert usual_now() == 2 * HOUR


def test_as_many_queries_whatever_was_decided(article, person, clock, django_assert_num_queries):
    reader_of = person("Moderator")
    for count in (20, 60):
        for _ in range(count):
            read_after(article, reader_of, 1, at=NOW)
        with django_assert_num_queries(3):
            assert usual_now() == HOUR


@pytest.mark.parametrize(
    ("time", "sentence"),
    [
        (timedelta(), "Biasanya dibaca dalam 1 jam."),
        (timedelta(minutes=61), "Biasanya dibaca dalam 2 jam."),
        (24 * HOUR, "Biasanya dibaca dalam 24 jam."),
        (25 * HOUR, "Biasanya dibaca dalam 2 hari kerja."),
    ],
)
def test_time_is_told_in_words(time, sentence):
    assert usual._in_words(time) == sentence


def test_receipt_says_when_the_holiday_ends(reader, article, clock):
    Holiday.objects.create(name="Natal dan Tahun Baru", first_day=date(2026, 12, 28), last_day=date(2027, 1, 2))
    made = comment(article, at=NOW)

    page = reader.get(f"/tanggapan/{made.plain_receipt}/").content.decode()
    assert "Dibaca kembali Senin, 4 Januari." in page
    moderation.decide([made.pk], Status.APPROVED)
    assert "Dibaca kembali" not in reader.get(f"/tanggapan/{made.plain_receipt}/").content.decode()


def test_holiday_without_an_end_costs_no_time():
    days = OfficeDays([(date(2026, 1, 1), date(9999, 12, 31))])

    assert days.next_after(date(2026, 1, 1)) < date(2026, 4, 1)
