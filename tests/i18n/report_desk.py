"""The screen of a report's parts, its acts and refusals, and the choice where a part cannot open yet."""

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlencode

from django.utils import timezone

from articles import ordering, publishing
from articles.models import Article, Report
from tests.articles.factories import draft
from tests.i18n.desk import Pages, at_desk
from tests.i18n.newsroom import Desk, opened

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def pages(desk: Desk) -> Pages:
    see = at_desk(desk.operator)
    yield from order(desk, see)
    yield from choice(desk, see)


def screen(report: Report) -> str:
    return f"articles/report/{report.pk}/"


def order(desk: Desk, see: Callable) -> Pages:
    report = desk.report
    own = screen(report)
    yield see(f"{screen(Report.objects.create(title='Zzhampa', slug='zzhampa'))}change/")
    waits = opened("Zzlima", report=report, at=timezone.now() + HOUR)
    plan, behind = (draft(headline=name, text="Zzisi.", report=report) for name in ("Zzenam", "Zztujuh"))
    ordering.move(plan, "up")  # it has no hour, and stands before one that has
    ordering.move(behind, 1)  # readers know those after it
    publishing.publish(desk.second, at=timezone.now() + 2 * HOUR)  # readers know its number, and see it no more
    for part in (waits, plan, behind):
        yield see(f"{own}umumkan/", {"announce": part.pk})
    for who in ("Pimpinan", "Redaktur"):
        yield at_desk(desk.people[who])(f"{own}change/")
    Report.objects.update(is_finished=True)
    yield see(f"{own}change/")
    yield see(f"{own}umumkan/", {"conceal": plan.pk})
    yield from moves(report, see, plan)
    for _twice in range(2):
        yield see(f"{own}berikutnya/", {})
    yield see(f"{own}history/")
    yield see(f"articles/article/{plan.pk}/history/")
    yield from refused(desk, own)


def moves(report: Report, see: Callable, part: Article) -> Pages:
    own = f"{screen(report)}urutan/"

    def there() -> list[int]:
        return [one.pk for one in ordering.parts(report)]

    for way in ("up", "down"):
        yield see(own, {way: part.pk, "seen": ",".join(map(str, there()))})
    now = ",".join(map(str, there()))
    turned = ",".join(map(str, reversed(there())))
    for data in ({"order": now, "seen": now}, {"order": turned, "seen": now}, {"order": turned, "seen": turned}):
        yield see(own, data)
    binned = publishing.put_in_bin(draft(headline="Zzdibuang", text="Zzisi.", report=report))
    yield see(own, {"up": binned.pk, "seen": now})
    yield see(own, {"up": "zz", "seen": "zz"})


def refused(desk: Desk, own: str) -> Pages:
    """By who may not, with what is not there."""
    writer, see = at_desk(desk.people["Penulis"]), at_desk(desk.operator)
    for act in ("urutan", "umumkan"):
        yield writer(f"{own}{act}/", {})
    yield at_desk(desk.people["Moderator"])(f"{own}berikutnya/", {})
    yield see(f"{own}umumkan/", {"announce": "zz"})
    yield see("articles/report/0/urutan/", {})


def choice(desk: Desk, see: Callable) -> Pages:
    """A later part opens first; a part that has opened stands between; an earlier one waits; nothing in the way."""
    first, second, third = three(Report.objects.create(title="Zzberseri", slug="zzberseri"))
    yield at_desk(desk.people["Penulis"])(way(third))
    publishing.publish(first)
    ordering.move(second, "up")
    yield from offered(see, second, third)
    yield see(way(third), {"beside": third.pk})
    first, second, third = three(Report.objects.create(title="Zzlagi", slug="zzlagi"))
    yield from offered(see, third)
    hour = {"publish_at_0": f"{timezone.localdate() + 2 * DAY:%d/%m/%Y}", "publish_at_1": "07.00"}
    fields = {"headline": "Zzbaru", "body": "Zzisi.", "report": third.report_id, "position": 3, "_publish": "1"}
    yield see(f"articles/article/{third.pk}/change/", fields | hour)
    yield see(way(third), {"beside": "0"})
    yield see(way(third), {"beside": first.pk})
    yield see(way(third))


def three(report: Report) -> list[Article]:
    return [draft(headline=f"{report.title}{name}", text="Zzisi.", report=report) for name in "abc"]


def way(part: Article) -> str:
    return f"articles/article/{part.pk}/urutan/"


def offered(see: Callable, *parts: Article) -> Pages:
    """To open at once, and at an hour."""
    for part in parts:
        yield see(way(part))
        yield see(f"{way(part)}?{urlencode({'waktu': (timezone.now() + DAY).isoformat()})}")
