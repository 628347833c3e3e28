"""CONTRACT §5: while something else holds the database too long, a reply comes back whole, to be sent again."""

import pytest

from comments.models import Comment
from tests.comments.page import whole_page
from tests.holding import held_by_another

pytestmark = [pytest.mark.contract, pytest.mark.django_db(transaction=True)]

WORDS = {"body": "Baris satu\nbaris dua", "name": "Ina", "email": "ina@contoh.id", "website": "contoh.id"}


def test_busy_newsroom_keeps_the_words_and_says_when_to_come_back(reader, article):
    with held_by_another("comments_comment"):
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
    with held_by_another("comments_comment"):
        for address in ("/", "/berita/", article.get_absolute_url(), f"{article.get_absolute_url()}tanggapan/"):
            assert reader.get(address).status_code in (200, 303)
