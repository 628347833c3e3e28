import re

from humas.base import pages
from humas.base.models import PageVersion
from tests.articles.factories import published_article
from tests.comments.factories import comment


def test_administrator_changes_name_and_place_at_an_address_people_can_say(signed_in, client):
    admin = signed_in("Administrator")
    before = PageVersion.objects.get(subject=pages.NEWSROOM).n
    answer = admin.post(
        "/admin/redaksi/",
        {"name": "Humas Uji", "place": "Pulau Uji", "label_style": "bagian_arabic"},
    )
    assert answer["Location"] == "/admin/redaksi/"
    assert "Humas Uji" in client.get("/").content.decode()
    assert PageVersion.objects.get(subject=pages.NEWSROOM).n == before + 1


def test_heads_read_the_newsroom_but_do_not_change_it(signed_in):
    head = signed_in("Pimpinan")
    assert head.get("/admin/redaksi/").status_code == 200
    assert head.post("/admin/redaksi/", {"name": "Lain"}).status_code == 403


def test_row_is_neither_added_nor_deleted(signed_in):
    admin = signed_in("Administrator")
    assert admin.get("/admin/base/newsroom/").status_code == 303
    assert admin.get("/admin/base/newsroom/add/").status_code == 403
    assert admin.post("/admin/base/newsroom/1/delete/", {"post": "yes"}).status_code == 403


def test_desk_says_how_many_comments_wait(moderator):
    story = published_article()
    for _n in range(3):
        comment(story)
    page = moderator.get("/admin/").content.decode()
    assert re.search(r'<a href="/admin/antrean/"><span class="desk-number">3</span>', page)


def test_form_without_its_session_is_answered_in_our_words(client, db):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/admin/login/", {"username": "x", "password": "y"})
    assert answer.status_code == 403
    assert '<html lang="id"' in answer.content.decode()


def test_new_story_starts_with_what_the_newsroom_usually_writes(signed_in, editor):
    from articles.models import Category

    news = Category.objects.create(name="Umum", slug="umum", is_default=True)
    usual = {"name": "Humas", "place": "", "dateline": "Ba'a", "credit": "Humas Uji", "label_style": "bagian_arabic"}
    signed_in("Administrator").post("/admin/redaksi/", usual)

    page = editor.get("/admin/articles/article/add/").content.decode()

    assert 'value="Ba&#x27;a"' in page
    assert 'value="Humas Uji"' in page
    assert f'<option value="{news.pk}" selected>' in page
