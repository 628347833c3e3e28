"""Bringing back what a story said: an old revision becomes the newest, and nothing in between is lost."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.translation import gettext as _

from articles import addresses, saving
from articles.models import Article, Kind, Revision
from articles.revisions import keeping
from articles.revisions import snapshot as snapshots


def laid(revision: Revision) -> tuple[Article, list[str], list[str]]:
    """
    (the story in memory as this revision would restore it, the names of its tags, what would be different and why).

    The reasons are sentences: what is no longer there is left out; an address
    that another story has by now stays as it was last saved.
    """
    story = Article.everything.select_related("head").get(pk=revision.article_id)
    newest = keeping.content(story.head)["slug"] if story.head else story.slug
    tags, missing = snapshots.lay(story, keeping.content(revision))
    if not _is_free(story):
        if story.slug != newest:
            missing.append(
                _("The address “%(slug)s” belongs to another story now; the address stays “%(newest)s”.")
                % {"slug": story.slug, "newest": newest}
            )
        story.slug = newest
    return story, tags, missing


def restore(revision: Revision, *, by, base: int, reason: str = "") -> tuple[Article, list[str]]:
    """
    Save the story as this revision said it, as a revision of kind restore; gives (the story, what is different).

    `base` is the key of the newest revision the editor saw: a newer one raises
    `keeping.Conflict`, and nothing is written. What an opened story's readers see
    stays until it is published.
    """
    for is_last in (False, True):
        story, tags, missing = laid(revision)
        try:
            story = saving.save(story, tags=tags, by=by, base=base, kind=Kind.RESTORE, reason=reason)
        except (IntegrityError, ValidationError):  # somebody took the address in between: look once more
            if is_last:
                raise
        else:
            return story, missing
    raise AssertionError  # the last try returns or raises


def _is_free(story: Article) -> bool:
    """Whether the story may have the slug it bears in memory."""
    if not story.slug or Article.everything.filter(slug=story.slug).exclude(pk=story.pk).exists():
        return False
    try:
        addresses.refuse_known("article", story.slug, besides=story.pk)
    except ValidationError:
        return False
    return True
