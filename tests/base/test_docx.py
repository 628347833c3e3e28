import io
import zipfile
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.manuscript import docx as our_reader
from humas.base.cleaning import clean, from_form, paragraphs, to_text
from humas.base.docx import Document, Run
from tests.articles.factories import picture

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def document(**options) -> Document:
    return Document(**{"title": "Rilis Uji"} | options)


def part(made: Document, name: str = "word/document.xml") -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(made.to_bytes())) as file:
        return ET.fromstring(file.read(name))


def lines(made: Document):
    """What our own reader of manuscripts finds in it."""
    return our_reader.read(made.to_bytes()).lines


def words(made: Document) -> list[str]:
    return " ".join(line.plain for line in lines(made)).split()


def looks(made: Document) -> dict[str, set[str]]:
    """Words of each run → what is said of them."""
    runs = part(made).iter(f"{W}r")
    return {
        "".join(t.text or "" for t in run.iter(f"{W}t")): {one.tag.removeprefix(W) for one in run.iterfind(f"{W}rPr/*")}
        for run in runs
    }


def test_equal_input_gives_equal_bytes():
    def make():
        made = document(footer="Humas")
        made.letterhead("Humas Uji", "Pulau Uji", "Jalan Pasar 1")
        made.add_html("<p>Bupati <strong>tiba</strong>.</p><ul><li>satu</li></ul>")
        made.image(picture(), width=64, height=48, alt="Jembatan")
        return made.to_bytes()

    assert make() == make()


def test_all_a_release_needs_is_read_back_as_what_it_is():
    made = document()
    made.heading("Bupati Tinjau Jembatan")
    made.paragraph(["Rote Ndao – ", Run("Bupati", bold=True), " tiba."])
    made.items(["satu", "dua"])
    made.items(["pertama", "kedua"], is_numbered=True)
    made.quote("Jembatan ini milik warga.")
    found = [(line.kind, line.plain) for line in lines(made)]
    assert found == [
        ("heading", "Bupati Tinjau Jembatan"),
        ("", "Rote Ndao – Bupati tiba."),
        ("ul", "satu"),
        ("ul", "dua"),
        ("ol", "pertama"),
        ("ol", "kedua"),
        ("quote", "Jembatan ini milik warga."),
    ]


def test_story_keeps_its_shape():
    made = document()
    made.add_html(
        clean(
            "<h2>Latar</h2><p>Bupati <strong>tebal</strong> dan <em>miring</em>, H<sub>2</sub>O, 5 m<sup>2</sup>.</p>"
            "<ol><li>satu<ul><li>anak</li></ul></li><li><p>dua</p><p>lanjutan</p></li></ol>"
            "<blockquote><p>Kutipan</p></blockquote><hr><p>Akhir</p>"
        )
    )
    found = [(line.kind, line.plain) for line in lines(made)]
    assert found == [
        ("heading", "Latar"),
        ("", "Bupati tebal dan miring, H2O, 5 m2."),
        ("ol", "satu"),
        ("ul", "anak"),
        ("ol", "dua"),
        ("", "lanjutan"),
        ("quote", "Kutipan"),
        ("", "Akhir"),
    ]
    runs = looks(made)
    assert runs["tebal"] == {"b"}
    assert runs["miring"] == {"i"}
    assert [one.get(f"{W}val") for one in part(made).iter(f"{W}vertAlign")] == ["subscript", "superscript"]


def test_each_numbered_list_counts_from_one():
    made = document()
    made.add_html("<ol><li>satu</li><li>dua</li></ol><p>Lalu</p><ol><li>satu lagi</li></ol>")
    used = [one.get(f"{W}val") for one in part(made).iter(f"{W}numId")]
    assert used[0] == used[1] != used[2]
    starts = part(made, "word/numbering.xml").iterfind(f"{W}num/{W}lvlOverride/{W}startOverride")
    assert {one.get(f"{W}val") for one in starts} == {"1"}


def test_single_line_ends_stay_and_blanks_are_as_in_a_browser():
    made = document()
    made.add_html("<p> Satu  \n dua<br> tiga <strong> empat</strong> </p>")
    paragraph = next(part(made).iter(f"{W}p"))
    texts = "".join("\n" if one.tag == f"{W}br" else one.text or "" for one in paragraph.iter())
    assert texts == "Satu dua\ntiga empat"


def test_links_lead_out_and_what_word_would_refuse_stays_words():
    made = document()
    made.add_html(
        '<p><a href="https://contoh.id/berita/a?b=1&amp;c=2">situs</a> <a href="mailto:humas@contoh.id">surat</a> '
        '<a href="/berita/a/">dalam</a> <a href="https://[::1">rusak</a> <a href="https://contoh.id/%zz">ganjil</a> '
        f'<a href="https://contoh.id/{"a" * 3000}">panjang</a> <a href="https://contoh.id/kata dua">spasi</a></p>'
    )
    relations = part(made, "word/_rels/document.xml.rels")
    outside = {one.get("Id"): one.get("Target") for one in relations if one.get("TargetMode") == "External"}
    links = [(outside[one.get(f"{R}id")], "".join(one.itertext())) for one in part(made).iter(f"{W}hyperlink")]
    assert links == [
        ("https://contoh.id/berita/a?b=1&c=2", "situs"),
        ("mailto:humas@contoh.id", "surat"),
        ("https://contoh.id/kata%20dua", "spasi"),
    ]
    assert words(made) == "situs surat dalam rusak ganjil panjang spasi".split()


