"""What the addresses in the environment mean: database, cache, mail, pictures, limits."""

from datetime import timedelta
from importlib.util import find_spec
from ipaddress import ip_network
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import environ
from cryptography.fernet import Fernet

BUSY_SECONDS = 10
"""How long a write waits for the database before the reader is asked to press the button again."""


ZONES = ("Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura")


class Unusable(ValueError):
    """A setting that cannot be used: an English msgid and its parameters."""

    def __init__(self, msgid: str, **params: object) -> None:
        super().__init__(msgid % params)
        self.msgid, self.params = msgid, params


def gettext_noop(message: str) -> str:
    return message


def database(url: str, data_dir: Path) -> dict[str, Any]:
    """SQLite in DATA_DIR unless DATABASE_URL names another; PostgreSQL as libpq reads it, `?host=` included."""
    if not url:
        return _sqlite(data_dir / "humas.sqlite3")
    parts = urlsplit(url)
    try:
        port = str(parts.port or "")
    except ValueError:
        raise Unusable(gettext_noop("DATABASE_URL names a port that cannot be.")) from None
    if parts.scheme == "sqlite":
        path = unquote(parts.path[1:] if parts.path.startswith("//") else parts.path)
        if parts.netloc or not path.strip("/"):
            raise Unusable(gettext_noop("DATABASE_URL must name a file by its whole path: sqlite:////path/to/file."))
        return _sqlite(Path(path))
    if parts.scheme not in ("postgres", "postgresql"):
        raise Unusable(gettext_noop("DATABASE_URL begins with neither sqlite nor postgresql."))
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    options = {"options": f"-c lock_timeout={BUSY_SECONDS * 1000} -c statement_timeout=60000"}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", unquote(parts.hostname or "")),
        "PORT": query.pop("port", port),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options | query,
    }


def _sqlite(path: Path) -> dict[str, Any]:
    """WAL and FULL: what was answered with 303 survives a pulled plug. Immediate: a write never fails half-way."""
    pragmas = ("journal_mode=WAL", "synchronous=FULL", "recursive_triggers=ON", "cache_size=-16000")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": BUSY_SECONDS,
            "init_command": "".join(f"PRAGMA {pragma};" for pragma in pragmas),
        },
        # An in-memory database has neither WAL nor a second connection: tests use a file like everybody else.
        "TEST": {"NAME": str(path.with_name("test-" + path.name))},
    }


def cache(url: str, data_dir: Path) -> dict[str, Any]:
    """Files in DATA_DIR, shared by all workers, unless CACHE_URL says otherwise."""
    if not url:
        return {
            "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
            "LOCATION": str(data_dir / "cache"),
        }
    try:
        return environ.Env.cache_url_config(url)
    except Exception:
        raise Unusable(gettext_noop("CACHE_URL cannot be read.")) from None


def media_root(url: str, data_dir: Path) -> Path:
    """Where pictures are kept. Only folders (`file:///…`) are known so far."""
    if not url:
        return data_dir / "media"
    parts = urlsplit(url)
    if parts.scheme != "file" or not parts.path:
        raise Unusable(gettext_noop("MEDIA_STORAGE_URL must look like file:///path/to/a/folder."))
    return Path(unquote(parts.path))


def email(url: str, data_dir: Path) -> dict[str, Any]:
    """Settings for Django's mail; without EMAIL_URL every message becomes a file in DATA_DIR/mail."""
    if not url:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": str(data_dir / "mail"),
        }
    try:
        found = environ.Env.email_url_config(url)
    except Exception:
        raise Unusable(gettext_noop("EMAIL_URL cannot be read.")) from None
    if found["EMAIL_BACKEND"] == "django.core.mail.backends.smtp.EmailBackend":
        found["EMAIL_BACKEND"] = "humas.base.mail.smtp.EmailBackend"
    return found


def tasks(mode: str) -> str:
    """The backend of django-tasks for `immediate` or `database`."""
    if mode == "database":
        return "django_tasks_db.DatabaseBackend"
    return f"{'django.tasks' if find_spec('django.tasks') else 'django_tasks'}.backends.immediate.ImmediateBackend"


def limit(name: str, value: str) -> tuple[int, timedelta] | None:
    """`count/minutes` → (count, time), or None where the count is 0."""
    try:
        count, minutes = (int(part) for part in value.split("/")) if "/" in value else (int(value), 10)
        if count < 0 or minutes < 1:
            raise ValueError
    except ValueError:
        raise Unusable(gettext_noop("%(name)s must look like 5/10: how many in how many minutes."), name=name) from None
    return (count, timedelta(minutes=minutes)) if count else None


def whole(name: str, value: str, most: int) -> int:
    """A whole number from 1 to `most`."""
    if not value.isascii() or not value.isdigit() or not 1 <= int(value[:9]) <= most:
        raise Unusable(gettext_noop("%(name)s must be a whole number from 1 to %(most)d."), name=name, most=most)
    return int(value)


def switch(name: str, value: str) -> bool:
    """1, true, on, yes or 0, false, off, no."""
    word = value.strip().lower()
    if word not in ("1", "true", "on", "yes", "0", "false", "off", "no", ""):
        raise Unusable(gettext_noop("%(name)s must be 1 or 0."), name=name)
    return word in ("1", "true", "on", "yes")


def check(site_url: str, time_zone: str, field_keys: list[str], proxies: list[str], tasks: str, pages: str) -> None:
    """Raise Unusable, naming it, for the first setting that cannot work."""
    parts = urlsplit(site_url)
    extras = parts.path or parts.query or parts.fragment or parts.username
    if parts.scheme not in ("http", "https") or not parts.hostname or extras:
        raise Unusable(gettext_noop("SITE_URL must be an address without a path, such as https://humas.example.go.id."))
    if time_zone not in ZONES:
        raise Unusable(gettext_noop("TIME_ZONE is not known; use Asia/Jakarta, Asia/Makassar or Asia/Jayapura."))
    try:
        if not field_keys:
            raise ValueError
        for key in field_keys:
            Fernet(key)
    except ValueError:
        raise Unusable(gettext_noop("FIELD_KEYS holds something that is not a Fernet key.")) from None
    try:
        for proxy in proxies:
            if proxy != "unix":
                ip_network(proxy)
    except ValueError:
        raise Unusable(
            gettext_noop("TRUSTED_PROXIES holds something that is neither an address nor a network.")
        ) from None
    if tasks not in ("immediate", "database"):
        raise Unusable(gettext_noop("TASKS must be immediate or database."))
    if pages not in ("on", "off"):
        raise Unusable(gettext_noop("PAGES must be on or off."))
