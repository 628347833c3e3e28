from django import template
from django.urls import reverse

from comments import closing, identity
from comments.reply.forms import ReplyForm
from comments.threads import threads_of
from humas.base.discussion import Identity

register = template.Library()


@register.inclusion_tag("comments/_comments.html", takes_context=True)
def comments(context, article):
    """The one door from a story's page to its comments: the thread, and the form while it is open."""
    threads, count = threads_of(article)
    standing = closing.standing(article, context["newsroom"])
    closed = standing.closed
    form, parent, way_in = None, None, ""
    if not closed and identity.level(context["newsroom"]) == Identity.SIGN_IN:
        way_in = reverse("sign_in", args=[article.slug])
    elif not closed:
        form = ReplyForm.blank(article, context["request"].GET.get("balas", ""), newsroom=context["newsroom"])
        parent = form.answered
    return {
        "article": article,
        "threads": threads,
        "count": count,
        "closed": closed,
        "notice": standing.notice,
        "form": form,
        "parent": parent,
        "way_in": way_in,
        "request": context["request"],
    }
