from django.urls import path

from comments.mail import deciding, views

urlpatterns = [
    path("moderasi/<str:token>/", deciding.decide, name="mail_decide"),
    path("berhenti/<str:token>/", views.stop, name="mail_stop"),
    path("tanggapan/<str:token>/kabar/", views.on_receipt, name="receipt_mail"),
]
