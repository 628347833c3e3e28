"""
*Mulai redaksi sungguhan*: the demo goes as a whole, an empty newsroom stands in its place.

The empty one is migrated beside the demo and swapped in (`humas.operations.swap`):
no row of the record is deleted, and until the swap nobody notices anything.
"""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from humas.accounts.groups import ADMINISTRATORS, EDITORS, MODERATORS
from humas.accounts.models import User
from humas.base import pages
from humas.base.models import KeyCheck, Newsroom, PageVersion
from humas.operations import swap
from humas.operations.backup.journal import LOCK, interrupted
from humas.operations.backup.locks import held
from humas.operations.backup.problems import Refusal
from humas.operations.demo.accounts import PASSWORD

WORD = "MULAI"
"""Typed by whoever means it."""

FIRST_GROUPS = (ADMINISTRATORS, EDITORS, MODERATORS)
"""What the first administrator of a newsroom may do, until there are others."""

CARRIED = ("username", "password", "first_name", "last_name", "email", "printed_name", "office", "preferences")
AHEAD = 1000
"""More than pages can be touched while the empty newsroom is made."""


def may_come_along(person: User) -> bool:
    """Whether this account may open the empty newsroom too: not with the password everybody knows."""
    return person.is_active and person.has_usable_password() and not check_password(PASSWORD, person.password)


def carried(person: User) -> User:
    """The same account for the empty newsroom, not saved yet."""
    fields = {name: getattr(person, name) for name in CARRIED}
    return User(**fields, is_staff=True, is_superuser=person.is_superuser, date_joined=person.date_joined)


def start_fresh(administrator: User, groups: Iterable[str] = FIRST_GROUPS) -> User:
    """
    Replace the demo by an empty newsroom in which only this account (not saved yet) works; return it, saved.

    Stories, pictures, comments, the record, people and settings go. What stays:
    the keys, and the numbers other processes remember. Raises ValidationError
    where there is no demo to replace or the keys do not fit, Refusal while a
    restore is at it, DatabaseError where the database cannot be replaced now;
    then nothing has changed.
    """
    groups = list(groups)
    with held(
        settings.DATA_DIR / LOCK, _("A restore is running, or somebody else starts afresh. Nothing has changed.")
    ):
        if sentence := interrupted():
            raise Refusal(sentence)
        refuse_unless_demo()
        known_types = list(ContentType.objects.all())
        version = PageVersion.objects.filter(subject=pages.NEWSROOM).values_list("n", flat=True).first() or 0
        with swap.fresh_database() as alias:
            _lay_tables(alias, known_types)
            # Every page is made from the newsroom: none that was kept before can be taken for one made after.
            PageVersion.objects.using(alias).update_or_create(subject=pages.NEWSROOM, defaults={"n": version + AHEAD})
            administrator.save(using=alias, force_insert=True)
            administrator.groups.set(Group.objects.using(alias).filter(name__in=groups))
        ContentType.objects.clear_cache()
        with contextlib.suppress(OSError):
            _remove_media(Path(settings.MEDIA_ROOT))
    return User.objects.get(username=administrator.username)


def not_now(error: DatabaseError) -> str:
    return _("The database cannot be replaced now; nothing has changed. Try again in a minute. (%(why)s)") % {
        "why": str(error).splitlines()[0]
    }


def refuse_unless_demo() -> None:
    """Raise ValidationError where there is no demo to replace, or the keys do not fit."""
    if setting := KeyCheck.wrong_key():
        raise ValidationError(
            _("%(setting)s does not fit this database. Put the old key back first."),
            code="wrong_key",
            params={"setting": setting},
        )
    if not Newsroom.current().is_demo:
        raise ValidationError(
            _("This newsroom is no demo. What is in it is never emptied; nothing has changed."), code="no_demo"
        )


def _lay_tables(alias: str, known_types: list[ContentType]) -> None:
    """Migrate an empty database. Kinds of rows keep their numbers: every process remembers those it has met."""
    connection = connections[alias]
    executor = MigrationExecutor(connection)
    executor.migrate([node for node in executor.loader.graph.leaf_nodes() if node[0] == ContentType._meta.app_label])
    ContentType.objects.using(alias).bulk_create(
        ContentType(pk=kind.pk, app_label=kind.app_label, model=kind.model) for kind in known_types
    )
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [ContentType]):
            cursor.execute(statement)
    call_command("migrate", database=alias, interactive=False, verbosity=0)


def _remove_media(folder: Path) -> None:
    """Out of reach first, then deleted: a kill in between leaves files that no address leads to."""
    if not folder.is_dir():
        return
    aside = tempfile.mkdtemp(dir=folder, prefix=".removed-")
    for path in list(folder.iterdir()):
        if str(path) != aside:
            os.rename(path, Path(aside, path.name))
    shutil.rmtree(aside)
