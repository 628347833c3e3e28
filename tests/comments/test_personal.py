"""Personal data in a comment is seen where it stands; figures, dates and laws are let be."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comments import personal
from tests.comments.personal_examples import HARMLESS, PERSONAL


@pytest.mark.parametrize(("text", "wanted"), PERSONAL)
def test_personal_data_is_seen(text, wanted):
    assert [(kind, text[start:end]) for start, end, kind in personal.find(text)] == wanted


@pytest.mark.parametrize("text", HARMLESS)
def test_figures_dates_and_laws_are_let_be(text):
    assert personal.find(text) == []


pieces = st.sampled_from([text for text, _found in PERSONAL] + HARMLESS) | st.text(max_size=20)
numbers = st.text("0123456789 +62-.()/@jlnort", max_size=60)


@given(st.lists(pieces | numbers, max_size=8).map("".join) | st.text())
def test_places_lie_in_the_text_in_order_and_apart(text):
    found = personal.find(text)

    last = 0
    for start, end, kind in found:
        assert last <= start < end <= len(text)
        assert kind in (personal.PHONE, personal.NIK, personal.EMAIL, personal.HOUSE)
        assert "\n" not in text[start:end]
        last = end


@given(
    st.sampled_from(PERSONAL), st.lists(st.sampled_from(["Baik.", "Terima kasih", "di Ba’a", "jembatan"]), max_size=5)
)
def test_words_around_hide_nothing(example, words):
    text, wanted = example
    prose = "\n".join([*words, text, *words])

    assert [(kind, prose[start:end]) for start, end, kind in personal.find(prose)] == wanted


@pytest.mark.parametrize(
    "piece",
    ["a", "0", "08 ", "0812345678 ", "a@", "a.", "jl a ", "jl. ", "rt/", "1 ", "5314015708900001 ", "(0", "+62 "],
)
def test_longest_comment_is_read_in_a_moment(piece):
    text = (piece * 65_525)[:65_525]
    began = time.process_time()

    personal.find(text)

    assert time.process_time() - began < 1
