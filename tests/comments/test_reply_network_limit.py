"""CONTRACT §5: a network that sends too much is slowed, never suspected; the newsroom's own limits count."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments.models import Comment, Status
from humas.base.models import Newsroom
from tests.comments.page import whole_page

pytestmark = pytest.mark.contract

HERE, NEXT_DOOR, ELSEWHERE = "203.0.113.7", "203.0.113.8", "198.51.100.7"


def sent(reader, article, number, address=HERE, **words):
    return reader.reply(article, body=f"Komentar {number}", email=f"warga{number}@contoh.id", address=address, **words)


@pytest.fixture
def two(reader, article, settings):
    settings.REPLY_LIMIT_NETWORK = (2, timedelta(minutes=10))
    return [sent(reader, article, number) for number in (1, 2)]


@pytest.mark.wordpress("2b 2 Flood")
def test_network_is_asked_to_wait_with_the_words_kept(reader, article, two):
    third = sent(reader, article, 3, NEXT_DOOR)

    page = whole_page(third)
    assert [answer.status_code for answer in two] == [303, 303]
    assert third.status_code == 429
    assert 0 < int(third["Retry-After"]) <= 601
    notice = page.one("p", **{"class": "reply-notice"}).text
    assert notice.startswith("Terlalu banyak kiriman dari jaringan ini. Tulisan Anda aman; coba lagi pukul ")
    assert page.value("body") == "Komentar 3"
    Comment.objects.update(created_at=timezone.now() - timedelta(minutes=11))
    assert reader.reply(article, **page.values(), address=NEXT_DOOR).status_code == 303
    assert set(Comment.objects.values_list("status", flat=True)) == {Status.PENDING}
    assert all(held == [] for held in Comment.objects.values_list("held_for", flat=True))


def test_another_network_is_not_affected(reader, article, two):
    assert sent(reader, article, 3, ELSEWHERE).status_code == 303


def test_same_reply_again_is_answered_beyond_the_limit(reader, article, two):
    again = sent(reader, article, 2)
    assert (again.status_code, again["Location"]) == (303, two[1]["Location"])


def test_readers_without_an_address_are_no_network(reader, article, two):
    assert [sent(reader, article, number, "").status_code for number in (3, 4, 5)] == [303] * 3


@pytest.mark.parametrize(
    ("fields", "taken"),
    [
        ({"network_limit_count": 3}, 3),
        ({"network_limit_count": 0}, 6),
        ({"network_limit_count": 4, "network_limit_minutes": 60}, 4),
        ({"writer_limit_count": 1}, 2),
        ({}, 2),
    ],
)
def test_newsrooms_own_limit_comes_before_the_servers(reader, article, settings, fields, taken):
    settings.REPLY_LIMIT_NETWORK = (2, timedelta(minutes=10))
    Newsroom.objects.update(**fields)
    answers = [sent(reader, article, number).status_code for number in range(6)]
    assert answers.count(303) == taken


def test_newsrooms_own_limit_of_writers_comes_before_the_servers(reader, article):
    Newsroom.objects.update(writer_limit_count=1, writer_limit_minutes=60)
    first = reader.reply(article, body="Satu")
    Comment.objects.update(created_at=timezone.now() - timedelta(minutes=30))
    second = reader.reply(article, body="Dua")
    assert (first.status_code, second.status_code) == (303, 429)
    assert 1700 < int(second["Retry-After"]) <= 1801
