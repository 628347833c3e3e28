"""Word's .docx as lines. Rules 35–38 of tests/articles/manuscripts/README.md."""

import posixpath
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from articles.manuscript import layout
from articles.manuscript.lines import Line, Source
from articles.manuscript.marked import BOLD, ITALIC
from articles.manuscript.package import Package
from articles.manuscript.text import UnreadableManuscript

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_STRICT = "http://purl.oclc.org/ooxml/"
_SKIPPED = {f"{W}{name}" for name in "pPr rPr del moveFrom delText instrText delInstrText sectPr".split()} | {_FALLBACK}
_HEADING = re.compile(r"title|heading \d+", re.I)
_QUOTE = re.compile(r"quote|intense quote|quotations", re.I)
_OFF = {"0", "false", "off", "none"}


def read(data: bytes) -> Source:
    """Raises UnreadableManuscript for what is no .docx."""
    return _Document(Package(data)).source()


class _Document:
    def __init__(self, package: Package) -> None:
        self.package = package
        self.name = next((target for kind, target in self._related("") if kind == "officeDocument"), "")
        root = package.xml(self.name)
        if b"macroEnabled" in (package.bytes("[Content_Types].xml") if "[Content_Types].xml" in package.names else b""):
            raise UnreadableManuscript("macros")
        if root is None or root.tag != f"{W}document":
            is_strict = root is not None and _STRICT in root.tag
            raise UnreadableManuscript("strict" if is_strict else "damaged")
        self.root = root
        folder = posixpath.dirname(self.name)
        self.styles = _by_id(package.xml(f"{folder}/styles.xml"), "style", "styleId")
        numbering = package.xml(f"{folder}/numbering.xml")
        self.numbers = _by_id(numbering, "num", "numId")
        self.kinds = _by_id(numbering, "abstractNum", "abstractNumId")

    def source(self) -> Source:
        body = self.root.find(f"{W}body")
        lines = list(self._lines(body)) if body is not None else []
        return layout.source(lines, self._edge("header"), self._edge("footer"))

    def _edge(self, kind: str) -> list[Line]:
        targets = dict(self._related_ids(self.name))
        wanted = dict.fromkeys(targets.get(one.get(f"{_R}id", ""), "") for one in self.root.iter(f"{W}{kind}Reference"))
        roots = [root for name in wanted if name and (root := self.package.xml(name)) is not None]
        return layout.edges(list(self._lines(root)) for root in roots)

    def _related(self, part: str) -> Iterator[tuple[str, str]]:
        for one in self._relations(part):
            yield one.get("Type", "").rpartition("/")[2], self._target(part, one)

    def _related_ids(self, part: str) -> Iterator[tuple[str, str]]:
        for one in self._relations(part):
            yield one.get("Id", ""), self._target(part, one)

    def _relations(self, part: str) -> list[Element]:
        folder, name = posixpath.split(part)
        root = self.package.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        if root is None:
            return []
        return [one for one in root.iter(f"{_RELS}Relationship") if one.get("TargetMode") != "External"]

    @staticmethod
    def _target(part: str, relation: Element) -> str:
        target = relation.get("Target", "")
        return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")

    def _lines(self, parent: Element) -> Iterator[Line]:
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                for one in _inside(child, f"{W}tr"):
                    yield from layout.row([list(self._lines(cell)) for cell in _inside(one, f"{W}tc")])
            elif child.tag not in _SKIPPED:
                yield from self._lines(child)

    def _paragraph(self, element: Element) -> Iterator[Line]:
        about = element.find(f"{W}pPr")
        names = list(self._style_names(about))
        boxes: list[Element] = []
        runs = list(self._runs(element, boxes))
        kind, of = self._list(about)
        if any(_HEADING.fullmatch(name) for name in names):
            kind, of = "heading", ""
        elif any(_QUOTE.fullmatch(name) for name in names):
            kind, of = "quote", ""
        if runs or not boxes:
            yield from layout.paragraph(runs, kind, of)
        for box in boxes:
            yield from self._lines(box)

    def _runs(self, parent: Element, boxes: list[Element], held: frozenset[str] = layout.PLAIN) -> Iterator[layout.Run]:
        for child in parent:
            name = child.tag.removeprefix(W)
            if child.tag in _SKIPPED:
                continue
            if name == "txbxContent":
                boxes.append(child)
            elif name == "t":
                yield child.text or "", held
            elif name in ("tab", "ptab"):
                yield " ", held
            elif name in ("br", "cr"):
                yield "\n", held
            elif name == "noBreakHyphen":
                yield "-", held
            elif name == "r":
                yield from self._runs(child, boxes, self._held(child))
            else:
                yield from self._runs(child, boxes, held)

    def _held(self, run: Element) -> frozenset[str]:
        about = run.find(f"{W}rPr")
        if about is None:
            return layout.PLAIN
        style = about.find(f"{W}rStyle")
        name = self._name(style.get(f"{W}val", "")) if style is not None else ""
        held = {"strong": {BOLD}, "emphasis": {ITALIC}}.get(name.casefold(), set())
        for tag, kind in (("b", BOLD), ("i", ITALIC)):
            switch = about.find(f"{W}{tag}")
            if switch is not None:
                held = held - {kind} if switch.get(f"{W}val", "1") in _OFF else held | {kind}
        return frozenset(held)

    def _chain(self, style: str) -> Iterator[Element]:
        """A style and those it is made from."""
        for _step in range(20):
            if style not in self.styles:
                return
            yield self.styles[style]
            based = self.styles[style].find(f"{W}basedOn")
            style = based.get(f"{W}val", "") if based is not None else ""

    def _name(self, style: str) -> str:
        found = self.styles[style].find(f"{W}name") if style in self.styles else None
        return found.get(f"{W}val", "") if found is not None else ""

    def _style_names(self, about: Element | None) -> Iterator[str]:
        style = about.find(f"{W}pStyle") if about is not None else None
        for one in self._chain(style.get(f"{W}val", "") if style is not None else ""):
            yield self._name(one.get(f"{W}styleId", ""))

    def _list(self, about: Element | None) -> tuple[str, str]:
        if about is None:
            return "", ""
        style = about.find(f"{W}pStyle")
        chain = self._chain(style.get(f"{W}val", "") if style is not None else "")
        for one in (about, *(found for found in (one.find(f"{W}pPr") for one in chain) if found is not None)):
            if (numbers := one.find(f"{W}numPr")) is not None:
                return self._list_kind(_value(numbers, "numId"), _value(numbers, "ilvl") or "0")
        return "", ""

    def _list_kind(self, number: str, level: str) -> tuple[str, str]:
        if number not in self.numbers:
            return "", ""
        kind = self.kinds.get(_value(self.numbers[number], "abstractNumId"))
        levels = kind.findall(f"{W}lvl") if kind is not None else []
        form = next((_value(one, "numFmt") for one in levels if one.get(f"{W}ilvl") == level), "decimal")
        return ("", "") if form == "none" else ("ul" if form == "bullet" else "ol", number)


def _by_id(root: Element | None, tag: str, key: str) -> dict[str, Element]:
    return {one.get(f"{W}{key}", ""): one for one in root.iter(f"{W}{tag}")} if root is not None else {}


def _value(parent: Element, tag: str) -> str:
    found = parent.find(f"{W}{tag}")
    return found.get(f"{W}val", "") if found is not None else ""


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """Rows of a table, or cells of a row, also where a content control is put around them; not of a table inside."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in _SKIPPED and child.tag not in (f"{W}tbl", f"{W}tc"):
            yield from _inside(child, tag)