def test_controls_and_markup_in_words_do_no_harm():
    made = document(title='A"<b>\x00', author="Humas & Protokol", footer="<&>\x0b")
    made.letterhead("Humas <Uji>", "", "Jalan\x0c 1 & 2")
    made.paragraph("a\x00b\x1fc\ud800d\ufffee <w:p/> &amp;")
    made.table([["=1+1", Run("<td>", bold=True)]], [1, 2], header=["No.", 'Judul "x"'])
    made.image(picture(), width=64, height=48, alt='Papan "Selamat" <Datang>\x00')
    assert "abcde <w:p/> &amp;" in [line.plain for line in lines(made)]
    assert "=1+1 | <td>" in [line.plain for line in lines(made)]
    assert "A" in part(made, "docProps/core.xml").find("{http://purl.org/dc/elements/1.1/}title").text
    assert 'Papan "Selamat" <Datang>' in {one.get("descr") for one in part(made).iter()}


def test_page_footer_counts_pages():
    foot = part(document(footer="Laporan Bulanan"), "word/footer.xml")
    assert "Laporan Bulanan" in "".join(foot.itertext())
    assert [one.get(f"{W}instr") for one in foot.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(("is_landscape", "size"), [(False, ("11906", "16838")), (True, ("16838", "11906"))])
def test_page_is_a4_and_a_table_as_wide_as_its_text(is_landscape, size):
    made = document(is_landscape=is_landscape)
    made.table([["1", "Bupati Tinjau Jembatan"]], [1, 5], header=["No.", "Judul"], right={0})
    page, margin = part(made).find(f".//{W}pgSz"), part(made).find(f".//{W}pgMar")
    columns = [int(one.get(f"{W}w")) for one in part(made).iter(f"{W}gridCol")]
    assert (page.get(f"{W}w"), page.get(f"{W}h")) == size
    assert abs(sum(columns) - int(size[0]) + 2 * int(margin.get(f"{W}left"))) < 5
    assert columns[1] == pytest.approx(5 * columns[0], abs=5)
    header, row = part(made).iter(f"{W}tr")
    assert header.find(f".//{W}tblHeader") is not None
    assert row.find(f".//{W}tblHeader") is None
    assert row.find(f".//{W}jc").get(f"{W}val") == "right"


def test_picture_is_never_wider_than_the_text_nor_than_it_is():
    made = document()
    made.image(picture(640, 480), width=64, height=48, alt="kecil")
    made.image(picture(4000, 1000), width=4000, height=1000, alt="lebar")
    made.image(picture(100, 4000), width=100, height=4000, alt="tinggi")
    sizes = [
        (int(one.get("cx")) / 360_000, int(one.get("cy")) / 360_000)
        for one in part(made).iter()
        if one.tag.endswith("}extent")
    ]
    assert sizes[0] == (pytest.approx(1.69, abs=0.01), pytest.approx(1.27, abs=0.01))
    assert sizes[1] == (pytest.approx(made.width / 567, abs=0.01), pytest.approx(made.width / 567 / 4, abs=0.01))
    assert sizes[2][1] == pytest.approx(16, abs=0.01)


def test_every_id_a_document_uses_is_there():
    made = document()
    made.add_html('<p><a href="https://contoh.id/">a</a></p><ul><li>b</li></ul>')
    made.image(picture(), width=64, height=48, alt="c")
    with zipfile.ZipFile(io.BytesIO(made.to_bytes())) as file:
        names, texts = set(file.namelist()), {name: file.read(name) for name in file.namelist()}
    relations = ET.fromstring(texts["word/_rels/document.xml.rels"])
    ids = {one.get("Id") for one in relations}
    assert {v for one in part(made).iter() for k, v in one.attrib.items() if k in (f"{R}id", f"{R}embed")} <= ids
    assert {f"word/{one.get('Target')}" for one in relations if one.get("TargetMode") != "External"} <= names
    styles = {one.get(f"{W}styleId") for one in ET.fromstring(texts["word/styles.xml"]).iter(f"{W}style")}
    used = {one.get(f"{W}val") for tag in ("pStyle", "rStyle") for one in part(made).iter(f"{W}{tag}")}
    assert used == {"Hyperlink", "ListParagraph"} <= styles
    typed = {one.get("PartName") for one in ET.fromstring(texts["[Content_Types].xml"])} - {None}
    assert {name.lstrip("/") for name in typed} <= names


TAGS = "p h2 h3 strong em sub sup ul ol li blockquote".split()
BITS = (
    st.sampled_from([f"<{tag}>" for tag in (*TAGS, "br", "hr")] + [f"</{tag}>" for tag in (*TAGS, "a")])
    | st.sampled_from(['<a href="https://contoh.id/">', '<a href="/x">', " "])
    | st.text(max_size=12)
)


@settings(max_examples=150)
@given(st.lists(BITS, max_size=40))
@example(["<ol><li>", "<h2>Judul", "</h2></li></ol>"])
def test_no_word_of_a_story_is_lost(bits):
    html = clean("".join(bits))
    made = document()
    made.add_html(html)
    assert _letters("".join(part(made).itertext())) == _letters(to_text(html))


@settings(max_examples=60)
@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=200))
def test_plain_words_come_back_in_their_order(text):
    made = document()
    made.add_html(paragraphs(text))
    whole = document()
    whole.paragraph(text)
    assert _letters("".join(part(made).itertext())) == _letters(text) == _letters("".join(part(whole).itertext()))


def _letters(text: str) -> str:
    return "".join(text.split())


def test_long_story_is_written_in_a_moment():
    made = document()
    made.add_html(from_form("<p>" + "</p><p>".join(["Bupati meninjau jembatan. " * 20] * 800) + "</p>"))
    assert len(list(part(made).iter(f"{W}p"))) == 800
