"""*NIP*, the number of a civil servant: 18 digits, in groups of 8, 6, 1 and 3 (regulation of the BKN 22/2007)."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

_DIGITS = re.compile(r"[0-9]{18}")


def validate_nip(text: str) -> None:
    if not _DIGITS.fullmatch("".join(text.split())):
        raise ValidationError(_("A NIP has 18 digits. Leave it empty where there is none."), code="nip")


def in_groups(nip: str) -> str:
    """197503122000031004 → 19750312 200003 1 004; another text as it is."""
    digits = "".join(nip.split())
    return f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}" if _DIGITS.fullmatch(digits) else nip
