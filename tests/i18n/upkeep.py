"""What an operator reads while looking after a newsroom: backup, restore, a fresh start, doctor, prepare."""

import errno
import json
import sqlite3
import sys
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

from django.db import DatabaseError
from django.db.migrations.executor import MigrationExecutor

from humas.accounts.models import User
from humas.base.models import Newsroom
from humas.operations import condition, fresh
from humas.operations.backup import archive, journal, locks, making, postgresql, problems, progress, restoring
from humas.operations.backup.facts import Facts
from humas.operations.demo.accounts import PASSWORD as KNOWN
from humas.operations.management.commands import prepare
from tests.i18n.commands import said_by
from tests.i18n.newsroom import PASSWORD, Desk

Said = Iterator[tuple[str, str]]


class Engine:
    """A database of the shape both engines have; whatever is put into `refuses` it answers the next question with."""

    NAME, FILE = "Zzbasis", "zzbasis"

    def __init__(self) -> None:
        self.facts = Facts({}, [["base", "0001_initial"]], [], {})
        self.refuses: dict[str, BaseException] = {}

    def place(self) -> str:
        return "zzbasis"

    def dump(self, target: Path, _progress) -> Facts:
        target.write_text("zz")
        self._answer("dump")
        return self.facts

    def must_be_alone(self) -> None:
        self._answer("must_be_alone")

    def stage(self, *_what) -> None:
        self._answer("stage")

    def swap(self, *_what) -> None:
        self._answer("swap")

    def is_swapped(self, _journal) -> bool:
        return "swap" not in self.refuses

    def discard(self, _journal) -> None: ...

    def finish(self) -> None: ...

    def _answer(self, question: str) -> None:
        if error := self.refuses.get(question):
            raise error


def commands(desk: Desk) -> Said:
    home = desk.folder / "zzrumah"
    desk.settings.DATA_DIR, desk.settings.MEDIA_ROOT = home, home / "media"
    (home / "media").mkdir(parents=True)
    (home / "media" / "zz.jpg").write_text("zz")
    desk.patch.setattr(progress, "EVERY", 0.0)
    engine = Engine()
    for module in (making, restoring):
        desk.patch.setattr(module, "engine", lambda: engine)
    yield from backups(desk, engine)
    yield from restores(desk, engine)
    yield from interrupted(desk, engine)
    yield from tools()
    yield from readiness(desk)
    yield from afresh(desk)


def backups(desk: Desk, engine: Engine) -> Said:
    folder, home = desk.folder / "zzcadangan", desk.settings.DATA_DIR
    (folder / f"zzlama{archive.UNFINISHED}").mkdir(parents=True)
    yield said_by("backup", home / "media" / "zz")
    yield said_by("backup", folder)
    for path, busy in ((home / journal.LOCK, folder), (folder / archive.LOCK, folder)):
        with locks.held(path, ""):
            yield said_by("backup", busy)
    facts, engine.facts = engine.facts, Facts({}, [], [], {})
    yield said_by("backup", desk.folder / "zzlain")
    engine.facts = Facts({}, facts.migrations, ["zztiada.jpg"], {})
    yield said_by("backup", desk.folder / "zzlain")
    engine.facts = facts
    for error in (*ERRORS, problems.Damaged("zz")):
        engine.refuses = {"dump": error}
        yield said_by("backup", desk.folder / "zzlain")
    engine.refuses = {}


ERRORS = (
    OSError(errno.ENOSPC, "zz", "/zz"),
    PermissionError(errno.EACCES, "zz", "/zz"),
    OSError(errno.EIO, "zz", "/zz"),
    sqlite3.OperationalError("zz"),
    KeyboardInterrupt(),
)


def restores(desk: Desk, engine: Engine) -> Said:
    folder, home = desk.folder / "zzcadangan", desk.settings.DATA_DIR
    with locks.held(home / journal.LOCK, ""):
        yield said_by("restore", folder)
        yield said_by("prepare", production=True)
    empty = desk.folder / "zzkosong"
    empty.mkdir()
    for place in (desk.folder / "zztiada", empty):
        yield said_by("restore", place)
    yield said_by("restore", folder)
    for question, error in {
        "dump": problems.Damaged("zz"),
        "must_be_alone": problems.Refusal(problems.in_use()),
        "swap": problems.Refusal(problems.written_meanwhile()),
        "stage": problems.Refusal(problems.wrong_key("DIGEST_KEY")),
    }.items():
        engine.refuses = {question: error, "swap": error}
        yield said_by("restore", folder, force=True)
    engine.refuses = {}
    yield said_by("restore", folder, force=True)
    with desk.patch.context() as patch:
        patch.setattr(Path, "is_mount", lambda _path: True)
        yield said_by("restore", folder)
    made = archive.find(folder)
    yield from unfit(made, engine)
    yield from spoiled(made)


def unfit(made: Path, engine: Engine) -> Said:
    """Sound backups that do not belong here."""
    for changes in (
        {"engine": "Zzlain"},
        {"migrations": [["base", "9999_zz"]]},
        {"keys": {"DIGEST_KEY": "zz"}},
        {"format": archive.manifest.FORMAT + 1},
    ):
        whole = (made / archive.manifest.NAME).read_text()
        content = json.loads(whole) | changes
        del content["sha256"]
        content["sha256"] = archive.manifest._checksum(content)
        (made / archive.manifest.NAME).write_text(json.dumps(content))
        yield said_by("restore", made)
        (made / archive.manifest.NAME).write_text(whole)


