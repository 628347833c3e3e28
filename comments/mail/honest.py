"""Which waiting comments a person should read first, and which a rule has set aside."""

from comments.reply import fate

HARMLESS = frozenset({fate.NO_ORIGIN, "manual", "first_timer", "personal"})
"""Rules that say nothing against the words: nobody was known yet, an old phone, an own telephone number."""


def is_honest(held_for: list[str]) -> bool:
    """Whether no rule has anything against a waiting comment."""
    return HARMLESS.issuperset(held_for)
