"""
New FIELD_KEYS: every encrypted value sealed again with the newest of them, while readers are served.

The columns are found, not listed, so that none can be forgotten. A value that
somebody changed meanwhile is left to whoever changed it: a server that runs
with the new keys seals with the newest anyway.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.db.models import F, Model, TextField, Value
from django.db.models.functions import Cast

from humas.base.fields import EncryptedTextField
from humas.base.models import KeyCheck

BATCH = 100
"""Few enough that nobody waits long for the lock in which they are written."""


@dataclass
class Rotated:
    """How many values: sealed again by this call, sealed with the newest key already, opened by none."""

    sealed: int = 0
    fresh: int = 0
    lost: int = 0


def rotate(progress: Callable[[str, int], object] = lambda name, count: None) -> Rotated:
    """Seal what is not sealed with the newest key yet; safe to kill and to run again."""
    done = Rotated()
    for model, column in encrypted():
        count = 0
        for batch in _batches(model, column):
            count += len(batch)
            _seal(model, column, batch, done)
            progress(f"{model._meta.label}.{column}", count)
    return done


def encrypted() -> Iterator[tuple[type[Model], str]]:
    """Every encrypted column of every model; the key check last, for it says that all is done."""
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    for model in sorted(models, key=lambda one: one is KeyCheck):
        for field in model._meta.local_concrete_fields:
            if isinstance(field, EncryptedTextField):
                yield model, field.attname


def _batches(model: type[Model], column: str) -> Iterator[list[tuple]]:
    """(pk, cipher) of all that is not empty, by their keys."""
    rows = model._base_manager.annotate(cipher=Cast(F(column), TextField())).exclude(cipher="")
    rows = rows.filter(cipher__isnull=False).order_by("pk").values_list("pk", "cipher")
    after = None
    while batch := list((rows if after is None else rows.filter(pk__gt=after))[:BATCH]):
        yield batch
        after = batch[-1][0]


def _seal(model: type[Model], column: str, batch: list[tuple], done: Rotated) -> None:
    newest, all_keys = Fernet(settings.FIELD_KEYS[0]), MultiFernet([Fernet(key) for key in settings.FIELD_KEYS])
    changes = []
    for pk, cipher in batch:
        if _opens(newest, cipher):
            done.fresh += 1
        elif _opens(all_keys, cipher):
            changes.append((pk, cipher, all_keys.rotate(cipher.encode()).decode()))
        else:
            done.lost += 1
    with transaction.atomic():
        for pk, old, new in changes:
            unchanged = (
                model._base_manager.filter(pk=pk).annotate(cipher=Cast(F(column), TextField())).filter(cipher=old)
            )
            done.sealed += unchanged.update(**{column: Value(new, output_field=TextField())})


def _opens(box: Fernet | MultiFernet, cipher: str) -> bool:
    try:
        box.decrypt(cipher.encode())
    except InvalidToken:
        return False
    return True