def spoiled(made: Path) -> Said:
    """Not as it was: a file, a file that is gone, the list, the name."""
    (made / "zzbasis").write_text("zzlain")
    yield said_by("restore", made)
    (made / "zzbasis").unlink()
    yield said_by("restore", made)
    (made / archive.manifest.NAME).write_text("zz")
    yield said_by("restore", made)
    yield said_by("restore", made.rename(made.with_name(f"zz{archive.UNFINISHED}")))


def interrupted(desk: Desk, engine: Engine) -> Said:
    """After a restore that died: what the others say, and how it ends."""

    def died(**changes) -> None:
        fields = {name: f"/zz/{name}" for name in ("staged_media", "kept_media", "media")}
        fields |= {"token": "zz", "engine": engine.NAME, "database": "zzbasis", "staged_database": "zz"}
        journal.Journal(**{"kept_database": ""} | fields | changes).write()

    died()
    for command in ("doctor", "serve"):
        yield said_by(command)
    yield said_by("backup", desk.folder / "zzcadangan")
    Newsroom.objects.update(is_demo=True)
    yield from _fresh(desk)
    yield said_by("prepare", production=True)
    died(is_swapping=True)
    yield said_by("prepare", production=True)
    died(database="zzlain")
    yield said_by("prepare", production=True)
    journal.Journal.remove()


def tools() -> Said:
    """What the tools of PostgreSQL may be."""
    for act in (
        lambda: postgresql._tool("zztiada"),
        lambda: postgresql._refuse_older(sys.executable, 99),
        lambda: problems.Refusal(postgresql._why("zz", "zz: zz")),
    ):
        yield "tools", _refusal(act)


def _refusal(act: Callable) -> str:
    try:
        return str(act())
    except problems.Refusal as refusal:
        return str(refusal)


def readiness(desk: Desk) -> Said:
    """Each thing doctor may find, then nothing; a database to be prepared, with a key that does not fit."""
    home, settings = desk.settings.DATA_DIR, desk.settings
    settings.DEBUG, settings.SITE_URL, settings.TRUSTED_PROXIES = False, "https://zz.id", []
    with desk.patch.context() as patch:
        patch.setattr(condition, "LEAST_FREE", float("inf"))
        yield said_by("doctor")
    settings.SITE_URL = "http://zz.id"
    yield said_by("doctor")
    settings.SITE_URL, settings.TRUSTED_PROXIES = "https://zz.id", ["127.0.0.1"]
    (home / "static.json").write_text("{}")
    Newsroom.objects.update(is_demo=False)
    yield said_by("doctor")
    with desk.patch.context() as patch:
        patch.setattr(prepare, "collect_when_changed", lambda: True)
        patch.setattr(prepare, "call_command", lambda *_arguments, **_options: None)
        patch.setattr(MigrationExecutor, "migration_plan", lambda _executor, _targets: ["zz"])
        yield said_by("doctor")
        yield said_by("serve")
        yield said_by("prepare", production=True)
        patch.setattr(prepare.KeyCheck, "wrong_key", lambda: "DIGEST_KEY")
        yield said_by("prepare", production=True)
    with desk.patch.context() as patch:
        patch.setattr(MigrationExecutor, "migration_plan", _no_database)
        yield said_by("doctor")


def _no_database(*_what):
    raise DatabaseError("zz")


def _fresh(desk: Desk, typed: str = "zz-lontar-9", **options) -> Said:
    desk.patch.setattr(sys, "stdin", StringIO(typed))
    yield said_by("start_fresh", **{"username": "zzpertama", "name": "Zz", "confirm": fresh.WORD} | options)


def afresh(desk: Desk) -> Said:
    """`start_fresh`: refused in each of its ways, then done."""
    yield from _fresh(desk)  # no demo any more
    Newsroom.objects.update(is_demo=True)
    yield said_by("doctor")
    yield from _fresh(desk, confirm="zz")
    for typed in ("", "123", KNOWN):
        yield from _fresh(desk, typed)
    yield from _fresh(desk, username="zz zz?")
    yield from _fresh(desk, keep="zztiada")
    chief = desk.people["Administrator"]
    chief.set_password(KNOWN)
    chief.save()
    yield from _fresh(desk, keep=chief.username)
    chief.set_password(PASSWORD)
    chief.save()
    asked: list[str] = []
    with desk.patch.context() as patch:
        patch.setattr("builtins.input", lambda question: asked.append(question) or "")
        yield from _fresh(desk, confirm="")
        yield from _fresh(desk, username="", name="")
    yield "questions", "\n".join(asked)
    with locks.held(desk.settings.DATA_DIR / journal.LOCK, ""):
        yield from _fresh(desk)
    with desk.patch.context() as patch:
        patch.setattr(fresh.KeyCheck, "wrong_key", lambda: "DIGEST_KEY")
        yield from _fresh(desk)
    with desk.patch.context() as patch:
        patch.setattr(fresh.swap, "fresh_database", _no_database)
        yield from _fresh(desk)
        patch.setattr(fresh, "start_fresh", lambda person, _groups: person)
        yield from _fresh(desk, keep=chief.username)
    User.objects.filter(groups__name="Administrator").update(is_active=False)
    yield said_by("doctor")
