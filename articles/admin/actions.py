"""What can be done to stories from their list; each calls the one function that does it."""

from functools import partial

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import checked, duplicating, publishing, review, saving
from articles.admin.bulk import ask, each
from articles.admin.forms import ReasonForm
from articles.models import Article, Category
from articles.revisions import keeping


@admin.action(permissions=["publish"], description=gettext_lazy("Publish now"))
def publish(modeladmin, request, queryset):
    act = partial(checked.publish, by=request.user)
    each(modeladmin, request, queryset.order_by("position", "pk"), act, _("Published: %(count)d stories."))


class NoteForm(forms.Form):
    note = forms.CharField(
        label=gettext_lazy("Note to the editors"),
        required=False,
        max_length=review.LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("The same note stands with each of these stories; readers never see it."),
    )


@admin.action(permissions=["add"], description=gettext_lazy("Hand over for review"))
def hand_over(modeladmin, request, queryset):
    form = NoteForm(request.POST if "note" in request.POST else None)
    if not form.is_valid():
        sentence = _("These stories then wait for an editor. You can go on writing them.")
        title = _("Hand over for review")
        return ask(modeladmin, request, queryset, action="hand_over", title=title, sentence=sentence, form=form)

    def act(story):
        if not review.may_hand_over(request.user, Article.everything.get(pk=story.pk)):
            raise ValidationError(_("This is not a draft that you may hand over."))
        return review.hand_over(story, by=request.user, note=form.cleaned_data["note"])

    return each(modeladmin, request, queryset, act, _("Handed over for review: %(count)d stories."))


@admin.action(permissions=["publish"], description=gettext_lazy("Take back from embargo (make it a draft)"))
def unschedule(modeladmin, request, queryset):
    each(modeladmin, request, queryset, publishing.unschedule, _("Drafts again: %(count)d stories."))


@admin.action(permissions=["withdraw"], description=gettext_lazy("Withdraw with a public reason"))
def withdraw(modeladmin, request, queryset):
    form = ReasonForm(request.POST if "reason" in request.POST else None)
    if not form.is_valid():
        sentence = _(
            "These stories are taken down. Each address keeps answering, with the headline, the date and the reason."
        )
        page = "admin/articles/withdraw.html"
        title = _("Withdraw")
        return ask(
            modeladmin, request, queryset, action="withdraw", title=title, sentence=sentence, form=form, template=page
        )
    act = partial(publishing.withdraw, **form.cleaned_data)
    return each(modeladmin, request, queryset, act, _("Withdrawn: %(count)d stories."))


@admin.action(permissions=["withdraw"], description=gettext_lazy("Bring a withdrawn story back"))
def bring_back(modeladmin, request, queryset):
    each(modeladmin, request, queryset, publishing.bring_back, _("Shown again: %(count)d stories."))


class CategoryForm(forms.Form):
    category = forms.ModelChoiceField(Category.objects.all(), label=gettext_lazy("Category"), empty_label=None)


@admin.action(permissions=["change"], description=gettext_lazy("Give a category"))
def set_category(modeladmin, request, queryset):
    form = CategoryForm(request.POST if "category" in request.POST else None)
    if not form.is_valid():
        sentence = _("Of stories that readers know, this is a change that waits to be published.")
        title = _("Give a category")
        return ask(modeladmin, request, queryset, action="set_category", title=title, sentence=sentence, form=form)
    give = partial(_give_category, modeladmin, request, form.cleaned_data["category"])
    return each(modeladmin, request, queryset, give, _("Category given: %(count)d stories."))


def _give_category(modeladmin, request, category, story):
    story = Article.everything.select_related("report", "head").get(pk=story.pk)
    if not modeladmin.has_change_permission(request, story):
        raise ValidationError(_("What readers have seen, and what others write, is changed by editors."))
    if story.binned_at:
        raise ValidationError(_("This story is in the bin. Take it out first."))
    story, tags = keeping.working(story)
    if story.category == category:
        return None
    story.category = category
    try:
        return saving.save(story, tags=tags, by=request.user, base=story.head_id)
    except keeping.Conflict:
        raise ValidationError(_("Somebody saved it in this very moment. Try once more.")) from None


@admin.action(permissions=["add"], description=gettext_lazy("Duplicate as a draft"))
def duplicate(modeladmin, request, queryset):
    """Oldest first, so that the copies stand in the list as what they were made from."""
    act = partial(duplicating.duplicate, by=request.user)
    each(modeladmin, request, queryset.order_by("pk"), act, _("Copies as drafts: %(count)d stories."))


@admin.action(permissions=["bin"], description=gettext_lazy("Put into the bin"))
def put_in_bin(modeladmin, request, queryset):
    each(modeladmin, request, queryset, publishing.put_in_bin, _("In the bin: %(count)d stories."))


@admin.action(permissions=["bin"], description=gettext_lazy("Take out of the bin"))
def take_out_of_bin(modeladmin, request, queryset):
    each(modeladmin, request, queryset, publishing.take_out_of_bin, _("Taken out of the bin: %(count)d stories."))


IN_BIN = (take_out_of_bin, duplicate)
ACTIONS = (publish, hand_over, unschedule, set_category, duplicate, withdraw, bring_back, put_in_bin, take_out_of_bin)
