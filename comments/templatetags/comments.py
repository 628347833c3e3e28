from django import template
from django.http import Http404
from django.urls import reverse

from comments import closing, identity, structured
from comments.reply.forms import ReplyForm
from comments.threads import discussion_of
from humas.base.discussion import Identity
from humas.base.initials import initial
from humas.base.paging import KEY, address_of, page_number

register = template.Library()
register.filter("initial", initial)

DYES = 4


@register.filter
def dye(name: str) -> int:
    """Which of the dyes a name is drawn in: always the same one."""
    return sum(map(ord, name)) % DYES


@register.inclusion_tag("comments/_comments.html", takes_context=True)
def comments(context, article):
    """
    The one door from a story's page to its comments: a page of threads, and the form while it is open.

    Raises Http404 where the address asks for a page of comments that there is not.
    """
    newsroom, query = context["newsroom"], context["request"].GET
    discussion = discussion_of(article, newsroom, page_number(query.get(KEY)))
    if discussion is None:
        raise Http404
    standing = closing.standing(article, newsroom)
    closed = standing.closed
    form, parent, way_in = None, None, ""
    if not closed and identity.level(newsroom) == Identity.SIGN_IN:
        way_in = reverse("sign_in", args=[article.slug])
    elif not closed:
        form = ReplyForm.blank(article, query.get("balas", ""), newsroom=newsroom)
        parent = form.answered
    here = address_of(article.get_absolute_url(), discussion.page)
    return {
        "article": article,
        "discussion": discussion,
        "here": here,
        "ask": f"?{KEY}={discussion.page}&balas=" if discussion.page > 1 else "?balas=",
        "structured": structured.discussion(article, discussion, here),
        "closed": closed,
        "notice": standing.notice,
        "form": form,
        "parent": parent,
        "way_in": way_in,
        "request": context["request"],
    }


@register.simple_tag
def comment_page(article, page):
    """The address of a page of a story's comments."""
    return f"{address_of(article.get_absolute_url(), page)}#komentar"
