from django.urls import path

from comments import feeds, permalinks

urlpatterns = [
    path("berita/<slug:slug>/feed/", feeds.of_story, name="comment_feed_of_story"),
    path("komentar/feed/", feeds.newest, name="comment_feed"),
    path("komentar/<int:pk>/", permalinks.comment, name="comment"),
]
