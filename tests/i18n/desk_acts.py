"""What the desk says after an act, and the history that is left of it."""

import itertools
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.utils import timezone

from articles import saving
from articles.models import Article, Report
from articles.photos import inspect
from comments import by_writer
from comments.models import Decision
from comments.queue import views
from tests.articles.factories import picture
from tests.i18n.desk import Pages, at_desk
from tests.i18n.newsroom import PASSWORD, Desk, opened, said

STORIES = "articles/article/"
ACCOUNTS = "accounts/user/"
SOON = timedelta(days=2)


def list_acts(desk: Desk) -> Pages:
    see = at_desk(desk.operator)

    def act(action: str, *chosen: Article, **more):
        return see(STORIES, {"action": action, "_selected_action": [story.pk for story in chosen], **more})

    waits = opened("Zzkelima", report=desk.report, at=timezone.now() + SOON)
    later = opened("Zzkeenam", report=desk.report, at=timezone.now() + 2 * SOON)
    yield act("publish", desk.draft, desk.binned, desk.withdrawn, later)
    yield act("unschedule", desk.embargoed, desk.story, waits)
    yield act("withdraw", desk.story, desk.second)
    yield act("withdraw", desk.story, reason="")
    yield act("withdraw", desk.unanswered, desk.in_review, reason="Zzalasan.", ground="sara")
    yield act("bring_back", desk.unanswered, desk.story)
    for action in ("hand_over", "set_category"):
        yield act(action, desk.draft)
    yield act("hand_over", desk.draft, desk.story, note="Zz")
    yield act("set_category", desk.draft, desk.binned, category="0")
    for _twice in range(2):
        yield act("set_category", desk.draft, desk.story, category=desk.category.pk)
    yield act("duplicate", desk.story)
    yield see(f"{STORIES}{desk.story.pk}/salin/", {})
    for way in ("sembunyikan", "tampilkan"):
        yield see("blok/", {way: "kalender"})
        yield see("blok/", {way: "zz"})
    yield act("put_in_bin", desk.quiet)
    yield act("take_out_of_bin", desk.quiet)
    yield see(f"{STORIES}{desk.unanswered.pk}/history/")


def story_forms(desk: Desk) -> Pages:
    see = at_desk(desk.operator)
    fields = {"headline": "Zzbaru", "body": "Zzisi.", "is_open_to_comments": "on"}
    for button in ("_save", "_addanother", "_continue", "_publish"):
        yield see(f"{STORIES}add/", fields | {button: "1"})
    yield see(f"{STORIES}add/", {"headline": "Zzkosong", "_publish": "1"})
    story = Article.everything.latest("pk")
    words = fields | {"dateline": "Zz", "tags": "Zz", "category": desk.category.pk, "lead_photo": desk.photo.pk}
    yield see(f"{STORIES}{story.pk}/change/", words)
    yield see(f"{STORIES}{story.pk}/change/", words | {"standfirst": "Zz", "slug": "zz", "_continue": "1"})
    yield see(f"{STORIES}{story.pk}/history/")
    hour = {"publish_at_0": f"{timezone.localdate() + SOON:%d/%m/%Y}", "publish_at_1": "07.00"}
    publish = fields | {"_publish": "1"}
    yield see(f"{STORIES}add/", publish | hour)
    report = Report.objects.create(title="Zzlain", slug="zzlain")
    opened("Zzdulu", report=report, position=2)
    yield see(f"{STORIES}add/", publish | {"report": report.pk, "position": 1})
    yield see(f"{STORIES}add/", publish | hour | {"report": report.pk, "position": 3})
    yield see(f"{STORIES}add/", publish | {"report": report.pk, "position": 4})
    waiting = f"{STORIES}{desk.embargoed.pk}/change/"
    for changes in (hour, {}):
        yield see(waiting, fields | changes | {"slug": desk.embargoed.slug, "_save": "1"})
    yield see(f"{STORIES}{desk.draft.pk}/change/", fields | hour | {"slug": desk.draft.slug, "_save": "1"})
    with desk.patch.context() as patch:
        patch.setattr(saving, "save", taken_once(saving.save))
        yield see(f"{STORIES}{desk.draft.pk}/change/", fields | {"slug": desk.draft.slug})
        patch.setattr(saving, "save", busy)
        yield see(f"{STORIES}add/", fields)


