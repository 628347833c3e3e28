"""
How the parts of a report are numbered and called.

The number of a part is its place among the parts that are or were public,
counted from the report's first number. It is never stored, so it cannot lie.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """1 → I, 4 → IV, 399 → CCCXCIX; numbers beyond that stay in digits."""
    if not 1 <= number < 400:
        return str(number)
    out = ""
    for value, sign in ROMAN:
        while number >= value:
            out, number = out + sign, number - value
    return out


def number_from_roman(text: str) -> int | None:
    """I → 1; None for what is not a number as `roman` writes it."""
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    digits = [values.get(sign, 0) for sign in text.upper()]
    if not digits or 0 in digits:
        return None
    total = sum(-d if d < max(digits[i:]) else d for i, d in enumerate(digits))
    return total if roman(total) == text.upper() else None


STYLES: dict[str, tuple[str, Callable[[int], str]]] = {
    "part_roman": ("Part", roman),
    "bagian_roman": ("Bagian", roman),
    "bagian_arabic": ("Bagian", str),
}


def part_label(style: str, number: int | None) -> str:
    """ "Part I", "Bagian 2"; "" for a part without a number."""
    if number is None:
        return ""
    word, count = STYLES[style]
    return f"{word} {count(number)}"


@dataclass(frozen=True)
class Part:
    """One part on a report's journey, as readers see it: public, or withdrawn and shown as such."""

    number: int
    label: str
    story: Any  # the Article; of a withdrawn one only headline, address and dates are for readers
    is_current: bool

    @property
    def headline(self) -> str:
        return self.story.headline

    @property
    def heading(self) -> str:
        return f"{self.story.headline} ({self.label})"

    @property
    def url(self) -> str:
        return self.story.get_absolute_url()

    @property
    def published_at(self) -> datetime:
        return self.story.published_at

    @property
    def is_withdrawn(self) -> bool:
        return self.story.status == "withdrawn"


@dataclass(frozen=True)
class Journey:
    """
    A report as readers see it.

    `announced` holds the hours, soonest first, of planned parts that may be
    spoken of; `last_number` is known only of a finished report.
    """

    parts: list[Part]
    announced: list[datetime]
    last_number: int | None

    @property
    def public(self) -> list[Part]:
        return [part for part in self.parts if not part.is_withdrawn]

    @property
    def latest(self) -> Part:
        """The public part that opened last."""
        return max(self.public, key=lambda part: part.published_at)

    @property
    def previous(self) -> Part | None:
        """The last public part before the one being read."""
        before, _after = self._around()
        return next((part for part in reversed(before) if not part.is_withdrawn), None)

    @property
    def next(self) -> Part | None:
        """The first public part after the one being read."""
        _before, after = self._around()
        return next((part for part in after if not part.is_withdrawn), None)

    def _around(self) -> tuple[list[Part], list[Part]]:
        for place, part in enumerate(self.parts):
            if part.is_current:
                return self.parts[:place], self.parts[place + 1 :]
        return [], []


def journey(report: Any, rows: Iterable[Any], *, here: Any = None) -> Journey:
    """
    The report's way, from rows of `Article.objects.on_journey()` in the order of their positions.

    One clock for all rows: two parts that open in the same moment are counted alike.
    """
    now = timezone.now()
    parts, announced, number = [], [], report.first_number
    for row in rows:
        has_come = row.published_at is not None and (
            row.published_at <= now or row.published_at == row.first_published_at
        )
        is_public = row.status == "published" and has_come
        if is_public or row.first_published_at is not None:
            if is_public or row.status == "withdrawn":
                is_current = here is not None and row.pk == here.pk
                parts.append(Part(number, part_label(report.label_style, number), row, is_current))
            number += 1
        elif row.is_announced:
            announced.append(row.published_at)
    has_end = report.is_finished and number > report.first_number
    return Journey(parts, sorted(announced), number - 1 if has_end else None)
