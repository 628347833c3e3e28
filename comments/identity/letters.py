"""
How many letters one address gets, whoever asks for them.

Anybody can type anybody's address. Neither a form nor a receipt tells whether a letter
went: else it could be learnt how often somebody else wrote from that address.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import CharField, Count, Q, Value
from django.db.models.functions import Cast, Concat

from comments.models import Comment, Reader
from humas.base import mail
from humas.base.models import Letter

CONFIRM = "confirm"
SIGN_IN = "sign_in"
LIMITS = ((timedelta(hours=1), 5), (timedelta(days=1), 10))
"""In how long, at most how many letters to one address."""

HEADERS = {"Auto-Submitted": "auto-generated"}


def may_go(email_digest: str, now: datetime) -> bool:
    """Whether one more may be sent to this address. Hold `one_at_a_time(email_digest)` until it is written."""
    longest = max(span for span, _most in LIMITS)
    about_comments = _about("comment:", Comment.objects.filter(email_digest=email_digest, created_at__gt=now - longest))
    about_reader = _about("reader:", Reader.objects.filter(email_digest=email_digest))
    sent = (
        Letter.objects.filter(kind__in=(CONFIRM, SIGN_IN), created_at__gt=now - longest)
        .filter(Q(about__in=about_comments) | Q(about__in=about_reader))
        .aggregate(
            **{f"n{n}": Count("pk", filter=Q(created_at__gt=now - span)) for n, (span, _most) in enumerate(LIMITS)}
        )
    )
    return all(sent[f"n{n}"] < most for n, (_span, most) in enumerate(LIMITS))


def post(kind: str, about: str, to: str, subject: str, paragraphs: list[str]) -> None:
    mail.post(kind, to, subject, "\n\n".join(paragraphs), about=about, headers=HEADERS)


def absolute(path: str) -> str:
    return settings.SITE_URL + path


def _about(prefix: str, rows):
    name = Concat(Value(prefix), Cast("pk", CharField()), output_field=CharField())
    return rows.order_by().annotate(name_in_letters=name).values("name_in_letters")
