"""Wrapped by the admin site, which asks for a sign-in first."""

from django.contrib import admin
from django.urls import path

from comments.emergency import proof_views, views


def _signed_in(view):
    return admin.site.admin_view(view)


urlpatterns = [
    path("darurat/", _signed_in(views.emergency), name="emergency"),
    path("darurat/semua/", _signed_in(views.everything), name="emergency_all"),
    path("darurat/sebagian/", _signed_in(views.some), name="emergency_some"),
    path("darurat/<int:pk>/tampilkan/", _signed_in(views.lift), name="emergency_lift"),
    path("darurat/<int:pk>/bukti/", _signed_in(proof_views.proof), name="emergency_proof"),
    path("darurat/<int:pk>/surat/", _signed_in(proof_views.letter), name="emergency_letter"),
    path("darurat/<int:pk>/periksa/", _signed_in(proof_views.check), name="emergency_check"),
]
