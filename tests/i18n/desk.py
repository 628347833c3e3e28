"""Every screen of the desk, seen by the operator and by each group: (what it is, its HTML)."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.contrib import admin
from django.test import Client
from django.urls import reverse

from comments.models import Comment
from tests.i18n.newsroom import PASSWORD, Desk, person

POPUP = "_popup=1"


def signed_in(person, **options) -> Client:
    client = Client(**options)
    client.force_login(person)
    return client


def seen(client: Client, address: str, data=None, **options) -> tuple[str, str]:
    """One request, followed to where it leads; the word of the answer."""
    response = client.get(address, **options) if data is None else client.post(address, data, follow=True, **options)
    return f"{address} → {response.status_code}", response.content.decode()


def door(desk: Desk) -> Iterator[tuple[str, str]]:
    """Signing in, being refused, changing the password, signing out."""
    nobody = Client()
    yield seen(nobody, "/admin/login/")
    yield seen(nobody, "/admin/login/", {"username": "zz", "password": "zz"})
    yield seen(nobody, "/admin/login/", {})
    leaver = person("keluar", is_superuser=True)
    client = signed_in(leaver)
    yield seen(client, "/admin/zz/")
    yield seen(client, "/admin/password_change/")
    for old, first, second in (("zz", "123", "zz"), (PASSWORD, "123", "123"), ("", "", ""), (PASSWORD, *[f"{PASSWORD}9"] * 2)):
        passwords = {"old_password": old, "new_password1": first, "new_password2": second}
        yield seen(client, "/admin/password_change/", passwords)
    yield seen(client, "/admin/logout/", {})
    guarded = signed_in(desk.people["Redaktur"], enforce_csrf_checks=True)
    yield seen(guarded, "/admin/impor/", {"text": "zz"})
    leaver.is_staff = False
    leaver.save()
    yield seen(signed_in(leaver), "/admin/login/?next=/admin/")


def screens(desk: Desk) -> Iterator[tuple[str, str]]:
    """What can be looked at, by everybody who may sign in."""
    for person in (desk.operator, *desk.people.values()):
        client = signed_in(person)
        for address in addresses(desk):
            yield seen(client, address)


def addresses(desk: Desk) -> Iterator[str]:
    yield from ("/admin/", "/admin/impor/", "/admin/redaksi/", "/admin/zz/")
    for view in ("perlu-dibaca", "tayang", "spam", "sampah"):
        yield f"/admin/antrean/?tampilan={view}"
    for label in {model._meta.app_label for model in admin.site._registry}:
        yield f"/admin/{label}/"
    for model, page in admin.site._registry.items():
        base = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
        yield base
        yield f"{base}?q=zztidakada"
        yield f"{base}?{POPUP}"
        yield f"{base}add/"
        yield f"{base}add/?{POPUP}"
        newest = page.get_queryset(None).order_by("-pk").first() if model.objects.exists() else None
        for row in {newest, *model.objects.order_by("pk")[:1]} - {None}:
            yield f"{base}{row.pk}/change/"
            yield f"{base}{row.pk}/history/"
            yield f"{base}{row.pk}/delete/"
        yield f"{base}0/change/"
        if page.date_hierarchy:
            yield f"{base}?{page.date_hierarchy}__year=2026"
            yield f"{base}?{page.date_hierarchy}__year=2026&{page.date_hierarchy}__month=11"
    for state in ("draf", "tinjau", "embargo", "terbit", "dicabut", "sampah"):
        yield f"/admin/articles/article/?keadaan={state}"
    for story in (desk.draft, desk.in_review, desk.embargoed, desk.binned, desk.withdrawn, desk.story, desk.fourth):
        yield f"/admin/articles/article/{story.pk}/change/"
    yield f"/admin/accounts/user/{desk.people['Penulis'].pk}/password/"


def refusals(desk: Desk) -> Iterator[tuple[str, str]]:
    """Every form sent empty and sent wrong."""
    client = signed_in(desk.operator)
    for model in admin.site._registry:
        base = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
        yield seen(client, f"{base}add/", {})
        row = model.objects.order_by("pk").first()
        if row is not None:
            yield seen(client, f"{base}{row.pk}/change/", {})
        yield seen(client, base, {"action": "", "index": "0"})
        yield seen(client, base, {"action": "zz", "index": "0", "_selected_action": ["1"]})
    yield seen(client, "/admin/impor/", {"text": ""})
    yield seen(client, "/admin/impor/", {"text": "zz"})
    yield seen(client, "/admin/impor/", {"text": "z" * 1_000_001})
    taken = {
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
    yield seen(client, "/admin/articles/article/add/", taken)
    yield seen(client, "/admin/articles/article/add/", taken | {"headline": "Zz", "position": -1, "slug": "zz zz", "publish_at_0": "01/01/2027"})
    yield seen(client, "/admin/articles/article/add/", taken | {"headline": "Zz", "position": "zz", "body": "z" * 1_000_001})
    yield seen(client, "/admin/articles/article/add/", {"headline": "Zz", "slug": "zzbaru", "report": desk.report.pk, "position": 1})
    yield seen(client, "/admin/articles/category/add/", {"name": "Zzkategori", "slug": "zz zz"})
    yield seen(client, "/admin/articles/report/add/", {"title": "Zz", "label_style": "zz", "first_number": 0})
    yield seen(client, "/admin/articles/report/add/", {"title": "Zz", "label_style": "part_roman", "first_number": 99999})
    person = {"username": "zz operator?", "password1": "zz", "password2": "zzz", "usable_password": "true"}
    yield seen(client, "/admin/accounts/user/add/", person)
    yield seen(client, "/admin/accounts/user/add/", person | {"username": "zzoperator", "password1": "zz", "password2": "zz"})
    yield seen(client, f"/admin/accounts/user/{desk.operator.pk}/password/", {"password1": "123", "password2": "zz"})
    yield seen(client, f"/admin/accounts/user/{desk.operator.pk}/change/", {"username": "zz zz", "email": "zz", "groups": "0"})
    yield seen(client, "/admin/antrean/email/", {"comment": "0"})
    yield seen(client, "/admin/antrean/putuskan/", {})
    yield seen(client, "/admin/antrean/putuskan/", {"comment": "1", "decision": "zz"})
    yield seen(client, "/admin/antrean/urungkan/", {"batch": "zz"})
