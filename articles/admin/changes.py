"""The history of what has no revisions: reports, categories, the newsroom's settings. Who gave it which values."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import FieldDoesNotExist, PermissionDenied, ValidationError
from django.db import models
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.admin import timeline
from articles.admin.base import yes_or_no
from articles.revisions.matching import Budget
from articles.revisions.words import Pieces, compare, whole
from humas.base import changes
from humas.base.http import see_other
from humas.base.models import Change

PER_PAGE = 30
STEPS = 20_000
ORDER = "order"


@dataclass(frozen=True)
class Line:
    """One field that changed; of the order of parts, both lists."""

    label: str
    pieces: Pieces
    before: list[str] | None = None
    after: list[str] | None = None


class KeepsChanges:
    """For a ModelAdmin whose writes go through `changes.note`: who, when, which field, from what to what."""

    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(self.restore_values))
        name = f"{self.opts.app_label}_{self.opts.model_name}_restore"
        return [path("<int:pk>/riwayat/<int:number>/kembalikan/", view, name=name), *super().get_urls()]

    def history_view(self, request, object_id, extra_context=None):
        row = self.get_object(request, object_id)
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        before = timeline.number(request.GET.get("sebelum"))
        noted = self.noted(row).select_related("by")
        found = list((noted.filter(pk__lt=before) if before else noted)[: PER_PAGE + 1])
        shown, more = found[:PER_PAGE], len(found) > PER_PAGE
        until = shown[-1].made_at if shown else None
        context = {
            **self.admin_site.each_context(request),
            "title": _("History"),
            "subtitle": str(row),
            "opts": self.opts,
            "original": row,
            "changes": [(change, self._lines(change)) for change in shown],
            "acts": [] if more else timeline.entries_of_log(row, until),
            "older": shown[-1].pk if more else None,
            "may_restore": self.has_change_permission(request, row),
            "restore_name": f"admin:{self.opts.app_label}_{self.opts.model_name}_restore",
        }
        return render(request, "admin/changes.html", context | (extra_context or {}))

    def noted(self, row):
        """The changes this page tells of."""
        return Change.objects.filter(subject=changes.subject_of(row))

    def keeps(self, name: str) -> bool:
        """Whether this page tells of this field."""
        return True

    def restore_values(self, request, pk, number):
        """Give the fields of one change their old values again, as if somebody had typed them into the form."""
        row = get_object_or_404(self.model, pk=pk)
        if not self.has_change_permission(request, row):
            raise PermissionDenied
        change = get_object_or_404(Change, pk=number, subject=changes.subject_of(row))
        try:
            self.put_back(request, row, change.before)
        except ValidationError as error:
            for sentence in error.messages:
                messages.error(request, _("Not restored: %(why)s") % {"why": sentence})
        else:
            messages.success(request, _("The old values stand again."))
        return see_other(reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_history", args=[pk]))

    def put_back(self, request, row, values) -> None:
        """Raises ValidationError where the old values would not be taken by the form today."""
        form_class = self.get_form(request, row, change=True)
        known = {name: value for name, value in values.items() if name in form_class.base_fields}
        if not known:
            raise ValidationError(_("There are no old values to put back."))
        form = form_class(form_class(instance=row).initial | known, instance=row)
        if not form.is_valid():
            raise ValidationError(
                [
                    f"{form.fields[name].label}: {sentence}" if name in form.fields else sentence
                    for name, sentences in form.errors.items()
                    for sentence in sentences
                ]
            )
        row = form.save(commit=False)
        self.save_model(request, row, form, True)
        self.log_change(request, row, self.construct_change_message(request, form, []))

    def value_in_words(self, name: str, value) -> str:
        """A stored value as people call it."""
        try:
            field = self.model._meta.get_field(name)
        except FieldDoesNotExist:
            return str(value)
        if isinstance(field, models.BooleanField):
            return yes_or_no(value)
        return str(dict(field.flatchoices).get(value, "" if value is None else value))

    def _lines(self, change: Change) -> list[Line]:
        told = {name: after for name, after in change.after.items() if self.keeps(name)}
        return [self._line(name, change.before.get(name), after) for name, after in told.items()]

    def _line(self, name: str, before, after) -> Line:
        if name == ORDER:
            lists = [[headline for _pk, headline in order] for order in (before or [], after)]
            return Line(_("Order of the parts"), (), *lists)
        old, new = ("" if value is None else self.value_in_words(name, value) for value in (before, after))
        is_text = isinstance(after, str) and after == new
        return Line(self._label(name), compare(old, new, Budget(STEPS)) if is_text else whole(old, new))

    def _label(self, name: str) -> str:
        try:
            return capfirst(str(self.model._meta.get_field(name).verbose_name))
        except FieldDoesNotExist:
            return name
