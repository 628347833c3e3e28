"""What is sent broken, hostile or empty: a clear sentence, and nothing half saved."""

import io
import time
import zipfile
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.manuscript import package
from articles.manuscript.parse import parse, take_apart
from articles.manuscript.reading import SENTENCES, read
from articles.manuscript.text import UnreadableManuscript
from articles.models import Article, Report
from tests.articles.test_manuscript_files import FOLDER

LINE = "Pemerintah Kabupaten Nusa Melira menambah dua perahu ambulans untuk warga di pulau kecil."


def changed(name, changes=None, extra=None, method=zipfile.ZIP_DEFLATED):
    """A sound document with some parts changed or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(FOLDER / name) as sound, zipfile.ZipFile(out, "w", method) as made:
        for part in sound.namelist():
            made.writestr(part, (changes or {}).get(part, lambda data: data)(sound.read(part)))
        for part, data in (extra or {}).items():
            made.writestr(part, data)
    return out.getvalue()


def with_entity(data):
    head, rest = data.split(b"?>\n", 1)
    return (
        head
        + b'?>\n<!DOCTYPE x [<!ENTITY rahasia SYSTEM "file:///etc/passwd">]>'
        + rest.replace(b"Kebun di", b"&rahasia; Kebun di")
    )


def with_entity_in_utf_16(data):
    return with_entity(data).decode().replace("UTF-8", "UTF-16").encode("utf-16")


def as_ratio(size):
    return {"word/media/image1.png": b"\0" * size}


BAD = {
    "too much in one part": (
        "a.docx",
        lambda: changed("D1-headings.docx", extra=as_ratio(40_000_000)),
        "unpacks_too_large",
    ),
    "too much in all": (
        "a.docx",
        lambda: changed("D1-headings.docx", extra={f"word/media/{n}.png": b"\0" * 900_000 for n in range(70)}),
        "unpacks_too_large",
    ),
    "too many parts": (
        "a.docx",
        lambda: changed("D1-headings.docx", extra={f"x/{n}": b"" for n in range(2001)}),
        "unpacks_too_large",
    ),
    "over 20 MB": ("a.docx", lambda: b"PK" + b"\0" * 20_000_000, "document_too_large"),
    "macros inside": ("a.docx", lambda: changed("D1-headings.docx", extra={"word/vbaProject.bin": b"x"}), "macros"),
    "macros in an .odt": (
        "a.odt",
        lambda: changed("D6-headings.odt", extra={"Basic/script-lc.xml": b"<x/>"}),
        "macros",
    ),
    ".docm": ("a.docm", lambda: b"PK", "macros"),
    "external entity": ("a.odt", lambda: changed("D6-headings.odt", {"content.xml": with_entity}), "entities"),
    "entity in UTF-16": (
        "a.odt",
        lambda: changed("D6-headings.odt", {"content.xml": with_entity_in_utf_16}),
        "entities",
    ),
    "entity in Word": ("a.docx", lambda: changed("D1-headings.docx", {"word/document.xml": with_entity}), "entities"),
    "cut short": ("a.docx", lambda: (FOLDER / "D1-headings.docx").read_bytes()[:-200], "damaged"),
    "broken XML": (
        "a.docx",
        lambda: changed("D1-headings.docx", {"word/document.xml": lambda data: data[:-40]}),
        "damaged",
    ),
    "nested without end": (
        "a.odt",
        lambda: changed("D6-headings.odt", {"content.xml": lambda _data: b"<a>" * 100_000 + b"</a>" * 100_000}),
        "damaged",
    ),
    "an .odt called .docx": ("a.docx", (FOLDER / "D6-headings.odt").read_bytes, "damaged"),
    "a .docx called .odt": ("a.odt", (FOLDER / "D1-headings.docx").read_bytes, "damaged"),
    "locked .docx": ("a.docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "locked"),
    "old Word": ("a.doc", lambda: b"\xd0\xcf\x11\xe0", "old_word"),
    "old Word called .txt": ("a.txt", lambda: b"\xd0\xcf\x11\xe0", "old_word"),
    "rtf": ("a.rtf", lambda: b"{\\rtf1 x}", "rich_text"),
    "pdf": ("a.pdf", lambda: b"%PDF-1.7", "pdf"),
    "photo of a letter": ("a.jpeg", lambda: b"\xff\xd8\xff\xe0", "picture"),
    "a document called .txt": ("a.txt", (FOLDER / "D1-headings.docx").read_bytes, "not_text"),
    "other": ("a.xlsx", lambda: b"PK", "unknown"),
    "text over 2 MB": ("a.txt", lambda: b"a" * 2_000_001, "too_large"),
    "half of UTF-16": ("a.txt", lambda: "Judul".encode("utf-16")[:-1], "not_text"),
}


@pytest.mark.parametrize(("name", "data", "code"), BAD.values(), ids=BAD)
def test_bad_file_is_refused_with_a_sentence_of_its_own(name, data, code):
    with pytest.raises(UnreadableManuscript) as refused:
        read(name, data())
    assert refused.value.code == code
    assert SENTENCES[code]


def test_directory_that_lies_about_sizes_unpacks_no_more_than_it_says(monkeypatch):
    monkeypatch.setattr(package, "_XML", 1_000)
    with pytest.raises(UnreadableManuscript, match="unpacks_too_large"):
        read("a.docx", (FOLDER / "D1-headings.docx").read_bytes())


def test_command_saves_nothing_where_one_of_several_files_is_bad(db, tmp_path):
    bad = tmp_path / "surat.pdf"
    bad.write_bytes(b"%PDF-1.7")
    with pytest.raises(CommandError, match=r"surat\.pdf"):
        call_command("import_manuscript", str(FOLDER / "36-part-roman.txt"), str(bad), stdout=StringIO())
    empty = tmp_path / "emoji.txt"
    empty.write_text("🙏🙏🙏")
    with pytest.raises(CommandError):
        call_command("import_manuscript", str(FOLDER / "36-part-roman.txt"), str(empty), stdout=StringIO())
    assert not Article.everything.exists()
    assert not Report.objects.exists()


def test_command_reads_documents_one_line_each_and_none_twice(db):
    def run():
        out = StringIO()
        names = ("01-plain.txt", "D2-lists.docx", "D6-headings.odt")
        call_command("import_manuscript", *(str(FOLDER / name) for name in names), stdout=out)
        return out.getvalue().splitlines()

    first = run()
    assert len(first) == 3
    assert first[1].endswith("Layanan yang Dibuka pada Hari Sabtu")
    assert run() == first
    assert Article.everything.count() == 3
    assert "<ul><li>perekaman kartu penduduk;</li>" in Article.objects.get(headline__startswith="Layanan").body


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("“Ya” – José".encode(), "“Ya” – José"),
        ("“Ya” – José".encode("utf-8-sig"), "“Ya” – José"),
        ("“Ya” – José".encode("utf-16"), "“Ya” – José"),
        ("“Ya” – José".encode("utf-16-be").join([b"\xfe\xff", b""]), "“Ya” – José"),
        ("“Ya” – José".encode("cp1252"), "“Ya” – José"),
    ],
)
def test_encodings_are_told_apart(data, words):
    assert take_apart(read("a.txt", data)).headline == words


def test_broken_utf_8_keeps_the_words_around_the_break():
    found = take_apart(read("a.txt", "Judul Berita\n\nKata “pertama".encode()[:-3] + b"\xe2 dan kedua."))
    assert found.headline == "Judul Berita"
    assert found.paragraphs[0].startswith("Kata")
    assert found.paragraphs[0].endswith("dan kedua.")


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "🙏🙏🙏", "---\n###\n***", "\x00\x01"])
def test_text_without_words_has_neither_headline_nor_text(text):
    found = parse(text)
    assert (found.headline, found.blocks) == ("", ())


HARD = {
    "lines": "Judul\n\n" + "\n".join([LINE] * 10_000),
    "wrapped": "Judul\n\n" + "\n".join([LINE.rstrip(".")] * 10_000),
    "marked": "Judul\n\n" + "\n\n".join(["*Kata* _dua_ " + LINE] * 10_000),
    "capitals": "\n".join(["BUPATI BUKA RAPAT"] * 10_000),
    "offices": "\n".join(["DINAS PENDIDIKAN"] * 10_000),
    "hashtags": "Judul\n\nTeks.\n" + "\n".join(["#satu #dua"] * 10_000),
    "contacts": "Judul\n\nTeks.\n" + "\n\n".join(["Kontak: satu"] * 10_000),
    "items": "Judul\n\n" + "\n".join(f"{n}. satu dua" for n in range(1, 10_001)),
    "brackets": "Judul\n\n" + "(" * 300_000,
    "stars": "Judul\n\n" + "*_" * 50_000 + "a" + "_*" * 50_000,
    "one word": "Judul\n\n" + "A" * 500_000 + "@",
    "hyphens": "Judul\n\n" + "\n".join(["kata-" * 18] * 10_000),
    "blank": "\n" * 500_000,
}


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_ten_thousand_lines_are_read_in_the_time_of_a_breath(text):
    begun = time.process_time()
    assert parse(text).body is not None
    assert time.process_time() - begun < 2
