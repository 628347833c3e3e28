"""The smallest .docx and .odt that a word processor opens."""

import zipfile
from html import escape
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OPENDOCUMENT = "application/vnd.oasis.opendocument.text"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def write(path: Path, files: dict[str, str]) -> None:
    """A zip, not compressed, whose bytes depend on the files alone."""
    with zipfile.ZipFile(path, "w") as package:
        for name, text in files.items():
            package.writestr(zipfile.ZipInfo(name, (2026, 4, 24, 19, 20, 0)), text.encode())


# .docx


def r(text: str, marks: str = "") -> str:
    """A run; marks: b bold, i italic, n bold switched off. "\\n" is a soft line break, "\\t" a tab."""
    switched = "".join({"b": "<w:b/>", "i": "<w:i/>", "n": '<w:b w:val="0"/>'}[mark] for mark in marks)
    text = escape(text, quote=False)
    text = text.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    text = text.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:r><w:rPr>{switched}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, style: str = "", numbers: int = 0) -> str:
    """A paragraph of runs or plain words; `numbers` 1 is the bulleted list, 2 the numbered one."""
    about = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbers:
        about += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbers}"/></w:numPr>'
    return f"<w:p><w:pPr>{about}</w:pPr>{''.join(one if one[0] == '<' else r(one) for one in runs)}</w:p>"


def row(*cells: str) -> str:
    """A table of one row; each cell holds paragraphs."""
    columns = "".join(f'<w:tc><w:tcPr><w:tcW w:w="4500" w:type="dxa"/></w:tcPr>{cell}</w:tc>' for cell in cells)
    grid = '<w:gridCol w:w="4500"/>' * len(cells)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid><w:tr>{columns}</w:tr></w:tbl>"


PAGE = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
# As Word in Indonesian names them: the id is translated, the name is not.
STYLES = {
    "Judul": "Title",
    "Judul1": "heading 1",
    "Judul2": "heading 2",
    "Kutipan": "Quote",
    "DaftarParagraf": "List Paragraph",
}


def docx(*body: str, header: str = "", footer: str = "") -> dict[str, str]:
    ns = f'xmlns:w="{W}" xmlns:r="{R}"'
    edges = {kind: words for kind, words in (("header", header), ("footer", footer)) if words}
    references = "".join(f'<w:{kind}Reference w:type="default" r:id="{kind}1"/>' for kind in edges)
    parts = ["document", "styles", "numbering", *(f"{kind}1" for kind in edges)]
    kinds = {"document": "document.main", **{f"{kind}1": kind for kind in edges}}
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{value}"/></w:style>'
        for key, value in STYLES.items()
    )
    numbering = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        for n, (kind, text) in enumerate((("bullet", "•"), ("decimal", "%1.")), 1)
    ) + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
    styles += '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    files = {
        "[Content_Types].xml": f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="/word/{part}.xml" ContentType="{MIME}.{kinds.get(part, part)}+xml"/>'
            for part in parts
        )
        + "</Types>",
        "_rels/.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="{part}" Type="{R}/{part.rstrip("1")}" Target="{part}.xml"/>' for part in parts[1:]
        )
        + "</Relationships>",
        "word/document.xml": f"{XML}<w:document {ns}><w:body>{''.join(body)}"
        f"<w:sectPr>{references}</w:sectPr></w:body></w:document>",
        "word/styles.xml": f"{XML}<w:styles {ns}>{styles}</w:styles>",
        "word/numbering.xml": f"{XML}<w:numbering {ns}>{numbering}</w:numbering>",
    }
    roots = {"header": "hdr", "footer": "ftr"}
    for kind, words in edges.items():
        files[f"word/{kind}1.xml"] = f"{XML}<w:{roots[kind]} {ns}>{words}</w:{roots[kind]}>"
    return files


# .odt


def span(text: str, style: str) -> str:
    return f'<text:span text:style-name="{style}">{escape(text, quote=False)}</text:span>'


def tp(*runs: str, style: str = "Standard") -> str:
    inner = "".join(one if one.startswith("<") else escape(one, quote=False) for one in runs)
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def th(text: str, level: int) -> str:
    words = escape(text, quote=False)
    return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{words}</text:h>'


def tlist(style: str, *items: str) -> str:
    inner = "".join(f"<text:list-item>{tp(item)}</text:list-item>" for item in items)
    return f'<text:list text:style-name="{style}">{inner}</text:list>'


def trow(*cells: str) -> str:
    columns = "".join(f'<table:table-cell office:value-type="string">{cell}</table:table-cell>' for cell in cells)
    return (
        f'<table:table table:name="Tabel1"><table:table-column table:number-columns-repeated="{len(cells)}"/>'
        f"<table:table-row>{columns}</table:table-row></table:table>"
    )


ODT_NS = " ".join(f'xmlns:{name}="{ODF}:{name}:1.0"' for name in ("office", "text", "table", "style"))
ODT_NS += f' xmlns:fo="{ODF}:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
AUTOMATIC = (
    '<office:automatic-styles><style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Quotations"/>'
    '<style:style style:name="T1" style:family="text"><style:text-properties '
    'fo:font-weight="bold"/></style:style><style:style style:name="T2" style:family="text"><style:text-properties '
    'fo:font-style="italic"/></style:style><text:list-style style:name="L1"><text:list-level-style-bullet '
    'text:level="1" text:bullet-char="•"/></text:list-style><text:list-style style:name="L2">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>'
    "</office:automatic-styles>"
)


def odt(*body: str, header: str = "", footer: str = "") -> dict[str, str]:
    edges = f"<style:header>{header}</style:header>" if header else ""
    edges += f"<style:footer>{footer}</style:footer>" if footer else ""
    entries = {"/": OPENDOCUMENT, "content.xml": "text/xml", "styles.xml": "text/xml"}
    return {
        "mimetype": OPENDOCUMENT,
        "META-INF/manifest.xml": f'{XML}<manifest:manifest xmlns:manifest="{ODF}:manifest:1.0" '
        'manifest:version="1.2">'
        + "".join(
            f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
            for path, kind in entries.items()
        )
        + "</manifest:manifest>",
        "content.xml": f'{XML}<office:document-content {ODT_NS} office:version="1.2">{AUTOMATIC}<office:body>'
        f"<office:text>{''.join(body)}</office:text></office:body></office:document-content>",
        "styles.xml": f'{XML}<office:document-styles {ODT_NS} office:version="1.2"><office:styles>'
        + "".join(
            f'<style:style style:name="{style}" style:family="paragraph"/>'
            for style in ("Standard", "Title", "Quotations", "Heading_20_1", "Heading_20_2")
        )
        + '</office:styles><office:automatic-styles><style:page-layout style:name="pm1"/></office:automatic-styles>'
        "<office:master-styles>"
        f'<style:master-page style:name="Standard" style:page-layout-name="pm1">{edges}</style:master-page>'
        "</office:master-styles></office:document-styles>",
    }
