"""
A revision as readers would see it: of a draft, of changes not published yet, of an older text.

The desk sees any of them. Others see one through a signed link that ends after
seven days, and at once when the story is withdrawn or put into the bin.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from taggit.models import Tag

from articles.models import Article, Revision, Status
from articles.revisions import keeping
from articles.revisions import snapshot as snapshots
from humas.base import tokens

PURPOSE = "preview"
LIFETIME = timedelta(days=7)


def link(revision: Revision) -> tuple[str, datetime]:
    """(absolute address for somebody without an account, when it ends)."""
    until = timezone.now().replace(microsecond=0) + LIFETIME
    token = tokens.seal(PURPOSE, str(revision.pk), until)
    return settings.SITE_URL + reverse("preview", kwargs={"token": token}), until


def opened(token: str) -> tuple[Revision, datetime] | None:
    """The revision this link shows and when the link ends; None for what is forged, over, or no longer to be shown."""
    found = tokens.unseal(token, PURPOSE)
    revision = found and Revision.objects.select_related("article").filter(pk=int(found[0])).first()
    return (revision, found[1]) if revision and may_be_linked(revision.article) else None


def may_be_linked(story: Article) -> bool:
    """What was taken away from readers is shown to nobody outside."""
    return story.binned_at is None and story.status != Status.WITHDRAWN


def story_at(revision: Revision) -> Article:
    """
    The story in memory with the words, tags and photo of this revision; nothing may be saved from it.

    Its place, its label and its hour are those of now: a part that never opened
    has no number, a draft without an hour bears this one.
    """
    story = Article.everything.for_page().get(pk=revision.article_id)
    names, _missing = snapshots.lay(story, keeping.content(revision))
    known = {tag.name: tag for tag in Tag.objects.filter(name__in=names)}
    story._prefetched_objects_cache["tags"] = [known.get(name) or Tag(name=name) for name in names]
    story.published_at = story.published_at or timezone.now()
    return story


def standing(revision: Revision, story: Article) -> str:
    """How this text stands to what readers see: "withdrawn", "live", "older", or "waiting"."""
    if story.status == Status.WITHDRAWN:
        return "withdrawn"
    if story.is_public and revision.pk == story.live_id:
        return "live"
    is_older = story.was_opened and story.live and revision.number < story.live.number
    return "older" if is_older else "waiting"
