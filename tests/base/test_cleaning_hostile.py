import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError

from humas.base import cleaning
from humas.base.cleaning import MAX_LEVELS, STORY, clean, from_form, paragraphs, plain_reply
from humas.base.nesting import levelled
from tests.base.inspector import HIDDEN, inspected, inspected_reply, letters, words
from tests.data import data_path

CORPORA = ["bleach-regression.json", "html5-security-cheatsheet.json", "owasp-filter-evasion.json"]


def hostile():
    for corpus in CORPORA:
        for entry in json.loads(data_path("xss", corpus).read_text()):
            yield entry["id"], entry["input"]


def naughty():
    return json.loads(data_path("strings", "blns.json").read_text())


def refusal(html):
    with pytest.raises(ValidationError) as caught:
        clean(html)
    assert str(caught.value.messages[0]).endswith(".")
    return caught.value.code


@pytest.mark.parametrize("door", [clean, from_form])
def test_hostile_markup_leaves_nothing_that_acts(door):
    for name, html in hostile():
        began = time.process_time()
        cleaned = door(html)

        assert time.process_time() - began < 1, name
        inspected(cleaned)
        assert clean(str(cleaned)) == cleaned, name


def test_every_story_passes_bleach_and_nh3_reads_what_bleach_wrote(monkeypatch):
    monkeypatch.setattr(
        cleaning, "_bleach_story", lambda html: f"{html}<p onclick=x()>ditulis bleach<script>y</script>"
    )

    assert clean("<p>Satu</p>") == "<p>Satu</p><p>ditulis bleach</p>"


def test_hostile_markup_in_a_reply_is_shown_as_the_words_it_is():
    for _name, html in hostile():
        shown = inspected_reply(plain_reply(html))

        assert words("".join(shown.text)) == words(HIDDEN.sub("", html))


def test_naughty_strings_come_through_every_door():
    for text in naughty():
        for door in (clean, from_form, paragraphs):
            cleaned = door(text)
            inspected(cleaned)
            assert clean(str(cleaned)) == cleaned
        shown = inspected_reply(plain_reply(text))
        assert letters("".join(shown.text)) == letters(HIDDEN.sub("", text))


@pytest.mark.parametrize("piece", ["<div>", "<blockquote>", "<ul><li>", "<b>", "<svg><g>", "<table><td>", "<q>"])
@pytest.mark.parametrize("times", [101, 6_000, 80_000])
def test_markup_too_deep_is_refused_at_once(piece, times):
    began = time.process_time()

    assert refusal(piece * times) == "too_deep"
    assert time.process_time() - began < 0.5


def test_comment_or_script_without_an_end_takes_the_rest():
    assert clean("a<!-- b > <p>c") == clean("a<script> b > <p>c") == "a"


def test_hundred_levels_are_the_last_allowed():
    assert clean("<blockquote>" * 100 + "x" + "</blockquote>" * 100).count("<blockquote>") == 100
    assert refusal("<blockquote>" * 101 + "x" + "</blockquote>" * 101) == "too_deep"


def test_million_characters_are_the_last_allowed():
    assert len(clean("x" * 1_000_000)) == 1_000_000
    assert refusal("x" * 1_000_001) == refusal("<div>" * 200_001) == "too_long"
    with pytest.raises(ValidationError):
        paragraphs("x" * 1_000_001)


def test_text_that_would_outgrow_the_limit_is_refused_so_that_what_is_kept_can_be_cleaned_again():
    assert refusal("<" * 500_000) == "too_long"


@pytest.mark.parametrize(
    "one", ["<p>x", "<li>x", "<br>x", "<tr><td>x", "<p>x</p><hr>", "<div><p>x</div>", "<p><font>x</p>"]
)
def test_long_story_with_end_tags_left_out_is_not_deep(one):
    assert clean(one * 1_000).count("x") == 1_000


PIECES = [
    "<",
    "</",
    "<!",
    "<!--",
    "-->",
    "<a href='",
    '<a x="',
    "<a ",
    "<a\n=",
    "<p ",
    "</p>",
    "<script>",
    "&",
    "<b>x<p></b>",
]


@pytest.mark.parametrize("piece", PIECES)
def test_no_text_makes_the_count_of_levels_slow(piece):
    began = time.process_time()
    levelled(piece * (1_000_000 // len(piece)), STORY, MAX_LEVELS)

    assert time.process_time() - began < 3


@pytest.fixture
def restless_threads():
    """Threads that take turns every few instructions, so that what they share shows."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)


@pytest.mark.usefixtures("restless_threads")
def test_threads_do_not_get_each_others_text():
    stories = [f"<p>Cerita <b>{n}</b> & <a href=/berita/{n}/>tautan</a><ul><li>{n}<li>x</ul>" * 20 for n in range(8)]
    alone = [clean(story) for story in stories]

    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(clean, stories * 5))

    assert together == alone * 5
