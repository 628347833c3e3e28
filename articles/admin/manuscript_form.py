"""What a manuscript was taken for, open to correction before anything is saved."""

import json

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.reasons import REASONS
from articles.editor import BodyField
from articles.manuscript import intake
from articles.manuscript.offers import offers
from articles.manuscript.parse import Manuscript
from articles.models import Article, Category
from articles.models.report import LabelStyle
from humas.base.cleaning import CleanHtml, paragraphs, to_text

ALONE, NEW = "alone", "new"
NUMBERINGS = {
    intake.START: gettext_lazy("begin with part %(number)d: earlier ones appeared elsewhere"),
    intake.ADD: gettext_lazy("add %(missing)s as planned, to be written later"),
    intake.GO_ON: gettext_lazy("go on: readers see it as part %(shown)d"),
}


class ManuscriptForm(forms.ModelForm):
    body = BodyField(label=gettext_lazy("Text"), required=False)
    in_report = forms.ChoiceField(label=gettext_lazy("Part of this report?"), required=False, widget=forms.RadioSelect)
    part_number = forms.IntegerField(
        label=gettext_lazy("Part number"),
        required=False,
        min_value=1,
        max_value=399,
        help_text=gettext_lazy("As the manuscript says it. Left empty: after the last part."),
    )
    part_style = forms.ChoiceField(
        label=gettext_lazy("How parts are called"),
        required=False,
        choices=[("", gettext_lazy("as usual here")), *LabelStyle.choices],
        help_text=gettext_lazy("Only for a new report."),
    )
    numbering = forms.ChoiceField(label=gettext_lazy("Number"), required=False, widget=forms.RadioSelect)
    back = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    is_skipped = forms.BooleanField(label=gettext_lazy("Leave this manuscript out"), required=False)
    says_last = forms.BooleanField(required=False, widget=forms.HiddenInput)
    left_out = forms.JSONField(required=False, widget=forms.HiddenInput)
    manuscript_digest = forms.RegexField(r"^[0-9a-f]{64}$", widget=forms.HiddenInput)
    file_name = forms.CharField(required=False, max_length=250, widget=forms.HiddenInput)

    class Meta:
        model = Article
        fields = ("headline", "dateline", "body", "credit", "category")

    def __init__(self, *args, before=(), **kwargs):
        """`before` are the forms of the same page ahead of this one: their reports and parts count as made."""
        super().__init__(*args, **kwargs)
        self.before = list(before)
        self.fields["headline"].required = False
        title = self.value("headline").strip()
        self.offers = offers(title)
        choices = [(ALONE, _("No, a story of its own"))]
        if not any(offer.why == "same" for offer in self.offers):
            choices.append((NEW, _("A new report “%(title)s”") % {"title": title}))
        self.fields["in_report"].choices = choices + [
            (str(offer.report.pk), self.describe(offer)) for offer in self.offers
        ]
        self.fields["back"].choices = [(str(n), "") for n in range(len(self.lines_left_out))]
        self.fields["numbering"].choices = self.numberings()

    @classmethod
    def of(cls, manuscript: Manuscript, digest: str, name: str = "", **kwargs) -> "ManuscriptForm":
        """A form filled in with what was read."""
        found = offers(manuscript.headline)
        same = next((str(offer.report.pk) for offer in found if offer.why == "same"), "")
        is_near = any(offer.why == "near" for offer in found)
        is_part = manuscript.part_number is not None or manuscript.is_last
        category = Category.objects.filter(is_default=True).first()
        initial = {
            "headline": manuscript.headline,
            "dateline": manuscript.dateline,
            "body": manuscript.body,
            "credit": manuscript.credit,
            "category": category and category.pk,
            "part_number": manuscript.part_number,
            "part_style": manuscript.part_style,
            "in_report": same if is_part and same else None if is_near else NEW if manuscript.part_number else ALONE,
            "left_out": [[one.text, one.reason] for one in manuscript.left_out],
            "says_last": manuscript.is_last,
            "manuscript_digest": digest,
            "file_name": name[:250],
        }
        return cls(initial=initial, **kwargs)

    def value(self, name: str) -> str:
        """What stands in a field now, posted or read."""
        found = self[name].value()
        return "" if found is None else str(found)

    @staticmethod
    def describe(offer) -> str:
        why = {
            "same": gettext_lazy("“%(title)s”, the same headline"),
            "near": gettext_lazy("“%(title)s”, a headline much like it"),
            "unfinished": gettext_lazy("“%(title)s”, not finished"),
        }[offer.why]
        return why % {"title": offer.report.title}

    @cached_property
    def lines_left_out(self) -> list[tuple[str, str]]:
        """(words, reason) of each line; what did not come from here counts for nothing."""
        found = self["left_out"].value()
        try:
            found = json.loads(found) if isinstance(found, str) else found
        except ValueError:
            return []
        pairs = found if isinstance(found, list) else []
        return [
            (one[0], one[1])
            for one in pairs
            if isinstance(one, list) and len(one) == 2 and isinstance(one[0], str) and one[1] in REASONS
        ]

    def rows(self) -> list[tuple[str, str, str, bool]]:
        """The table beside the form: words, reason in words, the number of the line, whether it is ticked."""
        ticked = self["back"].value() or []
        return [
            (words, REASONS[reason], str(n), str(n) in ticked) for n, (words, reason) in enumerate(self.lines_left_out)
        ]

    def report(self):
        """The report chosen; not saved yet where it is new, None for a story of its own."""
        choice = self.value("in_report")
        if choice == NEW:
            title = self.value("headline").strip()
            return intake.report_called(title) or intake.new_report(title, self.value("part_style"))
        return next((offer.report for offer in self.offers if str(offer.report.pk) == choice), None)

    def number(self) -> int | None:
        written = self.value("part_number")
        return int(written) if written.isdecimal() and len(written) < 4 and int(written) else None

    def numberings(self) -> list[tuple[str, str]]:
        """The choices where the mark says another number than readers will see."""
        report, number = self.report(), self.number()
        if report is None or number is None or self._follows_here(number):
            return []
        shown = intake.number_shown(report, number)
        missing = ", ".join(str(n) for n in range(shown, number))
        words = {"number": number, "shown": shown, "missing": _("part %(numbers)s") % {"numbers": missing}}
        return [(one, NUMBERINGS[one] % words) for one in intake.numberings(report, number)]

    def _follows_here(self, number: int) -> bool:
        """Whether the part before it stands on this page and goes into the same report."""
        return any(one.goes_with(self) and not one.is_left_out() and one.number() == number - 1 for one in self.before)

    def is_last(self) -> bool:
        return self.value("says_last") == "True"

    def goes_with(self, other: "ManuscriptForm") -> bool:
        choice = self.value("in_report")
        if choice == ALONE or choice != other.value("in_report"):
            return False
        return choice != NEW or intake.folded(self.value("headline")) == intake.folded(other.value("headline"))

    def is_left_out(self) -> bool:
        return bool(self["is_skipped"].value())

    def disagreement(self) -> str:
        """The sentence that says so; "" where mark and readers agree."""
        report, number = self.report(), self.number()
        if not self.numberings() or report is None or number is None:
            return ""
        words = {"number": number, "shown": intake.number_shown(report, number)}
        if words["shown"] < number:
            return _("The manuscript says part %(number)d, but part %(shown)d has not appeared here.") % words
        return _("The manuscript says part %(number)d, but readers would see part %(shown)d.") % words

    def clean(self):
        data = super().clean()
        if data.get("is_skipped"):
            return data
        if not (data.get("headline") or "").strip():
            self.add_error("headline", _("Write a headline first."))
        if "body" in data:
            data["body"] = self._with_lines_back(data["body"], data.get("back") or [])
            if not to_text(data["body"]).strip():
                self.add_error("body", _("There is no text below the headline yet. Write or paste it here."))
        if self.is_undecided():
            self.add_error(
                "in_report", _("There is a report with a headline much like it. Choose whether this is a part of it.")
            )
        if self.fields["numbering"].choices and not data.get("numbering") and "part_number" in data:
            self.add_error("numbering", _("%(sentence)s Choose what to do.") % {"sentence": self.disagreement()})
        return data

    def is_undecided(self) -> bool:
        """Whether nothing was chosen where one of the reports may be meant."""
        return not self.value("in_report") and any(offer.why != "unfinished" for offer in self.offers)

    def _with_lines_back(self, body: str, ticked: list[str]) -> CleanHtml:
        words = [self.lines_left_out[int(n)][0] for n in ticked]
        return CleanHtml(body + "".join(paragraphs(one) for one in words))

    def _post_clean(self):
        """A manuscript left out may hold what no story may."""
        if self.cleaned_data.get("is_skipped"):
            self._errors.clear()
            return
        super()._post_clean()

    def keep(self, author) -> Article | None:
        """Make the draft; None where it is left out. The same manuscript again raises IntegrityError."""
        data = self.cleaned_data
        if data.get("is_skipped"):
            return None
        article = self.instance
        article.author, article.manuscript_digest = author, data["manuscript_digest"]
        return intake.keep(article, self.report(), data.get("part_number"), data.get("numbering") or "")
