import re

from hypothesis import given, reject, settings
from hypothesis import strategies as st

from humas.base.cleaning import STORY, clean, from_form, paragraphs, plain_reply, to_text
from humas.base.nesting import TooDeep, levelled
from tests.base.inspector import HIDDEN, inspected, inspected_reply, letters

NAMES = (
    "p h2 h3 strong b em i a ul ol li blockquote sub sup div span table tr td svg math select template br o:p".split()
)
ODDMENTS = [
    "<a href=x>", "<a href='//y' title='<p>'>", "<a href='", "<a href=javascript:x>", "<img src=x onerror=y>", "<!--",
    "-->", "<script>", "</script>", "<style>", "</style>", "<textarea>", "</textarea>", "<noscript>", "<![CDATA[",
    "]]>", "<?x", "<", ">", '"', "'", "&", "&amp;", "&lt;", "&nbsp;", "&#1;", "&#13;", "&#0;", "&#xd800;", "\r",
    "\n\n", " ", "=", "/", "http://a.id",
]  # fmt: skip
tags = st.builds("<{}{}>".format, st.sampled_from(["", "", "/"]), st.sampled_from(NAMES))
markup = st.lists(tags | st.sampled_from(ODDMENTS) | st.text(max_size=4), max_size=40).map("".join)
texts = st.lists(
    st.text(max_size=10)
    | st.sampled_from(
        ["http://", "https://a.id/(", ")", ".", "\n", "\r\n", "\u202e", "\u2066", "\u200f", "\u0301", "<a>", "&lt;"]
    ),
    max_size=30,
).map("".join)


@settings(deadline=None)
@given(markup)
def test_clean_markup_is_harmless_and_cleaning_it_again_changes_nothing(html):
    for door in (clean, from_form, paragraphs):
        cleaned = door(html)

        inspected(cleaned)
        assert clean(str(cleaned)) == cleaned


@settings(deadline=None)
@given(markup)
def test_no_markup_is_nested_deeper_than_was_counted(html):
    try:
        written = levelled(html, STORY, limit=10)
    except TooDeep:
        reject()

    depth = deepest = 0
    for slash in re.findall(r"<(/?)(?!br|hr)\w", clean(written)):
        depth += -1 if slash else 1
        deepest = max(deepest, depth)
    assert deepest <= 10


@settings(deadline=None)
@given(texts)
def test_reply_shows_every_word_and_no_markup(text):
    shown = inspected_reply(plain_reply(text))

    assert letters("".join(shown.text)) == letters(HIDDEN.sub("", text))


@settings(deadline=None)
@given(st.text())
def test_words_of_plain_text_are_those_that_were_written(text):
    assert to_text(paragraphs(text)).split() == HIDDEN.sub("", text).split()
