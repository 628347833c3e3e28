"""The two pages beside a moderator's screen: exactly two on paper, and every label on them is one of the screens."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation import override
from django.utils.translation.trans_real import translation

SHEET = settings.BASE_DIR / "docs" / "panduan-moderator-cetak.html"
GUIDE = settings.BASE_DIR / "docs" / "panduan-moderator.md"
BOLD = re.compile(r"\*\*([^*]+?)\*\*")
LARGEST = 150_000


class Sheet(HTMLParser):
    """What is bold on it, its pictures with their words, and whatever it would load or run."""

    def __init__(self, html: str):
        super().__init__()
        self.labels: list[str] = []
        self.pictures: list[tuple[str, str]] = []
        self.foreign: list[str] = []
        self.is_bold = False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        self.is_bold = tag == "b"
        if tag == "img":
            self.pictures.append((named["src"], named.get("alt", "")))
        if tag in ("script", "link", "iframe") or any(name.startswith("on") for name in named):
            self.foreign.append(tag)

    def handle_endtag(self, tag):
        self.is_bold = False

    def handle_data(self, data):
        if self.is_bold:
            self.labels.append(data)


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return Sheet(SHEET.read_text())


@pytest.fixture(scope="module")
def on_screen() -> set[str]:
    """Every sentence and label in Indonesian, as the screens begin it: with a small or a capital letter."""
    with override("id"):
        said = {words for _msgid, words in translation("id")._catalog.items() if isinstance(words, str)}
    return said | {words[:1].upper() + words[1:] for words in said}


def test_every_label_of_the_sheet_stands_on_a_screen(sheet, on_screen):
    assert len(sheet.labels) > 30
    assert [label for label in sheet.labels if label not in on_screen] == []


def test_every_label_of_the_guide_stands_on_a_screen(on_screen):
    bold = [" ".join(words.split()) for words in BOLD.findall(GUIDE.read_text())]
    labels = [label for words in bold for label in words.split(" › ")]
    assert len(labels) > 30
    assert [label for label in labels if label not in on_screen] == []


def test_pictures_are_there_small_and_said_in_words(sheet):
    shown = sheet.pictures + [(src, alt) for alt, src in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", GUIDE.read_text())]
    shown += re.findall(r'<img src="([^"]+)"[^>]* alt="([^"]*)"', GUIDE.read_text())
    assert len(shown) >= 8
    for src, alt in shown:
        assert alt
        assert Path(SHEET.parent, src).stat().st_size < LARGEST, src


@pytest.mark.browser
def test_sheet_is_two_pages_and_asks_for_nothing_from_elsewhere(sheet, browser):
    page = browser.new_context(java_script_enabled=False).new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(SHEET.as_uri(), wait_until="load")

    pdf = page.pdf(format="A4", prefer_css_page_size=True, print_background=True)
    page.context.close()

    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 2
    assert sheet.foreign == []
    assert {url.rpartition("/")[0] for url in asked} == {SHEET.parent.as_uri(), (SHEET.parent / "img").as_uri()}
