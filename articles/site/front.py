"""What the front page gathers beside its stories."""

from dataclasses import dataclass

from articles.models import Article

MOST_REPORTS = 4


@dataclass(frozen=True)
class RunningReport:
    """A report still to be continued, with the part readers saw last."""

    title: str
    latest: Article


def running_reports() -> list[RunningReport]:
    """Reports that are not finished, the one with the newest public part first. One query."""
    parts = Article.objects.published().filter(report__isnull=False, report__is_finished=False).for_list()
    newest: dict[int, Article] = {}
    for part in parts[:60]:
        newest.setdefault(part.report_id, part)
    return [RunningReport(part.report.title, part) for part in list(newest.values())[:MOST_REPORTS]]
