"""What machines are told of the comments on a page (schema.org), beside what they are told of the story."""

from django.conf import settings
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from articles.site import jsonld
from comments.models import Comment
from comments.threads import Discussion
from humas.base.cleaning import to_text

MOST = 100
LONGEST = 300
"""Characters of each: the words stand on the page, and whoever pays for each byte should not load them twice."""


def discussion(story, shown: Discussion, here: str) -> SafeString | str:
    """A data block about the comments of this page of a story; nothing where there are none."""
    comments = shown.comments[:MOST]
    if not comments:
        return ""
    told = [_comment(comment, settings.SITE_URL + here) for comment in comments]
    return jsonld.block({**jsonld.news_article(story), "commentCount": shown.count, "comment": told})


def _comment(comment: Comment, here: str) -> dict:
    return {
        "@type": "Comment",
        "url": f"{here}#komentar-{comment.pk}",
        "author": {"@type": "Organization" if comment.official_by_id else "Person", "name": comment.shown_name},
        "dateCreated": timezone.localtime(comment.created_at).isoformat(timespec="minutes"),
        "text": Truncator(to_text(comment.body_html)).chars(LONGEST),
    }
