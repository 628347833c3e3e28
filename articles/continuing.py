"""The next part of a report: a draft that begins with what the parts before it have in common."""

from django.db import transaction

from articles import saving
from articles.models import Article, Category, Report, Status
from articles.ordering import hold
from humas.base.models import Newsroom


def next_part(report: Report, by) -> Article:
    """
    A new draft behind the last part, with its category, tags, dateline and credit, under the report's title.

    While the same person's last draft here has not got a word yet, it is that one: a button pressed twice makes one.
    """
    with transaction.atomic():
        hold(report.pk)
        last = Article.objects.filter(report=report).order_by("position").last()
        if last and _is_untouched(last, report, by):
            return last
        part = Article(headline=report.title, report=report, author=by, byline=by.printed_name, **_usual(last))
        return saving.save(part, tags=last.tag_names if last else (), by=by)


def _is_untouched(part: Article, report: Report, by) -> bool:
    is_blank = not part.body and part.headline == report.title
    return is_blank and part.author_id == by.pk and part.status == Status.DRAFT and not part.was_opened


def _usual(last: Article | None) -> dict:
    if last:
        return {"category_id": last.category_id, "dateline": last.dateline, "credit": last.credit}
    newsroom = Newsroom.current()
    category = Category.objects.filter(is_default=True).first()
    return {"category": category, "dateline": newsroom.dateline, "credit": newsroom.credit}
