"""The page of one writer at the desk."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments import moderation, writers
from comments.models import Comment, Decision, Status, Writer
from humas.base.digests import of_email
from tests.articles.factories import published_article
from tests.comments.factories import comment

INA = "ina@lontar.id"
PAGE = "/admin/antrean/penulis/"


@pytest.fixture
def first(article):
    return comment(article, email=INA, name="Ina", body="Jembatan rusak.", network="jaringan-satu")


def shown(client, made, status=200, **keys):
    answer = client.get(PAGE, {"komentar": made.pk} | keys)
    assert answer.status_code == status
    return answer.content.decode()


def decided(client, made, **fields):
    return client.post(PAGE, {"komentar": made.pk, "sikap": "block", "lama": "7", "alasan": "iklan"} | fields)


def test_everything_of_one_address_stands_on_its_page(moderator, article, first, person):
    other = published_article(headline="Pasar dibuka")
    spam = comment(other, email="INA@lontar.id", name="Ina L.", body="Beli!", network="b", held_for=["links"])
    moderation.decide([spam.pk], Status.SPAM, by=person("Moderator", username="dara"), reason="jualan", ground="iklan")
    comment(article, email="lain@contoh.id", body="Dari orang lain.")
    page = shown(moderator, first)

    for words in ("Jembatan rusak.", "Beli!", "Pasar dibuka", "Ina L.", "i…@l…", "dara tercetak", "jualan", "iklan"):
        assert words in page
    assert "Menunggu → Spam" in page
    assert "banyak tautan" in page
    assert "<dt>Jaringan</dt><dd>2</dd>" in page
    assert f"?tampilan=spam&amp;penulis={first.pk}" in page
    assert "Dari orang lain." not in page
    assert "&lt;p&gt;" not in page


def test_page_and_its_addresses_hold_no_address_and_no_digest(moderator, first):
    writers.take(first.pk, "hold", by=moderator.user, why="perlu dibaca")
    page = shown(moderator, first)
    for secret in (INA, "lontar.id", of_email(INA), first.network_digest, first.receipt_token):
        assert secret not in page


def test_address_is_told_by_the_logged_press_alone(moderator, first):
    assert 'action="/admin/antrean/email/"' in shown(moderator, first)
    assert INA in moderator.post("/admin/antrean/email/", {"comment": first.pk}).content.decode()
    assert Decision.objects.get(comment_id=first.pk).act == "email_seen"


def test_writer_who_never_proved_the_address_is_said_to_be_anybody(moderator, article, first):
    assert "siapa pun dapat mengetiknya" in shown(moderator, first)
    Comment.objects.filter(pk=first.pk).update(confirmed_at=timezone.now())
    assert "pada 1 komentar" in shown(moderator, first)


def test_unconfirmed_and_withdrawn_comments_are_nobodys_to_see(moderator, article, first):
    hidden = comment(article, email=INA, body="Belum dikonfirmasi siapa pun.")
    Comment.objects.filter(pk=hidden.pk).update(status=Status.UNCONFIRMED)
    assert "Belum dikonfirmasi siapa pun." not in shown(moderator, first)
    shown(moderator, hidden, 404)


def test_answers_of_the_newsroom_and_erased_addresses_have_no_writer(moderator, article, first):
    Comment.objects.filter(pk=first.pk).update(email="", email_digest="")
    another = comment(article, email=INA)
    Comment.objects.filter(pk=another.pk).update(email="", email_digest="", official_by=moderator.user)
    assert "tidak disimpan lagi" in shown(moderator, first, 404)
    assert "jawaban resmi redaksi" in shown(moderator, another, 404)
    assert decided(moderator, first).status_code == 404
    assert not Writer.objects.exists()


@pytest.mark.parametrize("number", ["", "0", "x", "-1", "999999", "9" * 30, "١"])
def test_comment_that_is_not_there_is_answered_kindly(moderator, first, number):
    answer = moderator.get(PAGE, {"komentar": number})
    assert answer.status_code == 404
    assert "sudah tidak ada" in answer.content.decode()


def test_pages_follow_one_another_and_repeat_nothing(moderator, article, first):
    now = timezone.now()
    made = [comment(article, email=INA, body=f"Nomor {n:02}.", at=now - timedelta(hours=n)) for n in range(1, 40)]
    newest = shown(moderator, first)
    cursor = newest.split("sebelum=")[1].split('"')[0]
    older = shown(moderator, first, sebelum=cursor)
    bodies = [each.body for each in made]
    assert sorted(body for page in (newest, older) for body in bodies if body in page) == sorted(bodies)
    assert "sebelum=" not in older
    shown(moderator, first, 404, sebelum="bukan-kursor")


def test_page_costs_the_same_for_one_comment_and_for_many(moderator, article, first):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            shown(moderator, first)
        return len(queries)

    moderation.decide([first.pk], Status.APPROVED, by=moderator.user)
    writers.take(first.pk, "hold", by=moderator.user, why="a")
    shown(moderator, first)  # the session of this client begins
    one = cost()
    for n in range(25):
        made = comment(article, email=INA, name=f"Nama {n}", held_for=["links"], network=str(n))
        moderation.decide([made.pk], Status.APPROVED, by=moderator.user)
    for n in range(5):
        writers.take(first.pk, "block", by=moderator.user, why=f"b{n}")
    assert cost() == one <= 20


def test_decision_is_taken_told_and_lifted_by_one_press(moderator, first):
    answer = decided(moderator, first, seen="0")
    assert answer.status_code == 303
    assert answer["Location"] == f"{PAGE}?komentar={first.pk}"
    page = shown(moderator, first)
    assert "“<bdi>iklan</bdi>”" in page
    assert str(moderator.user) in page
    writer = Writer.objects.get()
    assert (writer.stance, writer.until - writer.at, writer.by) == ("block", timedelta(days=7), moderator.user)

    seen = page.split('name="seen" value="')[1].split('"')[0]
    assert moderator.post(PAGE, {"komentar": first.pk, "act": "akhiri", "seen": seen}).status_code == 303
    page = shown(moderator, first)
    assert "Diperlakukan seperti komentar lain." in page
    assert "“<bdi>iklan</bdi>”" in page  # what was decided stays told


def test_block_that_is_over_is_told_among_what_was(moderator, first):
    writers.take(first.pk, "block", by=moderator.user, why="iklan", days=1, now=timezone.now() - timedelta(days=2))
    page = shown(moderator, first)
    assert "Diperlakukan seperti komentar lain." in page
    assert "Keputusan sejauh ini" in page


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"alasan": " "}, "Tulis alasannya"),
        ({"sikap": ""}, "Pilih apa yang terjadi"),
        ({"lama": "2"}, "Pilih untuk berapa lama"),
        ({"lama": "x"}, "Pilih untuk berapa lama"),
        ({"alasan": "panjang " * 40}, "Alasan paling panjang"),
    ],
)
def test_half_a_decision_is_asked_again_with_what_was_typed(moderator, first, wrong, sentence):
    answer = decided(moderator, first, **{"alasan": "iklan sepatu"} | wrong)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert wrong.get("alasan", "iklan sepatu").strip() in page
    assert not Writer.objects.exists()


def test_one_who_was_slower_is_told_by_whom(moderator, first, person):
    writers.take(first.pk, "trust", by=person("Moderator", username="dara"), why="kepala desa")
    answer = decided(moderator, first, seen="0")
    assert answer.status_code == 409
    assert "dara tercetak sudah memutuskan tentang penulis ini" in answer.content.decode()
    assert Writer.objects.get().stance == "trust"


@pytest.mark.parametrize(
    ("group", "reads", "decides"),
    [
        ("Moderator", 200, 303),
        ("Redaktur", 200, 403),
        ("Pimpinan", 200, 403),
        ("Administrator", 200, 403),
        ("Penulis", 403, 403),
    ],
)
def test_who_reads_and_who_decides(signed_in, first, group, reads, decides):
    client = signed_in(group)
    assert client.get(PAGE, {"komentar": first.pk}).status_code == reads
    assert decided(client, first).status_code == decides
    assert Writer.objects.exists() == (decides == 303)


def test_only_those_who_decide_see_the_form(editor, first):
    page = shown(editor, first)
    assert 'name="sikap"' not in page
    assert "Lihat email" not in page


def test_nothing_is_decided_by_a_get_or_a_forged_post(moderator, first):
    moderator.get(PAGE, {"komentar": first.pk, "sikap": "block", "alasan": "x", "act": "akhiri"})
    moderator.handler.enforce_csrf_checks = True
    assert decided(moderator, first).status_code == 403
    assert not Writer.objects.exists()
