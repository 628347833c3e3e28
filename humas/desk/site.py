"""The desk: Django's admin, with what a newsroom needs first on its first page."""

from django.contrib import admin, messages
from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from django.views.i18n import JavaScriptCatalog


class HumasAdminSite(admin.AdminSite):
    site_header = "Humas"
    site_title = "Humas"
    index_title = _("Desk")
    enable_nav_sidebar = False

    def get_urls(self):
        from articles.admin.paste import paste
        from articles.photos.serve import photo_at_desk
        from humas.desk.newsroom import redaksi
        from humas.desk.start import start

        django_urls = super().get_urls()
        return [
            path("", include("comments.queue.urls")),
            path("impor/", self.admin_view(paste), name="paste"),
            path("redaksi/", self.admin_view(redaksi), name="redaksi"),
            path("mulai/", self.admin_view(start), name="start"),
            path("foto/<int:pk>/<int:width>/", self.admin_view(photo_at_desk), name="photo_at_desk"),
            # Django's shortcut from an object to its page would tell addresses of drafts to anybody signed in.
            *(pattern for pattern in django_urls if getattr(pattern, "name", None) != "view_on_site"),
        ]

    def index(self, request, extra_context=None):
        from comments.queue.filters import waiting_count

        may_read = request.user.has_perm("comments.view_comment")
        waiting = waiting_count() if may_read else None
        _warn_of_one_administrator(request)
        return super().index(request, {"waiting": waiting, "may_read_comments": may_read, **(extra_context or {})})

    def i18n_javascript(self, request, extra_context=None):
        """All catalogues, ours and the editor's included, not only the admin's."""
        return JavaScriptCatalog.as_view()(request)


def _warn_of_one_administrator(request):
    """If the only one falls ill, nobody can let anybody in."""
    from humas.accounts.groups import ADMINISTRATORS
    from humas.accounts.models import User

    if request.user.has_perm("accounts.add_user"):
        count = User.objects.filter(groups__name=ADMINISTRATORS, is_active=True).count()
        if count < 2:
            messages.warning(
                request, _("There is only one administrator. Make a second one, for the day the first is away.")
            )
