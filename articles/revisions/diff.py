"""
What changed between two snapshots of a story, as a lay person reads it.

Plain data that templates draw, inline or side by side; nothing here is HTML.
Of every part the old and the new text can be read whole (`words.side`). The
work is bounded: what would take too long to compare word by word is shown as
one text instead of another, and `Diff.is_rough` says so.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Article
from articles.revisions.align import Row, rows
from articles.revisions.blocks import blocks
from articles.revisions.matching import Budget
from articles.revisions.words import ADDED, REMOVED, SAME, Piece, Pieces, compare, side, whole

STEPS = 3_000_000
"""About a second in the worst case: for a million characters in ten thousand paragraphs too."""

BEFORE_BODY = ("headline", "standfirst")
AFTER_BODY = ("dateline", "credit", "byline", "slug")
AROUND = 1
LONGEST_RUN = 4


@dataclass(frozen=True)
class Field:
    """
    One field of the form. `is_list`: each piece is a thing of its own (a tag).

    Of a photo, `old_photo` and `new_photo` are the keys to draw it by; its pieces are what it shows in words.
    """

    name: str
    label: str
    pieces: Pieces
    is_list: bool = False
    old_photo: int | None = None
    new_photo: int | None = None

    @property
    def is_changed(self) -> bool:
        return self.old_photo != self.new_photo or any(piece.kind != SAME for piece in self.pieces)

    @property
    def old(self) -> Pieces:
        return tuple(piece for piece in self.pieces if piece.kind != ADDED)

    @property
    def new(self) -> Pieces:
        return tuple(piece for piece in self.pieces if piece.kind != REMOVED)


@dataclass(frozen=True)
class Fold:
    """So many neighbouring paragraphs that are the same."""

    count: int
    kind: str = "fold"


@dataclass(frozen=True)
class Diff:
    fields: tuple[Field, ...]
    body: tuple[Row, ...]
    is_rough: bool

    @property
    def changed_before(self) -> list[Field]:
        """Changed fields that stand above the text."""
        return [field for field in self.fields if field.is_changed and field.name in BEFORE_BODY]

    @property
    def changed_after(self) -> list[Field]:
        return [field for field in self.fields if field.is_changed and field.name not in BEFORE_BODY]

    @property
    def is_body_changed(self) -> bool:
        return any(row.kind != SAME for row in self.body)

    @property
    def is_empty(self) -> bool:
        return not self.is_body_changed and not any(field.is_changed for field in self.fields)

    @property
    def summary(self) -> list[str]:
        """What changed, in words: the names of fields, and how many paragraphs in which way."""
        kinds = Counter(row.kind for row in self.body)
        counted = (
            (kinds["changed"], ngettext("%(n)d paragraph changed", "%(n)d paragraphs changed", kinds["changed"])),
            (kinds[ADDED], ngettext("%(n)d paragraph added", "%(n)d paragraphs added", kinds[ADDED])),
            (kinds[REMOVED], ngettext("%(n)d paragraph removed", "%(n)d paragraphs removed", kinds[REMOVED])),
            (kinds["moved_here"], ngettext("%(n)d paragraph moved", "%(n)d paragraphs moved", kinds["moved_here"])),
            (kinds["looks"], ngettext("looks of %(n)d paragraph", "looks of %(n)d paragraphs", kinds["looks"])),
        )
        names = [field.label for field in self.fields if field.is_changed]
        return names + [words % {"n": count} for count, words in counted if count]

    @property
    def folded(self) -> list[Row | Fold]:
        """The body with long runs of the same paragraphs left out, one kept at either end of a change."""
        return list(folded(self.body))


def compare_snapshots(old: Mapping[str, Any], new: Mapping[str, Any], steps: int = STEPS) -> Diff:
    """What changed from one snapshot of today's shape to another."""
    budget = Budget(steps)
    fields = [_text(name, old, new, budget) for name in (*BEFORE_BODY, *AFTER_BODY)]
    fields += [_category(old, new), _tags(old, new), *_photo(old, new, budget)]
    body = rows(blocks(old.get("body", "")), blocks(new.get("body", "")), budget)
    return Diff(tuple(fields), tuple(body), budget.is_rough)


def label(name: str) -> str:
    """The field's name as its form has it."""
    return capfirst(str(Article._meta.get_field(name).verbose_name))


def _text(name, old, new, budget) -> Field:
    return Field(name, label(name), compare(old.get(name, ""), new.get(name, ""), budget))


def _category(old, new) -> Field:
    before, after = old.get("category") or {}, new.get("category") or {}
    names = before.get("name", ""), after.get("name", "")
    is_same = before.get("id") == after.get("id")
    return Field("category", label("category"), whole(names[1], names[1]) if is_same else whole(*names))


def _tags(old, new) -> Field:
    before, after = set(old.get("tags", ())), set(new.get("tags", ()))
    kinds = {**dict.fromkeys(before & after, SAME), **dict.fromkeys(before - after, REMOVED)}
    kinds |= dict.fromkeys(after - before, ADDED)
    return Field("tags", label("tags"), tuple(Piece(kinds[name], name) for name in sorted(kinds)), is_list=True)


def _photo(old, new, budget) -> Iterator[Field]:
    before, after = (next(iter(snapshot.get("photos", ())), {}) for snapshot in (old, new))
    ids = before.get("id"), after.get("id")
    words = _shown(before), _shown(after)
    pieces = whole(words[1], words[1]) if ids[0] == ids[1] else whole(*words)
    yield Field("lead_photo", label("lead_photo"), pieces, old_photo=ids[0], new_photo=ids[1])
    own = compare(before.get("alt_own", ""), after.get("alt_own", ""), budget)
    yield Field("lead_alt_own", label("lead_alt_own"), own)


def _shown(use) -> str:
    return use.get("alt") or (_("photo %(number)s") % {"number": use["id"]} if use else "")


def folded(body) -> Iterator[Row | Fold]:
    start = 0
    while start < len(body):
        end = start
        while end < len(body) and body[end].kind == SAME:
            end += 1
        if end - start > LONGEST_RUN:
            before = AROUND if start else 0
            after = AROUND if end < len(body) else 0
            yield from body[start : start + before]
            yield Fold(end - start - before - after)
            yield from body[end - after : end]
        else:
            yield from body[start:end]
        if end < len(body):
            yield body[end]
        start = end + 1


__all__ = ["ADDED", "REMOVED", "SAME", "Diff", "Field", "Fold", "Piece", "Row", "compare_snapshots", "side"]
