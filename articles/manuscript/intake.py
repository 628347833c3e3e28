"""From a parsed manuscript to a story in its report."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles import saving
from articles.addresses import report_slug
from articles.manuscript.lines import Source, source_of
from articles.manuscript.parse import Manuscript, take_apart
from articles.manuscript.text import digest
from articles.models import Article, Category, Kind, Report
from articles.ordering import next_position
from humas.base import cleaning
from humas.base.models import Newsroom

START, ADD, GO_ON = "start", "add", "go_on"
"""What to do where the mark says another number than readers will see: count from it, plan the missing parts, go on."""
MOST_MISSING = 10


def folded(title: str) -> str:
    """What makes two headlines the same: letters and digits alone, whatever their case."""
    return "".join(sign for sign in title.casefold() if sign.isalnum())


def known(text: str) -> Article | None:
    """The story this very text was made into before, wherever it is now."""
    return known_by(digest(text))


def known_by(manuscript_digest: str) -> Article | None:
    return Article.everything.filter(manuscript_digest=manuscript_digest).first()


def report_called(title: str) -> Report | None:
    """The newest report of this title, letters and digits compared alone."""
    wanted = folded(title)
    return next((one for one in Report.objects.order_by("-created_at") if folded(one.title) == wanted), None)


def new_report(title: str, part_style: str = "", first_number: int | None = None) -> Report:
    """Not saved yet."""
    style = part_style or Newsroom.current().label_style
    return Report(title=title, label_style=style, first_number=first_number or 1)


def report_for(manuscript: Manuscript, title: str = "") -> tuple[Report | None, bool]:
    """(report, whether it is new and not yet saved); (None, False) for a story of its own."""
    if not title and manuscript.part_number is None:
        return None, False
    title = title or manuscript.headline
    if report := report_called(title):
        return report, False
    return new_report(title, manuscript.part_style, manuscript.part_number), True


def no_text() -> ValidationError:
    return ValidationError(
        _("This text has no headline followed by paragraphs. Put the headline on a line of its own."), code="no_text"
    )


def draft_from(manuscript: Manuscript) -> Article:
    """An unsaved story with what the text says; where it says nothing, the newsroom's habits."""
    return Article(
        headline=manuscript.headline,
        dateline=manuscript.dateline,
        body=cleaning.clean(manuscript.body),
        credit=manuscript.credit,
        category=Category.objects.filter(is_default=True).first(),
    )


def take_in(text: str | Source, *, author=None, report_title: str = "") -> tuple[Article, bool]:
    """
    Make a press text a draft in its report: (article, whether it is new).

    The same text again gives the story it became. Raises ValidationError, and
    leaves nothing behind, for a text without headline or body.
    """
    source = source_of(text) if isinstance(text, str) else text
    if existing := known(source.text):
        return existing, False
    manuscript = take_apart(source)
    if not manuscript.headline or not manuscript.blocks:
        raise no_text()
    article = draft_from(manuscript)
    article.author = author
    article.manuscript_digest = digest(source.text)
    report, _is_new = report_for(manuscript, report_title)
    article.full_clean(exclude=["slug", "report", "position", "tags"])
    try:
        keep(article, report, manuscript.part_number)
    except IntegrityError:  # the same text came in by another door at the same moment
        if existing := known(source.text):
            return existing, False
        raise
    return article, True


@transaction.atomic
def keep(article: Article, report: Report | None, number: int | None = None, numbering: str = "") -> Article:
    """Save a draft, and its report where that is new; `numbering` is the choice where the mark disagrees."""
    if report is not None:
        if numbering == START and number:
            report.first_number = number - ahead(report, number)
        if report.pk is None:
            report.slug = report_slug(report.title)
            report.full_clean(exclude=["slug"])
            report.save()
        elif numbering == START:
            report.save(update_fields=["first_number"])
        if numbering == ADD:
            for _missing in range(min((number or 0) - number_shown(report, number), MOST_MISSING)):
                planned = Article(headline=report.title[:200], report=report, author=article.author)
                saving.save(planned, by=article.author)
        article.report = report
        article.position = next_position(report) if numbering == ADD else position_for(report, number)
    return saving.save(article, by=article.author, kind=Kind.IMPORT)


def ahead(report: Report, number: int | None) -> int:
    """How many parts, opened or planned, stand before the one the mark names."""
    if report.pk is None:
        return 0
    return Article.objects.filter(report=report, position__lt=position_for(report, number)).count()


def number_shown(report: Report, number: int | None) -> int:
    """The number readers will see once all parts ahead have opened."""
    return report.first_number + ahead(report, number)


def numberings(report: Report, number: int) -> list[str]:
    """The choices where `number` is not what readers will see; none where it is."""
    shown = number_shown(report, number)
    if shown == number:
        return []
    choices = [GO_ON]
    if shown < number <= shown + MOST_MISSING:
        choices.insert(0, ADD)
    is_open = report.pk is not None and Article.everything.filter(report=report).opened().exists()
    if not is_open and number > ahead(report, number):
        choices.insert(0, START)
    return choices


def position_for(report: Report, part_number: int | None) -> int:
    """Where the mark says, while no part stands there and none behind it was opened; else after the last part."""
    parts = Article.everything.filter(report=report)
    wanted = (part_number or 0) - report.first_number + 1
    is_sensible = 1 <= wanted < 400  # a mark may say anything
    if not is_sensible or parts.filter(position=wanted).exists() or parts.opened().filter(position__gt=wanted).exists():
        return next_position(report)
    return wanted
