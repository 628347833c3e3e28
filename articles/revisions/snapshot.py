"""
What a revision keeps of a story, and how it is laid out again.

A snapshot is JSON: the words, {"id", "name"} of the category, the names of the
tags, and each use of a photo. Ids find the thing again; names say what it was
when it is gone.
"""

import json
from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext as _

from articles.models import Article, Category, Photo
from humas.base.cleaning import CleanHtml

SCHEMA = 2
TEXTS = ("headline", "slug", "dateline", "standfirst", "body", "credit", "byline")
FIELDS = (*TEXTS, "category", "lead_photo", "lead_alt_own")
"""The columns of a story that a snapshot decides on."""

LEAD = "lead"


def take(article: Article, tags: Iterable[str]) -> dict[str, Any]:
    """The story as it now stands in memory, with these tags, as JSON."""
    category, photo = article.category, article.lead_photo
    return {
        **{name: str(getattr(article, name)) for name in TEXTS},
        "category": {"id": category.pk, "name": category.name} if category else None,
        "tags": sorted(set(tags)),
        "photos": [{"role": LEAD, "id": photo.pk, "alt": photo.alt, "alt_own": article.lead_alt_own}] if photo else [],
    }


def digest(snapshot: dict[str, Any]) -> str:
    """Equal for snapshots that say the same, whatever the order of their keys and what things are called by now."""
    category, photos = snapshot.get("category"), snapshot.get("photos", ())
    said = snapshot | {
        "category": category and category["id"],
        "photos": [{name: value for name, value in use.items() if name != "alt"} for use in photos],
    }
    plain = json.dumps(said, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return sha256(plain.encode()).hexdigest()


def _photos_as_uses(old: dict[str, Any]) -> dict[str, Any]:
    """1 → 2: one photo and its text became a list of uses."""
    new = {name: value for name, value in old.items() if name not in ("lead_photo", "lead_alt_own")}
    photo = old.get("lead_photo")
    own = old.get("lead_alt_own", "")
    new["photos"] = [{"role": LEAD, "id": photo, "alt": "", "alt_own": own}] if photo else []
    return new


STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {1: _photos_as_uses}


def upgraded(snapshot: dict[str, Any], schema: int) -> dict[str, Any]:
    """The same in today's shape. Raises ValueError for a shape of a newer Humas."""
    if schema > SCHEMA:
        raise ValueError(f"snapshot of schema {schema}, this is {SCHEMA}")
    for step in range(schema, SCHEMA):
        snapshot = STEPS[step](snapshot)
    return snapshot


def lay(article: Article, snapshot: dict[str, Any]) -> tuple[list[str], list[str]]:
    """
    Put a snapshot of today's shape onto the story in memory; nothing is saved.

    Gives (names of its tags, a sentence for each thing that is no longer there
    and was left out).
    """
    missing = []
    for name in TEXTS:
        value = snapshot.get(name, "")
        setattr(article, name, CleanHtml(value) if name == "body" else value)
    category = snapshot.get("category")
    article.category = Category.objects.filter(pk=category["id"]).first() if category else None
    if category and article.category is None:
        missing.append(_("The category “%(name)s” is no longer there.") % {"name": category["name"]})
    use = next((use for use in snapshot.get("photos", ()) if use["role"] == LEAD), None)
    article.lead_photo = Photo.objects.filter(pk=use["id"]).first() if use else None
    article.lead_alt_own = use["alt_own"] if use and article.lead_photo else ""
    if use and article.lead_photo is None:
        missing.append(_("The photo “%(alt)s” is no longer there.") % {"alt": use["alt"] or use["id"]})
    return list(snapshot.get("tags", ())), missing
