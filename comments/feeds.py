"""Feeds of what readers wrote, once it is shown: of one story, and of all. Nothing of an address is in them."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.html import escape
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.site.syndication import Rss, absolute, answer, as_xml_text, to_the_second
from comments.models import Comment
from comments.models.comment import PRIVATE
from humas.base.cleaning import to_text
from humas.base.models import Newsroom

LENGTH = 20
WORDS_IN_SUMMARY = 40


@require_safe
def of_story(request, slug):
    """The newest comments of a story; 404 where the story is not public. Closed comments are still told."""
    story = get_object_or_404(Article.objects.published().select_related("report").with_part_number(), slug=slug)
    shown = Comment.objects.public().filter(article=story)
    title = _("Comments on %(headline)s") % {"headline": story.heading}
    return _feed(request, shown, title=title, page=story.get_absolute_url())


@require_safe
def newest(request):
    title = _("Comments – %(name)s") % {"name": Newsroom.current().name}
    return _feed(request, Comment.objects.on_public_stories(), title=title, page="/")


def _feed(request, shown, *, title: str, page: str) -> HttpResponse:
    feed = Rss(
        title=as_xml_text(title),
        link=absolute(page),
        description=as_xml_text(title),
        feed_url=absolute(request.path),
        language=settings.LANGUAGE_CODE,
    )
    comments = list(shown.select_related("article").defer(*PRIVATE, "body").order_by("-created_at", "-pk")[:LENGTH])
    Comment.objects.find_pages(comments)
    for comment in comments:
        feed.add_item(**_item(comment))
    return answer(feed)


def _item(comment: Comment) -> dict:
    about = {"name": comment.shown_name, "headline": comment.article.headline}
    official = _("Official answer by %(name)s on “%(headline)s”")
    text = {
        "title": (official if comment.official_by_id else _("%(name)s on “%(headline)s”")) % about,
        "description": escape(Truncator(to_text(comment.body_html)).words(WORDS_IN_SUMMARY)),
        "content": comment.body_html,
        "author_name": comment.shown_name,
    }
    return {key: as_xml_text(value) for key, value in text.items()} | {
        "link": absolute(comment.get_absolute_url()),
        "unique_id": comment.lasting_url,
        "unique_id_is_permalink": True,
        "pubdate": to_the_second(comment.created_at),
    }
