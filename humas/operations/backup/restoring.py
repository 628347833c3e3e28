"""
Putting a backup in the newsroom's place: the old newsroom or the new one, never half of each.

1. Everything is judged: the backup's every byte, the keys, what is here.
2. The new one is made ready beside the old; the journal says so.
3. The database is replaced in one act. From here on the restore only goes forward.
4. The media folder is renamed, and the new one gets its name.

`settle` does step 4, or undoes step 2: at the end of each restore, and for one that died.
"""

import os
import time
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, OperationalError, connection
from django.db.migrations.loader import MigrationLoader
from django.utils.translation import gettext as _

from articles.models import Article, Photo
from comments.models import Comment
from humas.accounts.models import User
from humas.operations.backup import archive, files, making
from humas.operations.backup.engines import engine
from humas.operations.backup.facts import key_that_does_not_fit
from humas.operations.backup.journal import LOCK, Journal
from humas.operations.backup.locks import held
from humas.operations.backup.manifest import Manifest
from humas.operations.backup.problems import Damaged, Refusal, damaged, newer, wrong_key
from humas.operations.backup.progress import Progress

CONTENT = (User, Article, Comment, Photo)
"""A newsroom with a row of any of these is not empty."""


@dataclass
class Restored:
    """What came from where, and where the old newsroom lies now."""

    folder: Path
    manifest: Manifest
    kept: list[Path]


def restore(given: Path, progress: Progress, *, force: bool) -> Restored:
    """Replace the newsroom by a backup; Refusal, with nothing changed, where that must not be."""
    settings.DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
    with held(settings.DATA_DIR / LOCK, _("A backup or another restore is running. Nothing was changed.")):
        _settle_dead(progress)
        folder = archive.find(given)
        progress.say(_("Checking the backup %(folder)s …") % {"folder": folder})
        manifest = archive.verified(folder, progress)
        _refuse_what_does_not_fit(manifest)
        engine().must_be_alone()
        present = _content()
        kept = []
        is_full = present is None or any(present.values())
        if is_full and not force:
            raise Refusal(
                _("This newsroom is not empty. With --force it is backed up first and then replaced by the backup.")
            )
        if is_full:
            kept = _saved(folder, progress)
        journal = _journal(is_kept=is_full)
        try:
            journal.write()
            _make_ready(journal, folder, manifest, progress)
            journal.is_swapping = True
            journal.write()
            progress.say(_("Replacing the newsroom …"))
            engine().swap(journal, folder / manifest.database, manifest, present or {})
        except BaseException:
            settle(progress)
            raise
        settle(progress)
        kept += [path for path in map(Path, (journal.kept_database, journal.kept_media)) if path.name and path.exists()]
        return Restored(folder, manifest, kept)


def settle(progress: Progress) -> bool:
    """Bring a restore to its end: undone while the old database is there, finished (True) once the new one is."""
    journal = Journal.found()
    if journal is None:
        Journal.remove()
        return False
    if (engine().NAME, str(engine().place())) != (journal.engine, journal.database):
        raise Refusal(
            _("A restore into the database %(name)s was interrupted. Put its DATABASE_URL back and run this again.")
            % {"name": journal.database}
        )
    if not (journal.is_swapping and engine().is_swapped(journal)):
        engine().discard(journal)
        files.remove(Path(journal.staged_media))
        Journal.remove()
        progress.say(_("The restore was not carried out; the newsroom is as it was."))
        return False
    _swap_media(journal)
    engine().finish()
    _forget_pages()
    Journal.remove()
    return True


def settle_if_dead(progress: Progress) -> None:
    """For whoever is about to use the newsroom: end a restore that died; Refusal while one is running."""
    if Journal.traces():
        with held(settings.DATA_DIR / LOCK, _("A restore is running. Wait for its end.")):
            _settle_dead(progress)


def _settle_dead(progress: Progress) -> None:
    if settle(progress):
        progress.say(_("A restore that was interrupted has been finished."))


