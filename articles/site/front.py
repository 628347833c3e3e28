"""What the front page gathers beside its stories."""

from collections import Counter
from dataclasses import dataclass

from articles.models import Article, Category, Report

MOST_REPORTS = 4
MOST_SECTIONS = 9
SECTION_STORIES = 3
FRESH = 500
"""What none of so many newest stories belongs to has been silent too long for the front page."""


@dataclass(frozen=True)
class RunningReport:
    """A report still to be continued, with the part readers saw last."""

    report: Report
    latest: Article

    @property
    def title(self) -> str:
        return self.report.title

    @property
    def url(self) -> str:
        return self.report.get_absolute_url()


@dataclass(frozen=True)
class Section:
    """A category's newest stories; None holds those of no category."""

    category: Category | None
    stories: list[Article]


def running_reports() -> list[RunningReport]:
    """Reports that are not finished, the one with the newest public part first. Two queries."""
    parts = Article.objects.published().filter(report__is_finished=False)
    return [RunningReport(part.report, part) for part in newest_of_each(parts, "report", 1)[:MOST_REPORTS]]


def sections(besides: list[Article]) -> list[Section]:
    """
    What else is new, by category, the one with the newest story first, those of no category last.

    Two queries for any number of categories.
    """
    stories = Article.objects.published().exclude(pk__in=[article.pk for article in besides])
    by_category: dict[int | None, Section] = {}
    for story in newest_of_each(stories, "category", SECTION_STORIES):
        by_category.setdefault(story.category_id, Section(story.category, [])).stories.append(story)
    return sorted(by_category.values(), key=lambda section: section.category is None)[:MOST_SECTIONS]


def newest_of_each(stories, group: str, count: int):
    """The newest `count` stories of each report or category that is spoken of in the newest FRESH, newest first."""
    newest_first = stories.order_by("-published_at", "-pk")
    met: Counter[int | None] = Counter()
    chosen = []
    for pk, key in newest_first.values_list("pk", group)[:FRESH]:
        met[key] += 1
        if met[key] <= count:
            chosen.append(pk)
    return newest_first.filter(pk__in=chosen).for_list()
