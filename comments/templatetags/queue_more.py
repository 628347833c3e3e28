"""What an opened comment of the queue brings along: notes, offices, closed parts. Three queries each."""

from django import template

from comments import notes, offices, redaction

register = template.Library()


@register.simple_tag
def more_about(comment):
    return {
        "notes": notes.of(comment),
        "forwardings": offices.of(comment),
        "was_dropped": redaction.dropped(comment, redaction.newest(comment.pk)),
    }


@register.inclusion_tag("admin/antrean/_forwarded_count.html")
def forwarded_count():
    """A link with the number of answers waited for; nothing where none is. Two queries."""
    waited_for, overdue = offices.counts()
    return {"waited_for": waited_for, "overdue": overdue}
