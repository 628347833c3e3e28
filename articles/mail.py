"""Letters to editors and writers about a story, only where `EMAIL_URL` is set (`humas.base.mail`)."""

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Article
from humas.accounts.models import User
from humas.base import mail
from humas.base.mail import is_on
from humas.base.models import Newsroom
from humas.base.times import long_time

__all__ = ["handed_over", "is_on", "published", "sent_back"]


def handed_over(article: Article, *, by, note: str) -> None:
    """To everybody who may publish it, besides its writer and who handed it over."""
    if not is_on():
        return
    editors = User.objects.with_perm("articles.publish_article", include_superusers=False)
    others = editors.exclude(pk__in={article.author_id, by.pk if by else None} - {None})
    subject, said = _("For review: %(headline)s"), _("%(person)s has handed this story over for review.")
    _send("story_review", others, article, by, subject, said, note)


def sent_back(article: Article, *, by, note: str) -> None:
    """To its writer."""
    said = _("%(person)s has sent this story back to you.")
    _to_writer("story_sent_back", article, by, _("Sent back: %(headline)s"), said, note)


def published(article: Article, *, by) -> None:
    """To its writer, when somebody else published it; `article` as it now stands."""
    if article.is_under_embargo:
        subject = _("Embargo: %(headline)s")
        said = _("%(person)s has published this story. It opens to readers on %(time)s.")
    else:
        subject, said = _("Published: %(headline)s"), _("%(person)s has published this story.")
    _to_writer("story_published", article, by, subject, said, "")


def _to_writer(kind, article, by, subject, said, note) -> None:
    if is_on() and article.author_id and by and article.author_id != by.pk:
        _send(kind, User.objects.filter(pk=article.author_id, is_active=True), article, by, subject, said, note)


def _send(kind: str, people: Iterable[User], article: Article, by, subject: str, said: str, note: str) -> None:
    """One letter to each, so that nobody's address is told to the others."""
    addresses = sorted({person.email for person in people if person.email})
    words = {
        "headline": mail.one_line(article.headline),
        "person": mail.one_line(str(by or Newsroom.current().name)),
        "time": long_time(article.published_at) if article.published_at else "",
    }
    body = [words["headline"], "", said % words]
    if note:
        body += ["", _("Note:"), mail.quoted(note, len(note))]
    body += ["", settings.SITE_URL + reverse("admin:articles_article_change", args=[article.pk])]
    about = f"article:{article.pk}"
    letters = [mail.Written(address, subject % words, "\n".join(body), about) for address in addresses]
    mail.post_all(kind, letters)
