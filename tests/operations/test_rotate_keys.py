"""New FIELD_KEYS: all that is encrypted is sealed with the newest, whatever happens meanwhile."""

import pytest
from cryptography.fernet import Fernet
from django.core.management import CommandError, call_command
from django.db import connection

from comments.models import Comment
from humas.base import foundation
from humas.base.fields import KeyLost
from humas.base.models import KeyCheck, Letter
from humas.operations import rotating
from tests.comments.factories import comment

pytestmark = pytest.mark.django_db


@pytest.fixture
def old(settings):
    return settings.FIELD_KEYS[0]


@pytest.fixture
def new(settings, article, old):
    """A newsroom with content under the old key, and a new one in front of it."""
    for _n in range(3):
        comment(article)
    Letter.objects.create(kind="kabar", to="ina@contoh.id", subject="x", body="Isi.")
    if not KeyCheck.objects.exists():
        foundation.lay()
    key = Fernet.generate_key().decode()
    settings.FIELD_KEYS = [key, old]
    return key


def ciphers():
    found = []
    with connection.cursor() as cursor:
        for model, column in rotating.encrypted():
            cursor.execute(f'SELECT "{column}" FROM "{model._meta.db_table}"')
            found += [row[0] for row in cursor.fetchall() if row[0]]
    return found


def test_every_encrypted_column_is_found_and_the_key_check_comes_last():
    columns = [f"{model._meta.label}.{column}" for model, column in rotating.encrypted()]
    assert {"comments.Comment.email", "comments.Comment.receipt_token", "base.Letter.to", "base.Letter.body"} <= set(
        columns
    )
    assert columns[-1] == "base.KeyCheck.sealed"


def test_afterwards_the_newest_key_alone_opens_everything(new, settings, capsys):
    before = {one.pk: (one.email, one.receipt_token) for one in Comment.objects.all()}
    call_command("rotate_keys")
    settings.FIELD_KEYS = [new]
    assert {one.pk: (one.email, one.receipt_token) for one in Comment.objects.all()} == before
    assert Letter.objects.get().to == "ina@contoh.id"
    assert KeyCheck.wrong_key() == ""
    assert f"Disandikan ulang dengan kunci terbaru: {len(ciphers())}." in capsys.readouterr().out


def test_running_it_again_seals_nothing_again(new):
    rotating.rotate()
    once = ciphers()
    done = rotating.rotate()
    assert (done.sealed, done.lost) == (0, 0)
    assert ciphers() == once


def test_a_backup_made_before_opens_with_the_old_key(new, old, settings):
    before = ciphers()
    rotating.rotate()
    assert all(Fernet(old).decrypt(cipher.encode()) for cipher in before)


def test_who_is_killed_leaves_values_that_open_and_can_be_gone_on_with(new, monkeypatch, settings):
    monkeypatch.setattr(rotating, "BATCH", 1)

    class Killed(BaseException):
        pass

    def die(name, count):
        if name.endswith("receipt_token"):
            raise Killed

    with pytest.raises(Killed):
        rotating.rotate(die)
    assert all(one.email for one in Comment.objects.all())
    assert KeyCheck.wrong_key() == ""
    rotating.rotate()
    settings.FIELD_KEYS = [new]
    assert all(one.email for one in Comment.objects.all())


def test_what_somebody_changed_meanwhile_stays_as_it_was_changed(new, monkeypatch):
    first = Comment.objects.order_by("pk").first()
    seal = rotating._seal

    def meanwhile(model, column, batch, done):
        if column == "email":
            Comment.objects.filter(pk=first.pk).update(email="baru@contoh.id")
        seal(model, column, batch, done)

    monkeypatch.setattr(rotating, "_seal", meanwhile)
    rotating.rotate()
    first.refresh_from_db()
    assert first.email == "baru@contoh.id"


def test_a_value_that_no_key_opens_is_counted_left_alone_and_told(new, settings):
    first = Comment.objects.order_by("pk").first()
    foreign = Fernet(Fernet.generate_key()).encrypt(b"x").decode()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE comments_comment SET email = %s WHERE id = %s", [foreign, first.pk])
    with pytest.raises(CommandError, match="1 nilai tidak terbuka"):
        call_command("rotate_keys")
    settings.FIELD_KEYS = [new]
    with pytest.raises(KeyLost):
        Comment.objects.get(pk=first.pk)
    assert all(one.email for one in Comment.objects.exclude(pk=first.pk))
    assert foreign in ciphers()
