"""What waits for whoever looks, as a few lines with a number each; for those who only read, how the newsroom stands."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comments import offices


@dataclass(frozen=True)
class Line:
    """`count` things and the `words` for them; `address` leads to all of them."""

    count: int
    words: str
    address: str


def stories_address(**filters: str) -> str:
    return f"{reverse('admin:articles_article_changelist')}?{urlencode(filters)}"


def lines(user, counts: dict[str, int], comments: int | None, warnings: int) -> list[Line]:
    """Only what is more than nothing; for readers of the desk (*Pimpinan*) the overview, zeros included."""
    writes, publishes = user.has_perm("articles.add_article"), user.has_perm("articles.publish_article")
    moderates = user.has_perm("comments.moderate_comment")
    found = []
    if warnings:
        words = ngettext("matter of this newsroom to look into", "matters of this newsroom to look into", warnings)
        found.append(Line(warnings, words, "#kesehatan"))
    if publishes:
        found += [_review(counts), _changed(counts)]
    if writes:
        found.append(_own(counts))
    if moderates:
        found.append(_comments(comments or 0))
    if writes or moderates:
        return [line for line in found if line.count]
    return [*found, *_overview(user, counts, comments)]


def passed_on(user) -> list[Line]:
    """Answers offices owe, where any do, for who can remind them. One query."""
    waited_for, overdue = offices.counts() if user.has_perm("comments.answer_comment") else (0, 0)
    if not waited_for:
        return []
    words = ngettext("answer waited for from an office", "answers waited for from offices", waited_for)
    if overdue:
        words = _("%(words)s, overdue: %(count)d") % {"words": words, "count": overdue}
    return [Line(waited_for, words, reverse("admin:queue_forwarded"))]


def _overview(user, counts, comments) -> list[Line]:
    """How the newsroom stands, for who neither writes nor decides."""
    if not user.has_perm("articles.view_article"):
        return []
    month = ngettext("story published this month", "stories published this month", counts["month"])
    embargo = ngettext("story waits for its hour", "stories wait for their hour", counts["embargo"])
    return [
        Line(counts["month"], month, reverse("admin:rekap_month")),
        _review(counts),
        Line(counts["embargo"], embargo, stories_address(keadaan="embargo")),
        *([] if comments is None else [_comments(comments)]),
    ]


def _review(counts) -> Line:
    words = ngettext("story waits for review", "stories wait for review", counts["review"])
    return Line(counts["review"], words, stories_address(keadaan="tinjau"))


def _changed(counts) -> Line:
    words = ngettext(
        "story with changes not published yet", "stories with changes not published yet", counts["changed"]
    )
    return Line(counts["changed"], words, stories_address(keadaan="berubah"))


def _own(counts) -> Line:
    words = ngettext("draft of yours", "drafts of yours", counts["own_drafts"])
    return Line(counts["own_drafts"], words, stories_address(keadaan="draf", penulis="saya"))


def _comments(count) -> Line:
    return Line(count, ngettext("comment waits to be read", "comments wait to be read", count), reverse("admin:queue"))
