"""A recap for Word."""

from humas.base.docx import Document, Run
from humas.base.times import short_time
from humas.desk.rekap.paper import Paper

WIDTHS = (0.9, 3.1, 6.4, 2.6, 3.9, 5.6, 2.1)
"""Of the columns, in centimetres on a sheet of A4 laid across."""


def docx(paper: Paper) -> bytes:
    title = f"{paper.title} · {paper.period}"
    made = Document(title=title, author=paper.bureau.name, footer=f"{paper.bureau.name} · {title}", is_landscape=True)
    made.letterhead(*paper.letterhead)
    made.paragraph(paper.title, style="Heading1", align="center")
    made.paragraph(Run(str(paper.period), bold=True), align="center", keep_next=True)
    if paper.facts:
        rows = [[label, Run(words, bold=True)] for label, words in paper.facts]
        made.table(rows, [1, 2.6], has_rules=False)
    _totals(made, paper)
    _stories(made, paper)
    made.paragraph(paper.made_sentence, style="Caption", keep_next=True)
    _signers(made, paper)
    return made.to_bytes()


def _totals(made: Document, paper: Paper) -> None:
    if not paper.totals:
        return
    rows = [
        [f"    {one.label}" if one.is_detail else one.label, str(one.before), str(one.now), one.change_in_words]
        for one in paper.totals
    ]
    made.table(rows, [4, 1.4, 1.4, 1], header=paper.total_headers, right={1, 2, 3})
    if paper.withdrawn:
        made.heading(paper.withdrawn_title, 2)
        made.items([f"{story.headline} ({short_time(story.withdrawn_at)})" for story in paper.withdrawn])


def _stories(made: Document, paper: Paper) -> None:
    if paper.totals:
        made.heading(paper.table_title, 2)
    if not paper.lines:
        made.paragraph(paper.empty_sentence)
        return
    rows = [
        [
            str(line.number),
            short_time(line.opened_at),
            line.heading,
            line.category,
            "\n".join(line.makers),
            Run(line.address, href=line.address),
            str(line.comments),
        ]
        for line in paper.lines
    ]
    made.table(rows, WIDTHS, header=paper.headers, right={0, 6}, keep_next=bool(paper.signers))


def _signers(made: Document, paper: Paper) -> None:
    if not paper.signers:
        return
    cells = [
        ["\n".join([*one.above, "\n\n\n"]), Run(one.name, bold=True), "\n" + "\n".join(one.below)]
        for one in paper.signers
    ]
    made.table([cells if len(cells) == 2 else ["", *cells]], [3, 2], has_rules=False, style="Signature")
