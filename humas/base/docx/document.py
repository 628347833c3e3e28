"""
A .docx from the top down: letterhead, headings, paragraphs, lists, tables, pictures.

Our own, since python-docx had no release within a year when this was written.
Equal input gives equal bytes.
"""

import io
import zipfile
from collections.abc import Collection, Sequence

from humas.base.docx import drawn, parts
from humas.base.docx.html import Block, blocks_of
from humas.base.docx.words import Content, runs_xml
from humas.base.docx.xml import HEAD, R, W, about, attribute, w

CM = 567
"""Twentieths of a point, in which Word measures pages."""
_EMU_CM, _EMU_PIXEL = 360_000, 9_525  # in which it measures pictures; a pixel is 1/96 inch
_BEFORE_ALL = (1980, 1, 1, 0, 0, 0)  # the first moment a zip file can name
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{_DRAWING}/wordprocessingDrawing" '
    f'xmlns:a="{_DRAWING}/main" xmlns:pic="{_DRAWING}/picture"'
)


class Document:
    """
    Call what comes next on the page, then `to_bytes()`.

    Words are a text, a `Run`, or several of them. Control characters are
    dropped, "\\n" is a line break, and a link that Word would stumble over
    stays plain words.
    """

    def __init__(self, *, title: str, author: str = "", footer: str = "", is_landscape: bool = False) -> None:
        self.title, self.author, self.footer = title, author, footer
        self.size = (16838, 11906) if is_landscape else (11906, 16838)  # A4
        self.margin = int((1.8 if is_landscape else 2.5) * CM)
        self.width = self.size[0] - 2 * self.margin
        self._body: list[str] = []
        self._relations = [(kind, f"{kind}.xml") for kind in parts.FIXED]
        self._links: dict[str, str] = {}
        self._pictures: list[bytes] = []
        self._lists: list[tuple[bool, int]] = []

    def letterhead(self, name: str, *lines: str) -> None:
        """The bureau's name, then place, address and the like where there are any, and a double rule."""
        self.paragraph(name, style="LetterheadName")
        for line in filter(None, (line.strip() for line in lines)):
            self.paragraph(line, style="LetterheadLine")
        self.rule(kind="thinThickSmallGap", size=18)

    def heading(self, words: Content, level: int = 1) -> None:
        """Levels 1 to 4; 1 is the headline."""
        self.paragraph(words, style=f"Heading{level}")

    def paragraph(self, words: Content, *, style: str = "", align: str = "", keep_next: bool = False) -> None:
        """`align` is "", "center", "right" or "both"; `keep_next`: never at the foot of a page without what follows."""
        self._body.append(self._paragraph(words, style, align, w("keepNext") if keep_next else ""))

    def quote(self, words: Content) -> None:
        self.paragraph(words, style="Quote")

    def items(self, items: Sequence[Content], *, is_numbered: bool = False) -> None:
        """A list of its own, counted from 1 where it is numbered."""
        number = self._new_list(is_numbered, 0)
        self._body += [self._paragraph(words, "ListParagraph", "", _item(number, 0)) for words in items]

    def rule(self, *, kind: str = "single", size: int = 6) -> None:
        border = w("pBdr", w("bottom", val=kind, sz=size, space=1, color="auto"))
        self._body.append(w("p", w("pPr", border, w("spacing", after=160, line=120, lineRule="exact"))))

    def table(
        self,
        rows: Sequence[Sequence[Content]],
        widths: Sequence[float],
        *,
        header: Sequence[Content] = (),
        right: Collection[int] = (),
        has_rules: bool = True,
        style: str = "TableText",
        keep_next: bool = False,
    ) -> None:
        """
        `widths` are shares of the text's width; `header` is repeated on each page; columns `right` hold numbers.
        `keep_next`: what follows never stands on a page without the last row.
        """
        columns = [round(share * self.width / sum(widths)) for share in widths]
        self._body.append(
            drawn.table(
                rows,
                header,
                columns,
                self._paragraph,
                right=right,
                has_rules=has_rules,
                style=style,
                keeps_last=keep_next,
            )
        )
        kept = w("keepNext") if keep_next else ""
        self._body.append(w("p", w("pPr", kept, w("spacing", after=80, line=120, lineRule="exact"))))

    def image(self, jpeg: bytes, *, width: int, height: int, alt: str, highest_cm: float = 16) -> None:
        """A picture of so many pixels: never wider than the text or than it is, never higher than `highest_cm`."""
        self._pictures.append(jpeg)
        n = len(self._pictures)
        x, y = width * _EMU_PIXEL, height * _EMU_PIXEL
        shrink = min(1, self.width / CM * _EMU_CM / x, highest_cm * _EMU_CM / y)
        relation = self._related("image", f"media/{n}.jpeg")
        self._body.append(drawn.picture(relation, n, alt, (int(x * shrink), int(y * shrink))))

    def add_html(self, html: str) -> None:
        """A text from `humas.base.cleaning`. Make its links absolute first: others stay plain words."""
        numbers: dict[int, int] = {}
        for block in blocks_of(html):
            depth = min(block.depth, parts.DEEPEST)
            if block.is_item and block.list_of not in numbers:
                numbers[block.list_of] = self._new_list(block.is_numbered, depth)
            self._add_block(block, numbers.get(block.list_of, 0), depth)

    def to_bytes(self) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as file:
            for name, content in self._files():
                entry = zipfile.ZipInfo(name, _BEFORE_ALL)
                entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
                file.writestr(entry, content)
        return out.getvalue()

    def _files(self) -> list[tuple[str, str | bytes]]:
        document = f"{HEAD}<w:document {_NAMES}><w:body>{''.join(self._body)}{self._page()}</w:body></w:document>"
        foot = parts.footer(runs_xml(self.footer, self._link), self.width)
        return [
            ("[Content_Types].xml", parts.CONTENT_TYPES),
            ("_rels/.rels", parts.RELATIONS),
            ("word/document.xml", document),
            ("word/_rels/document.xml.rels", parts.relations(self._relations)),
            ("word/styles.xml", parts.STYLES),
            ("word/numbering.xml", parts.numbering(self._lists)),
            ("word/settings.xml", parts.SETTINGS),
            ("word/footer.xml", foot),
            ("docProps/core.xml", parts.core(attribute(self.title), attribute(self.author))),
            *((f"word/media/{n}.jpeg", jpeg) for n, jpeg in enumerate(self._pictures, 1)),
        ]

    def _page(self) -> str:
        width, height = self.size
        orient = {"orient": "landscape"} if width > height else {}
        sides = dict.fromkeys(("top", "right", "bottom", "left"), self.margin)
        return w(
            "sectPr",
            f'<w:footerReference w:type="default" r:id="rId{parts.FIXED.index("footer") + 1}"/>',
            w("pgSz", w=width, h=height, **orient),
            w("pgMar", **sides, header=708, footer=708, gutter=0),
        )

    def _paragraph(self, words: Content, style: str = "", align: str = "", layout: str = "") -> str:
        named = w("pStyle", val=style) if style else ""
        aligned = w("jc", val=align) if align else ""
        return w("p", about("pPr", named, layout, aligned), runs_xml(words, self._link))

    def _add_block(self, block: Block, number: int, depth: int) -> None:
        if block.is_rule:
            self.rule()
        elif block.level:
            self.heading(block.runs, block.level)
        elif block.list_of or block.is_quote:
            style = "ListParagraph" if block.list_of else "Quote"
            left = parts.INDENT * (depth + 1) * bool(block.list_of) + CM * block.is_quote
            indent = w("ind", left=left, hanging=parts.INDENT * block.is_item)
            layout = (_item(number, depth) if block.is_item else "") + indent
            self._body.append(self._paragraph(block.runs, style, "", layout))
        else:
            self.paragraph(block.runs)

    def _new_list(self, is_numbered: bool, depth: int) -> int:
        self._lists.append((is_numbered, depth))
        return len(self._lists)

    def _related(self, kind: str, target: str) -> str:
        self._relations.append((kind, target))
        return f"rId{len(self._relations)}"

    def _link(self, target: str) -> str:
        if target not in self._links:
            self._links[target] = self._related("hyperlink", attribute(target))
        return self._links[target]


def _item(number: int, depth: int) -> str:
    return w("numPr", w("ilvl", val=depth), w("numId", val=number))
