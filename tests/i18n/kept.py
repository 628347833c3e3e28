"""What the desk says when a form arrives after its session, before a new sign-in was noticed, or too large."""

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.i18n.desk import Pages, seen
from tests.i18n.newsroom import PASSWORD, Desk

ADD = "/admin/articles/article/add/"
OURS = {"sec-fetch-site": "same-origin"}


def pages(desk: Desk) -> Pages:
    sent = {"headline": "Zzjudul", "password1": "zz"}
    with SimpleUploadedFile("zz.jpg", b"zz") as file:
        yield seen(Client(), ADD, sent | {"original": file})
    door = {"masuk-siapa": "zz", "masuk-username": desk.operator.username, "masuk-password": "zz"}
    yield seen(Client(), ADD, sent | door)
    yield seen(Client(), ADD, sent | door | {"masuk-password": PASSWORD, "kept": f"{'a' * 16}.{'a' * 32}"})
    late = Client(enforce_csrf_checks=True, headers=OURS)
    late.force_login(desk.operator)
    yield seen(late, ADD, sent)
    yield seen(Client(), ADD, {"comment": range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)})
    yield seen(Client(), ADD, {"body": "z" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE})
