"""The desk: Django's admin, with what a newsroom needs first on its first page."""

from django.contrib import admin
from django.urls import include, path
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from humas.desk import catalogue, sitting


class HumasAdminSite(admin.AdminSite):
    site_header = "Humas"
    site_title = "Humas"
    index_title = _("Desk")
    enable_nav_sidebar = False

    def get_urls(self):
        from articles.admin.paste import paste
        from articles.photos.serve import photo_at_desk
        from humas.desk.account import account
        from humas.desk.discussion import diskusi
        from humas.desk.newsroom import redaksi
        from humas.desk.page.away import block
        from humas.desk.page.health import letters_again
        from humas.desk.start import start

        # Django's shortcut from an object to its page would tell addresses of drafts to anybody signed in.
        left_out = {"view_on_site", "jsi18n"}
        return [
            path("", include("comments.queue.urls")),
            path("", include("comments.emergency.urls")),
            path("", include("humas.desk.rekap.urls")),
            path("impor/", self.admin_view(paste), name="paste"),
            path("redaksi/", self.admin_view(redaksi), name="redaksi"),
            path("akun/", self.admin_view(account), name="account"),
            path("email/coba-lagi/", self.admin_view(letters_again), name="letters_again"),
            path("diskusi/", self.admin_view(diskusi), name="diskusi"),
            path("blok/", self.admin_view(block), name="desk_block"),
            path("mulai/", self.admin_view(start), name="start"),
            path("foto/<int:pk>/<int:width>/", self.admin_view(photo_at_desk), name="photo_at_desk"),
            path("masih/", sitting.still_here, name="still_here"),
            catalogue.pattern(),
            *(pattern for pattern in super().get_urls() if getattr(pattern, "name", None) not in left_out),
        ]

    def each_context(self, request):
        """What every page of the desk knows; `all_hidden` is asked for by those who may show comments again."""
        from comments import hiding
        from humas.base import mail

        more = {"mails_moderators": mail.is_on(), "all_hidden": SimpleLazyObject(hiding.of_all)}
        return {**super().each_context(request), **more}

    def login(self, request, extra_context=None):
        response = super().login(request, extra_context)
        if request.method == "POST" and response.status_code == 302:
            sitting.begin(request.session)
        return response

    def logout(self, request, extra_context=None):
        """The page after it lets this browser forget what it kept of this person's words."""
        from articles.admin.kept import person_key

        person = person_key(request.user) if request.user.is_authenticated else ""
        return super().logout(request, {"signed_out": person, **(extra_context or {})})

    def index(self, request, extra_context=None):
        from humas.desk.page import view

        return super().index(request, {**view.context(request), **(extra_context or {})})
