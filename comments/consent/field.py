"""The tick *Aturan Berkomentar* in a form: its value is the version that was on the page."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.models import Terms

NOT_AGREED = gettext_lazy("Tick that you follow the rules for comments.")
PLAIN_TICKS = {"on", "true", "yes", "ya"}
"""What a browser sends for a box without a value: somebody who wrote the form anew."""


class TermsField(forms.CharField):
    """Gives the Terms agreed to. A version no longer in force is asked for again: nobody agreed to the new words."""

    def __init__(self, terms: Terms):
        super().__init__(
            label=gettext_lazy("Rules for comments"),
            widget=forms.TextInput,  # Django's box knows yes and no, not which version; the template draws ours
            error_messages={"required": NOT_AGREED},
        )
        self.terms = terms
        self.validators = []

    def is_tick(self, given: str | None) -> bool:
        given = (given or "").strip()
        return given == str(self.terms.version) or given.casefold() in PLAIN_TICKS

    def bound_data(self, data, initial):
        """Truth for a form shown again: whether the box was ticked for this version."""
        return self.is_tick(data)

    def clean(self, value):
        given = super().clean(value).strip()
        if self.is_tick(given):
            return self.terms
        if given.isascii() and given.isdigit():
            raise ValidationError(
                _("The rules for comments have changed meanwhile. Read the new version and tick once more."),
                code="changed",
            )
        raise ValidationError(NOT_AGREED, code="required")
