"""The lines of a manuscript, and what a chat put around them."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from articles.manuscript.emoji import without_emoji_around
from articles.manuscript.marked import BOLD, Marked

# Signs without a width or a meaning of their own. The zero-width joiner stays: it holds emoji together.
_NO_WIDTH = dict.fromkeys(
    {0x00AD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
    | {*range(9), *range(14, 28), 127, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF}
)
_DATE, _TIME = r"\d{1,2}/\d{1,2}/\d{2,4}", r"\d{1,2}[.:]\d{2}(?:[.:]\d{2})?"
_STAMP = re.compile(
    rf"\[(?:{_DATE},? {_TIME}|{_TIME}, {_DATE})\] [^:]{{1,60}}:(?= |$)|{_DATE},? {_TIME} - [^:]{{1,60}}:(?= |$)"
)
_SYSTEM = re.compile(rf"{_DATE},? {_TIME} - \S")
_MEDIA = re.compile(r"<Media tidak disertakan>|<Media omitted>|.{1,200}\((?:file terlampir|file attached)\)", re.I)
_FORWARDED = re.compile(r"(?:diteruskan(?: berkali-kali)?|forwarded(?: many times)?)", re.I)


@dataclass
class Line:
    """
    One line; `begins_block` where a blank line or a chat stamp stands before it.

    `width` and `indent` are as typed. `kind` is what a word processor says: heading, quote, ul, ol
    (a chat's "> " is a quote too); `of` tells one of its lists from the next.
    """

    text: Marked
    number: int = 0
    begins_block: bool = False
    indent: int = 0
    width: int = 0
    kind: str = ""
    of: str = ""
    is_row: bool = False
    begun_at: int = 0

    @property
    def plain(self) -> str:
        return self.text.plain

    @cached_property
    def core(self) -> str:
        """Its words without marks and without emoji around them: what it is judged by."""
        return without_emoji_around(self.text.plain)

    @property
    def is_bold(self) -> bool:
        return self.text.is_wholly(BOLD)

    @property
    def is_capitals(self) -> bool:
        return self.plain.isupper()

    def keep(self, text: Marked, begun_at: int = 0) -> None:
        """Go on with a piece of it."""
        self.text, self.begun_at = text, self.begun_at + begun_at
        self.__dict__.pop("core", None)


@dataclass(frozen=True)
class LeftOut:
    """Words that went into no field, as typed, and the name of the reason."""

    text: str
    reason: str


@dataclass
class Taken:
    """What was taken for something else than text, each with its place in the manuscript."""

    left_out: list[tuple[int, int, LeftOut]] = field(default_factory=list)
    credits: list[tuple[int, int, str]] = field(default_factory=list)
    is_last: bool = False
    part_number: int | None = None
    part_style: str = ""

    def line(self, line: Line, reason: str) -> None:
        self.piece(line, line.text, reason)

    def piece(self, line: Line, text: Marked, reason: str, at: int = 0) -> None:
        self.left_out.append((line.number, line.begun_at + at, LeftOut(text.typed(), reason)))

    def credit(self, line: Line, words: str, at: int = 0) -> None:
        self.credits.append((line.number, line.begun_at + at, words))


@dataclass
class Source:
    """A manuscript as it was read: its lines, the edges of its pages, and its words for telling it again."""

    lines: list[Line]
    text: str
    is_document: bool = False
    header: list[Line] = field(default_factory=list)
    footer: list[Line] = field(default_factory=list)


def tidy(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_NO_WIDTH)


def source_of(text: str) -> Source:
    """Plain text in lines; blank ones begin blocks."""
    lines, after_blank = [], True
    for number, raw in enumerate(tidy(text).split("\n")):
        words = " ".join(raw.split())
        if words:
            indent = len(raw) - len(raw.lstrip())
            lines.append(Line(Marked(words), number, after_blank, indent, len(raw.rstrip())))
        after_blank = not words
    return Source(lines, text)


def without_chat(lines: list[Line], taken: Taken) -> list[Line]:
    """The lines without stamps and "Diteruskan", quotes and marks read."""
    out, begins = [], False
    for line in lines:
        line.begins_block |= begins
        begins = _is_all_chat(line, taken)
        if begins:
            continue
        if line.plain.startswith("> ") and not line.kind:
            line.kind = "quote"
            line.keep(line.text.cut(2), 2)
        line.keep(line.text.with_chat_marks())
        out.append(line)
    return out


def _is_all_chat(line: Line, taken: Taken) -> bool:
    if found := _STAMP.match(line.plain):
        taken.piece(line, line.text.cut(0, found.end()), "chat_stamp")
        line.begins_block = True
        line.keep(line.text.cut(found.end()), found.end())
        if _MEDIA.fullmatch(line.plain):
            taken.line(line, "photo_note")
            return True
        return not line.plain
    reason = "chat_stamp" if _SYSTEM.match(line.plain) else "forwarded" if _FORWARDED.fullmatch(line.core) else ""
    if reason:
        taken.line(line, reason)
    return bool(reason)
