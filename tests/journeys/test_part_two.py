"""An editor's long afternoon: part II comes by WhatsApp, gets a picture, is published, put in order and printed."""

import re

import pytest

from tests.articles.factories import picture, published_article, report
from tests.journeys.acts import publish, shoot, sign_in

pytestmark = pytest.mark.browser

TITLE = "Nelayan Wekarai Menata Ulang Tempat Pelelangan"
FORWARDED = f"""\
Diteruskan
[24/04/19 19.20] Humas Nusa Melira: *{TITLE} (Bagian 2)*
Wekaray – Hari kedua, lantai lelang *disiram air bersih* sejak pukul empat pagi dan timbangan ditera ulang.
[24/04/19 19.24] Humas Nusa Melira: “Ikan yang bersih dibayar lebih mahal,” kata Markus Tanelodu, ketua kelompok.
(Prokopim Nusa Melira)
#NelayanWekarai #NusaMelira 🙏
"""
OPENING = "Hari kedua, lantai lelang disiram air bersih sejak pukul empat pagi dan timbangan ditera ulang."
ALT = "Timbangan digantung di atas lantai lelang yang basah"
FIRST_DAY = (
    "Hari pertama dihabiskan untuk membongkar atap.\n\n" + "Satu lembar seng diturunkan oleh dua orang.\n\n" * 30
)
SIZES = [
    pytest.param({"width": 390, "height": 844, "phone": True}, id="phone"),
    pytest.param({"width": 1366}, id="wide"),
]
IS_DISPLAYED = "([what, part]) => getComputedStyle(document.querySelector(what), part).display !== 'none'"


@pytest.fixture
def whole(db):
    """A report with one part readers know."""
    whole = report(title=TITLE, standfirst="Tiga hari di tempat pelelangan ikan.")
    published_article(report=whole, headline="Atap Dibongkar, Lelang Pindah ke Pantai", text=FIRST_DAY)
    return whole


@pytest.mark.parametrize("size", SIZES)
def test_part_from_whatsapp_is_published_with_its_picture_put_in_order_and_printed(size, whole, visit, person):
    page = visit(**size)
    name = f"bagian-dua-{size['width']}"
    sign_in(page, person("Redaktur"))

    bring_in(page, whole)
    add_photo(page)
    shoot(page, f"{name}-formulir")
    publish(page)
    page.click(".published-acts a[href^='/berita/']")
    shoot(page, f"{name}-berita")
    read_it(page)
    assert page.ears.settle(page) == []

    page.goto(f"/admin/articles/report/{whole.pk}/change/")
    move_and_move_back(page)
    assert page.ears.settle(page) == []

    page.goto(f"{whole.get_absolute_url()}lengkap/")
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    page.emulate_media(media="print")
    shoot(page, f"{name}-cetak")
    look_at_paper(page, pdf)
    assert page.ears.settle(page) == []


def bring_in(page, whole):
    """The text as it was forwarded; the place is spelt wrongly in it, which is seen before anything is saved."""
    page.goto("/admin/impor/")
    page.fill("[name=text]", FORWARDED)
    with page.expect_navigation():
        page.click(".submit-row input")
    assert page.input_value("[name='0-headline']") == TITLE
    assert page.input_value("[name='0-part_number']") == "2"
    assert page.is_checked(f"[name='0-in_report'][value='{whole.pk}']")
    assert "#NelayanWekarai" in page.inner_text(".read-left-out")
    page.fill("[name='0-dateline']", "Wekarai")
    with page.expect_navigation():
        page.click(".submit-row input")
    assert page.input_value("[name=dateline]") == "Wekarai"


def add_photo(page):
    """With the plus sign beside the field, in the window that it opens."""
    with page.expect_popup() as opened:
        page.click("#add_id_lead_photo")
    window = opened.value
    file = {"name": "timbangan.jpg", "mimeType": "image/jpeg", "buffer": picture(width=640, height=420, colour="teal")}
    window.set_input_files("[name=original]", file)
    window.fill("[name=alt]", ALT)
    with window.expect_event("close"):
        window.click("[name=_save]")
    page.wait_for_function("() => document.querySelector('[name=lead_photo]').value")
    assert ALT in page.inner_text(".field-lead_photo")
    [heard] = page.ears.settle(page)
    assert heard.startswith("ran open")  # that window, and nothing was refused in either


def read_it(page):
    assert page.inner_text("h1") == f"{TITLE} (Part II)"
    body = page.inner_text(".article-body")
    assert body.startswith(f"Wekarai – {OPENING}")
    assert "“Ikan yang bersih dibayar lebih mahal,” kata Markus Tanelodu, ketua kelompok." in body
    assert not set("*#[") & set(body)
    assert page.inner_text(".article-body strong") == "disiram air bersih"
    assert page.inner_text(".article-credit") == "(Prokopim Nusa Melira)"
    shown = page.locator(".story-photo img")
    assert shown.get_attribute("alt") == ALT
    assert shown.evaluate("image => image.naturalWidth") == 640
    assert "Atap Dibongkar, Lelang Pindah ke Pantai" in page.locator(".story-onward .story-backward").inner_text()
    assert page.locator(".report-neighbours [rel=prev]").count() == 1


def move_and_move_back(page):
    """Numbers belong to the places: whoever is moved to the front is part I, for readers too."""
    page.focus(".order-part:nth-child(2) button[name=up]")
    for first in (TITLE, "Atap Dibongkar, Lelang Pindah ke Pantai"):
        with page.expect_navigation():
            page.keyboard.press("Enter")  # the second time on the button that has the focus now
        assert page.locator(".order-label").all_inner_texts() == ["Part I", "Part II"]
        assert page.locator(".order-headline").first.inner_text() == first
        assert page.locator(".report-readers .part-label").all_inner_texts() == ["Part I", "Part II"]
        assert page.locator(".report-readers .part-headline").first.inner_text() == first


def look_at_paper(page, pdf):
    """What is on paper: every part and the picture; nothing that is there to be pressed."""
    assert page.locator(".whole-part h2").all_inner_texts() == ["Atap Dibongkar, Lelang Pindah ke Pantai", TITLE]
    words = page.inner_text("main")
    assert "Satu lembar seng diturunkan oleh dua orang." in words
    assert OPENING in words
    assert not page.evaluate(IS_DISPLAYED, [".masthead", "::after"])
    assert page.evaluate(IS_DISPLAYED, [".nameplate", None])
    for nothing in (".masthead-links", ".skip-link", ".colophon", "form"):
        assert page.locator(nothing).filter(visible=True).count() == 0
    assert page.locator(".print-source").is_visible()
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) >= 2
    assert len(re.findall(rb"/Subtype\s*/Image\b", pdf)) == 1  # below the fold, and there all the same
