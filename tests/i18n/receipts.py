"""What a reader's own page about one comment says, in each state and to each press."""

from collections.abc import Iterator
from datetime import timedelta

from django.db import OperationalError
from django.urls import reverse
from django.utils import timezone

from comments import by_writer, moderation
from comments.grounds import offered
from comments.models import Comment, Holiday, Status
from tests.conftest import Reader
from tests.i18n.newsroom import Desk, said
from tests.i18n.public import text

OURS = {"sec-fetch-site": "same-origin"}


def pages(desk: Desk) -> Iterator[tuple[str, str]]:
    reader, moderator, made = Reader(), desk.people["Moderator"], said(desk.story)
    receipt = reverse("receipt", args=[made.plain_receipt])
    today = timezone.localdate()
    Holiday.objects.create(name="Zzlibur", first_day=today, last_day=today)
    for number in range(20):
        read = said(desk.story, at=timezone.now() - timedelta(days=number))
        moderation.decide([read.pk], Status.APPROVED, by=moderator)

    def press(act: str, headers=OURS, **fields) -> str:
        return text(reader.post(f"{receipt}{act}/", fields, headers=headers))

    yield "waiting, on a holiday", text(reader.get(receipt))
    yield "422, no words", press("ubah", body=" ")
    yield "422, too long", press("ubah", body="z" * 65_526)
    yield "403, from elsewhere", press("ubah", {"sec-fetch-site": "cross-site"}, body="Zz")
    yield "405", text(reader.put(f"{receipt}ubah/"))
    yield "413", text(reader.post(f"{receipt}tarik/", b"z" * 1_000_001, content_type="text/plain", headers=OURS))
    with desk.patch.context() as patch:
        patch.setattr(by_writer, "withdraw", _busy)
        yield "503", press("tarik")
    press("ubah", body="Zzdiubah.")
    yield "mended", text(reader.get(receipt))
    for ground in offered():
        moderation.decide([made.pk], Status.TRASH, by=moderator, ground=ground.slug)
        yield f"refused, {ground.slug}", text(reader.get(receipt))
        moderation.decide([made.pk], Status.PENDING, by=moderator)
    yield "409, read already", press("ubah", body="Zzlagi.")
    press("tarik")
    yield "withdrawn", text(reader.get(receipt))
    yield "409, withdrawn already", press("ubah", body="Zzlagi.")
    Comment.objects.filter(pk=made.pk).update(status=Status.UNCONFIRMED)
    yield "unconfirmed", text(reader.get(receipt))


def _busy(*_args):
    raise OperationalError("database is locked")
