"""
A press text → the fields of a story.

The first block is the headline, perhaps with a part mark in brackets; the
text may begin with a dateline and end with a credit in brackets. The words of
a web form that were copied along are left out, and said to be.
"""

import re
from dataclasses import dataclass, field

from articles.manuscript.text import blocks
from articles.parts import number_from_roman

PART_MARK = re.compile(r"\s*[(\[](?P<word>part|bagian)\s+(?P<number>\d{1,3}|[ivxlc]{1,8})[)\]]\s*$", re.I)
# A place of one to five words, each beginning with a capital, before a dash with blanks around it.
DATELINE = re.compile(r"^(?P<place>[^\W\d_a-z][\w'’.]*(?:[ /-][^\W\d_a-z][\w'’.]*){0,4})\s+[–—-]\s+(?=\S)")
CREDIT = re.compile(r"\s*\((?P<credit>[^()]{1,120})\)\s*$")
# Sentences of WordPress' comment form, each alone at the end of what was copied from a site.
FORM_WORDS = re.compile(
    r"^(tinggalkan (balasan|komentar)( batalkan balasan)?|batalkan balasan|leave a reply( cancel reply)?|"
    r"alamat email anda tidak akan dipublikasikan\..*|your email address will not be published\..*|"
    r"(komentar|comment|nama|name|email|situs web|website)\s*\*?|kirim komentar|post comment)$",
    re.I,
)


@dataclass(frozen=True)
class Manuscript:
    """What a press text was taken for. `left_out` are blocks of the input that went nowhere."""

    headline: str
    dateline: str = ""
    paragraphs: tuple[str, ...] = ()
    credit: str = ""
    part_number: int | None = None
    part_style: str = ""
    left_out: tuple[str, ...] = field(default=())


def parse(text: str) -> Manuscript:
    """Take a press text apart; every word is in a field, in the mark, or in `left_out`."""
    found = blocks(text)
    left_out: list[str] = []
    while len(found) > 1 and FORM_WORDS.match(found[-1]):
        left_out.insert(0, found.pop())
    headline, *paragraphs = found or [""]
    headline, number, style = _part_mark(headline)
    dateline, credit = "", ""
    if paragraphs and (match := DATELINE.match(paragraphs[0])):
        dateline, paragraphs[0] = match["place"], paragraphs[0][match.end() :]
    if paragraphs and (match := CREDIT.search(paragraphs[-1])) and _is_credit(match["credit"]):
        credit = match["credit"].strip()
        rest = paragraphs[-1][: match.start()]
        paragraphs = [*paragraphs[:-1], rest] if rest else paragraphs[:-1]
    return Manuscript(headline, dateline, tuple(paragraphs), credit, number, style, tuple(left_out))


def _part_mark(headline: str) -> tuple[str, int | None, str]:
    match = PART_MARK.search(headline)
    if not match or not match.start():
        return headline, None, ""
    digits = match["number"]
    number = int(digits) if digits.isdigit() else number_from_roman(digits)
    if not number:
        return headline, None, ""
    if match["word"].casefold() == "part":
        style = "part_roman"
    else:
        style = "bagian_arabic" if digits.isdigit() else "bagian_roman"
    return headline[: match.start()], number, style


def _is_credit(words: str) -> bool:
    """A name in brackets, not the end of a sentence in brackets: it has no full stop and begins large or is a sign."""
    return (words.strip()[:1].isupper() and not words.rstrip().endswith((".", "!", "?"))) or words.strip("* ") == ""
