"""A reader's words with what was noticed in them: wherever the marks lie, no word is lost, and nothing acts."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from comments.queue import words
from comments.queue.ages import age
from comments.queue.words import Span
from humas.base.cleaning import shown_piece

TAG = re.compile(r"<(/?[a-z]+)([^>]*)>")
ALLOWED = {"p", "br", "mark", "del", "span"}
texts = st.text(alphabet=st.sampled_from("ab <>&\"'\n\r\u0335\u202eم😀=/."), max_size=60) | st.text(max_size=40)
places = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(["", "1 kata", '"<b>'])), max_size=6
)


def seen(html):
    """The words a reader of this page gets, and the elements they stand in."""
    return unescape(TAG.sub("", html)), {name.strip("/") for name, _rest in TAG.findall(html)}


def without_blanks(text):
    return re.sub(r"\s", "", text)


@given(texts, places)
@example("x" * 60, [(0, 60, "1 a"), (10, 20, "2 b"), (15, 40, "3 c")])
@example("<script>alert(1)</script>", [(1, 7, "1 kata")])
def test_no_word_is_lost_and_none_becomes_markup(text, found):
    shown = words.marked(text, [Span(*place) for place in found])
    told, elements = seen(shown.first + shown.rest)

    # Marks piled on a letter are counted anew in each piece, so that only what has no such piles is compared.
    if not re.search("[\u0300-\u036f]", text):
        assert without_blanks(told) == without_blanks(shown_piece(text))
    assert elements <= ALLOWED
    assert "\u202e" not in told


@given(texts, places)
def test_nothing_taken_out_is_shown_to_others(text, found):
    spans = [Span(start, end, is_taken_out=True) for start, end, _label in found if start < end]
    hidden = {at for span in spans for at in range(span.start, span.end)}
    typed = "".join("\u2603" if at in hidden and not sign.isspace() else sign for at, sign in enumerate(text))

    shown = words.marked(typed, spans, sees_all=False)
    told = shown.first + shown.rest + words.without_taken_out(typed, [(one.start, one.end) for one in spans])
    assert "\u2603" not in told


def test_overlapping_marks_each_keep_their_label():
    shown = words.marked("abcdef", [Span(0, 4, "1 kata"), Span(2, 6, "2 frasa")]).first
    assert shown == (
        '<p dir="auto"><mark class="queue-mark">ab</mark><mark class="queue-mark" data-label="1 kata">cd</mark>'
        '<mark class="queue-mark" data-label="2 frasa">ef</mark></p>'
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_blank_line_begins_a_paragraph_and_a_line_end_stays(end):
    shown = words.marked(f"satu{end}dua{end}  {end}tiga", [])
    assert shown.first == '<p dir="auto">satu<br>dua</p><p dir="auto">tiga</p>'


@pytest.mark.parametrize("text", ["x" * 65_525, "x\n" * 30_000, "kata " * 13_000, ("y" * 900 + "\n\n") * 60])
def test_long_text_is_folded_where_reading_can_go_on(text):
    shown = words.marked(text, [Span(0, 3, "1 kata"), Span(len(text) - 2, len(text), "1 kata")])
    assert 0 < len(shown.first) < 4000
    assert shown.rest_length > 40_000 or text.startswith("x\n")
    assert without_blanks(seen(shown.first + shown.rest)[0]) == without_blanks(text)
    assert 'data-label="1 kata"' in shown.first


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(-5, "baru saja"), (59, "baru saja"), (60, "1 mnt"), (3599, "59 mnt"), (3600, "1 jam"), (86_400, "1 hari"),
     (29 * 86_400, "29 hari"), (40 * 86_400, "22 Mar 2026")],
)  # fmt: skip
def test_age_is_short(seconds, said):
    now = datetime(2026, 5, 1, 4, tzinfo=UTC)
    assert age(now - timedelta(seconds=seconds), now) == said
