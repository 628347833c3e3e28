"""From a parsed manuscript to a story in its report."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles import publishing
from articles.addresses import report_slug
from articles.manuscript.parse import Manuscript, parse
from articles.manuscript.text import digest
from articles.models import Article, Category, LabelStyle, Report
from humas.base import cleaning


def folded(title: str) -> str:
    """What makes two headlines the same: letters and digits alone, whatever their case."""
    return "".join(sign for sign in title.casefold() if sign.isalnum())


def known(text: str) -> Article | None:
    """The story this very text was made into before, wherever it is now."""
    return Article.everything.filter(manuscript_digest=digest(text)).first()


def report_for(manuscript: Manuscript, title: str = "") -> tuple[Report | None, bool]:
    """(report, whether it is new and not yet saved); (None, False) for a story of its own."""
    if not title and manuscript.part_number is None:
        return None, False
    title = title or manuscript.headline
    wanted = folded(title)
    for report in Report.objects.order_by("-created_at"):
        if folded(report.title) == wanted:
            return report, False
    style = manuscript.part_style or LabelStyle.PART_ROMAN
    return Report(title=title, label_style=style, first_number=manuscript.part_number or 1), True


def draft_from(manuscript: Manuscript) -> Article:
    """An unsaved story with what the text says; where it says nothing, the newsroom's habits."""
    return Article(
        headline=manuscript.headline,
        dateline=manuscript.dateline,
        body=cleaning.paragraphs("\n\n".join(manuscript.paragraphs)),
        credit=manuscript.credit,
        category=Category.objects.filter(is_default=True).first(),
    )


def take_in(text: str, *, author=None, report_title: str = "") -> tuple[Article, bool]:
    """
    Make a press text a draft in its report: (article, whether it is new).

    The same text again gives the story it became. Raises ValidationError, and
    leaves nothing behind, for a text without headline or body.
    """
    if existing := known(text):
        return existing, False
    manuscript = parse(text)
    if not manuscript.headline or not manuscript.paragraphs:
        raise ValidationError(
            _("This text has no headline followed by paragraphs. Put the headline on a line of its own."),
            code="no_text",
        )
    article = draft_from(manuscript)
    article.author = author
    article.manuscript_digest = digest(text)
    report, is_new = report_for(manuscript, report_title)
    article.full_clean(exclude=["slug", "report", "position", "tags"])
    try:
        with transaction.atomic():
            if report is not None:
                if is_new:
                    report.slug = report_slug(report.title)
                    report.save()
                article.report = report
                article.position = position_for(report, manuscript.part_number)
            publishing.save(article)
    except IntegrityError:  # the same text came in by another door at the same moment
        if existing := known(text):
            return existing, False
        raise
    return article, True


def position_for(report: Report, part_number: int | None) -> int:
    """Where the mark says, while no part stands there and none behind it was opened; else after the last part."""
    parts = Article.everything.filter(report=report)
    wanted = (part_number or 0) - report.first_number + 1
    if wanted < 1 or parts.filter(position=wanted).exists() or parts.opened().filter(position__gt=wanted).exists():
        return publishing.next_position(report)
    return wanted
