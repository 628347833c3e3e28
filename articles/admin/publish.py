"""Publishing from the desk: what the buttons of the story form and the screens behind them do."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles import publishing
from articles.admin import choice
from articles.models import Article
from humas.base.http import see_other
from humas.base.times import short_time


class Publishes:
    """For the ModelAdmin of stories: "Publish", its refusals, and where they lead."""

    def publish(self, request, article, at) -> str:
        """Publish, or wait for the hour, and say so; gives where to go on: the form, or the choice of another order."""
        onward = _change_address(article)
        try:
            if at and at > timezone.now():
                publishing.schedule(article, at, by=request.user)
                messages.success(request, _("Embargo: readers see it from %(time)s.") % {"time": short_time(at)})
            else:
                publishing.publish(article, at=at, by=request.user)
                messages.success(request, _("Published."))
        except ValidationError as error:
            if error.code in choice.REFUSED:
                messages.warning(request, _("Not published yet."))
                onward = choice.address(article, at)
            else:
                for sentence in error.messages:
                    messages.error(request, _("Saved, but not published: %(why)s") % {"why": sentence})
        article.refresh_from_db(from_queryset=Article.everything.select_related("report"))
        return onward

    def get_urls(self):
        view = self.admin_site.admin_view(require_http_methods(["GET", "HEAD", "POST"])(partial(choice.choose, self)))
        return [path("<int:pk>/urutan/", view, name="articles_article_order"), *super().get_urls()]

    def note_hour(self, request, article, at):
        """An hour given with "Save": an embargo moves, a draft keeps it until somebody publishes."""
        if article.is_under_embargo and at:
            self.publish(request, article, at)
        elif article.is_under_embargo:
            messages.warning(request, _("The hour stays as it was. To take the story back, use the list of stories."))
        else:
            publishing.plan(article, at)
            if at:
                messages.warning(request, _("Saved as a draft. It opens at that hour only after “Publish” is pressed."))

    def response_add(self, request, obj, post_url_continue=None):
        return self._stays(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self._stays(request, obj) or super().response_change(request, obj)

    def _stays(self, request, obj):
        """After "Publish" the form stays open, with its link to what readers see."""
        if "_publish" not in request.POST:
            return None
        return see_other(getattr(request, "onward", "") or _change_address(obj))


def _change_address(story):
    return reverse("admin:articles_article_change", args=[story.pk])
