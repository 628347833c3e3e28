"""LibreOffice's .odt as lines. Rules 35–38 of tests/articles/manuscripts/README.md."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from articles.manuscript import layout
from articles.manuscript.lines import Line, Source
from articles.manuscript.marked import BOLD, ITALIC
from articles.manuscript.package import Package
from articles.manuscript.text import UnreadableManuscript

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_OFFICE, _TEXT, _STYLE, _TABLE, _DRAW = (f"{{{_ODF}:{name}:1.0}}" for name in "office text style table drawing".split())
_FO = f"{{{_ODF}:xsl-fo-compatible:1.0}}"
_SKIPPED = {
    *(f"{_TEXT}{name}" for name in "tracked-changes note sequence-decls variable-decls user-field-decls".split()),
    f"{_OFFICE}annotation",
    f"{_OFFICE}forms",
    f"{_TABLE}covered-table-cell",
}
_HEADING = re.compile(r"title|heading \d+", re.I)
_QUOTE = re.compile(r"quote|intense quote|quotations", re.I)


def read(data: bytes) -> Source:
    """Raises UnreadableManuscript for what is no .odt."""
    return _Document(Package(data)).source()


class _Document:
    def __init__(self, package: Package) -> None:
        content, styles = package.xml("content.xml"), package.xml("styles.xml")
        text = content.find(f"{_OFFICE}body/{_OFFICE}text") if content is not None else None
        if content is None or text is None:
            raise UnreadableManuscript("damaged")
        self.text, self.page = text, styles
        self.automatic: dict[tuple[str, str], Element] = {}
        self.styles: dict[tuple[str, str], Element] = {}
        self.lists: dict[str, Element] = {}
        for root in (styles, content):
            for one in root.iter(f"{_STYLE}style") if root is not None else ():
                self.styles[one.get(f"{_STYLE}family", ""), one.get(f"{_STYLE}name", "")] = one
            for one in root.iter(f"{_TEXT}list-style") if root is not None else ():
                self.lists[one.get(f"{_STYLE}name", "")] = one
        for parent in content.iter(f"{_OFFICE}automatic-styles"):
            for one in parent:
                self.automatic[one.get(f"{_STYLE}family", ""), one.get(f"{_STYLE}name", "")] = one
        self.list_count = 0

    def source(self) -> Source:
        return layout.source(list(self._lines(self.text)), self._edge("header"), self._edge("footer"))

    def _edge(self, kind: str) -> list[Line]:
        if self.page is None:
            return []
        tags = [f"{_STYLE}{kind}{pages}" for pages in ("", "-left", "-first")]
        return layout.edges(
            list(self._lines(edge))
            for page in self.page.iter(f"{_STYLE}master-page")
            for tag in tags
            for edge in page.findall(tag)
        )

    def _lines(self, parent: Element) -> Iterator[Line]:
        for child in parent:
            if child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                yield from self._paragraph(child)
            elif child.tag == f"{_TEXT}list":
                self.list_count += 1
                yield from self._list(child, child.get(f"{_TEXT}style-name", ""), 1, str(self.list_count))
            elif child.tag == f"{_TABLE}table":
                for one in _inside(child, f"{_TABLE}table-row"):
                    yield from layout.row([list(self._lines(cell)) for cell in _inside(one, f"{_TABLE}table-cell")])
            elif child.tag not in _SKIPPED:
                yield from self._lines(child)

    def _paragraph(self, element: Element, kind: str = "", of: str = "") -> Iterator[Line]:
        style = element.get(f"{_TEXT}style-name", "")
        names = list(self._names(style))
        if element.tag == f"{_TEXT}h" or any(_HEADING.fullmatch(name) for name in names):
            kind, of = "heading", ""
        elif not kind and any(_QUOTE.fullmatch(name) for name in names):
            kind = "quote"
        boxes: list[Element] = []
        about = self.automatic.get(("paragraph", style)) if kind != "heading" else None
        runs = list(self._runs(element, boxes, _held(about, layout.PLAIN)))
        if runs or not boxes:
            yield from layout.paragraph(runs, kind, of)
        for box in boxes:
            yield from self._lines(box)

    def _list(self, element: Element, style: str, level: int, of: str) -> Iterator[Line]:
        kind = self._list_kind(style, level)
        for entry in element:
            is_first = entry.tag == f"{_TEXT}list-item"
            for child in entry:
                if child.tag == f"{_TEXT}list":
                    yield from self._list(child, child.get(f"{_TEXT}style-name", "") or style, level + 1, of)
                elif child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                    yield from self._paragraph(child, kind if is_first else "", of if is_first else "")
                    is_first = False

    def _list_kind(self, style: str, level: int) -> str:
        for one in self.lists.get(style, ()):
            if one.get(f"{_TEXT}level") == str(level):
                return "ul" if one.tag.endswith(("-bullet", "-image")) else "ol"
        return "ul"

    def _runs(self, parent: Element, boxes: list[Element], held: frozenset[str]) -> Iterator[layout.Run]:
        yield parent.text or "", held
        for child in parent:
            if child.tag == f"{_DRAW}text-box":
                boxes.append(child)
            elif child.tag == f"{_TEXT}line-break":
                yield "\n", held
            elif child.tag in (f"{_TEXT}s", f"{_TEXT}tab"):
                yield " ", held
            elif child.tag == f"{_TEXT}span":
                yield from self._runs(child, boxes, self._span(child.get(f"{_TEXT}style-name", ""), held))
            elif child.tag not in _SKIPPED:
                yield from self._runs(child, boxes, held)
            yield child.tail or "", held

    def _span(self, style: str, held: frozenset[str]) -> frozenset[str]:
        for one in reversed(list(self._chain("text", style))):
            held = _held(one, held)
        return held

    def _chain(self, family: str, style: str) -> Iterator[Element]:
        for _step in range(20):
            one = self.styles.get((family, style))
            if one is None:
                return
            yield one
            style = one.get(f"{_STYLE}parent-style-name", "")

    def _names(self, style: str) -> Iterator[str]:
        """What a paragraph's style and those it is made from are called, known or not."""
        for one in self._chain("paragraph", style):
            yield one.get(f"{_STYLE}display-name") or one.get(f"{_STYLE}name", "").replace("_20_", " ")
            style = one.get(f"{_STYLE}parent-style-name", "")
        yield style.replace("_20_", " ")


def _held(style: Element | None, held: frozenset[str]) -> frozenset[str]:
    about = style.find(f"{_STYLE}text-properties") if style is not None else None
    if about is None:
        return held
    weight, slant = about.get(f"{_FO}font-weight"), about.get(f"{_FO}font-style")
    for value, kind, on in (
        (weight, BOLD, ("bold", "600", "700", "800", "900")),
        (slant, ITALIC, ("italic", "oblique")),
    ):
        if value:
            held = held | {kind} if value in on else held - {kind}
    return held


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, whatever groups them; not those of a table inside."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in _SKIPPED and child.tag not in (f"{_TABLE}table", f"{_TABLE}table-cell"):
            yield from _inside(child, tag)
