"""Lists, reports and feeds as readers come to them: (what it is, its HTML)."""

import re
from collections.abc import Iterator
from datetime import timedelta
from xml.etree import ElementTree

from django.test import Client
from django.utils import timezone

from articles import publishing, saving
from articles.models import Category, Report
from articles.site import cursor
from humas.base.models import Newsroom
from tests.articles.factories import photo
from tests.i18n.newsroom import Desk, opened
from tests.i18n.public import text

DAY = timedelta(days=1)
OLDER = re.compile(r'rel="next" href="([^"]*\?sebelum=[^"]+)"')
TOLD = {"title", "subtitle", "description", "name", "author", "encoded", "content", "rights"}
"""What a feed reader shows of a feed."""


def bare(_desk: Desk) -> Iterator[tuple[str, str]]:
    """Before the first story, under a newsroom without a name."""
    Newsroom.objects.update(name="")
    reader = Client()
    for address in ("/laporan/", "/feed/", "/feed/atom/"):
        page = reader.get(address)
        yield f"{address}, empty", told_by(page.content) if "feed" in address else text(page)


def pages(desk: Desk) -> Iterator[tuple[str, str]]:
    yield from lists(desk)
    yield from reports(desk)
    yield from feeds(desk)


def lists(desk: Desk) -> Iterator[tuple[str, str]]:
    """Each list: its newest page, three stories to a page, and the next."""
    desk.patch.setattr(cursor, "LENGTH", 3)
    today, reader = timezone.localdate(), Client()
    for name in ("Zzlaporan", "Zzkabar", "Zzkilas"):
        opened(f"{name}satu", report=Report.objects.create(title=name, slug=name.lower()))
    empty = Category.objects.create(name="Zzkosong", slug="zzkosong")
    months = f"/arsip/{today:%Y}/{today:%m}/"
    for address in ("/berita/", desk.category.get_absolute_url(), f"/arsip/{today:%Y}/", months, "/laporan/"):
        newest = text(reader.get(address))
        yield address, newest
        older = OLDER.search(newest)[1]
        yield older, text(reader.get(older if older.startswith("/") else address + older))
    for address in ("/", "/tag/zztag/", empty.get_absolute_url(), "/arsip/1999/", "/tag/zz/", "/berita/?sebelum=zz"):
        yield address, text(reader.get(address))


def reports(desk: Desk) -> Iterator[tuple[str, str]]:
    """To be continued, with a withdrawn part; the next one announced, and one after it; finished; nothing public."""
    Report.objects.filter(pk=desk.report.pk).update(standfirst="Zzsekilas.")
    saving.save(_told(desk))
    yield from report(desk, "to be continued")
    for days, name in enumerate(("Zzlima", "Zzenam"), 1):
        publishing.announce(opened(name, report=desk.report, at=timezone.now() + days * DAY), True)
        yield from report(desk, f"{days} parts announced")
    Report.objects.update(is_finished=True)
    yield from report(desk, "finished, with planned parts")
    desk.report.articles.filter(headline__in=("Zzlima", "Zzenam")).update(report=None, position=None)
    yield from report(desk, "finished")
    nothing = Report.objects.create(title="Zzhampa", slug="zzhampa")
    yield "nothing public", text(Client().get(nothing.get_absolute_url()))


def _told(desk: Desk):
    """A part with everything the page of all parts can show."""
    desk.fourth.standfirst, desk.fourth.byline, desk.fourth.credit = "Zzringkas.", "Zzpenulis", "Zzkredit"
    desk.fourth.lead_photo = photo(alt="Zzgambar", caption="Zzketerangan", credit="Zzjuru")
    return desk.fourth


def report(desk: Desk, state: str) -> Iterator[tuple[str, str]]:
    """The report as it is now: its own pages, its first part and its last, the list it stands on."""
    reader, own = Client(), desk.report.get_absolute_url()
    parts = [part.get_absolute_url() for part in (desk.first, desk.fourth)]
    for address in (own, f"{own}lengkap/", *parts, "/laporan/"):
        yield f"{address}, {state}", text(reader.get(address))


def feeds(desk: Desk) -> Iterator[tuple[str, str]]:
    own = desk.report.get_absolute_url()
    for address in ("/", "/feed/atom/", desk.category.get_absolute_url(), "/tag/zztag/", own):
        address = address if "feed" in address else f"{address}feed/"
        yield address, told_by(Client().get(address).content)


def told_by(feed: bytes) -> str:
    """The words of a feed, one element to a line; text that is HTML stays so."""
    return "\n".join(el.text or "" for el in ElementTree.fromstring(feed).iter() if el.tag.rpartition("}")[2] in TOLD)
