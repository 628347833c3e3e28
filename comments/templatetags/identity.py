"""What a receipt says of the writer's address and of the rules agreed to; nothing where there is nothing to say."""

from django import template
from django.utils import timezone

from comments import consent
from comments.identity import confirming
from comments.models import Status

register = template.Library()


@register.inclusion_tag("comments/_proof_wanted.html")
def proof_wanted(comment):
    """What to do while the address is not proven, with *Kirim ulang tautan*."""
    is_wanted = comment.status == Status.UNCONFIRMED
    ends_at = confirming.ends_at(comment)
    return {
        "is_wanted": is_wanted,
        "has_ended": ends_at <= timezone.now(),
        "ends_at": ends_at,
        "left": confirming.MOST_PRESSES - comment.evidence.get("links_asked", 0),
    }


@register.inclusion_tag("comments/_agreed_terms.html")
def agreed_terms(comment):
    return {"consent": consent.of(comment)}
