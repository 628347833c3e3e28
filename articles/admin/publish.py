"""Publishing from the desk: what the buttons of the story form and the screens behind them do."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from articles import checked, publishing
from articles.admin import choice, publish_screen, published
from articles.models import Article, Status
from humas.base.http import see_other
from humas.base.times import short_time


class Publishes:
    """For the ModelAdmin of stories: the way from "Publish" to *Sudah terbit*."""

    def get_urls(self):
        def room(address, view, name, allowed):
            return path(f"<int:pk>/{address}/", self.admin_site.admin_view(allowed(partial(view, self))), name=name)

        acts = require_http_methods(["GET", "HEAD", "POST"])
        return [
            room("urutan", choice.choose, "articles_article_order", acts),
            room("terbitkan", publish_screen.ask, "articles_article_publish", acts),
            room("terbit", published.show, "articles_article_published", require_safe),
            room("siaran", published.download, "articles_article_release", require_safe),
            room("cetak", published.on_paper, "articles_article_print", require_safe),
            *super().get_urls(),
        ]

    def ask_to_publish(self, request, article, at) -> str:
        """After "Publish" in the form, which has saved: the address of the screen that shows what would go out."""
        if article.status in (Status.DRAFT, Status.IN_REVIEW):
            publishing.plan(article, at)
        query = {publish_screen.HOUR: at.isoformat()} if at and article.is_under_embargo else {}
        return publish_screen.address(article, **query)

    def publish(self, request, article, at, *, base=None, reason="") -> str:
        """
        Publish, or wait for the hour, and say so; gives where to go on.

        That is *Sudah terbit*, the choice of another order where a part cannot
        open there, or the screen again.
        """
        try:
            after = checked.publish(article, at=at, by=request.user, reason=reason, base=base)
        except ValidationError as error:
            code = getattr(error, "code", "")  # several messages have none of their own
            if code in choice.REFUSED:
                messages.warning(request, _("Not published yet."))
                return choice.address(article, at)
            if code == "published":
                messages.info(request, " ".join(error.messages))
                return reverse("admin:articles_article_published", args=[article.pk])
            for sentence in error.messages:
                messages.error(request, _("Saved, but not published: %(why)s") % {"why": sentence})
            return publish_screen.address(article)
        if after.is_under_embargo:
            messages.success(request, _("Embargo: readers see it from %(time)s.") % {"time": short_time(at)})
        else:
            messages.success(request, _("Published."))
        return reverse("admin:articles_article_published", args=[article.pk])

    def note_hour(self, request, article, at):
        """An hour given with "Save": an embargo moves, a draft keeps it until somebody publishes."""
        if article.is_under_embargo and at:
            self.move_embargo(request, article, at)
        elif article.is_under_embargo:
            messages.warning(request, _("The hour stays as it was. To take the story back, use the list of stories."))
        else:
            publishing.plan(article, at)
            if at:
                messages.warning(request, _("Saved as a draft. It opens at that hour only after “Publish” is pressed."))

    def move_embargo(self, request, article, at):
        """Another hour, still to come, for a story that waits for one."""
        try:
            publishing.schedule(article, at, by=request.user)
        except ValidationError as error:
            for sentence in error.messages:
                messages.error(request, _("Saved, but the hour was not moved: %(why)s") % {"why": sentence})
        else:
            messages.success(request, _("Embargo: readers see it from %(time)s.") % {"time": short_time(at)})
        article.refresh_from_db(from_queryset=Article.everything.select_related("report"))

    def response_add(self, request, obj, post_url_continue=None):
        return self._onward(request) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self._onward(request) or super().response_change(request, obj)

    def _onward(self, request):
        onward = getattr(request, "onward", "")
        return see_other(onward) if onward else None
