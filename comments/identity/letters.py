"""
How many letters one address gets, whoever asks for them.

Anybody can type anybody's address, and take the comment back to begin anew: so letters are
counted apart from comments and readers. Neither a form nor a receipt tells whether a letter
went: else it could be learnt how often somebody else wrote from that address.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Count, Q

from comments.models import LetterSent
from humas.base import mail
from humas.base.digests import digest
from humas.base.locks import one_at_a_time

CONFIRM = "confirm"
SIGN_IN = "sign_in"
LIMITS = ((timedelta(hours=1), 5), (timedelta(days=1), 10))
"""In how long, at most how many letters to one address."""

LONGEST = max(span for span, _most in LIMITS)
HEADERS = {"Auto-Submitted": "auto-generated"}


def may_go(email_digest: str, now: datetime) -> bool:
    """
    Whether one more letter goes to this address; if so, it is counted. Belongs inside the transaction that posts it.

    What was counted more than a day ago is forgotten on the way.
    """
    address = digest("letters", email_digest)
    one_at_a_time(address)
    sent = LetterSent.objects.filter(address_digest=address).aggregate(
        **{f"n{n}": Count("pk", filter=Q(at__gt=now - span)) for n, (span, _most) in enumerate(LIMITS)}
    )
    if any(sent[f"n{n}"] >= most for n, (_span, most) in enumerate(LIMITS)):
        return False
    LetterSent.objects.filter(at__lte=now - LONGEST).delete()
    LetterSent.objects.create(address_digest=address, at=now)
    return True


def post(kind: str, about: str, to: str, subject: str, paragraphs: list[str]) -> None:
    mail.post(kind, to, subject, "\n\n".join(paragraphs), about=about, headers=HEADERS)


def absolute(path: str) -> str:
    return settings.SITE_URL + path
