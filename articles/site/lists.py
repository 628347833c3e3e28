"""
Lists of stories, newest first: all of them, of a category, of a tag, of a year, of a month.

A page with nothing on it is not found, as is an address whose `?sebelum=` we never
wrote; only the whole list and a category, which is there before its first story, may
be empty. Older pages ask not to be indexed: where they begin moves with every new
story, while the archive's months and the sitemap stay where they are.
"""

from datetime import date

from django.db.models import Exists, OuterRef
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from taggit.models import Tag

from articles.models import Article, Category
from articles.site.archive import archive, stories_within
from articles.site.cursor import page_of


@require_safe
def article_list(request):
    return _list(request, Article.objects.published(), title=_("Stories"), may_be_empty=True)


@require_safe
def category(request, slug):
    found, stories = stories_of_category(slug)
    return _list(
        request,
        stories,
        kicker=_("Category"),
        title=found.name,
        feed=reverse("category_feed", args=[slug]),
        category=found,
        may_be_empty=True,
    )


@require_safe
def tag(request, slug):
    found, stories = stories_of_tag(slug)
    return _list(request, stories, kicker=_("Tag"), title=found.name, feed=reverse("tag_feed", args=[slug]))


@require_safe
def year_list(request, year):
    return _list(request, stories_within(year), kicker=_("Archive"), title=str(year), year=year)


@require_safe
def month_list(request, year, month):
    title = date_format(date(year, month, 1), "F Y")
    return _list(request, stories_within(year, month), kicker=_("Archive"), title=title, year=year, month=month)


def stories_of_category(slug: str):
    """The category and its public stories; Http404 where there is no such category."""
    found = get_object_or_404(Category, slug=slug)
    return found, Article.objects.published().filter(category=found)


def stories_of_tag(slug: str):
    """The tag and its public stories; Http404 also for a tag that only unpublished stories carry."""
    found = get_object_or_404(Tag, slug=slug)
    stories = Article.objects.published().filter(tags=found)
    if not stories.exists():
        raise Http404
    return found, stories


def categories_with_stories():
    return Category.objects.filter(Exists(Article.objects.published().filter(category=OuterRef("pk")).order_by()))


def _list(request, stories, *, title, kicker="", feed="", may_be_empty=False, year=None, **context):
    page = page_of(request, stories.for_list())
    if not page.rows and not may_be_empty:
        raise Http404
    context |= {
        "title": title,
        "kicker": kicker,
        "feed": feed,
        "page": page,
        "categories": categories_with_stories(),
        "archive": archive(year),
        "year": year,
    }
    return render(request, "articles/article_list.html", context)
