"""Columns that look after what is put into them."""

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import FieldError
from django.db import models

from humas.base import cleaning


def _box() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in settings.FIELD_KEYS])


class KeyLost(InvalidToken):
    """None of FIELD_KEYS opens a stored value."""


class EncryptedTextField(models.TextField):
    """
    Text that lies in the database only encrypted (Fernet, newest of FIELD_KEYS first).

    Equal texts have unequal ciphers, so it cannot be searched: keep a digest
    (`humas.base.digests`) beside it. Raises KeyLost when no key opens it.
    """

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return value if value in (None, "") else _box().encrypt(value.encode()).decode()

    def from_db_value(self, value, expression, connection):
        if value in (None, ""):
            return value
        try:
            return _box().decrypt(value.encode()).decode()
        except InvalidToken as error:
            raise KeyLost from error

    def get_lookup(self, lookup_name):
        if lookup_name != "isnull":
            raise FieldError(f"{self.name} is encrypted: look it up by its digest.")
        return super().get_lookup(lookup_name)


class CleanHtmlField(models.TextField):
    """
    HTML that has passed the cleaning door, whoever writes it.

    Forms and write functions clean before their transaction and hand over a
    CleanHtml; whatever else arrives here (a script, the shell) is cleaned now.
    """

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        if value in (None, "") or isinstance(value, cleaning.CleanHtml):
            return value
        return cleaning.clean(value)

    def from_db_value(self, value, expression, connection):
        return value if value is None else cleaning.CleanHtml(value)
