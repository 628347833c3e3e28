import re
from datetime import datetime, timedelta
from itertools import chain
from random import Random
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from articles import publishing
from articles.models import Article, Category
from articles.site import cursor
from articles.site.cursor import Cursor
from tests.articles.factories import draft, published_article, report

HOUR = timedelta(hours=1)
WITA = ZoneInfo("Asia/Makassar")


def category(name="Kesehatan", slug="kesehatan"):
    return Category.objects.get_or_create(slug=slug, defaults={"name": name})[0]


def text(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def stories_on(page):
    """Where the headlines of a list lead, in their order."""
    return re.findall(r'class="card-headline"><a href="([^"]+)"', page)


def older(page):
    found = re.search(r'rel="next" href="[/a-z]*(\?sebelum=[\w-]+)"', page)
    return found[1] if found else None


def pages_of(client, address):
    """Every page of a list, from the newest to the one without a way on."""
    page, gone = text(client, address), set()
    yield page
    while way := older(page):
        assert way not in gone, "in a circle"
        gone.add(way)
        page = text(client, address + way)
        yield page


def newest_first(stories):
    return [story.get_absolute_url() for story in sorted(stories, key=lambda s: (s.published_at, s.pk), reverse=True)]


@pytest.fixture
def short_pages(monkeypatch):
    monkeypatch.setattr(cursor, "LENGTH", 4)


CURSORS = st.builds(
    lambda at, pk: Cursor(at.replace(tzinfo=WITA), pk),
    st.datetimes(datetime(1000, 1, 2), datetime(2999, 12, 30)),
    st.integers(1, 2**63 - 1),
)


@given(CURSORS)
def test_cursor_reads_back_as_written(written):
    assert Cursor.read(str(written)) == written
    assert re.fullmatch(r"[\w-]{22}", str(written), re.ASCII)


@given(CURSORS, st.integers(0, 22), st.characters())
def test_each_cursor_has_one_spelling(written, place, other):
    spelling = str(written)
    for changed in (spelling[:place] + other + spelling[place:], spelling[:place] + other + spelling[place + 1 :]):
        read = Cursor.read(changed)
        assert read is None or str(read) == changed
    last = spelling[-1]
    neighbours = [Cursor.read(spelling[:-1] + chr(ord(last) + step)) for step in (-1, 1)]
    assert neighbours == [None, None]  # its last letter has room for bits that mean nothing


@pytest.mark.contract
@pytest.mark.parametrize("seed", range(3))
def test_pages_hold_every_story_once_and_in_order(client, db, short_pages, seed):
    chance, now = Random(seed), timezone.now()
    times = [now - n * HOUR for n in range(1, 6)]  # few, so that many stories open in the same moment
    stories = [published_article(at=chance.choice(times), category=category(), tags=["jalan"]) for _n in range(23)]

    for address in ("/berita/", "/kategori/kesehatan/", "/tag/jalan/"):
        found = [stories_on(page) for page in pages_of(client, address)]
        assert [len(page) for page in found] == [4, 4, 4, 4, 4, 3]
        assert list(chain(*found)) == newest_first(stories)


@pytest.mark.contract
def test_pages_of_reports_hold_each_once_the_one_continued_last_first(client, db, short_pages):
    now = timezone.now()
    reports = [report() for _n in range(9)]
    for n, whole in enumerate(reports):
        for hours in (90 + n, 2 + n // 3):  # by threes continued in the same moment
            published_article(report=whole, at=now - hours * HOUR)
    continued_last = sorted(range(9), key=lambda n: (n // 3, -n))
    found = [re.findall(r'class="report-name"><a href="([^"]+)"', page) for page in pages_of(client, "/laporan/")]
    assert list(chain(*found)) == [reports[n].get_absolute_url() for n in continued_last]


@pytest.mark.contract
def test_what_opens_or_goes_while_somebody_pages_moves_nothing(client, db, short_pages):
    now = timezone.now()
    stories = [published_article(at=now - timedelta(hours=n // 3 + 1)) for n in range(20)]
    expected = newest_first(stories)
    found = []
    for number, page in enumerate(pages_of(client, "/berita/")):
        found += stories_on(page)
        published_article()
        published_article(at=now - HOUR)  # the hour the first page is full of
        if number == 1:
            withdrawn = Article.objects.get(slug=found[0].split("/")[2])
            publishing.withdraw(withdrawn, reason="Keliru.")
    assert found == expected


def test_page_that_is_full_to_the_last_line_has_no_way_on(client, db, short_pages):
    for _n in range(4):
        published_article()
    page = text(client, "/berita/")
    assert len(stories_on(page)) == 4
    assert older(page) is None


@pytest.mark.contract
def test_deepest_page_asks_the_database_as_often_as_the_first(client, db, django_assert_num_queries):
    now, whole = timezone.now(), report()
    addresses = ["/berita/", "/kategori/kesehatan/", "/tag/jalan/", "/arsip/2024/", "/arsip/2024/01/"]
    asked = {"/berita/": 5, "/kategori/kesehatan/": 6, "/tag/jalan/": 7, "/arsip/2024/": 5, "/arsip/2024/01/": 5}
    january = datetime(2024, 1, 31, 12, tzinfo=WITA)

    def story(n):
        part = {"report": whole} if n % 3 == 0 else {}
        return published_article(at=january - n * HOUR, category=category(), tags=["jalan", "air"], **part)

    assert now > january
    story(0)
    client.get("/tag/jalan/")  # Django learns once what a tag may be tied to
    for address in addresses:
        with django_assert_num_queries(asked[address]):
            client.get(address)
    for n in range(1, 100):
        story(n)
    for address in addresses:
        deepest = [address + way for page in pages_of(client, address) if (way := older(page))][-1]
        for page in (address, deepest):
            with django_assert_num_queries(asked[address]):
                assert client.get(page).status_code == 200


@pytest.mark.contract
@pytest.mark.parametrize("garbage", ["", "x", "2", "A" * 22, "_" * 22, "%00", "%FF", "é" * 22, "A" * 999])
def test_page_we_never_linked_to_is_not_found(client, article, garbage):
    assert client.get(f"/berita/?sebelum={garbage}").status_code == 404


def test_page_behind_the_oldest_story_is_not_found(client, article):
    assert client.get(f"/berita/?sebelum={Cursor(article.published_at, article.pk)}").status_code == 404


@pytest.mark.contract
def test_undeclared_keys_change_nothing(client, article):
    page = text(client, "/berita/")
    assert text(client, "/berita/?halaman=3&utm_source=wa&q=x") == page


def test_older_pages_are_not_indexed_and_know_their_own_address(client, db, short_pages, site_url):
    for _n in range(5):
        published_article()
    first, second = pages_of(client, "/berita/")
    assert "noindex" not in first
    assert f'<link rel="canonical" href="{site_url}/berita/">' in first
    page = text(client, f"/berita/{older(first)}&utm_source=wa")
    assert page == second
    assert '<meta name="robots" content="noindex">' in page
    assert f'<link rel="canonical" href="{site_url}/berita/{older(first)}">' in page


@pytest.mark.contract
def test_lists_hold_what_readers_may_see_and_nothing_else(client, db):
    told = {"category": category(), "tags": ["jalan"]}
    shown = published_article(headline="Sudah tayang", **told)
    draft(headline="Masih ditulis", **told)
    publishing.schedule(draft(headline="Menunggu jam", **told), timezone.now() + HOUR)
    publishing.withdraw(published_article(headline="Sudah dicabut", **told), reason="Keliru.")
    publishing.put_in_bin(published_article(headline="Sudah dibuang", **told))
    now = timezone.localtime()
    for address in (
        "/",
        "/berita/",
        "/kategori/kesehatan/",
        "/tag/jalan/",
        f"/arsip/{now:%Y}/",
        f"/arsip/{now:%Y/%m}/",
    ):
        page = text(client, address)
        assert shown.get_absolute_url() in page
        for hidden in ("Masih ditulis", "Menunggu jam", "Sudah dicabut", "Sudah dibuang"):
            assert hidden not in page, address


@pytest.mark.contract
def test_months_are_those_of_the_newsrooms_clock(client, db):
    november = published_article(at=datetime(2024, 11, 1, 0, 30, tzinfo=WITA))  # still October in Greenwich
    october = published_article(at=datetime(2024, 10, 31, 23, 59, tzinfo=WITA))
    new_year = published_article(at=datetime(2025, 1, 1, 0, 0, tzinfo=WITA))
    assert stories_on(text(client, "/arsip/2024/11/")) == newest_first([november])
    assert stories_on(text(client, "/arsip/2024/10/")) == newest_first([october])
    assert stories_on(text(client, "/arsip/2024/")) == newest_first([november, october])
    assert stories_on(text(client, "/arsip/2025/")) == newest_first([new_year])


@pytest.mark.contract
@pytest.mark.parametrize("address", ["2023/", "2024/10/", "2024/13/", "2024/00/", "2024/1/", "1999/", "2999/12/"])
def test_empty_mistyped_and_future_months_are_not_found(client, db, address):
    published_article(at=datetime(2024, 11, 5, tzinfo=WITA))
    draft(headline="Nanti")
    publishing.schedule(Article.objects.get(headline="Nanti"), datetime(2999, 12, 5, tzinfo=WITA))
    assert client.get(f"/arsip/{address}").status_code == 404


def test_foot_of_a_list_leads_to_years_and_months_that_hold_stories(client, db):
    for month in (datetime(2022, 3, 5), datetime(2024, 1, 5), datetime(2024, 11, 5)):
        published_article(at=month.replace(tzinfo=WITA), category=category())
    published_article(at=datetime(1066, 10, 14, tzinfo=WITA))  # a slip of the hand
    category("Belum ada", "belum-ada")
    foot = text(client, "/berita/").split('class="list-foot"')[1]
    assert re.findall(r'href="/arsip/([\d/]+)"', foot) == ["2024/", "2022/", "2024/11/", "2024/01/"]
    assert re.findall(r'href="/kategori/([\w-]+)/"', foot) == ["kesehatan"]
    foot = text(client, "/arsip/2022/").split('class="list-foot"')[1]
    assert re.findall(r'href="/arsip/([\d/]+)"', foot) == ["2024/", "2022/", "2022/03/"]


def test_tag_is_found_by_a_name_with_commas_and_degrees(client, db):
    story = published_article(tags=["Stefanus M. Saek, SE, M.Si.", "M. Saek, S.Pd", "M Saek SPd"])
    page = text(client, story.get_absolute_url())
    ways = re.findall(r'href="(/tag/[^"]+)"', page)
    assert len(set(ways)) == 3
    assert "/tag/stefanus-m-saek-se-msi/" in ways
    for way in ways:
        assert stories_on(text(client, way)) == [story.get_absolute_url()]


def test_tag_without_a_letter_is_shown_but_leads_nowhere(client, db):
    page = text(client, published_article(tags=["🎉"]).get_absolute_url())
    assert "🎉" in page
    assert "/tag/" not in page


@pytest.mark.contract
def test_tag_that_only_a_draft_carries_is_told_to_nobody(client, db):
    draft(tags=["mutasi sekda"])
    assert client.get("/tag/mutasi-sekda/").status_code == 404
    assert client.get("/tag/mutasi-sekda/feed/").status_code == 404


@pytest.mark.contract
def test_category_is_there_before_its_first_story(client, db):
    category()
    assert text(client, "/kategori/kesehatan/")
    assert client.get("/kategori/tidak-ada/").status_code == 404
