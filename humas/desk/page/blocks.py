"""The blocks of the first page: each there only while it has something, and nobody put it away."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from humas.base import mail
from humas.base.times import zone_name
from humas.desk.page import month, stories
from humas.desk.page.away import NAMES
from humas.desk.page.comments import told
from humas.desk.page.waits import stories_address


@dataclass(frozen=True)
class Block:
    """One section, drawn by `admin/desk/_<name>.html` from `data`; `more` is (address, words) of all of it."""

    name: str
    data: Any
    more: tuple[str, str] | None = None

    @property
    def title(self) -> str:
        return str(NAMES[self.name])

    @property
    def template(self) -> str:
        return f"admin/desk/_{self.name}.html"


def shown(user, away: set[str], *, counts, drafts, comments, warnings, asked: str) -> Iterator[Block]:
    """Blocks in their order; what was put away is not asked for."""
    may = user.has_perm
    if warnings:
        yield Block("kesehatan", warnings)
    if may("accounts.add_user") and not mail.is_on():
        yield Block("surel", None)
    if drafts:
        more = (
            (stories_address(keadaan="draf", penulis="saya"), _("All my drafts"))
            if counts["own_drafts"] > len(drafts)
            else None
        )
        yield Block("draf", drafts, more)
    yield from _reviewed(user, away, counts)
    if "berubah" not in away and may("articles.publish_article") and counts["changed"]:
        yield Block("berubah", stories.changed(), (stories_address(keadaan="berubah"), _("All with changes")))
    if comments and "komentar" not in away and not (block := told(comments)).is_empty:
        yield Block("komentar", block, (reverse("admin:queue"), _("Read the queue")))
    if may("articles.view_article"):
        yield from _dated(away, counts, asked)


def _reviewed(user, away, counts):
    """Writers see their own."""
    sees_all = user.has_perm("articles.publish_article") or not user.has_perm("articles.add_article")
    count = counts["review" if sees_all else "own_review"]
    if "tinjau" not in away and user.has_perm("articles.view_article") and count:
        found = stories.in_review(None if sees_all else user)
        own = {} if sees_all else {"penulis": "saya"}
        more = (stories_address(keadaan="tinjau", **own), _("All in review")) if count > len(found) else None
        yield Block("tinjau", found, more)


def _dated(away, counts, asked):
    if "pekan" not in away and counts["dated"]:
        found = stories.dated(stories.this_week())
        if found:
            yield Block("pekan", month.agenda(found, stories.MOST_A_WEEK))
    if "laporan" not in away and (reports := stories.unfinished_reports()):
        more = (reverse("admin:articles_report_changelist") + "?is_finished__exact=0", _("All reports to be continued"))
        yield Block("laporan", reports[: stories.MOST], more if len(reports) > stories.MOST else None)
    if "kalender" not in away and counts["dated"]:
        period, is_wrong = month.asked_month(asked)
        found = stories.dated(period)
        data = {"month": period, "weeks": month.weeks(period, found), "zone": zone_name()}
        data |= {"is_wrong": is_wrong, "is_empty": not found}
        yield Block("kalender", data, (stories_address(bulan=period.key), _("This month as a list")))
