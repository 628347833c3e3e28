"""The list of stories: its columns, filters, search and bulk acts, and one story made into two."""

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from taggit.models import TaggedItem

from articles import duplicating
from articles.admin import filters
from articles.admin.actions import ACTIONS, IN_BIN, take_out_of_bin
from articles.admin.states import state
from articles.models import Article, Status
from humas.base.http import see_other
from humas.base.times import short_time

MOST_WORDS = 12
"""Of a whole sentence pasted into the search these decide: each word looks through all texts once more."""

WORDS_IN = ("headline", "standfirst", "body", "slug", "byline", "author__printed_name", "head__snapshot__headline")


class StoryList(ChangeList):
    """Loads what the columns show, and none of the texts."""

    def __init__(self, request, *args, **kwargs):
        super().__init__(request, *args, **kwargs)
        self.title = _("Stories")
        self.tabs = self.filter_specs[0].tabs(self)
        self.selects = self.filter_specs[1:]
        current = self.params.get(filters.StateFilter.parameter_name, "")
        self.plain_address = f"?{urlencode({filters.StateFilter.parameter_name: current})}" if current else "?"
        self.is_narrowed = bool(self.query or any(select.chosen() for select in self.selects))

    def get_queryset(self, request, exclude_parameters=None):
        found = super().get_queryset(request, exclude_parameters)
        return found.defer("body", "standfirst", "head__snapshot")


class ListsStories:
    """For the ModelAdmin of stories: what its change list shows and offers."""

    list_display = ("heading", "state", "opens_at", "category_here", "writer", "last_change")
    list_filter = filters.FILTERS
    list_select_related = ("category", "report", "author", "head__author")
    search_fields = WORDS_IN
    search_help_text = gettext_lazy("In headline, standfirst, text, address, byline and tags; all words must be there")
    ordering = ("-updated_at",)
    actions = ACTIONS
    list_per_page = 30
    show_full_result_count = False

    def get_changelist(self, request, **kwargs):
        return StoryList

    def get_actions(self, request):
        """In the bin, what can be done there; elsewhere, all the rest."""
        is_bin = request.GET.get(filters.StateFilter.parameter_name) == "sampah"
        own = {act.__name__ for act in (IN_BIN if is_bin else ACTIONS) if is_bin or act is not take_out_of_bin}
        return {name: act for name, act in super().get_actions(request).items() if name in own}

    def get_search_results(self, request, queryset, search_term):
        """Every word somewhere: in the texts readers see, in the headline saved last, or in a tag."""
        for word in search_term.replace("\0", "").split()[:MOST_WORDS]:
            tagged = TaggedItem.objects.filter(
                content_type__app_label="articles", content_type__model="article", tag__name__icontains=word
            )
            found = Q(pk__in=tagged.values("object_id"))
            for name in WORDS_IN:
                found |= Q(**{f"{name}__icontains": word})
            queryset = queryset.filter(found)
        return queryset, False

    def changelist_view(self, request, extra_context=None):
        """ "All that the filter shows" can be ticked without a script too, and then no single story need be."""
        if "1" in request.POST.getlist("select_across") and ACTION_CHECKBOX_NAME not in request.POST:
            request.POST = request.POST.copy()
            request.POST[ACTION_CHECKBOX_NAME] = "0"
        return super().changelist_view(request, extra_context)

    # The columns. A label before a value is for phones, where a row is a block.

    @admin.display(description=gettext_lazy("headline"), ordering="headline")
    def heading(self, article):
        if article.report_id is None:
            return article.headline
        return format_html('{} <span class="list-report">{}</span>', article.heading, article.report)

    @admin.display(description=gettext_lazy("state"), ordering="status")
    def state(self, article):
        now = state(article)
        if article.was_opened and article.has_unpublished_changes:
            words = _("Changes not published yet")
            return format_html('{} <span class="state state-changes">{}</span>', now, words)
        return now

    @admin.display(description=gettext_lazy("publication time"), ordering="published_at")
    def opens_at(self, article):
        if article.published_at is None:
            return "–"
        hour = short_time(article.published_at)
        if article.status == Status.PUBLISHED and article.binned_at is None:
            menu = reverse("admin:articles_article_published", args=[article.pk])
            return format_html('<a class="list-share" href="{}" title="{}">{}</a>', menu, _("Share or print it"), hour)
        if article.status in (Status.PUBLISHED, Status.WITHDRAWN):
            return hour
        return format_html('<span class="list-plan">{}</span>', _("planned: %(time)s") % {"time": hour})

    @admin.display(description=gettext_lazy("category"), ordering="category__name")
    def category_here(self, article):
        return _labelled(_("category"), article.category or "–")

    @admin.display(description=gettext_lazy("writer"), ordering="author__printed_name")
    def writer(self, article):
        return _labelled(_("writer"), article.byline or article.author or "–")

    @admin.display(description=gettext_lazy("last saved"), ordering="head__made_at")
    def last_change(self, article):
        if article.head is None:
            return "–"
        by = article.head.author
        when = short_time(article.head.made_at)
        words = _("%(time)s by %(name)s") % {"time": when, "name": by} if by else when
        return _labelled(_("last saved"), words)

    # One story made into two.

    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(self.duplicate))
        return [path("<int:pk>/salin/", view, name="articles_article_duplicate"), *super().get_urls()]

    def duplicate(self, request, pk):
        if not self.has_add_permission(request):
            raise PermissionDenied
        story = get_object_or_404(Article.everything, pk=pk)
        copy = duplicating.duplicate(story, by=request.user)
        self.log_addition(request, copy, _("Copy of “%(headline)s”") % {"headline": story.headline})
        messages.success(request, _("This is a copy, a draft of its own. The story it was made from stays as it is."))
        return see_other(reverse("admin:articles_article_change", args=[copy.pk]))


def _labelled(label, value):
    return format_html('<span class="list-label">{}: </span>{}', label, value)
