"""Parts closed in a comment: gone for readers wherever the words are, kept for those who may."""

import pytest

from comments import by_writer, redaction
from comments.models import Comment, Decision, Redaction, Status
from comments.models.decision import Act
from humas.base.models import Letter, PageVersion
from tests.comments.answering import close
from tests.comments.factories import comment
from tests.comments.page import Page

GAP = "[bagian ini ditutup redaksi]"
WORDS = "Tanya saja Yohanes di 0812-3456-7890, atau https://contoh.id/warga?hp=0812 besok."


@pytest.fixture
def shown(article):
    return comment(article, status=Status.APPROVED, body=WORDS)


def everywhere(reader, article, made):
    """All that readers get of a comment, but for its writer's own page."""
    here = article.get_absolute_url()
    answers = comment(article, status=Status.APPROVED, parent=made)
    places = (
        here,
        f"{here}?balas={made.pk}",
        f"{here}feed/",
        "/komentar/feed/",
        "/feed/",
        f"{here}?balas={answers.pk}",
    )
    return "".join(reader.get(place).content.decode() for place in places)


@pytest.mark.wordpress("2d Quick Edit")
def test_closed_part_is_a_gap_wherever_readers_look(shown, article, moderator, reader):
    close(moderator, shown, "Yohanes", "0812-3456-7890")

    told = everywhere(reader, article, shown)
    block = Page(reader.get(article.get_absolute_url())).by_id(f"komentar-{shown.pk}")
    assert GAP in block.text
    assert "Tanya saja" in block.text
    assert not [words for words in ("ohanes", "3456", "0812-") if words in told]
    assert told.count(GAP) > 5
    assert Comment.objects.get(pk=shown.pk).body == WORDS


def test_link_that_is_half_closed_is_no_link_any_more(shown, moderator):
    close(moderator, shown, "warga?hp")

    assert "<a " not in shown.body_html
    assert f"https://contoh.id/<em>{GAP}</em>=0812 besok." in shown.body_html


def test_two_names_beside_one_another_are_one_gap(article, moderator):
    made = comment(article, status=Status.APPROVED, body="Kata Yohanes Bere kemarin.")

    close(moderator, made, "Yohanes", "Bere")

    assert made.body_html == f"<p>Kata <em>{GAP}</em> kemarin.</p>"


def test_reader_who_types_the_sentence_makes_no_gap(article):
    made = comment(article, status=Status.APPROVED, body=f"Kata <em>{GAP}</em>")
    assert "<em>" not in made.body_html


def test_closing_and_opening_are_lines_of_the_record_with_their_reasons(shown, article, moderator):
    before = PageVersion.objects.filter(subject=f"article:{article.pk}").values_list("n", flat=True).first()
    close(moderator, shown, "Yohanes", reason="nama warga")
    close(moderator, shown, reason="boleh disebut")

    lines = Decision.objects.filter(comment_id=shown.pk, act=Act.REDACTED).order_by("pk")
    assert [line.reason for line in lines] == ["nama warga", "boleh disebut"]
    assert {(line.by, line.from_status, line.to_status) for line in lines} == {(moderator.user, "approved", "approved")}
    assert [row.spans for row in Redaction.objects.order_by("pk")] == [[[11, 18]], []]
    assert (shown.redactions, shown.status) == ([], Status.APPROVED)
    assert "Yohanes" in shown.body_html
    assert PageVersion.objects.get(subject=f"article:{article.pk}").n == before + 2


def test_writer_sees_the_own_words_with_what_is_closed_marked(shown, moderator, reader):
    close(moderator, shown, "Yohanes")

    page = Page(reader.get(f"/tanggapan/{shown.plain_receipt}/"))
    assert page.one("mark", **{"class": "covered"}).text == "ditutup: Yohanes"
    assert "Redaksi menutup sebagian kata-kata Anda" in page.one("main").text


def test_nobody_closes_a_part_without_saying_why(shown, moderator):
    response = close(moderator, shown, "Yohanes", reason="  ")

    assert response.status_code == 422
    assert "Tulis alasannya" in response.content.decode()
    assert Page(response).one("input", name="bagian")["value"] == "11-18"  # nothing is lost
    assert shown.redactions == []


