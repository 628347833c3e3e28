"""What our commands share: sentences instead of tracebacks, times as people type them."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _


def moment(text: str) -> datetime:
    """ISO 8601 → an aware time; without an offset it is the newsroom's clock. Raises CommandError."""
    try:
        found = parse_datetime(text)
    except ValueError:
        found = None
    if found is None:
        raise CommandError(_("“%(text)s” is not a time such as 2026-11-24T07:00.") % {"text": text})
    return found if timezone.is_aware(found) else timezone.make_aware(found)


def sentence(error: ValidationError) -> CommandError:
    """A refusal of the newsroom, said on the command line."""
    return CommandError(" ".join(error.messages))
