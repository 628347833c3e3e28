"""
Keyed digests: look-ups by a value that is itself never stored in the open.

HMAC-SHA-256 under DIGEST_KEY, one purpose per use, so that a digest made for
one column says nothing about another and cannot be made without the key.
"""

import hmac
from hashlib import sha256

from django.conf import settings


def digest(purpose: str, *parts: str) -> str:
    """64 hex characters for these parts; parts cannot be shifted into one another."""
    message = "\x1f".join([purpose, *(f"{len(part)}:{part}" for part in parts)])
    return hmac.new(settings.DIGEST_KEY.encode(), message.encode(), sha256).hexdigest()


def of_email(address: str) -> str:
    """The digest an address is found by, whatever its case and surrounding blanks."""
    return digest("email", address.strip().casefold())
