"""More than a form can hold: answered with a page that says what to do, and never with the words thrown away."""

from urllib.parse import urlencode

import pytest
from django.conf import settings

from articles.models import Article
from tests.articles.test_story_form import ADD, errors, filled

FORM = "application/x-www-form-urlencoded"
PARTY = "🎉"


@pytest.fixture(params=[True, False], ids=["demo", "production"])
def either(request, settings):
    settings.DEBUG = request.param


def test_million_characters_of_four_bytes_are_answered_by_the_form(editor):
    answer = editor.post(ADD, urlencode(filled(body=PARTY * 1_000_001)), content_type=FORM)

    assert answer.status_code == 200
    assert "satu juta karakter" in errors(answer)[0]
    assert answer.content.decode().count(PARTY) == 1_000_001
    assert not Article.everything.exists()


def test_six_thousand_nested_tags_are_refused_with_the_words_kept(editor):
    answer = editor.post(ADD, filled(body="<blockquote>" * 6_000 + "kata penting"))

    assert errors(answer)
    assert "kata penting" in answer.content.decode()
    assert not Article.everything.exists()


@pytest.mark.usefixtures("either")
@pytest.mark.parametrize("is_signed_in", [True, False])
def test_more_than_may_be_sent_is_a_whole_page(editor, client, is_signed_in):
    who = editor if is_signed_in else client
    body = b"body=" + b"x" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE

    answer = who.post(ADD, body, content_type=FORM)

    page = answer.content.decode()
    assert answer.status_code == 413
    assert answer["Cache-Control"] == "no-store"
    assert "16 MB" in page
    assert "Tulisan Anda masih ada" in page


@pytest.mark.usefixtures("either")
def test_more_fields_than_a_form_has_are_a_whole_page(moderator):
    body = urlencode([("comment", n) for n in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)])
    answer = moderator.post("/admin/antrean/putuskan/", body, content_type=FORM)
    assert answer.status_code == 413
    assert "1000" in answer.content.decode()


def test_readers_do_not_send_more_than_before(client, article):
    body = b"body=" + b"x" * 2_000_000
    answer = client.post(f"{article.get_absolute_url()}tanggapan/", body, content_type=FORM)
    assert answer.status_code == 413
