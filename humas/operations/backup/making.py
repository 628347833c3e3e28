"""Making a backup, while readers reply and editors save."""

from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from humas.operations.backup import files
from humas.operations.backup.archive import MEDIA, UNFINISHED, new_folder
from humas.operations.backup.engines import engine
from humas.operations.backup.manifest import Manifest
from humas.operations.backup.problems import Refusal
from humas.operations.backup.progress import Progress

TRIES = 2
"""A picture that was removed after the database was copied is not in the next copy of it."""


def make(directory: Path, progress: Progress, *, ending: str = "") -> tuple[Path, Manifest]:
    """Put a new backup into the directory; return its folder and what is in it, `missing` files included."""
    media = Path(settings.MEDIA_ROOT).resolve()
    if directory.resolve().is_relative_to(media):
        raise Refusal(_("A backup cannot lie in the folder of the pictures, %(folder)s.") % {"folder": media})
    with new_folder(directory, ending, progress) as folder:
        manifest = _filled(folder, media, progress)
        manifest.write(folder)
    return folder.with_name(folder.name.removesuffix(UNFINISHED)), manifest


def _filled(folder: Path, media: Path, progress: Progress) -> Manifest:
    """Database first: whatever it names was on the disk before it, and stays there."""
    (folder / MEDIA).mkdir(mode=0o700)
    copied: dict[str, files.Seal] = {}
    for _try in range(TRIES):
        database = folder / engine().FILE
        database.unlink(missing_ok=True)
        progress.say(_("Copying the database …"))
        facts = engine().dump(database, progress)
        if not facts.migrations:
            raise Refusal(_("There is no newsroom in this database yet. Run: manage.py migrate"))
        progress.say(_("Copying pictures …"))
        files.copy_all(media, folder / MEDIA, copied, progress)
        missing = sorted(set(facts.files) - copied.keys())
        if not missing:
            break
    return Manifest(
        engine=engine().NAME,
        database=database.name,
        seal=files.seal_of(database),
        facts=facts,
        files=copied,
        missing=missing,
    )
