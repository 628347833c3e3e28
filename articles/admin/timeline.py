"""What happened to a story, newest first: its revisions, and between them the acts that wrote no words."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType

from articles.models import Article, Revision

PER_PAGE = 30
MOST_ACTS = 200
"""More acts than this between the revisions of one page are not shown."""

PLACE_FIELDS = {"report in parts", "position", "comments are open", "announce the date", "Opens to readers at"}
"""Fields of the story form that are written at once and stand in no snapshot, as the log keeps their names."""


@dataclass(frozen=True)
class Entry:
    """One line of a history: either a revision or an act."""

    at: datetime
    by: str
    revision: Revision | None = None
    sentence: str = ""


@dataclass(frozen=True)
class Page:
    entries: list[Entry]
    older: int | None
    """Give this as `before` for the next page; None where there is none."""

    @property
    def revisions(self) -> list[Revision]:
        return [entry.revision for entry in self.entries if entry.revision]


def page(story: Article, before: int | None = None) -> Page:
    """Revisions numbered lower than `before`, or the newest ones, with what was done meanwhile. Two queries."""
    rows = Revision.objects.filter(article=story).for_list().order_by("-number")
    if before:
        rows = rows.filter(number__lt=before)
    found = list(rows[: PER_PAGE + 1])
    shown = found[:PER_PAGE]
    since = found[PER_PAGE - 1].made_at if len(found) > PER_PAGE else None
    entries = [Entry(row.made_at, _who(row.author), revision=row) for row in shown]
    until = _made_at(story, before) if before else None
    entries += entries_of_acts(story, since, until)
    entries.sort(key=lambda entry: (entry.at, entry.revision.number if entry.revision else 0), reverse=True)
    return Page(entries, shown[-1].number if len(found) > PER_PAGE else None)


def entries_of_acts(row, since: datetime | None = None, until: datetime | None = None) -> list[Entry]:
    """The acts of `acts` as lines."""
    return [Entry(act.action_time, _who(act.user), sentence=_sentence(act)) for act in acts(row, since, until)]


def acts(row, since: datetime | None = None, until: datetime | None = None) -> Iterable[LogEntry]:
    """What people did to a row from `since` on and before `until`, without what its revisions tell already."""
    log = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(row), object_id=str(row.pk), action_flag=CHANGE
    ).select_related("user")
    if since:
        log = log.filter(action_time__gte=since)
    if until:
        log = log.filter(action_time__lt=until)
    return [act for act in log.order_by("-action_time", "-pk")[:MOST_ACTS] if _fields(act) is None or _placed(act)]


def entries_of_log(row, until: datetime | None) -> list[Entry]:
    """All that the log tells of a row from before `until`: what was done before changes were noted."""
    log = LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(row), object_id=str(row.pk))
    log = log.filter(action_time__lt=until) if until else log
    found = log.select_related("user").order_by("-action_time", "-pk")[:MOST_ACTS]
    return [Entry(act.action_time, _who(act.user), sentence=act.get_change_message()) for act in found]


def number(text: str | None) -> int | None:
    """A number in an address, if it is one: nothing has more than ten digits."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 11 else None


def _made_at(story: Article, number: int) -> datetime | None:
    return Revision.objects.filter(article=story, number=number).values_list("made_at", flat=True).first()


def _who(user) -> str:
    return str(user) if user else ""


def _fields(act: LogEntry) -> list[str] | None:
    """The fields a form changed, by their names in the catalogue; None for an act that was told in a sentence."""
    if not act.change_message.startswith("["):
        return None
    try:
        lines = json.loads(act.change_message)
    except ValueError:
        return None
    return [name for line in lines for name in line.get("changed", {}).get("fields", ())]


def _placed(act: LogEntry) -> list[str]:
    return [name for name in _fields(act) or () if name in PLACE_FIELDS]


def _sentence(act: LogEntry) -> str:
    if placed := _placed(act):
        act.change_message = json.dumps([{"changed": {"fields": placed}}])
    return act.get_change_message()
