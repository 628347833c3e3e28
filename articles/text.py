"""A story's text as readers and machines get it."""

from django.utils.html import format_html
from django.utils.text import Truncator

from humas.base.cleaning import CleanHtml, to_text


def with_dateline(body: str, dateline: str) -> CleanHtml:
    """The cleaned text, its dateline before the first words: <span class="dateline">Rote Ndao</span> – …"""
    if not dateline:
        return CleanHtml(body)
    mark = format_html('<span class="dateline">{}</span> – ', dateline)
    if body.startswith("<p>"):
        return CleanHtml(f"<p>{mark}{body[3:]}")
    return CleanHtml(f'<p class="dateline-alone">{mark}</p>{body}' if body else f"<p>{mark}</p>")


def first_words(body: str, length: int = 200) -> str:
    """The beginning of a cleaned text in plain words, cut between words."""
    return Truncator(" ".join(to_text(body).split())).chars(length)
