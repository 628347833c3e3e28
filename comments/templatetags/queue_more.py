"""What an opened comment of the queue brings along: notes, offices, closed parts. A query for each that it has."""

from django import template

from comments import notes, offices

register = template.Library()


@register.simple_tag
def more_about(comment):
    """For a comment loaded `comments.queue.rows.with_more`."""
    return {
        "notes": notes.of(comment) if comment.has_notes else [],
        "forwardings": offices.of(comment) if comment.has_forwardings else [],
        "was_dropped": bool(comment.newest_spans and not comment.redactions),
    }
