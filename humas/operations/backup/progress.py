"""Words about long work: each new thing once, its numbers no more than once in a while."""

import time
from collections.abc import Callable

from django.utils.translation import gettext as _

EVERY = 2.0
"""Seconds between two numbers about the same work."""


class Progress:
    """`say` prints a sentence at once; `of` prints how far the present work is."""

    def __init__(self, write: Callable[[str], object]):
        self._write = write
        self._last = time.monotonic()

    def say(self, sentence: str) -> None:
        self._write(sentence)
        self._last = time.monotonic()

    def of(self, done: int, total: int) -> None:
        if time.monotonic() - self._last >= EVERY:
            self.say(_("%(done)d of %(total)d") % {"done": done, "total": total})
