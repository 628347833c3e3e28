"""What may be hidden besides everything, and the letter because of which it is."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article
from comments import hiding
from comments.emergency import letter_addresses, rules
from comments.models import Hiding
from comments.models.hiding import Scope
from humas.base.cleaning import has_visible
from humas.base.digits import as_number

PARTS = (Scope.STORY, Scope.RULE, Scope.LIST)


class LetterForm(forms.Form):
    """Number and day of a letter, and what was found; all of it may come later."""

    nomor = forms.CharField(label=gettext_lazy("Number of the letter"), required=False, max_length=120)
    tanggal = forms.DateField(
        label=gettext_lazy("Date of the letter"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": gettext_lazy("This is not a date. Write it like 23/11/2026.")},
    )
    temuan = forms.CharField(
        label=gettext_lazy("What was found"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("One or two sentences, e.g. 14 comments advertise online gambling."),
    )

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("auto_id", "surat-%s")
        super().__init__(*args, **kwargs)

    @classmethod
    def of(cls, row: Hiding) -> "LetterForm":
        return cls(initial={"nomor": row.letter_number, "tanggal": row.letter_on, "temuan": row.found})

    @property
    def letter(self) -> hiding.Letter:
        data = self.cleaned_data
        return hiding.Letter(number=data["nomor"], on=data["tanggal"], found=data["temuan"])


class PartForm(LetterForm):
    """One story, one rule, or what a letter names; after `is_valid`, `part`, `letter` and `told` hold it."""

    cakupan = forms.ChoiceField(choices=[(scope.value, scope.label) for scope in PARTS], widget=forms.HiddenInput)
    berita = forms.CharField(label=gettext_lazy("Address of the story"), required=False, max_length=500)
    aturan = forms.CharField(label=gettext_lazy("Rule"), required=False, max_length=80, widget=forms.Select)
    alamat = forms.CharField(
        label=gettext_lazy("Addresses from the letter"),
        required=False,
        max_length=letter_addresses.LONGEST,
        widget=forms.Textarea(attrs={"rows": 7, "spellcheck": "false", "autocapitalize": "off"}),
        help_text=gettext_lazy(
            "Paste the list or the whole letter. Addresses of comments, numbers (KMT-…) and addresses of stories "
            "are found in it."
        ),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.told: list[str] = []
        self.part: hiding.Part | None = None
        found = rules.choices()
        self.fields["aturan"].widget.choices = [
            ("", "–"),
            *((one.key, f"{one.label} ({one.count})") for one in found),
        ]

    def clean(self):
        data = super().clean()
        read = {Scope.STORY: self._story, Scope.RULE: self._rule, Scope.LIST: self._list}.get(data.get("cakupan"))
        if read and not self.errors:
            read(data)
        return data

    @property
    def count(self) -> int:
        """How many comments would be hidden now."""
        return self.part.rows().count() if self.part else 0

    def _story(self, data):
        text = data["berita"].strip()
        found = {as_number(text)} if as_number(text) else letter_addresses.read(text).stories
        story = Article.everything.filter(pk__in=found).first() if len(found) == 1 else None
        if story is None:
            self.add_error("berita", _("There is no story at this address. Copy it from the page of the story."))
            return
        self.story = story
        self.part = hiding.Part(Scope.STORY, article_id=story.pk)

    def _rule(self, data):
        if not hiding.found_by(data["aturan"]).exists():
            self.add_error("aturan", _("Choose a rule."))
            return
        self.part = hiding.Part(Scope.RULE, rule=data["aturan"])

    def _list(self, data):
        if not has_visible(data["alamat"]):
            self.add_error("alamat", ValidationError(_("Paste the addresses from the letter first.")))
            return
        named = letter_addresses.read(data["alamat"])
        self.told = named.sentences
        self.part = hiding.Part(
            Scope.LIST,
            addresses="\n".join(named.given),
            comments=frozenset(named.comments),
            stories=frozenset(named.stories),
        )
