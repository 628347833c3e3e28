"""*Aturan Berkomentar*: agreed to before a comment is taken where the newsroom asks for it, and proven afterwards."""

import pytest
from django.utils import timezone

from comments import consent
from comments.consent.foundation import lay
from comments.models import Comment, Consent, Status, Terms
from humas.base.models import Newsroom, PageVersion
from humas.base.pages import NEWSROOM
from tests.comments.page import Page, whole_page

pytestmark = pytest.mark.django_db
TICK = "Centang dulu Aturan Berkomentar."


@pytest.fixture
def asks():
    Newsroom.objects.update(asks_terms=True)


def box(page):
    return page.field("terms")


def error(page):
    return page.by_id(box(page)["aria-describedby"]).text


@pytest.mark.contract
def test_form_asks_by_an_unticked_box_that_leads_to_the_rules(asks, reader, article):
    page = Page(reader.get(article.get_absolute_url()))

    assert "checked" not in box(page)
    assert "required" in box(page)
    assert box(page)["value"] == "1"
    assert page.label("terms").startswith("Saya menyetujui Aturan Berkomentar (versi 1, ")
    assert "/aturan-berkomentar/" in {link["href"] for link in page.all("a")}


def test_form_that_asks_for_nothing_has_no_box(reader, article):
    page = Page(reader.get(article.get_absolute_url()))

    assert page.all("input", name="terms") == []
    assert reader.reply(article, terms="1").status_code == 303
    assert Consent.objects.count() == 0


@pytest.mark.contract
@pytest.mark.parametrize("terms", [None, "", " ", "0", "x", "no", "off", "\0", "1,1"])
def test_reply_without_agreement_is_asked_again_with_every_word(asks, reader, article, terms):
    answer = reader.reply(article, body="Jangan hilang.", website="contoh.id", terms=terms)
    page = whole_page(answer)

    assert answer.status_code == 422
    assert box(page)["aria-invalid"] == "true"
    assert TICK in page.html or "Aturan Berkomentar baru saja berubah" in error(page)
    assert [page.value(name) for name in ("body", "name", "email", "website")] == [
        *("Jangan hilang.", "Ina Lontar", "ina@contoh.id", "contoh.id"),
    ]
    assert "checked" not in box(page)
    assert Comment.objects.count() == Consent.objects.count() == 0


@pytest.mark.contract
@pytest.mark.parametrize("terms", ["1", " 1 ", "on"])
def test_agreement_is_recorded_with_its_version_and_time(asks, reader, article, terms):
    receipt = reader.reply(article, terms=terms)["Location"]

    given, sent = Consent.objects.get(), Comment.objects.get()
    assert (given.comment_id, given.terms.version) == (sent.pk, 1)
    assert abs((given.given_at - sent.created_at).total_seconds()) < 10
    page = Page(reader.get(receipt))
    assert "Anda menyetujui Aturan Berkomentar versi 1 pada" in page.one("article").text
    assert "/aturan-berkomentar/1/" in {link["href"] for link in page.all("a")}


def test_tick_stays_when_something_else_is_missing(asks, reader, article):
    page = whole_page(reader.reply(article, body="", terms="1"))

    assert "checked" in box(page)
    assert box(page).get("aria-invalid") == ""


def test_form_opened_before_the_rules_changed_asks_for_the_new_ones(asks, reader, article):
    consent.publish("Aturan yang baru.")
    old = whole_page(reader.reply(article, terms="1", body="Kata."))

    assert error(old) == "Aturan Berkomentar baru saja berubah. Baca versi yang baru, lalu centang sekali lagi."
    assert (box(old)["value"], "checked" in box(old), old.value("body")) == ("2", False, "Kata.")
    assert reader.reply(article, terms="2", body="Kata.").status_code == 303
    assert Consent.objects.get().terms.version == 2


def test_same_reply_again_agrees_once(asks, reader, article):
    for _press in range(2):
        reader.reply(article, terms="1")

    assert (Comment.objects.count(), Consent.objects.count()) == (1, 1)


def test_agreement_and_comment_are_stored_both_or_neither(asks, reader, article, monkeypatch):
    def fail(*_args):
        raise RuntimeError

    monkeypatch.setattr(consent.Consent.objects, "create", fail)
    reader.raise_request_exception = False

    assert reader.reply(article, terms="1").status_code == 500
    assert Comment.objects.count() == 0


