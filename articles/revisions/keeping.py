"""
Accepting revisions: the one place that makes them and moves `head` and `live`.

All functions run inside the transaction that holds the story's row.
"""

from typing import Any

from articles.models import Article, Kind, Revision
from articles.revisions import snapshot as snapshots


class Conflict(Exception):
    """
    Somebody else saved the story since this writer opened it; nothing was written.

    `head` is what stands now, `base` what the writer had before them, `mine`
    the snapshot the writer wanted to save.
    """

    def __init__(self, head: Revision, base: Revision | None, mine: dict[str, Any]):
        super().__init__(f"head is {head}")
        self.head, self.base, self.mine = head, base, mine


def content(revision: Revision) -> dict[str, Any]:
    """A revision's snapshot in today's shape."""
    return snapshots.upgraded(revision.snapshot, revision.schema)


def working(article: Article) -> tuple[Article, list[str]]:
    """(the story in memory as it was last saved, published or not; the names of its tags). Nothing is written."""
    if article.head_id is None:
        return article, article.tag_names if article.pk else []
    tags, _missing = snapshots.lay(article, content(article.head))
    return article, tags


def refuse_older(row: Article, base: int | None, mine: dict[str, Any]) -> None:
    """Compare-and-swap: raises Conflict when the story moved on from `base` to other words than `mine`."""
    if base is None or row.head_id is None or base == row.head_id:
        return
    head = row.head
    before = Revision.objects.filter(article=row, pk=base).first()
    if before and before.digest == head.digest:  # published meanwhile: the same words
        return
    if snapshots.digest(mine) != _digest_now(head):
        raise Conflict(head, before, mine)


def accept(
    row: Article,
    snapshot: dict[str, Any],
    *,
    by,
    kind: str = Kind.SAVE,
    reason: str = "",
    is_live: bool,
    merge_parent: Revision | None = None,
) -> Revision:
    """
    Make the snapshot the story's head, and what its row shows if `is_live`.

    What says the same as the head makes no new revision, unless it is published
    or carries a reason; `row` has its new `head` and `live`, in the database too.
    """
    head = row.head
    is_same = head is not None and snapshots.digest(snapshot) == _digest_now(head)
    if is_same and kind == Kind.SAVE and not reason:
        revision = head
    else:
        revision = Revision.objects.create(
            article=row,
            number=head.number + 1 if head else 1,
            parent=head,
            merge_parent=merge_parent,
            author=by,
            kind=kind,
            reason=reason[:300],
            schema=snapshots.SCHEMA,
            snapshot=snapshot,
            digest=snapshots.digest(snapshot),
        )
    row.head = revision
    if is_live:
        row.live = revision
    Article.everything.filter(pk=row.pk).update(head=row.head_id, live=row.live_id)
    return revision


def _digest_now(revision: Revision) -> str:
    if revision.schema == snapshots.SCHEMA:
        return revision.digest
    return snapshots.digest(content(revision))
