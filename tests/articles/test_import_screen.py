"""*Impor naskah*: what was read is shown for correction before anything is saved."""

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.html import escape

from articles.admin.reasons import REASONS
from articles.manuscript.parse import REASONS as NAMES
from articles.models import Article, Report
from tests.articles.factories import draft, published_article, report
from tests.articles.test_manuscript_files import FOLDER

SCREEN = "/admin/impor/"
LIST = "/admin/articles/article/"
PART = "Raker Humas ({})\n\nKUPANG – Teks bagian {}.\n\nAkhir bagian {}. (Humas)\n\n#humas"


def part(mark, word="satu"):
    return PART.format(mark, word, word)


def fields(page, **changes):
    """What a browser would send back, with an editor's changes."""
    html = page.content.decode()
    form = re.search(r'<form class="read-form".*?</form>', html, re.S)[0]
    sent = {}
    for tag in re.findall(r"<input [^>]*>", form):
        known = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        is_choice = known.get("type") in ("radio", "checkbox")
        if "name" in known and (not is_choice or " checked" in tag):
            sent.setdefault(known["name"], unescape(known.get("value", "on" if is_choice else "")))
    for name, words in re.findall(r'<textarea name="([^"]+)"[^>]*>\n?(.*?)</textarea>', form, re.S):
        sent[name] = unescape(words)
    for name, options in re.findall(r'<select name="([^"]+)".*?>(.*?)</select>', form, re.S):
        chosen = re.search(r'value="([^"]*)" selected', options)
        sent[name] = chosen[1] if chosen else ""
    return sent | changes


def pasted(editor, text, **files):
    return editor.post(SCREEN, {"text": text} | files)


def upload(name, data=None):
    return SimpleUploadedFile(name, (FOLDER / name).read_bytes() if data is None else data)


def test_pasted_manuscript_is_shown_filled_in_and_nothing_is_saved(editor):
    page = pasted(editor, part("Part I"))
    assert page.status_code == 200
    sent = fields(page)
    assert sent["0-headline"] == "Raker Humas"
    assert (sent["0-dateline"], sent["0-credit"], sent["0-part_number"]) == ("KUPANG", "Humas", "1")
    assert sent["0-body"] == "<p>Teks bagian satu.</p><p>Akhir bagian satu.</p>"
    assert sent["0-in_report"] == "new"
    assert "#humas" in page.content.decode()
    assert "(Part I)" in page.content.decode()
    assert not Article.everything.exists()
    assert not Report.objects.exists()


def test_corrected_fields_become_a_draft_in_its_report(editor):
    page = pasted(editor, part("Part I"))
    answer = editor.post(SCREEN, fields(page, **{"0-headline": "Raker Humas NTT", "0-dateline": "Ba'a"}))
    story = Article.objects.get()
    assert answer.status_code == 303
    assert answer["Location"] == f"{LIST}{story.pk}/change/"
    assert (story.headline, story.dateline, story.status) == ("Raker Humas NTT", "Ba'a", "draft")
    assert story.report.title == "Raker Humas NTT"
    assert story.author == editor.user


def test_line_left_out_comes_back_where_it_is_ticked(editor):
    page = pasted(editor, part("Part I"))
    place = next(
        n for n, line in enumerate(re.findall(r"<tr>\s*<td>([^<]*)", page.content.decode())) if line == "#humas"
    )
    editor.post(SCREEN, fields(page, **{"0-back": [str(place)]}))
    assert Article.objects.get().body.endswith("<p>#humas</p>")


def test_every_reason_is_said_in_words(editor):

    assert list(REASONS) == NAMES
    page = editor.post(SCREEN, {"text": "", "files": [upload("21-letterhead.txt")]}).content.decode()
    for name in ("letterhead", "release_label", "letter_number", "embargo_note", "contact"):
        assert escape(str(REASONS[name])) in page


def test_same_manuscript_again_leads_to_the_story_it_became(editor):
    editor.post(SCREEN, fields(pasted(editor, part("Part I"))))
    story = Article.objects.get()
    assert pasted(editor, part("Part I"))["Location"] == f"{LIST}{story.pk}/change/"


def test_same_manuscript_saved_twice_makes_one_story(editor):
    sent = fields(pasted(editor, part("Part I")))
    first, second = editor.post(SCREEN, sent), editor.post(SCREEN, sent)
    assert first["Location"] == second["Location"]
    assert Article.everything.count() == 1


def test_mistake_keeps_every_word(editor):
    page = pasted(editor, part("Part I"))
    answer = editor.post(SCREEN, fields(page, **{"0-headline": " ", "0-body": "<p>Kata yang baru ditulis</p>"}))
    assert answer.status_code == 422
    again = fields(answer)
    assert again["0-body"] == "<p>Kata yang baru ditulis</p>"
    assert again["0-left_out"] == fields(page)["0-left_out"]
    assert not Article.everything.exists()


def test_report_of_nearly_the_same_name_is_asked_about_never_silently_doubled(editor):
    known = report(title="Raker Humas Kecamatan di Wekarai")
    page = pasted(editor, part("Part II").replace("Raker Humas", "Raker Humas Kecamatan se-Wekarai"))
    assert "0-in_report" not in fields(page)
    answer = editor.post(SCREEN, fields(page))
    assert answer.status_code == 422
    assert Report.objects.count() == 1
    answer = editor.post(SCREEN, fields(answer, **{"0-in_report": str(known.pk), "0-numbering": "go_on"}))
    assert Article.objects.get().report == known


