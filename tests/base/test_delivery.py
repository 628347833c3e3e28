"""CONTRACT §3: the same finished bytes for everyone, with a strong tag for each encoding of them."""

import gzip
import re

import pytest
from django.http import HttpResponse

from articles import publishing
from comments.models import Status
from humas.base.delivery import DeliveryMiddleware, accepts_gzip
from tests.articles.factories import published_article
from tests.comments.factories import comment

pytestmark = pytest.mark.contract

CACHE = "public, max-age=0, must-revalidate"
PAGES = ["/", "/berita/", "story"]
ENCODINGS = ["", "gzip"]


@pytest.fixture(autouse=True)
def story(article):
    comment(article, status=Status.APPROVED)
    return article


@pytest.fixture
def fetch(client, story):
    """fetch("story", "gzip") → the answer for that page in that encoding."""

    def get(page, encoding="", method="GET", **headers):
        address = page.replace("story", story.get_absolute_url())
        if encoding:
            headers["accept-encoding"] = encoding
        return client.generic(method, address, headers=headers)

    return get


def plain(response):
    data = response.content
    return gzip.decompress(data) if response.get("Content-Encoding") == "gzip" else data


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("page", PAGES)
def test_page_is_public_tagged_and_the_same_for_everyone(fetch, page, encoding):
    first, second = fetch(page, encoding), fetch(page, encoding)

    assert first.status_code == 200
    assert first["Cache-Control"] == CACHE
    assert first["Vary"] == "Accept-Encoding"
    assert re.fullmatch(r'"[0-9a-f]{32,}"', first["ETag"])
    assert int(first["Content-Length"]) == len(first.content)
    assert first.get("Content-Encoding", "") == encoding
    assert not first.cookies
    assert first.content == second.content
    assert first.headers == second.headers


@pytest.mark.parametrize("page", PAGES)
def test_each_encoding_has_a_tag_of_its_own(fetch, page):
    identity, zipped = fetch(page), fetch(page, "gzip")

    assert identity["ETag"] != zipped["ETag"]
    assert plain(zipped) == identity.content
    assert zipped.content[4:8] == bytes(4)  # no hour in it, which would make other bytes of the same page
    assert len(zipped.content) < len(identity.content)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("page", PAGES)
def test_who_has_the_page_is_not_sent_it_again(fetch, page, encoding):
    tag = fetch(page, encoding)["ETag"]

    for known in (tag, f"W/{tag}", f'"old", {tag}', "*"):
        response = fetch(page, encoding, **{"if-none-match": known})

        assert response.status_code == 304
        assert response.content == b""
        assert response["ETag"] == tag
        assert response["Cache-Control"] == CACHE
        assert response["Vary"] == "Accept-Encoding"
        assert not response.cookies


def test_tag_of_one_encoding_does_not_stand_for_another(fetch):
    tag = fetch("story", "gzip")["ETag"]

    assert fetch("story", "", **{"if-none-match": tag}).status_code == 200


def test_tag_changes_with_the_page(fetch, story):
    tag = fetch("story")["ETag"]
    comment(story, status=Status.APPROVED)

    assert fetch("story", **{"if-none-match": tag}).status_code == 200


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("page", [*PAGES, "/tidak-ada/"])
def test_head_is_get_without_its_body(fetch, page, encoding):
    get, head = fetch(page, encoding), fetch(page, encoding, "HEAD")

    assert head.status_code == get.status_code
    assert head.headers == get.headers
    assert int(head["Content-Length"]) == len(get.content)
    assert head.content == b""


def test_body_of_a_head_is_dropped_here_and_not_left_to_the_server(rf):
    def page(request):
        return HttpResponse("x" * 1000, headers={"Cache-Control": CACHE})

    response = DeliveryMiddleware(page)(rf.head("/"))

    assert response.content == b""
    assert response["Content-Length"] == "1000"


def test_head_may_be_answered_with_304_too(fetch):
    tag = fetch("/", method="HEAD")["ETag"]

    assert fetch("/", method="HEAD", **{"if-none-match": tag}).status_code == 304


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("page", PAGES)
def test_query_keys_that_are_not_ours_change_nothing(fetch, page, encoding):
    plain_page = fetch(page, encoding)

    for query in ("?utm_source=whatsapp", "?fbclid=IwAR0&x=%FF", "?balas=", "?BALAS=1", "?%00", "?" + "x=1&" * 50):
        response = fetch(page + query, encoding)
        assert response.content == plain_page.content
        assert response["ETag"] == plain_page["ETag"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_reader_who_works_at_the_desk_sees_what_everyone_sees(fetch, story, moderator, encoding):
    for page in PAGES:
        stranger = fetch(page, encoding)
        staff = moderator.get(
            page.replace("story", story.get_absolute_url()), headers={"accept-encoding": encoding} if encoding else {}
        )
        assert staff.content == stranger.content
        assert staff.headers == stranger.headers
        assert not staff.cookies


def test_withdrawn_story_is_told_to_everyone_alike(fetch, story):
    publishing.withdraw(story, reason="Keliru.")

    response = fetch("story", "gzip")

    assert response.status_code == 410
    assert response["Cache-Control"] == CACHE
    assert response["Vary"] == "Accept-Encoding"
    assert not response.cookies


def test_page_that_answers_a_reply_is_not_for_search_engines(fetch, story):
    answered = comment(story, status=Status.APPROVED)

    response = fetch(f"story?balas={answered.pk}")

    assert response.status_code == 200
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Cache-Control"] == CACHE
    assert "X-Robots-Tag" not in fetch("story")


def test_private_page_has_no_tag_and_is_not_squeezed(reader, story):
    address = reader.reply(story)["Location"]

    response = reader.get(address, headers={"accept-encoding": "gzip"})

    assert "ETag" not in response
    assert "Content-Encoding" not in response


def test_short_answer_is_not_squeezed(client):
    assert "Content-Encoding" not in client.get("/healthz", headers={"accept-encoding": "gzip"})


@pytest.mark.parametrize(
    ("header", "is_taken"),
    [
        ("gzip", True),
        ("gzip, deflate, br, zstd", True),
        ("br,gzip", True),
        ("GZIP", True),
        ("x-gzip", True),
        ("*", True),
        ("br, *", True),
        ("gzip;q=1.0", True),
        ("gzip ; q=0.001", True),
        ("deflate;q=1, gzip;q=0.5", True),
        ("*;q=0, gzip", True),
        ("", False),
        ("identity", False),
        ("br", False),
        ("gzip;q=0", False),
        ("gzip;q=0.000", False),
        ("gzip; Q=0.0", False),
        ("gzip;q=0, *", False),
        ("*, gzip;q=0", False),
        ("x-gzip;q=0, *;q=0.5", False),
        ("*;q=0", False),
        ("identity;q=1, *;q=0", False),
        ("gzipped", False),
        ("not-gzip", False),
        ("br;q=0.gzip", False),
    ],
)
def test_encoding_that_a_browser_takes(header, is_taken):
    assert accepts_gzip(header) is is_taken


def test_page_arrives_as_it_was_asked_for(fetch):
    assert fetch("story", "gzip;q=0")["Vary"] == "Accept-Encoding"
    assert "Content-Encoding" not in fetch("story", "gzip;q=0, *")
    assert fetch("story", "br;q=1, gzip;q=0.2")["Content-Encoding"] == "gzip"


def test_old_address_of_a_page_without_its_slash_leads_on(client):
    other = published_article()

    response = client.get(other.get_absolute_url().rstrip("/"))

    assert response.status_code == 301
    assert response["Location"] == other.get_absolute_url()
    assert not response.cookies
