"""
A press text → the fields of a story.

What it promises are the rules of tests/articles/manuscripts/README.md: every
word is in a field or in `left_out`, with its reason.
"""

from dataclasses import dataclass

from articles.manuscript import datelines
from articles.manuscript.blocks import Block, blocks
from articles.manuscript.edges import take_end, take_headline, without_breaks
from articles.manuscript.lines import LeftOut, Line, Source, Taken, source_of, without_chat
from articles.manuscript.wraps import units

REASONS = """
    letterhead release_label letter_number embargo_note greeting contact photo_note hashtags emoji_tail chat_stamp
    forwarded form_words separator end_mark part_mark dateline_note
""".split()


@dataclass(frozen=True)
class Manuscript:
    """What a press text was taken for. `part_style` is "" where the mark names none."""

    headline: str
    dateline: str = ""
    blocks: tuple[Block, ...] = ()
    credit: str = ""
    part_number: int | None = None
    part_style: str = ""
    is_last: bool = False
    left_out: tuple[LeftOut, ...] = ()

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The words of the text without marks, one for each paragraph, subhead and item."""
        return tuple(line for block in self.blocks for line in block.lines)

    @property
    def body(self) -> str:
        """The text as HTML, not yet cleaned."""
        return "".join(block.whole for block in self.blocks)


def parse(text: str) -> Manuscript:
    """Take a press text apart; every word is in a field or in `left_out`."""
    return take_apart(source_of(text))


def take_apart(source: Source) -> Manuscript:
    """As `parse`, for what a reader of documents made. The source is used up."""
    taken = Taken()
    lines = without_breaks(without_chat(source.lines, taken), taken)
    headline, lines = take_headline(lines, taken)
    take_end(lines, taken)
    dateline = _take_dateline(lines, taken)
    found = blocks(*units(lines, is_document=source.is_document))
    left_out = [one for *_place, one in sorted(taken.left_out, key=lambda one: one[:2])]
    header, footer = ([LeftOut(line.plain, "letterhead") for line in edge] for edge in (source.header, source.footer))
    return Manuscript(
        headline,
        dateline,
        tuple(found),
        "; ".join(words for *_place, words in sorted(taken.credits)),
        taken.part_number,
        taken.part_style,
        taken.is_last,
        (*header, *left_out, *footer),
    )


def _take_dateline(lines: list[Line], taken: Taken) -> str:
    first = next((line for line in lines if line.kind != "heading"), None)
    if first is None or first.kind or first.is_row:
        return ""
    found = datelines.find(first.plain)
    if found is None:
        return ""
    for start, end in found.notes:
        taken.piece(first, first.text.cut(start, end), "dateline_note", start)
    first.keep(first.text.cut(found.end), found.end)
    if not first.plain:
        place = lines.index(first)
        if place + 1 < len(lines):
            lines[place + 1].begins_block = True
        del lines[place]
    return found.place
