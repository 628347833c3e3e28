"""The form of a report."""

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.addresses import refuse_known, report_slug
from articles.models import Report


class ReportForm(forms.ModelForm):
    slug = Report._meta.get_field("slug").formfield(required=False)
    is_finished = forms.TypedChoiceField(
        label=_("Is there more to come?"),
        required=False,
        coerce=lambda value: value == "True",
        empty_value=False,
        choices=[("False", _("Yes, it is to be continued")), ("True", _("No, it is finished"))],
        widget=forms.RadioSelect,
        help_text=_("Of a finished report readers see how many parts there are."),
    )

    class Meta:
        model = Report
        fields = ("title", "standfirst", "is_finished", "label_style", "first_number", "slug")
        widgets = {"standfirst": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        first = self.fields.get("first_number")
        if first and self.instance.pk and self.instance.articles.opened().exists():
            first.help_text = _("Careful: another number here changes the number of every part readers know.")

    def clean_slug(self):
        slug = self.cleaned_data["slug"]
        if slug:
            refuse_known("report", slug, besides=self.instance.pk)
        return slug

    def clean(self):
        data = super().clean()
        if not data.get("slug") and data.get("title") and "slug" not in self.errors:
            data["slug"] = report_slug(data["title"], besides=self.instance.pk)
        return data
