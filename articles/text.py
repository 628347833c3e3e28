"""A story's text as readers and machines get it."""

import re
from html import escape, unescape
from urllib.parse import urljoin

from django.utils.html import format_html
from django.utils.text import Truncator

from humas.base.cleaning import CleanHtml, to_text

# Cleaned text holds "<" only where a tag begins, and every value of an attribute in double quotes.
_LINK = re.compile(r'(<a(?: [a-z]+="[^"]*")*? href=")([^"]*)')


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


def with_absolute_links(html: str, page: str) -> CleanHtml:
    """A cleaned text for readers elsewhere: each link as it leads from its page, host and all."""
    return CleanHtml(_LINK.sub(lambda found: f"{found[1]}{escape(_joined(page, unescape(found[2])))}", html))


def _joined(page: str, address: str) -> str:
    try:
        return urljoin(page, address)
    except ValueError:  # "//[" is no address anywhere
        return address
