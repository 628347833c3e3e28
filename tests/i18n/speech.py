"""
The newsroom in letters that no source is written in, while it is noted what Indonesian would have left English.

`wide` turns each ASCII letter of a translated sentence into its full-width twin and keeps placeholders, tags and
entities. A plain letter on a screen is then a word that never asked the catalogue, however it was cut or joined.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.utils import translation
from django.utils.translation import trans_real

CONTEXT = "\x04"
TWIN = {code: code + 0xFEE0 for code in (*range(ord("A"), ord("Z") + 1), *range(ord("a"), ord("z") + 1))}
KEPT = re.compile(r"(%(?:\(\w+\))?[-#0+ ]?\d*(?:\.\d+)?[a-zA-Z%]|\{\w*\}|<[^>]+>|&#?\w+;)")


def wide(sentence: str) -> str:
    """`Part %(n)d of <b>…` → `Ｐａｒｔ %(n)d ｏｆ <b>…`"""
    pieces = KEPT.split(sentence)
    return "".join(piece if place % 2 else piece.translate(TWIN) for place, piece in enumerate(pieces))


class Catalogue:
    """A translation as Django asks it, answering through `answer(msgid, Django's own answer)`."""

    def __init__(self, django: trans_real.DjangoTranslation, answer: Callable[[str, str], str]) -> None:
        self._django, self._answer = django, answer

    def __getattr__(self, name):
        return getattr(self._django, name)

    def gettext(self, message: str) -> str:
        return self._answer(message.rpartition(CONTEXT)[2], self._django.gettext(message))

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        return self._answer(plural.rpartition(CONTEXT)[2], self._django.ngettext(singular, plural, number))


@contextmanager
def _speaking(answer: Callable[[str, str], str]) -> Iterator[None]:
    language = settings.LANGUAGE_CODE
    own, default = trans_real.translation(language), trans_real._default
    trans_real._translations[language] = Catalogue(own, answer)
    trans_real._default = None
    try:
        with translation.override(language):
            yield
    finally:
        trans_real._translations[language], trans_real._default = own, default


@contextmanager
def in_wide_letters() -> Iterator[set[str]]:
    """Every sentence of every catalogue comes in full-width letters; gives the msgids that Indonesian says alike."""
    same: set[str] = set()

    def answer(message: str, found: str) -> str:
        if found.rpartition(CONTEXT)[2] == message:
            same.add(message)
        return wide(message)

    with _speaking(answer):
        yield same