@pytest.mark.parametrize(
    ("choice", "first_number", "positions"),
    [("start", 2, [1]), ("add", 1, [1, 2]), ("go_on", 1, [2])],
)
def test_mark_that_disagrees_is_said_and_the_choice_followed(editor, choice, first_number, positions):
    page = pasted(editor, part("Part II"))
    answer = editor.post(SCREEN, {k: v for k, v in fields(page).items() if k != "0-numbering"})
    assert answer.status_code == 422
    assert not Report.objects.exists()
    answer = editor.post(SCREEN, fields(answer, **{"0-numbering": choice}))
    assert answer.status_code == 303
    made = Report.objects.get()
    assert made.first_number == first_number
    assert [one.position for one in Article.objects.filter(report=made).order_by("position")] == positions


def test_part_that_follows_the_last_one_is_asked_nothing(editor):
    known = report(title="Raker Humas")
    published_article(report=known)
    sent = fields(pasted(editor, part("Part II")))
    assert sent["0-in_report"] == str(known.pk)
    assert editor.post(SCREEN, sent).status_code == 303
    assert Article.objects.get(headline="Raker Humas").position == 2


def test_several_files_are_looked_through_on_one_page_and_saved_together(editor):
    texts = [upload("b.txt", part("Part II", "dua").encode()), upload("a.txt", part("Part I").encode())]
    page = editor.post(SCREEN, {"text": "", "files": [*texts, upload("D1-headings.docx"), upload("D6-headings.odt")]})
    sent = fields(page)
    assert sent["forms"] == "4"
    answer = editor.post(SCREEN, sent)
    assert answer.status_code == 303
    assert Article.objects.count() == 4
    parts = Article.objects.filter(report=Report.objects.get()).order_by("position")
    assert [one.body for one in parts] == [
        "<p>Teks bagian satu.</p><p>Akhir bagian satu.</p>",
        "<p>Teks bagian dua.</p><p>Akhir bagian dua.</p>",
    ]


def test_one_wrong_form_among_several_saves_none(editor):
    page = editor.post(SCREEN, {"text": part("Part I"), "files": [upload("D1-headings.docx")]})
    answer = editor.post(SCREEN, fields(page, **{"1-headline": ""}))
    assert answer.status_code == 422
    assert not Article.everything.exists()
    editor.post(SCREEN, fields(answer, **{"1-headline": "", "1-is_skipped": "on"}))
    assert Article.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("surat.pdf", b"%PDF-1.7", "PDF"),
        ("surat.doc", b"\xd0\xcf\x11\xe0", "docx"),
        ("surat.rtf", b"{\\rtf1}", "docx"),
        ("foto.jpg", b"\xff\xd8\xff", "docx"),
        ("makro.docm", b"PK", "docx"),
        ("rusak.docx", b"PK\x03\x04", "docx"),
        ("lembar.xlsx", b"PK\x03\x04", "docx"),
        ("satu.txt", b"Hanya judul", "satu.txt"),
        ("emoji.txt", "🙏🙏".encode(), "emoji.txt"),
    ],
)
def test_file_that_cannot_be_read_is_answered_with_what_to_do(editor, name, data, word):
    answer = editor.post(SCREEN, {"text": "", "files": [upload(name, data)]})
    assert answer.status_code == 422
    assert name in answer.content.decode()
    assert word in answer.content.decode()
    assert not Article.everything.exists()


def test_readable_file_is_shown_beside_the_sentence_on_another(editor):
    page = editor.post(SCREEN, {"text": "", "files": [upload("surat.pdf", b"%PDF"), upload("01-plain.txt")]})
    assert page.status_code == 200
    assert "surat.pdf" in page.content.decode()
    assert fields(page)["0-headline"].startswith("Panen Raya")


def test_tampered_fields_are_refused_and_harm_nothing(editor):
    sent = fields(pasted(editor, part("Part I")))
    for change in ({"0-left_out": "{"}, {"0-manuscript_digest": "zz"}, {"0-in_report": "999"}, {"0-back": ["999"]}):
        assert editor.post(SCREEN, sent | change).status_code == 422
    assert editor.post(SCREEN, {"forms": "9999"}).status_code == 200
    assert editor.post(SCREEN, {"forms": "1"}).status_code == 422
    assert not Article.everything.exists()


def test_text_without_a_headline_is_shown_with_the_headline_to_be_written(editor):
    page = editor.post(SCREEN, {"text": "", "files": [upload("77-no-headline.txt")]})
    assert fields(page)["0-headline"] == ""
    assert editor.post(SCREEN, fields(page)).status_code == 422
    assert editor.post(SCREEN, fields(page, **{"0-headline": "Bibit Kelapa"})).status_code == 303
    assert Article.objects.get().dateline == "Labuan Sirelo"


def test_last_part_is_said_where_the_manuscript_says_it(editor):
    last = editor.post(SCREEN, {"text": "", "files": [upload("50-mark-without-brackets.txt")]})
    assert len(re.findall('name="0-says_last" value="True"', last.content.decode())) == 1
    answer = editor.post(SCREEN, fields(last, **{"0-headline": ""}))
    other = editor.post(SCREEN, fields(pasted(editor, part("Part I")), **{"0-headline": ""}))
    count = [one.content.decode().count('class="read-last') for one in (last, answer, other)]
    assert count == [1, 1, 0]


def test_unfinished_reports_are_offered(editor):
    report(title="Menyusuri Sungai")
    report(title="Sudah Habis", is_finished=True)
    draft(headline="Berita lain")
    page = pasted(editor, "Berita Biasa\n\nTeks.").content.decode()
    assert "Menyusuri Sungai" in page
    assert "Sudah Habis" not in page
