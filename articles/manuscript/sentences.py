"""Where a sentence ends."""

_BEHIND = "\"'”’»“)] "


def is_finished(words: str) -> bool:
    """Whether it ends with a full stop or its like, quotation marks and brackets behind it aside."""
    return words.rstrip(_BEHIND).endswith((".", "!", "?", "…"))


def has_ended(words: str) -> bool:
    """As `is_finished`, or what follows is announced or parted: nothing there goes on by itself."""
    return words.rstrip(_BEHIND).endswith((".", "!", "?", "…", ":", ";"))
