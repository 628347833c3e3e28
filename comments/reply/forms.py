"""The form *Tinggalkan Balasan*: what a reader must give, and what is said when it is not there."""

from datetime import datetime
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, ProhibitNullCharactersValidator, URLValidator
from django.utils.translation import gettext_lazy as _

from comments import consent
from comments.consent.field import TermsField
from comments.mail import letters
from comments.models import Comment, Terms
from comments.reply import token
from humas.base.cleaning import has_visible
from humas.base.digits import as_number
from humas.base.models import Newsroom

UNREADABLE = _("Some characters could not be read. Please type them again.")
TOO_LONG = _("Too long: %(show_value)d of at most %(limit_value)d characters.")


class WordsField(forms.CharField):
    """Text as typed: line ends folded to LF before anything is counted, in code points."""

    def __init__(self, *, empty, **kwargs):
        super().__init__(error_messages={"required": empty}, **kwargs)
        for validator in self.validators:
            if isinstance(validator, ProhibitNullCharactersValidator):
                validator.message = UNREADABLE
            elif hasattr(validator, "limit_value"):
                validator.message = TOO_LONG

    def validate(self, value):
        super().validate(value)
        if self.required and not has_visible(value):
            raise ValidationError(self.error_messages["required"], code="required")

    def to_python(self, value):
        if isinstance(value, str):
            value = value.replace("\r\n", "\n").replace("\r", "\n")
        return super().to_python(value)


class ReplyForm(forms.Form):
    """
    A reader's reply to one story, or to one of its comments.

    After `is_valid`, `cleaned_data` has body, name, email, website ("" or an
    http address), parent (a Comment or None), ruas_kosong (what sprang the
    trap), t (seconds or None: the page script's word for the time to fill),
    and terms (the version agreed to) where the newsroom asks for it.
    Fields named in `garbled` came as bytes that are no text.
    """

    template_name = "comments/_form.html"
    use_required_attribute = True
    page = "comments/reply.html"
    """The page that shows the form again with its errors."""

    is_proven = False
    """Whether name and address are those of somebody who signed in."""

    body = WordsField(label=_("Comment"), max_length=65_525, widget=forms.Textarea, empty=_("Write the comment first."))
    name = WordsField(label=_("Name"), max_length=245, empty=_("Give a name, a nickname will do."))
    email = WordsField(label=_("Email"), max_length=100, widget=forms.EmailInput, empty=_("Give your e-mail address."))
    website = WordsField(label=_("Website"), max_length=200, required=False, empty="")
    kabar = forms.BooleanField(label=_("Mail me when this comment is shown or answered"), required=False)
    parent = forms.CharField(required=False, widget=forms.HiddenInput)
    token = forms.CharField(required=False, widget=forms.HiddenInput)
    t = forms.CharField(required=False, widget=forms.HiddenInput)
    ruas_kosong = forms.CharField(label=_("Leave this empty"), required=False, strip=False)

    def __init__(self, *args, article, garbled=frozenset(), newsroom=None, **kwargs):
        kwargs.setdefault("auto_id", "balasan-%s")
        super().__init__(*args, **kwargs)
        self.article = article
        self.newsroom = newsroom or Newsroom.current()
        if not self.newsroom.asks_website:
            del self.fields["website"]  # what is posted all the same is not looked at
        self.garbled = garbled
        self._answerable: dict[str, Comment | None] = {"": None}
        for hidden in ("parent", "token", "t", "ruas_kosong"):
            self.fields[hidden].validators = []
        self.asked_terms = consent.asked(self.newsroom)
        if self.asked_terms:
            self.fields["terms"] = TermsField(self.asked_terms)
        if not letters.is_offered(self.newsroom):
            del self.fields["kabar"]

    @property
    def agreement(self) -> tuple[Terms | None, datetime | None]:
        """What the writer agreed to, and when if that was before now."""
        return self.cleaned_data.get("terms"), None

    @property
    def action(self) -> str:
        return f"{self.article.get_absolute_url()}tanggapan/"

    @classmethod
    def blank(cls, article, parent: str = "", newsroom=None) -> "ReplyForm":
        """The form as a story's page shows it, answering this comment where it is one that can be answered."""
        newsroom = newsroom or Newsroom.current()
        answered = answerable(article, parent, newsroom.thread_depth)
        number = str(answered.pk) if answered else ""
        form = cls(article=article, newsroom=newsroom, initial={"token": token.mint(article), "parent": number})
        form._answerable[number] = answered
        return form

    def refresh(self) -> None:
        """Make a refused form ready to be sent again: a fresh token, every word kept, a lost parent let go."""
        self.data = self.data.copy()
        self.data["token"] = token.mint(self.article)
        if "parent" in self.errors:
            self.data["parent"] = ""

    @property
    def first_wrong(self) -> str:
        """The name of the first field with an error that a reader can see, "" where there is none."""
        return next((field.name for field in self.visible_fields() if field.errors), "")

    @property
    def answered(self) -> Comment | None:
        """The comment this form answers, where it is one that can be answered."""
        number = str(self["parent"].value() or "")
        if number not in self._answerable:
            self._answerable[number] = answerable(self.article, number, self.newsroom.thread_depth)
        return self._answerable[number]

    def clean_email(self):
        address = self.cleaned_data["email"]
        incomplete = ValidationError(_("The e-mail address is not complete, e.g. nama@contoh.id."), code="invalid")
        if {"\r", "\n"} & set(self["email"].data):  # no browser sends one from this field; in a mail it begins a header
            raise incomplete
        try:
            EmailValidator()(address)
        except (ValidationError, UnicodeError):
            raise incomplete from None
        return address

    def clean_website(self):
        address = self.cleaned_data["website"]
        if not address:
            return ""
        if "://" not in address:
            address = f"https://{address}"
        try:
            URLValidator(schemes=["http", "https"])(address)
            if len(address) > 200 or urlsplit(address).username is not None:
                raise ValidationError("")
        except (ValidationError, ValueError):
            raise ValidationError(
                _("This is not a web address, e.g. https://contoh.id. You may leave it empty.")
            ) from None
        return address

    def clean_parent(self):
        number = self.cleaned_data["parent"].strip()
        if not number:
            return None
        if self.answered is None:
            if Comment.objects.public().filter(article=self.article, pk=as_number(number)).exists():
                message = _(
                    "Answers do not go deeper than this. "
                    "Press the button once more to send yours as a comment of its own."
                )
            else:
                message = _(
                    "The comment you are answering is no longer here. "
                    "Press the button once more to send yours as a comment of its own."
                )
            raise ValidationError(message, code="parent")
        return self.answered

    def clean_t(self):
        seconds = self.cleaned_data["t"].strip()
        return min(int(seconds), 10**6) if seconds.isascii() and seconds.isdigit() and len(seconds) < 10 else None

    def clean(self):
        data = super().clean()
        for name in self.garbled & self.fields.keys():
            if isinstance(self.fields[name], WordsField):
                self.errors.pop(name, None)  # whatever else is wrong with it comes from this
                self.add_error(name, ValidationError(UNREADABLE, code="unreadable"))
        if not token.holds(data.get("token", ""), self.article):
            raise ValidationError(
                _("This form has become too old. Your words are all here: press the button once more."), code="token"
            )
        return data


def answerable(article, number: str, depth: int) -> Comment | None:
    """The public comment of this story with this number, where an answer to it stands no deeper than this."""
    if not (pk := as_number(number)):
        return None
    return Comment.objects.public().filter(article=article).above_level(pk, depth).first()
