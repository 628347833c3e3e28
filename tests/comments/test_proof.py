"""*Bukti tindak lanjut*: one sheet and one file that say what was done, and looking again as a visitor would."""

import io
import zipfile
from datetime import date
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comments import hiding, moderation
from comments.emergency import looking, proof
from comments.models import Comment, Hiding
from comments.models.hiding import Scope
from humas.accounts.groups import HEADS, MODERATORS
from humas.base.models import Newsroom
from tests.articles.factories import published_article
from tests.comments import lineages
from tests.comments.factories import comment
from tests.comments.page import Page

WORDS = "Daftar sekarang di situs paling gacor se-Nusantara."


@pytest.fixture
def bad(article):
    return comment(article, status="approved", name="Raja Slot", body=WORDS)


@pytest.fixture
def head(signed_in):
    return signed_in(HEADS)


def named(*comments, **fields):
    addresses = "\n".join(f"/komentar/{one.pk}/" for one in comments)
    return hiding.Part(Scope.LIST, addresses=addresses, comments=frozenset(one.pk for one in comments), **fields)


def sheet(client, made):
    return Page(client.get(f"/admin/darurat/{made.pk}/bukti/"))


def facts(page) -> dict[str, str]:
    return {name.text: words.text for name, words in zip(page.all("dt"), page.all("dd"), strict=True)}


def words_of(answer) -> str:
    """All words of a .docx, which opens as one."""
    with zipfile.ZipFile(io.BytesIO(answer.content)) as file:
        assert file.testzip() is None
        for name in file.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(file.read(name))
        return "".join(ElementTree.fromstring(file.read("word/document.xml")).itertext())


def test_sheet_says_what_was_done_by_whom_and_when(head, bad):
    Newsroom.objects.update_or_create(
        pk=Newsroom.ONLY, defaults={"name": "Bagian Humas", "signatory_name": "Drs. Yohanis Lapa", "place": "Rote Ndao"}
    )
    letter = hiding.Letter(number="005/1/2026", on=date(2026, 11, 3), found="Promosi <judi> online.")
    made, _new = hiding.hide(named(bad), by=head.user, letter=letter)

    page = sheet(head, made)
    told = facts(page)

    head_of_letter = page.one("header", **{"class": "proof-letterhead"})
    assert [one.text for one in page.all("p") if head_of_letter in one.parents] == ["Bagian Humas", "Rote Ndao"]
    assert page.one("h1").text == "Bukti Tindak Lanjut"
    assert told["Surat"] == "Nomor 005/1/2026 tanggal 3 November 2026"
    assert told["Temuan"] == "Promosi <judi> online."
    assert told["Jumlah komentar"] == "1"
    assert f"oleh {head.user}" in told["Disembunyikan pada"]
    assert told["Keadaan"] == "Masih disembunyikan"
    assert told["Diperiksa ulang"] == "Belum"
    assert f"/komentar/{bad.pk}/" in page.one("table").text
    assert "Drs. Yohanis Lapa" in page.one("main").text
    hiding.lift(made.pk, by=head.user)
    assert facts(sheet(head, made))["Keadaan"].startswith("Ditampilkan kembali pada")


def test_letter_can_be_written_later(head, bad):
    made, _new = hiding.hide(hiding.EVERYTHING, by=head.user)
    assert facts(sheet(head, made))["Surat"] == "–"
    sent = {"nomor": "005/1", "tanggal": "3/11/2026", "temuan": "Judi."}
    assert head.post(f"/admin/darurat/{made.pk}/surat/", sent).status_code == 303
    assert facts(sheet(head, made))["Surat"] == "Nomor 005/1 tanggal 3 November 2026"
    wrong = head.post(f"/admin/darurat/{made.pk}/surat/", sent | {"tanggal": "kapan-kapan", "nomor": "Kata saya"})
    assert wrong.status_code == 422
    assert "Kata saya" in wrong.content.decode()
    assert facts(sheet(head, made))["Surat"] == "Nomor 005/1 tanggal 3 November 2026"


def test_looking_again_finds_nothing_of_what_is_hidden(head, bad, article):
    others = [comment(article, status="approved") for _n in range(3)]
    made, _new = hiding.hide(named(bad), by=head.user)

    answer = head.post(f"/admin/darurat/{made.pk}/periksa/")

    made.refresh_from_db()
    assert answer.status_code == 303
    assert (made.still_seen, made.checked_by, made.looked_at) == ([], head.user, 4)
    told = facts(sheet(head, made))["Diperiksa ulang"]
    assert told.endswith(f"oleh {head.user}: tidak satu pun terlihat di 4 alamat yang dibuka.")
    assert Comment.objects.public().count() == len(others)


