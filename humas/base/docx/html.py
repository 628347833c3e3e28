"""Our cleaned HTML as the paragraphs of a document, no word lost."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from humas.base.docx.words import Run

_BLOCKS = {"p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "hr"}
_HELD = {"strong": "bold", "b": "bold", "em": "italic", "i": "italic", "sub": "subscript", "sup": "superscript"}
_BLANKS = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True)
class Block:
    """
    A paragraph: `level` of a heading or 0; `list_of` the number of its list (counted from 1) or 0, `depth` its
    place among lists inside lists, from 0. Only the first paragraph of an item `is_item`.
    """

    runs: list[Run]
    level: int = 0
    is_quote: bool = False
    is_rule: bool = False
    list_of: int = 0
    is_numbered: bool = False
    is_item: bool = False
    depth: int = 0


def blocks_of(html: str) -> list[Block]:
    """The paragraphs of a text from `humas.base.cleaning`."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_block()
    return reader.blocks


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._runs: list[Run] = []
        self._open: list[str] = []
        self._hrefs: list[str] = []
        self._lists: list[tuple[int, bool]] = []
        self._lists_seen = 0
        self._level = 0
        self._begins_item = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.end_block()
        if tag in ("ul", "ol"):
            self._lists_seen += 1
            self._lists.append((self._lists_seen, tag == "ol"))
        elif tag == "li":
            self._begins_item = True
        elif tag in ("h2", "h3", "h4"):
            self._level = int(tag[1])
        elif tag == "hr":
            self.blocks.append(Block([], is_rule=True))
        elif tag == "br":
            self._runs.append(self._run("\n"))
        elif tag == "a":
            self._hrefs.append(dict(attrs).get("href") or "")
        if tag in _HELD or tag == "blockquote":
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_block()
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._begins_item = False
        elif tag == "a" and self._hrefs:
            self._hrefs.pop()
        if tag in self._open:
            self._open.remove(tag)

    def handle_data(self, data: str) -> None:
        self._runs.append(self._run(_BLANKS.sub(" ", data)))

    def end_block(self) -> None:
        """Close the paragraph that is being written, if it holds anything to see."""
        runs, level = _trimmed(self._runs), self._level
        self._runs, self._level = [], 0
        if not runs:
            return
        number, is_numbered = self._lists[-1] if self._lists else (0, False)
        self.blocks.append(
            Block(
                runs,
                level=level,
                is_quote="blockquote" in self._open,
                list_of=number,
                is_numbered=is_numbered,
                is_item=self._begins_item and number > 0,
                depth=max(len(self._lists) - 1, 0),
            )
        )
        self._begins_item = False

    def _run(self, text: str) -> Run:
        held = {_HELD[tag] for tag in self._open if tag in _HELD}
        rise = next((rise for rise in ("superscript", "subscript") if rise in held), "")
        return Run(text, "bold" in held, "italic" in held, rise, self._hrefs[-1] if self._hrefs else "")


def _trimmed(runs: list[Run]) -> list[Run]:
    """As a browser shows them: one blank between words, none at the edges of a line."""
    out: list[Run] = []
    for run in runs:
        text = run.text
        if text.startswith((" ", "\n")) and (not out or out[-1].text.endswith((" ", "\n"))):
            if text.startswith(" "):
                text = text[1:]
            elif not out:
                continue
        if text:
            out.append(Run(text, run.bold, run.italic, run.rise, run.href))
    while out and not out[-1].text.rstrip(" \n"):
        out.pop()
    if out:
        last = out.pop()
        out.append(Run(last.text.rstrip(" \n"), last.bold, last.italic, last.rise, last.href))
    return out
