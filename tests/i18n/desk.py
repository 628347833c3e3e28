"""Every screen of the desk: (its address and the answer's status, the answer's HTML)."""

from collections.abc import Callable, Iterator

from django.contrib import admin
from django.test import Client
from django.utils import timezone

from tests.i18n.newsroom import PASSWORD, Desk, person

Pages = Iterator[tuple[str, str]]


def seen(client: Client, address: str, data: dict | None = None) -> tuple[str, str]:
    """One request, followed to where it leads. Data is posted."""
    response = client.get(address, follow=True) if data is None else client.post(address, data, follow=True)
    assert response.status_code < 500 or response.status_code == 503  # busy, and said so
    is_door = response.request["PATH_INFO"] == "/admin/login/"
    assert not is_door or "log" in address, f"{address} asks to sign in"
    return f"{address} → {response.status_code}", response.content.decode()


def at_desk(who, **options) -> Callable:
    """see("articles/article/", {…}) for somebody who is signed in."""
    client = Client(**options)
    client.force_login(who)
    return lambda address, data=None: seen(client, f"/admin/{address}", data)


def door(desk: Desk) -> Pages:
    """Signing in, being refused, changing the password, signing out."""
    nobody = Client()
    yield seen(nobody, "/admin/login/")
    yield seen(nobody, "/admin/login/", {"username": "zz", "password": "zz"})
    yield seen(nobody, "/admin/login/", {})
    leaver = person("keluar", is_superuser=True)
    see = at_desk(leaver)
    yield see("password_change/")
    fresh = f"{PASSWORD}9"
    for old, first, second in (("zz", "123", "zz"), (PASSWORD, "123", "123"), ("", "", ""), (PASSWORD, fresh, fresh)):
        yield see("password_change/", {"old_password": old, "new_password1": first, "new_password2": second})
    yield see("logout/", {})
    yield at_desk(desk.people["Redaktur"], enforce_csrf_checks=True)("impor/", {"text": "zz"})
    leaver.is_staff = False
    leaver.save()
    yield at_desk(leaver)("login/?next=/admin/")


def bare(desk: Desk) -> Pages:
    """Nothing written, nothing received."""
    for group in ("Redaktur", "Moderator", "Pimpinan"):
        see = at_desk(person(group))
        for address in ("", "articles/article/", "articles/photo/", "antrean/", "antrean/?tampilan=spam"):
            yield see(address)


def screens(desk: Desk) -> Pages:
    """What can be looked at: all of it by the operator, what is not a narrower view of the same by each group."""
    for who in (desk.operator, *desk.people.values()):
        see = at_desk(who)
        for address in addresses(desk):
            is_alike = "?" in address or address.endswith(("/history/", "/delete/", "/0/change/"))
            if who == desk.operator or not is_alike or "antrean" in address:
                yield see(address)


def addresses(desk: Desk) -> Iterator[str]:
    yield from ("", "impor/", "redaksi/", "zz/")
    yield from (f"antrean/?tampilan={view}" for view in ("perlu-dibaca", "tayang", "spam", "sampah"))
    yield from sorted({f"{model._meta.app_label}/" for model in admin.site._registry})
    for model, page in admin.site._registry.items():
        base = base_of(model)
        yield from (base, f"{base}?q=zztidakada", f"{base}?_popup=1", f"{base}add/", f"{base}add/?_popup=1")
        row = model._default_manager.order_by("pk").last()
        yield from (f"{base}{row.pk}/{room}/" for room in ("change", "history", "delete"))
        yield f"{base}0/change/"
        if page.date_hierarchy:
            today, moment = timezone.localdate(), page.date_hierarchy
            yield f"{base}?{moment}__year={today.year}"
            yield f"{base}?{moment}__year={today.year}&{moment}__month={today.month}"
    yield from ("?bulan=2026-01", "?bulan=zz")
    stories = "articles/article/"
    for state in ("draf", "tinjau", "berubah", "embargo", "terbit", "dicabut", "sampah"):
        yield f"{stories}?keadaan={state}"
    for story in (desk.draft, desk.in_review, desk.embargoed, desk.binned, desk.withdrawn, desk.story, desk.fourth):
        yield f"{stories}{story.pk}/change/"
    yield f"accounts/user/{desk.people['Penulis'].pk}/password/"


def base_of(model) -> str:
    return f"{model._meta.app_label}/{model._meta.model_name}/"


def refusals(desk: Desk) -> Pages:
    """Every form sent empty and sent wrong."""
    see = at_desk(desk.operator)
    for model in admin.site._registry:
        base, row = base_of(model), model._default_manager.order_by("pk").first()
        yield see(f"{base}add/", {})
        yield see(f"{base}{row.pk}/change/", {})
        yield see(base, {"action": "", "index": "0"})
        yield see(base, {"action": "zz", "index": "0", "_selected_action": "1"})
    for words in ("", "zz", "z" * 1_000_001):
        yield see("impor/", {"text": words})
    yield from refused_stories(desk, see)
    yield see("articles/category/add/", {"name": "Zzkategori", "slug": "zz zz"})
    for style, number in (("zz", 0), ("part_roman", 99_999)):
        yield see("articles/report/add/", {"title": "Zz", "label_style": style, "first_number": number})
    own = f"accounts/user/{desk.operator.pk}/"
    yield see(f"{own}password/", {"password1": "123", "password2": "zz"})
    yield see(f"{own}change/", {"username": "zz zz", "email": "zz", "groups": "0"})
    yield see("antrean/email/", {"comment": "0"})
    yield see("antrean/putuskan/", {})
    yield see("antrean/putuskan/", {"comment": "1", "decision": "zz"})
    yield see("antrean/urungkan/", {"batch": "zz"})


def refused_stories(desk: Desk, see: Callable) -> Pages:
    wrong = {
        "headline": " ",
        "slug": desk.story.slug,
        "report": desk.report.pk,
        "position": 1,
        "dateline": "z" * 81,
        "body": "<ul><li>" * 150,
        "lead_photo": "0",
        "category": "zz",
        "publish_at_0": "zz",
        "publish_at_1": "zz",
    }
    titled = wrong | {"headline": "Zz"}
    yield see("articles/article/add/", wrong)
    yield see("articles/article/add/", titled | {"position": -1, "slug": "zz zz", "publish_at_0": "01/01/2027"})
    yield see("articles/article/add/", titled | {"position": "zz", "body": "z" * 1_000_001})
    taken = {"headline": "Zz", "slug": "zzbaru", "report": desk.report.pk, "position": 1}
    yield see("articles/article/add/", taken)
