"""What the newsroom tells the browser about words it keeps, and what a form costs on a slow line."""

import gzip
import re

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from articles.admin.kept import COOKIE, person_key
from articles.models import Article
from humas.base.delivery import DeliveryMiddleware
from tests.articles.factories import draft
from tests.articles.test_story_form import ADD, change, errors, filled


def number(user) -> str:
    return f"{person_key(user)}.{'a' * 32}"


def told(page) -> dict:
    script = re.search(r"<script [^>]*data-kept-form[^>]*>", page.content.decode())[0]
    return dict(re.findall(r'data-([\w-]+)="([^"]*)"', script))


def test_browser_is_told_once_the_words_are_saved(editor):
    answer = editor.post(ADD, filled(kept=number(editor.user)))
    cookie = answer.cookies[COOKIE]
    assert cookie.value == number(editor.user)
    assert (cookie["path"], cookie["samesite"], cookie["httponly"]) == ("/admin/", "Strict", "")
    story = Article.objects.get()
    assert COOKIE in editor.post(change(story), filled(kept=number(editor.user), slug=story.slug)).cookies


@pytest.mark.parametrize("what", [{"headline": ""}, {"kept": "bukan nomor"}, {"kept": ""}], ids=str)
def test_nothing_is_let_go_of_without_a_save(editor, what):
    answer = editor.post(ADD, filled(kept=number(editor.user)) | what)
    assert COOKIE not in answer.cookies


def test_story_that_is_not_there_any_more_confirms_nothing(editor):
    answer = editor.post("/admin/articles/article/999/change/", filled(kept=number(editor.user)))
    assert answer.status_code == 302
    assert COOKIE not in answer.cookies


def test_second_press_on_a_new_story_confirms_nothing(editor):
    once = "7d1f6a52-9d0f-4b6e-8f0e-0c8f4f3f9a11"
    editor.post(ADD, filled(once=once))
    answer = editor.post(ADD, filled(once=once, headline="Kata yang datang kemudian", kept=number(editor.user)))
    assert answer.status_code == 303
    assert COOKIE not in answer.cookies
    assert told(editor.get(answer["Location"]))["story-key"] == once


def test_refused_form_goes_on_keeping_the_same_words(editor, person):
    answer = editor.post(ADD, filled(headline="", kept=number(editor.user)))
    assert errors(answer)
    assert told(answer)["number"] == number(editor.user)
    somebody_elses = editor.post(ADD, filled(headline="", kept=number(person("Penulis"))))
    assert told(somebody_elses)["number"] == ""


def test_two_people_at_one_computer_have_different_keys(signed_in):
    one, other = signed_in("Penulis"), signed_in("Penulis")
    assert told(one.get(ADD))["person"] != told(other.get(ADD))["person"]
    assert told(one.get(ADD))["person"] == told(one.get(change(draft(author=one.user))))["person"]


def test_page_after_signing_out_says_whose_words_to_forget(editor):
    key = person_key(editor.user)
    assert f'data-signed-out="{key}"' in editor.post("/admin/logout/").content.decode()
    assert "data-signed-out" not in Client().get("/admin/login/").content.decode()


def test_words_of_scripts_are_fetched_once(editor):
    address = reverse("admin:jsi18n")
    assert f'src="{address}"' in editor.get(ADD).content.decode()
    answer = Client().get(address, headers={"accept-encoding": "gzip"})
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer["Content-Encoding"] == "gzip"
    assert "Cookie" not in answer["Vary"]
    assert "Tebal" in gzip.decompress(answer.content).decode()


def test_pages_of_the_desk_are_compressed_and_their_length_tells_nothing(editor):
    zipped = {"accept-encoding": "gzip, br"}
    answer = editor.get(ADD, headers=zipped)
    assert answer["Content-Encoding"] == "gzip"
    assert not answer.has_header("ETag")
    assert b'name="headline"' in gzip.decompress(answer.content)
    assert not editor.get(ADD).has_header("Content-Encoding")

    same = DeliveryMiddleware(lambda request: HttpResponse("rahasia " * 200))
    request = RequestFactory().get("/admin/", headers=zipped)
    assert len({len(same(request).content) for _n in range(12)}) > 1


@pytest.mark.parametrize("is_demo", [True, False])
def test_story_form_asks_for_nothing_it_does_not_use(editor, settings, is_demo):
    settings.DEBUG = is_demo
    page = editor.get(ADD).content.decode()
    for unused in ("xregexp", "urlify", "prepopulate.js", "material-icons", "jquery.js", "select2.full.js"):
        assert unused not in page
    category = editor.get("/admin/articles/category/add/").content.decode()
    assert "urlify" in category  # where a slug is written while one types
