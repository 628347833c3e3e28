"""A recap as it is handed in: .docx, .xlsx and paper hold what the screen shows, and nothing that acts."""

import pytest
from django.utils.html import escape
from django.utils.translation import gettext as _

from articles.models import Category
from tests.desk.recaps import at, formulas, lines, sheets, story, words_of

REKAP = "/admin/rekap/"
OCTOBER = {"bulan": "2026-10"}


@pytest.fixture
def newsroom(db, settings):
    settings.SITE_URL = "https://humas.contoh.id"


@pytest.fixture
def writer(signed_in):
    return signed_in("Penulis")


def test_docx_holds_the_same_as_the_screen(newsroom, writer):
    told = story("2026-10-02 07:23", "Pasar <Baru> & Jembatan")
    answer = writer.get(REKAP, OCTOBER | {"bentuk": "docx"})
    assert answer["Content-Disposition"] == 'attachment; filename="rekap-berita-2026-10.docx"'
    assert answer["Content-Type"].endswith("wordprocessingml.document")
    row = next(line for line in lines(answer) if "Pasar" in line)
    assert "2 Oktober 2026, 07.23 WITA | Pasar <Baru> & Jembatan" in row
    assert f"https://humas.contoh.id{told.get_absolute_url()}" in row


def test_headline_that_looks_like_a_formula_stays_words(writer):
    wicked = '=HYPERLINK("https://jahat.example","klik")'
    story("2026-10-02 07:23", wicked, byline="+62812", category=Category.objects.create(name="@risiko", slug="r"))
    answer = writer.get(REKAP, OCTOBER | {"bentuk": "xlsx"})
    assert answer["Content-Disposition"] == 'attachment; filename="rekap-berita-2026-10.xlsx"'
    assert words_of(answer)[0][-1][2:5] == [wicked, "@risiko", "+62812"]
    assert formulas(answer) == []
    assert {cell.get("t") for cell in sheets(answer)[0][-1][2:5]} == {"s"}


def test_hours_in_a_sheet_are_hours_of_the_newsrooms_clock(writer):
    story("2026-10-02 07:30", "Pagi")
    cell = words_of(writer.get(REKAP, OCTOBER | {"bentuk": "xlsx"}))[0][-1][1]
    days, part = divmod(float(cell), 1)
    assert (at("2026-10-02 00:00").date() - at("1899-12-30 00:00").date()).days == days
    assert part * 24 == pytest.approx(7.5)


def test_controls_in_a_headline_break_no_file(writer):
    story("2026-10-02 07:30", "Lonceng\x07 \x1b[31m &amp; \U0001f41f")
    docx = writer.get(REKAP, OCTOBER | {"bentuk": "docx"})
    xlsx = writer.get(REKAP, OCTOBER | {"bentuk": "xlsx"})
    assert any("Lonceng [31m &amp; \U0001f41f" in line for line in lines(docx))
    assert words_of(xlsx)[0][-1][2] == "Lonceng [31m &amp; \U0001f41f"


def test_print_is_a_page_with_the_letterhead_and_nothing_of_the_desk(writer):
    story("2026-10-02 07:23", "Pasar Baru")
    page = writer.get(REKAP, OCTOBER | {"bentuk": "cetak"}).content.decode()
    assert "<title>rekap-berita-2026-10</title>" in page
    assert "Pasar Baru" in page
    assert "recap-letterhead" in page
    assert 'id="header"' not in page
    assert f'href="{REKAP}?bulan=2026-10"' in page


def test_empty_month_is_said_in_a_sentence_everywhere(writer):
    sentence = _("No story that readers see was published: %(period)s.") % {"period": "Februari 2026"}
    asked = {"bulan": "2026-02"}
    assert escape(sentence) in writer.get(REKAP, asked).content.decode()
    assert escape(sentence) in writer.get(REKAP, asked | {"bentuk": "cetak"}).content.decode()
    assert sentence in lines(writer.get(REKAP, asked | {"bentuk": "docx"}))
    assert sentence in str(words_of(writer.get(REKAP, asked | {"bentuk": "xlsx"})))
