"""CONTRACT §5: while something else holds the database too long, a reply comes back whole, to be sent again."""

from contextlib import contextmanager

import pytest
from django.db import connection

from comments.models import Comment
from tests.comments.page import whole_page

pytestmark = [pytest.mark.contract, pytest.mark.django_db(transaction=True)]

WORDS = {"body": "Baris satu\nbaris dua", "name": "Ina", "email": "ina@contoh.id", "website": "contoh.id"}
# How long our own connection waits, and how another one takes what a reply needs; reading goes on.
IMPATIENCE = {"sqlite": "PRAGMA busy_timeout = 50", "postgresql": "SET lock_timeout = '50ms'"}
TAKING = {
    "sqlite": ["BEGIN IMMEDIATE"],
    "postgresql": ["BEGIN", "LOCK TABLE comments_comment IN SHARE ROW EXCLUSIVE MODE"],
}


@contextmanager
def held_by_another():
    """A second connection that is in the middle of a long write."""
    other = connection.copy()
    with connection.cursor() as cursor:
        cursor.execute(IMPATIENCE[connection.vendor])
    try:
        with other.cursor() as cursor:
            for statement in TAKING[connection.vendor]:
                cursor.execute(statement)
            yield
            cursor.execute("ROLLBACK")
    finally:
        other.close()
        connection.close()  # the next one is as patient as ever


def test_busy_newsroom_keeps_the_words_and_says_when_to_come_back(reader, article):
    with held_by_another():
        response = reader.reply(article, **WORDS)

    page = whole_page(response)
    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert "Tulisan Anda" in page.one("p", **{"class": "reply-notice"}).text
    assert page.wrong() == set()
    assert {name: page.value(name) for name in WORDS} == WORDS
    assert Comment.objects.count() == 0
    assert reader.reply(article, **page.values()).status_code == 303
    assert Comment.objects.count() == 1


def test_readers_go_on_reading_meanwhile(reader, article):
    with held_by_another():
        for address in ("/", "/berita/", article.get_absolute_url(), f"{article.get_absolute_url()}tanggapan/"):
            assert reader.get(address).status_code in (200, 303)
