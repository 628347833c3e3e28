from django.urls import path

from articles.photos import serve
from articles.site import views

urlpatterns = [
    path("", views.front, name="front"),
    path("berita/", views.article_list, name="article_list"),
    path("berita/<slug:slug>/", views.article, name="article"),
    path("media/foto/<int:pk>-<slug:check>.jpg", serve.photo, name="photo"),
]
