"""
Personal data in a reader's words: telephone numbers, NIK, e-mail and house addresses.

A hint, never a verdict: the writer is asked before sending, and a moderator sees
the places marked. `static/js/reply-personal.js` is the same for the browser, pattern
by pattern; a test runs one table through both.

NIK: six digits of the region, the date of birth as DDMMYY (a woman's day plus 40), four of
the series (Permendagri 102/2019, Pasal 7). Numbers of telephones: Rencana Dasar Teknis
Nasional (PM Kominfo 14/2018): 08… for mobiles, 02…–09… for regions.
"""

import re
from typing import NamedTuple

PHONE, NIK, EMAIL, HOUSE = "phone", "nik", "email", "house"


class Found(NamedTuple):
    """Characters start to end (exclusive, in code points) of a text look like this kind."""

    start: int
    end: int
    kind: str


GAP = r"[ \u00a0]"
BETWEEN = r"[ \u00a0.-]{0,2}"
STREET = r"(?:jl|jln|jalan|gg|gang|perum|perumahan|komplek|kompleks|blok)"
WORD = r"[a-z0-9.'’/-]{1,30}"
RW = r"rw[ .:]{0,2}"

# Read in this order; what one has found the next does not see. Every repetition is bounded, so that no text is
# slow to read. No look-behind: browsers that are still in use fail on it.
PATTERNS = [
    (EMAIL, r"[a-z0-9._%+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}(?![a-z0-9])"),
    (NIK, r"(?:\d{6}[ .-]?\d{6}[ .-]?\d{4}|\d{4}[ .-]?\d{4}[ .-]?\d{4}[ .-]?\d{4})(?!\d)"),
    (PHONE, rf"(?:\+{GAP}?62{BETWEEN}(?:\(0\){GAP}?)?|62[ -]?|0)8[1-9](?:{BETWEEN}\d){{7,10}}(?!\d)"),
    (PHONE, rf"(?:\+{GAP}?62[ -]?\(?0?|\(0|0)[2-79]\d{{1,2}}\)?[ -]{{0,3}}\d{{3,4}}(?:[ -]?\d{{2,4}}){{1,2}}(?!\d)"),
    (
        HOUSE,
        rf"{STREET}(?:\.{GAP}?|{GAP})(?:{WORD}{GAP}){{0,6}}?{WORD},?{GAP}(?:no|nomor|nmr)[.:]?{GAP}?\d{{1,4}}[a-z]?"
        r"(?![a-z0-9])",
    ),
    (HOUSE, rf"rt[ .:/]{{0,2}}(?:{RW})?\d{{1,3}}{GAP}?(?:/{GAP}?(?:{RW})?|[,-]?{GAP}?{RW})\d{{1,3}}(?!\d)"),
]
LAW = (
    r"\b(?:uu|undang|pp|perda|perpres|perbup|perwali|pergub|permen|peraturan|keputusan|kepmen|inpres|pasal)\b"
    rf"|^{GAP}?/{GAP}?(?!rt)(?:[a-z]|\d{{4}})|^{GAP}(?:tahun|thn|ayat)\b"
)
END = r"(?![\s\S])"  # "$" is before a last line end too in Python, and is not in JavaScript
MONEY = rf"(?:rp|idr|usd|\$)\.?{GAP}?{END}"


def _read(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.ASCII)


_PATTERNS = [(kind, _read(pattern)) for kind, pattern in PATTERNS]
_LAW, _MONEY, _SIGN, _IN_NUMBER = _read(LAW), _read(MONEY), _read(rf"[a-z0-9]{END}"), _read(rf"\d[.,]{END}")


def find(text: str) -> list[Found]:
    """What looks like personal data, in the order of the text, nothing twice."""
    found: list[Found] = []
    rest = text
    for kind, pattern in _PATTERNS:
        here = [
            Found(match.start(), match.end(), kind)
            for match in pattern.finditer(rest)
            if _is_likely(
                kind, rest[max(0, match.start() - 5) : match.start()], match[0], rest[match.end() : match.end() + 10]
            )
        ]
        found += here
        rest = _without(rest, here)
    return sorted(found)


def kinds(text: str) -> list[str]:
    """The kinds of personal data in a text, each once, in the order of the text."""
    return list(dict.fromkeys(each.kind for each in find(text)))


def _is_likely(kind: str, before: str, words: str, after: str) -> bool:
    if kind == EMAIL:
        return True
    if _SIGN.search(before):
        return False
    if kind == HOUSE:
        return not (_LAW.search(words) or _LAW.match(after))
    if kind == NIK:
        digits = re.sub(r"\D", "", words)
        return digits[0] != "0" and 1 <= int(digits[6:8]) % 40 <= 31 and 1 <= int(digits[8:10]) <= 12
    return not (_MONEY.search(before) or _IN_NUMBER.search(before))


def _without(text: str, found: list[Found]) -> str:
    """The text with line ends in the place of what was found: no pattern reads across one."""
    pieces, last = [], 0
    for start, end, _kind in found:
        pieces += [text[last:start], "\n" * (end - start)]
        last = end
    return "".join([*pieces, text[last:]])
