"""What is mailed, and the pages behind the links in it: (what it is, its words)."""

from collections.abc import Iterator
from html import escape

from django.core import mail as outbox
from django.test import Client
from django.utils import timezone

from comments import moderation
from comments.mail import addresses, letters, staff
from comments.models import Comment, Status
from humas.base import mail, newsroom
from humas.base.models import Letter, Newsroom
from humas.operations import condition
from tests.i18n.commands import said_by
from tests.i18n.newsroom import Desk, said

Said = Iterator[tuple[str, str]]
HERE = {"sec-fetch-site": "same-origin"}


def _on(desk: Desk) -> None:
    desk.settings.EMAIL_URL, desk.settings.SITE_URL = "smtp://zz", "https://zz.example"
    row = Newsroom.current()
    row.mails_each = True
    newsroom.save(row)
    for name in ("Moderator", "Administrator"):
        desk.people[name].email = f"zz{name.lower()}@zz.id"
        desk.people[name].save()


def _client(desk: Desk, name: str) -> Client:
    client = Client()
    client.force_login(desk.people[name])
    return client


def pages(desk: Desk) -> Said:
    _on(desk)
    decider, reader = desk.people["Moderator"], Client()
    asking = [said(desk.story) for _n in range(4)]
    Comment.objects.filter(pk__in=[one.pk for one in asking]).update(
        mail_consent_at=timezone.now(), confirmed_at=timezone.now()
    )
    for one in asking:
        one.refresh_from_db()
    yield "story", reader.get(desk.story.get_absolute_url()).content.decode()
    for decision, one in zip(("zz", "approve", "trash"), asking, strict=False):
        link = addresses.to_decide(decider, one).removeprefix(desk.settings.SITE_URL)
        yield f"decide, {decision}", reader.get(link).content.decode()
        yield f"elsewhere, {decision}", reader.post(link, {"decision": decision}).content.decode()
        yield f"cross, {decision}", reader.post(link, headers={"origin": "https://zz.id"}).content.decode()
        moderation.decide([one.pk], Status.SPAM, by=desk.people["Moderator"], ground="judi")
        yield f"late, {decision}", reader.post(link, {"decision": "approve"}, headers=HERE).content.decode()
        moderation.decide([one.pk], Status.TRASH, rule="operator")
        yield f"by nobody, {decision}", reader.get(link).content.decode()
    yield "no such link", reader.get("/moderasi/zz/").content.decode()
    for subject in (f"person-{decider.pk}", f"comment-{asking[0].pk}"):
        link = addresses.to_stop(subject).removeprefix(desk.settings.SITE_URL)
        yield f"stop {subject}", reader.get(link).content.decode() + reader.post(link).content.decode()
    for one in (desk.waiting, asking[3]):
        yield "receipt", reader.get(f"/tanggapan/{one.plain_receipt}/").content.decode()
    elsewhere = reader.post(f"/tanggapan/{desk.waiting.plain_receipt}/kabar/", headers={"origin": "https://zz.id"})
    yield "receipt, from elsewhere", elsewhere.content.decode()
    yield from _desk(desk)


def _desk(desk: Desk) -> Said:
    moderator, administrator = _client(desk, "Moderator"), _client(desk, "Administrator")
    yield "account", moderator.get("/admin/akun/").content.decode()
    yield "account refused", moderator.post("/admin/akun/", {"email": "zz"}).content.decode()
    yield "account kept", moderator.post("/admin/akun/", {"email": "zz@zz.id"}, follow=True).content.decode()
    for next_try_at in (None, timezone.now() - timezone.timedelta(days=1)):
        mail.post("zz", "zz@zz.id", "Zz", "Zz")
        Letter.objects.update(next_try_at=next_try_at, sent_at=None)
        yield "failed or stuck", administrator.get("/admin/").content.decode()
    Letter.objects.update(next_try_at=None)
    for _n in range(2):
        yield "again", administrator.post("/admin/email/coba-lagi/", follow=True).content.decode()


def written(desk: Desk) -> Said:
    """The letters themselves, as paragraphs."""
    _on(desk)
    made, answer = said(desk.story), said(desk.story, parent=desk.parent)
    everybody = Comment.objects.all()
    everybody.update(mail_consent_at=timezone.now(), confirmed_at=timezone.now(), email_digest="zz")
    Comment.objects.filter(pk=answer.pk).update(email_digest="zzanother")
    staff.arrived(Comment.objects.get(pk=made.pk))
    (staff.digest() or (lambda: None))()
    moderation.decide([made.pk, answer.pk], Status.APPROVED, by=desk.people["Moderator"])
    moderation.decide([made.pk], Status.TRASH, by=desk.people["Moderator"], ground="kasar")
    letters.answered([answer])
    for letter in Letter.objects.filter(sent_at=None):
        yield (
            letter.kind,
            f"<p>{escape(letter.subject)}</p>"
            + "".join(f"<p>{escape(line)}</p>" for line in letter.body.splitlines() if line),
        )
    outbox.outbox.clear()


def commands(desk: Desk) -> Said:
    yield said_by("send_letters")
    _on(desk)
    mail.post("zz", "zz@zz.id", "Zz", "Zz")
    Letter.objects.update(next_try_at=None, error="zz")
    yield "doctor", "\n".join(condition.of_mail())
    yield said_by("send_letters")
    yield said_by("send_letters", failed=True)
    yield said_by("purge", dry_run=True)
    Comment.objects.update(created_at=timezone.now() - timezone.timedelta(days=400))
    yield said_by("purge", dry_run=True)
    yield said_by("purge")
    yield said_by("purge")
    yield said_by("rotate_keys")
    yield said_by("worker", once=True)
    yield said_by("worker", once=True)
