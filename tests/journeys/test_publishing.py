"""From a bare draft to a story that is sent on, at a laptop, on a phone, and without JavaScript."""

import pytest

from articles import saving
from articles.models import Article, Category
from humas.base.cleaning import paragraphs
from humas.base.models import Newsroom
from tests.articles.factories import draft, photo, published_article
from tests.articles.screen import address, menu
from tests.journeys.acts import AT, NOW, shoot, sign_in

pytestmark = pytest.mark.browser

TEXT = (
    "Rote Ndao – Wakil Bupati Rote Ndao Stefanus M. Saek, SE, M.Si. membuka rapat kerja Humas se-NTT di Aula Nusa Ti’i."
    " Rapat itu diikuti 22 kabupaten dan kota.\n\nIa mengajak semua bagian humas menulis dengan cepat dan benar. "
) + "Para peserta membahas foto, naskah dan jadwal terbit bersama. " * 8


@pytest.fixture
def bare(db):
    """A story as it comes in from the field."""
    Newsroom.objects.update_or_create(
        pk=1,
        defaults={
            "name": "Bagian Humas Rote Ndao",
            "place": "Kabupaten Rote Ndao",
            "credit": "Humaspro Rote Ndao",
            "hashtags": "#HumasNTT #RoteNdao",
            "address": "Jalan Lekunik, Ba’a",
            "phone": "(0380) 871001",
        },
    )
    Category.objects.create(name="Pemerintahan", slug="pemerintahan", is_default=True)
    shown = photo(alt="IMG_2034.jpg", caption="Wakil Bupati memukul gong tanda raker dibuka.", credit="Rin Saek")
    return draft(headline="WABUP ROTE NDAO BUKA RAKER HUMAS SE-NTT", text=TEXT, lead_photo=shown)


@pytest.mark.parametrize(("width", "height", "phone"), [(1366, 768, False), (820, 1180, False), (390, 844, True)])
def test_draft_is_mended_by_presses_and_published(visit, person, bare, width, height, phone):
    page = sign_in(visit(width=width, height=height, phone=phone), person("Redaktur"))
    page.goto(address(bare))
    shoot(page, f"terbitkan-awal-{width}")
    page.click(NOW)
    assert page.locator(".publish-stops li").count() == 1
    shoot(page, f"terbitkan-ditolak-{width}")

    for key in ("alternative", "capitals", "dateline", "standfirst", "byline", "credit", "category"):
        page.click(f"button[name=mend][value={key}]")
        page.wait_for_selector(f"button[name=mend][value={key}]", state="detached")
    shoot(page, f"terbitkan-rapi-{width}")
    assert page.locator(".check-blocking").count() == 0
    page.fill("[name=reason]", "Diperiksa Kabag")
    page.click(NOW)
    page.wait_for_selector(".messagelist .success")
    shoot(page, f"sudah-terbit-{width}")

    story = Article.objects.get()
    assert story.is_public
    assert story.headline == "Wabup Rote Ndao buka raker Humas se-NTT"
    assert story.head.reason == "Diperiksa Kabag"
    wide = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0
    assert page.ears.settle(page) == []


def test_text_for_whatsapp_is_copied_by_one_press(visit, person, bare, site):
    published = published_article(headline="Pasar Murah", standfirst="Beras lima ton.")
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    sign_in(page, person("Redaktur")).goto(menu(published))
    page.click("[data-copy]")
    page.wait_for_function("() => document.querySelector('.share-told').textContent")
    text = page.evaluate("() => navigator.clipboard.readText()")
    assert text.startswith("*Pasar Murah*\n\nBeras lima ton.\n\nhttp")
    assert text.endswith("#HumasNTT #RoteNdao")


def test_text_is_marked_where_the_browser_copies_nothing(visit, person, bare):
    published = published_article()
    page = visit()
    page.add_init_script("delete Navigator.prototype.clipboard; Document.prototype.execCommand = () => false;")
    sign_in(page, person("Redaktur")).goto(menu(published))
    page.click("[data-copy]")
    page.wait_for_function("() => document.querySelector('.share-told').innerText !== ''")
    marked = page.evaluate("() => { const f = document.activeElement; return f.selectionEnd - f.selectionStart; }")
    assert marked == len(page.input_value("#whatsapp-text"))


def test_everything_works_without_javascript(visit, person, bare):
    page = sign_in(visit(java_script_enabled=False), person("Redaktur"))
    page.goto(address(bare))
    page.click("button[name=mend][value=alternative]")
    page.fill("[name=hour_0]", "2031-11-24")
    page.fill("[name=hour_1]", "07:00")
    page.click(AT)
    page.wait_for_selector(".messagelist .success")
    assert Article.objects.get().is_under_embargo
    shoot(page, "menunggu-tanpa-js")


def test_hour_is_said_on_its_button_and_enter_never_publishes_at_once(visit, person, bare):
    page = sign_in(visit(), person("Redaktur"))
    page.goto(address(bare))
    page.fill("[name=hour_0]", "2031-11-24")
    page.fill("[name=hour_1]", "07:00")
    assert "Senin, 24 November 2031, 07.00 WITA" in page.inner_text(AT)
    page.goto(address(bare))
    page.press("[name=reason]", "Enter")
    page.wait_for_selector(".publish-stops")
    assert not Article.objects.published().exists()


def test_change_to_a_published_story_is_read_before_it_goes_out(visit, person, bare):
    story = published_article(headline="Raker Humas Dibuka", text=TEXT)
    story.headline, story.slug = "Raker Humas Ditutup", "raker-humas-ditutup"
    story.body = paragraphs(TEXT.replace("22 kabupaten", "21 kabupaten"))
    saving.save(story)
    page = sign_in(visit(), person("Redaktur"))
    page.goto(address(story))
    added = [words.split()[-1] for words in page.locator(".publish-diff ins").all_inner_texts()]
    assert added[:2] == ["Ditutup", "21"]
    shoot(page, "terbitkan-perubahan-1366")
    page.click("button[name=mend][value=address]")
    page.wait_for_selector("button[name=mend][value=address]", state="detached")
    page.click(NOW)
    page.wait_for_selector(".messagelist .success")
    assert page.goto("/berita/raker-humas-dibuka/").status == 200
    assert page.inner_text("h1") == "Raker Humas Ditutup"


def test_release_and_paper_open(visit, person, bare):
    shown = photo(alt="Gong", caption="Wakil Bupati memukul gong.", credit="Rin Saek")
    big = published_article(headline="Raker Humas Dibuka", text=TEXT, lead_photo=shown, credit="Humaspro Rote Ndao")
    page = sign_in(visit(color_scheme="dark"), person("Redaktur"))
    page.goto(menu(big))
    shoot(page, "sudah-terbit-gelap")
    page.goto(address(bare))
    shoot(page, "terbitkan-gelap")
    with page.expect_download() as download:
        page.goto(menu(big))
        page.click("a[href$='/siaran/']")
    assert download.value.suggested_filename == "siaran-raker-humas-dibuka.zip"
    page.click("a[href$='/cetak/']")
    page.wait_for_selector("[data-print]:not([hidden])")
    shoot(page, "cetak-siaran")
    assert page.ears.settle(page) == []
