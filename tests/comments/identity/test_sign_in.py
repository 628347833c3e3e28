"""Readers who sign in: a link by mail to a page of their own, where name and address are fixed."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from comments.identity import signing_in
from comments.models import Comment, Reader, ReaderLink, Status
from humas.base.digests import of_email
from humas.base.models import Letter
from tests.articles.factories import published_article
from tests.comments.factories import comment
from tests.comments.identity.conftest import link_in
from tests.comments.page import Page, whole_page

ADDRESS = "Yuliana.8820@contoh.id"
OURS = {"sec-fetch-site": "same-origin"}


def way_in(article):
    return f"{article.get_absolute_url()}masuk/"


def form_token(response):
    return re.search(r'name="token" value="([^"]+)"', response.content.decode())[1]


@pytest.fixture
def ask(wants, reader, article):
    """ask(email=…) → the answer to the form that asks for a link."""
    wants("sign_in")

    def post(headers=OURS, **fields):
        page = reader.get(way_in(article))
        data = {"name": "Yuliana Ndun", "email": ADDRESS, "token": form_token(page), "ruas_kosong": ""} | fields
        return reader.post(way_in(article), data, headers=headers)

    return post


@pytest.fixture
def own(ask, letters):
    """The address of a reader's own page."""
    (letter,) = letters(ask)
    return link_in(letter, "tulis")


@pytest.fixture
def write(reader, letters):
    """write(own, body=…) → the answer to the form on a reader's own page."""

    def post(own, headers=OURS, **fields):
        data = {"token": form_token(reader.get(own)), "body": "Jalannya rusak.", "t": "30"} | fields
        return reader.post(own, data, headers=headers)

    return post


@pytest.mark.contract
@pytest.mark.wordpress("2a Registration required")
def test_public_address_refuses_kindly_and_shows_the_way_in(wants, reader, article):
    wants("sign_in")
    page = whole_page(reader.reply(article, body="Kata yang tidak boleh hilang.", token="x"))
    answer = reader.reply(article, token="x")

    assert answer.status_code == 403
    assert "Kata yang tidak boleh hilang." in page.one("textarea").text
    assert way_in(article) in {link["href"] for link in page.all("a")}
    assert Comment.objects.count() == 0


def test_story_shows_the_way_in_instead_of_the_form(wants, reader, article):
    wants("sign_in")
    answer = reader.get(article.get_absolute_url())
    page = Page(answer)

    assert page.by_id("balasan").tag == "div"
    assert page.all("textarea") == []
    assert page.one("h2", **{"class": "reply-title"}).text == "Tinggalkan Balasan"
    assert page.one("a", href=way_in(article)).text == "Masuk untuk menulis"
    assert not answer.cookies


@pytest.mark.wordpress("2a Logged-in user")
def test_reader_signs_in_and_writes(ask, letters, write, reader, article, moderator):
    (letter,) = letters(ask)
    own = link_in(letter, "tulis")
    page = whole_page(reader.get(own))

    assert letter.to == [ADDRESS]
    assert "Yuliana" not in letter.subject + letter.body
    assert page.one("h1").text == "Selamat datang, Yuliana Ndun"
    assert ADDRESS not in page.html
    answer = write(own, name="Orang Lain", email="lain@contoh.id")
    written = Comment.objects.get()
    assert (answer.status_code, written.receipt_token in answer["Location"]) == (303, True)
    assert (written.name, written.email, written.status) == ("Yuliana Ndun", ADDRESS, Status.PENDING)
    assert written.confirmed_at == written.created_at
    assert "alamat dibuktikan" in moderator.get("/admin/antrean/").content.decode()
    assert not [letter for letter in Letter.objects.all() if letter.kind == "confirm"]


def test_only_a_comment_sent_proves_the_address(own, reader, write):
    reader.get(own)
    reader.head(own)
    before = Reader.objects.get()
    write(own, body="")
    refused = Reader.objects.get()
    write(own)
    after = Reader.objects.get()

    assert (before.confirmed_at, before.name, refused.confirmed_at) == (None, "", None)
    assert after.confirmed_at
    assert after.name == "Yuliana Ndun"


def test_answer_is_the_same_whether_an_address_is_known(ask, letters, write):
    (letter,) = letters(ask)
    known = letters.answer
    write(link_in(letter, "tulis"))
    answers = [
        ask(),
        ask(email="baru@contoh.id"),
        *(ask() for _ in range(6)),
        ask(ruas_kosong="x", email="z@contoh.id"),
    ]

    assert {(answer.status_code, answer["Location"]) for answer in answers} == {(303, known["Location"])}
    assert Letter.objects.filter(about=f"reader:{Reader.objects.get(email_digest=of_email(ADDRESS)).pk}").count() == 5
    assert not Reader.objects.filter(email_digest=of_email("z@contoh.id")).exists()


def test_stranger_neither_renames_nor_signs_out_a_reader(own, ask, write, reader):
    write(own)
    ask(name="Si Pembohong")

    assert Reader.objects.get().name == "Yuliana Ndun"
    assert Page(reader.get(own)).one("h1").text == "Selamat datang, Yuliana Ndun"