def test_looking_again_sees_what_is_public_by_its_number_and_by_its_words(head, bad, article):
    elsewhere = comment(published_article(), status="approved", body=f"Ayo! {WORDS}")
    made, _new = hiding.hide(named(bad), by=head.user)
    looking.look_again(made, by=head.user)
    assert [one["address"] for one in made.still_seen] == ["/komentar/feed/"]

    Comment.objects.filter(pk=bad.pk).update(is_hidden=False)  # as a fault of ours would
    looking.look_again(made, by=head.user)
    story = article.get_absolute_url()
    seen = [one["address"] for one in made.still_seen]
    assert seen == ["/komentar/feed/", f"{story}feed/", story, f"/komentar/{bad.pk}/"]
    assert "masih terlihat di" in facts(sheet(head, made))["Diperiksa ulang"]
    moderation.decide([elsewhere.pk, bad.pk], "trash", by=head.user)
    looking.look_again(made, by=head.user)
    assert made.still_seen == []


def test_looking_again_goes_through_all_pages_of_a_story(head, article):
    lineages.settings(comments_per_page=2)
    many = [comment(article, status="approved", body=f"{WORDS} Nomor {n}") for n in range(6)]
    made, _new = hiding.hide(named(many[-1]), by=head.user)
    Comment.objects.filter(pk=many[-1].pk).update(is_hidden=False)
    looking.look_again(made, by=head.user)
    story = article.get_absolute_url()
    feeds = ["/komentar/feed/", f"{story}feed/"]
    last = f"{story}?halaman=3"
    assert [one["address"] for one in made.still_seen] == [*feeds, last, f"/komentar/{many[-1].pk}/"]
    assert made.looked_at == 1 + 1 + 3 + 1


def test_what_cannot_be_looked_at_is_said(head, bad, monkeypatch):
    made, _new = hiding.hide(named(bad), by=head.user)
    monkeypatch.setattr(looking._Visitor, "ask", lambda self, address: (500, "rusak"))
    looking.look_again(made, by=head.user)
    assert {one["is_open"] for one in made.still_seen} == {False}
    assert "tidak dapat dibuka:" in facts(sheet(head, made))["Diperiksa ulang"]


def test_looking_again_after_all_is_hidden_and_not_after_it_is_lifted(head, bad):
    made, _new = hiding.hide(hiding.EVERYTHING, by=head.user)
    head.post(f"/admin/darurat/{made.pk}/periksa/")
    made.refresh_from_db()
    assert made.still_seen == []
    checked = made.checked_at
    hiding.lift(made.pk, by=head.user)
    head.post(f"/admin/darurat/{made.pk}/periksa/")
    made.refresh_from_db()
    assert made.checked_at == checked
    assert "sudah ditampilkan kembali" in sheet(head, made).html


def test_file_opens_and_holds_every_address(head, article):
    many = [comment(article, status="approved") for _n in range(15)]
    letter = hiding.Letter(number="=CMD()", found="Temuan\x07 & <b>tebal</b>")
    made, _new = hiding.hide(named(*many), by=head.user, letter=letter)

    page = sheet(head, made)
    answer = head.get(f"/admin/darurat/{made.pk}/bukti/", {"bentuk": "docx"})
    words = words_of(answer)

    assert len(page.all("tr")) == 1 + proof.MOST_ON_A_SHEET
    assert "dan 3 lainnya; daftar lengkap ada dalam berkas .docx" in page.one("main").text
    assert answer["Content-Disposition"] == f'attachment; filename="bukti-tindak-lanjut-{made.pk}.docx"'
    assert answer["Content-Type"].endswith("wordprocessingml.document")
    assert all(f"/komentar/{one.pk}/" in words for one in many)
    assert "Bukti Tindak Lanjut" in words
    assert "<b>tebal</b>" in words


def test_much_that_was_found_leaves_room_for_fewer_addresses(head, article):
    many = [comment(article, status="approved") for _n in range(15)]
    made, _new = hiding.hide(named(*many), by=head.user, letter=hiding.Letter(found="Kata. " * 330))
    assert len(proof.of(made).on_sheet) == proof.LEAST_ON_A_SHEET
    assert proof.of(made).rest.startswith("dan 11 lainnya")


@pytest.mark.parametrize("scope", ["story", "rule", "all"])
def test_every_kind_has_its_proof_in_the_same_queries(scope, signed_in, article):
    client = signed_in(MODERATORS)
    one = comment(article, status="approved", held_for=["links"])
    parts = {"story": hiding.Part(Scope.STORY, article_id=article.pk), "rule": hiding.Part(Scope.RULE, rule="links")}
    made, _new = hiding.hide(parts.get(scope, hiding.EVERYTHING), by=client.user)

    def queries():
        with CaptureQueriesContext(connection) as asked:
            page = sheet(client, made)
        return len(asked), page.one("table").text

    few, told = queries()
    expected = {"story": article.get_absolute_url(), "rule": f"/komentar/{one.pk}/", "all": "http"}
    assert expected[scope] in told
    lineages.rows(article, 50)
    assert queries()[0] <= few <= 14  # the first page of a session asks for more
    assert Hiding.objects.get().count == 1
