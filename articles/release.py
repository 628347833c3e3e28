"""
The press release of a story that is out, or waits for its hour: a .docx under the letterhead, photos beside it.

What it says is what readers see or will see: the row, never what was saved
after it.
"""

import io
import zipfile
from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.going_out import heading
from articles.models import Article, Photo
from articles.photos.inspect import Refused
from articles.photos.renditions import rendition
from articles.text import with_absolute_links
from humas.base.docx import Document, Run
from humas.base.models import Newsroom
from humas.base.times import long_time

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FOR_PRINT = 3000
"""Pixels: an A4 page's width in a newspaper's 200 to the inch, and then some."""
_BEFORE_ALL = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class File:
    name: str
    kind: str
    data: bytes


def may_be_made(story: Article) -> bool:
    return story.is_public or (story.is_under_embargo and story.binned_at is None)


def embargo_line(story: Article) -> str:
    """ "EMBARGO sampai Senin, 23 November 2026, 07.23 WITA"; "" for what is out."""
    if not story.is_under_embargo and story.binned_at is None:
        return ""
    return _("EMBARGO until %(time)s") % {"time": long_time(story.published_at)}


def letterhead(newsroom: Newsroom) -> list[str]:
    """The lines under the bureau's name."""
    address = " ".join(newsroom.address.split())
    return [*filter(None, (newsroom.place, address, " · ".join(filter(None, (newsroom.phone, newsroom.public_email)))))]


def make(story: Article, newsroom: Newsroom) -> File:
    """The release alone, or a .zip of it and its photo where the story has one."""
    name = f"siaran-{story.slug}"
    document = File(f"{name}.docx", DOCX, document_of(story, newsroom))
    photo = story.lead_photo and large(story.lead_photo)
    if not photo:
        return document
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for inside, data, how in (
            (document.name, document.data, zipfile.ZIP_DEFLATED),
            (f"foto-{story.slug}.jpg", photo, zipfile.ZIP_STORED),  # packed already
        ):
            entry = zipfile.ZipInfo(inside, _BEFORE_ALL)
            entry.compress_type = how
            file.writestr(entry, data)
    return File(f"{name}.zip", "application/zip", out.getvalue())


def document_of(story: Article, newsroom: Newsroom) -> bytes:
    page = Document(
        title=story.headline, author=newsroom.name, footer=f"{story.absolute_url} · {long_time(story.published_at)}"
    )
    page.letterhead(newsroom.name, *letterhead(newsroom))
    page.paragraph(Run(_("PRESS RELEASE"), bold=True), align="center", keep_next=True)
    embargo = embargo_line(story)
    hour = Run(embargo, bold=True) if embargo else long_time(story.published_at)
    page.paragraph(hour, align="center", keep_next=True)
    page.heading(heading(story))
    if story.standfirst:
        page.paragraph(Run(" ".join(story.standfirst.split()), italic=True))
    _picture(page, story)
    page.add_html(with_absolute_links(story.body_html, story.absolute_url))
    if story.credit:
        page.paragraph(Run(f"({story.credit})", italic=True))
    if story.byline:
        page.paragraph(_("By %(name)s") % {"name": story.byline})
    return page.to_bytes()


def _picture(page: Document, story: Article) -> None:
    photo = story.lead_photo
    data = photo and _read(photo.rendition)
    if not data:
        return
    page.image(data, width=photo.width, height=photo.height, alt=story.lead_alt, highest_cm=9)
    if words := " · ".join(filter(None, (photo.caption, photo.credit))):
        page.paragraph(words, style="Caption")


def large(photo: Photo) -> bytes:
    """As many pixels as a newspaper prints, with nothing of the camera's notes (place, person, device) in them."""
    try:
        return rendition(_read(photo.original), widest=FOR_PRINT).data
    except Refused:
        return _read(photo.rendition)


def _read(field) -> bytes:
    """b"" for a file that is not there any more."""
    try:
        with field.open("rb") as file:
            return file.read()
    except FileNotFoundError:
        return b""
