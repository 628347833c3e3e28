from django.urls import path

from comments.reply import views

urlpatterns = [
    path("berita/<slug:slug>/tanggapan/", views.reply, name="reply"),
    path("tanggapan/<str:token>/", views.receipt, name="receipt"),
]
