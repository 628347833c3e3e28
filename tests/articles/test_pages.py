import re

import pytest

from articles import publishing
from tests.articles.factories import draft, photo, published_article, report
from tests.comments.factories import comment


@pytest.mark.contract
@pytest.mark.parametrize("stories", [1, 40])
def test_front_page_asks_the_database_at_most_eight_times(client, db, django_assert_max_num_queries, stories):
    whole = report()
    for n in range(stories):
        published_article(report=whole if n % 3 else None, lead_photo=photo() if n % 5 == 0 else None, tags=["a", "b"])
    with django_assert_max_num_queries(8):
        client.get("/")


@pytest.mark.contract
@pytest.mark.parametrize("replies", [1, 100])
def test_story_asks_the_database_as_often_for_one_reply_as_for_a_hundred(
    client, db, django_assert_max_num_queries, replies
):
    whole = report()
    for _n in range(3):
        story = published_article(report=whole, lead_photo=photo(), tags=["a", "b"])
    first = comment(story, status="approved")
    for n in range(replies - 1):
        comment(story, status="approved", parent=first if n % 3 else None)
    with django_assert_max_num_queries(11) as queries:
        page = client.get(story.get_absolute_url()).content.decode()
    assert page.count('class="comment"') == replies
    assert len(queries) == 11, "\n".join(query["sql"][:60] + " … " + query["sql"][-80:] for query in queries)


@pytest.mark.contract
def test_page_says_what_a_shared_link_shows(client, db, site_url):
    story = published_article(headline="Jembatan <Baru> & Jalan", standfirst="Dua kalimat pendek.", lead_photo=photo())
    page = client.get(story.get_absolute_url()).content.decode()
    address = f"{site_url}{story.get_absolute_url()}"
    for piece in (
        f'<link rel="canonical" href="{address}">',
        f'<meta property="og:url" content="{address}">',
        '<meta property="og:title" content="Jembatan &lt;Baru&gt; &amp; Jalan">',
        '<meta property="og:description" content="Dua kalimat pendek.">',
        '<meta name="description" content="Dua kalimat pendek.">',
        '<meta property="og:locale" content="id_ID">',
    ):
        assert piece in page


def test_description_comes_from_the_text_where_there_is_no_standfirst(client, db):
    story = published_article(text="Petani memanen jagung.\n\nGudang menyusul.")
    page = client.get(story.get_absolute_url()).content.decode()
    assert '<meta name="description" content="Petani memanen jagung. Gudang menyusul.">' in page


@pytest.mark.contract
def test_parts_are_linked_to_one_another(client, db):
    whole = report()
    first, second, third = (published_article(report=whole) for _n in range(3))
    page = client.get(second.get_absolute_url()).content.decode()
    nav = re.search(r'<nav class="report-parts".*?</nav>', page, re.S)[0]
    assert re.search(rf'<a[^>]*rel="prev"[^>]*href="{first.get_absolute_url()}"', nav)
    assert re.search(rf'<a[^>]*rel="next"[^>]*href="{third.get_absolute_url()}"', nav)
    assert len(re.findall(r"<li", nav)) == 3
    assert "(Part II)</h1>" in page


def test_drafts_and_bins_appear_in_no_list(client, db):
    draft(headline="Belum selesai")
    publishing.put_in_bin(published_article(headline="Sudah dibuang"))
    for address in ("/", "/berita/"):
        page = client.get(address).content.decode()
        assert "Belum selesai" not in page
        assert "Sudah dibuang" not in page


def test_newsrooms_name_stands_in_head_and_foot(client, db):
    from humas.base import newsroom
    from humas.base.models import Newsroom

    row = Newsroom.current()
    row.name, row.place = "Humas Setda Uji", "Kabupaten Uji"
    newsroom.save(row)
    page = client.get("/").content.decode()
    assert page.split("<main")[0].count("Humas Setda Uji") >= 2
    assert "Humas Setda Uji" in page.split("</main>")[1]


@pytest.mark.parametrize("address", ["/", "/berita/", "/berita/tidak-ada/", "/tidak/ada/"])
def test_empty_newsroom_answers_in_indonesian(client, db, address):
    answer = client.get(address)
    assert answer.status_code == (404 if "ada" in address else 200)
    assert '<html lang="id"' in answer.content.decode()


def test_missing_pages_are_our_own_in_the_demo_too(client, db, settings):
    settings.DEBUG = True
    page = client.get("/tidak/ada/")
    assert page.status_code == 404
    assert 'class="masthead"' in page.content.decode()


@pytest.mark.contract
def test_health_is_told_without_a_session(client, db):
    assert client.get("/healthz").content == b"ok"
    assert client.get("/readyz").status_code == 200


def test_dateline_stands_before_the_first_words_whatever_the_text_begins_with(client, db):
    story = published_article(body="<h2>Judul antara</h2><p>Teks.</p>", dateline="Ba'a & sekitarnya")
    page = client.get(story.get_absolute_url()).content.decode()
    assert '<span class="dateline">Ba&#x27;a &amp; sekitarnya</span>' in page
