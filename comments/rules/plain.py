"""
Text as rules see it: compatibility letters made plain, upper and lower case alike.

Each piece remembers which characters of the original it came from, so that
what a rule found can be shown in the words as they were typed. A letter and
the marks on it are one piece and never divided.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_ASCII_WORD = re.compile(r"\w+", re.ASCII)


@dataclass(frozen=True)
class Word:
    """A run of letters, digits and `_`, folded; `start` and `end` count characters of the original."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Plain:
    """`text` is folded; `starts[i]` and `ends[i]` bound the original characters that its i-th one came from."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the original that text[start:end] came from."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> str:
    """NFKC and casefold, letter by letter, so that a pattern folds as the same letters in a longer text do."""
    return "".join(_fold(text[start:end]) for start, end in _letters(text))


def plain(text: str) -> Plain:
    if text.isascii():
        return Plain(text.lower(), range(len(text)), range(1, len(text) + 1))
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _letters(text):
        piece = _fold(text[start:end])
        pieces.append(piece)
        starts += [start] * len(piece)
        ends += [end] * len(piece)
    return Plain("".join(pieces), starts, ends)


def words(text: str) -> Iterator[Word]:
    """The words of a text in their order."""
    if text.isascii():
        yield from (Word(found[0].lower(), *found.span()) for found in _ASCII_WORD.finditer(text))
        return
    pieces: list[str] = []
    begun = last = 0
    for start, end in _letters(text):
        piece = _fold(text[start:end])
        if _is_of_word(piece):
            if not pieces:
                begun = start
            pieces.append(piece)
            last = end
        elif pieces:
            yield Word("".join(pieces), begun, last)
            pieces = []
    if pieces:
        yield Word("".join(pieces), begun, last)


@lru_cache(maxsize=8192)
def pattern_words(pattern: str) -> tuple[str, ...]:
    """The words a rule's pattern is made of; none where it is only punctuation."""
    return tuple(word.text for word in words(pattern))


def _letters(text: str) -> Iterator[tuple[int, int]]:
    """Bounds of each character together with the marks that follow it."""
    start = 0
    for place in range(1, len(text)):
        if not _joins(text[place]):
            yield start, place
            start = place
    if text:
        yield start, len(text)


def _joins(sign: str) -> bool:
    """Whether it hangs on the one before: a mark, a vowel or final of a Hangul syllable, a half-width voicing."""
    if sign < "\u0300":
        return False
    return unicodedata.category(sign)[0] == "M" or "\u1160" <= sign <= "\u11ff" or sign in "\uff9e\uff9f"


@lru_cache(maxsize=4096)
def _fold(letter: str) -> str:
    if len(letter) > 32:  # marks piled up without end
        return letter.casefold()
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", letter).casefold())


@lru_cache(maxsize=4096)
def _is_of_word(piece: str) -> bool:
    return piece[:1].isalnum() or piece[:1] == "_"
