"""What the readers of documents share: paragraphs and table rows as lines. Rules 35 and 37."""

from collections.abc import Iterable
from dataclasses import replace

from articles.manuscript.lines import Line, Source, tidy
from articles.manuscript.marked import Marked, folded, joined

PLAIN: frozenset[str] = frozenset()
Run = tuple[str, frozenset[str]]


def paragraph(runs: Iterable[Run], kind: str = "", of: str = "") -> list[Line]:
    """A paragraph as lines, an empty one as a blank line; an item or a heading stays one line."""
    rows: list[list[Run]] = [[]]
    for words, held in runs:
        first, *more = tidy(words).split("\n")
        rows[-1].append((first, held))
        for one in more:
            if kind in ("ul", "ol", "heading"):
                rows[-1] += [(" ", PLAIN), (one, held)]
            else:
                rows.append([(one, held)])
    lines = [Line(folded(row), kind=kind, of=of) for row in rows]
    return lines if len(lines) > 1 or lines[0].plain or not kind else [Line(Marked(""))]


def row(cells: list[list[Line]]) -> list[Line]:
    """A table's row: one line where its cells hold one each, else every line by itself."""
    full = [kept for cell in cells if (kept := [line for line in cell if line.plain])]
    if len(full) > 1 and all(len(cell) == 1 for cell in full):
        return [Line(joined([cell[0].text for cell in full], " | "), is_row=True)]
    return [line for cell in cells for line in cell if line.plain] or [Line(Marked(""))]


def source(body: list[Line], header: list[Line], footer: list[Line]) -> Source:
    lines, after_blank = [], True
    for number, line in enumerate(body):
        if line.plain:
            lines.append(replace(line, number=number, begins_block=after_blank, width=len(line.plain)))
        after_blank = not line.plain
    words = [line.plain for line in (*header, *lines, *footer)]
    return Source(lines, "\n\n".join(words), True, header, footer)


def edges(found: Iterable[list[Line]]) -> list[Line]:
    """Lines of headers or footers, each once: a document repeats them for first, odd and even pages."""
    seen: dict[str, Line] = {}
    for lines in found:
        for line in lines:
            if line.plain:
                seen.setdefault(line.plain, line)
    return list(seen.values())
