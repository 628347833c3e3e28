"""Wrapped by the admin site, which asks for a sign-in first."""

from django.contrib import admin
from django.urls import path

from comments.queue import bulk_views, keys, search_views, views


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
]
