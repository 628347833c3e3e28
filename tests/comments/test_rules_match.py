"""What rules find: whole words on the text as typed, links, domains; for every text there can be."""

import unicodedata
from types import SimpleNamespace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from comments.rules.links import links_of
from comments.rules.match import Matcher, Pattern
from comments.rules.plain import fold, pattern_words, plain, words


def said(body="", **fields):
    empty = {"name": "", "site": "", "email": "ina@contoh.id", "email_digest": "e", "network_digest": "n"}
    return SimpleNamespace(body=body, **empty | fields)


def found(kind, pattern, body="", **fields):
    """The pieces of the text in which the rule found something, as they were typed."""
    comment = said(body, **fields)
    hits = Matcher([Pattern(1, kind, pattern, "hold")]).find(comment)
    return [getattr(comment, hit.field)[start:end] for hit in hits for start, end in hit.places]


@pytest.mark.parametrize(
    ("pattern", "body", "places"),
    [
        ("ru", "the truth", []),
        ("press", "WordPress dan pressing", []),
        ("slot", "SLOT, Slot. (slot) slots", ["SLOT", "Slot", "slot"]),
        ("slot", "ｓｌｏｔ gacor", ["ｓｌｏｔ"]),
        ("straße", "STRASSE", ["STRASSE"]),
        ("café", "cafe\u0301!", ["cafe\u0301"]),
        ("cafe", "café", []),
        ("slot_88", "slot_88 slot-88", ["slot_88"]),
        ("ba'a", "Ba'a, BA A", ["Ba'a", "BA A"]),
        ("slot gacor", "Slot\n gacor; slot… GACOR. slot yang gacor", ["Slot\n gacor", "slot… GACOR"]),
        ("a b a", "a b a b a", ["a b a", "a b a"]),
    ],
)
@pytest.mark.wordpress("2b 6 Moderation keys")
def test_words_are_found_whole(pattern, body, places):
    assert found("word", pattern, body) == places


@pytest.mark.parametrize(
    ("kind", "pattern", "body", "places"),
    [
        ("domain", "judi.com", "https://www.judi.com/x, judi.com. JUDI.COM/y bukan-judi.com", 3),
        ("domain", "judi.com", "judi.com.id tidak", 0),
        ("domain", "judi.com", "tulis ke saya@judi.com", 1),
        ("domain", "judi.com", "https://baik.id/judi.com", 0),
        ("domain", "judi.com", "https://baik.id@judi.com/", 1),
        ("domain", "xyz", "lihat https://a.b.xyz/", 1),
        ("link", "gacor", "https://situs.id/gacor-88 gacor", 1),
        ("link", "gacor", "gacor@contoh.id", 0),
    ],
)
def test_links_and_domains_are_found_in_addresses_alone(kind, pattern, body, places):
    assert len(found(kind, pattern, body)) == places


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("https://contoh.id/a, http://contoh.com.", ["https://contoh.id/a", "http://contoh.com"]),
        ("www.contoh.id dan contoh.com/xyz dan contoh.xyz", ["www.contoh.id", "contoh.com/xyz", "contoh.xyz"]),
        ("Jalan rusak.Mohon diperbaiki.To long. No.5/2020, Kec.Loli/Kel.Baru Rp10.000", []),
        ("pukul 07.30 dan 3.5 km, dll.Co", []),
        ("JUDI.COM dan Judi.Com", ["JUDI.COM"]),
        ("tulis ke nama@contoh.id", []),
    ],
)
def test_what_counts_as_a_link(text, links):
    assert [text[link.start : link.end] for link in links_of(text) if not link.is_mail] == links


def test_rules_look_at_name_website_address_and_network():
    patterns = [
        Pattern(1, "word", "gacor", "hold"),
        Pattern(2, "domain", "contoh.id", "spam"),
        Pattern(3, "address", "e", "hold"),
        Pattern(4, "network", "n", "trash"),
    ]
    hits = Matcher(patterns).find(said("biasa", name="Gacor", site="https://contoh.id"))

    assert [(hit.rule, hit.field) for hit in hits] == [
        (4, "network"), (2, "site"), (2, "email"), (1, "name"), (3, "address"),
    ]  # fmt: skip
    assert "pattern" not in hits[0].kept()


TEXT = st.text(st.one_of(st.sampled_from("aAbB .-_'/@:\n\u0301ßﬁＡ１½İ가\u11a8"), st.characters()), max_size=60)


@given(TEXT, TEXT)
@example("x\u0301", "x\u0301 x")
@example("ﬁ", "fi ﬁ FI")
def test_found_places_are_exactly_the_words_of_the_rule(pattern, body):
    wanted = pattern_words(pattern)
    spans = [(word.start, word.end) for word in words(body)]
    for hit in Matcher([Pattern(1, "phrase", pattern, "hold")]).find(said(body)):
        for start, end in hit.places:
            assert pattern_words(body[start:end]) == wanted
            assert start in {begin for begin, _end in spans}
            assert end in {end for _begin, end in spans}


@given(TEXT, TEXT, TEXT)
def test_word_between_blanks_is_always_found(before, pattern, behind):
    wanted = pattern_words(pattern)
    if not wanted:
        return
    body = f"{before} {pattern} {behind}"
    places = [place for hit in Matcher([Pattern(1, "word", pattern, "hold")]).find(said(body)) for place in hit.places]
    pieces = [body[start:end] for start, end in places]
    assert any(len(before) <= start and end <= len(before) + len(pattern) + 2 for start, end in places), pieces


@given(st.text(max_size=200))
@example("\u0301" * 100)
@example("http://[" * 20)
def test_every_text_can_be_read(text):
    kinds = ("word", "phrase", "link", "domain")
    matcher = Matcher(Pattern(n, kind, text[:200], "hold") for n, kind in enumerate(kinds))
    matcher.find(said(text, name=text, site=text, email=text))
    assert all(0 <= link.start < link.end <= len(text) for link in links_of(text))
    seen = plain(text)
    assert len(seen.text) == len(seen.starts) == len(seen.ends)
    assert "".join(text[a:b] for a, b in dict.fromkeys(zip(seen.starts, seen.ends, strict=True))) == text or any(
        not fold(letter) for letter in text
    )
    assert unicodedata.is_normalized("NFC", fold("é"))


def test_one_pass_over_the_words_however_many_rules():
    """With ten thousand rules a long text takes about as long as with ten: no rule is tried by itself."""
    asked = []

    class Counted(dict):
        def get(self, *key):
            asked.append(key)
            return super().get(*key)

    body = "jalan rusak parah " * 100
    counts = []
    for number in (10, 10_000):
        matcher = Matcher(Pattern(n, "word", f"kata{n}", "hold") for n in range(number))
        matcher._trie = Counted(matcher._trie)
        asked.clear()
        matcher.find(said(body))
        counts.append(len(asked))
    assert counts[0] == counts[1]
