import re, itertools

import pytest

from tests.i18n import newsroom, public, speech, desk as d, desk_acts
from tests.i18n.screen import words_of

DATA = re.compile(r"\b[Zz]z\S*|https?://\S+|\b(Part|Bagian) [IVX\d]+|Tinggalkan Balasan|[0-9a-f-]{36}")
ALIKE = {"Humas", "WITA", "Penulis","Redaktur","Moderator","Administrator","Pimpinan"}


@pytest.fixture
def desk(db):
    return newsroom.Desk()


def escaped(name, words):
    out = []
    for w in words:
        rest = [x for x in re.findall(r"[A-Za-z]+", DATA.sub(" ", w)) if x not in ALIKE]
        if rest:
            out.append((name, w[:100]))
    return out

def go(pages):
    bad = []
    with speech.in_wide_letters():
        for name, html in pages:
            print(name)
            bad += escaped(name, words_of(html))
    seen=set()
    for n,w in bad:
        if w not in seen: print('XX',n,w); seen.add(w)
    assert 0
def test_x(desk, settings, monkeypatch):
    go(itertools.chain(public.pages(desk), public.replies(desk, settings, monkeypatch), public.empty_newsroom()))
def test_y(desk, settings, monkeypatch):
    go(d.door(desk))
def test_z(desk, settings, monkeypatch):
    go(d.screens(desk))
def test_w(desk, settings, monkeypatch):
    go(d.refusals(desk))
def test_a(desk, settings, monkeypatch):
    go(desk_acts.stories(desk))
def test_b(desk, settings, monkeypatch):
    go(desk_acts.other_forms(desk))
def test_c(desk, settings, monkeypatch):
    go(desk_acts.queue(desk))
def test_id(desk, settings, monkeypatch):
    with speech.in_indonesian() as same:
        for g in (public.pages(desk), public.replies(desk, settings, monkeypatch), d.door(desk), d.screens(desk), desk_acts.stories(desk), desk_acts.other_forms(desk),desk_acts.queue(desk),public.empty_newsroom()):
            for n,h in g: pass
    print("SAME", sorted(same))
    assert 0
