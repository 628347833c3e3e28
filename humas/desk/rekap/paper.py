"""One recap, whatever it is shown as: screen, print, .docx or .xlsx."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles.models import Article
from humas.base.models import Newsroom
from humas.base.stationery import DOTS, Signer, head, letterhead, place_and_day
from humas.base.times import long_time, zone_name
from humas.desk.rekap.period import Period
from humas.desk.rekap.stories import Line, lines_of, photographed, stories_of, wrote
from humas.desk.rekap.totals import Total, totals_of, withdrawn_in


@dataclass
class Paper:
    """`name` is that of its file, without the ending; `count` may exceed the lines that are loaded."""

    title: str
    name: str
    period: Period
    count: int
    lines: list[Line]
    facts: list[tuple[str, str]] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    withdrawn: list[Article] = field(default_factory=list)
    signers: list[Signer] = field(default_factory=list)
    bureau: Newsroom = field(default_factory=Newsroom.current)
    made_at: datetime = field(default_factory=timezone.now)

    @property
    def has_more(self) -> bool:
        return self.count > len(self.lines)

    @property
    def empty_sentence(self) -> str:
        return _("No story that readers see was published: %(period)s.") % {"period": self.period}

    @property
    def made_sentence(self) -> str:
        return _("Made on %(time)s.") % {"time": long_time(self.made_at)}

    @property
    def table_title(self) -> str:
        return _("Stories of this period")

    @property
    def withdrawn_title(self) -> str:
        return _("Withdrawn in this month")

    @property
    def letterhead(self) -> list[str]:
        return letterhead(self.bureau)

    @property
    def headers(self) -> list[str]:
        return [
            _("No."),
            _("Publication time"),
            _("Headline"),
            _("Category"),
            _("Writer / photographer"),
            _("Address"),
            _("Comments"),
        ]

    @property
    def total_headers(self) -> list[str]:
        return [_("Subject"), str(self.period.before), str(self.period), _("Difference")]


def recap(form, most: int) -> Paper:
    """The list of stories that was asked for; at most so many lines."""
    stories = stories_of(form.period, category=form.category, writer=form.writer)
    of = [slugify(str(one)) for one in (form.category, form.writer) if one]
    paper = _paper(_("Recap of stories"), ("rekap-berita", *of), form.period, stories, most)
    paper.facts = [(_("Category"), str(form.category))] if form.category else []
    paper.facts += [(_("Writer"), str(form.writer))] if form.writer else []
    paper.facts += [(_("Number of stories"), str(paper.count))]
    return paper


def monthly(form, most: int) -> Paper:
    """*Laporan bulanan Humas*: totals, the table, and who signs it."""
    paper = _paper(
        _("Monthly report of public relations"), ["laporan-bulanan"], form.period, stories_of(form.period), most
    )
    paper.totals = totals_of(form.period)
    paper.withdrawn = list(withdrawn_in(form.period).only("headline", "withdrawn_at"))
    paper.signers = [head(paper.bureau, place_and_day(paper.bureau))]
    return paper


def own(form, most: int) -> Paper:
    """*Berita saya*: what one person wrote and photographed, as evidence of work."""
    person = form.person
    name = slugify(str(person)) or str(person.pk)
    is_written = wrote(person)
    stories = stories_of(form.period).filter(is_written | photographed(person))
    paper = _paper(_("Published work"), ("berita", name), form.period, stories, most)
    written = stories.filter(is_written).aggregate(all=Count("pk"), parts=Count("report"))
    paper.facts = [
        (_("Name"), str(person)),
        (_("Office"), person.office or DOTS),
        (_("Stories written"), str(written["all"])),
        (_("Parts of reports among them"), str(written["parts"])),
        (_("Other stories with this person's photo"), str(paper.count - written["all"])),
    ]
    author = Signer([place_and_day(paper.bureau), _("Made by,")], str(person), [])
    paper.signers = [head(paper.bureau, _("Seen by,")), author]
    return paper


def _paper(title: str, name, period: Period, stories, most: int) -> Paper:
    return Paper(title, "-".join((*name, period.key)), period, stories.count(), lines_of(stories, most))


def zone_of(lines: list[Line]) -> str:
    """The zone that stands once over a column of hours: the newsroom's."""
    return timezone.localtime(lines[0].opened_at).tzname() or "" if lines else zone_name()
