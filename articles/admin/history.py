"""History of a story: who saved what, when and why; differences; restoring."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles.admin import timeline
from articles.admin.timeline import number as number_in
from articles.models import Article, Photo, Revision
from articles.revisions import keeping
from articles.revisions.diff import compare_snapshots
from articles.revisions.keeping import Conflict
from articles.revisions.restore import laid, restore
from humas.base.http import see_other

OLDER = "sebelum"
OTHER = "dengan"
LOOKS = "tampilan"
BESIDE = "sebelah"
ALL = "utuh"
FROM = "mulai"
MOST_ROWS = 400
"""Paragraphs on one page: ten thousand of them would be megabytes on a slow line."""

LONGEST_REASON = Revision._meta.get_field("reason").max_length


class KeepsHistory:
    """For the ModelAdmin of stories: its history, at Django's own address for it."""

    def get_urls(self):
        def act(address, view, name, methods=require_safe):
            wrapped = self.admin_site.admin_view(methods(view))
            return path(f"<int:pk>/riwayat/{address}", wrapped, name=f"articles_article_{name}")

        return [
            act("", self.choose_two, "choose"),
            act("<int:number>/", self.compare, "compare"),
            act("<int:number>/teks/", self.show_revision, "revision"),
            act("<int:number>/pulihkan/", self.restore, "restore", require_POST),
            *super().get_urls(),
        ]

    def history_view(self, request, object_id, extra_context=None):
        """All revisions, newest first, and between them what else was done."""
        story = self.get_object(request, object_id)
        if story is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, story):
            raise PermissionDenied
        page = timeline.page(story, number_in(request.GET.get(OLDER)))
        context = self._context(request, story, _("History")) | {
            "page": page,
            "is_first_page": OLDER not in request.GET,
            "may_restore": self.has_change_permission(request, story),
        }
        return render(request, "admin/articles/history.html", context | (extra_context or {}))

    def choose_two(self, request, pk):
        """Where the list's form leads: the oldest and the newest of what was ticked; a single one and its parent."""
        chosen = sorted(filter(None, map(number_in, request.GET.getlist("revisi"))))
        if not chosen:
            messages.info(request, _("Tick two revisions first, then compare."))
            return see_other(reverse("admin:articles_article_history", args=[pk]))
        address = reverse("admin:articles_article_compare", args=[pk, chosen[-1]])
        return see_other(f"{address}?{OTHER}={chosen[0]}" if len(chosen) > 1 else address)

    def compare(self, request, pk, number):
        """What changed between two revisions: this one and its parent, unless another is named."""
        story = self._readable(request, pk)
        new = self._revision(story, number)
        wanted = number_in(request.GET.get(OTHER))
        old = self._revision(story, wanted) if wanted else self._parent(story, new)
        if old and old.number > new.number:
            old, new = new, old
        diff = compare_snapshots(keeping.content(old) if old else {}, keeping.content(new))
        is_beside = request.GET.get(LOOKS) == BESIDE
        is_whole = ALL in request.GET
        rows = diff.body if is_whole else diff.folded
        start = number_in(request.GET.get(FROM)) or 0
        context = self._context(request, story, _("What changed")) | {
            "old": old,
            "new": new,
            "diff": diff,
            "rows": rows[start : start + MOST_ROWS],
            "more": start + MOST_ROWS if len(rows) > start + MOST_ROWS else None,
            "is_beside": is_beside,
            "is_whole": is_whole,
            "is_folded": len(diff.folded) < len(diff.body),
            "photos": _photos_there(diff),
            "may_restore": self.has_change_permission(request, story),
        }
        return render(request, "admin/articles/compare.html", context)

    def show_revision(self, request, pk, number):
        story = self._readable(request, pk)
        return self._revision_page(request, story, self._revision(story, number))

    def _revision_page(self, request, story, revision, status=200):
        """A revision as it was, and the form that restores it."""
        again, tags, missing = laid(revision)
        is_newest = story.head_id == revision.pk or story.head.digest == revision.digest
        context = self._context(request, story, _("Revision %(number)d") % {"number": revision.number}) | {
            "revision": revision,
            "text": again,
            "tags": tags,
            "missing": missing,
            "is_newest": is_newest,
            "may_restore": self.has_change_permission(request, story) and not is_newest,
            "reason": request.POST.get("reason", "")[:LONGEST_REASON],
            "longest_reason": LONGEST_REASON,
        }
        return render(request, "admin/articles/revision.html", context, status=status)

    def restore(self, request, pk, number):
        """Make an old revision the newest text. Where somebody saved meanwhile: 409, said, and nothing done."""
        story = self._readable(request, pk)
        if not self.has_change_permission(request, story):
            raise PermissionDenied
        revision = self._revision(story, number)
        reason = request.POST.get("reason", "").strip()[:LONGEST_REASON]
        base = number_in(request.POST.get("base")) or 0
        try:
            story, missing = restore(revision, by=request.user, base=base, reason=reason)
        except Conflict as conflict:
            words = {"person": conflict.head.author or "–", "number": conflict.head.number}
            messages.error(
                request,
                _("Nothing was restored: %(person)s saved revision %(number)d since. Look at it, then decide again.")
                % words,
            )
            return self._revision_page(request, self._readable(request, pk), revision, status=409)
        except ValidationError as error:
            for sentence in error.messages:
                messages.error(request, sentence)
            return self._revision_page(request, self._readable(request, pk), revision, status=422)
        messages.success(request, _("Revision %(number)d is the newest text again.") % {"number": number})
        for sentence in missing:
            messages.warning(request, sentence)
        if story.has_unpublished_changes:
            messages.info(request, _("Readers do not see these changes before “Publish changes” is pressed."))
        return see_other(reverse("admin:articles_article_change", args=[pk]))

    def _readable(self, request, pk) -> Article:
        story = get_object_or_404(Article.everything.select_related("head__author", "live"), pk=pk)
        if not self.has_view_or_change_permission(request, story):
            raise PermissionDenied
        if story.head is None:
            raise Http404
        story.headline = keeping.content(story.head)["headline"]  # as the list of stories and the form call it
        return story

    def _revision(self, story, number) -> Revision:
        return get_object_or_404(Revision.objects.select_related("author"), article=story, number=number)

    def _parent(self, story, revision) -> Revision | None:
        return Revision.objects.select_related("author").filter(article=story, pk=revision.parent_id).first()

    def _context(self, request, story, title):
        return {
            **self.admin_site.each_context(request),
            "title": title,
            "subtitle": Truncator(story.headline).chars(80),
            "opts": self.opts,
            "original": story,
        }


def _photos_there(diff) -> set[int]:
    """Which of the photos spoken of are still there to be shown."""
    named = {pk for field in diff.fields for pk in (field.old_photo, field.new_photo) if pk}
    return set(Photo.objects.filter(pk__in=named).values_list("pk", flat=True)) if named else set()
