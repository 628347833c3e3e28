"""
What becomes of a reply that may be received: named rules, in the order they are asked.

Every rule that finds something leaves its name in `held_for` and what it saw
in `evidence`. So far every reply waits for a moderator; only the trap sorts.
"""

from dataclasses import dataclass, field

from comments.models import Comment, Status

TRAP = "trap"
NO_ORIGIN = "no_origin"
DUPLICATE = "duplicate"


@dataclass
class Fate:
    """The status a reply begins with, and why."""

    status: str = Status.PENDING
    held_for: list[str] = field(default_factory=list)
    evidence: dict[str, object] = field(default_factory=dict)

    def hold(self, rule: str, **seen: object) -> None:
        self.held_for.append(rule)
        if seen:
            self.evidence[rule] = seen


def fate_of(comment: Comment, *, trap: str, has_origin: bool) -> Fate:
    """Ask every rule about a comment that is filled in but not yet saved."""
    fate = Fate()
    if trap:
        fate.status = Status.SPAM
        fate.hold(TRAP, characters=len(trap))
    if not has_origin:
        fate.hold(NO_ORIGIN)
    earlier = Comment.objects.filter(
        article=comment.article_id,
        email_digest=comment.email_digest,
        parent=comment.parent_id,
        name=comment.name,
        body=comment.body,
    ).values_list("pk", flat=True)
    if first := earlier.order_by("pk").first():
        fate.hold(DUPLICATE, of=first)
    return fate
