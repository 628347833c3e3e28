"""What a database says about itself, asked in plain SQL: at one moment, and also of a copy Django does not know."""

import hmac
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256

from cryptography.fernet import Fernet, InvalidToken
from django.apps import apps
from django.conf import settings
from django.core.files.storage import default_storage
from django.db.models import FileField

from humas.base.digests import digest
from humas.base.models import KeyCheck

PURPOSE = b"humas backup"


@dataclass(frozen=True)
class Facts:
    """Rows per table, migrations applied, files named by rows, and which keys open the database."""

    tables: dict[str, int]
    migrations: list[list[str]]
    files: list[str]
    keys: dict[str, str]


Query = Callable[[str], Iterable[tuple]]


def facts_of(query: Query, columns: dict[str, list[str]]) -> Facts:
    """Ask through `query`; `columns` are the tables there are, with the names of their columns."""
    return Facts(
        tables={
            table: next(iter(query(f'SELECT count(*) FROM "{table}"')))[0]  # noqa: S608 – from the database's catalogue
            for table in sorted(columns)
        },
        migrations=sorted(list(row) for row in query("SELECT app, name FROM django_migrations"))
        if "django_migrations" in columns
        else [],
        files=_files(query, columns),
        keys=_keys(query) if KeyCheck._meta.db_table in columns else {},
    )


def _files(query: Query, columns: dict[str, list[str]]) -> list[str]:
    """Names under the media folder, of the fields that are there: the code may be newer than its database."""
    names = set()
    for model in apps.get_models(include_auto_created=True):
        table = model._meta.db_table
        for field in model._meta.local_concrete_fields:
            is_here = isinstance(field, FileField) and field.storage == default_storage
            if is_here and field.column in columns.get(table, []):
                rows = query(f'SELECT DISTINCT "{field.column}" FROM "{table}"')  # noqa: S608 – names of our own models
                names.update(name for (name,) in rows if name)
    return sorted(names)


def _keys(query: Query) -> dict[str, str]:
    """Nothing that opens anything: one-way digests by which the fitting keys are recognised."""
    for sealed, check in query(f"SELECT sealed, digest FROM {KeyCheck._meta.db_table}"):  # noqa: S608 – our own table
        fitting = [key for key in settings.FIELD_KEYS if _opens(key, sealed)]
        return {"FIELD_KEYS": _field_key(fitting[0]) if fitting else "", "DIGEST_KEY": _digest_key(check)}
    return {}


def key_that_does_not_fit(keys: dict[str, str]) -> str:
    """The name of the setting that would not open a database with these digests, or ""."""
    if keys.get("FIELD_KEYS") and keys["FIELD_KEYS"] not in map(_field_key, settings.FIELD_KEYS):
        return "FIELD_KEYS"
    if keys.get("DIGEST_KEY") and keys["DIGEST_KEY"] != _digest_key(digest("key-check", KeyCheck.WORDS)):
        return "DIGEST_KEY"
    return ""


def _opens(key: str, sealed: str) -> bool:
    try:
        return Fernet(key).decrypt(sealed.encode()).decode() == KeyCheck.WORDS
    except (InvalidToken, UnicodeDecodeError):
        return False


def _field_key(key: str) -> str:
    return hmac.new(key.encode(), PURPOSE, sha256).hexdigest()


def _digest_key(check: str) -> str:
    return hmac.new(check.encode(), PURPOSE, sha256).hexdigest()
