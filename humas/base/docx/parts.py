"""The parts of a .docx that are the same in each, or nearly."""

from humas.base.docx.xml import HEAD, PACKAGE, R, W, about, w

FONT = "Arial"  # on every office machine; LibreOffice and phones have one of the same widths
DEEPEST = 8
"""Lists inside lists are told apart down to this depth, counted from 0."""
INDENT = 425
"""Of each depth, in twentieths of a point."""

FIXED = ("styles", "numbering", "settings", "footer")
_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"

CONTENT_TYPES = (
    f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MIME}.document.main+xml"/>'
    + "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_MIME}.{name}+xml"/>' for name in FIXED)
    + f'<Override PartName="/docProps/core.xml" ContentType="{_CORE}"/></Types>'
)

RELATIONS = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)


def _part(root: str, *inside: str) -> str:
    return f'{HEAD}<w:{root} xmlns:w="{W}" xmlns:r="{R}">{"".join(inside)}</w:{root}>'


# Without it Word opens the document "in compatibility mode".
_MODE = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
SETTINGS = _part("settings", w("compat", _MODE))


def _style(name: str, paragraph: str = "", look: str = "", *, based: str = "Normal") -> str:
    key = name.title().replace(" ", "")
    own = {"type": "character" if name == "Hyperlink" else "paragraph", "styleId": key}
    basis = w("basedOn", val=based) if key not in ("Normal", "Hyperlink") else ""
    named = w("name", val=name) + basis + w("qFormat")
    return w("style", named, about("pPr", paragraph), about("rPr", look), **own | {"default": int(key == "Normal")})


def _heading(level: int, half_points: int, before: int) -> str:
    paragraph = w("keepNext") + w("keepLines") + w("spacing", before=before, after=100) + w("outlineLvl", val=level - 1)
    return _style(f"heading {level}", paragraph, w("b") + w("sz", val=half_points))


def _spacing(after: int, line: int = 240) -> str:
    return w("spacing", after=after, line=line, lineRule="auto")


_CENTRED = w("keepNext") + _spacing(0) + w("jc", val="center")
_FONTS = w("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
STYLES = _part(
    "styles",
    w("docDefaults", w("rPrDefault", w("rPr", _FONTS, w("sz", val=22), w("lang", val="id-ID")))),
    _style("Normal", _spacing(140, 288)),
    _heading(1, 32, 120),
    _heading(2, 26, 240),
    _heading(3, 23, 200),
    _heading(4, 22, 160),
    _style("Quote", w("ind", left=567, right=567)),
    _style("List Paragraph", _spacing(70, 288)),
    _style("Caption", _spacing(200, 252), w("sz", val=18)),
    _style("Letterhead Name", _CENTRED, w("b") + w("sz", val=30)),
    _style("Letterhead Line", _CENTRED, w("sz", val=19)),
    _style("Table Text", _spacing(0), w("sz", val=18)),
    _style("Table Head", w("keepNext"), w("b"), based="TableText"),
    _style("Signature", w("keepNext") + _spacing(0, 264)),
    _style("footer", _spacing(0), w("sz", val=16)),
    _style("Hyperlink", look=w("color", val="1F3A68") + w("u", val="single")),
)


def numbering(lists: list[tuple[bool, int]]) -> str:
    """For each list, in the order of their numbers from 1: whether it counts, and its depth. Each counts from 1."""
    kinds = [
        w("abstractNum", w("multiLevelType", val="hybridMultilevel"), *_levels(counts), abstractNumId=int(counts))
        for counts in (False, True)
    ]
    each = [
        w(
            "num",
            w("abstractNumId", val=int(counts)),
            w("lvlOverride", w("startOverride", val=1), ilvl=depth),
            numId=number,
        )
        for number, (counts, depth) in enumerate(lists, 1)
    ]
    return _part("numbering", *kinds, *each)


def _levels(counts: bool) -> list[str]:
    forms = ("decimal", "lowerLetter", "lowerRoman") if counts else ("bullet",) * 3
    return [
        w(
            "lvl",
            w("start", val=1),
            w("numFmt", val=forms[depth % 3]),
            w("lvlText", val=f"%{depth + 1}." if counts else "•–▪"[depth % 3]),
            w("lvlJc", val="left"),
            w("pPr", w("ind", left=INDENT * (depth + 1), hanging=INDENT)),
            ilvl=depth,
        )
        for depth in range(DEEPEST + 1)
    ]


def footer(words: str, width: int) -> str:
    """Words at the left, "3 / 7" at the right; `width` of the text in twentieths of a point."""
    page, pages = (w("fldSimple", w("r", w("t", "1")), instr=name) for name in ("PAGE", "NUMPAGES"))
    layout = w("pPr", w("pStyle", val="Footer"), w("tabs", w("tab", val="right", pos=width)))
    between = '<w:r><w:t xml:space="preserve"> / </w:t></w:r>'
    return _part("ftr", w("p", layout, words, w("r", w("tab")), page, between, pages))


def core(title: str, author: str) -> str:
    """Title and author, already escaped. No times: equal input gives equal bytes."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:creator>{author}</dc:creator><dc:language>id-ID</dc:language><dc:title>{title}</dc:title>"
        "</cp:coreProperties>"
    )


def relations(targets: list[tuple[str, str]]) -> str:
    """(kind, escaped target) with the ids rId1, rId2 …; only hyperlinks lead out of the document."""
    each = []
    for number, (kind, target) in enumerate(targets, 1):
        mode = ' TargetMode="External"' if kind == "hyperlink" else ""
        each.append(f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{target}"{mode}/>')
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{"".join(each)}</Relationships>'
