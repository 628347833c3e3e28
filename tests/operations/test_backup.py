import json
import shutil
import signal
import stat
from io import StringIO
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection

from articles.models import Photo
from humas.operations.backup import archive
from humas.operations.backup.archive import UNFINISHED, new_folder
from humas.operations.backup.journal import LOCK
from humas.operations.backup.locks import held
from humas.operations.backup.manifest import Manifest
from humas.operations.backup.problems import one_sentence
from humas.operations.backup.progress import Progress
from humas.operations.readiness import hindrances
from tests.articles.factories import draft, photo, published_article
from tests.comments.factories import comment
from tests.operations.newsrooms import Newsroom, ask, files_in, rows_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def newsroom(ours, person):
    """A small full newsroom: people, stories with pictures, comments with decisions."""
    editor = person("Redaktur")
    story = published_article(lead_photo=photo(by=editor), tags=["Drs. Kornelis A. Mautelo, M.Si.", "pasar"])
    draft(lead_photo=photo())
    for status in ("pending", "approved", "spam", "trash", "withdrawn"):
        comment(story, status=status)
    return ours


def refusal(command, *arguments, **options) -> str:
    with pytest.raises(CommandError) as refused:
        call_command(command, *map(str, arguments), stdout=StringIO(), stderr=StringIO(), **options)
    return str(refused.value)


@pytest.mark.contract
def test_restored_newsroom_is_the_same_row_by_row_and_file_by_file(newsroom, tmp_path):
    made = newsroom.manage("backup", tmp_path / "cadangan")
    assert (made.returncode, made.stdout.count("\n")) == (0, 1)
    empty = Newsroom.empty(tmp_path)

    restored = empty.manage("restore", tmp_path / "cadangan")

    assert (restored.returncode, restored.stdout.count("\n")) == (0, 1)
    assert empty.state() == newsroom.state()
    assert len(empty.state()[1]) == 4
    assert [path.name for path in empty.home.iterdir() if "pemulihan" in path.name] == []
    assert_record_refuses(empty)


def assert_record_refuses(newsroom):
    for act in ("UPDATE comments_decision SET reason = 'x'", "DELETE FROM comments_decision"):
        with pytest.raises(Exception, match="append-only"):
            ask(newsroom.url, act)


def test_backup_is_for_its_owner_only_and_holds_no_key(newsroom, tmp_path, settings):
    made = newsroom.backup(tmp_path / "cadangan")

    assert made.name.startswith("testserver-2")
    for path in [made.parent, made, *made.rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)
    kept = (made / "manifest.json").read_text()
    for secret in (*settings.FIELD_KEYS, settings.DIGEST_KEY, settings.SECRET_KEY):
        assert secret not in kept
    assert json.loads(kept)["tables"]["comments_comment"] == 5


def test_two_backups_of_one_second_stand_side_by_side(newsroom, tmp_path):
    first, second = newsroom.backup(tmp_path / "cadangan"), newsroom.backup(tmp_path / "cadangan")

    assert first.exists()
    assert files_in(first / "media") == files_in(second / "media")


def test_what_an_interrupted_backup_left_goes_with_the_next(newsroom, tmp_path):
    left = tmp_path / "cadangan" / f"testserver-20260101-000000{UNFINISHED}"
    left.mkdir(parents=True)
    (left / "manifest.json").write_text("{}")
    assert refusal("restore", left)
    assert refusal("restore", left.parent)

    newsroom.backup(tmp_path / "cadangan")

    assert not left.exists()


def test_picture_that_is_gone_is_said_and_the_rest_is_backed_up(newsroom, tmp_path):
    lost = Photo.objects.earliest("pk").original.name
    default_storage.delete(lost)

    assert lost in refusal("backup", tmp_path / "cadangan")

    (made,) = (tmp_path / "cadangan").glob("testserver-*")
    assert json.loads((made / "manifest.json").read_text())["missing"] == [lost]
    assert Newsroom.empty(tmp_path).manage("restore", made).returncode == 0


def test_backup_that_cannot_be_written_there_is_one_sentence(newsroom):
    (newsroom.home / "berkas").write_text("bukan folder")
    before = files_in(newsroom.media)
    for place in ("media/cadangan", "berkas"):
        assert len(refusal("backup", newsroom.home / place).splitlines()) == 1
    assert files_in(newsroom.media) == before


def test_interrupted_run_takes_its_folder_with_it(tmp_path):
    with pytest.raises(CommandError), one_sentence(), new_folder(tmp_path, "", Progress(str)):
        signal.raise_signal(signal.SIGTERM)
    assert list(tmp_path.glob("testserver-*")) == []


def test_nothing_is_done_with_a_newsroom_whose_restore_was_interrupted(newsroom, tmp_path):
    (newsroom.home / "pemulihan.json").write_text("{}")
    assert len(hindrances()) == 1
    assert hindrances() == [refusal("backup", tmp_path / "cadangan")]


def test_two_restores_or_backups_do_not_meet(newsroom, tmp_path):
    made = newsroom.backup(tmp_path / "cadangan")
    with held(newsroom.home / LOCK, ""):
        assert refusal("restore", made, force=True)
        assert refusal("backup", tmp_path / "cadangan")
    with held(made.parent / archive.LOCK, ""):
        assert refusal("backup", made.parent)


def spoil_manifest(folder):
    path = folder / "manifest.json"
    path.write_text(path.read_text().replace('"comments_comment": 5', '"comments_comment": 4'))