def test_proof_outlives_the_comment(asks, reader, article):
    reader.reply(article, terms="1")
    number = Comment.objects.get().pk
    Comment.objects.all().delete()

    proof = Consent.objects.get()
    assert (proof.comment_id, proof.terms.version, proof.terms.text[:14]) == (number, 1, "Kolom komentar")


def test_first_version_is_laid_once_and_left_alone():
    first = Terms.objects.get()
    Terms.objects.update(text="Aturan biro.")
    lay()

    assert Terms.objects.get().text == "Aturan biro."
    for duty in ("bohong", "memfitnah", "sadis", "cabul", "suku", "agama", "ras", "antargolongan", "kekerasan",
                 "jenis kelamin", "bahasa", "lemah", "miskin", "sakit", "cacat"):  # fmt: skip
        assert duty in first.text


@pytest.mark.contract
def test_everybody_reads_the_rules_in_force_and_those_before(client):
    consent.publish("Aturan kedua.\n\n<b>Sopan</b> & jujur.")
    now, old, new = (client.get(f"/aturan-berkomentar/{end}") for end in ("", "1/", "2/"))

    assert [answer.status_code for answer in (now, old, new)] == [200, 200, 200]
    assert "Aturan kedua." in now.content.decode()
    assert "&lt;b&gt;Sopan&lt;/b&gt; &amp; jujur." in now.content.decode()
    assert "/aturan-berkomentar/1/" in {link["href"] for link in Page(now).all("a")}
    assert "Versi ini tidak berlaku lagi." in Page(old).one("main").text
    assert "Kolom komentar ini untuk semua warga." in old.content.decode()
    assert "public" in now["Cache-Control"]
    assert not now.cookies
    assert client.get("/aturan-berkomentar/3/").status_code == 404
    assert client.get(f"/aturan-berkomentar/{'9' * 40}/").status_code == 404


def test_new_version_touches_every_page_that_names_it():
    PageVersion.objects.filter(subject=NEWSROOM).delete()
    consent.publish("Aturan baru.")

    assert PageVersion.objects.get(subject=NEWSROOM).n == 1


def test_administrator_adds_a_version_and_changes_none(signed_in):
    desk = signed_in("Administrator")
    form = Page(desk.get("/admin/comments/terms/add/"))
    same = desk.post("/admin/comments/terms/add/", {"text": Terms.objects.get().text.replace("\n", "\r\n")})
    made = desk.post("/admin/comments/terms/add/", {"text": "Aturan baru.\r\n\r\nSopan."})
    version = Terms.objects.first()

    assert "Kolom komentar ini" in form.one("textarea").text
    assert "Teks ini sama dengan yang sudah berlaku." in same.content.decode()
    assert made.status_code == 302
    assert (version.version, version.text, version.made_by) == (2, "Aturan baru.\n\nSopan.", desk.user)
    assert desk.post(f"/admin/comments/terms/{version.pk}/change/", {"text": "Lain."}).status_code == 403
    assert desk.post(f"/admin/comments/terms/{version.pk}/delete/", {"post": "yes"}).status_code == 403
    assert desk.get(f"/admin/comments/terms/{version.pk}/change/").status_code == 200
    assert Terms.objects.count() == 2


@pytest.mark.parametrize("group", ["Penulis", "Redaktur", "Moderator", "Pimpinan"])
def test_nobody_else_writes_the_rules(signed_in, group):
    assert signed_in(group).post("/admin/comments/terms/add/", {"text": "Lain."}).status_code == 403
    assert Terms.objects.count() == 1


def test_story_asks_one_question_more_where_agreement_is_asked_for(
    client, article, django_assert_num_queries, django_assert_max_num_queries
):
    with django_assert_max_num_queries(8) as before:
        client.get(article.get_absolute_url())
    Newsroom.objects.update(asks_terms=True)
    with django_assert_num_queries(len(before) + 1):
        client.get(article.get_absolute_url())
    for number in range(5):
        consent.publish(f"Aturan {number}.")
    with django_assert_num_queries(len(before) + 1):
        client.get(article.get_absolute_url())


def test_agreement_is_no_sign_of_the_writer(asks, reader, article):
    reader.reply(article, terms="1")

    assert {field.name for field in Consent._meta.get_fields()} == {"id", "comment_id", "terms", "given_at"}
    assert Consent.objects.get().given_at <= timezone.now()
    assert Comment.objects.get().status == Status.PENDING
