"""Wrapped by the admin site, which asks for a sign-in first."""

from django.contrib import admin
from django.urls import path

from humas.desk.rekap import views

urlpatterns = [
    path("rekap/", admin.site.admin_view(views.recap), name="rekap"),
    path("rekap/bulanan/", admin.site.admin_view(views.monthly), name="rekap_month"),
    path("rekap/saya/", admin.site.admin_view(views.own), name="rekap_own"),
]