def shorten_manifest(folder):
    path = folder / "manifest.json"
    path.write_text(path.read_text()[:-40])


def a_file(folder, pattern):
    return next(path for path in sorted(folder.glob(pattern)) if path.is_file())


def shorten_database(folder):
    path = a_file(folder, "database.*")
    path.write_bytes(path.read_bytes()[:-500])


def alter_database(folder):
    path = a_file(folder, "database.*")
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def lose_picture(folder):
    a_file(folder, "media/originals/*/*").unlink()


def alter_picture(folder):
    a_file(folder, "media/renditions/*/*").write_bytes(b"lain")


def lose_manifest(folder):
    (folder / "manifest.json").unlink()


SPOILT = [
    spoil_manifest, shorten_manifest, lose_manifest, shorten_database, alter_database, lose_picture, alter_picture,
]  # fmt: skip


def test_backup_that_is_not_as_it_was_is_refused_whole(newsroom, tmp_path):
    made = newsroom.backup(tmp_path / "cadangan")
    before = newsroom.state()
    for spoil in SPOILT:
        spoilt = tmp_path / spoil.__name__ / made.name
        shutil.copytree(made, spoilt)
        spoil(spoilt)

        assert len(refusal("restore", spoilt, force=True).splitlines()) == 1

        assert newsroom.state() == before
        assert list(spoilt.parent.iterdir()) == [spoilt]


@pytest.mark.contract
def test_full_newsroom_is_not_restored_onto(newsroom, tmp_path):
    made = newsroom.backup(tmp_path / "cadangan")
    before = rows_of(newsroom.url)
    assert "--force" in refusal("restore", made)
    assert rows_of(newsroom.url) == before


def test_account_alone_makes_a_newsroom_full(newsroom, tmp_path):
    made = newsroom.backup(tmp_path / "cadangan")
    other = Newsroom.empty(tmp_path)
    other.manage("prepare", "--production")
    account = other.manage("shell", "-c", "from humas.accounts.models import User; User.objects.create(username='ina')")
    assert account.returncode == 0

    assert "--force" in other.manage("restore", made).stderr

    assert len(rows_of(other.url)["accounts_user"]) == 1


def test_keys_that_do_not_fit_are_named(newsroom, tmp_path, settings):
    made = newsroom.backup(tmp_path / "cadangan")
    settings.FIELD_KEYS = [Fernet.generate_key().decode(), *settings.FIELD_KEYS]
    assert "--force" in refusal("restore", made)  # an older key behind a newer one still fits
    settings.DIGEST_KEY = "kunci lain"
    assert "DIGEST_KEY" in refusal("restore", made, force=True)
    settings.FIELD_KEYS = settings.FIELD_KEYS[:1]
    assert "FIELD_KEYS" in refusal("restore", made, force=True)


def rewritten(made: Path, **changes) -> Path:
    """The same backup with an honest manifest that says something else."""
    manifest = Manifest.read(made)
    for name, value in changes.items():
        setattr(manifest, name, value)
    manifest.write(made)
    return made


def test_backup_of_the_other_database_is_refused(newsroom, tmp_path):
    other = {"sqlite": "PostgreSQL", "postgresql": "SQLite"}
    made = rewritten(newsroom.backup(tmp_path / "cadangan"), engine=other[connection.vendor])
    assert "SQLite" in refusal("restore", made, force=True)


def test_backup_of_a_later_version_is_refused(newsroom, tmp_path):
    made = newsroom.backup(tmp_path / "cadangan")
    facts = Manifest.read(made).facts
    facts.migrations.append(["articles", "0999_from_the_future"])
    assert refusal("restore", rewritten(made, facts=facts), force=True)


def test_replaced_newsroom_is_kept_and_can_be_brought_back(newsroom, tmp_path):
    first = newsroom.backup(tmp_path / "cadangan")
    comment(published_article(lead_photo=photo()))
    second = newsroom.backup(tmp_path / "cadangan")
    other = Newsroom.empty(tmp_path)
    assert other.manage("restore", second).returncode == 0
    full = other.state()

    replaced = other.manage("restore", first, "--force")

    assert replaced.returncode == 0
    assert len(other.state()[0]["comments_comment"]) == 5
    assert len(other.state()[1]) == 4
    (kept,) = first.parent.glob("*-sebelum-pemulihan")
    assert str(kept) in replaced.stdout
    assert other.manage("restore", kept, "--force").returncode == 0
    assert other.state() == full


def test_newest_backup_is_found_and_never_the_one_made_before_a_restore(newsroom, tmp_path):
    first = newsroom.backup(tmp_path / "cadangan")
    shutil.copytree(first, tmp_path / "cadangan" / "testserver-20300101-000000-sebelum-pemulihan")
    second = newsroom.backup(tmp_path / "cadangan")
    other = Newsroom.empty(tmp_path)
    assert str(second) in other.manage("restore", tmp_path / "cadangan").stdout


def test_older_backup_is_brought_up_to_date(newsroom, tmp_path):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
        cursor.execute("DROP TABLE django_session")
    try:
        made = newsroom.backup(tmp_path / "cadangan")
    finally:
        call_command("migrate", verbosity=0)
    other = Newsroom.empty(tmp_path)

    assert other.manage("restore", made).returncode == 0

    assert rows_of(other.url)["django_session"] == []
    assert_record_refuses(other)
