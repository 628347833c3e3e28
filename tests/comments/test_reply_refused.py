"""CONTRACT §5: what cannot be taken yet comes back with a sentence beside its field and every word kept."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing
from comments.models import Comment, Status
from humas.base.models import Newsroom
from tests.articles.factories import draft, published_article
from tests.comments.factories import comment
from tests.comments.page import whole_page

pytestmark = pytest.mark.contract

WORDS = {"body": 'Baris satu\n\n  <b>&amp; "dua"', "name": "Ina 'Ba", "email": "ina@contoh.id", "website": "contoh.id"}
BOAT = "\U0001f6f6"  # two units of UTF-16, four bytes of UTF-8, one character
LIMITS = {"body": 65_525, "name": 245, "email": 100, "website": 200}


def filled(name, length):
    """Valid words of this many characters for a field."""
    before, after = {"email": ("i@", ".contoh.id"), "website": ("https://contoh.id/", "")}.get(name, ("", ""))
    middle = length - len(before) - len(after)
    if name == "email":
        return f"{'i' * 30}@{'b' * 20}.{'a' * (length - 55)}.id"
    return before + "a" * middle + after


def refused(response, kept, *, besides=()):
    """The page of a 422 that keeps these words and has stored nothing."""
    page = whole_page(response)
    assert response.status_code == 422
    assert {name: page.value(name) for name in kept if name not in besides} == {
        name: words for name, words in kept.items() if name not in besides
    }
    assert Comment.objects.filter(status=Status.PENDING).count() == 0
    return page


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("body", "Isi komentar dulu."),
        ("name", "Isi nama dulu, boleh nama panggilan."),
        ("email", "Isi alamat email dulu."),
    ],
)
@pytest.mark.parametrize("missing", ["", "  \r\n ", None], ids=["empty", "blanks", "absent"])
@pytest.mark.wordpress("2a Errors")
def test_missing_field_is_asked_for_beside_it(reader, article, name, sentence, missing):
    page = refused(reader.reply(article, **WORDS | {name: missing}), WORDS, besides=[name])

    assert page.wrong() == {name}
    assert page.error(name) == sentence
    assert "autofocus" in page.field(name)


def test_empty_form_is_asked_for_everything_at_once(reader, article):
    response = reader.post(f"{article.get_absolute_url()}tanggapan/")

    page = refused(response, {})
    assert page.wrong() == {"body", "name", "email"}
    assert len([each for each in page.elements if "autofocus" in each]) == 1


@pytest.mark.wordpress("2a Errors")
def test_page_of_a_refused_reply_can_be_sent_again(reader, article):
    first = whole_page(reader.reply(article, **WORDS | {"email": ""}))

    response = reader.reply(article, **first.values() | {"email": "ina@contoh.id"})

    assert response.status_code == 303
    assert Comment.objects.get().body == WORDS["body"]


@pytest.mark.parametrize("name", LIMITS)
def test_one_character_too_many_is_said_beside_the_field(reader, article, name):
    long = WORDS | {name: filled(name, LIMITS[name] + 1)}

    page = refused(reader.reply(article, **long), long)

    assert page.wrong() == {name}
    assert "Terlalu panjang" in page.error(name)


@pytest.mark.parametrize("name", LIMITS)
@pytest.mark.wordpress("2a Fields and limits in HTML")
def test_exactly_as_long_as_allowed_is_taken(reader, article, name):
    response = reader.reply(article, **WORDS | {name: filled(name, LIMITS[name])})

    assert response.status_code == 303


@pytest.mark.wordpress("2a Server length limits")
def test_line_ends_and_rare_characters_count_as_one(reader, article):
    body = f"{BOAT}\r\n" * 32_762 + BOAT
    assert len(body.replace("\r\n", "\n")) == LIMITS["body"]

    response = reader.reply(article, body=body, name=BOAT * 245)

    assert response.status_code == 303
    assert Comment.objects.get().body == body.replace("\r\n", "\n")


def test_one_line_end_too_many_is_too_long(reader, article):
    body = f"{BOAT}\r\n" * 32_762 + BOAT * 2

    page = refused(reader.reply(article, body=body), {"body": body.replace("\r\n", "\n")})

    assert page.wrong() == {"body"}


@pytest.mark.parametrize("name", LIMITS)
def test_nul_is_refused_beside_its_field(reader, article, name):
    page = refused(reader.reply(article, **WORDS | {name: f"{WORDS[name]}\0"}), WORDS, besides=[name])

    assert name in page.wrong()


@pytest.mark.parametrize("name", ["parent", "token", "t", "ruas_kosong"])
def test_nul_in_a_hidden_field_breaks_nothing(reader, article, name):
    response = reader.reply(article, **WORDS | {name: "1\0"})

    assert response.status_code == (422 if name in ("parent", "token") else 303)


@pytest.mark.parametrize("who", ["pending", "spam", "withdrawn", "other story", "nobody", "words", "huge"])
def test_what_cannot_be_answered_is_let_go_with_a_sentence(reader, article, who):
    number = {
        "pending": lambda: comment(published_article()).pk,
        "spam": lambda: comment(article, status=Status.SPAM).pk,
        "withdrawn": lambda: comment(article, status=Status.WITHDRAWN).pk,
        "other story": lambda: comment(published_article(), status=Status.APPROVED).pk,
        "nobody": lambda: 10**9,
        "words": lambda: "1 OR 1=1",
        "huge": lambda: 10**40,
    }[who]()
    before = Comment.objects.count()

    response = reader.reply(article, **WORDS, parent=str(number))

    page = whole_page(response)
    assert response.status_code == 422
    assert Comment.objects.count() == before
    assert {name: page.value(name) for name in WORDS} == WORDS
    assert "Komentar yang Anda balas sudah tidak ada." in page.by_id("errors-title").parents[-1].text
    assert page.value("parent") == ""
    assert reader.reply(article, **page.values()).status_code == 303


@pytest.mark.wordpress("2a Private / password posts")
def test_story_that_nobody_may_see_takes_no_reply(reader, article):
    hidden = {
        "draft": draft(),
        "embargo": published_article(at=timezone.now() + timedelta(hours=1)),
        "withdrawn": publishing.withdraw(published_article(), reason="Keliru."),
        "binned": publishing.put_in_bin(published_article()),
    }
    token = reader.token(article)
    addresses = [story.get_absolute_url() for story in hidden.values()] + ["/berita/tidak-ada/"]
    for address in addresses:
        for response in (
            reader.post(f"{address}tanggapan/", WORDS | {"token": token}),
            reader.get(f"{address}tanggapan/"),
        ):
            assert response.status_code == 404
            whole_page(response)
    assert Comment.objects.count() == 0


def test_closed_story_refuses_with_a_sentence_and_keeps_the_words(reader, article):
    token = reader.token(article)
    article.is_open_to_comments = False
    article.save()

    response = reader.reply(article, **WORDS, token=token)

    page = whole_page(response)
    assert response.status_code == 403
    assert "Komentar untuk berita ini sudah ditutup." in page.one("main").text
    assert "".join(page.by_id("words").pieces) == f"\n{WORDS['body']}"
    assert Comment.objects.count() == 0


def test_closed_newsroom_refuses_with_a_sentence(reader, article):
    token = reader.token(article)
    Newsroom.objects.update(is_open_to_comments=False)

    response = reader.reply(article, **WORDS, token=token)

    assert response.status_code == 403
    assert "sudah ditutup" in whole_page(response).one("main").text
    assert Comment.objects.count() == 0


def test_more_than_a_million_bytes_are_not_even_read(reader, article):
    response = reader.reply(article, body="a" * 1_000_000)

    assert response.status_code == 413
    assert "65.525" in whole_page(response).one("main").text
    assert Comment.objects.count() == 0


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "COBA"])
def test_other_methods_are_refused_with_a_page(reader, article, method):
    response = reader.generic(method, f"{article.get_absolute_url()}tanggapan/")

    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, POST"
    whole_page(response)