def test_own_page_answers_a_comment_and_writes_on_another_story(own, reader, write, article):
    parent = comment(article, status=Status.APPROVED, name="Melki")
    other = published_article(headline="Pasar Baru")
    page = whole_page(reader.get(f"{own}?balas={parent.pk}"))
    write(own, parent=str(parent.pk))
    write(f"{own}{other.slug}/", body="Yang kedua.")

    assert "Melki" in page.one("p", **{"class": "reply-to"}).text
    assert page.value("parent") == str(parent.pk)
    assert f"{own}{other.slug}/" in {link["href"] for link in page.all("a")}
    assert Comment.objects.get(body="Jalannya rusak.").parent == parent
    assert Comment.objects.get(body="Yang kedua.").article == other


def test_refused_words_are_kept_on_the_own_page(own, write):
    page = whole_page(write(own, token="lama", body="Kata-kata saya."))

    assert page.value("body") == "Kata-kata saya."
    assert page.one("form", id="balasan")["action"] == own
    assert Comment.objects.count() == 0


def test_own_page_refuses_what_comes_from_another_site(own, write):
    assert write(own, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert Comment.objects.count() == 0
    assert Reader.objects.get().confirmed_at is None


def test_signing_out_ends_the_link(own, reader, write):
    out = own.replace("/tulis/", "/keluar/")
    assert reader.get(out).status_code == 405
    assert reader.post(out, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    page = whole_page(reader.post(out, headers=OURS, follow=True))
    answer = reader.post(own, {"body": "Terlambat."}, headers=OURS)

    assert page.one("h1").text == "Anda sudah keluar"
    assert [reader.get(own).status_code, answer.status_code] == [404, 404]
    assert reader.post(out, headers=OURS).status_code == 303


def test_link_lives_seven_days_longer_with_every_comment_and_thirty_in_all(own, reader, write, monkeypatch, settings):
    begun, settings.REPLY_LIMIT_WRITER = timezone.now(), None
    answers = []
    for day in (6, 12, 18, 24, 29.9):
        monkeypatch.setattr(timezone, "now", lambda day=day: begun + timedelta(days=day))
        answers.append(write(own, body=f"Hari ke-{day}").status_code)
    monkeypatch.setattr(timezone, "now", lambda: begun + timedelta(days=30, seconds=1))

    assert answers == [303] * 5
    assert reader.get(own).status_code == 404


def test_unused_link_ends_after_seven_days(own, reader, monkeypatch):
    moment = timezone.now() + timedelta(days=7)
    monkeypatch.setattr(timezone, "now", lambda: moment)

    assert whole_page(reader.get(own)).one("h1").text == "Tautan ini tidak berlaku lagi"


@pytest.mark.parametrize("token", ["x", "A" * 3000, "é", "%00"])
def test_unknown_link_is_nothing(own, reader, token):
    assert reader.get(f"/tulis/{token}/").status_code == 404


def test_address_lies_encrypted_and_the_link_as_a_digest(own):
    row, link = Reader.objects.filter(email_digest=of_email(ADDRESS)).values().get(), ReaderLink.objects.get()
    token = own.split("/")[2]

    assert row["email"] == ADDRESS
    assert token not in str(vars(link))
    assert link.token_digest == signing_in.token_digest(token)


@pytest.mark.parametrize(
    ("fields", "beside"),
    [({"name": " "}, "name"), ({"email": "ina"}, "email"), ({"email": "a@b.id\r\nBcc: x@y.id"}, "email"),
     ({"name": "N" * 246}, "name"), ({"email": "a\0@contoh.id"}, "email")],
)  # fmt: skip
def test_form_that_cannot_be_sent_keeps_every_word(ask, fields, beside):
    page = whole_page(ask(**fields))

    control = page.by_id(f"masuk-{beside}")
    assert control["aria-invalid"] == "true"
    assert page.by_id("masuk-name")["value"].strip() == fields.get("name", "Yuliana Ndun").strip()
    assert ReaderLink.objects.count() == 0


def test_old_or_foreign_form_is_asked_for_again(ask):
    assert ask(token="1.x").status_code == 422
    assert ask(headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert ReaderLink.objects.count() == 0


def test_network_asks_for_thirty_links_an_hour(ask, monkeypatch):
    monkeypatch.setattr(signing_in, "NETWORK_LIMIT", (timedelta(hours=1), 2))
    answers = [ask(email=f"warga{number}@contoh.id") for number in range(3)]

    assert [answer.status_code for answer in answers] == [303, 303, 429]
    assert 3500 < int(answers[2]["Retry-After"]) <= 3601
    assert Page(answers[2]).by_id("masuk-email")["value"] == "warga2@contoh.id"


def test_unused_readers_and_ended_links_are_found_for_erasing(own, write, ask):
    write(own)
    ask(email="belum@contoh.id")
    now = timezone.now()

    def found(**span):
        moment = now + timedelta(**span)
        return [reader.email for reader in signing_in.unused(moment, 365).order_by("pk")], signing_in.ended(
            moment
        ).count()

    assert found(days=1) == ([], 0)
    assert found(days=8) == (["belum@contoh.id"], 2)
    assert found(days=366) == ([ADDRESS, "belum@contoh.id"], 2)


def test_closed_and_missing_stories_have_no_way_in(wants, reader):
    wants("sign_in")
    closed = published_article(is_open_to_comments=False)

    assert reader.get(way_in(closed)).status_code == 403
    assert "masuk/" not in reader.get(closed.get_absolute_url()).content.decode()
    assert reader.get("/berita/tidak-ada/masuk/").status_code == 404
    assert reader.get("/berita/tidak-ada/masuk/terkirim/").status_code == 404
