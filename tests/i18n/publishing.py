"""The screen before publishing and the menu after it, with all a checklist may say."""

from datetime import timedelta

from django.utils import timezone

from articles import publishing, saving
from articles.models import Article, Category
from humas.base.models import Newsroom
from tests.articles.factories import draft, photo
from tests.articles.screen import filled_in
from tests.i18n.desk import Pages, at_desk
from tests.i18n.newsroom import Desk, opened

SOON = timedelta(days=2)
KEYS = ("alternative", "capitals", "dateline", "spaces", "standfirst", "byline", "credit", "category", "category")


def pages(desk: Desk) -> Pages:
    see = at_desk(desk.operator)
    Newsroom.objects.update(credit="Zzkredit", hashtags="#Zz", required_checks=["tags", "photographer"])
    Category.objects.update(is_default=False)
    words = {"alt": "zz.jpg", "caption": "Zzgong zzraker  zzdua."}
    bare = draft(headline="ZZRAKER  ZZDUA", text="Zzpulau – Zzsatu zzdua.", lead_photo=photo(**words), tags=["Zz"])
    screen = f"articles/article/{bare.pk}/terbitkan/"
    yield see(screen)
    yield see(screen, {"when": "now"})
    for key in KEYS:
        yield see(screen, {"mend": key})
    yield see(screen, {"mend": "spaces", "base": "1"})
    yield from refused(desk, see)
    yield from published(desk, see)


def refused(desk: Desk, see) -> Pages:
    draft(headline="Zzdulu", text="Zzsatu.", report=desk.report)
    empty = draft(headline="Zzkosong", text="", dateline="Zzpulau", report=desk.report)
    yield see(f"articles/article/{empty.pk}/terbitkan/")
    doubled = draft(headline="Zzganda", text="ZZPULAU, Zzsatu.", dateline="Zzpulau")
    yield see(f"articles/article/{doubled.pk}/terbitkan/")
    for day, hour in (("", ""), ("2019-04-24", "07:00")):
        yield see(f"articles/article/{doubled.pk}/terbitkan/", {"when": "at", "hour_0": day, "hour_1": hour})
    Article.everything.filter(pk=doubled.pk).update(published_at=timezone.now() - SOON)
    yield see(f"articles/article/{doubled.pk}/terbitkan/")
    for story in (desk.withdrawn, desk.binned):
        yield see(f"articles/article/{story.pk}/terbitkan/")


def published(desk: Desk, see) -> Pages:
    Newsroom.objects.update(required_checks=[])
    story = opened("Zzbaru")
    screen = f"articles/article/{story.pk}/terbitkan/"
    yield see(screen)
    yield see(screen, {"when": "now", "base": story.head_id})
    changed = Article.everything.get(pk=story.pk)
    changed.headline, changed.slug = "Zzlain", "zzlain"
    saving.save(changed)
    address, page = see(screen)
    yield address, page
    held = filled_in(page)
    yield see(screen, {"when": "at", "hour_0": "2031-11-24", "hour_1": "07:00"})
    yield see(f"articles/article/{story.pk}/terbit/")
    yield see(screen, held | {"when": "now"})
    yield see(screen, held | {"when": "now"})
    waits = publishing.schedule(draft(headline="Zzmenunggu", text="Zzsatu."), timezone.now() + SOON)
    for room in ("change", "terbitkan", "terbit", "cetak"):
        yield see(f"articles/article/{waits.pk}/{room}/")
    past = {"publish_at_0": "24/04/2019", "publish_at_1": "07.00", "headline": "Zzmenunggu", "body": "Zzsatu."}
    yield see(f"articles/article/{waits.pk}/change/", past | {"slug": waits.slug})
    for one in (desk.story, desk.draft):
        for room in ("terbit", "cetak"):
            yield see(f"articles/article/{one.pk}/{room}/")
    Newsroom.objects.update(required_checks=["category"])
    yield at_desk(desk.people["Pimpinan"])("redaksi/")
