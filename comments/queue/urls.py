"""Wrapped by the admin site, which asks for a sign-in first."""

from django.contrib import admin
from django.urls import path

from comments.queue import (
    answer_views,
    bulk_views,
    comment_views,
    forward_views,
    keys,
    note_views,
    redaction_views,
    search_views,
    views,
    writer_views,
)


def _signed_in(view):
    return admin.site.admin_view(view)


urlpatterns = [
    path("antrean/", _signed_in(views.queue), name="queue"),
    path("antrean/putuskan/", _signed_in(views.decide), name="queue_decide"),
    path("antrean/urungkan/", _signed_in(views.undo), name="queue_undo"),
    path("antrean/email/", _signed_in(views.email), name="queue_email"),
    path("antrean/pintasan/", _signed_in(keys.switch), name="queue_keys"),
    path("antrean/semua/", _signed_in(bulk_views.everything), name="queue_everything"),
    path("antrean/cari/", _signed_in(search_views.search), name="queue_search"),
    path("antrean/diteruskan/", _signed_in(forward_views.waited_for), name="queue_forwarded"),
    path("antrean/penulis/", _signed_in(writer_views.writer), name="queue_writer"),
    path("antrean/berita/<int:pk>/", _signed_in(comment_views.story), name="queue_story"),
    path("antrean/<int:pk>/", _signed_in(comment_views.comment), name="queue_comment"),
    path("antrean/<int:pk>/jawab/", _signed_in(answer_views.answer), name="queue_answer"),
    path("antrean/<int:pk>/teruskan/", _signed_in(forward_views.forward), name="queue_forward"),
    path(
        "antrean/<int:pk>/teruskan/<int:number>/cetak/",
        _signed_in(forward_views.on_paper),
        name="queue_forward_paper",
    ),
    path("antrean/<int:pk>/sunting/", _signed_in(redaction_views.redact), name="queue_redact"),
    path("antrean/<int:pk>/catatan/", _signed_in(note_views.add), name="queue_note"),
]
