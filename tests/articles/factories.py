"""Valid stories, made through the doors everybody uses; a test names only what it is about."""

import io
import itertools

from PIL import Image

from articles import publishing, saving
from articles.addresses import report_slug
from articles.models import Article, Report
from articles.photos.keeping import keep
from humas.base.cleaning import paragraphs

_numbers = itertools.count(1)


def draft(**fields) -> Article:
    number = next(_numbers)
    text = fields.pop("text", f"Bupati meninjau jembatan ke-{number}.\n\nWarga menyambutnya di pasar.")
    tags = fields.pop("tags", ())
    fields = {"headline": f"Bupati Tinjau Jembatan {number}", "body": paragraphs(text)} | fields
    return saving.save(Article(**fields), tags=tags)


def published_article(*, at=None, **fields) -> Article:
    return publishing.publish(draft(**fields), at=at)


def report(**fields) -> Report:
    fields = {"title": f"Rapat Kerja {next(_numbers)}"} | fields
    return Report.objects.create(**{"slug": report_slug(fields["title"])} | fields)


def picture(width=64, height=48, colour="navy", form="JPEG", **options) -> bytes:
    """The bytes of a plain picture."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, form, **options)
    return out.getvalue()


def photo(**fields):
    number = next(_numbers)
    return keep(picture(width=60 + number), **{"alt": f"Jembatan {number}"} | fields)
