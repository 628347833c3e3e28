"""Which rules held which comment, kept beside it so that comments are found by rule."""

from collections.abc import Iterable, Iterator

from comments.models import Comment, Finding
from comments.reply import fate

OF_RULES = (fate.WORDS, fate.DOMAINS, fate.ADDRESS, fate.NETWORK)


def keep(comments: Iterable[Comment]) -> None:
    """Write the findings of stored comments that have none yet; no query where nothing was found."""
    rows = [row for comment in comments for row in _rows(comment)]
    if rows:
        Finding.objects.bulk_create(rows, batch_size=500)


def keep_again(comment: Comment) -> None:
    """The same after a comment was judged once more."""
    Finding.objects.filter(comment=comment).delete()
    keep([comment])


def _rows(comment: Comment) -> Iterator[Finding]:
    for name in dict.fromkeys(comment.held_for):
        for rule in _rules(name, comment.evidence) or [0]:
            yield Finding(comment=comment, name=name, rule_id=rule)


def _rules(name: str, evidence: dict) -> list[int]:
    return sorted({hit["rule"] for hit in evidence[name]["found"]}) if name in OF_RULES and name in evidence else []
