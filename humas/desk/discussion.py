"""*Diskusi*: what WordPress calls Settings › Discussion. Five plain choices on top, the rest under *Lanjutan*."""

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.base import DeskAdmin, yes_or_no
from articles.admin.changes import KeepsChanges
from comments.models import Terms
from comments.reply import fate, limits
from humas.base import mail, newsroom
from humas.base.discussion import Discussion, Identity
from humas.base.http import see_other
from humas.base.models import DiscussionSettings, Newsroom

OWN = {field.name for field in Discussion._meta.fields}
MAIL = ("mails_digest", "mails_each", "mails_writers")
CHOICES = {
    "is_open_to_comments": (
        gettext_lazy("Are comments open?"),
        [(True, gettext_lazy("Open")), (False, gettext_lazy("Closed on every story"))],
    ),
    "lets_returning_pass": (
        gettext_lazy("When is a comment shown?"),
        [
            (False, gettext_lazy("After somebody has read it, all of them")),
            (True, gettext_lazy("Known writers at once, the rest after somebody has read it")),
        ],
    ),
    "asks_terms": (
        gettext_lazy("Are readers asked to agree to the rules for comments?"),
        [(False, gettext_lazy("No")), (True, gettext_lazy("Yes"))],
    ),
}
LEVELS = (
    (
        Identity.OPEN.label,
        gettext_lazy("Does not meet point 3b: there is no registration and no log-in."),
    ),
    (
        Identity.CONFIRMED.label,
        gettext_lazy("Does not meet point 3b: the address is proved, but nobody logs in."),
    ),
    (
        Identity.SIGN_IN.label,
        gettext_lazy("Meets point 3b to the letter: readers register and log in first, by a link in an e-mail."),
    ),
    (
        gettext_lazy("Agreement to the rules for comments"),
        gettext_lazy("Point 3c asks for it in writing, when registering; a tick with version and hour is kept."),
    ),
)


def _yes_or_no_field(name):
    label, choices = CHOICES[name]
    return forms.TypedChoiceField(
        label=label,
        choices=[(str(value), words) for value, words in choices],
        coerce=lambda value: value == "True",
        widget=forms.RadioSelect,
        help_text=DiscussionSettings._meta.get_field(name).help_text,
    )


class DiscussionForm(forms.ModelForm):
    is_open_to_comments = _yes_or_no_field("is_open_to_comments")
    identity = forms.ChoiceField(
        label=gettext_lazy("Who may write?"),
        choices=Identity.choices,
        widget=forms.RadioSelect,
        help_text=DiscussionSettings._meta.get_field("identity").help_text,
    )
    lets_returning_pass = _yes_or_no_field("lets_returning_pass")
    asks_terms = _yes_or_no_field("asks_terms")

    class Meta:
        labels = {"closes_after_days": gettext_lazy("Close after … days")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.help_text = format_html(
                '{} <span class="discussion-default">{}</span>',
                field.help_text,
                _("Default: %(value)s.") % {"value": default_in_words(name)},
            )

    def clean_identity(self):
        identity = self.cleaned_data["identity"]
        if identity != Identity.OPEN and not mail.is_on():
            raise ValidationError(
                _("This choice needs e-mail, and this server sends none (EMAIL_URL is not set)."), code="no_mail"
            )
        return identity

    def clean_asks_terms(self):
        asks = self.cleaned_data["asks_terms"]
        if asks and not Terms.objects.exists():
            raise ValidationError(_("Write the rules for comments first; there are none yet."), code="no_terms")
        return asks


def in_words(name: str, value) -> str:
    """A setting as people call it."""
    if name in CHOICES:
        return str(dict(CHOICES[name][1])[bool(value)])
    field = DiscussionSettings._meta.get_field(name)
    if isinstance(value, bool):
        return yes_or_no(value)
    if value is None or value == "":
        return _("empty")
    return str(dict(field.flatchoices).get(value, value))


def default_in_words(name: str) -> str:
    if name.startswith(("writer_limit", "network_limit")):
        limit = (limits.of_writer if name.startswith("writer") else limits.of_network)(Newsroom())
        if limit is None:
            return _("no limit")
        count, span = limit
        return str(count if name.endswith("count") else int(span.total_seconds() // 60))
    return in_words(name, DiscussionSettings._meta.get_field(name).get_default())


@admin.register(DiscussionSettings)
class DiscussionAdmin(KeepsChanges, DeskAdmin):
    form = DiscussionForm
    change_form_template = "admin/desk/discussion.html"
    plain = ("is_open_to_comments", "identity", "lets_returning_pass", "asks_terms", "closes_after_days")
    advanced = (
        (
            gettext_lazy("Advanced: form and thread"),
            (
                *("complaint_channels", "asks_website", "thread_depth", "is_newest_first"),
                *("comments_per_page", "edit_minutes"),
            ),
        ),
        (
            gettext_lazy("Advanced: what is held or slowed"),
            (
                *("max_links", "fast_seconds", "writer_limit_count", "writer_limit_minutes"),
                *("network_limit_count", "network_limit_minutes"),
            ),
        ),
        (gettext_lazy("Advanced: how long it is kept"), ("spam_days", "trash_days", "email_days", "network_days")),
    )

    def get_fieldsets(self, request, obj=None):
        groups = list(self.advanced)
        if mail.is_on():
            groups.append((gettext_lazy("Advanced: e-mail"), MAIL))
        fieldsets = [(None, {"fields": self.plain})]
        fieldsets += [(title, {"fields": names, "classes": ("collapse",)}) for title, names in groups]
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        return [
            (title, options | {"fields": [self._read_only(name) for name in options["fields"]]})
            for title, options in fieldsets
        ]

    def _read_only(self, name):
        field = DiscussionSettings._meta.get_field(name)

        def show(row):
            return in_words(name, getattr(row, name))

        show.__name__ = name
        show.short_description = CHOICES[name][0] if name in CHOICES else capfirst(field.verbose_name)
        return show

    def render_change_form(self, request, context, *args, **kwargs):
        context |= {
            "title": capfirst(self.opts.verbose_name),
            "subtitle": None,
            "levels": LEVELS,
            "fates": fate.RULES,
            "has_mail": mail.is_on(),
            "show_save_and_add_another": False,
            "show_save_and_continue": False,
        }
        return super().render_change_form(request, context, *args, **kwargs)

    def value_in_words(self, name, value):
        return in_words(name, value) if name in OWN else super().value_in_words(name, value)

    def noted(self, row):
        return super().noted(row).filter(after__has_any_keys=sorted(OWN))

    def keeps(self, name):
        return name in OWN

    def save_model(self, request, obj, form, change):
        newsroom.save(obj, by=request.user)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return request.user.has_perm("base.change_newsroom")

    def has_view_permission(self, request, obj=None):
        """Moderators work by these settings, so they may read them."""
        return any(request.user.has_perm(right) for right in ("base.view_newsroom", "comments.moderate_comment"))

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def changelist_view(self, request, extra_context=None):
        return see_other(reverse("admin:diskusi"))

    def response_post_save_change(self, request, obj):
        return see_other(reverse("admin:diskusi"))


def diskusi(request):
    """The settings of comments, at an address people can say."""
    desk = admin.site._registry[DiscussionSettings]
    if not desk.has_view_or_change_permission(request):
        raise PermissionDenied
    return desk.changeform_view(request, str(Newsroom.ONLY))