def taken_once(save):
    """The place was free when the form was judged, and is no more."""
    tries = itertools.count()

    def late(article, **words):
        if next(tries) == 0:
            raise ValidationError("Zz.")
        return save(article, **words)

    return late


def busy(*_what, **_words):
    raise OperationalError("database is locked")


def other_forms(desk: Desk) -> Pages:
    see = at_desk(desk.operator)
    manuscript = "Zzrakerbaru (Part II)\n\nZZ – Zzsatu.\n\n(Zzkredit)\n\nTinggalkan Balasan"
    for _twice in range(2):
        yield see("impor/", {"text": manuscript})
    yield see("redaksi/", {"name": "Zzbaru", "place": "Zz"})
    yield see("redaksi/")
    yield see("base/newsroom/1/history/")
    default = {"name": "Zzdua", "slug": "zzdua", "is_default": "on"}
    yield see("articles/category/add/", default)
    yield see(f"articles/category/{desk.category.pk}/change/", default | {"name": "Zz", "slug": "zz"})
    yield see("articles/report/add/", {"title": "Zzdua", "label_style": "part_roman", "first_number": 1})


def photos(desk: Desk) -> Pages:
    see = at_desk(desk.operator)
    words = {"alt": "Zz", "caption": "Zz", "credit": "Zz", "rights": "Zz"}
    small = picture(70, 71)
    for data in (small, small, b"zz", picture(90, 91)[:300], b""):
        yield see("articles/photo/add/", words | {"original": SimpleUploadedFile("zz.jpg", data)})
    for limit in ("LARGEST_BYTES", "MOST_PIXELS"):
        with desk.patch.context() as patch:
            patch.setattr(inspect, limit, 1)
            yield see("articles/photo/add/", words | {"original": SimpleUploadedFile("zz.jpg", picture(80, 81))})
    yield see(f"articles/photo/{desk.photo.pk}/change/", words)
    yield see(f"articles/photo/{desk.photo.pk}/history/")


def accounts(desk: Desk) -> Pages:
    see = at_desk(desk.operator)
    fresh = {"password1": f"{PASSWORD}9", "password2": f"{PASSWORD}9", "usable_password": "true"}
    yield see(f"{ACCOUNTS}add/", {"username": "zzbaru", "printed_name": "Zzbaru"} | fresh)
    own = f"{ACCOUNTS}{desk.people['Penulis'].pk}/"
    fields = {"username": "zzlain", "printed_name": "Zz", "email": "zz@contoh.id", "is_active": "on"}
    yield see(f"{own}change/", fields)
    yield see(f"{own}password/", fresh)
    yield see(f"{own}password/", {"usable_password": "false"})
    yield see(f"{own}password/", {"usable_password": "false", "unset-password": "1"})
    for room in ("password", "change", "history"):
        yield see(f"{own}{room}/")
    yield see("")


def queue(desk: Desk) -> Pages:
    see = at_desk(desk.people["Moderator"])
    one, two = said(desk.story), said(desk.story)
    for decision in ("approve", "spam", "trash", "pending", "pending"):
        yield see("antrean/putuskan/", {"comment": [one.pk, two.pk], "decision": decision, "reason": "Zz"})
    batches = Decision.objects.filter(comment_id=one.pk).order_by("pk").values_list("batch", flat=True)
    for batch in (batches[0], batches[3]):
        yield see("antrean/urungkan/", {"batch": batch})
    yield see("antrean/email/", {"comment": one.pk})
    by_writer.withdraw(two.pk)
    yield see("antrean/email/", {"comment": two.pk})
    for number in (one.short_number, two.short_number, "KMT-99999"):
        yield see(f"antrean/?cari={number}")
    with desk.patch.context() as patch:
        patch.setattr(views, "MOST_AT_ONCE", 1)
        yield see("antrean/putuskan/", {"comment": [one.pk, two.pk], "decision": "spam"})
    yield see("comments/decision/")
