"""*Sudah terbit*: what is sent on by hand, and the release under the bureau's letterhead."""

import io
import re
import zipfile
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone
from PIL import Image

from articles import publishing, saving, sharing
from articles.models import Article
from articles.photos.keeping import keep
from humas.base.models import Newsroom
from tests.articles.factories import draft, photo, picture, published_article, report
from tests.articles.screen import menu
from tests.articles.test_story_form import change

HOUR = timedelta(hours=1)


@pytest.fixture
def bureau(db):
    details = {
        "name": "Bagian Humas dan Protokol",
        "place": "Kabupaten Manggarai Barat",
        "address": "Jalan Frans Sales Lega\nLabuan Bajo",
        "phone": "(0385) 41000",
        "public_email": "humas@contoh.go.id",
        "hashtags": "HumasNTT, #LabuanBajo",
    }
    return Newsroom.objects.update_or_create(pk=1, defaults=details)[0]


def room(story, name) -> str:
    return f"/admin/articles/article/{story.pk}/{name}/"


def words_of(docx: bytes) -> str:
    """The document's paragraphs, one a line."""
    xml = zipfile.ZipFile(io.BytesIO(docx)).read("word/document.xml").decode()
    lines = ("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", paragraph)) for paragraph in xml.split("</w:p>"))
    return unescape("\n".join(filter(None, lines)))


def for_whatsapp(client, story) -> str:
    page = client.get(menu(story)).content.decode()
    return unescape(re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.S)[1])


def test_text_for_whatsapp_is_headline_standfirst_address_credit_and_hashtags(editor, bureau):
    story = published_article(
        headline="Raker Humas *NTT* Dibuka",
        standfirst="Raker berlangsung\ndua hari.",
        credit="Humaspro",
        report=report(),
    )
    assert for_whatsapp(editor, story).split("\n\n") == [
        "*Raker Humas ∗NTT∗ Dibuka (Part I)*",
        "Raker berlangsung dua hari.",
        story.absolute_url,
        "(Humaspro)\n#HumasNTT #LabuanBajo",
    ]


def test_text_for_whatsapp_leaves_no_gap_where_a_story_has_nothing(editor, db):
    story = published_article(headline="Pasar Murah", text="Pasar murah digelar.")
    text = for_whatsapp(editor, story)
    assert text == f"*Pasar Murah*\n\nPasar murah digelar.\n\n{story.absolute_url}"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("", ""),
        ("  ", ""),
        ("#HumasNTT #RoteNdao", "#HumasNTT #RoteNdao"),
        ("humas; ##ntt,<b>", "#humas #ntt #b"),
        ("# -", ""),
    ],
)
def test_hashtags_are_made_of_what_was_typed(typed, shown):
    assert sharing.hashtags(typed) == shown


def test_whatsapp_is_asked_only_by_who_presses_its_link(editor, article):
    page = editor.get(menu(article)).content.decode()
    assert re.search(r'<a [^>]*href="https://wa\.me/\?text=[^"]+" rel="noopener noreferrer"', page)
    assert not re.search(r'(?:src|action)="https?://(?!localhost)', page)


def test_what_is_shared_is_what_readers_see(editor, article, bureau):
    changed = Article.everything.get(pk=article.pk)
    changed.headline, changed.slug = "Belum untuk pembaca", "belum-untuk-pembaca"
    saving.save(changed)
    release = editor.get(room(article, "siaran")).content
    for text in (for_whatsapp(editor, article), words_of(release), editor.get(room(article, "cetak")).content.decode()):
        assert article.headline in text
        assert "elum" not in text.replace("Belum ada", "")


def test_release_stands_under_the_letterhead(editor, bureau):
    story = published_article(
        headline="Raker Dibuka", dateline="Labuan Bajo", text="Wakil Bupati membuka raker.\n\nWarga hadir.",
        credit="Humaspro", byline="Ina Lontar", standfirst="Dua hari.",
    )  # fmt: skip
    answer = editor.get(room(story, "siaran"))
    assert answer["Content-Disposition"] == 'attachment; filename="siaran-raker-dibuka.docx"'
    assert "no-store" in answer["Cache-Control"]
    lines = words_of(answer.content).split("\n")
    assert lines[:4] == [
        "Bagian Humas dan Protokol",
        "Kabupaten Manggarai Barat",
        "Jalan Frans Sales Lega Labuan Bajo",
        "(0385) 41000 · humas@contoh.go.id",
    ]
    rest = ["Raker Dibuka", "Dua hari.", "Labuan Bajo – Wakil Bupati membuka raker.", "Warga hadir.", "(Humaspro)"]
    assert lines[lines.index("Raker Dibuka") :][:5] == rest
    assert "EMBARGO" not in "".join(lines)


