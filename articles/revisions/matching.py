"""
What two sequences have in common, found in bounded time.

Elements that occur once on both sides hold the two together, as in patience
diff (Cohen); between them the shortest edit script is looked for, as in Myers,
"An O(ND) Difference Algorithm" (Algorithmica 1, 1986). Python's difflib needs
minutes for a long text made of few words; here a budget ends the search, and
what is not compared by then counts as different.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import pairwise

MOST_EDITS = 1_000
"""More differences than this between two places they share are not sorted out."""

Run = tuple[int, int, int]
"""(place in a, place in b, number of equal elements)"""


@dataclass
class Budget:
    """Steps left; one is worth about a third of a microsecond. `is_rough` once something was not compared."""

    left: int
    is_rough: bool = False

    def spend(self, steps: int) -> bool:
        self.left -= steps
        if self.left < 0:
            self.is_rough = True
        return self.left >= 0


def common(a: Sequence[Hashable], b: Sequence[Hashable], budget: Budget) -> list[Run]:
    """Equal runs of a and b in their order, none touching the next on both sides."""
    found: list[Run] = []
    todo = [(0, len(a), 0, len(b))]
    while todo:
        a_from, a_to, b_from, b_to = todo.pop()
        start = a_from
        while a_from < a_to and b_from < b_to and a[a_from] == b[b_from]:
            a_from, b_from = a_from + 1, b_from + 1
        if a_from > start:
            found.append((start, b_from - (a_from - start), a_from - start))
        end = a_to
        while a_from < a_to and b_from < b_to and a[a_to - 1] == b[b_to - 1]:
            a_to, b_to = a_to - 1, b_to - 1
        if end > a_to:
            found.append((a_to, b_to, end - a_to))
        if a_from == a_to or b_from == b_to or not budget.spend(a_to - a_from + b_to - b_from):
            continue
        if anchors := _anchors(a, b, a_from, a_to, b_from, b_to):
            cuts = [(a_from, b_from), *anchors, (a_to, b_to)]
            todo += [(i, i_to, j, j_to) for (i, j), (i_to, j_to) in pairwise(cuts)]
        else:
            found += _shortest(a, b, a_from, a_to, b_from, b_to, budget)
    return _joined(sorted(found))


def _anchors(a, b, a_from: int, a_to: int, b_from: int, b_to: int) -> list[tuple[int, int]]:
    """Places of elements that occur once on either side: the longest line of them that rises on both."""
    once_a = Counter(a[a_from:a_to])
    once_b = Counter(b[b_from:b_to])
    place_b = {element: j for j, element in enumerate(b[b_from:b_to], b_from) if once_b[element] == 1}
    pairs = [(i, place_b[a[i]]) for i in range(a_from, a_to) if a[i] in place_b and once_a[a[i]] == 1]
    ends: list[int] = []  # the lowest place in b at which a line of this length ends
    at: list[int] = []  # which pair that is
    before: list[int] = []
    for number, (_i, j) in enumerate(pairs):
        length = bisect_left(ends, j)
        before.append(at[length - 1] if length else -1)
        ends[length : length + 1] = [j]
        at[length : length + 1] = [number]
    line = []
    number = at[-1] if at else -1
    while number >= 0:
        line.append(pairs[number])
        number = before[number]
    return line[::-1]


def _shortest(a, b, a_from: int, a_to: int, b_from: int, b_to: int, budget: Budget) -> list[Run]:
    """Myers' greedy search; nothing is in common where it would take too long."""
    if set(a[a_from:a_to]).isdisjoint(b[b_from:b_to]):
        return []
    n, m = a_to - a_from, b_to - b_from
    furthest = {1: 0}
    steps_back = []
    for edits in range(min(n + m, MOST_EDITS) + 1):
        steps_back.append(dict(furthest))
        slid = 0
        for k in range(-edits, edits + 1, 2):
            is_down = k == -edits or (k != edits and furthest[k - 1] < furthest[k + 1])
            x = furthest[k + 1] if is_down else furthest[k - 1] + 1
            y = x - k
            began = x
            while x < n and y < m and a[a_from + x] == b[b_from + y]:
                x, y = x + 1, y + 1
            furthest[k] = x
            slid += x - began
            if x >= n and y >= m:
                return _way_back(steps_back, n, m, a_from, b_from)
        if not budget.spend(2 * edits + slid):
            return []
    budget.is_rough = True
    return []


def _way_back(steps_back: list[dict[int, int]], x: int, y: int, a_from: int, b_from: int) -> list[Run]:
    runs = []
    for edits in range(len(steps_back) - 1, -1, -1):
        furthest = steps_back[edits]
        k = x - y
        is_down = k == -edits or (k != edits and furthest[k - 1] < furthest[k + 1])
        before = k + 1 if is_down else k - 1
        x_before = furthest[before] if edits else 0
        y_before = x_before - before if edits else 0
        x_met = x_before if not edits or is_down else x_before + 1
        if x > x_met:
            y_met = x_met - k
            runs.append((a_from + x_met, b_from + y_met, x - x_met))
        x, y = x_before, y_before
    return runs


def _joined(runs: list[Run]) -> list[Run]:
    whole: list[Run] = []
    for i, j, length in runs:
        if whole and (whole[-1][0] + whole[-1][2], whole[-1][1] + whole[-1][2]) == (i, j):
            whole[-1] = (whole[-1][0], whole[-1][1], whole[-1][2] + length)
        else:
            whole.append((i, j, length))
    return whole
