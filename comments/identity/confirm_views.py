"""Proving an address: the page behind the mailed link, and asking for that link again."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from comments import by_writer
from comments.identity import confirming
from comments.models import Comment, Status
from comments.reply.receive import receipt_digest
from humas.base.errors import not_found
from humas.base.http import private, see_other
from humas.base.source import Source, source_of


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request, token):
    """GET shows a button and changes nothing (scanners open links); POST is the proof."""
    link = confirming.find(token)
    if link is None:
        return private(not_found(request))
    if request.method == "POST" and link.is_waiting:
        if source_of(request) is Source.ELSEWHERE:
            return _page(request, link, "elsewhere", 403)
        by_writer.confirm(link.comment.pk)
        return private(see_other(request.path))
    return _page(request, link, *_state(link))


@require_POST
def ask_again(request, token):
    """*Kirim ulang tautan*, from the receipt."""
    comment = Comment.objects.filter(receipt_digest=receipt_digest(token)).only("pk").first()
    if comment is None:
        return private(not_found(request))
    if source_of(request) is Source.ELSEWHERE:
        return _refused(
            request, 403, _("This was sent from another site. Press the button on your comment's own page."), token
        )
    try:
        confirming.ask_again(comment.pk)
    except confirming.AskedTooOften:
        sentence = _(
            "The link was sent again several times already. Look among the spam of your mailbox; all these links work."
        )
        return _refused(request, 429, sentence, token)
    return private(see_other(reverse("receipt", kwargs={"token": token})))


def _state(link) -> tuple[str, int]:
    """(what the page says, its status)."""
    comment = link.comment
    if comment is None:
        return "ended", 410
    if comment.status == Status.WITHDRAWN:
        return "withdrawn", 410
    if comment.confirmed_at:
        return "done", 200
    if comment.status != Status.UNCONFIRMED:
        return "decided", 200
    return ("ended", 410) if link.has_ended else ("waiting", 200)


def _page(request, link, state, status):
    return private(render(request, "comments/confirm.html", {"state": state, "number": link.number}, status=status))


def _refused(request, status, sentence, token):
    context = {"sentence": sentence, "receipt": reverse("receipt", kwargs={"token": token})}
    response = private(render(request, "comments/confirm_refused.html", context, status=status))
    if status == 429:
        response.headers["Retry-After"] = str(24 * 60 * 60)
    return response
