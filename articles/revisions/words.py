"""Two texts word by word, as a person would mark them: few long marks rather than many short ones."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from articles.revisions.matching import Budget, common

SAME, ADDED, REMOVED = "same", "added", "removed"

_WORD = re.compile(r"\w+(?:[-'’.,:/]\w+)*|\s+|[^\w\s]")
LEAST_SHARED = 0.25
"""Texts that share less than this part of their letters are shown as one text instead of another."""


@dataclass(frozen=True)
class Piece:
    """Words that stayed, came or went."""

    kind: str
    text: str


Pieces = tuple[Piece, ...]


def side(pieces: Iterable[Piece], without: str) -> str:
    """The old text (`without` ADDED) or the new one (`without` REMOVED), whole."""
    return "".join(piece.text for piece in pieces if piece.kind != without)


def whole(old: str, new: str) -> Pieces:
    """One text instead of another, not compared."""
    if old == new:
        return (Piece(SAME, old),) if old else ()
    return tuple(Piece(kind, text) for kind, text in ((REMOVED, old), (ADDED, new)) if text)


def compare(old: str, new: str, budget: Budget) -> Pieces:
    """What went from the old text and came in the new one. Both can be read from it whole: see `side`."""
    if old == new or not old or not new:
        return whole(old, new)
    a, b = _WORD.findall(old), _WORD.findall(new)
    changes: list[tuple[str, str, str]] = []  # gone, come, and what stays behind both
    i = j = 0
    for i_met, j_met, length in [*common(a, b, budget), (len(a), len(b), 0)]:
        stays = "".join(a[i_met : i_met + length])
        changes.append(("".join(a[i:i_met]), "".join(b[j:j_met]), stays))
        i, j = i_met + length, j_met + length
    readable = _readable(changes)
    shared = sum(_letters(stays) for _gone, _come, stays in readable)
    if shared < LEAST_SHARED * min(_letters(old), _letters(new)):
        return whole(old, new)
    parts = ((kind, text) for change in readable for kind, text in zip((REMOVED, ADDED, SAME), change, strict=True))
    return tuple(Piece(kind, text) for kind, text in parts if text)


def _readable(changes: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Let what stays between two larger changes go with them: "di" alone between new halves tells nobody anything."""
    kept: list[tuple[str, str, str]] = []
    for gone, come, stays in changes:
        if kept and (gone or come):
            gone_before, come_before, between = kept[-1]
            is_change = gone_before or come_before
            if is_change and len(between) <= min(max(len(gone_before), len(come_before)), max(len(gone), len(come))):
                kept[-1] = (gone_before + between + gone, come_before + between + come, stays)
                continue
        kept.append((gone, come, stays))
    return kept


def _letters(text: str) -> int:
    return sum(map(len, text.split()))
