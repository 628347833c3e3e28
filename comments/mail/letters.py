"""
Letters to readers about their own comments: what was decided, and who answered.

Only to who asked for them, apart from sending the comment, and only after a
person has shown it: until then nobody knows whether the address is the
writer's own, and whoever advertises must not use us to write to strangers. A
refusal is told where the address was confirmed; else the receipt tells it.
"""

from collections.abc import Iterable, Sequence

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from comments import grounds
from comments.mail.addresses import absolute, stopping
from comments.models import Comment, Status
from comments.models.shown import is_shown
from humas.base import mail
from humas.base.models import Letter, Newsroom
from humas.base.times import long_time

SHOWN, REFUSED, ANSWERED = "comment_shown", "comment_refused", "comment_answered"
KINDS = (SHOWN, REFUSED, ANSWERED)


def is_offered(newsroom: Newsroom | None = None) -> bool:
    """Whether readers are offered letters at all. One query at most, none where this newsroom sends no mail."""
    return mail.is_on() and (newsroom or Newsroom.current()).mails_writers


def decided(numbers: Sequence[int] | QuerySet, status: str, ground: str = "", *, by_rule: bool = False) -> None:
    """
    Tell the writers of comments that they were given this status; called inside the transaction of the decision.

    `numbers` is a list of them, or a question for them. What a rule decides is told to
    nobody but those who are answered by it.

    A few queries however many comments there are, and none where nobody can be mailed.
    """
    if status not in (Status.APPROVED, Status.SPAM, Status.TRASH) or not is_offered():
        return
    if status == Status.APPROVED:  # what is hidden for now is told of when it is shown (`shown_again`)
        numbers = Comment.objects.public().filter(pk__in=numbers).values_list("pk", flat=True)
    if not by_rule:
        _tell(numbers, SHOWN if status == Status.APPROVED else REFUSED, ground)
    if status == Status.APPROVED:
        _answered(numbers)


def _tell(numbers: Sequence[int] | QuerySet, kind: str, ground: str) -> None:
    wanting = _wanting().filter(pk__in=numbers)
    if kind == REFUSED:
        wanting = wanting.filter(confirmed_at__isnull=False)
    comments = [one for one in _not_told(kind, list(wanting)) if kind == REFUSED or one.article.is_public]
    write = _of_shown if kind == SHOWN else _of_refused(ground)
    mail.post_all(kind, [write(comment) for comment in comments])


def answered(answers: Iterable[Comment]) -> None:
    """Tell the writers of shown comments that these public answers to them stand below."""
    if is_offered():
        _answered([answer.pk for answer in answers])


def _answered(numbers: Sequence[int] | QuerySet) -> None:
    found = (
        Comment.objects.public()
        .filter(pk__in=numbers, parent__isnull=False)
        .select_related("parent", "article__report")
        .defer("email", "receipt_token", "parent__email")
    )
    new = _not_told(ANSWERED, [answer for answer in found if answer.article.is_public])
    parents = _wanting().filter(is_shown()).in_bulk({answer.parent_id for answer in new})
    mail.post_all(
        ANSWERED,
        [
            _of_answer(parents[answer.parent_id], answer)
            for answer in new
            if answer.parent_id in parents and answer.email_digest != parents[answer.parent_id].email_digest
        ],
    )


def stop_announcing(hidden: Iterable[int] | None = None) -> None:
    """Comments, all or these, were hidden: letters that would say they are shown do not leave any more."""
    unsent = Letter.objects.filter(sent_at=None, kind__in=(SHOWN, ANSWERED)).exclude(next_try_at=None)
    if hidden is not None:
        waiting = unsent.values_list("about", flat=True)
        numbers = {int(about.removeprefix("comment:")) for about in waiting}
        unsent = unsent.filter(about__in=[f"comment:{number}" for number in numbers & set(hidden)])
    unsent.delete()


def shown_again(numbers: Iterable[int]) -> None:
    """Tell of comments that a person decided to show while they were hidden, as if it had been now."""
    if is_offered() and (shown := list(numbers)):
        _tell(shown, SHOWN, "")
        answered(Comment.objects.filter(pk__in=shown))


def set_consent(number: int, *, wants: bool) -> None:
    """Note that the writer of this comment wants letters, or none any more; what was not sent yet stays unsent."""
    about = Comment.objects.filter(pk=number)
    if wants:
        about.filter(mail_consent_at=None).exclude(email_digest="").update(mail_consent_at=timezone.now())
        return
    about.update(mail_consent_at=None)
    answers = [f"comment:{pk}" for pk in Comment.objects.filter(parent=number).values_list("pk", flat=True)]
    unsent = Letter.objects.filter(sent_at=None)
    unsent.filter(kind__in=(SHOWN, REFUSED), about=f"comment:{number}").delete()
    unsent.filter(kind=ANSWERED, about__in=answers).delete()


def _wanting():
    """Comments whose writers want letters and still have an address here."""
    wanting = (
        Comment.objects.filter(mail_consent_at__isnull=False).exclude(email_digest="").exclude(receipt_digest=None)
    )
    return wanting.select_related("article__report").order_by("pk")


def _not_told(kind: str, comments: list[Comment]) -> list[Comment]:
    """Without those of whom such a letter was written before: undoing and deciding again tells nobody twice."""
    told: set[str] = set()
    for some in batched([f"comment:{comment.pk}" for comment in comments]):
        told.update(Letter.objects.filter(kind=kind, about__in=some).values_list("about", flat=True))
    return [comment for comment in comments if f"comment:{comment.pk}" not in told]


def batched(abouts: list[str], size: int = 900) -> Iterable[list[str]]:
    """In parts small enough to be named one by one in a question to the database."""
    return (abouts[start : start + size] for start in range(0, len(abouts), size))


def _of_shown(comment: Comment) -> mail.Written:
    return _written(
        comment,
        _("Your comment is shown: %(story)s"),
        [
            _("Your comment of %(time)s is shown under the story “%(story)s”."),
            absolute(comment.lasting_url),
        ],
    )


def _of_refused(slug: str):
    ground = grounds.known(slug)

    def write(comment: Comment) -> mail.Written:
        said = [_("Your comment of %(time)s under the story “%(story)s” is not shown.")]
        if ground is not None:
            said.append(ground.sentence.replace("%", "%%"))
        return _written(comment, _("Your comment is not shown: %(story)s"), said)

    return write


def _of_answer(comment: Comment, answer: Comment) -> mail.Written:
    said = [
        _("%(person)s has answered your comment under the story “%(story)s”:"),
        mail.quoted(answer.open_text).replace("%", "%%"),
        absolute(answer.lasting_url).replace("%", "%%"),
    ]
    subject = _("An answer to your comment: %(story)s")
    return _written(comment, subject, said, about=answer, person=mail.one_line(answer.shown_name))


def _written(comment: Comment, subject: str, said: list[str], about: Comment | None = None, **more) -> mail.Written:
    """One letter to the writer of `comment`, about it or an answer to it, with both ways out."""
    stop, headers = stopping(f"comment-{comment.pk}")
    words = {"story": mail.one_line(comment.article.headline), "time": long_time(comment.created_at), **more}
    foot = [
        _("Your comment's own page, %(number)s (keep this address to yourself):") % {"number": comment.short_number},
        absolute(reverse("receipt", kwargs={"token": comment.receipt_token})),
        _("You get this letter because you ticked it. No more letters about this comment:"),
        stop,
    ]
    body = "\n\n".join([*(line % words for line in said), *foot])
    return mail.Written(comment.email, subject % words, body, about=f"comment:{(about or comment).pk}", headers=headers)
