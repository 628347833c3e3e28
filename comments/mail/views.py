"""The pages behind the links in letters: each acts on POST alone, since programs open every link."""

from django.db import transaction
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from comments.mail import letters, staff
from comments.mail.addresses import STOP, numbers
from comments.models import Comment
from comments.reply.receive import receipt_digest
from humas.accounts.models import User
from humas.base.errors import not_found
from humas.base.http import private, see_other
from humas.base.source import Source, source_of

PERSON, COMMENT = "person", "comment"


@require_http_methods(["GET", "HEAD", "POST"])
def stop(request, token):
    """
    GET asks, POST stops the letters; also the one press of a mailbox (RFC 8058), which comes from elsewhere.

    Doing it again says the same: whoever holds the address may stop letters, and do nothing else.
    """
    about = numbers(token, STOP)
    if not about:
        return private(render(request, "comments/mail_over.html", status=404))
    kind, number = about
    if request.method == "POST":
        with transaction.atomic():
            _stop(kind, int(number))
    context = {"is_person": kind == PERSON, "is_stopped": request.method == "POST"}
    return private(render(request, "comments/mail_stop.html", context))


def _stop(kind: str, number: int) -> None:
    if kind == COMMENT:
        letters.set_consent(number, wants=False)
    elif person := User.objects.filter(pk=number).first():
        staff.set_wish(person, wants=False)


@require_http_methods(["GET", "HEAD", "POST"])
def on_receipt(request, token):
    """`kabar` = 1 or 0 → 303 to the receipt: its writer wants letters, or none any more."""
    comment = Comment.objects.filter(receipt_digest=receipt_digest(token)).only("pk").first()
    if comment is None:
        return private(not_found(request))
    if request.method == "POST":
        if source_of(request) is Source.ELSEWHERE:
            sentence = _("This was sent from another site. Open the page of your comment and press the button there.")
            return private(render(request, "comments/mail_over.html", {"sentence": sentence}, status=403))
        wants = request.POST.get("kabar") == "1"
        with transaction.atomic():
            if not wants or letters.is_offered():
                letters.set_consent(comment.pk, wants=wants)
    return private(see_other(f"/tanggapan/{token}/#kabar"))
