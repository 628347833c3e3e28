"""Asking the rules again about a comment that is stored already."""

from comments.models import Comment
from comments.reply.fate import DUPLICATE, NO_ORIGIN, TRAP, Fate, fate_of


def reconsider(comment: Comment) -> Fate:
    """
    The fate of a stored comment with the words it has now.

    How it was sent is not mended by other words: what the rules saw then goes
    on counting, and what others noted in its evidence stays. A comment is no
    duplicate of itself.
    """
    held = comment.held_for
    trap = "x" * comment.evidence.get(TRAP, {}).get("characters", 1) if TRAP in held else ""
    fate = fate_of(comment, trap=trap, has_origin=NO_ORIGIN not in held)
    if fate.evidence.get(DUPLICATE) == {"of": comment.pk}:
        fate.held_for.remove(DUPLICATE)
        del fate.evidence[DUPLICATE]
    noted = {name: seen for name, seen in comment.evidence.items() if name not in (TRAP, NO_ORIGIN, DUPLICATE)}
    fate.evidence = noted | fate.evidence
    return fate
