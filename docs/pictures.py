"""
The pictures of the moderator's guide, taken from a newsroom that runs with the demo.

    make run                                                 # a fresh DATA_DIR, in one window
    python docs/pictures.py http://localhost:8000            # the same DATA_DIR, in another

It adds a note and decisions as a moderator would, and writes docs/img/.
"""

import io
import os
import shutil
import sys
from pathlib import Path

import django
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).resolve().parent
WIDE, NARROW = {"width": 1366, "height": 820}, {"width": 390, "height": 780}
COLOURS = 64
"""Enough for paper, ink and two dyes; a picture of a screen stays under 150 kB."""


def someone(browser: Browser, site: str, size: dict, name: str = "moderator") -> Page:
    from humas.operations.demo.accounts import PASSWORD

    page = browser.new_context(viewport=size, color_scheme="light", locale="id-ID", has_touch=size is NARROW).new_page()
    page.goto(f"{site}/admin/login/?next=/admin/antrean/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", PASSWORD)
    page.click("[type=submit]")
    page.wait_for_selector(".queue")
    return page


def keep(page: Page, name: str, **options) -> None:
    picture = Image.open(io.BytesIO(page.screenshot(**options))).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(HERE / "img" / f"{name}.png", optimize=True)


def to_the_top(page: Page, selector: str) -> None:
    page.locator(selector).evaluate("one => scrollTo(0, one.getBoundingClientRect().top + scrollY - 16)")


def number_of(page: Page, words: str) -> str:
    return page.locator(".queue-item", has_text=words).first.get_attribute("data-number") or ""


def at_the_desk(page: Page, site: str) -> None:
    queue = f"{site}/admin/antrean/"
    keep(page, "antrean")
    lodia = number_of(page, "Mama Lodia")
    page.goto(f"{queue}?tampilan=diduga-judol")
    keep(page, "diduga-judol")
    page.goto(f"{queue}semua/?tampilan=diduga-judol")
    keep(page, "putuskan-semua")
    page.goto(f"{queue}{lodia}/jawab/")
    page.fill("textarea[name=text]", "Terima kasih, Mama Lodia. Sampah di Pasar Kalorai diangkat mulai besok pagi.")
    keep(page, "jawab-resmi")


def by_thumb(page: Page, site: str) -> None:
    queue = f"{site}/admin/antrean/"
    kader, lodia = number_of(page, "Kader Posyandu"), number_of(page, "Mama Lodia")
    page.locator(".queue-whole .decide-approve").click()
    page.wait_for_selector(".queue-undo")
    keep(page, "antrean-ponsel")
    page.locator(".queue-undo button").click()
    page.wait_for_selector(".messagelist")
    page.goto(f"{queue}{kader}/sunting/")
    page.fill("#kata", "Mama Naomi")
    page.click("[value=cari]")
    page.wait_for_selector(".redact-part")
    to_the_top(page, "#kata-judul")
    keep(page, "tutup-sebagian-ponsel")
    page.goto(f"{queue}penulis/?komentar={lodia}")
    page.locator(".writer-change summary").click()
    to_the_top(page, ".writer-stance")
    keep(page, "penulis-ponsel")
    page.goto(f"{site}/admin/darurat/")
    page.locator(".emergency-press summary").click()
    to_the_top(page, "#semua")
    keep(page, "darurat-ponsel")


def main(site: str) -> None:
    sys.path.insert(0, str(HERE.parent))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "humas.settings")
    django.setup()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"), args=["--no-sandbox"]
        )
        at_the_desk(someone(browser, site, WIDE), site)
        by_thumb(someone(browser, site, NARROW), site)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
