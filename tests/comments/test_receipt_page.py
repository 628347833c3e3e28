"""What a receipt tells: the state, why, what happens next, when; and how its address is kept."""

from urllib.parse import parse_qs, urlsplit

import pytest

from articles import publishing
from comments import by_writer, moderation
from comments.grounds import FIRST, known
from comments.models import Comment, Status
from humas.base import newsroom
from humas.base.models import Newsroom
from tests.comments.factories import comment
from tests.comments.page import Page, whole_page

pytestmark = pytest.mark.contract
CARD = {"class": "receipt-state"}


def receipt(reader, made):
    return Page(reader.get(f"/tanggapan/{made.plain_receipt}/"))


def card(page):
    (found,) = [each for each in page.all("article") if "data-tanda-terima" in each]
    return found


@pytest.fixture
def moderator_of(person):
    return person("Moderator")


@pytest.mark.parametrize("slug", [slug for slug, *_words in FIRST])
def test_refusal_names_its_reason_in_a_kind_sentence(reader, article, moderator, slug):
    ground = known(slug)
    made = comment(article)
    choice = {"comment": made.pk, "decision": "trash", "reason": ground.slug}
    moderator.post("/admin/antrean/putuskan/", choice)

    page = receipt(reader, made)
    state = page.one("p", **CARD).text
    assert state == ("Tidak ditayangkan" if ground.slug == "lain" else f"Tidak ditayangkan ({ground.label})")
    assert page.one("p", **{"class": "receipt-more receipt-ground"}).text == str(ground.sentence)


def test_moderators_own_words_are_not_told(reader, article, moderator):
    made = comment(article)
    moderator.post("/admin/antrean/putuskan/", {"comment": made.pk, "decision": "spam", "reason": "Orang ini lagi."})

    page = receipt(reader, made)
    assert page.one("p", **CARD).text == "Tidak ditayangkan"
    assert "Orang ini lagi" not in page.html
    assert "receipt-ground" not in page.html


def test_reason_goes_with_the_decision_it_belongs_to(reader, article, moderator_of):
    made, batch = comment(article), moderation.new_batch()
    moderation.decide([made.pk], Status.TRASH, by=moderator_of, ground="kasar")
    moderation.decide([made.pk], Status.SPAM, by=moderator_of, batch=batch)
    assert "kasar" not in receipt(reader, made).one("p", **CARD).text

    moderation.undo(batch, by=moderator_of)
    assert receipt(reader, made).one("p", **CARD).text == "Tidak ditayangkan (kata-kata kasar)"


def test_undone_refusal_of_what_a_rule_put_aside_waits_again(reader, article, moderator_of):
    made, batch = comment(article), moderation.new_batch()
    Comment.objects.update(status=Status.SPAM)
    moderation.decide([made.pk], Status.TRASH, by=moderator_of, batch=batch)
    assert receipt(reader, made).one("p", **CARD).text == "Tidak ditayangkan"

    moderation.undo(batch, by=moderator_of)
    assert receipt(reader, made).one("p", **CARD).text == "Menunggu dibaca petugas"


@pytest.mark.parametrize("by_rule", [Status.SPAM, Status.TRASH])
def test_what_a_rule_decided_later_still_waits(reader, article, by_rule):
    made = comment(article)
    moderation.decide([made.pk], by_rule, rule="words")

    assert receipt(reader, made).one("p", **CARD).text == "Menunggu dibaca petugas"


def test_receipt_speaks_to_the_readers_own_browser(reader, article, moderator_of):
    made = comment(article)
    seen = []
    for status in (None, Status.APPROVED, Status.SPAM, Status.WITHDRAWN):
        if status == Status.WITHDRAWN:
            by_writer.withdraw(made.pk)
        elif status:
            moderation.decide([made.pk], status, by=moderator_of)
        told = card(receipt(reader, made))
        seen.append((told["data-keadaan"], told["data-kata"]))
    Comment.objects.update(status=Status.UNCONFIRMED)

    assert seen == [
        ("waiting", "menunggu dibaca"),
        ("shown", "sudah tayang"),
        ("refused", "tidak ditayangkan"),
        ("withdrawn", "ditarik oleh Anda"),
    ]
    told = card(receipt(reader, made))
    assert told["data-keadaan"] == "unconfirmed"
    assert told["data-komentar"] == made.short_number
    assert told["data-berita"] == article.get_absolute_url()
    assert told["data-waktu"].startswith(f"{made.created_at.astimezone():%Y}")


