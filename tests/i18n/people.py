"""How people come in: links that work once, the forms that make them, and the page that ends the demo."""

from collections.abc import Callable

from django.contrib.auth.models import Group
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone

from humas.accounts import links
from humas.accounts.models import OneTimeLink, User
from humas.base.models import Newsroom
from humas.desk import start
from humas.operations.backup import journal, locks
from humas.operations.demo.accounts import PASSWORD as KNOWN
from tests.i18n.desk import Pages, at_desk
from tests.i18n.newsroom import PASSWORD, Desk, person
from tests.i18n.public import text

WEAK = (("", ""), ("zz-lontar-9", "zz-lontar-8"), ("123", "123"), ("password", "password"), ("zzpenulis", "zzpenulis"))
FRESH = f"{PASSWORD}9"


def pages(desk: Desk) -> Pages:
    yield from one_time_links(desk)
    yield from forms(desk)
    yield from mulai(desk)


def one_time_links(desk: Desk) -> Pages:
    """Opened, answered wrongly, from elsewhere, used, run out, of nobody."""
    somebody, client = desk.people["Penulis"], Client()

    def made() -> str:
        return links.make(somebody, by=desk.operator)[0].removeprefix("http://testserver")

    def choose(address: str, first=FRESH, second=FRESH, **headers) -> str:
        return text(client.post(address, {"new_password1": first, "new_password2": second}, headers=headers))

    address = made()
    yield "link, opened", text(client.get(address))
    for first, second in WEAK:
        yield f"link, {first} and {second}", choose(address, first, second)
    yield "link, from elsewhere", choose(address, **{"sec-fetch-site": "cross-site"})
    choose(address)
    yield "link, used", text(client.get(address))
    yield "link, used again", choose(address)
    address = made()
    OneTimeLink.objects.update(expires_at=timezone.now())
    yield "link, run out", text(client.get(address))
    yield "link of nobody", text(client.get("/masuk/zz/"))


def forms(desk: Desk) -> Pages:
    """An administrator makes accounts and links, and stays one."""
    chief = desk.people["Administrator"]
    see, own = at_desk(chief), f"accounts/user/{chief.pk}/change/"
    yield see("")  # the only one
    somebody = desk.people["Penulis"]
    fields = {"username": "zzpenulis", "printed_name": "Zzpenulis", "office": "Zz", "is_active": "on"}
    yield see(f"accounts/user/{somebody.pk}/change/", fields | {"_link": "1"})
    yield see(f"accounts/user/{somebody.pk}/change/", fields | {"_link": "1", "username": "zz zz?"})
    yield see(f"accounts/user/{desk.operator.pk}/change/")
    for changes in ({"username": "zzoperator"}, {"username": "zz?", "groups": "0"}, {"username": "z" * 151}):
        yield see("accounts/user/add/", {"username": "zzbaru", "printed_name": "z" * 121} | changes)
    yield see("accounts/user/add/", {"username": "zzbaru", "printed_name": "Zzbaru"})
    yield see(own, {"username": chief.username, "printed_name": "Zz"})
    administrators = Group.objects.get(name="Administrator")
    yield see(own, {"username": chief.username, "groups": administrators.pk, "is_active": "on"})
    yield see(f"accounts/user/{somebody.pk}/history/")
    person("kedua").groups.add(administrators)
    yield see("")  # no longer the only one
    User.objects.filter(pk=somebody.pk).update(is_active=False)
    yield see(f"accounts/user/{somebody.pk}/change/")


def mulai(desk: Desk) -> Pages:
    """The demo's page: by whom it is not for, with every refusal, and once done."""
    see = at_desk(desk.operator)
    yield see("mulai/")  # no demo
    Newsroom.objects.update(is_demo=True)
    yield "front page of a demo", text(Client().get("/"))
    yield at_desk(desk.people["Redaktur"])("mulai/")
    yield see("mulai/")
    for word in ("", "mulai", "z" * 21):
        yield see("mulai/", {"word": word})
    yield from mulai_with_known_password(desk)
    yield from mulai_refused(desk, see)
    with desk.patch.context() as patch:
        patch.setattr(start.fresh, "start_fresh", lambda _person, _groups: desk.operator)
        yield see("mulai/", {"word": "MULAI"})


def mulai_with_known_password(desk: Desk) -> Pages:
    known = person("dikenal", is_superuser=True)
    known.set_password(KNOWN)
    known.save()
    see = at_desk(known)
    yield see("mulai/")
    account = {"username": "zzpertama", "printed_name": "Zz", "word": "zz"}
    for first, second in (*WEAK, (KNOWN, KNOWN)):
        yield see("mulai/", account | {"password1": first, "password2": second})
    yield see("mulai/", {"username": "zz zz", "printed_name": "z" * 121, "password1": FRESH, "password2": FRESH})
    yield see("mulai/", {"username": "z" * 151})


def mulai_refused(desk: Desk, see: Callable) -> Pages:
    """While a restore is at it, after one that died, with another key, and where the database says no."""
    desk.settings.DATA_DIR = desk.folder
    with locks.held(desk.folder / journal.LOCK, ""):
        yield see("mulai/", {"word": "MULAI"})
    left = desk.folder / journal.NAME
    left.write_text("{}")
    yield see("mulai/", {"word": "MULAI"})
    left.unlink()
    with desk.patch.context() as patch:
        patch.setattr(start.fresh.KeyCheck, "wrong_key", lambda: "DIGEST_KEY")
        yield see("mulai/", {"word": "MULAI"})
    with desk.patch.context() as patch:
        patch.setattr(start.fresh.swap, "fresh_database", _no)
        yield see("mulai/", {"word": "MULAI"})


def _no():
    raise DatabaseError("zz")
