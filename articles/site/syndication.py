"""
How a feed is written: Django's own writers, plus the full text, less the clock.

The same stories give the same bytes: the time of a feed is that of its newest
story or change, never that of the asking. `as_xml_text` keeps out of it what XML
cannot say, as Django's writers raise on it.
"""

import re
from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed

BEFORE_ANY = datetime(1970, 1, 1, tzinfo=UTC)
"""The time of a feed with nothing in it."""

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _ByContent:
    def latest_post_date(self):
        return super().latest_post_date() if self.items else BEFORE_ANY


class Rss(_ByContent, Rss201rev2Feed):
    def rss_attributes(self):
        return {**super().rss_attributes(), "xmlns:content": "http://purl.org/rss/1.0/modules/content/"}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["content"])


class Atom(_ByContent, Atom1Feed):
    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["content"], {"type": "html"})


def as_xml_text(text: str) -> str:
    """The text without the characters that no XML document may hold (XML 1.0, §2.2)."""
    return _NOT_IN_XML.sub("", text)


def to_the_second(moment: datetime) -> datetime:
    """In the newsroom's clock, with its offset."""
    return timezone.localtime(moment).replace(microsecond=0)


def absolute(path: str) -> str:
    """An address of ours as others write it."""
    return settings.SITE_URL + path


def answer(feed) -> HttpResponse:
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
