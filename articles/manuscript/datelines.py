"""The place a story is filed from, before its first sentence. Rules 25–28."""

import re
from typing import NamedTuple

from articles.manuscript.credits import BUREAU

_WORD = r"[^\W\d_a-z][\w'’.]*"
_WORDS = rf"{_WORD}(?:[ /-]{_WORD}){{0,4}}"
_PLACE = re.compile(rf"{_WORDS}(?:, ?{_WORDS})?")
_MONTHS = "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember"
_DAYS = "senin|selasa|rabu|kamis|jumat|jum['’]at|sabtu|minggu|ahad"
_DATE = rf"\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?|\d{{1,2}} (?:{_MONTHS})(?: \d{{4}})?"
_DAY_AND_DATE = rf"(?:(?:{_DAYS}),? )?(?:\((?:{_DATE})\)|(?:{_DATE}))"
_BUREAU = rf"{BUREAU.pattern}(?:[ /][\w/.]+){{0,5}}"
_NOTE = re.compile(rf"(?:, ?| )(\((?:{_DAY_AND_DATE}|{_BUREAU})\)|{_DAY_AND_DATE}|{_BUREAU})$", re.I)
_END = re.compile(r",? (?:--|[–—-]) |,- |—")
_CAPITALS = re.compile(rf"({_WORDS}), ")
_NOT_A_PLACE = re.compile(rf"(?:{_DAYS}|{_MONTHS})(?!\w)", re.I)
_ENUMERATION = re.compile(r"(?:[\w/-]+(?: [\w/-]+){0,2}, ){0,20}[\w/-]+(?: [\w/-]+){0,2},? (?:dan|serta|atau) ")
_SINGLE_WORDS = re.compile(r"(?:[\w/-]+, ){0,20}[\w/-]+,? (?:dan|serta|atau) ")
_OWN_LINE = re.compile(rf"({_WORDS}(?:, ?{_WORDS})?), ?(?i:((?:(?:{_DAYS}),? )?(?:{_DATE})))\.?")
_LONGEST = 160


class Dateline(NamedTuple):
    """The place, where the sentence begins behind it, and what stood with the place: (from, to) in the line."""

    place: str
    end: int
    notes: list[tuple[int, int]]


def find(line: str) -> Dateline | None:
    head = line[:_LONGEST]
    return _before_a_dash(head, line) or _before_a_comma(head, line) or on_its_own(line)


def on_its_own(line: str) -> Dateline | None:
    """ "Lokawena, 24 April 2026" and nothing more."""
    found = _OWN_LINE.fullmatch(line) if len(line) <= _LONGEST else None
    if not found or not _is_place(found[1]):
        return None
    return Dateline(found[1], len(line), [found.span(2)])


def _before_a_dash(head: str, line: str) -> Dateline | None:
    found = _END.search(head)
    if not found or not _begins_a_sentence(line[found.end() : found.end() + 1]):
        return None
    place = head[: found.start()]
    notes: list[tuple[int, int]] = []
    while len(notes) < 2 and (note := _NOTE.search(place)):
        notes.insert(0, note.span(1))
        place = place[: note.start()]
    return Dateline(place, found.end(), notes) if _is_place(place) else None


def _before_a_comma(head: str, line: str) -> Dateline | None:
    found = _CAPITALS.match(head)
    if not found or not found[1].isupper() or sum(sign.isalpha() for sign in found[1]) < 3:
        return None
    place, end = found[1], found.end()
    region = _CAPITALS.match(head, end)
    if region and region[1].isupper() and not _ENUMERATION.match(head, end):
        place, end = head[: region.end(1)], region.end()
    elif _SINGLE_WORDS.match(head, end):
        return None
    return Dateline(place, end, []) if _is_place(place) and _begins_a_sentence(line[end : end + 1]) else None


def _is_place(words: str) -> bool:
    if not _PLACE.fullmatch(words) or not all(word[0].isupper() for word in re.split("[ /-]+", words)):
        return False
    return not any(_NOT_A_PLACE.match(part) or BUREAU.match(part) for part in re.split(", ?", words))


def _begins_a_sentence(sign: str) -> bool:
    return sign.isupper() or sign.isdigit() or sign in set("\"'“‘«„")
