from django import template

from comments.mail import letters
from comments.models import Status

register = template.Library()

MAILED = (Status.UNCONFIRMED, Status.PENDING, Status.APPROVED)


@register.inclusion_tag("comments/_receipt_mail.html")
def mail_choice(comment, token):
    """What a receipt says of letters: nothing where none are offered, the address is gone, or nothing is to come."""
    can_be = bool(comment.email_digest) and comment.status in MAILED
    return {"comment": comment, "token": token, "is_offered": can_be and letters.is_offered()}
