"""Which comments of the queue somebody looks at: a view, what it is narrowed by, and where the page begins."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from articles.site.cursor import Cursor
from comments import numbers
from comments.models import Comment, Status
from comments.queue import counts, criteria, narrow, search
from comments.queue.criteria import Criterion
from comments.queue.rows import for_screen
from comments.queue.view import VIEWS, View, chosen, view_of
from humas.base.digits import as_number

__all__ = ["VIEWS", "Chip", "Filter", "Page", "View", "chosen"]

MOST_SHOWN = 50
AFTER, OPENED, VIEW, SEARCH = "setelah", "komentar", "tampilan", "cari"
MEANT = re.compile(r"\s*KMT\s*[-–]", re.IGNORECASE)
"""How a short number begins that can be nothing else."""


@dataclass(frozen=True)
class Chip:
    """One thing the queue is narrowed by, in words, and the query of the address without it."""

    key: str
    label: str
    without: str


@dataclass(frozen=True)
class Page:
    """Comments as they are shown; `older` begins the next page, if there is one."""

    rows: list[Comment]
    older: Cursor | None = None


@dataclass(frozen=True)
class Filter:
    """
    What the address of the queue asks for.

    `told` are sentences about what in it is not known: then it holds nothing, so that a
    filter that was misread touches nothing. `typed` keeps every value for the form.
    """

    view: View
    person: int
    criteria: list[Criterion] = field(default_factory=list)
    after: Cursor | None = None
    opened: int | None = None
    number: int | None = None
    """Of the comment that a short number in the search names: then it alone, whatever else is asked."""
    typed: dict[str, str] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, request: HttpRequest) -> "Filter":
        """From the address; of a POST, from the fields of the form."""
        keys = request.POST if request.method == "POST" else request.GET
        typed = {key: keys.get(key, "").strip()[: criteria.LONGEST] for key in criteria.READERS}
        person, told = request.user.pk, []
        view = chosen(keys.get(VIEW, ""))
        if keys.get(VIEW, "") not in ("", view.slug):
            told.append(_("There is no such view of the queue."))
        if typed[SEARCH] and (found := _by_number(typed[SEARCH])):
            comment, sentence = found
            shown = view_of(comment) if comment else None
            searched = Criterion(SEARCH, typed[SEARCH], _("Search: %(words)s") % {"words": typed[SEARCH]})
            return cls(
                shown or view,
                person,
                [searched],
                number=comment.pk if shown else 0,
                typed={SEARCH: typed[SEARCH]},
                told=[sentence] if sentence else [],
            )
        asked = criteria.read(keys, sees_all=request.user.has_perm("comments.redact_comment"))
        told += [one.told for one in asked if one.told]
        if typed["dari"] and typed["sampai"] and typed["dari"] > typed["sampai"]:
            told.append(_("The first day is after the last: there can be nothing in between."))
        after = Cursor.read(keys[AFTER]) if keys.get(AFTER) else None
        if keys.get(AFTER) and after is None:
            told.append(_("This page of the queue does not exist; it begins anew."))
        typed |= {one.key: one.value for one in asked}
        opened = as_number(keys.get(OPENED, "")) or None
        return cls(view, person, asked, after, opened, typed=typed, told=told)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.criteria)

    @property
    def is_search(self) -> bool:
        return any(one.key == SEARCH for one in self.criteria)

    def rows(self) -> QuerySet:
        """Everything it holds, on all pages, in no order."""
        if self.number is not None:
            return Comment.objects.kept().filter(pk=self.number)
        return narrow.rows(self.view, self.person, self.criteria)

    def page(self, size: int = MOST_SHOWN) -> Page:
        """The comments of this page: who waits longest first where people are read, else the newest."""
        if self.number is not None:
            return Page(_shown([self.number]))
        held = self.counts[self.view.slug]
        found = narrow.page(self.view, self.person, self.criteria, self.after, size + 1, held)
        older = Cursor(found[size - 1][1], found[size - 1][0]) if len(found) > size else None
        return Page(_shown([pk for pk, _at in found[:size]]), older)

    def count(self) -> int:
        """How many it holds, counted one by one where it is narrowed."""
        if self.is_narrowed:
            return self.rows().order_by().count()
        return self.counts[self.view.slug]

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many each view holds, whatever the filter. One query."""
        return counts.of_views(self.person)

    def query(self, **changes: str | int | None) -> str:
        """
        The query of the address of this filter, from its first page, with these keys changed; None leaves one out.

        `query(setelah=page.older)` is the next page, `query(komentar=7)` opens a comment.
        """
        keys = {VIEW: self.view.slug} | {key: value for key, value in self.typed.items() if value}
        return urlencode({key: value for key, value in (keys | changes).items() if value not in (None, "")})

    def hidden(self) -> list[tuple[str, str]]:
        """The same as names and values, for the hidden fields of a form."""
        return [(VIEW, self.view.slug), *((key, value) for key, value in self.typed.items() if value)]

    def chips(self) -> list[Chip]:
        return [Chip(one.key, one.label, self.query(**{one.key: None})) for one in self.criteria if one.label]

    def views(self) -> list[dict]:
        """Every view with its count and its query; what the queue is narrowed by goes along."""
        return [
            {
                "slug": view.slug,
                "label": view.label,
                "count": self.counts[view.slug],
                "is_current": view == self.view,
                "query": self.query(tampilan=view.slug) if self.number is None else urlencode({VIEW: view.slug}),
            }
            for view in VIEWS
        ]


def _by_number(text: str) -> tuple[Comment | None, str] | None:
    """(the comment with this short number, in any spelling; or why it is not shown); None for other words."""
    is_meant = MEANT.match(text) is not None
    pk = numbers.pk_of(text)
    comment = Comment.objects.filter(pk=pk).only("pk", "status", "is_suspect").first() if pk is not None else None
    if comment is None:
        return (None, _("There is no comment with this number.")) if is_meant else None
    if not is_meant and text.isalpha() and search.numbers(search.words_of(text)).exists():
        return None  # a word that happens to be spelt like a number
    told = {
        Status.WITHDRAWN: _("This comment was withdrawn by its writer."),
        Status.UNCONFIRMED: _("The writer of this comment has not confirmed the email address yet."),
    }
    return comment, str(told.get(Status(comment.status), ""))


def _shown(pks: list[int]) -> list[Comment]:
    found = for_screen().in_bulk(pks)
    return [found[pk] for pk in pks if pk in found]
