"""The page itself: all that a reader may know and do about one comment of theirs."""

from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Status as StoryStatus
from comments import answers, closing, offices, redaction
from comments.models import Comment, Status
from comments.receipts.forms import EditForm, written_again
from comments.receipts.state import next_steps, state_of
from comments.receipts.usual import when_read
from comments.standing import editable_until, standing_decision
from humas.base.cleaning import sign_by_sign
from humas.base.models import Newsroom


def show(
    request: HttpRequest,
    token: str,
    comment: Comment,
    *,
    status: int = 200,
    notice: str = "",
    words: str = "",
    form=None,
) -> HttpResponse:
    """The receipt; with a `notice` where something could not be done, and the `words` that were sent with it."""
    standing = standing_decision(comment)
    forwardings = offices.of(comment) if comment.status != Status.WITHDRAWN else []
    state = state_of(comment, standing, forwardings)
    until = editable_until(comment, standing)
    if until and form is None:
        form = EditForm(initial={"body": words or comment.body})
    story = comment.article if _has_page(comment.article) else None
    again = None
    if state.word == "refused" and story and story.is_public and closing.closed(story, Newsroom.current()) is None:
        again = written_again(comment, story)
    address = settings.SITE_URL + reverse("receipt", kwargs={"token": token})
    context = {
        "token": token,
        "comment": comment,
        "article": story,
        "state": state,
        "own_words": _own_words(comment),
        "forwardings": forwardings,
        "official_answers": _answers(comment),
        "steps": next_steps(state),
        "when_read": when_read() if state.word == "waiting" else [],
        "edit_form": form if until else None,
        "edit_until": until,
        "form": again,
        "parent": again.answered if again else None,
        "address": address,
        "whatsapp_link": _whatsapp(comment, address),
        "notice": notice,
        "words": "" if until else words,
    }
    return render(request, "comments/receipt.html", context, status=status)


def _own_words(comment: Comment) -> list[redaction.Piece]:
    """What the writer typed, with the parts readers do not see apart; empty where they see all of it."""
    if not comment.redactions:
        return []
    return list(redaction.pieces(sign_by_sign(comment.body), comment.redactions))


def _answers(comment: Comment) -> list[Comment]:
    """What the newsroom answered, where readers see it."""
    if comment.status != Status.APPROVED or not comment.article.is_public:
        return []
    return list(answers.shown_under(comment.pk))


def _has_page(story) -> bool:
    """Whether readers may see a headline at its address: a story that was binned or is not out yet stays unnamed."""
    return story.binned_at is None and (story.is_public or story.status == StoryStatus.WITHDRAWN)


def _whatsapp(comment: Comment, address: str) -> str:
    """A chat of the reader's own choice with this address in it; nothing is loaded before it is pressed."""
    text = _("My comment %(number)s: %(address)s") % {"number": comment.short_number, "address": address}
    return f"https://wa.me/?text={quote(text, safe='')}"
