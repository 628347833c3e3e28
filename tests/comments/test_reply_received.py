"""CONTRACT §5: what is valid is stored once, and its writer is led to a receipt of the own."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments import moderation
from comments.models import Comment, Status
from tests.articles.factories import published_article
from tests.comments.factories import comment
from tests.comments.page import Page, receipt_of
from tests.conftest import Reader

pytestmark = pytest.mark.contract

HERE, NEXT_DOOR, ELSEWHERE = "203.0.113.7", "203.0.113.8", "198.51.100.7"
SAME_FOR = timedelta(minutes=15)


def grow_older(minutes):
    Comment.objects.update(created_at=timezone.now() - timedelta(minutes=minutes))


@pytest.mark.wordpress("2a After posting")
def test_reply_waits_and_its_receipt_shows_the_words(reader, article):
    response = reader.reply(article, body="Jalannya rusak.\r\n\r\nMohon <b>diperbaiki</b> & ditinjau.", name="Ina Ba'i")

    receipt = Page(receipt_of(reader, response))
    reply = Comment.objects.get()
    assert reply.status == Status.PENDING
    assert reply.held_for == []
    assert reply.body == "Jalannya rusak.\n\nMohon <b>diperbaiki</b> & ditinjau."
    assert reply.email == "ina@contoh.id"
    assert receipt.one("div", **{"class": "comment-body"}).text == "Jalannya rusak.Mohon <b>diperbaiki</b> & ditinjau."
    assert receipt.one("h1").text == "Komentar Anda sudah kami terima"
    assert receipt.one("p", **{"class": "receipt-state"}).text == "Menunggu dibaca petugas"
    assert "Ina Ba'i" in receipt.one("p", **{"class": "receipt-signed"}).text


def test_receipt_has_an_address_nobody_can_guess(reader, article):
    first, second = (reader.reply(article, body=body)["Location"] for body in ("Satu", "Dua"))

    token = first.removeprefix("/tanggapan/").removesuffix("/")
    assert first != second
    assert first == f"/tanggapan/{token}/"
    assert len(token) >= 22  # 128 bits


@pytest.mark.wordpress("2a Pending preview")
def test_reply_is_not_on_the_page_before_somebody_read_it(reader, article):
    reader.reply(article, body="Belum dibaca siapa pun.")

    assert "Belum dibaca" not in reader.get(article.get_absolute_url()).content.decode()


def test_answer_hangs_below_the_comment_it_answers(reader, article):
    top = comment(article, status=Status.APPROVED)

    reader.reply(article, parent=str(top.pk))

    assert Comment.objects.latest("pk").parent == top


def test_website_is_optional_and_may_come_without_its_scheme(reader, article):
    reader.reply(article, body="a", website="")
    reader.reply(article, body="b", website="contoh.id/saya")
    reader.reply(article, body="c", website="http://contoh.id")

    assert list(Comment.objects.values_list("site", flat=True)) == ["", "https://contoh.id/saya", "http://contoh.id"]


def test_multipart_form_is_read_like_any_other(reader, article):
    words = {"body": "Baik sekali 👍", "name": "Ina", "email": "ina@contoh.id", "token": reader.token(article)}

    response = reader.post(f"{article.get_absolute_url()}tanggapan/", words)

    assert response.status_code == 303
    assert Comment.objects.get().body == "Baik sekali 👍"


def test_reply_needs_no_cookie(article):
    reader = Reader(enforce_csrf_checks=True)

    assert reader.reply(article).status_code == 303
    assert not reader.cookies


def test_address_without_its_last_slash_loses_no_words(reader, article):
    address = f"{article.get_absolute_url()}tanggapan"
    words = {"body": "Baik.", "name": "Ina", "email": "ina@contoh.id", "token": reader.token(article)}

    response = reader.post(address, words)

    assert response.status_code == 303
    assert Comment.objects.get().body == "Baik."


@pytest.mark.parametrize("minutes", [0, 14])
@pytest.mark.wordpress("2a After posting", "2b 1 Duplicate")
def test_same_reply_again_leads_to_the_same_receipt(reader, article, minutes):
    first = reader.reply(article, address=HERE)
    grow_older(minutes)

    again = reader.reply(article, address=NEXT_DOOR)

    assert again.status_code == 303
    assert again["Location"] == first["Location"]
    assert Comment.objects.count() == 1


def test_same_address_in_other_letters_is_the_same_writer(reader, article):
    first = reader.reply(article, email="ina@contoh.id")

    again = reader.reply(article, email=" Ina@Contoh.ID ")

    assert again["Location"] == first["Location"]


@pytest.mark.parametrize(
    ("minutes", "address"), [(16, HERE), (0, ELSEWHERE)], ids=["a quarter of an hour later", "from another network"]
)
@pytest.mark.wordpress("2b 1 Duplicate")
def test_same_reply_later_or_from_elsewhere_has_a_receipt_of_its_own(reader, article, minutes, address):
    first = reader.reply(article, address=HERE)
    grow_older(minutes)

    later = reader.reply(article, address=address)

    original, copy = Comment.objects.order_by("pk")
    assert later.status_code == 303
    assert later["Location"] != first["Location"]
    assert copy.status == Status.PENDING
    assert copy.held_for == ["duplicate"]
    assert copy.evidence["duplicate"] == {"of": original.pk}


def test_later_copy_is_the_one_that_a_third_press_finds(reader, article):
    reader.reply(article)
    grow_older(16)
    second = reader.reply(article)

    third = reader.reply(article)

    assert third["Location"] == second["Location"]
    assert Comment.objects.count() == 2


@pytest.mark.parametrize("status", [Status.APPROVED, Status.SPAM, Status.TRASH])
def test_decided_reply_is_never_handed_to_who_copies_it(reader, article, status):
    """Its words are public, and its writer's address may be known: both together give no right over it."""
    first = reader.reply(article, address=HERE)
    original = Comment.objects.get()
    moderation.decide([original.pk], status)

    copied = reader.reply(article, address=ELSEWHERE)
    again_here = reader.reply(article, address=HERE)

    receipts = {first["Location"], copied["Location"], again_here["Location"]}
    original.refresh_from_db()
    assert len(receipts) == 3
    assert original.status == status
    assert original.same_key is None
    assert list(Comment.objects.exclude(pk=original.pk).values_list("held_for", flat=True)) == [["duplicate"]] * 2
    assert "menunggu" in reader.get(copied["Location"]).content.decode()