def test_one_press_closes_all_personal_data_that_is_marked(shown, moderator):
    close(moderator, shown, act="pribadi", reason="")

    assert "0812-3456-7890" not in shown.body_html
    assert Decision.objects.get(act=Act.REDACTED).reason == "data pribadi"


def test_words_are_found_in_each_place_before_anything_is_closed(article, moderator):
    made = comment(article, body="Budi dan BUDI dan budi\nutomo.")

    response = moderator.post(f"/admin/antrean/{made.pk}/sunting/", {"act": "cari", "kata": "budi"})

    page = Page(response)
    assert [box["value"] for box in page.all("input", name="bagian")] == ["0-4", "9-13", "18-22"]
    assert all("checked" in box for box in page.all("input", name="bagian"))
    assert not Redaction.objects.exists()
    none = moderator.post(f"/admin/antrean/{made.pk}/sunting/", {"act": "cari", "kata": "wati"})
    assert "Kata-kata ini tidak ada dalam komentar." in none.content.decode()


def test_two_moderators_do_not_close_over_one_another(shown, moderator, signed_in):
    other = signed_in("Moderator")
    close(other, shown, "Yohanes")

    late = close(moderator, shown, "besok", base="0")

    assert late.status_code == 409
    assert str(other.user) in late.content.decode()
    assert Redaction.objects.count() == 1


def test_writer_who_mends_the_words_opens_them_and_moderators_are_told(article, moderator):
    made = comment(article, body=WORDS)
    close(moderator, made, "Yohanes")

    by_writer.edit(made.pk, "Tanya saja ibu Yohana.")

    made.refresh_from_db()
    assert made.redactions == []
    assert made.body_html == "<p>Tanya saja ibu Yohana.</p>"
    assert "memperbaiki kata-katanya" in moderator.get(f"/admin/antrean/{made.pk}/sunting/").content.decode()
    stale = close(moderator, made, "Yohana", words=redaction.print_of(WORDS))
    assert stale.status_code == 409
    assert made.redactions == []


@pytest.mark.parametrize("sent", [["x"], ["1"], ["-1-4"], ["1-99999999999"], ["1-2", "²-3"]])
def test_parts_that_are_none_are_refused(shown, moderator, sent):
    response = close(moderator, shown, bagian=sent)

    assert response.status_code == 422
    assert shown.redactions == []


def test_parts_beyond_the_words_end_with_them(shown, moderator):
    close(moderator, shown, bagian=["75-9999", "9000-9001", "5-2"])
    assert shown.redactions == [[75, len(WORDS)]]


@pytest.mark.parametrize("status", [Status.WITHDRAWN])
def test_what_only_its_writer_sees_is_not_closed(article, moderator, status):
    made = comment(article, status=status)
    assert close(moderator, made, "Komentar").status_code == 422
    assert made.redactions == []


def test_letter_that_waits_to_go_does_not_carry_what_was_closed(article, moderator, mailing):
    above = comment(article, status=Status.APPROVED, kabar=True)
    below = comment(article, status=Status.APPROVED, parent=above, body=WORDS)
    assert "Yohanes" in Letter.objects.get(kind="comment_answered").body
    Letter.objects.update(sent_at=None)

    close(moderator, below, "Yohanes")

    told = Letter.objects.get(kind="comment_answered").body
    assert GAP in told
    assert "ohanes" not in told


def test_queue_shows_readers_of_the_desk_no_more_than_readers(shown, moderator, signed_in):
    close(moderator, shown, "Yohanes")

    assert "ohanes" not in signed_in("Pimpinan").get("/admin/antrean/?tampilan=tayang").content.decode()
    assert signed_in("Pimpinan").get(f"/admin/antrean/{shown.pk}/sunting/").status_code == 403
    assert "Yohanes" in moderator.get(f"/admin/antrean/{shown.pk}/sunting/").content.decode()


def test_search_finds_closed_words_for_those_alone_who_may_see_them(shown, moderator, signed_in):
    close(moderator, shown, "Yohanes")
    found = {"tampilan": "tayang", "cari": "yohanes"}

    assert shown.short_number in moderator.get("/admin/antrean/", found).content.decode()
    assert shown.short_number not in signed_in("Pimpinan").get("/admin/antrean/", found).content.decode()
