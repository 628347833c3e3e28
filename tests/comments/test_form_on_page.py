"""CONTRACT §4: the reply form on a story's page, by the names that clients rely on."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from comments.models import Status
from humas.base.models import Newsroom
from tests.articles.factories import published_article
from tests.comments.factories import comment
from tests.comments.page import Page

pytestmark = pytest.mark.contract


@pytest.fixture
def page(reader, article):
    return Page(reader.get(article.get_absolute_url()))


def test_story_invites_to_reply(page):
    form = page.one("form", id="balasan")
    heading = page.one("h2", **{"class": "reply-title"})
    note = page.one("p", **{"class": "reply-note"})

    assert heading.text == "Tinggalkan Balasan"
    assert note.text == "Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *"
    assert heading.parents[-1] in form.parents
    assert note.parents[-1] in form.parents


@pytest.mark.wordpress("2a `novalidate`")
def test_form_posts_to_the_storys_own_address_with_native_checks(page, article):
    form = page.one("form", id="balasan")

    assert form["method"] == "post"
    assert form["action"] == f"{article.get_absolute_url()}tanggapan/"
    assert "novalidate" not in form
    assert form.get("enctype", "application/x-www-form-urlencoded") == "application/x-www-form-urlencoded"
    assert page.one("button", type="submit").text == "Kirim Komentar"


@pytest.mark.parametrize(
    ("name", "label", "tag", "longest", "is_required"),
    [
        ("body", "Komentar *", "textarea", "65525", True),
        ("name", "Nama *", "input", "245", True),
        ("email", "Email *", "input", "100", True),
        ("website", "Situs Web", "input", "200", False),
    ],
)
@pytest.mark.wordpress("2a Field order")
def test_field_says_what_it_wants(page, name, label, tag, longest, is_required):
    control = page.field(name)

    assert control.tag == tag
    assert page.label(name) == label
    assert control["maxlength"] == longest
    assert ("required" in control) is is_required
    assert "aria-invalid" not in control
    assert page.value(name) == ""


def test_phone_is_told_which_keyboard_and_which_words_to_offer(page):
    assert page.field("email")["type"] == "email"
    assert page.field("website")["inputmode"] == "url"
    assert page.field("website")["type"] == "text"  # a native check for an address would insist on its scheme
    assert page.field("name")["autocomplete"] == "name"
    assert page.field("email")["autocomplete"] == "email"


@pytest.mark.parametrize("name", ["parent", "token", "t"])
@pytest.mark.wordpress("2a Fields and limits in HTML")
def test_client_can_copy_the_hidden_fields(page, name):
    assert page.field(name)["type"] == "hidden"


def test_token_is_there_and_the_rest_is_empty(page):
    assert page.value("token")
    assert page.value("parent") == page.value("t") == ""


def test_trap_is_hidden_by_the_stylesheet_alone(page):
    trap = page.field("ruas_kosong")
    sheets = [link["href"].removeprefix("/static/") for link in page.all("link", rel="stylesheet")]
    css = "".join(Path(finders.find(sheet)).read_text() for sheet in sheets)
    hider = trap.parents[-1]["class"]

    assert page.label("ruas_kosong") == "Biarkan kosong"
    assert trap["type"] == "text"
    assert trap["autocomplete"] == "off"
    assert trap["tabindex"] == "-1"
    assert "required" not in trap
    assert not {"style", "hidden", "aria-hidden"} & {*trap.attributes, *trap.parents[-1].attributes}
    assert re.search(rf"\.{hider}\s*{{[^}}]*display:\s*none", css)


def test_approved_replies_can_be_pointed_at(reader, article):
    first = comment(article, status=Status.APPROVED)
    answer = comment(article, status=Status.APPROVED, parent=first)
    hidden = [comment(article, status=status) for status in Status if status not in ("approved", "unconfirmed")]

    page = Page(reader.get(article.get_absolute_url()))

    assert first.body in page.by_id(f"komentar-{first.pk}").text
    assert answer.body in page.by_id(f"komentar-{answer.pk}").text
    assert not [each for each in hidden if f"komentar-{each.pk}" in page.html or each.body in page.html]


def test_page_that_answers_a_reply_carries_its_number(reader, article):
    first = comment(article, status=Status.APPROVED)
    link = Page(reader.get(article.get_absolute_url())).by_id(f"komentar-{first.pk}")

    page = Page(reader.get(f"{article.get_absolute_url()}?balas={first.pk}"))

    assert f'href="?balas={first.pk}#balasan"' in page.html
    assert page.value("parent") == str(first.pk)
    assert first.name in page.one("p", **{"class": "reply-to"}).text
    assert first.name in link.text


@pytest.mark.parametrize("who", ["pending", "answer", "elsewhere"])
def test_page_offers_no_answer_to_what_cannot_be_answered(reader, article, who):
    Newsroom.objects.update_or_create(pk=1, defaults={"thread_depth": 2})
    top = comment(article, status=Status.APPROVED)
    number = {
        "pending": lambda: comment(article).pk,
        "answer": lambda: comment(article, status=Status.APPROVED, parent=top).pk,
        "elsewhere": lambda: comment(published_article(), status=Status.APPROVED).pk,
    }[who]()

    page = Page(reader.get(f"{article.get_absolute_url()}?balas={number}"))

    assert page.value("parent") == ""
    assert page.all("p", **{"class": "reply-to"}) == []


def test_closed_story_shows_no_form(reader, article):
    article.is_open_to_comments = False
    article.save()

    page = Page(reader.get(article.get_absolute_url()))

    assert page.all("form") == []
    assert page.one("p", **{"class": "comments-closed"}).text


def test_closed_newsroom_shows_no_form(reader, article):
    Newsroom.objects.update(is_open_to_comments=False)

    assert Page(reader.get(article.get_absolute_url())).all("form") == []


def test_names_and_words_of_readers_are_words(reader, article):
    comment(article, status=Status.APPROVED, name="<b>Ina</b> & 'Ani'", body="<script>alert(1)</script>")

    page = Page(reader.get(article.get_absolute_url()))

    assert page.one("p", **{"class": "comment-name"}).text == "<b>Ina</b> & 'Ani'"
    assert "<script>alert(1)</script>" in page.one("div", **{"class": "comment-body"}).text
    assert "<b>Ina" not in page.html
