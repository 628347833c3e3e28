"""
*Teruskan ke dinas*: a comment handed to an office that knows the answer, and waited for.

What leaves holds no address: number, story, the words without what was taken out, personal
data in them covered. A forwarding is over when an official answer to the comment is shown, or
when somebody ends it; the first is read from the answers themselves, so that undoing an answer
opens it again.
"""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Exists, Min, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from comments import personal
from comments.models import Comment, Forwarding, Office, Status
from comments.receipts.usual import OfficeDays
from humas.base import pages

WORKING_DAYS = 5
"""One working week: an office that reads its mail on Mondays has had one. Each forwarding may name another day."""
LONGEST = timedelta(days=366)
MASK = "▇▇▇▇"
"""Always as long, whatever it covers."""
UNSEEN = (Status.UNCONFIRMED, Status.WITHDRAWN)


def usual_due(now: datetime | None = None) -> date:
    """The day by which an answer is expected, where nobody names another. One query."""
    now = now or timezone.now()
    days, due = OfficeDays.around(now), timezone.localdate(now)
    for _day in range(WORKING_DAYS):
        due = days.next_after(due)
    return due


def forward(
    comment: Comment, office: Office, *, by, due_on: date, note: str = "", is_public: bool = False
) -> Forwarding:
    """
    Hand a comment to an office; while the same office still has it, that forwarding is given the new day and note.

    Raises ValidationError for a day that is over or too far, and for a comment that nobody reads.
    """
    today = timezone.localdate()
    if not today <= due_on <= today + LONGEST:
        raise ValidationError(
            {"due_on": ValidationError(_("Choose a day from today on, within a year."), code="due_on")}
        )
    with transaction.atomic():
        held = Comment.objects.kept().select_for_update(of=("self",)).only("pk", "status", "article_id", "official_by")
        row = held.get(pk=comment.pk)
        if row.status in UNSEEN or row.official_by_id:
            raise ValidationError(_("Only a reader's comment that the newsroom can read is handed on."), code="unseen")
        values = {"due_on": due_on, "note": note.replace("\0", "").strip()[:500], "is_public": is_public}
        same = open_ones().filter(comment=row, office=office).first()
        if same:
            Forwarding.objects.filter(pk=same.pk).update(**values)
        else:
            same = Forwarding.objects.create(comment=row, office=office, by=by, **values)
        _touched(row)
    same.refresh_from_db()
    return same


def end(pk: int, *, by) -> bool:
    """Close a forwarding by hand; False where it is closed already."""
    with transaction.atomic():
        return bool(Forwarding.objects.filter(pk=pk, ended_at=None).update(ended_at=timezone.now(), ended_by=by))


def set_public(pk: int, is_public: bool) -> None:
    """Say under the comment that it was handed on, or say it no more."""
    with transaction.atomic():
        row = Forwarding.objects.select_related("comment").defer("comment__email", "comment__receipt_token").get(pk=pk)
        Forwarding.objects.filter(pk=pk).update(is_public=is_public)
        _touched(row.comment)


def _answers():
    """For a query of forwardings: official answers shown since, even where a hiding holds them for now."""
    shown = Comment.objects.filter(status=Status.APPROVED, official_by__isnull=False)
    return shown.filter(parent=OuterRef("comment"), created_at__gte=OuterRef("at")).order_by()


def with_answer():
    """Forwardings with `answered_at`: when the first official answer since was shown, or nothing."""
    first = _answers().values("parent").annotate(first=Min("created_at")).values("first")
    return Forwarding.objects.annotate(answered_at=Subquery(first)).select_related("office")


def open_ones():
    """Forwardings still waited for, the one due first before the others."""
    readable = Forwarding.objects.exclude(comment__status__in=UNSEEN)
    return readable.filter(~Exists(_answers()), ended_at=None).order_by("due_on", "pk")


def of(comment: Comment) -> list[Forwarding]:
    """All forwardings of one comment with `answered_at`, the oldest first. One query."""
    return list(with_answer().filter(comment=comment).select_related("office", "by", "ended_by").order_by("pk"))


def counts() -> tuple[int, int]:
    """(waited for, of these overdue). One query."""
    overdue = Q(due_on__lt=timezone.localdate())
    found = open_ones().order_by().aggregate(all=Count("pk"), overdue=Count("pk", filter=overdue))
    return found["all"], found["overdue"]


def lay_on(comments: list[Comment]) -> None:
    """Set `told_forwardings` on comments with `is_forwarded`; no query where there are none."""
    numbers = [comment.pk for comment in comments if getattr(comment, "is_forwarded", False)]
    told: dict[int, list[Forwarding]] = {}
    if numbers:
        for row in Forwarding.objects.filter(comment__in=numbers, is_public=True).select_related("office"):
            told.setdefault(row.comment_id, []).append(row)
    for comment in comments:
        comment.told_forwardings = told.get(comment.pk, [])


def is_told():
    """For a query of comments: whether readers are told that it was handed on."""
    return Exists(Forwarding.objects.filter(comment=OuterRef("pk"), is_public=True))


def message(comment: Comment, forwarding: Forwarding, newsroom) -> str:
    """What is copied into a chat or printed. Never an address; of the writer the name readers see, while they do."""
    story = comment.article
    words, is_masked = masked(comment.open_text)
    lines = [
        _("For %(office)s") % {"office": forwarding.office.name},
        _("Comment %(number)s received %(day)s under the story “%(story)s”")
        % {
            "number": comment.short_number,
            "day": date_format(timezone.localtime(comment.created_at), "j F Y"),
            "story": story.heading,
        },
        settings.SITE_URL + story.get_absolute_url() if story.is_public else "",
        "",
        words,
    ]
    if comment.status == Status.APPROVED:
        lines += [f"– {masked(comment.shown_name)[0]}", comment.lasting_url if story.is_public else ""]
    if is_masked:
        lines += ["", _("%(mask)s stands for personal data the newsroom does not pass on.") % {"mask": MASK}]
    if forwarding.note:
        lines += ["", _("Note: %(note)s") % {"note": forwarding.note}]
    due = date_format(forwarding.due_on, "l, j F Y")
    lines += ["", _("Please answer by %(day)s, to: %(newsroom)s") % {"day": due, "newsroom": newsroom.name}]
    kept = [line for n, line in enumerate(lines) if line or (n and lines[n - 1])]
    return "\n".join(kept)


def masked(text: str) -> tuple[str, bool]:
    """The text with what looks like personal data covered, and whether anything was."""
    found, pieces, last = personal.find(text), [], 0
    for start, stop, _kind in found:
        pieces += [text[last:start], MASK]
        last = stop
    return "".join([*pieces, text[last:]]), bool(found)


def days_over(due_on: date, today: date | None = None) -> int:
    """How many days ago an answer was due; 0 where it is not."""
    return max(0, ((today or timezone.localdate()) - due_on).days)


def _touched(comment: Comment) -> None:
    if comment.status == Status.APPROVED:
        pages.touched(pages.article(comment.article_id))
