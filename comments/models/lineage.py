"""
Who answers whom and on which page it stands, asked in a fixed number of queries.

An answer belongs under its parent where both are of one story and the parent is
the older row. Any other parent (of another story, or younger, as only rows made
by hand have) is none: so there is no circle, whatever is stored. Chains are
followed by the database, in time linear in their length.
"""

from collections.abc import Iterable

from django.db import connections, models
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce

from comments.models.shown import all_are_hidden, is_shown
from humas.base.models import Newsroom

_GONE = """
WITH RECURSIVE gone (id, parent_id, article_id) AS (
    SELECT p.id, p.parent_id, p.article_id FROM comments_comment c
    JOIN comments_comment p ON p.id = c.parent_id AND p.article_id = c.article_id AND p.id < c.id
    WHERE c.article_id IN ({}) AND c.status = 'approved' AND NOT c.is_hidden
        AND NOT EXISTS (SELECT 1 FROM comments_hiding WHERE scope = 'all' AND lifted_at IS NULL)
        AND (p.status <> 'approved' OR p.is_hidden)
    UNION
    SELECT p.id, p.parent_id, p.article_id FROM gone c
    JOIN comments_comment p ON p.id = c.parent_id AND p.article_id = c.article_id AND p.id < c.id
    WHERE p.status <> 'approved' OR p.is_hidden
) SELECT id FROM gone
"""
# `+ 0` keeps the planner to the index of parents: with the others it reads the whole story again at each step.
_BELOW = """
WITH RECURSIVE thread (id, article_id) AS (
    SELECT id, article_id FROM comments_comment WHERE id IN ({})
    UNION ALL
    SELECT c.id, c.article_id FROM thread p
    JOIN comments_comment c ON c.parent_id = p.id AND c.article_id + 0 = p.article_id AND c.id + 0 > p.id
) SELECT id FROM thread
"""
# An older row has the smaller number, so the smallest above a comment is where its thread begins.
_BEGINNINGS = """
WITH RECURSIVE above (origin, id, parent_id, article_id) AS (
    SELECT id, id, parent_id, article_id FROM comments_comment WHERE id IN ({})
    UNION ALL
    SELECT c.origin, p.id, p.parent_id, p.article_id FROM above c
    JOIN comments_comment p ON p.id = c.parent_id AND p.article_id = c.article_id AND p.id < c.id
) SELECT origin, MIN(id) FROM above GROUP BY origin
"""
_LEVEL = """
WITH RECURSIVE above (id, parent_id, article_id, level) AS (
    SELECT id, parent_id, article_id, 1 FROM comments_comment WHERE id = %s
    UNION ALL
    SELECT p.id, p.parent_id, p.article_id, c.level + 1 FROM above c
    JOIN comments_comment p ON p.id = c.parent_id AND p.article_id = c.article_id AND p.id < c.id
    WHERE c.level < %s
) SELECT MAX(level) FROM above
"""


def _for(sql: str, numbers: list[int]) -> tuple[str, list[int]]:
    """The statement for these numbers; NULL stands in an empty list, as nothing is equal to it."""
    return sql.format(", ".join(["%s"] * len(numbers)) or "NULL"), numbers


class LineageQuerySet(models.QuerySet):
    def beginning_threads(self, articles: list[int], depth: int):
        """What stands at the top under these stories: comments shown, and gone ones that have shown answers."""
        found = self.filter(article__in=articles)
        if depth == 1:
            return found.filter(is_shown())
        other_story = Q(parent__article__lt=F("article")) | Q(parent__article__gt=F("article"))
        gone = RawSQL(*_for(_GONE, articles))  # noqa: S611 – numbers only, as parameters
        return found.filter(Q(parent=None) | Q(parent__gte=F("pk")) | other_story).filter(is_shown() | Q(pk__in=gone))

    def of_threads(self, beginnings: list[int], depth: int):
        """Everything in the threads that begin with these, whatever its status."""
        if depth == 1:
            return self.filter(pk__in=beginnings)
        return self.filter(pk__in=RawSQL(*_for(_BELOW, beginnings)))  # noqa: S611 – numbers only, as parameters

    def in_reading_order(self, newsroom: Newsroom):
        """As threads follow one another under a story."""
        return self.order_by("-created_at", "-pk") if newsroom.is_newest_first else self.order_by("created_at", "pk")

    def above_level(self, number: int, depth: int):
        """The comment with this number, where it stands high enough to be answered."""
        level = RawSQL(_LEVEL, [number, depth], output_field=models.IntegerField())  # noqa: S611 – as above
        return self.annotate(level=level).filter(pk=number, level__lt=depth)

    def find_pages(self, comments: Iterable) -> None:
        """Set `page` on each of these comments, 0 where it is not shown, in three queries for all of them."""
        comments = list(comments)
        if not comments:
            return
        newsroom = Newsroom.current()
        beginnings = self._beginnings([comment.pk for comment in comments], newsroom.thread_depth)
        articles = sorted({comment.article_id for comment in comments})
        earlier = self.model._default_manager.beginning_threads(articles, newsroom.thread_depth)
        side = "gt" if newsroom.is_newest_first else "lt"
        then = OuterRef("created_at")
        before = Q(**{f"created_at__{side}": then}) | Q(**{f"pk__{side}": OuterRef("pk")}, created_at=then)
        count = (
            earlier.filter(before, article=OuterRef("article"))
            .order_by()
            .values("article")
            .annotate(n=Count("pk"))
            .values("n")
        )
        rows = self.model._default_manager.filter(pk__in=set(beginnings.values())).order_by()
        places = {
            number: None if is_hidden else place
            for number, place, is_hidden in rows.values_list("pk", Coalesce(Subquery(count), 0), all_are_hidden())
        }
        for comment in comments:
            place = None if comment.is_held_back else places.get(beginnings.get(comment.pk), 0)
            comment.page = 0 if place is None else 1 + place // newsroom.comments_per_page

    def _beginnings(self, numbers: list[int], depth: int) -> dict[int, int]:
        """{comment: where its thread begins}"""
        if depth == 1 or not numbers:
            return {number: number for number in numbers}
        with connections[self.db].cursor() as cursor:
            cursor.execute(*_for(_BEGINNINGS, numbers))
            return dict(cursor.fetchall())
