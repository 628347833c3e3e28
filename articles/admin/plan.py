"""The parts of a report as the desk sees them: planned ones too, with what stands in their way."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles import ordering
from articles.admin.states import state
from articles.models import Article, Report, Status
from humas.base.times import short_time


@dataclass(frozen=True)
class Row:
    """One part on the screen of its report."""

    part: Article
    state: str
    when: str
    note: str
    is_first: bool
    is_last: bool
    focus: str
    """"up" or "down": the button pressed last, which keeps the focus; else ""."""

    @property
    def is_planned(self) -> bool:
        return not self.part.was_opened


def rows(report: Report, pressed: str = "") -> list[Row]:
    """All parts in order; `pressed` is "up-7" after the part 7 was moved up."""
    parts = ordering.parts(report)
    way, _dash, pk = pressed.partition("-")
    return [
        Row(
            part=part,
            state=state(part),
            when=_when(part),
            note=_note(part, parts[:place], parts[place + 1 :]),
            is_first=place == 0,
            is_last=place == len(parts) - 1,
            focus=_focus(way, place, len(parts)) if pk == str(part.pk) else "",
        )
        for place, part in enumerate(parts)
    ]


def _when(part: Article) -> str:
    if part.is_under_embargo:
        return _("opens at %(time)s") % {"time": short_time(part.published_at)}
    moment = part.withdrawn_at if part.status == Status.WITHDRAWN else part.published_at if part.is_public else None
    return short_time(moment) if moment else ""


def _note(part: Article, before: list[Article], after: list[Article]) -> str:
    if part.was_opened:
        is_hidden = not part.is_public and part.status != Status.WITHDRAWN
        return _("Readers know its number, but do not see it now.") if is_hidden else ""
    if any(later.was_opened for later in after):
        return _("It cannot open here: a later part has opened. Move it behind that one.")
    if part.is_under_embargo and any(not earlier.was_opened and not earlier.is_under_embargo for earlier in before):
        return _("It opens although a part before it has no hour yet.")
    return ""


def _focus(way: str, place: int, count: int) -> str:
    """At the end of the way the button can be pressed no more: then the other one."""
    if way not in ("up", "down") or count < 2:
        return ""
    return "down" if place == 0 else "up" if place == count - 1 else way
