"""
Signed things, each with a purpose and an end.

A token says that it came from us, for this purpose and this subject, in this
stretch of time. It says nothing about who carries it.
"""

from datetime import UTC, datetime, timedelta

from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

BUCKET = timedelta(hours=12)
LIFETIME = timedelta(hours=72)


def mint(purpose: str, subject: str, *, at: datetime | None = None) -> str:
    """A token that is the same for everyone during twelve hours, so that finished pages can be kept."""
    bucket = _bucket(at or timezone.now())
    return f"{bucket}.{_signature(purpose, subject, bucket)}"


def holds(token: str, purpose: str, subject: str, *, at: datetime | None = None) -> bool:
    """
    Whether we minted this token for this purpose and subject in the last 72 hours.

    It bears only the beginning of its twelve hours: nobody who got it within them is cut short of the 72.
    """
    number, _, signature = token.partition(".")
    if not number.isascii() or not number.isdigit() or len(number) > 9:
        return False
    bucket = int(number)
    if number != str(bucket):
        return False
    if not constant_time_compare(signature, _signature(purpose, subject, bucket)):
        return False
    age = (at or timezone.now()).timestamp() - bucket * BUCKET.total_seconds()
    return 0 <= age <= (BUCKET + LIFETIME).total_seconds()


def seal(purpose: str, subject: str, until: datetime) -> str:
    """A token that says itself what it is about and when it ends; `subject` may be read by whoever holds it."""
    end = int(until.timestamp())
    return f"{subject}.{end}.{_signature(f'seal.{purpose}', subject, end)}"


def unseal(token: str, purpose: str, *, at: datetime | None = None) -> tuple[str, datetime] | None:
    """(subject, its end) of a token that `seal` made for this purpose and that has not ended; None for any other."""
    subject, _, rest = token.partition(".")
    number, _, signature = rest.partition(".")
    if not number.isascii() or not number.isdigit() or len(number) > 12 or number != str(int(number)):
        return None
    if not constant_time_compare(signature, _signature(f"seal.{purpose}", subject, int(number))):
        return None
    until = datetime.fromtimestamp(int(number), UTC)
    return (subject, until) if (at or timezone.now()) < until else None


def _bucket(at: datetime) -> int:
    return int(at.timestamp() // BUCKET.total_seconds())


def _signature(purpose: str, subject: str, number: int) -> str:
    return salted_hmac(f"humas.token.{purpose}", f"{number}:{subject}", algorithm="sha256").hexdigest()[:40]
