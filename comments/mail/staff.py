"""
Letters to the people who decide: twice a day how much waits, and each comment singly where the newsroom wants it.

Nobody is ever mailed a comment that a rule set aside: three hundred of them a
day would bury the rest, and their words alone can get a letter refused. No
letter holds the writer's address.
"""

from collections.abc import Callable
from datetime import datetime

from django.db.models import Count, Min
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comments.mail.addresses import absolute, stopping, to_decide
from comments.models import Comment, Status
from humas.accounts.models import User
from humas.base import mail
from humas.base.models import Newsroom
from humas.base.times import long_time

DIGEST, WAITING = "comment_digest", "comment_waiting"
PREFERENCE = "no_comment_mail"


def wants_mail(user: User) -> bool:
    return not (isinstance(user.preferences, dict) and user.preferences.get(PREFERENCE))


def set_wish(user: User, *, wants: bool) -> None:
    """Keep beside the other preferences; called inside a transaction."""
    row = User.objects.select_for_update().get(pk=user.pk)
    others = row.preferences if isinstance(row.preferences, dict) else {}
    row.preferences = {key: value for key, value in others.items() if key != PREFERENCE}
    if not wants:
        row.preferences[PREFERENCE] = True
    row.save(update_fields=["preferences"])


def recipients() -> list[User]:
    """Who may decide, has an address, and did not switch the letters off."""
    people = User.objects.with_perm("comments.moderate_comment", include_superusers=False)
    found = people.filter(is_active=True).exclude(email="").order_by("pk")
    return [person for person in found if wants_mail(person)]


def digest() -> Callable[[], object] | None:
    """The act of mailing what is to be read, or None where nothing is or nobody wants it; for `humas.base.clock`."""
    if not mail.is_on() or not Newsroom.current().mails_digest:
        return None
    honest, oldest_at, held = _waiting()
    if not honest + held:
        return None
    letters = [_digest_for(person, honest, oldest_at, held) for person in recipients()]
    return (lambda: mail.post_all(DIGEST, letters)) if letters else None


def arrived(comment: Comment) -> None:
    """Tell the moderators of one comment that waits, where the newsroom wants that; in its own transaction."""
    if not mail.is_on() or comment.status != Status.PENDING or comment.is_suspect:
        return
    if Newsroom.current().mails_each:
        mail.post_all(WAITING, [_waiting_for(person, comment) for person in recipients()])


def _waiting() -> tuple[int, datetime | None, int]:
    """(comments to read, since when the oldest waits, those a rule set aside). One query."""
    waiting = Comment.objects.filter(status=Status.PENDING).order_by().values_list("is_suspect")
    found = {is_suspect: rest for is_suspect, *rest in waiting.annotate(Count("pk"), Min("created_at"))}
    honest, oldest_at = found.get(False, (0, None))
    return honest, oldest_at, found.get(True, (0, None))[0]


def _digest_for(person: User, honest: int, oldest_at: datetime | None, held: int) -> mail.Written:
    lines = []
    if honest:
        said = ngettext(
            "%(count)d comment waits to be read, the oldest since %(time)s.",
            "%(count)d comments wait to be read, the oldest since %(time)s.",
            honest,
        )
        lines.append(said % {"count": honest, "time": long_time(oldest_at)})
    if held:
        said = ngettext("%(count)d is held by a rule.", "%(count)d are held by rules.", held)
        lines.append(said % {"count": held})
    subject = ngettext("%(count)d comment to read", "%(count)d comments to read", honest or held)
    return _to(person, subject % {"count": honest or held}, [*lines, absolute(reverse("admin:queue"))])


def _waiting_for(person: User, comment: Comment) -> mail.Written:
    name = mail.one_line(comment.shown_name)
    story = mail.one_line(comment.article.headline)
    lines = [
        _("%(person)s has written under the story “%(story)s”, %(time)s:")
        % {"person": name, "story": story, "time": long_time(comment.created_at)},
        mail.quoted(comment.open_text),
        _("Show it, or not, on this page. It is yours alone, and works for seven days:"),
        to_decide(person, comment),
    ]
    return _to(person, _("Comment to read: %(story)s") % {"story": story}, lines, about=f"comment:{comment.pk}")


def _to(person: User, subject: str, lines: list[str], about: str = "") -> mail.Written:
    stop, headers = stopping(f"person-{person.pk}")
    foot = [_("No more letters of this kind:"), stop]
    return mail.Written(person.email, subject, "\n\n".join([*lines, *foot]), about=about, headers=headers)
