"""What `manage.py` prints: (command, its words), errors included."""

import getpass
import os
import sys
from collections.abc import Iterator
from io import StringIO

from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from comments.models import Status
from comments.record import install_guards
from humas.accounts.models import User
from humas.operations.demo.accounts import ACCOUNTS, PASSWORD
from tests.comments.lifting import lift_guards
from tests.i18n.newsroom import Desk, said

KEY = "a key of nobody, long enough"


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def said_by(command: str, *arguments, **options) -> tuple[str, str]:
    out = StringIO()
    try:
        call_command(command, *map(str, arguments), stdout=out, stderr=out, **options)
    except CommandError as error:
        out.write(str(error))
    except SystemExit:
        pass  # doctor found something
    return f"{command} {' '.join(map(str, arguments))}", out.getvalue()


def stories(desk: Desk) -> Iterator[tuple[str, str]]:
    folder = desk.folder
    for name, words in {
        "zzsatu.txt": "Zzlaporan (Part V)\n\nZz zz.",
        "zzjudul.txt": "Zzjudul",
        "zzdua.txt": "Zzdua\n\nZz zz.",
        "zzbiner.txt": "\0",
        "zzbesar.txt": "z" * 2_000_001,
    }.items():
        (folder / name).write_text(words)
    for name in ("zzjudul.txt", "zzbiner.txt", "zzbesar.txt", "zztiada.txt", "zz.docx", ""):
        yield said_by("import_manuscript", folder / name)
    yield said_by("import_manuscript", folder / "zzsatu.txt", publish=True)
    (folder / "zztiga.txt").write_text(f"{desk.report.title} (Part II)\n\nZz.")
    yield said_by("import_manuscript", folder / "zztiga.txt", publish=True)
    yield said_by("import_manuscript", folder / "zzdua.txt", author="zz")
    yield said_by("import_manuscript", folder / "zzdua.txt", at="zz")
    yield said_by("publish", "zz")
    yield said_by("publish", desk.binned.slug)
    yield said_by("publish", desk.draft.slug, at="2031-11-24T07:00")
    yield said_by("publish", desk.in_review.slug)
    yield said_by("withdraw", "zz", reason="Zz.")
    yield said_by("withdraw", desk.binned.slug, reason="Zz.")
    yield said_by("withdraw", desk.quiet.slug, reason="Zz.")


def replies(desk: Desk) -> Iterator[tuple[str, str]]:
    waiting = said(desk.story)
    for decision in ("approve", "spam", "trash", "pending"):
        yield said_by("decide", waiting.pk, decision)
    yield said_by("decide", "zz", "approve")
    yield said_by("decide", desk.by_status[Status.WITHDRAWN].pk, "approve")


def operator(desk: Desk) -> Iterator[tuple[str, str]]:
    """Setting up, looking after, serving; nothing is really served."""
    settings, patch = desk.settings, desk.patch
    yield said_by("populate", articles=0)
    yield said_by("populate", articles=1)
    yield said_by("populate", articles=1, comments_per_article=1, pending=1, force=True)
    patch.setattr(os, "execv", lambda *_arguments: None)
    yield said_by("serve", demo=True)
    yield said_by("serve")
    yield said_by("demo")
    yield said_by("doctor")
    settings.SITE_URL, settings.DEBUG = "https://zz.id", True
    yield said_by("demo")
    yield said_by("doctor")
    yield said_by("serve", demo=True)
    yield said_by("prepare", production=True)
    User.objects.create_user(ACCOUNTS[0][0], password=PASSWORD)
    settings.DIGEST_KEY = KEY
    lift_guards()
    yield said_by("doctor")
    install_guards()
    yield said_by("serve", demo=True)
    yield from first_administrator(desk)
    MigrationRecorder(connection).migration_qs.filter(app="comments").delete()
    yield said_by("serve")


def first_administrator(desk: Desk) -> Iterator[tuple[str, str]]:
    yield said_by("first_administrator")
    User.objects.filter(groups__name="Administrator").update(is_active=False)
    for typed in ("", "zz", "12345678", PASSWORD, "zz-lontar-9"):
        desk.patch.setattr(sys, "stdin", StringIO(typed))
        yield said_by("first_administrator", username="zzpertama", name="Zz")
    User.objects.filter(username="zzpertama").delete()
    desk.patch.setattr(sys, "stdin", StringIO("zz-lontar-9"))
    yield said_by("first_administrator", username="zz zz", name="Zz")
    asked: list[str] = []
    desk.patch.setattr("builtins.input", lambda question: asked.append(question) or "zzketiga")
    desk.patch.setattr(getpass, "getpass", lambda question: asked.append(question) or f"zz-lontar-{len(asked)}")
    desk.patch.setattr(sys, "stdin", Terminal())
    yield said_by("first_administrator")
    yield "questions", "\n".join(asked)
    desk.patch.setattr(getpass, "getpass", lambda _question: "zz-lontar-9")
    yield said_by("first_administrator", username=" ", name="Zz")
    desk.patch.setattr("builtins.input", lambda _question: "")
    yield said_by("first_administrator")
    desk.patch.setattr("builtins.input", _nobody)
    yield said_by("first_administrator")


def demo(desk: Desk) -> Iterator[tuple[str, str]]:
    """In a newsroom without anything."""
    yield said_by("doctor")
    desk.settings.DEBUG = True
    yield said_by("demo")


def _nobody(question: str) -> str:
    raise EOFError
