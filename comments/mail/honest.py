"""Which waiting comments a person should read first, and which a rule has set aside."""

from comments.reply import fate

HARMLESS = frozenset({fate.NO_ORIGIN, fate.MANUAL, fate.FIRST_TIMER, fate.RETURNING_WRITER})
"""Rules that say nothing against the words: an old phone, an address that is new here or not confirmed."""


def is_honest(held_for: list[str]) -> bool:
    """Whether no rule has anything against a waiting comment."""
    return HARMLESS.issuperset(held_for)
