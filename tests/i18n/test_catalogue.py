import re

import pytest

from tests.i18n import newsroom, public, speech
from tests.i18n.screen import words_of

DATA = re.compile(r"\b[Zz]z\S*|https?://\S+")
ALIKE = {"Humas", "WITA"}


@pytest.fixture
def desk(db):
    return newsroom.Desk()


def escaped(name, words):
    out = []
    for w in words:
        rest = [x for x in re.findall(r"[A-Za-z]+", DATA.sub(" ", w)) if x not in ALIKE]
        if rest:
            out.append((name, w))
    return out


def test_x(desk, settings, monkeypatch):
    bad = []
    with speech.in_wide_letters():
        for name, html in [*public.pages(desk), *public.replies(desk, settings, monkeypatch), *public.empty_newsroom()]:
            bad += escaped(name, words_of(html))
            if len(words_of(html)) < 5: print(name, words_of(html))
    for b in dict.fromkeys(bad): print(b)
    assert 0
