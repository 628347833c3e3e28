"""
What machines are told of a page, as JSON-LD (schema.org).

A data block is no script: it is not run, so the policy that forbids inline
scripts lets it stand.
"""

import json
from typing import Any

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

_UNSAFE = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def part(story) -> SafeString:
    """A part of a report: a news article, the report it is part of, and its place there."""
    return block({**news_article(story), "isPartOf": _series(story.report), "position": story.part_number})


def report(whole, journey) -> SafeString:
    """A report with the parts every reader may open."""
    parts = [{**news_article(part.story), "position": part.number} for part in journey.public]
    return block({**_series(whole), "hasPart": parts})


def news_article(story) -> dict[str, Any]:
    return {
        "@type": "NewsArticle",
        "@id": story.absolute_url,
        "headline": story.headline,
        "url": story.absolute_url,
        "datePublished": timezone.localtime(story.published_at).isoformat(timespec="minutes"),
    }


def _series(whole) -> dict[str, Any]:
    return {"@type": "CreativeWorkSeries", "name": whole.title, "url": whole.absolute_url}


def block(data: dict[str, Any]) -> SafeString:
    """The data as a page carries it."""
    text = json.dumps({"@context": "https://schema.org"} | data, ensure_ascii=False).translate(_UNSAFE)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308 – escaped above
