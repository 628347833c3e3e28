"""CONTRACT §5: who sends too much waits, is told until when, and keeps the words."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments.models import Comment
from tests.comments.page import whole_page

pytestmark = pytest.mark.contract

WORDS = {"body": "Yang keenam\n– jangan hilang.", "name": "Ina", "website": "contoh.id"}


@pytest.fixture
def five(reader, article):
    return [reader.reply(article, body=f"Komentar {number}") for number in range(1, 6)]


@pytest.mark.wordpress("2b 2 Flood")
def test_sixth_reply_in_ten_minutes_waits(reader, article, five):
    sixth = reader.reply(article, **WORDS)

    page = whole_page(sixth)
    assert {response.status_code for response in five} == {303}
    assert sixth.status_code == 429
    assert 0 < int(sixth["Retry-After"]) <= 601
    assert "WITA" in page.one("p", **{"class": "reply-notice"}).text
    assert {name: page.value(name) for name in WORDS} == WORDS
    assert page.value("email") == "ina@contoh.id"
    assert Comment.objects.count() == 5


def test_next_one_is_taken_when_the_oldest_of_the_five_is_old_enough(reader, article, five):
    oldest = Comment.objects.filter(body="Komentar 1")
    oldest.update(created_at=timezone.now() - timedelta(minutes=9, seconds=50))

    refused = reader.reply(article, **WORDS)
    oldest.update(created_at=timezone.now() - timedelta(minutes=10, seconds=1))
    taken = reader.reply(article, **WORDS)

    assert refused.status_code == 429
    assert int(refused["Retry-After"]) <= 11
    assert taken.status_code == 303


def test_page_of_a_limited_reply_can_be_sent_later(reader, article, five):
    page = whole_page(reader.reply(article, **WORDS))
    Comment.objects.update(created_at=timezone.now() - timedelta(minutes=11))

    assert reader.reply(article, **page.values()).status_code == 303


def test_same_reply_again_counts_neither_before_nor_at_the_limit(reader, article):
    for _ in range(4):
        reader.reply(article, body="Komentar 1")
    later = [reader.reply(article, body=f"Komentar {number}") for number in range(2, 6)]
    again = reader.reply(article, body="Komentar 1")

    assert {response.status_code for response in [*later, again]} == {303}
    assert Comment.objects.count() == 5
    assert reader.reply(article, body="Komentar 6").status_code == 429


def test_limit_knows_the_writer_in_any_letters(reader, article, five):
    assert reader.reply(article, **WORDS, email=" INA@contoh.id").status_code == 429


def test_another_writer_is_not_affected(reader, article, five):
    assert reader.reply(article, **WORDS, email="ani@contoh.id").status_code == 303


def test_newsroom_may_set_the_limit(reader, article, settings):
    settings.REPLY_LIMIT_WRITER = (1, timedelta(minutes=60))
    reader.reply(article)
    Comment.objects.update(created_at=timezone.now() - timedelta(minutes=30))

    limited = reader.reply(article, **WORDS)

    assert limited.status_code == 429
    assert 1700 < int(limited["Retry-After"]) <= 1801


def test_newsroom_may_lift_the_limit(reader, article, settings):
    settings.REPLY_LIMIT_WRITER = None

    statuses = {reader.reply(article, body=f"Komentar {number}").status_code for number in range(12)}

    assert statuses == {303}


def test_refused_reply_does_not_count(reader, article):
    for _ in range(9):
        reader.reply(article, name="")

    assert reader.reply(article).status_code == 303
