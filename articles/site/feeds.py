"""Feeds with the full text: of all stories, of a category, of a tag, of a report's parts."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Enclosure
from django.utils.html import escape, format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.models import Article, Report
from articles.site.lists import stories_of_category, stories_of_tag
from articles.site.syndication import Atom, Rss, absolute, answer, as_xml_text, to_the_second
from articles.text import with_absolute_links
from humas.base.models import Newsroom

LENGTH = 20


@require_safe
def newest(request):
    return _feed(Rss, request, Article.objects.published(), page=reverse("front"))


@require_safe
def newest_in_atom(request):
    return _feed(Atom, request, Article.objects.published(), page=reverse("front"))


@require_safe
def category(request, slug):
    found, stories = stories_of_category(slug)
    return _feed(Rss, request, stories, page=found.get_absolute_url(), name=found.name)


@require_safe
def tag(request, slug):
    found, stories = stories_of_tag(slug)
    return _feed(Rss, request, stories, page=reverse("tag", args=[slug]), name=found.name)


@require_safe
def report(request, slug):
    """A report's public parts, the newest first; 404, like its page, while there is none."""
    found = get_object_or_404(Report.objects.public(), slug=slug)
    stories = Article.objects.published().filter(report=found)
    return _feed(Rss, request, stories, page=found.get_absolute_url(), name=found.title)


def _feed(writer, request, stories, *, page: str, name: str = "") -> HttpResponse:
    """The newest of these stories, written by Rss or Atom, for the page at that path."""
    newsroom = Newsroom.current()
    feed = writer(
        title=as_xml_text(f"{name} – {newsroom.name}" if name else newsroom.name),
        link=absolute(page),
        description=as_xml_text(_("News from %(name)s") % {"name": newsroom.name}),
        feed_url=absolute(request.path),
        language=settings.LANGUAGE_CODE,
        author_name=as_xml_text(newsroom.name),
    )
    for story in stories.order_by("-published_at", "-pk").for_page()[:LENGTH]:
        feed.add_item(**_item(story, newsroom))
    return answer(feed)


def _item(story: Article, newsroom: Newsroom) -> dict:
    text = {
        "title": story.heading,
        "description": escape(story.description),
        "content": _full_text(story),
        "author_name": story.byline or newsroom.name,
    }
    names = [story.category.name] if story.category else []
    return {key: as_xml_text(value) for key, value in text.items()} | {
        "link": story.absolute_url,
        "unique_id": story.absolute_url,
        "unique_id_is_permalink": True,
        "pubdate": to_the_second(story.published_at),
        "updateddate": to_the_second(max(story.published_at, story.updated_at)),
        "categories": [as_xml_text(name) for name in names + story.tag_names],
        "enclosures": _enclosures(story),
    }


def _full_text(story: Article) -> str:
    """What stands on the story's page, from the dateline to the credit, with addresses that hold elsewhere."""
    text = with_absolute_links(story.body_html, story.absolute_url)
    return text + (format_html("<p>({})</p>", story.credit) if story.credit else "")


def _enclosures(story: Article) -> list[Enclosure]:
    """The picture as readers get it; none while its file is missing, as its address answers 404 then."""
    photo = story.lead_photo
    try:
        return [Enclosure(photo.absolute_url, str(photo.rendition.size), "image/jpeg")] if photo else []
    except FileNotFoundError:
        return []
