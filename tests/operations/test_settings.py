import os
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
COMPLETE = {
    "SECRET_KEY": "s",
    "FIELD_KEYS": "ZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmY=",
    "DIGEST_KEY": "d",
    "SITE_URL": "https://humas.contoh.id",
}


def started(tmp_path, **environment):
    """What `manage.py check` says in exactly this environment: (status, standard error)."""
    clean = {"PATH": os.environ["PATH"], "ENV": "test", "DATA_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=TOP,
        env=clean | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stderr


@pytest.mark.contract
def test_nothing_set_is_a_start_that_stops_with_one_sentence(tmp_path):
    status, said = started(tmp_path)
    assert status != 0
    assert "SECRET_KEY" in said
    assert "Traceback" not in said
    assert len(said.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SITE_URL", "humas.contoh.id"),
        ("SITE_URL", "https://contoh.id/berita"),
        ("FIELD_KEYS", "bukan kunci"),
        ("TIME_ZONE", "Asia/Kupang"),
        ("DATABASE_URL", "mysql://x"),
        ("REPLY_LIMIT_WRITER", "lima"),
        ("TASKS", "nanti"),
        ("PAGES", "mungkin"),
        ("MEDIA_STORAGE_URL", "s3://ember"),
    ],
)
def test_setting_that_cannot_work_is_named(tmp_path, name, value):
    status, said = started(tmp_path, **COMPLETE | {name: value})
    assert status != 0
    assert name in said
    assert "Traceback" not in said


def test_complete_environment_starts_under_production_rules(tmp_path):
    assert started(tmp_path, **COMPLETE)[0] == 0


def told(tmp_path, expression, **environment):
    clean = {"PATH": os.environ["PATH"], "ENV": "test", "DATA_DIR": str(tmp_path)} | COMPLETE | environment
    code = f"from django.conf import settings; import django; django.setup(); print({expression})"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=TOP,
        env=clean | {"DJANGO_SETTINGS_MODULE": "humas.settings"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.contract
def test_secure_cookies_and_redirect_follow_the_scheme_of_the_site(tmp_path):
    names = (
        "settings.CSRF_COOKIE_SECURE, settings.SECURE_SSL_REDIRECT, bool(settings.SECURE_HSTS_SECONDS), settings.DEBUG"
    )
    assert told(tmp_path, names) == "True True True False"
    assert told(tmp_path, names, SITE_URL="http://humas.contoh.id") == "False False False False"


def test_database_of_postgresql_is_read_as_libpq_reads_it(tmp_path):
    names = "settings.DATABASES['default']['HOST'], settings.DATABASES['default']['NAME']"
    url = "postgresql://humas@/berita?host=/var/run/postgresql"
    assert told(tmp_path, names, DATABASE_URL=url) == "/var/run/postgresql berita"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "abc"),
        ("WORKERS", "0"),
        ("DEBUG", "mungkin"),
        ("DATABASE_URL", "postgres://a:b@h:99999/x"),
        ("DATABASE_URL", "sqlite://relatif.db"),
        ("FIELD_KEYS", ","),
        ("TRUSTED_PROXIES", "entah"),
        ("TRUSTED_PROXIES", "10.0.0.1/8"),
        ("TIME_ZONE", "Europe/Berlin"),
        ("SITE_URL", "https://orang:sandi@contoh.id"),
        ("SITE_URL", "https://contoh.id#x"),
    ],
)
def test_setting_that_would_mislead_is_named(tmp_path, name, value):
    status, said = started(tmp_path, **COMPLETE | {name: value})
    assert status != 0
    assert name in said
    assert "Traceback" not in said


def test_readers_are_never_served_in_debug(tmp_path):
    status, said = started(tmp_path, **COMPLETE | {"DEBUG": "1", "ENV": "production"})
    assert status != 0
    assert "DEBUG" in said
