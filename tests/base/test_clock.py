"""Hours of the newsroom's clock: each done once, the newest after a long sleep, whoever looks."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, time, timedelta
from threading import Barrier
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from humas.base import clock
from humas.base.models import Newsroom, Turn

WITA = ZoneInfo("Asia/Makassar")
HOURS = (time(8), time(14))


@pytest.fixture
def at(monkeypatch):
    """at(day, hour, minute) → it is so late in the newsroom."""

    def put(day, hour, minute=0):
        monkeypatch.setattr(clock.timezone, "now", lambda: datetime(2026, 11, day, hour, minute, tzinfo=WITA))

    return put


def job(done, **more):
    return clock.Job("ringkasan", HOURS, **({"prepare": lambda: lambda: done.append(timezone.now())} | more))


@pytest.mark.django_db
def test_an_hour_comes_once_each_day_and_not_before_its_time(at):
    done = []
    jobs = (job(done),)
    at(2, 14, 30)
    clock.run_due(jobs)
    del done[:]
    came = []
    for day in (3, 4):
        for hour in range(24):
            for minute in (0, 15, 30, 45):
                at(day, hour, minute)
                if clock.run_due(jobs):
                    came.append((day, hour, minute))
    assert came == [(3, 8, 0), (3, 14, 0), (4, 8, 0), (4, 14, 0)]
    assert len(done) == 4


@pytest.mark.django_db
def test_after_a_week_without_anybody_one_hour_is_due_and_not_fourteen(at):
    done = []
    jobs = (job(done),)
    at(2, 8)
    clock.run_due(jobs)
    at(9, 10)
    assert [clock.run_due(jobs), clock.run_due(jobs)] == [["ringkasan"], []]
    assert Turn.objects.order_by("-due_at").first().due_at == datetime(2026, 11, 9, 8, tzinfo=WITA)


@given(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), st.lists(st.times(), min_size=1, max_size=4))
def test_the_hour_that_is_due_is_the_newest_that_is_not_ahead(moment, hours):
    now = moment.replace(tzinfo=WITA)
    due = clock.Job("x", tuple(hours)).due_at(now)
    assert due <= now < due + timedelta(days=1)
    local = due.astimezone(WITA)
    assert (local.hour, local.minute) in {(hour.hour, hour.minute) for hour in hours}
    assert not [
        hour for hour in hours if due < now.replace(hour=hour.hour, minute=hour.minute, second=0, microsecond=0) <= now
    ]


@pytest.mark.django_db
def test_work_that_was_cut_short_is_undone_with_its_note_and_done_next_time(at):
    at(2, 8)

    def killed():
        Newsroom.objects.update_or_create(pk=1, defaults={"place": "setengah jalan"})
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        clock.run_due((job([], prepare=lambda: killed),))
    assert not Newsroom.objects.filter(place="setengah jalan").exists()
    done = []
    clock.run_due((job(done),))
    assert len(done) == 1


@pytest.mark.django_db
def test_long_work_left_by_the_dead_is_taken_over_after_half_an_hour(at):
    at(2, 8)

    def killed():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        clock.run_due((job([], prepare=None, work=killed),))
    done = []
    jobs = (job(done, prepare=None, work=lambda: done.append(1)),)
    at(2, 8, 20)
    assert clock.run_due(jobs) == []
    at(2, 8, 31)
    assert clock.run_due(jobs) == ["ringkasan"]
    at(2, 13)
    assert clock.run_due(jobs) == []
    assert done == [1]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", ["prepare", "work"])
def test_of_many_workers_one_does_it(kind):
    done, start = [], Barrier(4)

    def act():
        done.append(1)

    how = {"prepare": lambda: act} if kind == "prepare" else {"prepare": None, "work": act}

    def look(_worker):
        try:
            start.wait(10)
            return clock.run_due((job([], **how),))
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as workers:
        said = list(workers.map(look, range(4)))
    assert done == [1]
    assert sorted(map(len, said)) == [0, 0, 0, 1]
    assert Turn.objects.count() == 1


@pytest.mark.django_db
def test_looking_costs_one_query_where_all_is_done(django_assert_num_queries):
    jobs = (job([]), clock.Job("malam", (time(2, 30),), work=lambda: None))
    clock.run_due(jobs)
    with django_assert_num_queries(1):
        clock.run_due(jobs)
