"""
When two decide at once: what each was shown, and the page for who comes second.

A form says of each comment which line of the record its moderator was shown
(`seen`, `<comment>:<line>`). Who would decide over a newer one is told by whom it
is and when, and decides again, knowing it; nothing was changed until then.
"""

from dataclasses import dataclass

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from comments import moderation
from comments.by_writer import WRITER
from comments.models import Comment, Decision, Status
from comments.models.comment import DECIDABLE, PRIVATE
from comments.models.decision import Act
from comments.reply.fate import RETURNING_WRITER, WRITER_TRUSTED
from comments.standing import OPERATOR
from humas.base.digits import as_number
from humas.base.times import long_time

PLACE = ("tampilan", "kembali", "komentar", "berikut")
"""What a form says of where it stands: carried on, so that the way back leads there."""

BUTTONS = {
    "approve": pgettext_lazy("decision", "Show"),
    "spam": pgettext_lazy("decision", "Spam"),
    "trash": pgettext_lazy("decision", "Throw away"),
    "pending": pgettext_lazy("decision", "Back to the queue"),
}
NOT_PEOPLE = {
    WRITER: gettext_lazy("the comment's writer"),
    OPERATOR: gettext_lazy("the operator of this server"),
    "": gettext_lazy("the operator of this server"),
    RETURNING_WRITER: gettext_lazy("the rule “known writer”"),
    WRITER_TRUSTED: gettext_lazy("the rule “trusted writer”"),
}
SENTENCES = {
    Act.DECIDED: gettext_lazy("%(person)s decided %(time)s: %(status)s."),
    Act.UNDONE: gettext_lazy("%(person)s undid a decision %(time)s: %(status)s."),
    Act.EDITED: gettext_lazy("%(person)s changed the words %(time)s. Read them again."),
    Act.CONFIRMED: gettext_lazy("%(person)s confirmed the email address %(time)s: %(status)s."),
    Act.WITHDRAWN: gettext_lazy("%(person)s took it back %(time)s. It is nobody's to decide on any more."),
}


@dataclass(frozen=True)
class Again:
    """One comment to decide on again: what was done to it, as it is now, with the line its buttons have seen."""

    comment: Comment
    line: Decision
    told: str
    buttons: list[tuple[str, str]]

    @property
    def is_readable(self) -> bool:
        """What its writer took back is read by nobody any more."""
        return self.comment.status in DECIDABLE


def seen_in(post: QueryDict) -> dict[int, int]:
    """{comment: newest line its moderator was shown} from `seen`; what is written otherwise says nothing."""
    found = {}
    for text in post.getlist("seen"):
        comment, _colon, line = text.partition(":")
        if (number := as_number(comment)) and (line == "0" or as_number(line)):
            found[number] = int(line)
    return found


def page(request: HttpRequest, meanwhile: moderation.DecidedMeanwhile) -> HttpResponse:
    """409: by whom and when, each comment with its buttons again, and a way to decide on the others only."""
    numbers = [line.comment_id for line in meanwhile.lines]
    comments = Comment.objects.select_related("article__report").defer(*PRIVATE).in_bulk(numbers)
    Comment.objects.find_pages(comment for comment in comments.values() if comment.status == Status.APPROVED)
    again = [_again(comments[line.comment_id], line) for line in meanwhile.lines if line.comment_id in comments]
    sent = filter(None, map(as_number, request.POST.getlist("comment")))
    others = [number for number in sent if number not in numbers]
    context = {
        **admin.site.each_context(request),
        "title": _("Decided meanwhile"),
        "again": again,
        "decision": request.POST.get("decision", ""),
        "asked": BUTTONS.get(request.POST.get("decision", ""), ""),
        "others": list(dict.fromkeys(others)),
        "seen": request.POST.getlist("seen"),
        "reasons": [reason for reason in request.POST.getlist("reason") if reason.strip()],
        "back": request.POST.get("kembali", "")[:2000] or urlencode({"tampilan": request.POST.get("tampilan", "")}),
        "place": {name: request.POST[name] for name in PLACE if request.POST.get(name)},
    }
    return render(request, "admin/antrean/bertabrakan.html", context, status=409)


def unchanged(numbers: list[int]) -> str:
    """Why a decision on these changed nothing: a sentence."""
    stored = set(Comment.objects.kept().filter(pk__in=numbers).values_list("status", flat=True))
    if not stored:
        return _("Nothing was changed: what you decided on was erased meanwhile.")
    if stored == {Status.WITHDRAWN}:
        return _("Nothing was changed: its writer has taken it back meanwhile.")
    return _("Nothing to change: these comments have this status already.")


def _again(comment: Comment, line: Decision) -> Again:
    can_be = [word for word, status in moderation.WORDS.items() if status != comment.status]
    buttons = [(word, label) for word, label in BUTTONS.items() if word in can_be and comment.status in DECIDABLE]
    person = line.by or NOT_PEOPLE.get(line.rule) or _("the rule “%(name)s”") % {"name": line.rule}
    words = {"person": person, "time": long_time(line.at), "status": line.get_to_status_display()}
    return Again(comment, line, SENTENCES[Act(line.act)] % words, buttons)
