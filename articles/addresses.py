"""
The end of an address.

Made from the headline, never from a part's number. Equal headlines are told
apart by the date, then the hour, as people would: never by -2.
"""

from datetime import datetime

from django.conf import settings
from django.contrib.redirects.models import Redirect
from django.utils import timezone
from django.utils.text import slugify

from articles.models import Article, Report

LONGEST = 90  # a date, an hour and more must still fit behind it
WITHOUT_WORDS = "berita"


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
    taken = set(Article.everything.filter(slug__startswith=base).exclude(pk=besides).values_list("slug", flat=True))
    return next((slug for slug in steps if slug not in taken), f"{steps[-1]}-{len(taken)}")


def report_slug(title: str) -> str:
    """A free slug for a report; equal titles are told apart by the year, month and day it is begun."""
    base = slug_from(title, fallback="laporan")
    now = timezone.localtime()
    steps = [base, *(f"{base}-{now:{form}}" for form in ("%Y", "%Y-%m", "%Y-%m-%d", "%Y-%m-%d-%H%M%S"))]
    taken = set(Report.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return next((slug for slug in steps if slug not in taken), f"{steps[-1]}-{len(taken)}")


def moved(old: str, new: str) -> None:
    """
    From now on the path `old` leads to `new`, for ever.

    What led to `old` leads on to `new` at once, so a chain never grows; an
    address that is in use again leads nowhere else, so there is no loop.
    """
    ways = Redirect.objects.filter(site=settings.SITE_ID)
    ways.filter(new_path=old).update(new_path=new)
    ways.filter(old_path=new).delete()
    ways.update_or_create(site_id=settings.SITE_ID, old_path=old, defaults={"new_path": new})
