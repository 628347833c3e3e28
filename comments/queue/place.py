"""
Where somebody stands in the queue: which comment is open, which comes next, and the way back there after an act.

A form carries the place as the query of the address it stands at (`kembali`), so that
the next comment of the same view, filter and page is open when the act is done.
"""

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from comments.models import Comment
from comments.models.comment import DECIDABLE
from comments.queue import filters
from comments.queue.criteria import READERS
from comments.queue.rows import for_screen
from humas.base.digits import as_number
from humas.base.http import see_other

KEYS = (*READERS, filters.AFTER)
LONGEST = 2000


@dataclass(frozen=True)
class Place:
    """The open comment among those of a page, with its neighbours. `is_elsewhere`: it is not of this page."""

    opened: Comment | None
    before: int | None = None
    after: int | None = None
    is_elsewhere: bool = False

    @property
    def next(self) -> int | None:
        """What is opened when this one is decided."""
        return self.after or self.before


def place_in(rows: list[Comment], asked: int | None, *, is_after_an_act: bool) -> Place:
    """
    The comment asked for, else the first.

    One that is not on the page is opened all the same, so that a link to it is worth
    something – but not behind an act, where it only means that somebody else has decided it meanwhile.
    """
    pks = [comment.pk for comment in rows]
    if asked and asked not in pks and not is_after_an_act:
        found = for_screen().kept().filter(status__in=DECIDABLE, pk=asked)
        if comment := found.first():
            return Place(comment, after=pks[0] if pks else None, is_elsewhere=True)
    if not rows:
        return Place(None)
    at = pks.index(asked) if asked in pks else 0
    return Place(
        rows[at],
        before=pks[at - 1] if at else None,
        after=pks[at + 1] if at + 1 < len(rows) else None,
    )


def back(
    request: HttpRequest, *, batch: UUID | None = None, decided: tuple[int, ...] = (), opened: int | None = None
) -> HttpResponse:
    """303 to where the form stood, with the next comment open where the open one was among those `decided`."""
    given = dict(parse_qsl(request.POST.get("kembali", "")[:LONGEST]))
    view = filters.chosen(request.POST.get("tampilan", given.get("tampilan", "")))
    query = {"tampilan": view.slug}
    if batch:
        query["batch"] = str(batch)
    query |= {key: given[key] for key in KEYS if given.get(key)}
    stands_at = [opened or 0, *(as_number(request.POST.get(name, "")) for name in ("komentar", "berikut"))]
    if number := next((number for number in stands_at if number and number not in decided), None):
        query["komentar"] = str(number)
    return see_other(f"{reverse('admin:queue')}?{urlencode(query)}")
