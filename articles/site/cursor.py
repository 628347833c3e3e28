"""
Where a page of a list begins: behind one story, named by its time and its key.

A page that begins behind a story, and not at a number, repeats nothing and leaves
nothing out while other stories open, and the deepest costs what the first does.
"""

import base64
import struct
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest

KEY = "sebelum"
LENGTH = 30
YEARS = range(1000, 3000)
"""Of these every clock can tell the local time; an address that names another was never ours."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True)
class Cursor:
    """The last story of the page before; `str()` of it goes into an address as it is."""

    at: datetime
    pk: int

    def __str__(self) -> str:
        packed = struct.pack(">qq", (self.at - _EPOCH) // _MICROSECOND, self.pk)
        return base64.urlsafe_b64encode(packed).rstrip(b"=").decode()

    @classmethod
    def read(cls, text: str) -> "Cursor | None":
        """What `str()` wrote, or None for anything else: each cursor has one spelling."""
        try:
            moved, pk = struct.unpack(">qq", base64.urlsafe_b64decode(text + "=="))
            cursor = cls(_EPOCH + moved * _MICROSECOND, pk)
        except (ValueError, OverflowError, struct.error):
            return None
        return cursor if pk > 0 and cursor.at.year in YEARS and str(cursor) == text else None


@dataclass(frozen=True)
class Page:
    rows: list[Any]
    before: Cursor | None
    """What was asked for; None on the newest page."""
    older: Cursor | None
    """Where the next page begins, if there is one."""
    address: str
    """The one path of this page, without the keys nobody declared."""


def page_of(request: HttpRequest, rows: QuerySet, *, by: str = "published_at") -> Page:
    """
    The newest rows of a list by that time, or those behind the one `?sebelum=` names. One query.

    Raises Http404 for a cursor we never wrote, and behind the oldest row.
    """
    before, address = None, request.path
    if KEY in request.GET:
        before = Cursor.read(request.GET[KEY])
        if before is None:
            raise Http404
        address = f"{request.path}?{KEY}={before}"
        # The first condition alone lets the index begin in the right place; the second settles equal times.
        rows = rows.filter(**{f"{by}__lte": before.at}).filter(Q(**{f"{by}__lt": before.at}) | Q(pk__lt=before.pk))
    found = list(rows.order_by(f"-{by}", "-pk")[: LENGTH + 1])
    if before and not found:
        raise Http404
    shown, older = found[:LENGTH], None
    if len(found) > LENGTH:
        older = Cursor(getattr(shown[-1], by), shown[-1].pk)
    return Page(shown, before, older, address)
