"""Pages of threads, and addresses of single comments that find theirs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comments import moderation
from comments.models import Comment
from tests.comments.factories import comment
from tests.comments.lineages import rows, settings, shown_on
from tests.comments.page import Page
from tests.comments.test_threads import page_of

MISSPELT = ["", "0", "-1", "01", "1", "+2", "2.0", " 2", "2 ", "\u0662", "\uff12", "dua", "2\0", "1e1", "%ff"]


def ways(page, rel):
    return [(one["href"], one.text) for one in page.all("a", rel=rel)]


def test_pages_hold_so_many_threads_with_their_answers(reader, article):
    made = rows(article, 16, above=lambda n: n - 1 if n % 2 else None)
    settings(comments_per_page=3)
    pages = [page_of(reader, article, query) for query in ("", "?halaman=2", "?halaman=3")]
    assert [shown_on(page) for page in pages] == [
        [one.pk for one in made[:6]],
        [one.pk for one in made[6:12]],
        [one.pk for one in made[12:]],
    ]
    assert {page.by_id("komentar").text for page in pages} == {"16 komentar"}
    navs = [page.one("nav", **{"aria-label": "Halaman komentar"}).text for page in pages]
    assert [nav.count("halaman ini") for nav in navs] == [1, 1, 1]
    assert reader.get(f"{article.get_absolute_url()}?halaman=4").status_code == 404


@pytest.mark.wordpress("2a Order and pages")
def test_links_lead_from_page_to_page_and_each_has_one_address(reader, article, site_url):
    rows(article, 9)
    settings(comments_per_page=3)
    story = article.get_absolute_url()
    first, second, third = (page_of(reader, article, query) for query in ("", "?halaman=2", "?halaman=3"))
    assert ways(first, "prev") == ways(third, "next") == []
    assert ways(first, "next") == [(f"{story}?halaman=2#komentar", "Komentar berikutnya")]
    assert ways(second, "prev") == [(f"{story}#komentar", "Komentar sebelumnya")]
    assert ways(second, "next") == [(f"{story}?halaman=3#komentar", "Komentar berikutnya")]
    canonical = [page.one("link", rel="canonical")["href"] for page in (first, second, third)]
    assert canonical == [f"{site_url}{story}", f"{site_url}{story}?halaman=2", f"{site_url}{story}?halaman=3"]
    assert "komentar halaman 2" in second.one("title").text
    assert "halaman" not in first.one("title").text


def test_pages_are_told_in_words(reader, article):
    rows(article, 100)
    settings(comments_per_page=5)
    page = page_of(reader, article, "?halaman=10")
    numbers = [one.text for one in page.all("a", **{"class": "touch-link"}) if one.text.startswith("Halaman ")]
    assert numbers == ["Halaman 1", "Halaman 9", "Halaman 11", "Halaman 20"]
    assert page.one("p", **{"class": "comments-part"}).text == "Halaman 10 dari 20"


def test_story_with_one_page_of_comments_has_no_pages(reader, article):
    rows(article, 5)
    settings(comments_per_page=5)
    assert page_of(reader, article).all("nav", **{"class": "comment-pages"}) == []


@pytest.mark.parametrize("text", MISSPELT)
def test_page_that_is_no_number_as_we_write_it_is_the_story_itself(reader, article, text):
    rows(article, 6)
    settings(comments_per_page=5)
    story = reader.get(article.get_absolute_url())
    assert reader.get(article.get_absolute_url(), {"halaman": text}).content == story.content


@pytest.mark.parametrize("number", ["2", "3", "999999999", "1" + "0" * 9, "9" * 5000])
def test_page_beyond_the_last_is_not_found(reader, article, number):
    assert reader.get(f"{article.get_absolute_url()}?halaman={number}").status_code == 404


@pytest.mark.wordpress("2a Order and pages")
def test_newest_threads_come_first_where_the_newsroom_says_so(reader, article):
    made = rows(article, 8, above=lambda n: 0 if n == 7 else None)
    settings(comments_per_page=4, is_newest_first=True)
    assert shown_on(page_of(reader, article)) == [one.pk for one in (*made[6:2:-1],)]
    assert shown_on(page_of(reader, article, "?halaman=2")) == [one.pk for one in (made[2], made[1], made[0], made[7])]


def test_answering_on_a_page_keeps_the_page(reader, article):
    made = rows(article, 6)
    settings(comments_per_page=3)
    story, asked = article.get_absolute_url(), made[4]
    plain = page_of(reader, article, "?halaman=2")
    way = plain.one("a", **{"aria-label": f"Balas {asked.name}"})
    assert way["href"] == f"?halaman=2&balas={asked.pk}#balasan"
    assert way["rel"] == "nofollow"

    response = reader.get(f"{story}?halaman=2&balas={asked.pk}")
    page = Page(response)
    assert response["X-Robots-Tag"] == "noindex"
    assert shown_on(page) == shown_on(plain)
    assert page.value("parent") == str(asked.pk)
    [mark] = page.all("strong", **{"class": "comment-answered"})
    assert page.by_id(f"komentar-{asked.pk}") in mark.parents
    assert {one["href"] for one in page.all("a") if one.text == "Batalkan balasan"} == {
        f"{story}?halaman=2#komentar-{asked.pk}",
        f"{story}?halaman=2#balasan",
    }


def test_comment_answered_from_another_page_is_named_in_the_form(reader, article):
    made = rows(article, 6)
    settings(comments_per_page=3)
    page = page_of(reader, article, f"?balas={made[5].pk}")
    assert page.value("parent") == str(made[5].pk)
    assert made[5].name in page.one("p", **{"class": "reply-to"}).text
    assert shown_on(page) == [one.pk for one in made[:3]]


@pytest.mark.parametrize("is_newest_first", [False, True])
@pytest.mark.parametrize("depth", [1, 3])
@pytest.mark.wordpress("2a Order and pages")
def test_address_of_a_comment_leads_to_the_page_that_holds_it(reader, article, depth, is_newest_first):
    gone = 4
    made = rows(
        article,
        24,
        above=lambda n: n - 2 if n > 1 and n % 3 else None,
        status=lambda n: "spam" if n % 10 == gone else "approved",
    )
    settings(comments_per_page=2, thread_depth=depth, is_newest_first=is_newest_first)
    for one in Comment.objects.filter(pk__in=[one.pk for one in made]):
        address, _hash, fragment = one.get_absolute_url().partition("#")
        if one.status == "spam":
            assert (address, fragment) == (article.get_absolute_url(), "")
            assert reader.get(f"/komentar/{one.pk}/").status_code == 404
        else:
            page = Page(reader.get(address))
            assert fragment == f"komentar-{one.pk}"
            assert one.pk in shown_on(page)
            assert page.by_id(fragment).text
            assert f'href="{one.get_absolute_url()}"' in page.html


def test_lasting_address_follows_a_comment_that_moved(reader, article, site_url):
    made = rows(article, 5)
    settings(comments_per_page=5, is_newest_first=True)
    address = made[0].lasting_url.removeprefix(site_url)
    assert reader.get(address)["Location"] == f"{article.get_absolute_url()}#komentar-{made[0].pk}"
    comment(article, status="approved")
    response = reader.get(address)
    assert response.status_code == 302
    assert response["Location"] == f"{article.get_absolute_url()}?halaman=2#komentar-{made[0].pk}"
    assert response["Cache-Control"] == "no-store"
    moderation.decide([made[0].pk], "trash")
    assert reader.get(address).status_code == 404


@pytest.mark.parametrize("number", [0, 10**9, 2**63, 10**40])
def test_address_of_a_comment_that_never_was_is_not_found(reader, article, number):
    assert reader.get(f"/komentar/{number}/").status_code == 404


def test_places_of_many_comments_are_found_in_three_queries(article, django_assert_num_queries):
    for count in (1, 300):
        made = rows(article, count, above=lambda n: n - 1 if n % 7 else None)
        with django_assert_num_queries(3):
            Comment.objects.find_pages(made)
        with django_assert_num_queries(0):
            assert all(f"#komentar-{one.pk}" in one.get_absolute_url() for one in made)


@pytest.mark.contract
@pytest.mark.parametrize("depth", [1, 3, 10])
def test_story_asks_the_database_as_often_for_one_comment_as_for_a_thousand(reader, article, depth):
    settings(thread_depth=depth, comments_per_page=5)
    first, *_more = rows(article, 1)
    queries = ("", f"?balas={first.pk}")

    def asked(query):
        with CaptureQueriesContext(connection) as captured:
            page_of(reader, article, query)
        return len(captured)

    for_one = [asked(query) for query in queries]
    rows(article, 999, above=lambda n: n - 1 if n % 20 else None, status=lambda n: "approved" if n % 11 else "spam")
    assert [asked(query) for query in queries] == for_one
    assert asked("?halaman=2") == asked("?halaman=5") == for_one[0]
    assert asked(f"?halaman=5&balas={first.pk}") == for_one[1]
    assert max(for_one) <= 11
