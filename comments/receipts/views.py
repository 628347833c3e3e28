"""A reader's own page about one comment: whoever holds its address may read, mend and withdraw; nobody may keep it."""

from collections.abc import Callable
from functools import wraps

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from comments import by_writer
from comments.models import Comment
from comments.receipts.forms import EditForm
from comments.receipts.page import show
from comments.reply.posted import is_too_large, posted
from comments.reply.receive import Receipt, receipt_digest
from comments.reply.views import BUSY_RETRY_SECONDS
from comments.standing import editable_until, standing_decision
from humas.base.errors import not_found
from humas.base.http import private, see_other
from humas.base.source import Source, source_of

Act = Callable[[HttpRequest, str, Comment], HttpResponse]


def found(token: str) -> Comment | None:
    """The comment this receipt is about, without the address of its writer."""
    comments = Comment.objects.filter(receipt_digest=receipt_digest(token)).select_related("article__report")
    return comments.defer("email", "receipt_token").first()


@require_safe
def receipt(request, token):
    """Number, state, words, and what may be done."""
    comment = found(token)
    return private(not_found(request) if comment is None else show(request, token, comment))


def act(view: Act):
    """
    An address that takes a press on a receipt, under the rules of the reply form.

    404 no such receipt, 405 another method, 403 from another site, 413 too large;
    looking at it leads to the receipt. Every answer is private and a whole page.
    """

    @wraps(view)
    def guarded(request, token):
        return private(_guarded(request, token))

    def _guarded(request, token):
        comment = found(token)
        if comment is None:
            return not_found(request)
        if request.method in ("GET", "HEAD"):
            return see_other(Receipt(token).url)
        if request.method != "POST":
            response = show(
                request, token, comment, status=405, notice=_("This page only takes what its buttons send.")
            )
            response.headers["Allow"] = "GET, HEAD, POST"
            return response
        if source_of(request) is Source.ELSEWHERE:
            sentence = _("This was sent from another site, so nothing was changed. Use the buttons on this page.")
            return show(request, token, comment, status=403, notice=sentence)
        if is_too_large(request):
            sentence = _("This is larger than a comment can be (65,525 characters). Nothing was changed.")
            return show(request, token, comment, status=413, notice=sentence)
        return view(request, token, comment)

    return guarded


@act
def edit(request, token, comment):
    """`body` → 303 to the receipt; 422 with its error, 409 where it is too late, 503 while busy, with the words."""
    fields, garbled = posted(request)
    form = EditForm(fields, garbled=garbled)
    words = fields.get("body", "")
    if not form.is_valid():
        return _too_late_or(422, request, token, comment, form=form, words=words)
    try:
        by_writer.edit(comment.pk, form.cleaned_data["body"])
    except by_writer.TooLate:
        return _too_late_or(409, request, token, found(token) or comment, words=words)
    except OperationalError:
        return _busy(request, token, comment, words=words, form=form)
    return see_other(Receipt(token).url)


@act
def withdraw(request, token, comment):
    """→ 303 to the receipt, which says so; at any time, and once is enough."""
    try:
        by_writer.withdraw(comment.pk)
    except OperationalError:
        return _busy(request, token, comment)
    return see_other(Receipt(token).url)


def _too_late_or(status, request, token, comment, *, words, form=None):
    """The form with its errors, where there still is one; else the words, to keep, and why."""
    if editable_until(comment, standing_decision(comment)):
        return show(request, token, comment, status=status, form=form, words=words)
    sentence = _("This comment can no longer be changed: it was read, or the time for it is over.")
    return show(request, token, comment, status=409, notice=sentence, words=words)


def _busy(request, token, comment, **kept):
    sentence = _("The newsroom is very busy just now. Nothing was changed: press the button again in a moment.")
    response = show(request, token, comment, status=503, notice=sentence, **kept)
    response.headers["Retry-After"] = str(BUSY_RETRY_SECONDS)
    return response
