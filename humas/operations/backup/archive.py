"""The folder of one backup: how it is named, filled unseen, found, and judged before anybody trusts it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from humas.operations.backup import files, manifest
from humas.operations.backup.locks import held
from humas.operations.backup.manifest import Manifest
from humas.operations.backup.problems import Refusal, damaged
from humas.operations.backup.progress import Progress

MEDIA = "media"
UNFINISHED = ".belum-selesai"
BEFORE_RESTORE = "-sebelum-pemulihan"
LOCK = ".humas-backup.lock"


def stamp() -> str:
    """Now on the newsroom's clock, as it stands in names: 20261123-040000."""
    return timezone.localtime().strftime("%Y%m%d-%H%M%S")


@contextmanager
def new_folder(directory: Path, ending: str, progress: Progress) -> Iterator[Path]:
    """
    Yield a folder to be filled; it bears its name only once it is whole.

    What a killed run has left behind goes first. One run at a time per directory.
    """
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    with held(directory / LOCK, _("Another backup into this folder is running. Nothing was changed.")):
        for left in directory.glob(f"*{UNFINISHED}"):
            shutil.rmtree(left)
            progress.say(_("Removed what an interrupted backup had left: %(name)s") % {"name": left.name})
        whole = _unused(directory, ending)
        unfinished = whole.with_name(whole.name + UNFINISHED)
        unfinished.mkdir(mode=0o700)
        try:
            yield unfinished
            files.flush_all_names(unfinished)
            unfinished.rename(whole)
            files.flush_names(directory)
        except BaseException:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise


def _unused(directory: Path, ending: str) -> Path:
    """A name nobody has; the second backup of one second is named for the next."""
    site = urlsplit(settings.SITE_URL).hostname
    at = timezone.localtime()
    while (path := directory / f"{site}-{at:%Y%m%d-%H%M%S}{ending}").exists():
        at += timedelta(seconds=1)
    return path


def find(given: Path) -> Path:
    """The backup at this path, or the newest of those in it."""
    if (given / manifest.NAME).is_file():
        if given.name.endswith(UNFINISHED):
            raise Refusal(_("This backup was never finished: %(folder)s") % {"folder": given})
        return given
    if not given.is_dir():
        raise Refusal(_("There is no folder %(folder)s.") % {"folder": given})
    inside = [path.parent for path in given.glob(f"*/{manifest.NAME}")]
    whole = [path for path in inside if not path.name.endswith((UNFINISHED, BEFORE_RESTORE))]
    if not whole:
        raise Refusal(_("There is no backup in %(folder)s: no manifest.json.") % {"folder": given})
    return max(whole, key=lambda path: path.name[-len(stamp()) :])


def verified(folder: Path, progress: Progress) -> Manifest:
    """Read every byte of a backup; Refusal for the first file that is not as it was."""
    content = Manifest.read(folder)
    wanted = {content.database: content.seal} | {f"{MEDIA}/{name}": seal for name, seal in content.files.items()}
    for number, (name, seal) in enumerate(wanted.items(), 1):
        path = folder / name
        if not path.is_file():
            raise Refusal(_("“%(file)s” is missing from the backup. Nothing was changed.") % {"file": name})
        if path.stat().st_size != seal.size or files.seal_of(path) != seal:
            raise Refusal(damaged(name))
        progress.of(number, len(wanted))
    return content
