"""The views of the queue and what each holds."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.db.models import Count
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comments import numbers
from comments.models import Comment, Status
from comments.queue.reasons import reasons_of, seen_in

MOST_SHOWN = 50


@dataclass(frozen=True)
class View:
    slug: str
    label: object
    status: str
    is_suspect: bool | None = None


VIEWS = (
    View("perlu-dibaca", _("To read"), Status.PENDING),
    View("tayang", _("Shown"), Status.APPROVED),
    View("spam", _("Spam"), Status.SPAM),
    View("sampah", _("Trash"), Status.TRASH),
)


def chosen(slug: str) -> View:
    return next((view for view in VIEWS if view.slug == slug), VIEWS[0])


@dataclass(frozen=True)
class Page:
    rows: list
    older: object = None


@dataclass(frozen=True)
class Filter:
    view: View
    person: int
    after: object = None
    opened: int | None = None
    number: int | None = None
    typed: dict = field(default_factory=dict)
    told: list = field(default_factory=list)

    @classmethod
    def read(cls, request):
        keys = request.POST if request.method == "POST" else request.GET
        view = chosen(keys.get("tampilan", ""))
        typed = {"cari": keys.get("cari", "").strip()[:40]}
        opened = keys.get("komentar", "")
        opened = int(opened) if opened.isdigit() and opened.isascii() and len(opened) < 19 else None
        if typed["cari"]:
            pk = numbers.pk_of(typed["cari"])
            comment = Comment.objects.filter(pk=pk).first() if pk is not None else None
            told = [] if comment else [gettext("There is no comment with this number.")]
            shown = next((view for view in VIEWS if comment and view.status == comment.status), None)
            if comment and not shown:
                told = [gettext("The writer of this comment has not confirmed the email address yet.")]
            return cls(shown or view, request.user.pk, number=comment.pk if shown else 0, typed=typed, told=told)
        return cls(view, request.user.pk, opened=opened, typed=typed)

    def page(self, size=MOST_SHOWN):
        rows = Comment.objects.kept().for_queue()
        rows = rows.filter(pk=self.number) if self.number is not None else rows.filter(status=self.view.status)
        order = ("created_at", "pk") if self.view.status == Status.PENDING else ("-created_at", "-pk")
        found = list(rows.order_by(*order)[:size])
        for comment in found:
            comment.reasons, comment.seen = reasons_of(comment), seen_in(comment)
        Comment.objects.find_pages(comment for comment in found if comment.status == Status.APPROVED)
        return Page(found)

    def query(self, **changes):
        keys = {"tampilan": self.view.slug} | {key: value for key, value in self.typed.items() if value}
        return urlencode({key: value for key, value in (keys | changes).items() if value not in (None, "")})

    def hidden(self):
        return [("tampilan", self.view.slug), *((key, value) for key, value in self.typed.items() if value)]

    def chips(self):
        return []

    def views(self):
        counts = dict(Comment.objects.kept().order_by().values_list("status").annotate(n=Count("pk")))
        return [
            {
                "slug": view.slug,
                "label": view.label,
                "count": counts.get(view.status, 0),
                "is_current": view == self.view,
                "query": self.query(tampilan=view.slug),
            }
            for view in VIEWS
        ]
