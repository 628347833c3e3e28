"""What stands between paragraphs: tables and pictures."""

from collections.abc import Callable, Collection, Sequence

from humas.base.docx.words import Content
from humas.base.docx.xml import attribute, w

Paragraph = Callable[[Content, str, str, str], str]
"""(words, style, align, layout) → XML"""

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_CELL = w(
    "tblCellMar",
    *(w(side, w=width, type="dxa") for side, width in (("top", 45), ("left", 85), ("bottom", 45), ("right", 85))),
)
_SHADE = w("shd", val="clear", color="auto", fill="F3ECDD")
_PICTURE = (
    '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{x}" cy="{y}"/>'
    '<wp:docPr id="{n}" name="{n}" descr="{alt}"/><a:graphic><a:graphicData '
    'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
    '<pic:nvPicPr><pic:cNvPr id="{n}" name="{n}" descr="{alt}"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{x}" cy="{y}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing>"
)


def table(
    rows: Sequence[Sequence[Content]],
    header: Sequence[Content],
    columns: Sequence[int],
    paragraph: Paragraph,
    *,
    right: Collection[int],
    has_rules: bool,
    style: str,
    keeps_last: bool,
) -> str:
    """`columns` are widths in twentieths of a point. A row is never torn, the header repeated on each page."""
    sides = _SIDES if has_rules else ()
    rules = (w(side, val="single", sz=4, space=0, color="8A8272") for side in sides)

    def row(cells: Sequence[Content], style: str, shade: str = "", layout: str = "") -> str:
        return w(
            "tr",
            w("trPr", w("cantSplit"), w("tblHeader") if shade else ""),
            *(
                w(
                    "tc",
                    w("tcPr", w("tcW", w=width, type="dxa"), shade),
                    paragraph(words, style, _align(n, right), layout),
                )
                for n, (words, width) in enumerate(zip(cells, columns, strict=True))
            ),
        )

    return w(
        "tbl",
        w("tblPr", w("tblW", w=sum(columns), type="dxa"), w("tblBorders", *rules), w("tblLayout", type="fixed"), _CELL),
        w("tblGrid", *(w("gridCol", w=width) for width in columns)),
        row(header, "TableHead", _SHADE) if header else "",
        *(row(cells, style, "", w("keepNext") if keeps_last and cells is rows[-1] else "") for cells in rows),
    )


def _align(column: int, right: Collection[int]) -> str:
    return "right" if column in right else ""


def picture(relation: str, n: int, alt: str, size: tuple[int, int]) -> str:
    """The n-th picture of a document, `size` in English Metric Units."""
    drawing = _PICTURE.format(x=size[0], y=size[1], n=n, alt=attribute(alt), relation=relation)
    return w("p", w("pPr", w("keepNext"), w("spacing", after=60)), w("r", drawing))
