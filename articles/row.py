"""A story's row: held while it is written, and what must follow when it was."""

from articles.models import Article
from articles.ordering import hold
from humas.base import pages


def locked(article: Article) -> Article:
    """The row as it is now, and its report, held until the transaction ends (SQLite holds the whole file anyway)."""
    report_id = Article.everything.values_list("report_id", flat=True).get(pk=article.pk)
    hold(report_id)
    # Never joined with its head: after a wait PostgreSQL gives the new row beside what the old statement could see.
    now = Article.everything.select_for_update(of=("self",)).select_related("report").get(pk=article.pk)
    return now if now.report_id == report_id else locked(article)


def remember_opening(article: Article) -> None:
    """Before an act re-dates or takes down what readers see: the hour it first opened."""
    if article.first_published_at is None and article.is_public:
        article.first_published_at = article.published_at


def touched(article: Article) -> None:
    """Readers may see something else of this story now."""
    subjects = [pages.FRONT, pages.article(article.pk)]
    if article.report_id:
        subjects.append(pages.report(article.report_id))
    pages.touched(*subjects)
