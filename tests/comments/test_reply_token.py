"""CONTRACT §5: the form's token shows that the form came from us, for this story, not too long ago."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments.models import Comment
from comments.reply import token as reply_token
from humas.base import tokens
from tests.articles.factories import published_article
from tests.comments.page import whole_page

pytestmark = pytest.mark.contract

WORDS = {"body": "Baris satu\nbaris dua", "name": "Ina", "email": "ina@contoh.id", "website": "contoh.id"}


def minted(article, *, hours):
    """The token of a page that was made this many hours ago."""
    return tokens.mint(reply_token.PURPOSE, str(article.pk), at=timezone.now() - timedelta(hours=hours))


def bent(token):
    return token[:-1] + ("0" if token[-1] != "0" else "1")


@pytest.mark.parametrize(
    "wrong",
    [
        lambda article: None,
        lambda article: "",
        lambda article: "x",
        lambda article: "1.2.3",
        lambda article: "٣.é\0" * 400,
        lambda article: bent(minted(article, hours=0)),
        lambda article: "0" + minted(article, hours=0),
        lambda article: minted(article, hours=0) + " x",
        lambda article: minted(published_article(), hours=0),
        lambda article: tokens.mint("moderation", str(article.pk)),
        lambda article: minted(article, hours=85),
        lambda article: minted(article, hours=24 * 365),
        lambda article: minted(article, hours=-13),
    ],
    ids="missing empty word dots junk forged zero more story purpose old ancient future".split(),
)
def test_wrong_token_costs_one_more_press_and_no_word(reader, article, wrong):
    response = reader.reply(article, **WORDS, token=wrong(article))

    page = whole_page(response)
    assert response.status_code == 422
    assert Comment.objects.count() == 0
    assert page.wrong() == set()
    assert "Formulir ini sudah terlalu lama terbuka." in page.by_id("errors-title").parents[-1].text
    assert {name: page.value(name) for name in WORDS} == WORDS
    assert reply_token.holds(page.value("token"), article)
    assert reader.reply(article, **page.values()).status_code == 303


@pytest.mark.parametrize("hours", [0, 11, 24, 60, 71])
def test_page_that_lay_open_for_three_days_can_still_be_sent(reader, article, hours):
    assert reader.reply(article, **WORDS, token=minted(article, hours=hours)).status_code == 303


def test_page_is_the_same_for_all_readers(reader, article):
    assert reader.token(article) == reader.token(article)


def test_token_error_and_field_errors_come_together(reader, article):
    page = whole_page(reader.reply(article, **WORDS | {"name": ""}, token="x"))

    assert page.wrong() == {"name"}
    assert "terlalu lama terbuka" in page.by_id("errors-title").parents[-1].text
