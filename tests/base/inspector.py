"""Reads cleaned HTML as a page would, independently of what cleaned it."""

import re
import unicodedata
from html.parser import HTMLParser

import pytest

STORY_TAGS = set("p br hr h2 h3 h4 strong em a ul ol li blockquote sub sup".split())
# What no page may hold and, in replies, what turns the direction of text.
HIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
PLAIN = re.compile(r'[^<>]|</?[a-z][a-z0-9]*>|<a(?: (?:href|title|rel)="[^"<>]*")+>')


class Inspector(HTMLParser):
    """Reads what was written, independently of what wrote it, and notes all that a page would act on."""

    def __init__(self, html, *, tags, rel):
        super().__init__(convert_charrefs=True)
        self.tags, self.rel, self.open, self.text = tags, rel, [], []
        self.feed(html)
        self.close()
        assert self.open == []
        assert PLAIN.sub("", html) == ""

    def handle_starttag(self, tag, attrs):
        assert tag in self.tags
        assert tag == "a" or not attrs
        assert tag not in self.open or tag not in {"a", "p"}
        values = dict(attrs)
        assert len(values) == len(attrs)
        assert values.keys() <= {"href", "title", "rel"}
        assert values.get("rel") == (self.rel if tag == "a" else None)
        scheme = re.match(r"[^/?#]*?:", re.sub(r"[\x00-\x20]", "", values.get("href") or ""))
        assert scheme is None or scheme[0].lower() in {"http:", "https:", "mailto:"}
        if tag in {"br", "hr"}:
            self.text.append("\n")
        else:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        self.text.append("\n" if tag == "p" else "")

    def handle_data(self, data):
        self.text.append(data)

    def handle_comment(self, data):
        pytest.fail(f"a comment: {data}")

    def handle_decl(self, decl):
        pytest.fail(f"a declaration: {decl}")

    unknown_decl = handle_decl
    handle_pi = handle_decl


def inspected(html):
    return Inspector(html, tags=STORY_TAGS, rel="noopener")


def inspected_reply(html):
    return Inspector(html, tags={"p", "br", "a"}, rel="ugc nofollow noopener")


def words(text):
    return " ".join(text.split())


def letters(text):
    """The words without the marks on their letters, of which a reply shows only some."""
    return words("".join(each for each in text if unicodedata.category(each) not in {"Mn", "Me"}))
