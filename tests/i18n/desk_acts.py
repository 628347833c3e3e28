"""What the desk says after an act, and the history that is left of it."""

from collections.abc import Iterator
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from articles.models import Article, Report
from tests.articles.factories import picture
from tests.i18n.desk import seen, signed_in
from tests.i18n.newsroom import Desk, opened, said

STORIES = "/admin/articles/article/"
QUEUE = "/admin/antrean/"


def stories(desk: Desk) -> Iterator[tuple[str, str]]:
    client = signed_in(desk.operator)

    def act(action: str, *chosen: Article, **more):
        return seen(client, STORIES, {"action": action, "_selected_action": [story.pk for story in chosen], **more})

    waits = opened("Zzkelima", report=desk.report, at=timezone.now() + timedelta(days=2))
    later = opened("Zzkeenam", report=desk.report, at=timezone.now() + timedelta(days=3))
    yield act("publish", desk.draft, desk.binned, desk.withdrawn, later)
    yield act("unschedule", desk.embargoed, desk.story, waits)
    yield act("withdraw", desk.story, desk.second)
    yield act("withdraw", desk.story, reason="")
    yield act("withdraw", desk.unanswered, desk.in_review, reason="Zzalasan.")
    yield act("bring_back", desk.unanswered, desk.story)
    yield act("put_in_bin", desk.quiet)
    yield act("take_out_of_bin", desk.quiet)
    fields = {"headline": "Zzbaru", "body": "Zzisi.", "is_open_to_comments": "on"}
    yield seen(client, f"{STORIES}add/", fields)
    yield seen(client, f"{STORIES}add/", fields | {"_addanother": "1"})
    yield seen(client, f"{STORIES}add/", fields | {"_continue": "1"})
    yield seen(client, f"{STORIES}add/", fields | {"_publish": "1"})
    yield seen(client, f"{STORIES}add/", {"headline": "Zzkosong", "_publish": "1"})
    tomorrow = timezone.localdate() + timedelta(days=1)
    hour = {"publish_at_0": f"{tomorrow:%d/%m/%Y}", "publish_at_1": "07.00"}
    yield seen(client, f"{STORIES}add/", fields | hour | {"_publish": "1", "report": desk.report.pk})
    story = Article.everything.latest("pk")
    changed = fields | {"dateline": "Zz", "tags": "Zz", "category": desk.category.pk, "lead_photo": desk.photo.pk}
    yield seen(client, f"{STORIES}{story.pk}/change/", changed)
    yield seen(client, f"{STORIES}{story.pk}/change/", changed | {"standfirst": "Zz", "slug": "zz", "_continue": "1"})
    yield seen(client, f"{STORIES}{story.pk}/history/")
    yield seen(client, f"{STORIES}{desk.unanswered.pk}/history/")
    later = Report.objects.create(title="Zzlain", slug="zzlain")
    opened("Zzdulu", report=later, position=2)
    yield seen(client, f"{STORIES}add/", fields | {"report": later.pk, "position": 1, "_publish": "1"})
    yield seen(client, f"{STORIES}add/", fields | {"report": later.pk, "position": 3, **hour, "_publish": "1"})
    yield seen(client, f"{STORIES}add/", fields | {"report": later.pk, "position": 4, "_publish": "1"})


def other_forms(desk: Desk) -> Iterator[tuple[str, str]]:
    client = signed_in(desk.operator)
    manuscript = "Zzrakerbaru (Part II)\n\nZZ – Zzsatu.\n\n(Zzkredit)\n\nTinggalkan Balasan"
    yield seen(client, "/admin/impor/", {"text": manuscript})
    yield seen(client, "/admin/impor/", {"text": manuscript})
    yield seen(client, "/admin/redaksi/", {"name": "Zzbaru", "place": "Zz"})
    yield seen(client, "/admin/redaksi/")
    yield seen(client, "/admin/base/newsroom/1/history/")
    words = {"alt": "Zz", "caption": "Zz", "credit": "Zz", "rights": "Zz"}
    for name, data in {
        "fine": picture(70, 71),
        "known": picture(70, 71),
        "text": b"zz",
        "broken": picture(90, 91)[:300],
    }.items():
        yield seen(client, "/admin/articles/photo/add/", words | {"original": SimpleUploadedFile(f"zz-{name}.jpg", data)})
    yield seen(client, "/admin/articles/photo/add/", {"original": SimpleUploadedFile("zz.jpg", b"")})
    yield seen(client, f"/admin/articles/photo/{desk.photo.pk}/change/", words | {"alt": "Zzlain"})
    yield seen(client, f"/admin/articles/photo/{desk.photo.pk}/history/")
    yield seen(client, "/admin/articles/category/add/", {"name": "Zzdua", "slug": "zzdua", "is_default": "on"})
    yield seen(client, f"/admin/articles/category/{desk.category.pk}/change/", {"name": "Zz", "slug": "zz", "is_default": "on"})
    yield seen(client, "/admin/articles/report/add/", {"title": "Zzdua", "label_style": "part_roman", "first_number": 1})
    account = {"username": "zzbaru", "printed_name": "Zzbaru", "usable_password": "true"}
    yield seen(client, "/admin/accounts/user/add/", account | {"password1": "Zz-lontar-9", "password2": "Zz-lontar-9"})
    own = f"/admin/accounts/user/{desk.people['Penulis'].pk}/"
    yield seen(client, f"{own}change/", {"username": "zzlain", "printed_name": "Zz", "email": "zz@contoh.id", "is_active": "on"})
    yield seen(client, f"{own}password/", {"password1": "Zz-lontar-9", "password2": "Zz-lontar-9", "usable_password": "true"})
    yield seen(client, f"{own}password/", {"usable_password": "false"})
    yield seen(client, f"{own}password/")
    yield seen(client, f"{own}change/")
    yield seen(client, f"{own}history/")
    yield seen(client, "/admin/")


def queue(desk: Desk) -> Iterator[tuple[str, str]]:
    client = signed_in(desk.people["Moderator"])
    one, two = said(desk.story), said(desk.story)
    for decision in ("approve", "spam", "trash", "pending"):
        yield seen(client, f"{QUEUE}putuskan/", {"comment": [one.pk, two.pk], "decision": decision, "reason": "Zz"})
    yield seen(client, f"{QUEUE}putuskan/", {"comment": one.pk, "decision": "pending"})
    lines = one_batches(one)
    yield seen(client, f"{QUEUE}urungkan/", {"batch": lines[0]})
    yield seen(client, f"{QUEUE}urungkan/", {"batch": lines[-1]})
    yield seen(client, f"{QUEUE}email/", {"comment": one.pk})
    yield seen(client, "/admin/comments/decision/")


def one_batches(comment) -> list[str]:
    from comments.models import Decision

    return [str(line.batch) for line in Decision.objects.filter(comment_id=comment.pk).order_by("pk")]
