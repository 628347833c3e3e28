from django.urls import path

from comments.reply import views

urlpatterns = [
    path("berita/<slug:slug>/tanggapan/", views.reply, name="reply"),
    # Without its last slash too: a redirect would lose the words.
    path("berita/<slug:slug>/tanggapan", views.reply),
]
