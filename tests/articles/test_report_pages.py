import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing
from articles.models import Article
from humas.base.times import long_time
from tests.articles.factories import draft, photo, published_article, report

HOUR = timedelta(hours=1)


def page_of(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def way(page):
    """(kind, label) of each part in the list, as its classes say."""
    return re.findall(r'<li class="part(?: part-)?(\w*)">.*?class="part-label">([^<]*)', page, re.S)


def navigation(page):
    return re.search(r'<nav class="report-parts".*?</nav>', page, re.S)[0]


def data_of(page):
    [text] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    return json.loads(text)


def whole_with(*states, **fields):
    """A report whose parts stand as told: public, withdrawn, draft, announced, silent."""
    whole = report(**{"title": "Air untuk Hanarebu"} | fields)
    parts = []
    for number, state in enumerate(states):
        part = draft(report=whole, headline=f"Judul {state} {number}", is_announced=state == "announced")
        if state in ("public", "withdrawn"):
            part = publishing.publish(part)
        if state == "withdrawn":
            part = publishing.withdraw(part, reason="Keliru.")
        if state in ("announced", "silent"):
            part = publishing.schedule(part, timezone.now() + (1 + number) * HOUR)
        parts.append(part)
    return whole, parts


@pytest.mark.contract
def test_report_shows_its_parts_in_order_each_in_its_state(client, db):
    whole, parts = whole_with("public", "withdrawn", "public", standfirst="Tentang sebuah pipa.")
    page = page_of(client, f"/laporan/{whole.slug}/")
    assert way(page) == [("", "Part I"), ("withdrawn", "Part II "), ("", "Part III")]
    assert "<h1>Air untuk Hanarebu</h1>" in page
    assert "Tentang sebuah pipa." in page
    assert all(f'href="{part.get_absolute_url()}"' in page for part in parts)
    assert page_of(client, parts[1].get_absolute_url(), 410)


@pytest.mark.parametrize("states", [(), ("draft",), ("announced",), ("withdrawn",)])
def test_report_without_a_public_part_is_not_found(client, db, states):
    whole, _parts = whole_with(*states)
    page_of(client, f"/laporan/{whole.slug}/", 404)
    page_of(client, f"/laporan/{whole.slug}/lengkap/", 404)
    assert whole.title not in page_of(client, "/laporan/")


def test_binned_parts_leave_the_report(client, db):
    whole, (first, second) = whole_with("public", "public")
    publishing.put_in_bin(second)
    assert second.headline not in page_of(client, f"/laporan/{whole.slug}/")
    publishing.put_in_bin(first)
    page_of(client, f"/laporan/{whole.slug}/", 404)


@pytest.mark.contract
def test_of_a_planned_part_readers_learn_the_hour_and_nothing_else(client, db):
    whole, (first, announced, silent, sketch) = whole_with("public", "announced", "silent", "draft")
    sentence = long_time(announced.published_at)
    addresses = ["/laporan/", whole.get_absolute_url(), f"{whole.get_absolute_url()}lengkap/", first.get_absolute_url()]
    for address in addresses:
        page = page_of(client, address)
        assert sentence in page, address
        for hidden in (announced, silent, sketch):
            assert hidden.headline not in page
            assert hidden.slug not in page
        assert long_time(silent.published_at) not in page
    assert len(re.findall("<li", navigation(page_of(client, first.get_absolute_url())))) == 1


def test_announced_part_that_is_no_longer_planned_is_not_spoken_of(client, db):
    whole, (_first, announced, _second) = whole_with("public", "announced", "draft")
    publishing.unschedule(announced)
    assert "part-announced" not in page_of(client, whole.get_absolute_url())
    publishing.publish(announced)
    assert "part-announced" not in page_of(client, whole.get_absolute_url())
    publishing.publish(announced, at=timezone.now() + HOUR)  # re-dated: readers know it, it is not planned
    assert "part-announced" not in page_of(client, whole.get_absolute_url())


@pytest.mark.parametrize(("is_finished", "first_number"), [(True, 1), (False, 1), (True, 4)])
def test_how_many_parts_there_are_is_told_of_a_finished_report_only(client, db, is_finished, first_number):
    _whole, (first, _second, _third) = whole_with(
        "public", "public", "withdrawn", is_finished=is_finished, first_number=first_number, label_style="bagian_arabic"
    )
    page = page_of(client, first.get_absolute_url())
    assert f"(Bagian {first_number})</h1>" in page
    is_told = re.search(rf"Bagian {first_number} \w+ {first_number + 2}\b", navigation(page))
    assert bool(is_told) == is_finished


@pytest.mark.contract
def test_part_leads_to_its_report_and_its_neighbours_by_name(client, db):
    whole, (first, gone, third, _gone, fifth) = whole_with("public", "withdrawn", "public", "withdrawn", "public")
    page = page_of(client, third.get_absolute_url())
    nav = navigation(page)
    previous, following = (
        re.search(rf'<a rel="{rel}" href="([^"]+)">(.*?)</a>', nav, re.S) for rel in ("prev", "next")
    )
    assert (previous[1], following[1]) == (first.get_absolute_url(), fifth.get_absolute_url())
    assert first.headline in previous[2]
    assert fifth.headline in following[2]
    assert gone.headline in nav
    assert page.count(f'href="{whole.get_absolute_url()}"') >= 2
    assert f'href="{whole.get_absolute_url()}lengkap/"' in nav


def test_whole_report_holds_every_public_part_with_date_address_and_text_once(client, db):
    whole, parts = whole_with("public", "withdrawn", "public")
    page = page_of(client, f"{whole.get_absolute_url()}lengkap/")
    for part in (parts[0], parts[2]):
        assert page.count(f'<h2><a href="{part.get_absolute_url()}">{part.headline}</a></h2>') == 1
        assert page.count(part.body_html) == 1
        assert page.count(part.absolute_url) == 1
        assert long_time(part.published_at) in page
    assert parts[1].body_html not in page
    assert parts[1].headline not in page
    assert parts[1].get_absolute_url() in page


def test_reports_are_listed_with_the_one_continued_last_first(client, db):
    old, _parts = whole_with("public", title="Laporan lama")
    whole_with("public", title="Laporan baru")
    publishing.publish(draft(report=old, headline="Sambungan"))
    page = page_of(client, "/laporan/")
    assert page.index("Laporan lama") < page.index("Laporan baru")
    assert "Sambungan" in page


def test_older_reports_are_behind_a_cursor_and_each_is_listed_once(client, db):
    for number in range(33):
        whole_with("public", title=f"Laporan nomor {number}")
    page, found, pages = page_of(client, "/laporan/"), [], 1
    found += re.findall(r'report-name"><a href="([^"]+)"', page)
    while older := re.search(r'href="(/laporan/\?sebelum=[^"]+)"', page):
        page, pages = page_of(client, older[1]), pages + 1
        found += re.findall(r'report-name"><a href="([^"]+)"', page)
        assert 'name="robots" content="noindex"' in page
    assert pages == 2
    assert len(found) == len(set(found)) == 33
    page_of(client, "/laporan/?sebelum=salah", 404)


def test_machines_are_told_what_is_part_of_what(client, db):
    whole, (first, _gone, third) = whole_with("public", "withdrawn", "public", title="Air </script><b> & Pipa")
    data = data_of(page_of(client, whole.get_absolute_url()))
    assert (data["@type"], data["name"]) == ("CreativeWorkSeries", whole.title)
    assert [(part["url"], part["position"]) for part in data["hasPart"]] == [
        (first.absolute_url, 1),
        (third.absolute_url, 3),
    ]
    data = data_of(page_of(client, third.get_absolute_url()))
    assert (data["headline"], data["position"]) == (third.headline, 3)
    assert data["isPartOf"] == {"@type": "CreativeWorkSeries", "name": whole.title, "url": whole.absolute_url}
    assert "application/ld+json" not in page_of(client, published_article().get_absolute_url())


@pytest.mark.contract
@pytest.mark.parametrize("count", [1, 6])
def test_report_pages_ask_the_database_as_often_for_many_parts_as_for_one(
    client, db, django_assert_max_num_queries, count
):
    for number in range(count):
        whole, parts = whole_with(*["public", "withdrawn"] * count, "announced", title=f"Laporan {number}")
    for part in parts:
        Article.everything.filter(pk=part.pk).update(lead_photo=photo())
    addresses = {"/laporan/": 3, whole.get_absolute_url(): 3, f"{whole.get_absolute_url()}lengkap/": 3}
    for address, most in addresses.items():
        with django_assert_max_num_queries(8) as queries:
            client.get(address)
        assert len(queries) == most, [query["sql"] for query in queries]


@pytest.mark.contract
@pytest.mark.parametrize("ending", ["", "lengkap/"])
def test_report_pages_are_the_same_bytes_for_everyone(client, editor, db, ending):
    whole, _parts = whole_with("public", "announced")
    address = whole.get_absolute_url() + ending
    answer = client.get(address)
    assert answer["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert "Set-Cookie" not in answer
    assert editor.get(address).content == answer.content
    assert client.head(address).status_code == 200
    assert client.post(address).status_code == 405


def test_label_shown_to_readers_is_never_stored(client, db):
    _whole, (first, second) = whole_with("public", "public")
    Article.everything.filter(pk=second.pk).update(position=0)
    assert "(Part I)</h1>" in page_of(client, second.get_absolute_url())
    assert "(Part II)</h1>" in page_of(client, first.get_absolute_url())
