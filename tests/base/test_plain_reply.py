import re
import time
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas.base.cleaning import plain_reply, shown_line
from tests.base.inspector import HIDDEN, inspected_reply, words


@pytest.mark.wordpress("2a Output")
def test_reply_shows_web_addresses_as_links_that_lend_no_weight():
    assert plain_reply("Lihat https://contoh.id/a?b=1&c=2.") == (
        '<p>Lihat <a href="https://contoh.id/a?b=1&amp;c=2" rel="ugc nofollow noopener">'
        "https://contoh.id/a?b=1&amp;c=2</a>.</p>"
    )


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("(http://a.id)", "http://a.id"),
        ("http://a.id/x_(y)", "http://a.id/x_(y)"),
        ("(http://a.id/x_(y)).", "http://a.id/x_(y)"),
        ("“http://a.id”, kata", "http://a.id"),
        ("<http://a.id>", "http://a.id"),
        ('"HTTPS://A.ID/?q=é"', "HTTPS://A.ID/?q=é"),
        ("http://a.id/!?...", "http://a.id/"),
    ],
)
def test_punctuation_around_an_address_is_not_part_of_it(text, address):
    html = plain_reply(text)

    assert [unescape(found) for found in re.findall(r'href="([^"]*)"', html)] == [address]
    assert words("".join(inspected_reply(html).text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "javascript:x",
        "ftp://a.id",
        "//a.id",
        "www.a.id",
        "http://",
        "http://.",
        "xhttp://a.id",
        "http://xn--/",
        "a@b.id",
    ],
)
def test_nothing_else_in_a_reply_is_a_link(text):
    assert plain_reply(text) == f"<p>{text}</p>"


@pytest.mark.wordpress("2a Clean-up of input")
def test_reply_shows_markup_as_words():
    assert plain_reply("<b>Halo</b> &amp; <script>") == "<p>&lt;b&gt;Halo&lt;/b&gt; &amp;amp; &lt;script&gt;</p>"


@pytest.mark.wordpress("2a Output")
def test_reply_cannot_turn_the_text_around_it():
    assert plain_reply("a\u202eb\u2066c\u2069\u200e\u200f\x00d") == "<p>abcd</p>"
    assert 'href="http://a.idgnp.exe"' in plain_reply("http://a.id\u202egnp.exe")


def test_reply_piles_at_most_four_marks_on_a_letter():
    assert plain_reply("z" + "\u0301" * 50 + "\u200d" + "\u0301" * 50 + "a\u0301") == (
        "<p>z" + "\u0301" * 4 + "\u200da\u0301</p>"
    )
    for whole in ("นี้", "שָׁ֑לוֹם", "👨‍👩‍👧 ❤️", "é"):
        assert plain_reply(whole) == f"<p>{whole}</p>"


@pytest.mark.parametrize(
    "piece",
    [
        "http://",
        "http://a ",
        "http://a)",
        ")",
        "(",
        "\n",
        " \n",
        "\u0301",
        "<",
        "&",
        "\u202e",
        "http://xn--/ ",
        "a\n\n",
    ],
)
def test_longest_reply_is_shown_at_once(piece):
    text = (piece * 65_525)[:65_525]
    began = time.process_time()
    html = plain_reply(text)

    assert time.process_time() - began < 1
    inspected_reply(html)


def test_brackets_after_an_address_do_not_slow_a_reply():
    began = time.process_time()
    html = plain_reply("http://a" + "(" * 32_000 + ")" * 32_000)

    assert time.process_time() - began < 1
    inspected_reply(html)


anything = st.text(st.characters(exclude_categories=()), max_size=80) | st.lists(
    st.sampled_from("a \n\r\t\0\u0301\u0489\u200d\u200b\u202e\u2067\u061c\u2028\ud800\ufffe<&;:/.)(\u1160\ua9c0🇮🇩")
    | st.just("http://a.id"),
    max_size=60,
).map("".join)


def lines_shown(html):
    """The words of a rendered reply, with its breaks as a writer would type them."""
    return unescape(re.sub(r"<[^>]*>", "", html.replace("<br>", "\n").replace("</p>", "\n\n")))


@given(anything)
def test_any_text_is_shown_and_what_is_shown_is_shown_the_same_again(text):
    html = plain_reply(text)

    shown = lines_shown(html)
    assert not HIDDEN.search(shown)
    assert not re.search("[\u0300-\u036f]{5}", shown)
    assert plain_reply(shown) == html
    shown.encode()


@given(anything)
def test_any_name_is_one_line_that_turns_nothing_and_is_shown_the_same_again(text):
    name = shown_line(text)

    assert not HIDDEN.search(name)
    assert name == " ".join(name.split())
    assert not re.search("[\u0300-\u036f]{5}", name)
    assert shown_line(name) == name
    name.encode()
