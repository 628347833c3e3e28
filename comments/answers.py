"""
*Jawaban resmi*: what the newsroom itself answers under a comment, signed with its name and perhaps an office's.

An answer is a comment without an address (`Comment.official_by`). It has two states: shown, and put
aside with the trash, where undoing or *Cabut jawaban* puts it; it never waits to be read. To
change an answer it is taken back and given anew, so that the record says what readers were told.
"""

import re
from collections.abc import Mapping
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article
from comments import moderation
from comments.models import Comment, Office, SavedAnswer, Status
from humas.base.cleaning import has_visible, plain_reply
from humas.base.models import Newsroom

LONGEST = 5000
ANSWERABLE = (Status.PENDING, Status.APPROVED, Status.SPAM, Status.TRASH)


class Refused(Exception):
    """No answer can stand under this comment now; its text is the sentence why."""


def answer(
    pk: int,
    text: str,
    *,
    by,
    office: Office | None = None,
    shows: bool = False,
    seen: Mapping[int, int] | None = None,
    batch: UUID | None = None,
) -> tuple[Comment, bool]:
    """
    Show an answer under this comment: (the answer, whether it is new). The same pressed twice is one.

    With `shows` the comment itself is shown by the same batch, which takes both back when it is
    undone. Neither the depth of threads nor a closed form stops the newsroom. Raises
    ValidationError for a text that is none, Refused where the comment is not public,
    `moderation.DecidedMeanwhile`, and Comment.DoesNotExist.
    """
    text = text.replace("\r\n", "\n").replace("\0", "").strip()
    if not has_visible(text):
        raise ValidationError(_("Write the answer first."), code="required")
    if len(text) > LONGEST:
        raise ValidationError(
            _("An answer has at most %(most)d characters; these are %(count)d.")
            % {"most": LONGEST, "count": len(text)},
            code="too_long",
        )
    html, name, batch = plain_reply(text), signature(office), batch or moderation.new_batch()
    with transaction.atomic():
        rows = Comment.objects.kept().select_for_update(of=("self",))
        above = rows.defer("email", "receipt_token").get(pk=pk)
        why_not = refusal(above, shows=shows)
        if why_not:
            raise Refused(why_not)
        if shows:
            moderation.decide([pk], Status.APPROVED, by=by, batch=batch, seen=seen)
        given = Comment.objects.decided_to_show().filter(parent=pk, official_by__isnull=False)  # hidden for now or not
        same = given.defer("email", "receipt_token").filter(body=text, name=name).first()
        if same:
            return same, False
        made = Comment.objects.create(
            article_id=above.article_id,
            parent=above,
            name=name,
            body=text,
            body_html=html,
            status=Status.TRASH,  # shown by a decision, like every comment; where undoing that puts it back
            official_by=by,
            office=office,
            created_at=timezone.now(),
        )
        moderation.decide([made.pk], Status.APPROVED, by=by, batch=batch)
    made.refresh_from_db(fields=["status"])
    return made, True


def take_back(pk: int, *, by) -> bool:
    """Put an official answer aside by a recorded decision; False where it is not shown."""
    found = Comment.objects.filter(pk=pk, official_by__isnull=False, status=Status.APPROVED).exists()
    return found and bool(moderation.decide([pk], Status.TRASH, by=by))


def refusal(comment: Comment, *, shows: bool = False) -> str:
    """Why no answer may stand under this comment, as a sentence; empty where it may."""
    if comment.official_by_id:
        return _("This is an answer of the newsroom itself. Answer the comment above it.")
    if comment.status not in ANSWERABLE:
        return _("Nobody but its writer sees this comment, so no answer can stand under it.")
    if not Article.objects.published().filter(pk=comment.article_id).exists():
        return _("Readers cannot read the story at present, so no answer can stand there.")
    if comment.is_hidden:
        return _("This comment is hidden for now. Answer it when it is shown again.")
    if comment.status != Status.APPROVED and not shows:
        return _("Readers do not see this comment. Show it together with the answer.")
    return ""


def signature(office: Office | None) -> str:
    """Whom readers see below the answer: the newsroom, before it the office that knew."""
    newsroom = Newsroom.current().name
    return f"{office.name} – {newsroom}"[:245] if office else newsroom


def shown_under(pk: int):
    """Official answers that readers see under this comment, oldest first."""
    ours = Comment.objects.public().filter(parent=pk, official_by__isnull=False)
    return ours.defer("email", "receipt_token").order_by("created_at", "pk")


def all_under(pk: int):
    """The same with those taken back, for the desk."""
    ours = Comment.objects.kept().filter(parent=pk, official_by__isnull=False)
    return ours.select_related("official_by").defer("email", "receipt_token").order_by("created_at", "pk")


def filled(saved: SavedAnswer, comment: Comment) -> str:
    """A saved answer with what it leaves open: {nama}, {berita}, {nomor}."""
    text = saved.text.replace("\r\n", "\n")
    words = {"{nama}": comment.shown_name, "{berita}": comment.article.headline, "{nomor}": comment.short_number}
    return re.sub(r"\{(?:nama|berita|nomor)\}", lambda sign: words[sign[0]], text)
