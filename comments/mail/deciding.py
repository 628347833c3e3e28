"""The page behind the link in a moderator's letter: the comment, and three buttons."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from comments import grounds, moderation
from comments.mail.addresses import DECIDE, numbers
from comments.models import Comment, Decision, Status
from comments.models.decision import Act
from comments.queue.reasons import reasons_of
from humas.accounts.models import User
from humas.base.http import private
from humas.base.source import Source, source_of

OFFERED = {"approve": Status.APPROVED, "spam": Status.SPAM, "trash": Status.TRASH}


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request, token):
    """
    GET shows the comment; POST `decision` decides in the name of whose letter it was.

    Sealed for one moderator and one comment, for seven days, and worth nothing once the right is
    taken away. Decided meanwhile → 409 that says by whom and when, and nothing changes.
    """
    person, comment = _opened(token)
    if person is None or comment is None:
        return private(render(request, "comments/mail_over.html", status=404))
    status, problem = 200, ""
    if request.method == "POST":
        status, problem = _press(request, person, comment)
        comment = _comment(comment.pk)
    line = _last_line(comment)
    context = {
        "comment": comment,
        "article": comment.article,
        "reasons": reasons_of(comment),
        "grounds": grounds.offered(),
        "person": person,
        "line": line,
        "is_open": comment.status == Status.PENDING,
        "is_own": line is not None and line.by_id == person.pk,
        "problem": problem,
    }
    return private(render(request, "comments/mail_decide.html", context, status=status))


def _press(request, person: AbstractBaseUser, comment: Comment) -> tuple[int, str]:
    """(status of the answer, what stood in the way)."""
    if source_of(request) is Source.ELSEWHERE:
        return 403, _("This was sent from another site. Open the link in your letter and press the button there.")
    decision = OFFERED.get(request.POST.get("decision", ""))
    if decision is None:
        return 422, _("Press one of the buttons.")
    ground = request.POST.get("ground", "")
    with transaction.atomic():
        now = Comment.objects.select_for_update(of=("self",)).only("pk", "status").get(pk=comment.pk)
        if now.status != Status.PENDING:
            # The same press again, by an impatient thumb, is no clash.
            is_same = now.status == decision and (line := _last_line(now)) and line.by_id == person.pk
            return (200, "") if is_same else (409, _("This comment was decided on meanwhile. Nothing was changed."))
        told = ground if grounds.known(ground[:41]) else ""
        moderation.decide([now.pk], decision, by=person, reason=_("By the link in a letter"), ground=told)
    return 200, ""


def _opened(token: str) -> tuple[User | None, Comment | None]:
    """Whose letter it was, while that person may decide, and the comment."""
    about = numbers(token, DECIDE)
    if not about:
        return None, None
    person = User.objects.filter(pk=int(about[0]), is_active=True).first()
    may = person is not None and person.has_perm("comments.moderate_comment")
    return (person, _comment(int(about[1]))) if may else (None, None)


def _comment(pk: int) -> Comment | None:
    return Comment.objects.filter(pk=pk).for_queue().first()


def _last_line(comment: Comment) -> Decision | None:
    lines = Decision.objects.filter(comment_id=comment.pk, act__in=(Act.DECIDED, Act.UNDONE, Act.WITHDRAWN))
    return lines.select_related("by").order_by("-pk").first()
