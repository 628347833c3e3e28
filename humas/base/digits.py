"""Numbers of rows, as addresses and forms carry them."""

LONGEST = 18
"""Digits that every database takes for a number."""


def as_number(text: str) -> int:
    """The number of a row; 0, which no row has, for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST else 0
