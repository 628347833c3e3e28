"""
Two texts of one story, written at the same time from the same base, beside each other.

Each side's words are marked against the base, so that everybody sees who changed
what; nothing is decided here and nothing is merged.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from articles.revisions.align import Row, paired
from articles.revisions.blocks import Block, blocks, written
from articles.revisions.diff import STEPS, Diff, Field, compare_snapshots, folded
from articles.revisions.matching import Budget
from articles.revisions.words import REMOVED, SAME, Pieces, side

BOTH, THEIRS, MINE = "both", "theirs", "mine"
MOST_ROWS = 200
THEY_ADDED, I_ADDED, THEY_REMOVED, I_REMOVED = "they_added", "i_added", "they_removed", "i_removed"


@dataclass(frozen=True)
class Pair:
    """A field in which the two differ. `kind` says who changed it; `text` is theirs, to take over as it is."""

    name: str
    label: str
    kind: str
    theirs: Field
    mine: Field
    text: str


@dataclass(frozen=True)
class Beside:
    """A paragraph of theirs beside the one of mine; None where one side has none."""

    kind: str
    theirs: Row | None = None
    mine: Row | None = None
    after: str = ""
    """The words of my paragraph before this place."""

    @property
    def html(self) -> str:
        """Their paragraph, to take over; "" where they have none."""
        return written(self.theirs.new) if self.theirs else ""

    @property
    def my_words(self) -> str:
        return self.mine.new.text if self.mine else ""

    @property
    def their_pieces(self) -> Pieces:
        return self.theirs.pieces if self.theirs else ()

    @property
    def my_pieces(self) -> Pieces:
        return self.mine.pieces if self.mine else ()


@dataclass(frozen=True)
class Two:
    before: list[Pair]
    """Fields that differ and stand above the text."""

    body: list
    after: list[Pair]
    is_rough: bool
    left_out: int = 0
    """So many rows of `body` are too many to be drawn, and are not in it."""


def compare_both(base: Mapping[str, Any] | None, theirs: Mapping[str, Any], mine: Mapping[str, Any]) -> Two:
    """Without a base, mine is marked against theirs."""
    base = theirs if base is None else base
    of_theirs, of_mine = compare_snapshots(base, theirs), compare_snapshots(base, mine)
    pairs = list(_pairs(of_theirs, of_mine, theirs))
    budget = Budget(STEPS)
    rows = list(_beside(of_theirs, of_mine, blocks(theirs.get("body", "")), blocks(mine.get("body", "")), budget))
    body = list(folded(rows)) if any(row.kind != SAME for row in rows) else []
    names = [field.name for field in of_theirs.changed_before + of_mine.changed_before]
    return Two(
        [pair for pair in pairs if pair.name in names],
        body[:MOST_ROWS],
        [pair for pair in pairs if pair.name not in names],
        of_theirs.is_rough or of_mine.is_rough or budget.is_rough,
        len(body[MOST_ROWS:]),
    )


def _pairs(of_theirs: Diff, of_mine: Diff, theirs: Mapping[str, Any]) -> Iterator[Pair]:
    for there, here in zip(of_theirs.fields, of_mine.fields, strict=True):
        if _said(there) == _said(here):
            continue
        kind = BOTH if there.is_changed and here.is_changed else THEIRS if there.is_changed else MINE
        yield Pair(there.name, there.label, kind, there, here, _said(there)[0])


def _said(field: Field) -> tuple[str, int | None]:
    joined = "\n".join(piece.text for piece in field.new) if field.is_list else side(field.pieces, without=REMOVED)
    return joined, field.new_photo


def _beside(
    of_theirs: Diff, of_mine: Diff, theirs: Sequence[Block], mine: Sequence[Block], budget: Budget
) -> Iterator[Beside]:
    there, here = _with_base(of_theirs), _with_base(of_mine)
    pairs = paired(theirs, mine, budget)
    elsewhere = _elsewhere(there, here, pairs)
    taken = {id(row) for row in elsewhere.values()}
    i = j = 0
    before = ""
    for i_met, j_met in [*pairs, (len(theirs), len(mine))]:
        for row, _base in there[i:i_met]:
            if mine_too := elsewhere.get(id(row)):
                yield Beside(_kind(row, mine_too), row, mine_too)
            else:
                yield Beside(I_REMOVED if row.old else THEY_ADDED, theirs=row, after=before)
        for row, _base in here[j:j_met]:
            if id(row) not in taken:
                yield Beside(THEY_REMOVED if row.old else I_ADDED, mine=row)
            before = row.new.text
        if i_met < len(theirs):
            yield Beside(_kind(there[i_met][0], here[j_met][0]), there[i_met][0], here[j_met][0])
            before = mine[j_met].text
        i, j = i_met + 1, j_met + 1


def _with_base(diff: Diff) -> list[tuple[Row, int | None]]:
    """Each paragraph of the newer text with the place it had in the base."""
    found, place = [], 0
    for row in diff.body:
        if row.new:
            found.append((row, place if row.old else None))
        place += 1 if row.old else 0
    return found


def _elsewhere(there, here, pairs) -> dict[int, Row]:
    """{id(their row): my row} where both come from one paragraph of the base, and stand in different places by now."""
    with_mine, with_theirs = ({pair[side] for pair in pairs} for side in (1, 0))
    free = {base: row for j, (row, base) in enumerate(here) if base is not None and j not in with_mine}
    return {id(row): free[base] for i, (row, base) in enumerate(there) if i not in with_theirs and base in free}


def _kind(theirs: Row, mine: Row) -> str:
    if theirs.new == mine.new:
        return SAME
    if theirs.kind == SAME:
        return MINE
    return THEIRS if mine.kind == SAME else BOTH
