"""What a story looks like to those who are about to publish it."""

from django.utils.text import Truncator

from articles.models import Article
from articles.parts import part_label
from articles.revisions import keeping
from articles.revisions.diff import Diff, compare_snapshots
from humas.base.cleaning import to_text

FIRST_LINES = 60
"""Words."""
STEPS = 300_000
"""A tenth of what the history spends on a comparison: here it is one thing among others."""


def label(story: Article) -> str:
    """The part's label readers will see: "Part III", counting the parts before it that have opened or will have."""
    if story.part_label or story.report_id is None:
        return story.part_label
    before = Article.objects.on_journey().filter(report=story.report_id, position__lt=story.position).count()
    return part_label(story.report.label_style, story.report.first_number + before)


def heading(story: Article) -> str:
    return f"{story.headline} ({label(story)})" if story.report_id else story.headline


def first_lines(story: Article) -> str:
    return Truncator(" ".join(to_text(story.body_html).split())).words(FIRST_LINES)


def changed(row: Article) -> Diff | None:
    """What was saved of an opened story and is not before readers yet."""
    if not (row.was_opened and row.has_unpublished_changes and row.live):
        return None
    return compare_snapshots(keeping.content(row.live), keeping.content(row.head), STEPS)
