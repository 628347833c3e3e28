import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.manuscript import intake
from articles.manuscript.parse import parse
from articles.manuscript.text import UnreadableManuscript, blocks, decode
from articles.models import Article, Report, Status
from tests.articles.factories import published_article, report
from tests.data import data_path

RELEASE = """Panen Raya di Kelapa Lima (Bagian 2)

Ba'a – Petani memanen jagung, Senin pagi.

"Hasilnya baik," kata Yosep. “Gudang yang kurang.”

Pemerintah menyiapkan gudang (dua unit) bulan depan. (Humas/ab)

Tinggalkan Balasan

Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *
"""


@pytest.fixture
def seed():
    return next(data_path("seed").glob("*.txt"))


def imported(*arguments, **options):
    out, err = StringIO(), StringIO()
    call_command("import_manuscript", *map(str, arguments), stdout=out, stderr=err, **options)
    return out.getvalue().splitlines()


def test_every_part_of_a_press_text_finds_its_field():
    found = parse(RELEASE)

    assert found.headline == "Panen Raya di Kelapa Lima"
    assert (found.part_number, found.part_style) == (2, "bagian_arabic")
    assert found.dateline == "Ba'a"
    assert found.paragraphs == (
        "Petani memanen jagung, Senin pagi.",
        '"Hasilnya baik," kata Yosep. “Gudang yang kurang.”',
        "Pemerintah menyiapkan gudang (dua unit) bulan depan.",
    )
    assert found.credit == "Humas/ab"
    assert [one.text for one in found.left_out] == [
        "(Bagian 2)",
        "Tinggalkan Balasan",
        "Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *",
    ]


@pytest.mark.parametrize(
    ("headline", "title", "number"),
    [
        ("Raker Humas (Part I)", "Raker Humas", 1),
        ("Raker Humas (PART iv)", "Raker Humas", 4),
        ("Raker Humas (Bagian II)", "Raker Humas", 2),
        ("Raker Humas (Bagian 12)", "Raker Humas", 12),
        ("Raker Humas (Part IIII)", "Raker Humas (Part IIII)", None),
        ("Raker Humas (lanjutan)", "Raker Humas (lanjutan)", None),
        ("(Part I)", "(Part I)", None),
    ],
)
def test_part_mark_is_taken_from_the_headline_only_where_it_is_one(headline, title, number):
    found = parse(f"{headline}\n\nTeks.")
    assert (found.headline, found.part_number) == (title, number)


@pytest.mark.parametrize(
    ("first", "dateline"),
    [
        ("Rote Ndao – Biro Humas", "Rote Ndao"),
        ("KUPANG - Gubernur", "KUPANG"),
        ("Labuan Bajo, lalu ke timur – begitu", ""),
        ("“Saya yakin – sungguh,” katanya", ""),
        ("ini bukan tempat – kalimat biasa", ""),
        ("Tanpa tanda pisah sama sekali", ""),
    ],
)
def test_dateline_is_a_place_before_a_dash(first, dateline):
    assert parse(f"Judul\n\n{first} hari ini.").dateline == dateline


def test_brackets_that_end_a_sentence_are_no_credit():
    assert parse("Judul\n\nAcara dimulai malam ini (24/04)").credit == ""
    assert parse("Judul\n\nIa pulang. (Semua senang.)").credit == ""


def test_texts_of_windows_and_word_are_read_and_other_files_refused():
    assert decode("“Ya”".encode("utf-8-sig")) == "“Ya”"
    assert decode("“Ya”".encode("cp1252")) == "“Ya”"
    assert decode("“Ya”".encode("utf-16")) == "“Ya”"
    with pytest.raises(UnreadableManuscript):
        decode(b"PK\x03\x04\x00\x00")


