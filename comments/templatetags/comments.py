from django import template

from comments import closing
from comments.reply.forms import ReplyForm
from comments.threads import threads_of

register = template.Library()


@register.inclusion_tag("comments/_comments.html", takes_context=True)
def comments(context, article):
    """The one door from a story's page to its comments: the thread, and the form while it is open."""
    threads, count = threads_of(article)
    standing = closing.standing(article, context["newsroom"])
    closed = standing.closed
    form, parent = None, None
    if not closed:
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
        "request": context["request"],
    }
