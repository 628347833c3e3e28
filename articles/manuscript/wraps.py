"""Lines → paragraphs and items, whether somebody broke the lines at a margin or not. Rules 29–32."""

import re
from dataclasses import dataclass
from itertools import pairwise

from articles.manuscript.lines import Line
from articles.manuscript.marked import Marked, joined
from articles.manuscript.sentences import has_ended

_ITEM = re.compile(r"(?:(?P<bullet>[-–•·*])|(?P<count>\d{1,3}|[a-z])(?P<behind>[.)])) (?=\S)")
_WIDEST = 100


@dataclass
class Unit:
    """A paragraph, an item, a line of a quote or a heading; `is_block` where it is a block of one line."""

    line: Line
    text: Marked
    is_block: bool = False

    @property
    def plain(self) -> str:
        return self.text.plain


@dataclass(frozen=True)
class Item:
    """What begins a list item: `sign` is the same throughout a list, `count` rises."""

    sign: str
    count: int
    length: int


def item(line: Line) -> Item | None:
    """How a line begins as an item of a list, if it does; whether it is one its neighbours decide."""
    found = _ITEM.match(line.plain) if not line.kind and not line.is_row else None
    if not found:
        return None
    if found["bullet"]:
        return Item(found["bullet"], 0, found.end())
    written = found["count"]
    count = int(written) if written.isdigit() else ord(written) - ord("a") + 1
    return Item(("1" if written.isdigit() else "a") + found["behind"], count, found.end())


def units(lines: list[Line], *, is_document: bool) -> tuple[list[Unit], list[list[Unit]]]:
    """The units of a text, and those of them that are lists of typed items."""
    widest = _margin(lines) if not is_document else 0
    found = lists(_joined_up(lines, widest, {id(line) for line in lines if item(line)}))
    begun = {id(unit.line) for one in found for unit in one}
    out = _joined_up(lines, widest, begun)
    of = {id(unit.line): unit for unit in out}
    return out, [[of[id(unit.line)] for unit in one] for one in found]


def lists(found: list[Unit]) -> list[list[Unit]]:
    """Rows of two items or more, of one sign, their numbers rising from 1."""
    out: list[list[Unit]] = []
    row: list[Unit] = []
    last: Item | None = None
    for unit in found:
        here = item(unit.line)
        goes_on = here and last and here.sign == last.sign and (not here.count or here.count == last.count + 1)
        if not goes_on:
            out.append(row)
            row = []
        if here and (goes_on or here.count <= 1):
            row.append(unit)
            last = here
        else:
            last = None
    return [row for row in (*out, row) if len(row) > 1]


def _margin(lines: list[Line]) -> int:
    """The width a text was wrapped at; 0 for one that was not."""
    widest = max((line.width for line in lines), default=0)
    if widest > _WIDEST:
        return 0
    asked = [
        (line, below)
        for line, below in pairwise(lines)
        if not below.begins_block and not item(below) and below.kind != "quote"
    ]
    run_on = sum(not has_ended(line.plain) and not _has_room(line, below, widest) for line, below in asked)
    return widest if run_on * 2 > len(asked) else 0


def _has_room(line: Line, below: Line, widest: int) -> bool:
    return line.width + 1 + len(below.plain.split(" ", 1)[0]) <= widest


def _joined_up(lines: list[Line], widest: int, begun: set[int]) -> list[Unit]:
    out: list[Unit] = []
    above: Line | None = None
    rows: list[list[Line]] = []
    in_item = False
    for line in lines:
        if above is not None and id(line) not in begun and _goes_on(above, line, widest, in_item):
            rows[-1].append(line)
        else:
            rows.append([line])
            in_item = id(line) in begun
        above = line
    for n, row in enumerate(rows):
        ends_block = n + 1 == len(rows) or rows[n + 1][0].begins_block
        out.append(Unit(row[0], _text(row), row[0].begins_block and ends_block and len(row) == 1))
    return out


def _goes_on(above: Line, line: Line, widest: int, in_item: bool) -> bool:
    if line.begins_block or line.kind != above.kind or line.kind or line.is_row or above.is_row:
        return False
    if in_item and line.indent > 0:
        return True
    if widest:
        return not _has_room(above, line, widest) and not line.indent
    return line.plain[0].islower() and not has_ended(above.plain)


def _text(row: list[Line]) -> Marked:
    pieces = [row[0].text]
    for above, line in pairwise(row):
        is_parted = len(above.plain) > 1 and above.plain[-1] == "-" and above.plain[-2].isalpha()
        pieces += [line.text] if is_parted else [Marked(" "), line.text]
    return joined(pieces, "")
