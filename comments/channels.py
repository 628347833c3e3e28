"""Where a reader complains of a road, water, light: one channel a line in the newsroom's settings."""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

_NUMBER = re.compile(r"\+?[\d .()/-]{3,24}", re.ASCII)
_IS_WEB = URLValidator(schemes=["http", "https"])


class Channel(NamedTuple):
    """A channel's name, where its link leads (https: or tel:), and the number to read where it is a telephone."""

    name: str
    address: str
    number: str = ""


def parse(text: str) -> list[Channel]:
    """The channels in these lines, `name | address or number`; a line that is neither is left out."""
    return [channel for line in text.splitlines() if (channel := _channel(line))]


def validate(text: str) -> None:
    """Raise ValidationError naming the first line that is no channel."""
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and _channel(line) is None:
            raise ValidationError(
                _("Line %(number)d: write a name, a stroke and an address or a number, e.g. %(example)s"),
                code="channel",
                params={"number": number, "example": "SP4N-LAPOR! | https://www.lapor.go.id"},
            )


def _channel(line: str) -> Channel | None:
    name, stroke, target = (" ".join(part.split()) for part in line.partition("|"))
    if not stroke:
        target = name
    if not name or not target:
        return None
    digits = re.sub(r"\D", "", target)
    if _NUMBER.fullmatch(target) and 3 <= len(digits) <= 15:
        return Channel(name if stroke else target, f"tel:{'+' if target.startswith('+') else ''}{digits}", target)
    address = target if "://" in target else f"https://{target}"
    try:
        _IS_WEB(address)
    except ValidationError:
        return None
    return Channel(name if stroke else urlsplit(address).netloc, address)
