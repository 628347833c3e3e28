"""The views of the queue: what each holds and in which order."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _

from comments.models import Status

DECIDED = (Status.APPROVED, Status.SPAM, Status.TRASH)


@dataclass(frozen=True)
class View:
    """One shelf of the queue. `status` is that of everything in it, "" where it holds several."""

    slug: str
    label: Any
    status: str = ""
    is_suspect: bool | None = None
    is_oldest_first: bool = False
    by: str = "created_at"
    """The time that orders it."""

    def holds(self, status: str, is_suspect: bool) -> bool:
        return self.status == status and self.is_suspect in (None, is_suspect)

    def conditions(self, person: int) -> dict[str, Any] | None:
        """Column → the values it may have in this view, for the person who looks; None where there can be nothing."""
        if self.slug == MINE:
            return {"decided_by_id": (person,), "status": DECIDED}
        if not self.status:
            return None
        # A tuple: SQLite finds nothing by an index in `NOT is_suspect`, as Django writes it for False.
        suspect = {} if self.is_suspect is None else {"is_suspect": (self.is_suspect,)}
        return {"status": (self.status,)} | suspect


MINE = "milik-saya"
VIEWS = (
    View("perlu-dibaca", _("To read"), Status.PENDING, is_suspect=False, is_oldest_first=True),
    View("diduga-judol", _("Suspected judol"), Status.PENDING, is_suspect=True),
    View("dilaporkan", _("Reported")),
    View("tayang", _("Shown"), Status.APPROVED),
    View("spam", _("Spam"), Status.SPAM),
    View("sampah", _("Trash"), Status.TRASH),
    View(MINE, _("Mine"), by="decided_at"),
)


def chosen(slug: str) -> View:
    """The view of this name; the first, where people wait, for any other."""
    return next((view for view in VIEWS if view.slug == slug), VIEWS[0])


def counted(rows: QuerySet) -> list[tuple[str, str, int]]:
    """(slug, label, how many of these comments stand in it) for each view that holds one status; one query."""
    found = rows.order_by().values_list("status", "is_suspect").annotate(n=Count("pk"))
    counts = {(status, is_suspect): n for status, is_suspect, n in found}
    return [
        (view.slug, str(view.label), sum(n for stands, n in counts.items() if view.holds(*stands)))
        for view in VIEWS
        if view.status
    ]


def view_of(comment) -> View | None:
    """The view a comment stands in; None for what its writer withdrew or has not confirmed."""
    return next((view for view in VIEWS if view.holds(comment.status, comment.is_suspect)), None)
