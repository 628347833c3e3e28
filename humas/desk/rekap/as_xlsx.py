"""
A recap for Excel: hours as hours, numbers as numbers, and words as nothing but words.

A headline that begins with "=" is written as a string and stays one.
"""

import io
from math import ceil

from django.utils import timezone
from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from humas.base.docx.xml import fit
from humas.base.times import short_time
from humas.desk.rekap.paper import Paper, zone_of

A4 = 9
WIDTHS = (5, 26, 44, 18, 28, 30, 11)
"""Of the columns, in characters; heights are in points."""
_ADDRESS, _WIDEST = 5, 90
_LINE, _TITLE = 16, 21
_WASH, _RULE = "#F3ECDD", "#8A8272"


def xlsx(paper: Paper) -> bytes:
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    book = _Book(out, options, paper)
    if paper.totals:
        book.summary()
    book.stories()
    book.file.close()
    return out.getvalue()


class _Book:
    def __init__(self, out, options, paper: Paper):
        self.paper = paper
        self.file = Workbook(out, options)
        self.file.set_properties(
            {
                "title": fit(f"{paper.title} · {paper.period}"),
                "author": fit(paper.bureau.name),
                "created": timezone.make_naive(paper.made_at),
            }
        )
        zone = zone_of(paper.lines)
        plain, boxed = {"valign": "top"}, {"border": 1, "border_color": _RULE, "valign": "top"}
        head = boxed | {"bold": True, "bg_color": _WASH, "text_wrap": True}
        self.looks = {
            name: self.file.add_format(look)
            for name, look in {
                "title": {"bold": True, "font_size": 14},
                "bold": {"bold": True},
                "plain": plain,
                "head": head,
                "head_number": head | {"align": "right"},
                "words": boxed | {"text_wrap": True},
                "detail": boxed | {"align": "left", "indent": 2},
                "number": boxed | {"num_format": "#,##0"},
                "place": boxed | {"align": "center"},
                "change": boxed | {"num_format": '"+"#,##0;"−"#,##0;0'},
                "link": boxed | {"font_color": "#1F3A68", "underline": 1},
                # 421: Indonesian, so that Excel writes "Agustus" wherever it runs; a bare stop would become its comma.
                "hour": boxed | {"num_format": f'[$-421]d mmmm yyyy", "hh"."mm" {zone}"', "align": "left"},
            }.items()
        }

    def sheet(self, name: str):
        sheet = self.file.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        words = f"{self.paper.bureau.name} · {self.paper.title} · {self.paper.period}"
        sheet.set_footer(f"&L&8{fit(words)[:180].replace('&', '&&')}&R&8&P / &N")
        return sheet

    def write(self, sheet, row: int, column: int, words: str, look: str = "plain") -> None:
        sheet.write_string(row, column, fit(words), self.looks[look])

    def top(self, sheet) -> int:
        """Bureau, title and facts; the row after them."""
        paper = self.paper
        lines = [(paper.bureau.name, "bold"), (paper.bureau.place, "plain")]
        lines += [(paper.title, "title"), (str(paper.period), "bold")]
        row = 0
        for words, look in lines:
            if words:
                self.write(sheet, row, 0, words, look)
                sheet.set_row(row, _TITLE if look == "title" else _LINE)
                row += 1
        for label, words in paper.facts:
            self.write(sheet, row, 0, f"{label}: {words}")
            row += 1
        self.write(sheet, row, 0, paper.made_sentence)
        return row + 2

    def summary(self) -> None:
        sheet = self.sheet(_("Summary"))
        sheet.set_column(0, 0, 44)
        sheet.set_column(1, 3, 18)
        row = self.top(sheet)
        for column, words in enumerate(self.paper.total_headers):
            self.write(sheet, row, column, words, "head_number" if column else "head")
        for row, one in enumerate(self.paper.totals, row + 1):  # noqa: B020 - goes on from the header
            self.write(sheet, row, 0, one.label, "detail" if one.is_detail else "words")
            for column, (number, look) in enumerate(
                ((one.before, "number"), (one.now, "number"), (one.change, "change")), 1
            ):
                sheet.write_number(row, column, number, self.looks[look])
        row += 2
        if self.paper.withdrawn:
            self.write(sheet, row, 0, self.paper.withdrawn_title, "bold")
            for row, story in enumerate(self.paper.withdrawn, row + 1):  # noqa: B020 - goes on from the title
                self.write(sheet, row, 0, f"{story.headline} ({short_time(story.withdrawn_at)})")
            row += 2
        self.signers(sheet, row, [2])

    def stories(self) -> None:
        sheet = self.sheet(_("Stories"))
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)
        # LibreOffice breaks no line in a link: the column is as wide as the longest address.
        longest = max((len(line.address) for line in self.paper.lines), default=0)
        sheet.set_column(_ADDRESS, _ADDRESS, min(max(longest, WIDTHS[_ADDRESS]), _WIDEST))
        row = header = self.top(sheet)
        for column, words in enumerate(self.paper.headers):
            self.write(sheet, row, column, words, "head_number" if column == len(WIDTHS) - 1 else "head")
        sheet.repeat_rows(header)
        sheet.freeze_panes(header + 1, 0)
        for row, line in enumerate(self.paper.lines, header + 1):
            makers = "\n".join(line.makers)
            cells = ("", "", line.heading, line.category, makers)
            sheet.set_row(row, _LINE * max(map(_lines, cells, WIDTHS)))
            sheet.write_number(row, 0, line.number, self.looks["place"])
            sheet.write_datetime(row, 1, timezone.make_naive(line.opened_at), self.looks["hour"])
            self.write(sheet, row, 2, line.heading, "words")
            self.write(sheet, row, 3, line.category, "words")
            self.write(sheet, row, 4, makers, "words")
            sheet.write_url(row, _ADDRESS, line.address, self.looks["link"], line.address)
            sheet.write_number(row, 6, line.comments, self.looks["number"])
        if self.paper.lines:
            sheet.autofilter(header, 0, row, len(WIDTHS) - 1)
        else:
            row += 1
            self.write(sheet, row, 0, self.paper.empty_sentence)
        if not self.paper.totals:
            self.signers(sheet, row + 2, [2, 5])

    def signers(self, sheet, row: int, columns: list[int]) -> None:
        for signer, column in zip(self.paper.signers, columns, strict=False):
            for below, words in enumerate([*signer.above, "", "", "", signer.name, *signer.below]):
                self.write(sheet, row + below, column, words, "bold" if words == signer.name else "plain")


def _lines(words: str, width: int) -> int:
    """How many lines a text takes in a column; Excel would find out by itself, LibreOffice does not."""
    return sum(max(1, ceil(len(line) * 1.1 / width)) for line in words.split("\n"))
