from datetime import datetime, timedelta
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from articles import publishing
from articles.models import Article, Category
from articles.site import sitemaps
from tests.articles.factories import draft, published_article, report

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
WITA = ZoneInfo("Asia/Makassar")


def read(client, address, site_url):
    """(address without host, time) of each entry of a sitemap or of its index."""
    response = client.get(address)
    assert response.status_code == 200, address
    assert response.headers["Content-Type"] == "application/xml; charset=utf-8"
    entries = []
    for element in ElementTree.fromstring(response.content):
        place = element.find(f"{NAMESPACE}loc").text
        assert place.startswith(site_url + "/")
        entries.append((place.removeprefix(site_url), datetime.fromisoformat(element.find(f"{NAMESPACE}lastmod").text)))
    return entries


def file_of(story) -> str:
    """Where the sitemap tells it. On PostgreSQL keys go on counting when a test's rows are gone."""
    return f"/sitemap-berita-{(story.pk - 1) // sitemaps.MOST + 1}.xml"


def everything(client, site_url):
    """What the sitemap tells, file by file."""
    return {file: read(client, file, site_url) for file, _changed in read(client, "/sitemap.xml", site_url)}


@pytest.fixture
def small_files(monkeypatch):
    monkeypatch.setattr(sitemaps, "MOST", 3)


@pytest.mark.contract
def test_sitemap_holds_every_public_address_once(client, db, site_url, small_files):
    whole, empty = report(), report()
    health = Category.objects.create(name="Kesehatan", slug="kesehatan")
    Category.objects.create(name="Belum ada", slug="belum-ada")
    stories = [published_article(report=whole if n % 2 else None, category=health) for n in range(10)]
    draft(report=empty)
    publishing.schedule(draft(), timezone.now() + timedelta(hours=1))
    publishing.withdraw(published_article(), reason="Keliru.")
    publishing.put_in_bin(published_article())

    files = everything(client, site_url)

    addresses = sorted(address for entries in files.values() for address, _changed in entries)
    assert addresses == sorted(
        [*(story.get_absolute_url() for story in stories), "/kategori/kesehatan/", whole.get_absolute_url()]
    )
    assert max(len(entries) for entries in files.values()) <= 3
    for address in addresses:
        assert client.get(address).status_code == 200


@pytest.mark.contract
def test_time_of_change_is_that_of_opening_or_of_the_last_edit(client, db, site_url, small_files):
    monday, tuesday, friday = (datetime(2024, 1, day, 9, tzinfo=WITA) for day in (1, 2, 5))
    whole, health = report(), Category.objects.create(name="Kesehatan", slug="kesehatan")
    opened_later, edited = (published_article(at=monday, report=whole, category=health) for _n in range(2))
    Article.objects.filter(pk=opened_later.pk).update(updated_at=monday, published_at=tuesday)
    Article.objects.filter(pk=edited.pk).update(updated_at=friday)

    files = everything(client, site_url)

    changed = {address: at for entries in files.values() for address, at in entries}
    assert changed == {
        opened_later.get_absolute_url(): tuesday,
        edited.get_absolute_url(): friday,
        whole.get_absolute_url(): friday,
        health.get_absolute_url(): friday,
    }
    for file, at in read(client, "/sitemap.xml", site_url):
        assert at == max(at for _address, at in files[file])


def test_address_stays_in_its_file(client, db, site_url, small_files):
    stories = [published_article() for _n in range(6)]
    before = everything(client, site_url)
    publishing.put_in_bin(stories[0])
    published_article()
    after = everything(client, site_url)
    for file, entries in before.items():
        told = {address for address, _changed in after.get(file, [])}
        assert {address for address, _changed in entries} - told <= {stories[0].get_absolute_url()}


@pytest.mark.parametrize("file", ["berita-0", "berita-9000", "tag-1", f"berita-{10**30}", "berita-1-1", "berita-x"])
def test_file_that_holds_nothing_is_not_found(client, article, file):
    assert client.get(f"/sitemap-{file}.xml").status_code == 404


def test_empty_newsroom_has_an_empty_sitemap(client, db, site_url):
    assert read(client, "/sitemap.xml", site_url) == []


def test_sitemap_is_the_same_by_whatever_name_it_is_asked_for(client, article):
    for address in ("/sitemap.xml", "/robots.txt"):
        assert client.get(address, headers={"host": "localhost"}).content == client.get(address).content
        assert client.get(address).headers["ETag"]


def test_sitemap_asks_the_database_as_often_for_one_story_as_for_many(client, db, django_assert_num_queries):
    health = Category.objects.create(name="Kesehatan", slug="kesehatan")
    for count in (1, 20):
        for _n in range(count):
            story = published_article(report=report(), category=health)
        with django_assert_num_queries(3):
            client.get("/sitemap.xml")
        with django_assert_num_queries(1):
            client.get(file_of(story))


@pytest.mark.contract
def test_robots_are_kept_from_the_desk_and_shown_the_sitemap(client, db, site_url):
    response = client.get("/robots.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /tanggapan/",
        "Disallow: /pratinjau/",
        "Disallow: /cari/?",
        "",
        f"Sitemap: {site_url}/sitemap.xml",
    ]
