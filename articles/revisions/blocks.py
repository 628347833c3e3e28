"""A story's body as people read it: one paragraph, heading, item or quotation after the other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape

Style = frozenset[str]
"""What a run of characters looks like: "strong", "em", "sub", "sup", and "a <address>" for a link."""

_TOKEN = re.compile(
    r'<(?P<slash>/?)(?P<name>[a-z][a-z0-9]*+)(?P<rest>[^>"]*+(?:"[^"]*+"[^>"]*+)*+)>|(?P<text>[^<]++|<)', re.IGNORECASE
)
_HREF = re.compile(r'\shref="([^"]*)"')
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_HEADINGS = ("h2", "h3", "h4")
_LISTS = ("ul", "ol")
_OPEN = {"p", "li", "blockquote", *_HEADINGS, *_LISTS}
_STYLES = {"strong", "em", "sub", "sup", "a"}
LINE = "hr"
_WRAP = {
    "quote": "<blockquote><p>{}</p></blockquote>",
    "ul": "<ul><li><p>{}</p></li></ul>",
    "ol": "<ol><li><p>{}</p></li></ol>",
}


@dataclass(frozen=True)
class Block:
    """
    One paragraph or what stands in its place.

    `kind` is "p", "h2", "h3", "h4", "ul" or "ol" (an item of such a list),
    "quote" or "hr"; `text` has the words alone, "\\n" where a line is broken;
    `runs` are (number of characters, their style) and cover the whole text.
    """

    kind: str
    text: str
    runs: tuple[tuple[int, Style], ...] = ()


def blocks(html: str) -> list[Block]:
    """The blocks of a cleaned body. What has no words is left out, but for dividing lines."""
    reader = _Reader()
    for token in _TOKEN.finditer(html):
        if token["text"] is not None:
            reader.text(unescape(token["text"]))
        elif token["slash"]:
            reader.end(token["name"].lower())
        else:
            reader.start(token["name"].lower(), token["rest"])
    reader.flush()
    return reader.blocks


class _Reader:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.open: list[str] = []
        self.styles: list[tuple[str, str]] = []
        self.style: Style = frozenset()
        self.parts: list[tuple[str, Style]] = []

    def start(self, name: str, rest: str) -> None:
        if name == "br":
            self.parts.append(("\n", frozenset()))
        elif name == LINE:
            self.flush()
            self.blocks.append(Block(LINE, ""))
        elif name in _OPEN:
            self.flush()
            self.open.append(name)
        elif name in _STYLES:
            href = _HREF.search(rest)
            self.styles.append((name, f"a {unescape(href[1])}" if name == "a" and href else name))
            self.style = frozenset(style for _name, style in self.styles)

    def end(self, name: str) -> None:
        if name in _OPEN:
            self.flush()
            if name in self.open:
                del self.open[len(self.open) - 1 - self.open[::-1].index(name)]
        for place in range(len(self.styles) - 1, -1, -1):
            if self.styles[place][0] == name:
                del self.styles[place]
                self.style = frozenset(style for _name, style in self.styles)
                break

    def text(self, words: str) -> None:
        self.parts.append((_BLANKS.sub(" ", words), self.style))

    def flush(self) -> None:
        """What was read since the last block began is a block, blanks at its edges and beside its breaks left out."""
        runs: list[tuple[str, Style]] = []
        ending = "\n"
        for words, style in self.parts:
            if words == "\n":
                _strip_end(runs)
            elif ending in " \n":
                words = words.lstrip(" ")
            if words:
                runs.append((words, style))
                ending = words[-1]
        _strip_end(runs)
        self.parts = []
        text = "".join(words for words, _style in runs)
        if text.strip("\n"):
            self.blocks.append(Block(self.kind(), text, tuple(_joined(runs))))

    def kind(self) -> str:
        for name in reversed(self.open):
            if name in _HEADINGS or name in _LISTS:
                return name
            if name == "blockquote":
                return "quote"
        return "p"


def _strip_end(runs: list[tuple[str, Style]]) -> None:
    while runs and runs[-1][0].endswith(" "):
        words, style = runs.pop()
        if words := words.rstrip(" "):
            runs.append((words, style))


def _joined(runs: list[tuple[str, Style]]) -> Iterator[tuple[int, Style]]:
    """Neighbours of one style as one run."""
    length, last = 0, runs[0][1]
    for words, style in runs:
        if style != last:
            yield length, last
            length, last = 0, style
        length += len(words)
    yield length, last


def written(block: Block) -> str:
    """The block as HTML again, to be taken over into another text."""
    if block.kind == LINE:
        return "<hr>"
    out, place = [], 0
    for length, style in block.runs:
        words = escape(block.text[place : place + length]).replace("\n", "<br>")
        for name in sorted(style):
            tag, _space, address = name.partition(" ")
            href = f' href="{escape(address)}"' if address else ""
            words = f"<{tag}{href}>{words}</{tag}>"
        out.append(words)
        place += length
    return _WRAP.get(block.kind, f"<{block.kind}>{{}}</{block.kind}>").format("".join(out))
