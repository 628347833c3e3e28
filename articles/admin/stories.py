"""The list of stories: its columns, filters and bulk acts."""

from django.contrib import admin
from django.utils.translation import gettext_lazy

from articles.admin.actions import ACTIONS
from articles.admin.filters import StateFilter
from articles.admin.states import state
from articles.models import Status
from humas.base.times import short_time


class ListsStories:
    """For the ModelAdmin of stories: what its change list shows and offers."""

    list_display = ("heading", "state", "opens_at", "category", "writer")
    list_filter = (StateFilter, "category", "report")
    list_select_related = ("category", "report", "author")
    search_fields = ("headline", "standfirst", "body")
    search_help_text = gettext_lazy("Search in headline, standfirst and text")
    date_hierarchy = "published_at"
    ordering = ("-updated_at",)
    actions = ACTIONS
    list_per_page = 30

    @admin.display(description=gettext_lazy("headline"), ordering="headline")
    def heading(self, article):
        return article.heading

    @admin.display(description=gettext_lazy("state"), ordering="status")
    def state(self, article):
        return state(article)

    @admin.display(description=gettext_lazy("publication time"), ordering="published_at")
    def opens_at(self, article):
        opens = article.published_at if article.status in (Status.PUBLISHED, Status.WITHDRAWN) else None
        return short_time(opens) if opens else "–"

    @admin.display(description=gettext_lazy("writer"), ordering="author__printed_name")
    def writer(self, article):
        return article.byline or article.author or "–"
