"""Why a comment is where it is, in a sentence a moderator understands."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.models import Comment
from comments.reply import fate

SENTENCES = {
    fate.TRAP: gettext_lazy("The field that people never see was filled in; programs do that."),
    fate.NO_ORIGIN: gettext_lazy("The browser did not say which page the comment came from; old phones do that."),
}


def reasons_of(comment: Comment) -> list[str]:
    """One sentence for each rule that held this comment, in the order they were asked."""
    return [_sentence(rule, comment.evidence.get(rule, {})) for rule in comment.held_for]


def _sentence(rule: str, seen: dict) -> str:
    if rule == fate.DUPLICATE:
        return _("The same words by the same writer are here already: comment no. %(number)s.") % {
            "number": seen.get("of", "?")
        }
    return str(SENTENCES.get(rule, rule))
