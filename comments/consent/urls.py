from django.urls import path

from comments.consent import views

urlpatterns = [
    path("aturan-berkomentar/", views.terms, name="terms"),
    path("aturan-berkomentar/<int:version>/", views.terms, name="terms_version"),
]
