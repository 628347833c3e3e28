"""Seeing a revision as readers would: on a phone, on a screen, and by a link for somebody without an account."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from articles import preview
from articles.models import Article, Revision
from articles.photos.renditions import WIDEST
from articles.site.preview import shown
from humas.base.http import private

PHONE, SCREEN = "hp", "layar"


class Previews:
    """For the ModelAdmin of stories: previews of any revision."""

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/pratinjau/", view(require_safe(self.preview)), name="articles_article_preview"),
            path(
                "<int:pk>/pratinjau/<int:number>/",
                xframe_options_sameorigin(view(require_safe(self.preview_page))),
                name="articles_article_preview_page",
            ),
            *super().get_urls(),
        ]

    def preview(self, request, pk):
        """The frame around a revision (`?revisi=`, else the newest) in the width of a phone or of a screen."""
        story = self._to_preview(request, pk)
        asked = request.GET.get("revisi", "")
        revisions = Revision.objects.filter(article=story).for_list()
        is_number = asked.isascii() and asked.isdigit() and len(asked) < 10
        which = {"number": int(asked) if is_number else 0} if asked else {"pk": story.head_id}
        revision = get_object_or_404(revisions, **which)
        address, until = preview.link(revision) if preview.may_be_linked(story) else ("", None)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Preview"),
            "opts": self.opts,
            "original": story,
            "revision": revision,
            "older": revisions.filter(number__lt=revision.number).first(),
            "newer": revisions.filter(number__gt=revision.number).last(),
            "width": PHONE if request.GET.get("lebar") == PHONE else SCREEN,
            "address": address,
            "until": until,
        }
        return render(request, "admin/articles/preview.html", context)

    def preview_page(self, request, pk, number):
        """What stands inside the frame; only a page of ours may frame it."""
        story = self._to_preview(request, pk)
        revision = get_object_or_404(Revision, article=story, number=number)

        def address_of(photo):
            return reverse("admin:photo_at_desk", kwargs={"pk": photo.pk, "width": WIDEST})

        return private(shown(request, revision, address_of, is_framed=True))

    def _to_preview(self, request, pk) -> Article:
        story = get_object_or_404(Article.everything, pk=pk)
        if not self.has_view_permission(request, story):
            raise PermissionDenied
        return story