def test_unconfirmed_comment_says_what_to_do(reader, article):
    made = comment(article)
    Comment.objects.update(status=Status.UNCONFIRMED)

    page = receipt(reader, made)
    assert page.one("p", **CARD).text == "Menunggu alamat email Anda dibuktikan"
    assert "Buka email dari kami" in page.html


def test_address_is_there_to_be_copied_sent_and_printed(reader, article, settings):
    settings.SITE_URL = "https://humas.contoh.go.id"
    made = comment(article)
    address = f"https://humas.contoh.go.id/tanggapan/{made.plain_receipt}/"

    page = receipt(reader, made)
    (whatsapp,) = [link for link in page.all("a") if "wa.me" in link["href"]]
    assert page.by_id("receipt-address")["value"] == address
    assert page.one("p", **{"class": "receipt-printed"}).text == address
    assert parse_qs(urlsplit(whatsapp["href"]).query)["text"] == [f"Komentar saya {made.short_number}: {address}"]
    assert whatsapp["rel"] == "noopener noreferrer"
    assert page.one("p", **{"class": "receipt-number"}).text == made.short_number


@pytest.mark.parametrize("hide", [publishing.put_in_bin, lambda story: publishing.withdraw(story, reason="Keliru.")])
def test_story_that_went_is_not_named_and_takes_no_second_try(reader, article, moderator_of, hide):
    made = comment(article)
    moderation.decide([made.pk], Status.TRASH, by=moderator_of)
    hide(article)

    page = receipt(reader, made)
    is_gone = "data-berita" not in card(page)
    assert (article.headline in page.html) is not is_gone
    assert is_gone is (hide is publishing.put_in_bin)
    assert "Tulis ulang" not in page.html


def test_refused_words_are_in_the_form_again_without_the_address(reader, article, moderator_of):
    parent = comment(article, status=Status.APPROVED, by=moderator_of)
    made = comment(article, parent=parent, name="Ina Lontar", email="rahasia@contoh.id", body="Satu <b>\n\nDua")
    moderation.decide([made.pk], Status.TRASH, by=moderator_of, ground="kasar")

    page = receipt(reader, made)
    typed = page.values()
    assert (typed["body"], typed["name"], typed["email"], typed["parent"]) == (
        *("Satu <b>\n\nDua", "Ina Lontar", "", str(parent.pk)),
    )
    assert page.one("form", id="balasan")["action"] == f"{article.get_absolute_url()}tanggapan/"
    assert "rahasia" not in page.html

    sent = typed | {"email": "rahasia@contoh.id", "body": "Satu\n\nDua, dengan santun."}
    response = reader.post(f"{article.get_absolute_url()}tanggapan/", sent, headers={"sec-fetch-site": "same-origin"})
    again = Comment.objects.latest("pk")
    assert response.status_code == 303
    assert (again.parent, again.status) == (parent, Status.PENDING)
    assert Comment.objects.get(pk=made.pk).status == Status.TRASH


def test_second_try_stands_alone_where_its_parent_went(reader, article, moderator_of):
    parent = comment(article, status=Status.APPROVED, by=moderator_of)
    made = comment(article, parent=parent)
    moderation.decide([made.pk, parent.pk], Status.TRASH, by=moderator_of)

    assert receipt(reader, made).value("parent") == ""


@pytest.mark.parametrize("status", [Status.PENDING, Status.APPROVED])
def test_only_what_was_refused_is_written_again(reader, article, moderator_of, status):
    made = comment(article, status=status, by=moderator_of)

    assert "balasan" not in {form.get("id") for form in receipt(reader, made).all("form")}


def test_closed_newsroom_offers_no_second_try(reader, article, moderator_of):
    made = comment(article, status=Status.SPAM, by=moderator_of)
    room = Newsroom.current()
    room.is_open_to_comments = False
    newsroom.save(room)

    assert "Tulis ulang" not in receipt(reader, made).html


def test_receipt_costs_as_many_queries_with_one_decision_as_with_forty(
    reader, article, moderator_of, django_assert_max_num_queries
):
    few, many = comment(article), comment(article)
    for number in range(40):
        moderation.decide([many.pk], Status.SPAM if number % 2 else Status.PENDING, by=moderator_of)
        moderation.decide([many.pk], Status.TRASH, by=moderator_of, ground="lain")
    for made in (few, many):
        with django_assert_max_num_queries(9):
            whole_page(reader.get(f"/tanggapan/{made.plain_receipt}/"))
