"""
Between editors: a story is handed over for review, sent back, and talked about in notes.

Each act is one function with one transaction; the form, the list and commands
call the same one. An act that cannot be done raises ValidationError with a
sentence for the editor, and nothing has changed. Who may do what is asked of
the `may_…` functions, by whoever shows or obeys a button.
"""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles import mail
from articles.models import Article, Note, NoteKind, Revision, Status
from articles.row import locked
from humas.base.cleaning import to_text

LONGEST_NOTE = 2000
"""Characters of one note."""


def may_hand_over(user, article: Article) -> bool:
    """A writer the own story, an editor every one; of what is published, only newer words that wait."""
    if article.binned_at or article.status == Status.WITHDRAWN:
        return False
    waits = article.status == Status.DRAFT or (
        article.status == Status.PUBLISHED and article.was_opened and article.has_unpublished_changes
    )
    is_own = article.author_id == user.pk and user.has_perm("articles.change_article")
    return waits and (is_own or user.has_perm("articles.publish_article"))


def may_send_back(user, article: Article) -> bool:
    """Whoever may publish it instead."""
    is_in_review = article.status == Status.IN_REVIEW and not article.binned_at
    return is_in_review and user.has_perm("articles.publish_article")


def may_note(user, article: Article) -> bool:
    """Everybody at the desk who may read the story: a note bears a name and changes nothing readers see."""
    return not article.binned_at and user.has_perm("articles.view_article")


def hand_over(article: Article, *, by, note: str = "") -> Article:
    """
    A draft is now in review. The writer may go on writing; what changed since is said to the editors.

    Of a published story, the changes that readers do not see yet are handed
    over: its state stays, and the note says so.
    """
    text = _checked(note)
    with transaction.atomic():
        article = locked(article)
        _refuse_hidden(article)
        if article.status == Status.IN_REVIEW:
            raise ValidationError(_("This story is in review already."), code="in_review")
        if article.status == Status.PUBLISHED and not article.has_unpublished_changes:
            raise ValidationError(_("Nothing in this story waits for review."), code="nothing_new")
        if article.status == Status.DRAFT:
            if not article.headline.strip() or not to_text(article.body).strip():
                raise ValidationError(_("A story needs a headline and a text before it is reviewed."), code="empty")
            article.status = Status.IN_REVIEW
            article.save(update_fields=["status", "updated_at"])
        _write(article, by, NoteKind.HANDED_OVER, text)
        mail.handed_over(article, by=by, note=text)
    return article


def send_back(article: Article, *, by, note: str) -> Article:
    """A story in review is a draft again; the note says what its writer is asked to do."""
    text = _checked(note)
    if not text:
        raise ValidationError(_("Write a note first: what is the writer asked to do?"), code="no_note")
    with transaction.atomic():
        article = locked(article)
        _refuse_hidden(article)
        if article.status != Status.IN_REVIEW:
            raise ValidationError(_("Only a story in review can be sent back."), code="not_in_review")
        article.status = Status.DRAFT
        article.save(update_fields=["status", "updated_at"])
        _write(article, by, NoteKind.SENT_BACK, text)
        mail.sent_back(article, by=by, note=text)
    return article


def add_note(article: Article, *, by, text: str) -> Note:
    """Add to the talk about a story. What one person sends twice in a row (a double click) is one note."""
    text = _checked(text)
    if not text:
        raise ValidationError(_("Write the note first."), code="no_note")
    with transaction.atomic():
        article = locked(article)
        if article.binned_at:
            raise ValidationError(_("This story is in the bin. Take it out first."), code="binned")
        last = article.notes.last()
        if last and (last.author_id, last.text) == (by.pk if by else None, text):
            return last
        return _write(article, by, NoteKind.NOTE, text)


@dataclass(frozen=True)
class Talk:
    """What was said about a story, and how its review stands."""

    notes: list[Note]
    last_act: Note | None
    """The newest handing over or sending back."""

    is_waiting: bool
    """Whether what was handed over last still waits for an editor: the story, or changes readers do not see yet."""

    changed: Revision | None
    """The newest revision, where it was saved after what waits was handed over."""


def talk(article: Article) -> Talk:
    """The notes of a story, oldest first, in three queries at most."""
    notes = list(article.notes.select_related("author"))
    last = next((note for note in reversed(notes) if note.kind != NoteKind.NOTE), None)
    is_waiting = last is not None and last.kind == NoteKind.HANDED_OVER and _waits(article, last)
    newest = Revision.objects.for_list().filter(pk=article.head_id, made_at__gt=last.made_at) if is_waiting else None
    return Talk(notes, last, is_waiting, newest.first() if newest is not None else None)


def _waits(article: Article, handing_over: Note) -> bool:
    if article.status != Status.PUBLISHED:
        return article.status == Status.IN_REVIEW
    is_answered = Revision.objects.filter(pk=article.live_id, made_at__gt=handing_over.made_at)
    return article.has_unpublished_changes and not is_answered.exists()


def _checked(text: str) -> str:
    text = text.replace("\r\n", "\n").strip()
    if "\0" in text or len(text) > LONGEST_NOTE:
        raise ValidationError(
            _("A note has at most %(most)d characters; this one has %(count)d.")
            % {"most": LONGEST_NOTE, "count": len(text)},
            code="too_long",
        )
    return text


def _refuse_hidden(article: Article) -> None:
    if article.binned_at:
        raise ValidationError(_("This story is in the bin. Take it out first."), code="binned")
    if article.status == Status.WITHDRAWN:
        raise ValidationError(_("This story is withdrawn. Bring it back first."), code="withdrawn")


def _write(article: Article, by, kind: str, text: str) -> Note:
    return Note.objects.create(article=article, author=by, kind=kind, text=text)
