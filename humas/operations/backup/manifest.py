"""The list that makes a folder a backup: what is in it, and by which checksum each file is known again."""

import json
import tomllib
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Self

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from humas.operations.backup.facts import Facts
from humas.operations.backup.files import Seal, flush, is_inside
from humas.operations.backup.problems import Refusal, damaged, newer

NAME = "manifest.json"
FORMAT = 1
"""Raised when an older Humas could no longer read what is written."""


@dataclass
class Manifest:
    """Everything about a backup but its bytes; written last."""

    engine: str
    database: str
    seal: Seal
    facts: Facts
    files: dict[str, Seal]
    missing: list[str] = field(default_factory=list)
    made_at: str = field(default_factory=lambda: timezone.localtime().isoformat(timespec="seconds"))
    site: str = field(default_factory=lambda: settings.SITE_URL)
    version: str = field(default_factory=lambda: _version())

    @property
    def size(self) -> int:
        """Bytes of database and files together."""
        return self.seal.size + sum(seal.size for seal in self.files.values())

    def write(self, folder: Path) -> None:
        facts = asdict(self.facts)
        del facts["files"]  # they are among the files, or missing
        content = {
            "format": FORMAT,
            "note": _(
                "The keys are not in here. Keep FIELD_KEYS and DIGEST_KEY of the newsroom (.env) in another place: "
                "without them addresses of readers cannot be read again."
            ),
            "version": self.version,
            "made_at": self.made_at,
            "site": self.site,
            "engine": self.engine,
            "database": {"file": self.database, **asdict(self.seal)},
            **facts,
            "missing": self.missing,
            "files": {name: asdict(seal) for name, seal in self.files.items()},
        }
        content["sha256"] = _checksum(content)
        with (folder / NAME).open("w", encoding="ascii") as file:
            (folder / NAME).chmod(0o600)
            json.dump(content, file, indent=1)
            flush(file)

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Raises Refusal for a list that is damaged, altered, or of a later format."""
        try:
            content = json.loads((folder / NAME).read_bytes())
            told = content.pop("sha256", "")
            is_later = content["format"] > FORMAT
        except (ValueError, TypeError, KeyError, AttributeError):
            raise Refusal(damaged(NAME)) from None
        if is_later:
            raise Refusal(newer())
        if told != _checksum(content) or not all(map(is_inside, [content["database"]["file"], *content["files"]])):
            raise Refusal(damaged(NAME))
        database = content["database"]
        return cls(
            engine=content["engine"],
            database=database["file"],
            seal=Seal(database["size"], database["sha256"]),
            facts=Facts(content["tables"], content["migrations"], [], content["keys"]),
            files={name: Seal(**seal) for name, seal in content["files"].items()},
            missing=content["missing"],
            made_at=content["made_at"],
            site=content["site"],
            version=content["version"],
        )


def _checksum(content: dict) -> str:
    return sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def _version() -> str:
    with (settings.BASE_DIR / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)["project"]["version"]
