"""Two bodies paragraph by paragraph: which belongs to which, what came, went or moved, and then the words within."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext as _

from articles.revisions import styles
from articles.revisions.blocks import Block
from articles.revisions.matching import Budget, common
from articles.revisions.words import ADDED, REMOVED, SAME, Piece, Pieces, compare

CHANGED, LOOKS, MOVED_AWAY, MOVED_HERE = "changed", "looks", "moved_away", "moved_here"
LIKE = 0.4
"""From this share of common words on, one paragraph is the other, rewritten."""

OPENING = 5
LARGEST_GAP = 900
"""More pairs of paragraphs than this are not each weighed against each other."""

LEAST_MOVED = 25
"""Characters: a shorter paragraph found elsewhere is chance."""

Pair = tuple[int, int]


@dataclass(frozen=True)
class Row:
    """
    A paragraph of the old body, of the new one, or of both.

    `kind`: same, changed, looks (the same words, other looks), added, removed,
    moved_away (its old place), moved_here (its new one). `notes` say in words what
    cannot be seen in the pieces. Read in their order, the old blocks are the old body.
    """

    kind: str
    old: Block | None
    new: Block | None
    pieces: Pieces
    notes: tuple[str, ...] = ()

    @property
    def block(self) -> Block:
        return self.new or self.old

    @property
    def old_pieces(self) -> Pieces:
        return tuple(piece for piece in self.pieces if piece.kind != ADDED)

    @property
    def new_pieces(self) -> Pieces:
        return tuple(piece for piece in self.pieces if piece.kind != REMOVED)


def rows(old: Sequence[Block], new: Sequence[Block], budget: Budget) -> list[Row]:
    """Both bodies, each in its own order, as one list."""
    pairs = paired(old, new, budget)
    away, here = _moved(old, new, pairs)
    found: list[Row] = []
    i = j = 0
    for i_met, j_met in [*pairs, (len(old), len(new))]:
        found += [_alone(old[place], REMOVED, away.get(place)) for place in range(i, i_met)]
        found += [_alone(new[place], ADDED, here.get(place)) for place in range(j, j_met)]
        if i_met < len(old):
            found.append(_both(old[i_met], new[j_met], budget))
        i, j = i_met + 1, j_met + 1
    return found


def paired(old: Sequence[Block], new: Sequence[Block], budget: Budget) -> list[Pair]:
    """Places of paragraphs that belong together, rising on both sides."""
    pairs: list[Pair] = []
    for key in (_words, _opening, _ending):
        for i, i_to, j, j_to in _gaps(pairs, len(old), len(new)):
            a = [key(block, (0, place)) for place, block in enumerate(old[i:i_to])]
            b = [key(block, (1, place)) for place, block in enumerate(new[j:j_to])]
            runs = common(a, b, budget)
            pairs += [(i + x + n, j + y + n) for x, y, length in runs for n in range(length)]
        pairs.sort()
    for i, i_to, j, j_to in _gaps(pairs, len(old), len(new)):
        pairs += [(i + x, j + y) for x, y in _alike(old[i:i_to], new[j:j_to], budget)]
    return sorted(pairs)


def _words(block: Block, _nothing: Hashable) -> Hashable:
    return block.text or block.kind


def _opening(block: Block, nothing: Hashable) -> Hashable:
    words = block.text.lower().split(None, OPENING)
    return tuple(words[:OPENING]) if len(words) >= OPENING else nothing


def _ending(block: Block, nothing: Hashable) -> Hashable:
    words = block.text.lower().rsplit(None, OPENING)
    return tuple(words[-OPENING:]) if len(words) >= OPENING else nothing


def _gaps(pairs: list[Pair], n: int, m: int) -> list[tuple[int, int, int, int]]:
    """What lies between the pairs and has something on both sides."""
    edges = [(-1, -1), *pairs, (n, m)]
    gaps = ((i + 1, i_to, j + 1, j_to) for (i, j), (i_to, j_to) in pairwise(edges))
    return [gap for gap in gaps if gap[0] < gap[1] and gap[2] < gap[3]]


def _alike(old: Sequence[Block], new: Sequence[Block], budget: Budget) -> list[Pair]:
    """The pairs that share most words, none crossing another; of very many paragraphs only those at equal places."""
    is_large = len(old) * len(new) > LARGEST_GAP
    if not budget.spend(4 * (len(old) + len(new) if is_large else len(old) * len(new))):
        return []
    bags = [[frozenset(block.text.lower().split()) for block in side] for side in (old, new)]
    if is_large:
        pairs = [(place, place) for place, (a, b) in enumerate(zip(*bags, strict=False)) if _likeness(a, b)]
        budget.is_rough = budget.is_rough or len(pairs) < max(len(old), len(new))
        return pairs
    best = [[0.0] * (len(new) + 1) for _row in range(len(old) + 1)]
    likeness = [[_likeness(a, b) for b in bags[1]] for a in bags[0]]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            together = best[i + 1][j + 1] + likeness[i][j] if likeness[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together)
    pairs, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if likeness[i][j] and best[i][j] == best[i + 1][j + 1] + likeness[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _likeness(a: frozenset[str], b: frozenset[str]) -> float:
    shared = 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0
    return shared if shared >= LIKE else 0.0


def _moved(old, new, pairs) -> tuple[dict[int, int], dict[int, int]]:
    """({old place: new place}, {new place: old place}) of paragraphs that stand elsewhere, word for word."""
    kept_old, kept_new = ({pair[side] for pair in pairs} for side in (0, 1))
    free: dict[str, list[int]] = defaultdict(list)
    for place, block in enumerate(old):
        if place not in kept_old and len(block.text) >= LEAST_MOVED:
            free[block.text].append(place)
    away, here = {}, {}
    for place, block in enumerate(new):
        if place not in kept_new and free.get(block.text):
            from_there = free[block.text].pop(0)
            away[from_there], here[place] = place, from_there
    return away, here


def _alone(block: Block, kind: str, elsewhere: int | None) -> Row:
    old, new = (block, None) if kind == REMOVED else (None, block)
    if elsewhere is None:
        return Row(kind, old, new, (Piece(kind, block.text),) if block.text else ())
    moved, note = (MOVED_AWAY, _("moved to another place")) if old else (MOVED_HERE, _("moved here"))
    return Row(moved, old, new, (Piece(SAME, block.text),), (note,))


def _both(old: Block, new: Block, budget: Budget) -> Row:
    pieces = compare(old.text, new.text, budget)
    notes = styles.notes(old, new, pieces)
    kind = CHANGED if old.text != new.text else LOOKS if notes else SAME
    return Row(kind, old, new, pieces, notes)
