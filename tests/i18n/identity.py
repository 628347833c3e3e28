"""What a newsroom shows that wants proven addresses, readers who sign in, or agreement to its rules."""

import re
from collections.abc import Iterator
from datetime import timedelta

from django.core import mail
from django.test import Client

from comments import consent
from comments.identity import signing_in
from comments.models import Comment, ReaderLink, Rule, Status
from humas.base import mail as letters
from humas.base.models import Newsroom
from tests.conftest import Reader
from tests.i18n.newsroom import Desk
from tests.i18n.public import WORDS, text


def pages(desk: Desk) -> Iterator[tuple[str, str]]:
    desk.settings.EMAIL_URL = "smtp://zz.id"
    desk.settings.REPLY_LIMIT_WRITER = None
    reader = Reader()
    Rule.objects.update(is_active=False)  # what a rule takes for spam sends no letter
    Newsroom.objects.update(asks_terms=True)
    yield from _terms(desk, reader)
    yield from _confirmed(desk, reader)
    yield from _signed_in(desk, reader)


def _terms(desk, reader):
    yield "the form asks for agreement", text(reader.get(desk.story.get_absolute_url()))
    yield "422, not agreed", text(reader.reply(desk.story, **WORDS))
    consent.publish("Zzaturan zzbaru.", by=desk.people["Administrator"])
    yield "422, rules changed", text(reader.reply(desk.story, **WORDS, terms="1"))
    yield "agreed", text(reader.get(reader.reply(desk.story, **WORDS, terms="2").headers["Location"]))
    for address in ("", "1/", "2/"):
        yield f"rules {address}", text(reader.get(f"/aturan-berkomentar/{address}"))


def _confirmed(desk, reader):
    Newsroom.objects.update(identity="confirmed", asks_terms=False)
    receipt = reader.reply(desk.story, **WORDS | {"body": "Zzbukti."}).headers["Location"]
    yield "receipt, unconfirmed", text(reader.get(receipt))
    yield from _sent()
    address = _link("buktikan")
    yield "link", text(reader.get(address))
    yield "pressed elsewhere", text(reader.post(address, headers={"sec-fetch-site": "cross-site"}))
    for _press in range(4):
        answer = reader.post(f"{receipt}buktikan/")
    yield "429, asked too often", text(answer)
    yield "receipt, asked too often", text(reader.get(receipt))
    yield "asked elsewhere", text(reader.post(f"{receipt}buktikan/", headers={"sec-fetch-site": "cross-site"}))
    late = Comment.objects.get(body="Zzbukti.")
    for status in (Status.WITHDRAWN, Status.APPROVED, Status.UNCONFIRMED):
        Comment.objects.filter(pk=late.pk).update(status=status)
        yield f"link, {status}", text(reader.get(address))
    yield "confirmed", text(reader.post(address, follow=True))
    other = reader.reply(desk.story, **WORDS | {"body": "Zzlambat."}).headers["Location"]
    Comment.objects.filter(body="Zzlambat.").update(created_at=late.created_at - timedelta(days=2))
    yield "receipt, too late", text(reader.get(other))
    Comment.objects.filter(pk=late.pk).update(status=Status.UNCONFIRMED, confirmed_at=None)
    with desk.patch.context() as patch:
        patch.setattr("django.utils.timezone.now", lambda: late.created_at + timedelta(days=2))
        yield "link, too late", text(reader.get(address))


def _signed_in(desk, reader):
    Newsroom.objects.update(identity="sign_in", asks_terms=True)
    story, way_in = desk.story, f"{desk.story.get_absolute_url()}masuk/"
    yield "story, sign-in", text(Client().get(story.get_absolute_url()))
    yield "403, sign-in", text(reader.reply(story, **WORDS, token="zz"))
    page = text(reader.get(way_in))
    yield "way in", page
    token = re.search(r'name="token" value="([^"]+)"', page)[1]
    asked = {"name": "Zzina", "email": "zzina2@contoh.id", "token": token, "terms": "2"}
    for wrong in ({"name": "", "email": ""}, {"email": "zz"}, {"token": "zz"}, {"terms": ""}, {"terms": "1"}):
        yield f"422, {wrong}", text(reader.post(way_in, asked | wrong))
    yield "403, elsewhere", text(reader.post(way_in, asked, headers={"sec-fetch-site": "cross-site"}))
    yield "413", text(reader.post(way_in, b"z" * 1_000_001, content_type="text/plain"))
    yield "403, closed", text(reader.get(f"{desk.quiet.get_absolute_url()}masuk/"))
    yield "sent", text(reader.post(way_in, asked, follow=True))
    yield from _sent()
    with desk.patch.context() as patch:
        patch.setattr(signing_in, "NETWORK_LIMIT", (timedelta(hours=1), 1))
        yield "429", text(reader.post(way_in, asked))
    own = _link("tulis")
    yield "own page", text(reader.get(f"{own}?balas={desk.parent.pk}"))
    ReaderLink.objects.update(terms=None)
    yield "own page, 422", text(reader.post(own, {"body": ""}))
    yield "own page, elsewhere", text(reader.post(own, {}, headers={"sec-fetch-site": "cross-site"}))
    yield "own page, 413", text(reader.post(own, b"z" * 1_000_001, content_type="text/plain"))
    out = own.replace("/tulis/", "/keluar/")
    yield "out, elsewhere", text(reader.post(out, headers={"sec-fetch-site": "cross-site"}))
    yield "out", text(reader.post(out, follow=True))
    yield "ended", text(reader.get(own))


def _sent():
    """The newest letter, as its receiver reads it: inside a test nothing is committed."""
    letters.deliver()
    letter = mail.outbox[-1]
    yield "letter", f"<p>{letter.subject}</p><pre>{letter.body}</pre>"


def _link(kind: str) -> str:
    letters.deliver()
    return re.search(rf"/{kind}/[^/\s]+/", mail.outbox[-1].body)[0]
