"""
What a restore has made ready and is about to put in place.

Written before the first staged file, removed after the last rename: a process
that finds it there, and nobody holding the lock, has found a dead restore.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from django.conf import settings
from django.utils.translation import gettext as _

from humas.operations.backup import files

NAME = "pemulihan.json"
LOCK = ".humas-restore.lock"


@dataclass
class Journal:
    """Where things lie. `is_swapping` turns true when all is ready and the database may be replaced at any moment."""

    token: str
    engine: str
    database: str
    """The newsroom's: a path, or name and host of a database of PostgreSQL."""
    staged_database: str
    kept_database: str
    """Where the replaced SQLite file is to be kept; empty: nowhere."""
    media: str
    staged_media: str
    kept_media: str
    is_swapping: bool = False

    @staticmethod
    def places() -> tuple[Path, Path]:
        """Where it lies, and where it is written."""
        path = settings.DATA_DIR / NAME
        return path, path.with_suffix(".new")

    @classmethod
    def traces(cls) -> bool:
        return any(path.exists() for path in cls.places())

    @classmethod
    def found(cls) -> Self | None:
        try:
            return cls(**json.loads(cls.places()[0].read_text()))
        except FileNotFoundError:
            return None

    def write(self) -> None:
        path, part = self.places()
        with part.open("w") as file:
            json.dump(asdict(self), file, indent=1)
            files.flush(file)
        part.replace(path)
        files.flush_names(path.parent)

    @classmethod
    def remove(cls) -> None:
        for path in cls.places():
            path.unlink(missing_ok=True)


def interrupted() -> str:
    """The sentence for whoever must not go on after a restore that died, or ""."""
    if not Journal.places()[0].exists():
        return ""
    return _("A restore was interrupted. Run first: manage.py prepare --production")
