"""Numbered pages: `?halaman=2`. Each page has one address, and the first is the thing itself."""

import re

KEY = "halaman"
_WRITTEN = re.compile(r"[1-9][0-9]*")
LARGEST = 10**9
"""More pages than anything has: a number nobody could count to is not worth computing with."""


def page_number(text: str | None) -> int:
    """The page this value of the key asks for; the first for anything that is no number as we write it."""
    if not text or not _WRITTEN.fullmatch(text):
        return 1
    return int(text) if len(text) < len(str(LARGEST)) else LARGEST


def address_of(path: str, page: int) -> str:
    """The address of a page of what stands at this path."""
    return path if page == 1 else f"{path}?{KEY}={page}"
