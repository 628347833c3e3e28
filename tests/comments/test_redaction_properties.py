"""Whatever is typed and whatever is chosen: what is closed is nowhere, and what is open is all there."""

import re
import unicodedata
from html import unescape
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from comments import redaction
from humas.base.cleaning import has_visible, plain_reply, shown_piece

SIGNS = st.one_of(
    st.sampled_from(list("abc aZ.,\n\r\t<>&\"'")),
    st.sampled_from(
        ["\u0301", "\u0328", "\u200d", "\u200b", "\u202e", "\u2066", "\ufe0f", "\u05d0", "\u0639", "\uffff"]
    ),
    st.sampled_from(["👍", "👍🏽", "👨‍👩‍👧", "🇮🇩", "𝒶", "https://a.id/x", "http://b.id"]),
    st.characters(exclude_categories=["Cs"]),
)
TEXTS = st.lists(SIGNS, max_size=60).map("".join)
SPANS = st.lists(st.tuples(st.integers(-3, 90), st.integers(-3, 90)), max_size=6)


def drawn(html: str) -> str:
    """What of a rendering is a reader's own, with a break for each gap."""
    return unescape(re.sub(r"<[^>]+>", "", re.sub(r"<em>.*?</em>", "\0", html)))


def signs(text: str) -> str:
    """What can be seen of a text, without blanks and breaks."""
    return "".join(sign for sign in text if unicodedata.category(sign)[0] not in "CZM")


@given(TEXTS, SPANS)
@example("x\u0301\u0301y", [(0, 1)])
@example("👨‍👩‍👧 dan Budi", [(0, 1)])
@example("https://a.id/rahasia", [(13, 20)])
@example("ab\u202eba", [(0, 3)])
@example("https://a.id/x\u202ea", [])
def test_nothing_closed_is_in_any_byte_and_all_that_is_open_is(text, spans):
    parts = redaction.normalised(text, spans)
    html = redaction.render(text, parts)

    open_ones = [piece.text for piece in redaction.pieces(text, parts) if not piece.is_covered]
    # Each open piece is drawn as it would be alone, in its order, with a gap between, and nothing else is drawn.
    expected = [signs(drawn(plain_reply(each))) for each in open_ones]
    assert [signs(each) for each in drawn(html).split("\0")] == expected
    for address in re.findall(r'href="([^"]*)"', html):
        assert any(unescape(address) in shown_piece(each) for each in open_ones)


@given(TEXTS, SPANS)
def test_parts_are_in_order_apart_and_hold_whole_letters(text, spans):
    parts = redaction.normalised(text, spans)

    assert redaction.normalised(text, parts) == parts
    for (_start, end), (begin, _stop) in pairwise(parts):
        assert has_visible(text[end:begin])
    for start, end in parts:
        assert 0 <= start < end <= len(text)
        assert has_visible(text[start:end])
        assert end == len(text) or unicodedata.category(text[end])[0] != "M"
    assert "".join(piece.text for piece in redaction.pieces(text, parts)) == text


@given(TEXTS)
def test_without_parts_the_words_are_drawn_as_ever(text):
    assert redaction.render(text, []) == plain_reply(text)


@given(TEXTS, SPANS, TEXTS)
def test_no_byte_depends_on_what_is_closed(text, spans, other):
    parts = redaction.normalised(text, spans)
    words, places, last = "", [], 0
    for start, end in parts:
        words += text[last:start]
        places.append((len(words), len(words) + len(other)))
        words, last = words + other, end

    assert redaction.render(words + text[last:], places) == redaction.render(text, parts)
