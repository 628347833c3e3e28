"""Notes between moderators: on the desk, and nowhere a reader looks."""

import pytest
from django.contrib.auth.context_processors import PermWrapper
from django.template import Context, Template

from comments.models import Comment, Note, Status
from comments.queue.rows import with_more
from tests.comments.factories import comment
from tests.comments.page import Page

NOTE = "Penulis ini saudara kepala dinas, hati-hati."


@pytest.fixture
def shown(article):
    return comment(article, status=Status.APPROVED)


def leave(client, made, text=NOTE):
    return client.post(f"/admin/antrean/{made.pk}/catatan/", {"text": text, "tampilan": "tayang"})


def test_note_is_kept_with_who_wrote_it_and_leads_back_to_the_comment(shown, moderator):
    response = leave(moderator, shown)

    note = Note.objects.get()
    assert (note.text, note.by, note.comment_id) == (NOTE, moderator.user, shown.pk)
    assert response.status_code == 303
    assert response["Location"] == f"/admin/antrean/?tampilan=tayang&komentar={shown.pk}"


def test_note_is_on_no_page_of_a_reader(shown, article, moderator, reader):
    leave(moderator, shown)
    here = article.get_absolute_url()

    feeds = (f"{here}feed/", "/komentar/feed/")
    for place in (here, f"{here}?balas={shown.pk}", *feeds, "/", f"/tanggapan/{shown.plain_receipt}/"):
        response = reader.get(place)
        assert response.status_code == 200
        assert "saudara kepala" not in response.content.decode() + str(response.headers)


@pytest.mark.parametrize("text", ["", "   ", "z" * 1001])
def test_note_that_is_none_is_refused_with_its_words(shown, moderator, text):
    response = leave(moderator, shown, text)

    assert response.status_code == 422
    assert Page(response).by_id("catatan").text == text.strip()
    assert not Note.objects.exists()


def test_same_note_pressed_twice_is_one(shown, moderator):
    leave(moderator, shown)
    leave(moderator, shown)
    assert Note.objects.count() == 1


def test_note_about_what_was_erased_is_kept_for_its_writer(moderator, db):
    response = moderator.post("/admin/antrean/4711/catatan/", {"text": NOTE})

    assert response.status_code == 404
    assert NOTE in response.content.decode()


def test_opened_comment_shows_notes_to_moderators_alone(shown, moderator, signed_in, rf):
    leave(moderator, shown)

    def opened(user):
        request = rf.get("/admin/antrean/")
        request.user = user
        template = Template('{% include "admin/antrean/_more.html" %}')
        return template.render(
            Context(
                {
                    "comment": with_more(Comment.objects.all()).get(pk=shown.pk),
                    "request": request,
                    "perms": PermWrapper(user),
                }
            )
        )

    assert NOTE in opened(moderator.user)
    assert "jawab/" in opened(moderator.user)
    head = opened(signed_in("Pimpinan").user)
    assert NOTE not in head
    assert "jawab/" not in head


def test_place_in_the_queue_is_kept_and_nothing_else_is_carried_along(shown, moderator):
    sent = {"text": NOTE, "kembali": "?tampilan=spam&berita=7&setelah=x9&batch=1&next=//jahat.id"}

    response = moderator.post(f"/admin/antrean/{shown.pk}/catatan/", sent)
    page = moderator.get(
        f"/admin/antrean/{shown.pk}/jawab/?kembali=tampilan%3Dspam%26cari%3D%22%3E%3Cb%3E"
    ).content.decode()

    assert response["Location"] == f"/admin/antrean/?tampilan=spam&berita=7&setelah=x9&komentar={shown.pk}"
    assert f"?tampilan=spam&amp;cari=%22%3E%3Cb%3E&amp;komentar={shown.pk}" in page
