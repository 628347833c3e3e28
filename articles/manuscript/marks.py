"""
Part marks: "(Part I)", "– Bagian Ketiga", "(4-habis)".

Rules 17–21 of tests/articles/manuscripts/README.md.
"""

import re
from typing import NamedTuple

from articles.parts import number_from_roman

_IN_WORDS = {
    **{word: n for n, word in enumerate("kesatu kedua ketiga keempat kelima keenam ketujuh kedelapan".split(), 1)},
    **{word: n for n, word in enumerate("satu dua tiga empat lima enam tujuh delapan sembilan sepuluh".split(), 1)},
    **{"pertama": 1, "kesembilan": 9, "kesepuluh": 10},
}
_WORDS = "|".join(sorted(_IN_WORDS, key=len, reverse=True))
_NUMBER = rf"(?:\d{{1,3}}|[ivxlc]{{1,9}}|{_WORDS})"
_ALL = rf"(?: ?dari (?P<all>{_NUMBER})(?: (?:tulisan|bagian|laporan))?)?"
_HABIS = r"(?P<habis> ?[-–—/] ?habis)?"
_NAMED = rf"(?P<word>part|bagian|bag\.?) ?(?:ke-? ?)?(?P<number>{_NUMBER}){_ALL}{_HABIS}"
_SHORT = rf"(?P<word>part|bagian|bag\.?) (?:ke-)?(?P<number>\d{{1,3}}|[ivxlc]{{1,9}}){_ALL}{_HABIS}"
_BARE = rf"(?P<word>)(?P<number>\d{{1,2}}|(?-i:[IVX]{{1,9}})){_ALL}{_HABIS}"
_LAST = r"(?P<last>habis|tamat|bagian terakhir|bagian akhir)"
_OPEN, _CLOSE, _DASH = r"[(\[] ?", r" ?[)\]]", r"[-–—]{1,3}"

_AT_END = [
    re.compile(rf"{_OPEN}{_NAMED}{_CLOSE}$", re.I),
    re.compile(rf"{_OPEN}{_BARE}{_CLOSE}$", re.I),
    re.compile(rf"(?:(?<= ){_DASH}|[:,–—]) ?{_NAMED}$", re.I),
    re.compile(rf"(?<= ){_SHORT}$", re.I),
]
_ENDS = [
    re.compile(rf"{_OPEN}(?:{_LAST}|bersambung\b[^()\[\]]{{0,80}}){_CLOSE}$", re.I),
    re.compile(rf"(?<![^ ]){_DASH} ?(?:{_LAST}|bersambung)\b[ .…]*(?:{_DASH})?$", re.I),
]
_BEFORE = re.compile(rf"{_NAMED} ?(?:[:–—]|-(?= )) ?(?=\S)", re.I)
_ALONE = [re.compile(pattern, re.I) for pattern in (rf"{_OPEN}{_NAMED}{_CLOSE}", rf"{_OPEN}{_BARE}{_CLOSE}", _NAMED)]
_LONGEST = 130


class PartMark(NamedTuple):
    """Where it stands, and what it says; a mark of the end or of "bersambung" has no number."""

    start: int
    end: int
    number: int | None
    style: str
    is_last: bool


def at_end(headline: str) -> PartMark | None:
    """The mark behind a headline; None where nothing would be left before it."""
    offset = max(0, len(headline) - _LONGEST)
    for pattern in (*_AT_END, *_ENDS):
        found = pattern.search(headline[offset:])
        if found and headline[: offset + found.start()].strip(" *_-–—:,()[]"):
            mark = _numbered(found, offset) if "number" in pattern.groupindex else _end(found, offset)
            if mark:
                return mark
    return None


def before(headline: str) -> PartMark | None:
    found = _BEFORE.match(headline)
    mark = _numbered(found) if found and found["word"] else None
    return mark._replace(end=len(headline[: mark.end].rstrip())) if mark else None


def alone(line: str) -> PartMark | None:
    """A line that is nothing but a mark."""
    for pattern in _ALONE:
        if (found := pattern.fullmatch(line)) and (mark := _numbered(found)):
            return mark
    return end_alone(line)


def end_alone(line: str) -> PartMark | None:
    """ "(habis)", "- bersambung -" on a line of its own."""
    mark = behind_text(line)
    return mark if mark and mark.start == 0 else None


def behind_text(line: str) -> PartMark | None:
    """ "(habis)" or "(Bersambung ke bagian 3)" at the end of a line of the text."""
    offset = max(0, len(line) - _LONGEST)
    for pattern in _ENDS:
        if found := pattern.search(line[offset:]):
            return _end(found, offset)
    return None


def _end(found: re.Match[str], offset: int) -> PartMark:
    return PartMark(found.start() + offset, found.end() + offset, None, "", bool(found["last"]))


def _numbered(found: re.Match[str], offset: int = 0) -> PartMark | None:
    number = _value(found["number"])
    of_all = _value(found["all"]) if found["all"] else None
    if not number or (found["all"] and not of_all):
        return None
    is_roman = found["number"].casefold() not in _IN_WORDS and not found["number"].isdigit()
    style = ""
    if found["word"]:
        style = "part_roman" if found["word"].casefold() == "part" else "bagian_roman" if is_roman else "bagian_arabic"
    return PartMark(
        found.start() + offset, found.end() + offset, number, style, bool(found["habis"]) or number == of_all
    )


def _value(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    return _IN_WORDS.get(written.casefold()) or number_from_roman(written)
