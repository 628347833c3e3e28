from django import template

from comments.reply.forms import ReplyForm
from comments.threads import threads_of

register = template.Library()


@register.inclusion_tag("comments/_comments.html", takes_context=True)
def comments(context, article):
    """The one door from a story's page to its comments: the thread, and the form while it is open."""
    threads, count = threads_of(article)
    closed = not (article.is_open_to_comments and context["newsroom"].is_open_to_comments)
    form, parent = None, None
    if not closed:
        form = ReplyForm.blank(article, context["request"].GET.get("balas", ""), newsroom=context["newsroom"])
        parent = form.answered
    return {
        "article": article,
        "threads": threads,
        "count": count,
        "closed": closed,
        "form": form,
        "parent": parent,
        "request": context["request"],
    }