@pytest.mark.parametrize(
    "change", [{"body": "Lain."}, {"name": "Ani"}, {"email": "ani@contoh.id"}, {"parent": "top"}, {"article": "other"}]
)
def test_reply_that_differs_is_another_reply(reader, article, change):
    top = comment(article, status=Status.APPROVED)
    reader.reply(article)
    if "parent" in change:
        change = {"parent": str(top.pk)}
    elsewhere = published_article() if change.pop("article", None) else article

    reader.reply(elsewhere, **change)

    first, second = Comment.objects.exclude(pk=top.pk).order_by("pk")
    assert first.same_key != second.same_key
    assert second.held_for == []


def test_sprung_trap_is_kept_as_spam(reader, article, mailoutbox):
    response = reader.reply(article, ruas_kosong="I am a robot")

    reply = Comment.objects.get()
    receipt = receipt_of(reader, response)
    assert reply.status == Status.SPAM
    assert reply.held_for == ["trap"]
    assert reply.same_key is None
    assert "Menunggu dibaca petugas" in receipt.content.decode()
    assert mailoutbox == []


def test_blank_in_the_trap_springs_it_too(reader, article):
    reader.reply(article, ruas_kosong=" ")

    assert Comment.objects.get().held_for == ["trap"]


def test_robot_that_repeats_itself_meets_no_honest_readers_receipt(reader, article):
    honest = reader.reply(article)

    robot = reader.reply(article, ruas_kosong="x")

    assert robot["Location"] != honest["Location"]
    assert Comment.objects.latest("pk").held_for == ["trap", "duplicate"]


@pytest.mark.parametrize(("typed", "kept"), [("42", 42), ("", None), ("-3", None), ("x" * 99, None), ("9" * 99, None)])
def test_time_to_fill_weighs_and_never_decides(reader, article, typed, kept):
    reader.reply(article, t=typed)

    reply = Comment.objects.get()
    assert reply.status == Status.PENDING
    assert reply.evidence.get("seconds") == kept


def test_form_without_its_optional_fields_is_taken(reader, article):
    response = reader.reply(article, website=None, parent=None, t=None, ruas_kosong=None)

    assert response.status_code == 303


def test_looking_at_the_address_leads_to_the_form(reader, article):
    for method in (reader.get, reader.head):
        response = method(f"{article.get_absolute_url()}tanggapan/")

        assert response.status_code == 303
        assert response["Location"] == f"{article.get_absolute_url()}#balasan"
        assert response["Cache-Control"] == "no-store"
        assert not response.cookies
