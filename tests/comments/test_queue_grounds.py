"""What moderators choose beside *Spam* and *Buang*, and how they find the number somebody reads to them."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from comments import by_writer, moderation
from comments.grounds import offered
from comments.models import Comment, Decision, Status
from tests.comments.factories import comment
from tests.comments.page import Page

pytestmark = pytest.mark.contract
DECIDE = "/admin/antrean/putuskan/"


@pytest.mark.parametrize(
    ("decision", "sent", "ground", "reason"),
    [
        ("spam", "judi", "judi", ""),
        ("trash", "data-pribadi", "data-pribadi", ""),
        ("trash", "Menyebut nama orang.", "", "Menyebut nama orang."),
        ("approve", "judi", "", ""),  # chosen and then shown: nothing to tell
        ("trash", "JUDI", "", "JUDI"),
        ("trash", "", "", ""),
    ],
)
def test_reason_is_one_of_the_list_or_words_for_the_record(article, moderator, decision, sent, ground, reason):
    made = comment(article)

    moderator.post(DECIDE, {"comment": made.pk, "decision": decision, "reason": sent})

    line = Decision.objects.get()
    assert (line.ground, line.reason) == (ground, reason)


def test_one_reason_serves_all_that_are_ticked(article, moderator):
    made = [comment(article) for _ in range(3)]

    moderator.post(DECIDE, {"comment": [each.pk for each in made], "decision": "spam", "reason": "iklan"})

    assert list(Decision.objects.values_list("ground", flat=True)) == ["iklan"] * 3


def test_unknown_ground_decides_nothing(article):
    made = comment(article)

    with pytest.raises(ValidationError):
        moderation.decide([made.pk], Status.SPAM, ground="entah")
    assert Comment.objects.get().status == Status.PENDING


def test_queue_offers_every_reason_and_none_by_itself(article, moderator):
    comment(article)

    page = Page(moderator.get("/admin/antrean/"))
    selects = page.all("select", name="reason")
    options = [option for option in page.all("option") if selects[0] in option.parents]
    assert len(selects) == 2  # for those ticked, and for this one
    assert [option["value"] for option in options] == ["", *(ground.slug for ground in offered())]
    assert not any("selected" in option for option in options)
    assert all(select["aria-label"] for select in selects)


def test_operator_names_a_reason_too(article, capsys):
    made = comment(article)

    call_command("decide", made.short_number.lower(), "trash", ground="fitnah", reason="Atas permintaan.")

    line = Decision.objects.get()
    assert (line.ground, line.reason, line.rule) == ("fitnah", "Atas permintaan.", "operator")
    with pytest.raises(CommandError):
        call_command("decide", str(made.pk), "spam", "--ground", "entah")
    with pytest.raises(CommandError):
        call_command("decide", "KMT-99999", "spam")


@pytest.mark.parametrize("spell", [str, str.lower, lambda n: n.removeprefix("KMT-"), lambda n: f"  {n} "])
@pytest.mark.parametrize("status", [Status.PENDING, Status.APPROVED, Status.SPAM, Status.TRASH])
def test_comment_is_found_by_its_number_in_any_spelling(article, moderator, spell, status):
    made, _other = comment(article, status=status), comment(article)

    page = Page(moderator.get("/admin/antrean/", {"cari": spell(made.short_number)}))
    (item,) = page.all("article", **{"class": "queue-item"})
    assert item["aria-labelledby"] == f"penulis-{made.pk}"
    decisions = {button["value"] for button in page.all("button", name="decision")}
    word = {status: word for word, status in moderation.WORDS.items()}[status]
    assert decisions == set(moderation.WORDS) - {word}


@pytest.mark.parametrize("text", ["KMT-99999", "kmt – 99999", "KMT-", "KMT-0O1IL", "KMT-' OR 1=1 --"])
def test_number_of_nothing_is_said_to_be_none(article, moderator, text):
    comment(article)

    response = moderator.get("/admin/antrean/", {"cari": text})
    assert response.status_code == 200
    assert "Tidak ada komentar dengan nomor ini." in response.content.decode()
    assert "queue-item" not in response.content.decode()


def test_search_shows_nothing_that_waits_for_its_address(article, moderator):
    made = comment(article, body="Belum dibuktikan.")
    Comment.objects.update(status=Status.UNCONFIRMED)

    page = moderator.get("/admin/antrean/", {"cari": made.short_number}).content.decode()
    assert "Belum dibuktikan." not in page
    assert "belum membuktikan alamat emailnya" in page


def test_number_opens_nothing_for_readers(reader, article):
    made = comment(article)

    assert reader.get(f"/tanggapan/{made.short_number}/").status_code == 404


def test_queue_says_which_words_were_mended(article, moderator):
    made = comment(article)
    by_writer.edit(made.pk, "Kata yang baru.")

    assert "diubah penulisnya" in moderator.get("/admin/antrean/").content.decode()
