"""The two forms of who signs in: asking for a link, and the reply form behind it."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from comments import consent
from comments.consent.field import TermsField
from comments.reply.forms import UNREADABLE, ReplyForm, WordsField
from humas.base import tokens
from humas.base.models import Newsroom

PURPOSE = "sign-in"
TOO_OLD = _("This form has become too old. Your words are all here: press the button once more.")


class AskForm(forms.Form):
    """Name, address and agreement of who wants a link. `ruas_kosong` is the trap, as in the reply form."""

    name = WordsField(label=_("Name"), max_length=245, empty=_("Give a name, a nickname will do."))
    email = WordsField(label=_("Email"), max_length=100, widget=forms.EmailInput, empty=_("Give your e-mail address."))
    token = forms.CharField(required=False, widget=forms.HiddenInput)
    ruas_kosong = forms.CharField(label=_("Leave this empty"), required=False, strip=False)

    clean_email = ReplyForm.clean_email

    def __init__(self, *args, article, garbled=frozenset(), **kwargs):
        super().__init__(*args, auto_id="masuk-%s", initial={"token": tokens.mint(PURPOSE, str(article.pk))}, **kwargs)
        self.article, self.garbled = article, garbled
        for hidden in ("token", "ruas_kosong"):
            self.fields[hidden].validators = []
        if terms := consent.asked(Newsroom.current()):
            self.fields["terms"] = TermsField(terms)

    def refresh(self) -> None:
        self.data = {**self.data, "token": tokens.mint(PURPOSE, str(self.article.pk))}

    def clean(self):
        data = super().clean()
        for name in self.garbled & {"name", "email"}:
            self.errors.pop(name, None)
            self.add_error(name, ValidationError(UNREADABLE, code="unreadable"))
        if not tokens.holds(data.get("token", ""), PURPOSE, str(self.article.pk)):
            raise ValidationError(TOO_OLD, code="token")
        return data


class SignedForm(ReplyForm):
    """The reply form at a reader's private address: name and e-mail are the reader's, whatever is sent."""

    page = "comments/write.html"
    is_proven = True

    def __init__(self, data=None, *, link, path, garbled=frozenset(), **kwargs):
        self.link, self.action_path = link, path
        if data is not None:
            data = {**data, "name": link.name, "email": link.reader.email, "website": ""}
        super().__init__(data, garbled=garbled - {"name", "email", "website"}, **kwargs)
        if self.asked_terms and link.terms_id == self.asked_terms.pk:
            del self.fields["terms"]  # agreed to when asking for the link

    @property
    def agreement(self):
        if self.asked_terms and "terms" not in self.fields:
            return self.asked_terms, self.link.agreed_at
        return super().agreement

    @property
    def action(self) -> str:
        return self.action_path
