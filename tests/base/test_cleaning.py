from html import unescape

import pytest
from django.utils.html import conditional_escape

from humas.base.cleaning import CleanHtml, clean, from_form, paragraphs, to_text


def test_story_keeps_what_it_is_made_of():
    story = (
        "<h2>Judul</h2><p>Satu<br><strong>dua</strong> <em>tiga</em> H<sub>2</sub>O m<sup>2</sup></p><hr>"
        "<ul><li>a</li></ul><ol><li>b</li></ol><blockquote><p>Kutip</p></blockquote><h3>x</h3><h4>y</h4>"
    )

    assert clean(story) == story


def test_old_bold_and_italics_become_strong_and_emphasis():
    assert clean("<B>a</B> <i class=x>b</i>") == "<strong>a</strong> <em>b</em>"


def test_story_link_keeps_address_and_title_and_cannot_reach_back():
    link = '<a href="https://contoh.id/?a=1&amp;b=2" title="Contoh" target="_blank" onclick="x()">di sini</a>'

    assert clean(link) == ('<a href="https://contoh.id/?a=1&amp;b=2" title="Contoh" rel="noopener">di sini</a>')


@pytest.mark.parametrize(
    "address", ["/berita/", "berita", "#bawah", "?halaman=2", "mailto:humas@contoh.id", "HTTP://a"]
)
def test_story_may_link_within_the_site_and_to_a_mailbox(address):
    assert clean(f'<a href="{address}">x</a>') == f'<a href="{address}" rel="noopener">x</a>'


@pytest.mark.parametrize(
    "address",
    [
        "javascript:x",
        " JaVa&#x09;script:x",
        "java\x01script:x",
        "&#1;javascript:x",
        "data:text/html,x",
        "vbscript:x",
        "x:y",
    ],
)
def test_link_that_may_not_be_followed_leaves_its_words(address):
    assert clean(f'<p><a href="{address}">di <em>sini</em></a></p>') == "<p>di <em>sini</em></p>"


def test_scripts_styles_and_comments_go_with_their_text():
    html = "<p>a</p><script>if (a<b) x()</script><style><!--p{}--></style><!--[if mso]><w:x/><![endif]--><p>b</p>"

    assert clean(html) == "<p>a</p><p>b</p>"


def test_words_of_other_markup_stay_and_stay_apart():
    assert to_text(clean("<table><tr><td>Nama<td>Umur</table><div>Satu</div><div><p>Dua</div>Tiga")).split() == [
        "Nama", "Umur", "Satu", "Dua", "Tiga",
    ]  # fmt: skip


def test_sloppy_markup_is_closed_where_a_browser_closes_it():
    assert clean("<ul><li>a<p>b<li>c<ul><li>d</ul></ul>") == (
        "<ul><li>a<p>b</p></li><li>c<ul><li>d</li></ul></li></ul>"
    )
    assert clean("<strong>a<p>b</strong>c</p>") == "<strong>a</strong><p><strong>b</strong>c</p>"


@pytest.mark.parametrize("text", ["a < b", "<3", "Kirim ke <humas@contoh.id>", "harga <tetap", "</", "a <a href='x"])
def test_what_only_looks_like_a_tag_is_kept_as_words(text):
    assert unescape(clean(text)) == text


def test_controls_and_broken_characters_are_dropped_and_soft_breaks_end_a_line():
    assert clean("<p>a\x00b&#1;\ud800c\x0bd&#12;e</p>") == "<p>abc\nd\ne</p>"


def test_plain_text_becomes_paragraphs_and_lines():
    assert paragraphs("Satu\r\n \r\n\nDua <b>\nTiga\n") == "<p>Satu</p><p>Dua &lt;b&gt;<br>Tiga</p>"
    assert paragraphs(" \n\x00\n") == ""


def test_form_tells_plain_text_from_markup():
    assert from_form("2 < 3\n\nx <3") == "<p>2 &lt; 3</p><p>x &lt;3</p>"
    assert from_form("<p>Satu</p>") == "<p>Satu</p>"
    assert from_form("") == ""


def test_paragraphs_pass_the_door_again_unchanged():
    text = "\"Kutip\" & 'petik'\u00a0<x>\n\nhttps://contoh.id"

    assert clean(str(paragraphs(text))) == paragraphs(text)


def test_clean_text_prints_as_it_is_and_is_plain_again_once_changed():
    html = clean("<p>Satu</p>")

    assert isinstance(html, CleanHtml)
    assert conditional_escape(html) == "<p>Satu</p>"
    assert conditional_escape(html + "<x>") == "&lt;p&gt;Satu&lt;/p&gt;&lt;x&gt;"


def test_text_of_a_story_has_a_line_for_each_block():
    html = clean("<h2>A</h2><p>b\n c<br>d &lt;x&gt; &amp;amp;&nbsp;e</p>f<ul><li>g<li>h</ul><a href=/ title='>'>i</a>")

    assert to_text(html) == "A\nb c\nd <x> &amp; e\nf\ng\nh\ni"
