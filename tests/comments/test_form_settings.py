"""What the newsroom and the reader's own mistakes change of the form."""

import pytest

from comments.models import Comment
from humas.base.models import Newsroom
from tests.comments.page import Page


def test_newsroom_that_asks_for_no_website_takes_none(reader, article):
    Newsroom.objects.update(asks_website=False)

    page = Page(reader.get(article.get_absolute_url()))
    response = reader.reply(article, website="https://judi.example")

    assert [each for each in page.elements if each.get("name") == "website"] == []
    assert response.status_code == 303
    assert Comment.objects.get().site == ""


def test_form_again_has_no_website_either(reader, article):
    Newsroom.objects.update(asks_website=False)

    page = Page(reader.reply(article, body="", website="bukan alamat"))

    assert page.error("body")
    assert [each for each in page.elements if each.get("name") == "website"] == []


@pytest.mark.parametrize(
    ("wrong", "focus"),
    [
        ({"body": "", "email": "ina"}, "body"),
        ({"email": "ina", "website": "bukan alamat"}, "email"),
        ({"token": "1.lama"}, "error-summary"),
        ({"parent": "999"}, "error-summary"),
    ],
)
def test_one_thing_has_the_focus_of_the_form_again(wrong, focus, reader, article):
    page = Page(reader.reply(article, **wrong))

    [focused] = [element for element in page.elements if "autofocus" in element]
    assert focused.get("name") or focused["class"] == focus
    assert focus in (focused.get("name"), focused.get("class"))


def test_every_description_of_a_field_is_there(reader, article):
    for response in (reader.get(article.get_absolute_url()), reader.reply(article, body="", name="", email="")):
        page = Page(response)
        form = page.one("form", id="balasan")
        described = [each["aria-describedby"] for each in page.elements if "aria-describedby" in each]
        assert described
        assert all(form in page.by_id(name).parents for each in described for name in each.split())


def test_phone_offers_the_key_that_leads_on(reader, article):
    page = Page(reader.get(article.get_absolute_url()))

    assert [page.field(name).get("enterkeyhint") for name in ("name", "email", "website")] == ["next", "next", "send"]
    assert [page.field(name)["autocapitalize"] for name in ("name", "email", "website")] == ["words", "off", "off"]
    assert "enterkeyhint" not in page.field("body")  # there the key begins a new line