def test_photo_comes_along_large_and_says_nothing_of_its_camera(editor, bureau):
    exif = Image.Exif()
    exif[0x010F] = "Kamera Rahasia"
    shown = keep(picture(2000, 1200, exif=exif), alt="Gong raker", caption="Bupati memukul gong", credit="Rin Saek")
    story = published_article(headline="Raker Dibuka", lead_photo=shown)
    answer = editor.get(room(story, "siaran"))
    assert answer["Content-Disposition"] == 'attachment; filename="siaran-raker-dibuka.zip"'
    inside = zipfile.ZipFile(io.BytesIO(answer.content))
    assert inside.namelist() == ["siaran-raker-dibuka.docx", "foto-raker-dibuka.jpg"]
    large = inside.read("foto-raker-dibuka.jpg")
    assert Image.open(io.BytesIO(large)).size == (2000, 1200)
    assert b"Kamera Rahasia" not in large
    assert "Bupati memukul gong · Rin Saek" in words_of(inside.read("siaran-raker-dibuka.docx"))


def test_release_without_its_photo_file_is_still_a_release(editor, bureau):
    shown = photo()
    story = published_article(lead_photo=shown)
    for file in (shown.original, shown.rendition):
        file.storage.delete(file.name)
    answer = editor.get(room(story, "siaran"))
    assert answer["Content-Disposition"].endswith('.docx"')
    assert story.headline in words_of(answer.content)


def test_release_before_the_hour_says_until_when(editor, bureau, client):
    story = publishing.schedule(draft(headline="Besok Pasar Murah"), timezone.now() + HOUR)
    menu_page = editor.get(menu(story)).content.decode()
    assert "<textarea" not in menu_page
    assert "wa.me" not in menu_page
    text = words_of(editor.get(room(story, "siaran")).content)
    paper = editor.get(room(story, "cetak")).content.decode()
    for page in (text, paper):
        assert "EMBARGO" in page
        assert f"{timezone.localtime(story.published_at):%H.%M} WITA" in page
        assert "Besok Pasar Murah" in page
    for name in ("terbit", "siaran", "cetak"):
        assert client.get(room(story, name)).status_code == 302  # to the door


@pytest.mark.parametrize("name", ["terbit", "siaran", "cetak"])
def test_nothing_is_shared_of_what_readers_do_not_see(editor, name, db):
    withdrawn = publishing.withdraw(published_article(headline="Dicabut"), reason="Keliru.")
    binned = publishing.put_in_bin(published_article(headline="Dibuang"))
    waiting = publishing.put_in_bin(publishing.schedule(draft(headline="Menunggu"), timezone.now() + HOUR))
    for story in (draft(headline="Draf"), withdrawn, binned, waiting):
        answer = editor.get(room(story, name))
        assert answer.status_code == 303
        assert answer["Location"] == change(story)


def test_whoever_reads_stories_may_share_them(signed_in, article):
    for group in ("Penulis", "Moderator", "Pimpinan", "Administrator"):
        assert signed_in(group).get(menu(article)).status_code == 200
        assert signed_in(group).get(room(article, "siaran")).status_code == 200
    nobody = signed_in()
    assert nobody.get(menu(article)).status_code == 403
    assert nobody.get(room(article, "siaran")).status_code == 403


def test_menu_is_on_the_form_of_every_published_story_and_on_no_draft(editor, article):
    assert menu(article) in editor.get(change(article)).content.decode()
    unborn = draft()
    assert menu(unborn) not in editor.get(change(unborn)).content.decode()


def test_rooms_of_no_story_are_not_found(editor):
    for name in ("terbitkan", "terbit", "siaran", "cetak"):
        assert editor.get(f"/admin/articles/article/999999/{name}/").status_code == 404


@pytest.mark.parametrize("name", ["terbit", "siaran", "cetak"])
def test_looking_changes_nothing(editor, article, name):
    assert editor.post(room(article, name)).status_code == 405


def test_hostile_words_stay_words_on_paper(editor, bureau):
    bad = "<script>alert(1)</script>&\"'"
    story = published_article(
        headline=bad, standfirst=bad, credit=bad, byline=bad, lead_photo=photo(alt=bad, caption=bad)
    )
    for name in ("terbit", "cetak"):
        assert "<script>alert" not in editor.get(room(story, name)).content.decode()
    answer = editor.get(room(story, "siaran"))
    docx = zipfile.ZipFile(io.BytesIO(answer.content)).read(f"siaran-{story.slug}.docx")
    assert bad in words_of(docx)
