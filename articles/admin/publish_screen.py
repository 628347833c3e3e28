"""
The screen between "Publish" and the readers: what would go out, what is wrong with it, and when.

It carries the revision it showed; whatever was saved meanwhile is shown first.
"""

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import OperationalError
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import checked, checklist, going_out
from articles.admin import choice
from articles.models import Article
from articles.revisions.keeping import Conflict
from humas.base.http import see_other
from humas.base.times import short_time, zone_name

HOUR = choice.HOUR
LATE = timedelta(minutes=10)
"""An hour that passed while the screen was being read is no wish to date a story back."""
SENSIBLE = (1945, 2100)

NO_HOUR = gettext_lazy("Write a date and an hour, e.g. 24/11/2026 and 07.00.")


class PublishForm(forms.Form):
    hour = forms.SplitDateTimeField(
        label=gettext_lazy("Opens to readers at"),
        required=False,
        input_date_formats=["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"],
        input_time_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
        widget=forms.SplitDateTimeWidget(
            date_attrs={"type": "date", "aria-label": gettext_lazy("Date")},
            time_attrs={"type": "time", "aria-label": gettext_lazy("Hour")},
            date_format="%Y-%m-%d",
            time_format="%H:%M",
        ),
        error_messages=dict.fromkeys(("invalid", "invalid_date", "invalid_time", "incomplete"), NO_HOUR),
    )
    is_dated_back = forms.BooleanField(
        label=gettext_lazy("Date it back: readers see it at once, under this earlier date"), required=False
    )
    reason = forms.CharField(
        label=gettext_lazy("What changed and why"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("Stands in the history of this story; readers do not see it."),
    )
    base = forms.IntegerField(required=False, widget=forms.HiddenInput)

    is_late = False
    """Whether the hour asked for is over, so that the form must ask."""

    def clean(self):
        data = super().clean()
        if self.data.get("when") != "at" or "hour" in self.errors:
            return data | {"hour": None}
        hour = data.get("hour")
        if hour is None or not SENSIBLE[0] <= hour.year <= SENSIBLE[1]:
            self.add_error("hour", NO_HOUR)
        elif hour < timezone.now() - LATE and not data.get("is_dated_back"):
            self.is_late = True
            self.add_error(
                "hour",
                _("%(time)s is already over. Choose a later time, or publish now.") % {"time": short_time(hour)},
            )
        return data


def address(article: Article, **query: str) -> str:
    """Where the screen is; `waktu` fills in an hour."""
    return reverse("admin:articles_article_publish", args=[article.pk]) + (f"?{urlencode(query)}" if query else "")


def ask(modeladmin, request, pk):
    """Show what would go out; POST publishes it, or mends one thing and shows it again."""
    story = get_object_or_404(Article.everything.select_related("report", "head"), pk=pk)
    if not (modeladmin.has_publish_permission(request) and modeladmin.has_change_permission(request, story)):
        raise PermissionDenied
    if story.binned_at or story.status == "withdrawn":
        messages.warning(request, _("Take it out of the bin, or bring it back, before anything of it is published."))
        return see_other(reverse("admin:articles_article_change", args=[pk]))
    planned = choice.hour_in(request.GET.get(HOUR, "")) or (None if story.is_public else story.published_at)
    if request.method != "POST":
        return _screen(modeladmin, request, story, PublishForm(initial={"hour": planned}), planned)
    try:
        return _mend(modeladmin, request, story) if "mend" in request.POST else _go(modeladmin, request, story, planned)
    except OperationalError:  # busy too long: nothing was written, and what was typed is shown again
        sentence = _("The newsroom is very busy just now. Nothing is lost: press once more in a moment.")
        return _screen(modeladmin, request, story, PublishForm(request.POST), planned, [sentence], status=503)


def _go(modeladmin, request, story, planned):
    form = PublishForm(request.POST)
    if not form.is_valid():
        return _screen(modeladmin, request, story, form, planned, status=422)
    data = form.cleaned_data
    if story.is_public and data["hour"]:
        sentence = _("Readers see this story already: only its changes are published here.")
        return _screen(modeladmin, request, story, form, planned, [sentence], status=422)
    if story.is_public and not story.has_unpublished_changes and data["base"] == story.head_id:
        messages.info(request, _("Readers see this text already."))
        return see_other(reverse("admin:articles_article_published", args=[story.pk]))
    if stops := checked.stops(story, request.user):
        return _screen(modeladmin, request, story, form, planned, stops, status=422)
    return see_other(modeladmin.publish(request, story, data["hour"], base=data["base"], reason=data["reason"]))


def _mend(modeladmin, request, story):
    """One press: the item's own offer, as a revision of its own."""
    base = request.POST.get("base", "")
    try:
        item = checked.mend(story, request.POST["mend"], by=request.user, base=int(base) if base.isdecimal() else None)
    except Conflict:
        messages.warning(request, _("This story was saved once more meanwhile. Look at it, then press again."))
    except ValidationError as error:
        for sentence in error.messages:
            messages.error(request, sentence)
    else:
        if item:
            messages.success(request, _("Mended: %(press)s.") % {"press": item.press})
        else:
            messages.info(request, _("There was nothing left to mend."))
    return see_other(request.get_full_path() + "#periksa")


def _screen(modeladmin, request, row, form, planned, stops=(), status=200):
    copy, diff = checked.copy_of(row, request.user), going_out.changed(row)
    found = checklist.items(copy)
    at = None if row.is_public else planned if planned and planned > timezone.now() else None
    refused = choice.in_the_way(row, at)
    by_state = {state: [item for item in found if item.state == state] for state in ("blocking", "advice", "ok")}
    context = {
        **modeladmin.admin_site.each_context(request),
        "title": _("Publish changes") if row.is_public else _("Publish"),
        "opts": modeladmin.opts,
        "original": row,
        "story": copy.story,
        "tags": copy.tags,
        "heading": going_out.heading(copy.story),
        "first_words": going_out.first_lines(copy.story),
        "diff": diff,
        "rows": diff.folded if diff else (),
        "is_change": row.is_public,
        "has_news": not row.is_public or row.has_unpublished_changes,
        "blocking": by_state["blocking"],
        "advice": by_state["advice"],
        "in_order": by_state["ok"],
        "refused": refused and {"sentence": " ".join(refused.messages), "way": choice.address(row, at)},
        "stops": stops,
        "form": form,
        "base": copy.story.head_id,
        "planned": at,
        "is_over": planned if planned and not at and not row.is_public else None,
        "zone": zone_name(),
    }
    return render(request, "admin/articles/publish.html", context, status=status)
