"""
Who changed the newsroom's settings, its categories and reports, and from what to what.

A function that writes one of these notes it in the same transaction: both hold or neither.
"""

from typing import Any

from django.db import models, transaction

from humas.base.models import Change, Newsroom


def subject_of(row: models.Model) -> str:
    """The same names as `humas.base.pages` has for what readers see of it."""
    return "newsroom" if isinstance(row, Newsroom) else f"{row._meta.model_name}:{row.pk}"


def values(row: models.Model) -> dict[str, Any]:
    """What people may change of a row, by the names of its fields."""
    fields = (field for field in row._meta.concrete_fields if field.editable and not field.primary_key)
    return {field.attname: field.value_from_object(row) for field in fields}


def note(before: models.Model | None, after: models.Model, *, by) -> Change | None:
    """Note what differs between a row as it was (None: it is new) and as it is now."""
    return note_values(subject_of(after), values(before) if before else {}, values(after), by=by)


def note_values(subject: str, before: dict[str, Any], after: dict[str, Any], *, by) -> Change | None:
    """The same for values that are not fields of one row. Where nothing differs, nothing is noted."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("changes are noted inside the transaction that writes.")
    changed = [name for name in after if name not in before or before[name] != after[name]]
    if not changed:
        return None
    return Change.objects.create(
        subject=subject,
        by=by,
        before={name: before[name] for name in changed if name in before},
        after={name: after[name] for name in changed},
    )
