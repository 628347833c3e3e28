"""What the first page of the desk shows to one person."""

from humas.base import mail
from humas.base.models import Newsroom
from humas.desk.page import blocks, health, stories
from humas.desk.page.away import NAMES, away
from humas.desk.page.comments import waiting
from humas.desk.page.waits import lines, passed_on
from humas.operations import jobs


def context(request) -> dict:
    """About twenty queries, however much there is."""
    jobs.visit()
    user, put_away = request.user, away(request.user)
    reads = user.has_perm("articles.view_article")
    counts = stories.counts(user) if reads else dict.fromkeys(stories.COUNTED, 0)
    drafts = stories.own_drafts(user) if counts["own_drafts"] else []
    comments = waiting(user)
    looks_after = user.has_perm("accounts.add_user") and "kesehatan" not in put_away
    warnings = health.warnings(Newsroom.current()) if looks_after else ()
    found = blocks.shown(
        user,
        put_away,
        counts=counts,
        drafts=drafts,
        comments=comments,
        warnings=warnings,
        asked=request.GET.get("bulan", ""),
    )
    return {
        "waits": [*lines(user, counts, comments["count"] if comments else None, len(warnings)), *passed_on(user)],
        "sent_back": [story for story in drafts if story.last_act == stories.SENT_BACK],
        "blocks": [block for block in found if block.name not in put_away],
        "put_away": [(name, title) for name, title in NAMES.items() if name in put_away and _is_told(name, user)],
        "may_read_comments": comments is not None,
    }


def _is_told(name: str, user) -> bool:
    """Mail is spoken of nowhere once it is set up, and to nobody who cannot see to it."""
    return name != "surel" or (not mail.is_on() and user.has_perm("accounts.add_user"))
