"""
How the parts of a report are numbered and called.

The number of a part is its place among the parts that are or were public,
counted from the report's first number. It is never stored, so it cannot lie.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

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
    """One line in the list of a report's parts, as readers see it."""

    label: str
    headline: str
    url: str
    published_at: datetime
    is_current: bool
    is_withdrawn: bool


def parts_for_readers(article: Any) -> list[Part]:
    """The opened parts of this article's report in order: public ones, and withdrawn ones as such. One query."""
    if article.report_id is None:
        return []
    opened = type(article).objects.opened().filter(report=article.report_id).order_by("position").defer("body")
    return [
        Part(
            label=part_label(article.report.label_style, article.report.first_number + place),
            headline=row.headline,
            url=row.get_absolute_url(),
            published_at=row.published_at,
            is_current=row.pk == article.pk,
            is_withdrawn=row.status == "withdrawn",
        )
        for place, row in enumerate(opened)
        if row.is_public or row.status == "withdrawn"
    ]


def neighbours(parts: list[Part]) -> tuple[Part | None, Part | None]:
    """The public parts before and after the one being read."""
    here = next((i for i, part in enumerate(parts) if part.is_current), None)
    if here is None:
        return None, None
    before = [part for part in parts[:here] if not part.is_withdrawn]
    after = [part for part in parts[here + 1 :] if not part.is_withdrawn]
    return (before[-1] if before else None), (after[0] if after else None)
