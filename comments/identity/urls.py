from django.urls import path

from comments.identity import confirm_views, views

urlpatterns = [
    # an address that is proven before a comment is read
    path("buktikan/<str:token>/", confirm_views.confirm, name="confirm"),
    path("tanggapan/<str:token>/buktikan/", confirm_views.ask_again, name="confirm_again"),
    # a reader who signs in
    path("berita/<slug:slug>/masuk/", views.sign_in, name="sign_in"),
    path("berita/<slug:slug>/masuk/terkirim/", views.link_sent, name="sign_in_sent"),
    path("tulis/<str:token>/", views.write, name="write"),
    path("tulis/<str:token>/<slug:slug>/", views.write, name="write_on"),
    path("keluar/", views.signed_out, name="signed_out"),
    path("keluar/<str:token>/", views.sign_out, name="sign_out"),
]
