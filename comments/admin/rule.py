"""Words, phrases, links, domains, addresses and networks a newsroom does not let through unread."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.admin.base import DeskAdmin, yes_or_no
from articles.admin.changes import KeepsChanges
from comments.models import Rule
from comments.models.rule import Does, Kind
from comments.rules import keeping
from humas.base.http import see_other
from humas.base.times import short_time

KINDS = [
    (Kind.WORD, gettext_lazy("word or phrase")),
    *((kind, kind.label) for kind in (Kind.LINK, Kind.DOMAIN, Kind.ADDRESS, Kind.NETWORK)),
]


class AddRulesForm(forms.Form):
    """One rule or a thousand: each line is one."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Looks for"), choices=KINDS, initial=Kind.WORD, widget=forms.RadioSelect
    )
    lines = forms.CharField(
        label=gettext_lazy("What, one to a line"),
        max_length=keeping.MOST_LINES * (keeping.LONGEST + 2),
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "autocapitalize": "none"}),
        help_text=gettext_lazy("Whole words only; capitals do not matter."),
    )
    does = forms.ChoiceField(
        label=gettext_lazy("Then"), choices=Does.choices, initial=Does.HOLD, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=gettext_lazy("Why"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("For your colleagues; readers never see it."),
    )

    def clean_lines(self):
        lines = [line for line in self.cleaned_data["lines"].splitlines() if line.strip()]
        if len(lines) > keeping.MOST_LINES:
            raise ValidationError(
                _("%(count)d lines; at most %(most)d at once.") % {"count": len(lines), "most": keeping.MOST_LINES}
            )
        return lines


@admin.register(Rule)
class RuleAdmin(KeepsChanges, DeskAdmin):
    list_display = ("what", "kind", "does", "on", "hits", "found_at", "note")
    list_display_links = ("what",)
    list_filter = ("is_active", "kind", "does")
    search_fields = ("pattern", "hint", "note")
    search_help_text = gettext_lazy("A word, a domain, a reason")
    list_per_page = 100
    fields = ("what", "kind", "does", "is_active", "note", "hits", "found_at", "made")
    readonly_fields = ("what", "kind", "hits", "found_at", "made")
    actions = ("switch_on", "switch_off")

    @admin.display(description=Rule._meta.get_field("pattern").verbose_name, ordering="pattern")
    def what(self, rule):
        return rule.hint or rule.pattern

    @admin.display(description=Rule._meta.get_field("is_active").verbose_name, ordering="is_active")
    def on(self, rule):
        return yes_or_no(rule.is_active)

    @admin.display(description=Rule._meta.get_field("last_hit_at").verbose_name, ordering="last_hit_at")
    def found_at(self, rule):
        return short_time(rule.last_hit_at) if rule.last_hit_at else "–"

    @admin.display(description=Rule._meta.get_field("made_at").verbose_name)
    def made(self, rule):
        return f"{short_time(rule.made_at)} · {rule.made_by}" if rule.made_by else short_time(rule.made_at)

    @admin.action(permissions=["change"], description=gettext_lazy("Switch on"))
    def switch_on(self, request, queryset):
        self._switch(request, queryset, True)

    @admin.action(permissions=["change"], description=gettext_lazy("Switch off"))
    def switch_off(self, request, queryset):
        self._switch(request, queryset, False)

    def _switch(self, request, queryset, is_active):
        count = keeping.switch(queryset, is_active, by=request.user)
        sentence = _("Rules switched on: %(count)d.") if is_active else _("Rules switched off: %(count)d.")
        messages.success(request, sentence % {"count": count})

    def save_model(self, request, obj, form, change):
        keeping.change(obj, by=request.user)

    def add_view(self, request, form_url="", extra_context=None):
        """One form for one rule and for a pasted list."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = AddRulesForm(request.POST if request.method == "POST" else None)
        if form.is_valid():
            data = form.cleaned_data
            try:
                added = keeping.add(data["kind"], data["lines"], does=data["does"], note=data["note"], by=request.user)
            except ValidationError as error:
                form.add_error("lines", ValidationError(error.messages[:20]))
            else:
                return self._added(request, added)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Add rules"),
            "opts": self.opts,
            "form": form,
        }
        return render(request, "admin/comments/rules_add.html", context, status=422 if form.errors else 200)

    def _added(self, request, added):
        for rule in added.rules[:20]:
            self.log_addition(request, rule, [{"added": {}}])
        count = len(added.rules)
        if count:
            sentence = ngettext("%(count)d rule added.", "%(count)d rules added.", count)
            messages.success(request, sentence % {"count": count})
        if added.known:
            names = ", ".join(f"“{name}”" for name in added.known[:10])
            more = len(added.known) - 10
            if more > 0:
                names = _("%(names)s and %(more)d more") % {"names": names, "more": more}
            messages.info(request, _("There already, left as they are: %(names)s.") % {"names": names})
        return see_other(reverse("admin:comments_rule_changelist"))
