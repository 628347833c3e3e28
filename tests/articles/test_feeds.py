import gzip
from datetime import datetime, timedelta
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import feedparser
import pytest
from django.utils import timezone

from articles import publishing
from articles.models import Article, Category
from humas.base import newsroom
from humas.base.models import Newsroom
from tests.articles.factories import draft, photo, published_article, report

HOUR = timedelta(hours=1)
WITA = ZoneInfo("Asia/Makassar")
ADDRESSES = ["/feed/", "/feed/atom/", "/kategori/kesehatan/feed/", "/tag/jalan/feed/", "/laporan/raker/feed/"]


def category():
    return Category.objects.get_or_create(slug="kesehatan", defaults={"name": "Kesehatan"})[0]


def told(**fields):
    """A story that every kind of feed tells, once its report is made."""
    return {"category": category(), "tags": ["jalan"]} | fields


def parsed(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    feed = feedparser.parse(response.content, response_headers={"content-type": response.headers["Content-Type"]})
    assert not feed.bozo, (address, feed.get("bozo_exception"))
    return feed


@pytest.fixture
def raker(db):
    whole = report(title="Raker <Humas> & Protokol", slug="raker")
    published_article(**told(report=whole, dateline="Ba'a & sekitarnya", credit="Humas <Rote> & (ab)", byline="Ina"))
    published_article(**told(report=whole, lead_photo=photo(), standfirst="Dua < tiga & empat."))
    return whole


@pytest.mark.contract
@pytest.mark.parametrize("address", ADDRESSES)
def test_feed_is_read_without_complaint(client, raker, address, site_url):
    feed = parsed(client, address)
    newer, first = feed.entries
    assert feed.feed.language == "id"
    assert newer.title.endswith("(Part II)")
    assert newer.link == newer.id == Article.objects.latest("pk").absolute_url
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [site_url + address]
    assert {tag.term for tag in first.tags} == {"Kesehatan", "jalan"}
    assert first.author == "Ina"
    assert newer.author == "Humas"


@pytest.mark.contract
@pytest.mark.parametrize("address", ADDRESSES)
def test_feed_carries_the_whole_text_from_dateline_to_credit(client, raker, address):
    entry = parsed(client, address).entries[1]
    content = entry.content[0]
    assert content.type == "text/html"
    for piece in ("Ba'a &amp; sekitarnya", "Bupati meninjau", "Warga menyambutnya", "(Humas &lt;Rote&gt; &amp; (ab))"):
        assert piece in content.value.replace("&#x27;", "'")


@pytest.mark.contract
@pytest.mark.parametrize("address", ADDRESSES)
def test_lead_photo_is_enclosed_with_its_length(client, raker, address, site_url):
    second = Article.objects.latest("pk")
    newer, first = parsed(client, address).entries
    (picture,) = newer.enclosures
    assert picture.href == site_url + second.lead_photo.url
    assert picture.type == "image/jpeg"
    assert int(picture.length) == len(client.get(second.lead_photo.url).content)
    assert not first.enclosures


def test_picture_whose_file_is_gone_is_not_enclosed(client, raker):
    photo = Article.objects.latest("pk").lead_photo
    photo.rendition.storage.delete(photo.rendition.name)
    assert not parsed(client, "/feed/").entries[0].enclosures


@pytest.mark.contract
def test_permalink_is_the_guid_and_the_hour_has_its_zone(client, db):
    story = published_article(at=datetime(2019, 4, 24, 19, 20, 30, 500, tzinfo=WITA))
    item = ElementTree.fromstring(client.get("/feed/").content).find("channel/item")
    assert item.find("guid").text == story.absolute_url
    assert item.find("guid").get("isPermaLink") == "true"
    assert item.find("pubDate").text == "Wed, 24 Apr 2019 19:20:30 +0800"
    atom = client.get("/feed/atom/").content.decode()
    assert "<published>2019-04-24T19:20:30+08:00</published>" in atom


@pytest.mark.contract
@pytest.mark.parametrize("address", ADDRESSES)
def test_feed_tells_what_readers_may_see_and_nothing_else(client, raker, address):
    draft(**told(headline="Masih ditulis", report=raker))
    publishing.withdraw(Article.objects.get(report=raker, position=2), reason="Keliru.")
    alone = published_article(**told(headline="Sudah dibuang"))
    publishing.put_in_bin(alone)
    publishing.schedule(draft(**told(headline="Menunggu jam")), timezone.now() + HOUR)
    (entry,) = parsed(client, address).entries
    assert entry.title.endswith("(Part I)")


@pytest.mark.contract
def test_report_is_not_found_before_its_first_part_opens(client, db):
    draft(report=report(slug="rahasia"))
    assert client.get("/laporan/rahasia/feed/").status_code == 404


@pytest.mark.contract
@pytest.mark.parametrize("address", ADDRESSES)
def test_same_content_is_the_same_bytes_for_everyone(client, raker, address):
    """Whoever asks by another name, later, or with other tastes gets what is kept already."""
    first = client.get(address)
    assert first.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert not first.cookies
    other = client.get(address + "?utm=x", headers={"host": "localhost", "accept-language": "en"})
    assert other.content == first.content
    kept = client.get(address, headers={"if-none-match": first.headers["ETag"]})
    assert kept.status_code == 304
    packed = client.get(address, headers={"accept-encoding": "gzip"})
    assert gzip.decompress(packed.content) == first.content
    assert client.head(address).headers["ETag"] == first.headers["ETag"]


def test_feed_is_as_old_as_its_newest_change(client, db):
    story = published_article(at=datetime(2019, 4, 24, 19, 20, tzinfo=WITA))
    changed = datetime(2019, 4, 25, 8, 0, tzinfo=WITA)
    Article.objects.filter(pk=story.pk).update(updated_at=changed)
    assert parsed(client, "/feed/atom/").feed.updated == "2019-04-25T08:00:00+08:00"
    assert "<lastBuildDate>Thu, 25 Apr 2019 08:00:00 +0800</lastBuildDate>" in client.get("/feed/").content.decode()


@pytest.mark.parametrize("address", ["/feed/", "/feed/atom/", "/kategori/kesehatan/feed/"])
def test_feed_with_nothing_in_it_is_a_feed(client, db, address):
    category()
    feed = parsed(client, address)
    assert feed.entries == []
    assert feed.feed.updated_parsed[:3] == (1970, 1, 1)


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_control_character_breaks_a_feed(client, raker, address):
    row = Newsroom.current()
    row.name = "Humas\x0bUji"
    newsroom.save(row)
    Category.objects.update(name="Kese\x1fhatan")
    Article.objects.update(
        headline="Naik\x08 \ufffe&\x1b Turun",
        dateline="Ba\x01'a",
        standfirst="Kata\x0c orang 🎉",
        credit="Humas\x02",
        byline="I\x03na",
        body="<p>Dari\x04 luar\uffff.</p>",
    )
    entry = parsed(client, address).entries[0]
    assert entry.title.startswith("Naik & Turun")
    assert "Dari luar." in entry.content[0].value


def test_words_that_look_like_markup_arrive_as_words(client, db):
    published_article(headline="Harga < modal & <b>rugi</b>", standfirst="Jika a<b, maka <i>rugi</i>.")
    item = ElementTree.fromstring(client.get("/feed/").content).find("channel/item")
    assert item.find("title").text == "Harga < modal & <b>rugi</b>"
    assert item.find("description").text == "Jika a&lt;b, maka &lt;i&gt;rugi&lt;/i&gt;."


@pytest.mark.parametrize("address", ["/feed/", "/feed/atom/"])
def test_links_in_the_text_hold_elsewhere(client, db, address, site_url):
    body = (
        '<p><a title="a > b" href="/berita/lain/?a=1&amp;b=2">x</a> <a href="#bawah">y</a> <a href="lampiran">z</a> '
        '<a href="https://contoh.id/a">w</a> <a href="mailto:humas@contoh.id">v</a> Tulis &lt;a href="/x"&gt;.</p>'
    )
    story = published_article(body=body)
    content = parsed(client, address).entries[0].content[0].value
    for way in (
        f'href="{site_url}/berita/lain/?a=1&amp;b=2"',
        f'href="{story.absolute_url}#bawah"',
        f'href="{story.absolute_url}lampiran"',
        'href="https://contoh.id/a"',
        'href="mailto:humas@contoh.id"',
        '&lt;a href="/x"&gt;',
    ):
        assert way in content.replace("&quot;", '"'), content


@pytest.mark.contract
def test_feed_asks_the_database_as_often_for_one_story_as_for_many(client, raker, django_assert_num_queries):
    asked = dict(zip(ADDRESSES, (3, 3, 4, 5, 4), strict=True))
    client.get("/tag/jalan/feed/")  # Django learns once what a tag may be tied to
    for _round in range(2):
        for address in ADDRESSES:
            with django_assert_num_queries(asked[address]):
                client.get(address)
        for _n in range(30):
            published_article(**told(report=raker, lead_photo=photo()))
    assert len(parsed(client, "/feed/").entries) == 20


@pytest.mark.contract
@pytest.mark.parametrize("address", ["/kategori/kesehatan/", "/tag/jalan/", "/laporan/raker/"])
def test_pages_say_where_their_feed_is(client, raker, address, site_url):
    page = client.get(address).content.decode()
    for feed in ("/feed/", "/feed/atom/", f"{address}feed/"):
        assert f'href="{site_url}{feed}"' in page
