"""Reading what changed and bringing it back; two who write at once: in a browser, on a phone and a laptop."""

import pytest

from articles.models import Article, Kind
from humas.base.cleaning import clean
from tests.articles.factories import draft, photo, published_article
from tests.articles.test_history import save
from tests.journeys.acts import shoot, sign_in

pytestmark = pytest.mark.browser

OLD = """<p>Bupati Rote Ndao menyerahkan bantuan benih padi kepada 120 petani di Desa Oelua.</p>
<p>Panen pertama dimulai pekan depan, kata Camat Loaholu Stefanus M. Saek, SE, M.Si.</p>
<p>Warga berharap jalan ke sawah diperbaiki tahun ini juga.</p>
<h2>Sejarah irigasi</h2><p>Saluran itu dibangun pada 1987.</p><ul><li>Panjangnya 4 kilometer</li></ul>"""
NEW = """<p>Wakil Bupati Rote Ndao menyerahkan bantuan <strong>benih padi</strong> kepada 150 petani di Desa Oelua.</p>
<p>Warga berharap jalan ke sawah diperbaiki tahun ini juga.</p>
<p>Panen pertama dimulai pekan depan, kata Camat Loaholu Stefanus M. Saek, SE, M.Si.</p>
<h3>Sejarah irigasi</h3><p>Saluran itu dibangun pada 1987.</p><p>Acara ditutup dengan doa bersama.</p>"""

SIZES = [(390, 844), (820, 1180), (1366, 768)]


def wide(page) -> int:
    """How far the page reaches beyond the window, in pixels."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size[0]))
def test_editor_reads_what_changed_and_brings_the_old_text_back(visit, person, size):
    width, height = size
    user, other = person("Redaktur"), person("Redaktur")
    story = published_article(
        headline="Bupati Serahkan Benih Padi", body=clean(OLD), tags=["Pertanian"], lead_photo=photo()
    )
    story = save(
        story, by=other, reason="Nama pejabat dan jumlah petani salah", headline="Wabup Serahkan Benih Padi",
        body=clean(NEW), tags=["Pertanian", "Rote Ndao"], lead_photo=photo(alt="Petani di Oelua"),
    )  # fmt: skip
    page = sign_in(
        visit(width=width, height=height, phone=width < 500, color_scheme="dark" if width == 820 else "light"), user
    )
    page.goto(f"/admin/articles/article/{story.pk}/history/")
    shoot(page, f"history-{width}")
    assert wide(page) <= 0
    page.click(f"#revisi-{story.head.number} .history-links a >> nth=0")
    shoot(page, f"compare-{width}")
    assert wide(page) <= 0
    assert "Wabup" in page.locator(".diff-headline ins").inner_text()
    page.click("a[href*='tampilan=sebelah']")
    shoot(page, f"beside-{width}")
    assert wide(page) <= 0
    page.goto(f"/admin/articles/article/{story.pk}/riwayat/1/teks/")
    shoot(page, f"revision-{width}")
    assert wide(page) <= 0
    page.fill("#id_reason", "Naskah lama yang benar")
    page.click(".revision-restore button")
    page.wait_for_selector(".messagelist")
    now = Article.everything.get(pk=story.pk)
    assert (now.head.kind, now.head.snapshot["headline"]) == (Kind.RESTORE, "Bupati Serahkan Benih Padi")
    assert page.ears.settle(page) == []


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size[0]))
def test_second_of_two_writers_takes_over_what_the_first_saved(visit, person, size):
    width, height = size
    user, other = person("Redaktur"), person("Redaktur")
    story = draft(headline="Bupati Serahkan Benih Padi", body=clean(OLD), tags=["Pertanian"])
    page = sign_in(
        visit(width=width, height=height, phone=width < 500, color_scheme="dark" if width == 820 else "light"), user
    )
    page.goto(f"/admin/articles/article/{story.pk}/change/")
    page.wait_for_selector(".tiptap")
    save(story, by=other, reason="Nama pejabat", headline="Wabup Serahkan Benih Padi", body=clean(NEW), credit="Humas")
    page.fill("#id_headline", "Bupati Serahkan Benih dan Pupuk")
    page.locator(".tiptap p >> nth=2").click()
    page.keyboard.press("End")
    page.keyboard.type(" Begitu pula pupuk.")
    page.click("input[name=_save]")
    page.wait_for_selector(".conflict")
    page.wait_for_selector(".tiptap")
    shoot(page, f"conflict-{width}")
    assert wide(page) <= 0
    page.locator("[data-paragraph*='Wakil Bupati']").click()
    page.locator("tr", has_text="Wabup").locator("summary").first.click()
    page.locator("[data-field=headline]").click()
    assert page.input_value("#id_headline") == "Wabup Serahkan Benih Padi"
    assert "Wakil Bupati" in page.locator(".tiptap").inner_text()
    assert "Begitu pula pupuk." in page.locator(".tiptap").inner_text()
    shoot(page, f"conflict-taken-{width}")
    page.click("input[name=_save]")
    page.wait_for_selector(".messagelist .success")
    words = Article.everything.get(pk=story.pk).head.snapshot
    assert words["headline"] == "Wabup Serahkan Benih Padi"
    assert "<strong>benih padi</strong>" in words["body"]
    assert "Begitu pula pupuk." in words["body"]
    assert page.ears.settle(page) == []
