from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("articles.urls")),
    path("", include("comments.urls")),
    path("", include("comments.mail.urls")),
    path("", include("comments.reply.urls")),
    path("", include("comments.receipts.urls")),
    path("", include("comments.identity.urls")),
    path("", include("comments.consent.urls")),
    path("", include("humas.accounts.urls")),
    path("admin/", admin.site.urls),
]

handler400 = "humas.operations.errors.bad_request"
handler403 = "humas.operations.errors.forbidden"
handler404 = "humas.base.errors.not_found"
handler500 = "humas.operations.errors.broken"
