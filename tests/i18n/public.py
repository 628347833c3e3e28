"""Every screen a reader can come to: (what it is, its HTML)."""

from collections.abc import Iterator
from datetime import timedelta

from django.db import OperationalError
from django.test import Client, RequestFactory
from django.urls import reverse

from comments.reply import views
from humas.base.models import Newsroom
from humas.operations import errors
from tests.conftest import Reader
from tests.i18n.newsroom import Desk, opened

WRONG = {
    "body": "",
    "name": "z" * 246,
    "email": "zz",
    "website": "zz zz",
    "parent": "999",
    "token": "zz",
}
WORDS = {"body": "Zzterima zzkasih.", "name": "Zzina", "email": "zzina@contoh.id", "website": "https://zz.id"}


def text(response) -> str:
    return response.content.decode()


def pages(desk: Desk) -> Iterator[tuple[str, str]]:
    """What can be read without sending anything."""
    reader = Client()
    parts = (desk.first, desk.second, desk.withdrawn, desk.fourth)
    stories = (desk.story, desk.quiet, desk.unanswered, *parts, desk.draft)
    addresses = ["/", "/berita/", "/berita/zz/", "/tanggapan/zz/"]
    addresses += [story.get_absolute_url() for story in stories]
    for address in (*addresses, f"{desk.story.get_absolute_url()}?balas={desk.parent.pk}"):
        yield address, text(reader.get(address))
    yield "400", text(reader.get("/", headers={"host": "zz.example"}))
    yield "500", text(errors.broken(RequestFactory().get("/")))
    try:
        raise OperationalError("database is locked")
    except OperationalError:
        yield "503", text(errors.broken(RequestFactory().get("/")))
    yield "403", text(errors.forbidden(RequestFactory().get("/")))
    for status, comment in {**desk.by_status, "sprung": desk.sprung}.items():
        yield f"receipt, {status}", text(reader.get(reverse("receipt", args=[comment.plain_receipt])))


def replies(desk: Desk) -> Iterator[tuple[str, str]]:
    """What a sent reply is answered with."""
    desk.settings.REPLY_LIMIT_WRITER = desk.settings.REPLY_LIMIT_NETWORK = None
    reader, story = Reader(), desk.story
    address = f"{story.get_absolute_url()}tanggapan/"

    def send(story=story, **fields) -> str:
        return text(reader.reply(story, **WORDS | fields))

    yield "422, each field wrong", send(**WRONG)
    yield "422, nothing given", send(body="", name="", email="")
    yield "422, too long", send(body="z" * 65_526, email=f"zz@{'z' * 100}.id", website=f"https://{'z' * 200}.id")
    yield "422, a NUL", send(body="zz\0")
    yield "422, an old form", send(token="1.zz")
    encoded = "application/x-www-form-urlencoded"
    yield "422, unreadable bytes", text(reader.post(address, b"body=%ff", content_type=encoded))
    yield "403, from elsewhere", send(headers={"sec-fetch-site": "cross-site"})
    yield "403, closed", send(story=desk.quiet, token="zz")
    yield "404, no story", text(reader.post("/berita/zz/tanggapan/"))
    yield "405", text(reader.put(address))
    yield "413", text(reader.post(address, b"z" * 1_000_001, content_type="text/plain"))
    receipt = reader.reply(story, **WORDS)
    yield "a fresh receipt", text(reader.get(receipt.headers["Location"]))
    with desk.patch.context() as patch:
        patch.setattr(views, "receive", _busy)
        yield "503", send()
    desk.settings.REPLY_LIMIT_WRITER = (1, timedelta(minutes=10))
    yield "429", send(body="Zzlagi.")


def bare(desk: Desk) -> Iterator[tuple[str, str]]:
    """Before the first story, then with the newsroom's switch off."""
    reader = Client()
    yield "front page, no story", text(reader.get("/"))
    yield "list, no story", text(reader.get("/berita/"))
    Newsroom.objects.update(is_open_to_comments=False, place="")
    story = opened("Zzpertama")
    yield "front page, one story", text(reader.get("/"))
    yield "story, closed newsroom", text(reader.get(story.get_absolute_url()))


def _busy(*_args, **_kwargs):
    raise OperationalError("database is locked")
