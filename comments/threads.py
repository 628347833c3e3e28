"""Approved comments of a story, put in the order they are read: a page of threads, each a tree within the depth set."""

from dataclasses import dataclass, field
from datetime import datetime

from comments import offices
from comments.models import Comment
from comments.models.comment import PRIVATE
from comments.models.shown import is_held_back
from humas.base.models import Newsroom

UNREAD = (*PRIVATE, "body", "held_for", "evidence")
UNREAD_OF_PARENT = [f"parent__{name}" for name in (*UNREAD, "body_html")]
INDENTS = 3
"""Answers are set in so many times on a phone; those below say whom they answer."""


@dataclass(slots=True, eq=False)
class Block:
    """
    A comment with its answers; no comment where the ones they answered are shown no more.

    `level` is where it stands on the page, 1 at the top; `host` is under which its
    answers stand: itself, or at the deepest level the one it stands under itself.
    `answers_to` is the comment it answers where its place does not show it.
    """

    comment: Comment | None
    at: tuple[datetime, int]
    above: "Block | None" = None
    level: int = 1
    takes_answers: bool = False
    answers_to: Comment | None = None
    answers: list["Block"] = field(default_factory=list)
    has_place: bool = False
    host: "Block" = field(init=False)

    def __post_init__(self):
        self.host = self

    @property
    def is_shown(self) -> bool:
        return bool(self.comment or self.answers)


@dataclass(frozen=True)
class Discussion:
    """One page of a story's comments; `count` counts all that are shown."""

    threads: list[Block]
    count: int
    page: int
    pages: int

    @property
    def before(self) -> int | None:
        return self.page - 1 if self.page > 1 else None

    @property
    def after(self) -> int | None:
        return self.page + 1 if self.page < self.pages else None

    @property
    def ways(self) -> list[int | None]:
        """Pages to choose from: the ends and those around this one; None where some are left out."""
        near = sorted({1, self.pages, *range(max(1, self.page - 1), min(self.pages, self.page + 1) + 1)})
        found: list[int | None] = []
        for number in near:
            if found and number - (found[-1] or 0) > 1:
                found.append(None)
            found.append(number)
        return found

    @property
    def comments(self) -> list[Comment]:
        """All on this page, as they stand there."""
        found, waiting = [], list(reversed(self.threads))
        while waiting:
            block = waiting.pop()
            if block.comment:
                found.append(block.comment)
            waiting.extend(reversed(block.answers))
        return found


def discussion_of(article, newsroom: Newsroom, page: int = 1) -> Discussion | None:
    """
    This page of a story's comments; None where there is no such page.

    Five queries at most, whatever is stored, none of which loads an address, and one more where
    readers are told that a comment was handed to an office; only the threads of this page are read.
    """
    depth, size = newsroom.thread_depth, newsroom.comments_per_page
    count = Comment.objects.public().filter(article=article).count()
    if not count:
        return Discussion([], 0, 1, 1) if page == 1 else None
    beginnings = Comment.objects.beginning_threads([article.pk], depth)
    pages = -(-beginnings.count() // size)
    if page > pages:
        return None
    ordered = beginnings.in_reading_order(newsroom).values_list("pk", flat=True)
    tops = list(ordered[(page - 1) * size : page * size])
    rows = Comment.objects.of_threads(tops, depth).order_by()
    shown = rows.public().annotate(is_forwarded=offices.is_told())
    if depth == 1:
        blocks = _in_a_row(shown.select_related("parent").defer(*UNREAD, *UNREAD_OF_PARENT))
    else:
        gone = rows.filter(is_held_back()).values_list("pk", "parent_id", "created_at")
        blocks = _as_trees(shown.defer(*UNREAD), gone, depth)
    # What was decided on since it was listed may be gone from here.
    threads = [blocks[pk] for pk in tops if pk in blocks and blocks[pk].is_shown]
    discussion = Discussion(threads, count, page, pages)
    offices.lay_on(discussion.comments)
    return discussion


def _in_a_row(shown) -> dict[int, Block]:
    """Where no answers are allowed, those that are stored all the same stand beside what they answer."""
    blocks = {}
    for comment in shown:
        block = blocks[comment.pk] = Block(comment, (comment.created_at, comment.pk))
        above = comment.parent
        is_older = above is not None and above.article_id == comment.article_id and above.pk < comment.pk
        if is_older and not above.is_held_back:
            block.answers_to = above
    return blocks


def _as_trees(shown, gone, depth: int) -> dict[int, Block]:
    """Each block under what it answers, or as deep as is allowed; by number, those of gone comments too."""
    rows = [(comment.pk, comment.parent_id, comment.created_at, comment) for comment in shown]
    rows += [(pk, parent_id, at, None) for pk, parent_id, at in gone]
    rows.sort(key=lambda row: row[0])  # a parent is older than its answers
    blocks: dict[int, Block] = {}
    stored_levels: dict[int, int] = {}
    for pk, parent_id, at, comment in rows:
        above = blocks.get(parent_id) if parent_id and parent_id < pk else None
        stored_levels[pk] = stored_levels[parent_id] + 1 if above else 1
        if comment is None and above and above.comment is None:
            blocks[pk] = above  # gone comments in a row are one gap
            continue
        block = blocks[pk] = Block(comment, (at, pk), above=above)
        if above:
            block.level = above.host.level + 1
            block.host = block if block.level < depth else above.host
        if comment:
            block.takes_answers = stored_levels[pk] < depth
            _show(block)
    for block in blocks.values():
        block.answers.sort(key=lambda answer: answer.at)
    return blocks


def _show(block: Block) -> None:
    """Lay a comment under its host, and the gap it answers, which is shown for its sake alone."""
    above = block.above
    if above is None:
        return
    if above.comment is None and not above.has_place:
        above.has_place = True
        if above.above:
            above.above.host.answers.append(above)
    above.host.answers.append(block)
    if above.comment and (above.host is not above or block.level > 1 + INDENTS):
        block.answers_to = above.comment