def _refuse_what_does_not_fit(manifest: Manifest) -> None:
    if manifest.engine != engine().NAME:
        raise Refusal(
            _(
                "This backup is of %(theirs)s, and this newsroom runs on %(ours)s: "
                "moving from one to the other is not possible yet. Nothing was changed."
            )
            % {"theirs": manifest.engine, "ours": engine().NAME}
        )
    loader = MigrationLoader(None)
    replaced = {name for migration in loader.disk_migrations.values() for name in migration.replaces}
    if not {(app, name) for app, name in manifest.facts.migrations} <= loader.disk_migrations.keys() | replaced:
        raise Refusal(newer())
    if setting := key_that_does_not_fit(manifest.facts.keys):
        raise Refusal(wrong_key(setting))
    media = Path(settings.MEDIA_ROOT)
    if media.resolve().is_mount():
        raise Refusal(
            _("The folder of the pictures, %(folder)s, is a disk of its own and cannot be exchanged. Use one in it.")
            % {"folder": media}
        )


def _content() -> dict[str, int] | None:
    """Rows per table of what counts as content, as far as there are tables; None where nothing can be read."""
    try:
        there = connection.introspection.table_names()
        tables = [model._meta.db_table for model in CONTENT]
        with connection.cursor() as cursor:
            return {table: _count(cursor, table) for table in tables if table in there}
    except OperationalError:
        raise
    except DatabaseError:  # a SQLite file that is none (any more)
        return None


def _count(cursor, table: str) -> int:
    cursor.execute(f'SELECT count(*) FROM "{table}"')  # noqa: S608 – our own tables
    return cursor.fetchone()[0]


def _saved(folder: Path, progress: Progress) -> list[Path]:
    """A backup of what is about to be replaced, beside the one that replaces it."""
    progress.say(_("Backing up the present newsroom first …"))
    try:
        made, _manifest = making.make(folder.resolve().parent, progress, ending=archive.BEFORE_RESTORE)
    except Damaged:
        progress.say(_("The present database is damaged and cannot be backed up; its file is kept as it is."))
        return []
    return [made]


def _journal(*, is_kept: bool) -> Journal:
    """Names nobody has yet: of two restores within one second, the second waits for the next."""
    while True:
        journal = _journal_at(archive.stamp(), is_kept=is_kept)
        names = (journal.staged_database, journal.kept_database, journal.staged_media, journal.kept_media)
        if not any(Path(name).exists() for name in names if name):
            return journal
        time.sleep(0.1)


def _journal_at(at: str, *, is_kept: bool) -> Journal:
    media = Path(settings.MEDIA_ROOT).resolve()
    place = engine().place()
    is_file = isinstance(place, Path)
    return Journal(
        token=f"{at}-{os.getpid()}",
        engine=engine().NAME,
        database=str(place),
        staged_database=f"{place}-pemulihan-{at}" if is_file else "",
        kept_database=f"{place}{archive.BEFORE_RESTORE}-{at}" if is_file and is_kept else "",
        media=str(media),
        staged_media=f"{media}-pemulihan-{at}",
        kept_media=f"{media}{archive.BEFORE_RESTORE}-{at}",
    )


def _make_ready(journal: Journal, folder: Path, manifest: Manifest, progress: Progress) -> None:
    """Both halves of the new newsroom, complete, beside the old."""
    staged = Path(journal.staged_media)
    staged.mkdir(parents=True)
    progress.say(_("Copying pictures …"))
    for number, (name, seal) in enumerate(manifest.files.items(), 1):
        to = staged / name
        to.parent.mkdir(parents=True, exist_ok=True)
        if files.copy(folder / archive.MEDIA / name, to) != seal:
            raise Refusal(damaged(name))
        to.chmod(settings.FILE_UPLOAD_PERMISSIONS)
        progress.of(number, len(manifest.files))
    files.hand_over(staged, like=settings.DATA_DIR)
    progress.say(_("Copying the database …"))
    engine().stage(folder / manifest.database, manifest, journal)
    files.flush_all_names(staged)


def _forget_pages() -> None:
    """Finished pages of the old newsroom; what the cache makes on the way belongs to who serves."""
    cache.clear()
    if (folder := settings.DATA_DIR / "cache").exists():
        files.hand_over(folder, like=settings.DATA_DIR)


def _swap_media(journal: Journal) -> None:
    """Two renames; what was put aside stays, unless no file is in it. Safe to run again from anywhere in between."""
    live, staged, kept = Path(journal.media), Path(journal.staged_media), Path(journal.kept_media)
    if staged.exists():
        if live.exists():
            live.rename(kept if not kept.exists() else kept.with_name(f"{kept.name}-{os.getpid()}"))
        staged.rename(live)
        files.flush_names(live.parent)
    if kept.exists() and not files.names_in(kept):
        files.remove(kept)
