"""Taking a published story down from its form, and showing it again: each a screen that says what readers will see."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles import publishing
from articles.admin.forms import ReasonForm
from articles.models import Article, Status
from humas.base.http import see_other


class Withdraws:
    """For the ModelAdmin of stories: "Cabut" and "Tayangkan lagi"."""

    def get_urls(self):
        def screen(address, view, name):
            view = self.admin_site.admin_view(require_http_methods(["GET", "HEAD", "POST"])(view))
            return path(f"<int:pk>/{address}/", view, name=name)

        return [
            screen("cabut", self.withdraw, "articles_article_withdraw"),
            screen("tayangkan-lagi", self.bring_back, "articles_article_bring_back"),
            *super().get_urls(),
        ]

    def withdraw(self, request, pk):
        """Ask on which ground and why; POST takes the story down."""
        story = self._to_withdraw(request, pk)
        if story.status == Status.WITHDRAWN or story.binned_at or not story.was_opened:
            messages.error(request, _("Only a story that readers have seen can be withdrawn."))
            return see_other(_form(story))
        form = ReasonForm(request.POST if request.method == "POST" else None)
        if form.is_valid():
            return self._act_on(request, story, _("Withdrawn."), publishing.withdraw, **form.cleaned_data)
        context = _about(self, request, story, _("Withdraw")) | {"form": form, "stories": [story]}
        status = 422 if form.is_bound else 200
        return render(request, "admin/articles/withdraw.html", context, status=status)

    def bring_back(self, request, pk):
        """Say what comes back, and what the notice said; POST shows it to readers."""
        story = self._to_withdraw(request, pk)
        if request.method == "POST":
            return self._act_on(request, story, _("Shown again."), publishing.bring_back)
        if story.status != Status.WITHDRAWN or story.binned_at:
            messages.error(request, _("This story is not withdrawn."))
            return see_other(_form(story))
        return render(request, "admin/articles/bring_back.html", _about(self, request, story, _("Show again")))

    def _to_withdraw(self, request, pk) -> Article:
        story = get_object_or_404(Article.everything.with_part_number().select_related("report"), pk=pk)
        if not (self.has_withdraw_permission(request) and self.has_change_permission(request, story)):
            raise PermissionDenied
        return story

    def _act_on(self, request, story, done, act, **words):
        """The act, and what it said to the editor; one that cannot be done (any more) says why."""
        try:
            act(story, **words)
        except ValidationError as error:
            for sentence in error.messages:
                messages.error(request, sentence)
        else:
            self.log_change(request, story, done)
            messages.success(request, done)
        return see_other(_form(story))


def _about(modeladmin, request, story, title) -> dict:
    site = modeladmin.admin_site.each_context(request)
    return {**site, "title": title, "opts": modeladmin.opts, "original": story}


def _form(story: Article) -> str:
    return reverse("admin:articles_article_change", args=[story.pk])
