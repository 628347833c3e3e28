"""The story form, in the order one writes."""

from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from taggit.forms import TagField, TextareaTagWidget

from articles.addresses import refuse_known
from articles.admin.widgets import DateAndHour
from articles.editor import BodyField
from articles.models import Article, Ground
from articles.ordering import keep_place
from humas.base.times import zone_name

DATE_AND_HOUR = _("Write a date and an hour, e.g. 24/11/2026 and 07.00.")


class ArticleForm(forms.ModelForm):
    body = BodyField(label=_("Text"), required=False)
    tags = TagField(
        label=_("Tags"),
        required=False,
        widget=TextareaTagWidget(attrs={"rows": 3, "class": "vTextField"}),
        help_text=_("One to a line. A comma belongs to the name."),
    )
    publish_at = forms.SplitDateTimeField(
        label=_("Opens to readers at"),
        required=False,
        widget=DateAndHour,
        error_messages=dict.fromkeys(("invalid", "invalid_date", "invalid_time"), DATE_AND_HOUR),
    )
    once = forms.UUIDField(label="", required=False, initial=uuid4, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("What changed and why"),
        required=False,
        max_length=300,
        help_text=_("Stands in the history of this story; readers do not see it."),
    )
    base = forms.IntegerField(label="", required=False, widget=forms.HiddenInput)

    class Meta:
        model = Article
        fields = (
            "headline",
            "report",
            "position",
            "dateline",
            "standfirst",
            "body",
            "credit",
            "byline",
            "lead_photo",
            "lead_alt_own",
            "category",
            "tags",
            "slug",
            "is_open_to_comments",
            "is_announced",
        )
        widgets = {"standfirst": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["base"] = self.instance.head_id
            self.initial["tags"] = getattr(self.instance, "working_tags", self.initial.get("tags", ()))
        if position := self.fields.get("position"):
            position.show_hidden_initial = True
        if publish_at := self.fields.get("publish_at"):
            publish_at.help_text = _("Clock of the newsroom: %(zone)s. Left empty, “Publish” means now.") % {
                "zone": zone_name()
            }
            if self.instance.pk and not self.instance.is_public:
                publish_at.initial = self.instance.published_at

    def _get_validation_exclusions(self):
        """An empty position is filled in by the write function, inside its transaction."""
        exclusions = super()._get_validation_exclusions()
        return exclusions | {"position"} if self.cleaned_data.get("position") is None else exclusions

    def _post_clean(self):
        """A place from which an embargo would change a known number is refused here, with every word kept."""
        super()._post_clean()
        if {"report", "position"} & set(self.changed_data) and not self.errors:
            try:
                keep_place(self.instance)
            except ValidationError as error:
                self.add_error("position", error)

    def clean_slug(self):
        """A story in the bin keeps its address."""
        slug = self.cleaned_data["slug"]
        if slug and Article.everything.filter(slug=slug).exclude(pk=self.instance.pk).exists():
            raise self.instance.unique_error_message(Article, ["slug"])
        if slug:
            refuse_known("article", slug, besides=self.instance.pk)
        return slug

    def clean(self):
        data = super().clean()
        if data.get("report") is None:
            data["position"] = None
        elif self.instance.pk and not {"report", "position"} & set(self.changed_data):
            data["position"] = self.instance.position  # another editor may have moved it since the form was opened
        if data.get("headline") is not None and not data["headline"].strip():
            raise ValidationError({"headline": _("Write a headline first.")})
        return data


class ReasonForm(forms.Form):
    """Why a story is taken down: both answers are shown to every reader who opens its address."""

    ground = forms.ChoiceField(
        label=_("Ground"),
        choices=Ground.choices,
        widget=forms.RadioSelect,
        help_text=_(
            "Dewan Pers, Pedoman Pemberitaan Media Siber, point 5: a published story is not withdrawn because "
            "somebody outside the newsroom wants it gone, but only on one of these grounds."
        ),
        error_messages={"required": _("Choose the ground on which the story is withdrawn.")},
    )
    reason = forms.CharField(
        label=_("Public reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Readers who open the address see the headline, the date, the ground and this reason."),
        error_messages={"required": _("A story is withdrawn with a reason that readers can read.")},
    )
