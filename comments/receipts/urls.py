from django.urls import path

from comments.receipts import views

urlpatterns = [
    path("tanggapan/<str:token>/", views.receipt, name="receipt"),
    path("tanggapan/<str:token>/ubah/", views.edit, name="receipt_edit"),
    path("tanggapan/<str:token>/tarik/", views.withdraw, name="receipt_withdraw"),
    # Without their last slash too: a redirect would lose the words.
    path("tanggapan/<str:token>/ubah", views.edit),
    path("tanggapan/<str:token>/tarik", views.withdraw),
]
