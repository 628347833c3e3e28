"""Collected, hashed and compressed static files, made again only when a source has changed."""

from hashlib import sha256
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

STAMP = "static.sources"


def collect_when_changed() -> bool:
    """Bring STATIC_ROOT up to date; True if there was anything to do."""
    fingerprint = _fingerprint()
    stamp = Path(settings.DATA_DIR) / STAMP
    if stamp.exists() and stamp.read_text() == fingerprint and Path(settings.STATIC_ROOT).exists():
        return False
    # Older hashed files stay: pages that are open in a browser still name them.
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(fingerprint)
    return True


def _fingerprint() -> str:
    """Name, size and time of every source."""
    digest = sha256(django.get_version().encode())
    for finder in get_finders():
        for path, storage in sorted(finder.list([]), key=lambda found: found[0]):
            state = Path(storage.path(path)).stat()
            digest.update(f"{path} {state.st_size} {state.st_mtime_ns}\n".encode())
    return digest.hexdigest()
