"""
The end of an address, and where addresses lead that are no longer in use.

Made from the headline, never from a part's number. Equal headlines are told
apart by the date, then the hour, as people would: never by -2. An address that
was ever given leads on for ever (`moved`), so nothing else may take it.
"""

from datetime import datetime

from django.conf import settings
from django.contrib.redirects.models import Redirect
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles.models import Article, Category, Report
from humas.base.digests import digest
from humas.base.locks import one_at_a_time

LONGEST = 90  # a date, an hour and more must still fit behind it
WITHOUT_WORDS = "berita"
LONGEST_PATH: int = Redirect._meta.get_field("old_path").max_length

_ROWS = {"article": Article.everything, "report": Report.objects, "category": Category.objects}
"""Routes whose pages are found by a slug, and what may have it."""


def slug_from(words: str, *, fallback: str = WITHOUT_WORDS) -> str:
    """Words → "wakil-bupati-buka-raker": ASCII, cut between words; the fallback where nothing is left."""
    slug = slugify(words)
    if len(slug) > LONGEST:
        slug = slug[: LONGEST + 1].rpartition("-")[0] or slug[:LONGEST]
    return slug.strip("-_") or fallback


def article_slug(headline: str, at: datetime | None = None, *, besides: int | None = None) -> str:
    """A free slug for this headline; `besides` is the article that may keep it."""
    local = timezone.localtime(at or timezone.now())
    base = slug_from(headline)
    if base == WITHOUT_WORDS:
        base = f"{base}-{local:%Y-%m-%d}"
        steps = [base, f"{base}-{local:%H}", f"{base}-{local:%H%M}", f"{base}-{local:%H%M%S}"]
    else:
        steps = [
            base,
            *(f"{base}-{local:{form}}" for form in ("%Y-%m-%d", "%Y-%m-%d-%H", "%Y-%m-%d-%H%M", "%Y-%m-%d-%H%M%S")),
        ]
    steps.append(f"{steps[-1]}-{local:%f}")
    return _first_free("article", steps, besides)


def report_slug(title: str, *, besides: int | None = None) -> str:
    """A free slug for a report; equal titles are told apart by the year, month and day it is begun."""
    base = slug_from(title, fallback="laporan")
    now = timezone.localtime()
    steps = [base, *(f"{base}-{now:{form}}" for form in ("%Y", "%Y-%m", "%Y-%m-%d", "%Y-%m-%d-%H%M%S"))]
    return _first_free("report", steps, besides)


def _first_free(route: str, steps: list[str], besides: int | None) -> str:
    """The first of these that nothing else has, or had."""
    base, rows = steps[0], _ROWS[route]
    taken = set(rows.filter(slug__startswith=base).exclude(pk=besides).values_list("slug", flat=True))
    beginning = _path(route, base)[:-1]
    elsewhere = _ways().exclude(new_path=_own_path(route, besides)).filter(old_path__startswith=beginning)
    start = len(beginning) - len(base)
    taken |= {path[start:].rstrip("/") for path in elsewhere.values_list("old_path", flat=True)}
    return next((slug for slug in steps if slug not in taken), f"{steps[-1]}-{len(taken)}")


# Whose an address is.


def refuse_taken(route: str, slug: str, *, besides: int | None) -> None:
    """
    Raise ValidationError where the slug is another's now, or was and leads there still.

    `besides` is the key of the row that asks: it may take back an address of its
    own. Inside a transaction nobody else chooses an address until it ends.
    """
    one_at_a_time(_one_key())
    if _ROWS[route].filter(slug=slug).exclude(pk=besides).exists():
        raise ValidationError(
            _("Something else has taken the address “%(slug)s” meanwhile. Change the slug first."),
            code="slug_taken",
            params={"slug": slug},
        )
    refuse_known(route, slug, besides=besides)


def refuse_known(route: str, slug: str, *, besides: int | None) -> None:
    """Raise ValidationError, naming what had it, where this slug still leads readers to something else."""
    way = _ways().filter(old_path=_path(route, slug)).exclude(new_path=_own_path(route, besides)).first()
    if way:
        raise ValidationError(
            _("“%(title)s” had the address “%(slug)s”, and whoever opens it is still led there. Choose another slug."),
            code="leads_elsewhere",
            params={"title": _title_at(way.new_path), "slug": slug},
        )


def _title_at(path: str) -> str:
    """What stands there, by its name; the path itself where that is no story, report or category."""
    try:
        found = resolve(path)
    except Resolver404:
        return path
    rows = _ROWS.get(found.url_name or "")
    return str((rows and rows.filter(**found.kwargs).first()) or path)


def _own_path(route: str, pk: int | None) -> str:
    """Where readers find this row now; "" for one that is not stored yet."""
    slug = _ROWS[route].filter(pk=pk).values_list("slug", flat=True).first() if pk else None
    return _path(route, slug) if slug else ""


def _path(route: str, slug: str) -> str:
    return reverse(route, kwargs={"slug": slug})


# Where addresses lead that are no longer in use.


@transaction.atomic
def moved(old: str, new: str) -> None:
    """
    From now on the path `old`, and what lies below it, leads to `new`, for ever.

    Both are paths as `request.path` has them, decoded. What led to `old` leads on
    to `new` at once, so a chain never grows; an address that is in use again
    leads nowhere else, so there is no loop.
    """
    if old == new:
        return
    one_at_a_time(_one_key())
    _ways().filter(old_path=new).delete()
    for way in _ways().filter(new_path__startswith=old):
        is_below = old.endswith("/") and new.endswith("/") and way.new_path.startswith(old)
        if way.new_path == old or is_below:
            onward = new + way.new_path[len(old) :]
            way.new_path = onward if len(onward) <= LONGEST_PATH else new
            way.save(update_fields=["new_path"])
    _ways().update_or_create(site_id=settings.SITE_ID, old_path=old, defaults={"new_path": new})


def leads_to(path: str) -> str | None:
    """
    Where a path leads that is no longer in use; None for one that never was.

    It may itself have moved, or lie below what did: "/laporan/lama/lengkap/"
    moved with "/laporan/lama/". Whether anything is to be seen there is not asked.
    """
    if "\0" in path:  # PostgreSQL has no such text
        return None
    whole = path if path.endswith("/") else f"{path}/"
    beginnings = [whole[: place + 1] for place, sign in enumerate(whole[:LONGEST_PATH]) if sign == "/" and place]
    found = dict(_ways().filter(old_path__in={path, *beginnings}).values_list("old_path", "new_path"))
    if not found:
        return None
    if path in found:
        return found[path]
    longest = max(found, key=len)
    return found[longest] + whole[len(longest) :]


def slug_now(route: str, slug: str) -> str | None:
    """The slug by which what had this one is found today."""
    way = leads_to(_path(route, slug))
    try:
        found = resolve(way) if way else None
    except Resolver404:
        return None
    return found.kwargs["slug"] if found and found.url_name == route else None


def _ways() -> models.QuerySet:
    return Redirect.objects.filter(site=settings.SITE_ID)


def _one_key() -> str:
    return digest("addresses")
