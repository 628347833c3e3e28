"""What a month came to, beside the month before."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef
from django.utils.translation import gettext as _

from articles.models import Article
from articles.models import Status as StoryStatus
from comments.models import Comment, Decision, Status
from comments.models.decision import Act
from humas.desk.rekap.period import Period
from humas.desk.rekap.stories import stories_of

REFUSED = (Status.SPAM, Status.TRASH)


@dataclass(frozen=True)
class Total:
    label: str
    before: int
    now: int
    is_detail: bool = False

    @property
    def change(self) -> int:
        return self.now - self.before

    @property
    def change_in_words(self) -> str:
        """ "+3", "−2", "0" """
        return f"{self.change:+d}".replace("-", "−") if self.change else "0"


def totals_of(month: Period) -> list[Total]:
    """Stories, by category, parts of reports, withdrawn ones, photos, comments. As many queries for any month."""
    before, now = _stories(month.before), _stories(month)
    categories = sorted((before["categories"] | now["categories"]).keys(), key=lambda name: (not name, name.casefold()))
    return [
        Total(_("Stories published"), before["stories"], now["stories"]),
        *(
            Total(
                name or _("Without a category"), *(counts["categories"].get(name, 0) for counts in (before, now)), True
            )
            for name in categories
        ),
        Total(_("Parts of reports"), before["parts"], now["parts"]),
        Total(_("Stories withdrawn"), withdrawn_in(month.before).count(), withdrawn_in(month).count()),
        Total(_("Photos shown with the stories"), before["photos"], now["photos"]),
        Total(_("Comments shown"), _shown(month.before), _shown(month)),
        Total(_("Comments refused (spam or trash)"), _refused(month.before), _refused(month)),
    ]


def withdrawn_in(month: Period):
    """Stories taken down in these days and not brought back since."""
    withdrawn = Article.objects.filter(status=StoryStatus.WITHDRAWN)
    return withdrawn.filter(month.within("withdrawn_at")).order_by("withdrawn_at", "pk")


def _stories(month: Period) -> dict:
    stories = stories_of(month).order_by()
    counts = stories.aggregate(stories=Count("pk"), parts=Count("report"), photos=Count("lead_photo", distinct=True))
    by_name = stories.values_list("category__name").annotate(Count("pk"))
    return counts | {"categories": {name or "": count for name, count in by_name}}


def _shown(month: Period) -> int:
    """Comments received in these days that were decided to be shown, whether or not they are hidden for now."""
    return Comment.objects.decided_to_show().filter(month.within("created_at")).count()


def _refused(month: Period) -> int:
    """
    Comments whose last decision of these days was to refuse them.

    Counted in the record, which outlives spam that is purged: a report printed later says the same.
    """
    decisions = Decision.objects.filter(month.within("at"), act__in=(Act.DECIDED, Act.UNDONE, Act.WITHDRAWN))
    later = decisions.filter(comment_id=OuterRef("comment_id"), pk__gt=OuterRef("pk"))
    return decisions.filter(~Exists(later), to_status__in=REFUSED).count()
