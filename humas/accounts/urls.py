from django.urls import path

from humas.accounts import views

urlpatterns = [path("masuk/<str:token>/", views.one_time_link, name="one_time_link")]
