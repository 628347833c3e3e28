"""
What a writer is told when somebody else saved the story meanwhile.

Also when the form could not be taken for another reason, and when the writer may
no longer change the story at all: in each case with every word that was typed.
"""

from dataclasses import dataclass

from django.shortcuts import render
from django.utils.translation import gettext as _

from articles.admin import timeline
from articles.models import Article, Revision, Status
from articles.revisions import keeping
from articles.revisions import snapshot as snapshots
from articles.revisions.both import Two, compare_both
from articles.revisions.diff import label
from articles.revisions.keeping import Conflict
from humas.base.http import private

MOST_SAVES = 5


@dataclass(frozen=True)
class Told:
    """Who saved and did what since, and both texts beside each other."""

    head: Revision
    saves: list[Revision]
    acts: list[timeline.Entry]
    two: Two
    theirs: dict
    state: str


def told(story: Article, conflict: Conflict) -> Told:
    head = Revision.objects.select_related("author").get(pk=conflict.head.pk)
    newer = Revision.objects.filter(article=head.article_id, number__lte=head.number).for_list()
    if conflict.base:
        newer = newer.filter(number__gt=conflict.base.number)
    theirs = keeping.content(head)
    since = conflict.base.made_at if conflict.base else head.made_at
    return Told(
        head=head,
        saves=list(newer.order_by("-number")[:MOST_SAVES]),
        acts=timeline.entries_of_acts(story, since),
        two=compare_both(keeping.content(conflict.base) if conflict.base else None, theirs, conflict.mine),
        theirs=theirs,
        state=state_in_words(story),
    )


def state_in_words(story: Article) -> str:
    """What the writer should know of where the story stands, or ""."""
    if story.binned_at:
        return _("This story lies in the bin now.")
    if story.status == Status.WITHDRAWN:
        return _("This story is withdrawn: readers see only the notice.")
    if story.is_public:
        return _("Readers see this story. What is saved now waits for “Publish changes”.")
    return ""


def of_invalid(story: Article, form) -> Conflict | None:
    """The conflict that a form with mistakes would meet as well; None where it stands on the newest text."""
    base = form.data.get("base", "")
    row = Article.everything.select_related("head").get(pk=story.pk)
    if row.head is None or not base.isdecimal() or int(base) == row.head_id:
        return None
    before = Revision.objects.filter(article=row, pk=int(base)).first()
    mine = typed(form, keeping.content(before or row.head))
    if (before and before.digest == row.head.digest) or snapshots.digest(mine) == row.head.digest:
        return None
    return Conflict(row.head, before, mine)


def typed(form, base: dict) -> dict:
    """What stands in the form as a snapshot; a field that could not be read is as in `base`."""
    good = getattr(form, "cleaned_data", {})
    mine = dict(base)
    for name in snapshots.TEXTS:
        if name in good:
            mine[name] = str(good[name])
        elif name != "body":
            mine[name] = form.data.get(name, mine[name])
    if "category" in good:
        mine["category"] = {"id": good["category"].pk, "name": good["category"].name} if good["category"] else None
    if "tags" in good:
        mine["tags"] = sorted(set(good["tags"]))
    if "lead_photo" in good:
        photo, own = good["lead_photo"], good.get("lead_alt_own", "")
        use = {"role": snapshots.LEAD, "id": photo.pk, "alt": photo.alt, "alt_own": own} if photo else None
        mine["photos"] = [use] if use else []
    return mine


KEPT = ("headline", "standfirst", "body", "dateline", "credit", "byline", "tags")


def no_longer_yours(modeladmin, request, story: Article):
    """403 with every word that was typed: somebody published the draft, say, while its writer wrote on."""
    fields = [(name, label(name), request.POST[name]) for name in KEPT if request.POST.get(name, "").strip()]
    if note := request.POST.get("note", "").strip():
        fields.append(("note", _("Note to the editors"), note))
    context = {
        **modeladmin.admin_site.each_context(request),
        "title": _("Not saved: this story is an editor’s now"),
        "opts": modeladmin.opts,
        "original": story,
        "acts": timeline.entries_of_acts(story)[:MOST_SAVES],
        "state": state_in_words(story),
        "fields": fields,
    }
    return private(render(request, "admin/articles/words_kept.html", context, status=403))
