"""What can be done to stories from their list; each calls the one function that does it."""

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import publishing
from articles.admin.forms import ReasonForm


@admin.action(permissions=["publish"], description=gettext_lazy("Publish now"))
def publish(modeladmin, request, queryset):
    _each(
        modeladmin, request, queryset.order_by("position", "pk"), publishing.publish, _("Published: %(count)d stories.")
    )


@admin.action(permissions=["publish"], description=gettext_lazy("Take back from embargo (make it a draft)"))
def unschedule(modeladmin, request, queryset):
    _each(modeladmin, request, queryset, publishing.unschedule, _("Drafts again: %(count)d stories."))


@admin.action(permissions=["withdraw"], description=gettext_lazy("Withdraw with a public reason"))
def withdraw(modeladmin, request, queryset):
    form = ReasonForm(request.POST if "reason" in request.POST else None)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        done = _("Withdrawn: %(count)d stories.")
        return _each(modeladmin, request, queryset, lambda story: publishing.withdraw(story, reason=reason), done)
    context = {
        **modeladmin.admin_site.each_context(request),
        "title": _("Withdraw"),
        "opts": modeladmin.opts,
        "stories": queryset,
        "form": form,
        "checkbox": ACTION_CHECKBOX_NAME,
    }
    return render(request, "admin/articles/withdraw.html", context)


@admin.action(permissions=["withdraw"], description=gettext_lazy("Bring a withdrawn story back"))
def bring_back(modeladmin, request, queryset):
    _each(modeladmin, request, queryset, publishing.bring_back, _("Shown again: %(count)d stories."))


@admin.action(permissions=["bin"], description=gettext_lazy("Put into the bin"))
def put_in_bin(modeladmin, request, queryset):
    _each(modeladmin, request, queryset, publishing.put_in_bin, _("In the bin: %(count)d stories."))


@admin.action(permissions=["bin"], description=gettext_lazy("Take out of the bin"))
def take_out_of_bin(modeladmin, request, queryset):
    _each(modeladmin, request, queryset, publishing.take_out_of_bin, _("Taken out of the bin: %(count)d stories."))


ACTIONS = (publish, unschedule, withdraw, bring_back, put_in_bin, take_out_of_bin)


def _each(modeladmin, request, queryset, act, done):
    """Do one act to every story; what cannot be done is said for each, and the others are done."""
    count = 0
    for story in queryset:
        try:
            after = act(story)
        except ValidationError as error:
            messages.error(request, f"{story.headline}: {' '.join(error.messages)}")
            continue
        count += 1
        modeladmin.log_change(request, after, done.partition(":")[0])
    if count:
        messages.success(request, done % {"count": count})
