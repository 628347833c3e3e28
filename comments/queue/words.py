"""
A reader's words as a moderator sees them: the very characters that were noticed underlined, each with its label.

Marks count characters of the text as it was typed, so the text is cut there first, and
each piece is cleaned and escaped by itself. Nothing in it is a link: an advertisement
must not be opened by a slip of the thumb.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from comments.rules.links import links_of
from humas.base.cleaning import shown_line, shown_piece

FOLDED_FROM = 2400
LINES_FOLDED_FROM = 36
FIRST = 1600
FIRST_LINES = 24
MOST_LINKS = 20
GAP = "[…]"

_LINE = re.compile(r"[^\r\n]+")
_BLANK_LINE = re.compile(r"(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*[\r\n]")


@dataclass(frozen=True)
class Span:
    """Characters [start, end) and what is written beside them; `is_taken_out`: readers are not shown them."""

    start: int
    end: int
    label: str = ""
    is_taken_out: bool = False


@dataclass(frozen=True)
class Words:
    """The beginning, and where it is long the rest with its number of characters: folded, never cut off."""

    first: SafeString
    rest: SafeString
    rest_length: int


@dataclass(frozen=True)
class WrittenOut:
    """One web address as it was typed, and the host it leads to."""

    host: str
    address: str


def marked(text: str, spans: Sequence[Span], *, sees_all: bool = True) -> Words:
    """Paragraphs of the text. What was taken out is struck for those who may see it, and a gap for others."""
    first, rest = _folded([match.span() for match in _LINE.finditer(text) if match[0].strip()])
    return Words(
        _paragraphs(text, first, spans, sees_all),
        _paragraphs(text, rest, spans, sees_all),
        sum(end - start for start, end in rest),
    )


def marked_line(text: str, spans: Sequence[Span]) -> SafeString:
    """The same of a name or an address, which is one line."""
    return _pieces(text, 0, len(text), spans, sees_all=True)


def without_taken_out(text: str, taken_out: Iterable[Sequence[int]]) -> str:
    """The text as readers get it, with a sign in each gap."""
    pieces, last = [], 0
    for start, end in sorted(taken_out):
        pieces += [text[last : max(last, start)], GAP if end > last else ""]
        last = max(last, end)
    return "".join([*pieces, text[last:]])


def beginning(text: str, length: int = 200) -> str:
    """The first words on one line, still to be escaped."""
    return Truncator(shown_line(text[: length * 4])).chars(length)


def links_in(text: str) -> list[WrittenOut]:
    """Each web address once, in its order."""
    links = [link for link in links_of(text) if not link.is_mail]
    return list(
        dict.fromkeys(WrittenOut(shown_line(link.host), shown_line(text[link.start : link.end])) for link in links)
    )


def _folded(lines: list[tuple[int, int]]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    if sum(end - start for start, end in lines) < FOLDED_FROM and len(lines) < LINES_FOLDED_FROM:
        return lines, []
    first: list[tuple[int, int]] = []
    room = FIRST
    for place, (start, end) in enumerate(lines):
        if len(first) == FIRST_LINES or room <= 0:
            return first, lines[place:]
        if end - start > room * 1.5:
            return [*first, (start, start + room)], [(start + room, end), *lines[place + 1 :]]
        first.append((start, end))
        room -= end - start
    return first, []


def _paragraphs(text: str, lines: list[tuple[int, int]], spans: Sequence[Span], sees_all: bool) -> SafeString:
    paragraphs: list[list[SafeString]] = []
    last = 0
    for start, end in lines:
        if not paragraphs or _BLANK_LINE.search(text, last, start):
            paragraphs.append([])
        paragraphs[-1].append(_pieces(text, start, end, spans, sees_all))
        last = end
    shown = [(format_html_join(mark_safe("<br>"), "{}", ((piece,) for piece in pieces)),) for pieces in paragraphs]
    return format_html_join("", '<p dir="auto">{}</p>', shown)


def _pieces(text: str, start: int, end: int, spans: Sequence[Span], sees_all: bool) -> SafeString:
    here = [span for span in spans if span.start < end and span.end > start and span.start < span.end]
    cuts = sorted({start, end, *(min(max(at, start), end) for span in here for at in (span.start, span.end))})
    found: list[SafeString] = []
    for one, other in pairwise(cuts):
        over = [span for span in here if span.start <= one and span.end >= other]
        found.append(_piece(text[one:other], other, over, sees_all))
    return format_html_join("", "{}", ((piece,) for piece in found))


def _piece(words: str, end: int, over: list[Span], sees_all: bool) -> SafeString:
    gone = next((span for span in over if span.is_taken_out), None)
    if gone and not sees_all:
        return format_html('<span class="queue-gone">{}</span>', GAP) if gone.end == end else SafeString("")
    shown = format_html("{}", shown_piece(words))
    labels = ", ".join(dict.fromkeys(span.label for span in over if span.end == end and span.label))
    if gone:
        return format_html('<del class="queue-gone" data-label="{}">{}</del>', _("taken out"), shown)
    if not over:
        return shown
    if not labels:
        return format_html('<mark class="queue-mark">{}</mark>', shown)
    return format_html('<mark class="queue-mark" data-label="{}">{}</mark>', labels, shown)