@pytest.mark.contract
def test_seed_becomes_a_page_word_for_word(client, db, seed):
    (line,) = imported(seed, publish=True)

    story = Article.objects.get()
    assert line == f"{story.absolute_url} Biro Humas Provinsi NTT Laksanakan Raker di Rote Ndao (Part I)"
    page = client.get(story.get_absolute_url()).content.decode()
    assert "<h1>Biro Humas Provinsi NTT Laksanakan Raker di Rote Ndao (Part I)</h1>" in page
    assert '<span class="dateline">Rote Ndao</span>' in page
    assert '<span class="credit">Humaspro Manggarai Barat</span>' in page
    body = re.search(r'<div class="article-body">(.*?)</div>', page, re.S)[1]
    shown = [re.sub(r"<[^>]+>", "", part) for part in re.findall(r"<p>(.*?)</p>", body, re.S)]
    written = blocks(seed.read_text())[1:11]
    written[-1] = written[-1].removesuffix(" (Humaspro Manggarai Barat)")
    assert shown == written
    assert len(shown) == 10
    assert "Ruas yang wajib" not in body
    assert story.report.title == story.headline
    assert 'class="report-parts"' in page


@pytest.mark.contract
def test_same_manuscript_again_prints_the_address_and_makes_nothing(db, seed):
    first = imported(seed, publish=True)
    assert imported(seed, publish=True) == first
    assert imported(seed) == first
    assert (Article.everything.count(), Report.objects.count()) == (1, 1)


def test_next_part_joins_its_report(db):
    imported_text = "Raker Humas (Part {})\n\nTeks bagian {}."
    first, _new = intake.take_in(imported_text.format("I", "satu"))
    second, _new = intake.take_in(imported_text.format("II", "dua"))
    assert first.report == second.report
    assert (first.position, second.position) == (1, 2)


def test_report_begins_where_the_manuscript_says(db):
    story, _new = intake.take_in("Raker Humas (Part III)\n\nTeks.")
    assert (story.report.first_number, story.position) == (3, 1)


def test_part_never_takes_a_place_before_one_readers_know(db):
    whole = report(title="Raker Humas")
    published_article(report=whole, position=3)
    story, _new = intake.take_in("Raker Humas (Part II)\n\nTeks.")
    assert story.position == 4


def test_manuscript_waits_as_a_draft_or_opens_at_its_hour(db, tmp_path):
    file = tmp_path / "naskah.txt"
    file.write_text("Judul\n\nTeks.")
    imported(file, at="2030-01-02T07:00", author=None)
    story = Article.objects.get()
    assert story.status == Status.PUBLISHED
    assert story.is_under_embargo
    assert story.published_at.isoformat() == "2030-01-01T23:00:00+00:00"


@pytest.mark.parametrize(
    ("name", "content"),
    [("kosong.txt", b""), ("satu.txt", b"Hanya judul"), ("surat.pdf", b"%PDF-1.7"), ("biner.txt", b"\x00\x01\x02")],
)
def test_what_is_no_manuscript_is_refused_with_a_sentence(db, tmp_path, name, content):
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(CommandError):
        imported(file)
    assert not Article.everything.exists()
    assert not Report.objects.exists()


def test_missing_file_and_unknown_account_are_said_so(db, tmp_path):
    with pytest.raises(CommandError, match=re.escape("tiada.txt")):
        imported(tmp_path / "tiada.txt")
    file = tmp_path / "naskah.txt"
    file.write_text("Judul\n\nTeks.")
    with pytest.raises(CommandError, match="siapa"):
        imported(file, author="siapa")


def test_several_manuscripts_are_taken_in_together_or_not_at_all(db, tmp_path):
    good, bad = tmp_path / "a.txt", tmp_path / "b.txt"
    good.write_text("Judul\n\nTeks.")
    bad.write_text("Tanpa teks")
    with pytest.raises(CommandError):
        imported(good, bad)
    assert not Article.everything.exists()


def test_publishing_that_is_refused_leaves_no_draft_and_can_be_tried_again(db, tmp_path):
    first, second = tmp_path / "1.txt", tmp_path / "2.txt"
    first.write_text("Raker (Part I)\n\nSatu.")
    second.write_text("Raker (Part II)\n\nDua.")
    imported(first)
    with pytest.raises(CommandError):
        imported(second, publish=True)
    assert Article.everything.count() == 1
    imported(first, second, publish=True)
    assert Article.objects.published().count() == 2
