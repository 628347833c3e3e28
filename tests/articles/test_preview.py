"""A revision as readers would see it: at the desk, and for whoever was sent the link."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import preview, publishing, saving
from articles.models import Article, Revision
from humas.base import tokens
from humas.base.cleaning import paragraphs
from tests.articles.factories import draft, photo, published_article, report

DAYS = timedelta(days=1)


def path_of(revision, site_url="http://testserver"):
    return preview.link(revision)[0].removeprefix(site_url)


def changed(story, **fields):
    """The newest revision, of words readers do not see yet."""
    for name, value in fields.items():
        setattr(story, name, value)
    return saving.save(story).head


def body(page):
    return re.search(r'<article class="story.*?</article>', page, re.S)[0]


@pytest.mark.contract
def test_link_shows_a_draft_as_readers_would_see_it(client, db):
    story = draft(headline="Jembatan Baru", dateline="Ba'a", tags=["jalan"], lead_photo=photo(), credit="Humas")
    answer = client.get(path_of(story.head))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "preview-banner preview-waiting" in page
    assert 'id="balasan"' not in page
    assert "comments.css" not in page
    publishing.publish(story)
    public = client.get(story.get_absolute_url()).content.decode()
    now = Article.objects.get()
    like_public = body(page).replace(f"/pratinjau/{path_of(story.head).split('/')[2]}/foto/", "/media/foto/")

    def bare(text):  # less the hour and the address of the picture
        return re.sub(r'<p class="(published|print-only).*?</p>|src="[^"]*"', "", text)

    assert bare(like_public) == bare(body(public))
    assert now.lead_photo.url in public


@pytest.mark.contract
def test_preview_is_kept_by_nobody_found_by_nobody_and_tells_nobody(client, db):
    answer = client.get(path_of(draft(lead_photo=photo()).head))
    assert answer["Cache-Control"] == "no-store"
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert not answer.has_header("ETag")
    assert not answer.cookies
    assert "og:" not in answer.content.decode()
    assert "canonical" not in answer.content.decode()
    assert "Disallow: /pratinjau/" in client.get("/robots.txt").content.decode()


def test_changes_of_a_published_story_are_shown_beside_what_readers_see(client, db):
    story = published_article(headline="Lama", tags=["jalan"], lead_photo=photo(alt="Dulu"))
    old = story.live
    story = Article.objects.get()
    story.headline, story.body, story.lead_photo = "Baru", paragraphs("Teks baru."), photo(alt="Sekarang")
    saving.save(story, tags=["jembatan"])
    new = client.get(path_of(story.head)).content.decode()
    live = client.get(path_of(Article.objects.get().live)).content.decode()
    for words in ("Baru", "Teks baru.", "jembatan", "Sekarang", "preview-waiting"):
        assert words in new
    assert "Dulu" not in new
    assert "Lama" in live
    assert "preview-live" in live
    assert "Baru" not in client.get(story.get_absolute_url()).content.decode()
    publishing.publish(story)
    assert "preview-older" in client.get(path_of(old)).content.decode()


def test_picture_comes_through_the_link_only_where_this_text_shows_it(client, db):
    mine, other = photo(), photo()
    story = draft(lead_photo=mine)
    revision = story.head
    without = changed(story, lead_photo=None)
    address = path_of(revision)
    answer = client.get(f"{address}foto/{mine.pk}.jpg")
    assert (answer.status_code, answer["Content-Type"], answer["Cache-Control"]) == (200, "image/jpeg", "no-store")
    assert f"{address}foto/{mine.pk}.jpg" in client.get(address).content.decode()
    assert client.get(f"{address}foto/{other.pk}.jpg").status_code == 404
    assert client.get(f"{path_of(without)}foto/{mine.pk}.jpg").status_code == 404
    assert client.get(mine.url).status_code == 404


def test_part_that_never_opened_has_no_number_and_one_that_did_has_its_own(client, db):
    whole = report(title="Raker Panjang")
    first = published_article(report=whole)
    planned = draft(report=whole, headline="Bagian rahasia")
    page = client.get(path_of(planned.head)).content.decode()
    assert re.search(r"<h1>\s*Bagian rahasia\s*</h1>", page)
    assert first.get_absolute_url() in page
    assert "Part II" not in page
    assert "(Part I)" in re.search(r"<h1>.*?</h1>", client.get(path_of(first.live)).content.decode())[0]


# The link ends.


@pytest.mark.contract
def test_link_ends_after_seven_days(client, db):
    story = draft()
    for age, status in ((timedelta(0), 200), (7 * DAYS - timedelta(minutes=1), 200), (7 * DAYS, 404), (70 * DAYS, 404)):
        until = timezone.now() + preview.LIFETIME - age
        token = tokens.seal(preview.PURPOSE, str(story.head.pk), until)
        assert client.get(f"/pratinjau/{token}/").status_code == status, age


def bent(token):
    subject, end, signature = token.split(".")
    yield from (f"{int(subject) + 1}.{end}.{signature}", f"{subject}.{int(end) + 1}.{signature}")
    yield from (
        f"{subject}.{end}.{signature[:-1]}",
        f"{subject}.{end}.{'0' * 40}",
        f"{subject}.{end}",
        subject,
        ".",
        "..",
    )
    yield from (f"0{token}", f"{subject}.0{end}.{signature}", f"{subject}.٣.{signature}", f"{token}.x", "a.9.b", "%00")
    yield tokens.mint(preview.PURPOSE, subject)
    yield tokens.seal("lain", subject, datetime(2100, 1, 1, tzinfo=UTC))
    yield f"{subject}.{'9' * 30}.{signature}"


@pytest.mark.contract
def test_forged_link_is_a_page_with_a_plain_sentence(client, db):
    first, second = (
        draft(headline="Rahasia satu", lead_photo=photo()),
        draft(headline="Rahasia dua", lead_photo=photo()),
    )
    token = path_of(first.head).split("/")[2]
    for forged in bent(token):
        answer = client.get(f"/pratinjau/{forged}/")
        page = answer.content.decode()
        assert answer.status_code == 404, forged
        assert "Rahasia" not in page
        assert 'class="masthead"' in page
        assert (answer["Cache-Control"], answer["Referrer-Policy"]) == ("no-store", "no-referrer")
        for story in (first, second):
            assert client.get(f"/pratinjau/{forged}/foto/{story.lead_photo_id}.jpg").status_code == 404


def test_ended_link_says_so_in_the_demo_too(client, db, settings):
    settings.DEBUG = True
    page = client.get("/pratinjau/1.1.1/").content.decode()
    assert str(_("This preview no longer works")) in page


@pytest.mark.parametrize("act", ["withdraw", "bin"])
def test_link_ends_when_readers_may_not_see_the_story_any_more(client, editor, act):
    story = published_article(lead_photo=photo())
    address = path_of(story.live)
    if act == "withdraw":
        publishing.withdraw(story, reason="Keliru.")
    else:
        publishing.put_in_bin(story)
    assert client.get(address).status_code == 404
    assert client.get(f"{address}foto/{story.lead_photo_id}.jpg").status_code == 404
    desk = editor.get(f"/admin/articles/article/{story.pk}/pratinjau/")
    assert desk.status_code == 200
    assert "/pratinjau/1" not in desk.content.decode().replace(f"/{story.pk}/pratinjau/1", "")
    assert 'class="link-address"' not in desk.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_preview_is_only_looked_at(client, db, method):
    assert getattr(client, method)(path_of(draft().head)).status_code == 405


# At the desk.


def test_desk_shows_any_revision_in_two_widths_and_gives_the_link(signed_in, client):
    story = draft(headline="Satu", lead_photo=photo())
    changed(story, headline="Dua")
    writer = signed_in("Penulis")
    screen = f"/admin/articles/article/{story.pk}/pratinjau/"
    for query, number in (("", 2), ("?revisi=1", 1), ("?revisi=2&lebar=hp", 2)):
        page = writer.get(screen + query).content.decode()
        assert f'src="{screen}{number}/"' in page
        assert f"preview-frame-{'hp' if 'hp' in query else 'layar'}" in page
        address = re.search(r'class="link-address" readonly value="http://testserver([^"]+)"', page)[1]
        assert ("Satu" if number == 1 else "Dua") in client.get(address).content.decode()
    for query in ("?revisi=3", "?revisi=0", "?revisi=x", "?revisi=" + "9" * 40, "?revisi=%00"):
        assert writer.get(screen + query).status_code == 404


def test_only_the_preview_may_be_framed_and_only_by_us(editor):
    story = draft(lead_photo=photo())
    screen = f"/admin/articles/article/{story.pk}/pratinjau/"
    inside = editor.get(f"{screen}1/")
    assert inside["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in inside["Content-Security-Policy"]
    assert "no-store" in inside["Cache-Control"]
    assert f"/admin/foto/{story.lead_photo_id}/1280/" in inside.content.decode()
    assert "<form" not in inside.content.decode()
    for address in (screen, f"/admin/articles/article/{story.pk}/change/", "/admin/", "/"):
        answer = editor.get(address)
        assert answer["X-Frame-Options"] == "DENY", address
        assert "frame-ancestors 'none'" in answer["Content-Security-Policy"], address


def test_desk_preview_asks_for_an_account(client, db):
    story = draft(headline="Rahasia")
    for address in ("", "1/"):
        answer = client.get(f"/admin/articles/article/{story.pk}/pratinjau/{address}")
        assert answer.status_code == 302
        assert "/admin/login/" in answer["Location"]


def test_looking_changes_nothing(editor, client):
    story = draft(lead_photo=photo(), tags=["a"])
    changed(story, headline="Lain")

    def rows():
        return list(Article.everything.values()), list(Revision.objects.values())

    before = rows()
    client.get(path_of(Article.objects.get().head))
    editor.get(f"/admin/articles/article/{story.pk}/pratinjau/1/")
    assert rows() == before


def test_revision_naming_what_is_gone_is_shown_without_it(client, db):
    story = draft(lead_photo=photo(), headline="Tanpa foto")
    changed(story, lead_photo=None)
    Article.objects.update(lead_photo=None)
    from articles.models import Photo

    Photo.objects.all().delete()
    answer = client.get(path_of(Revision.objects.get(number=1)))
    assert answer.status_code == 200
    assert "<figure" not in answer.content.decode()
