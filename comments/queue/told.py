"""Lines of the record in words: who did what, and what its writer was told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.models import Decision, Ground, Status
from comments.models.decision import Act
from comments.queue.meanwhile import NOT_PEOPLE

RULES = NOT_PEOPLE | {"purge": gettext_lazy("the rule on how long comments are kept")}
CHANGES = {
    Act.DECIDED: "%(before)s → %(after)s",
    Act.UNDONE: gettext_lazy("Undone: %(before)s → %(after)s"),
    Act.CONFIRMED: gettext_lazy("Address confirmed: %(before)s → %(after)s"),
    Act.EDITED: gettext_lazy("Words mended: %(before)s → %(after)s"),
    Act.WITHDRAWN: gettext_lazy("Taken back: %(before)s → %(after)s"),
    Act.ERASED: gettext_lazy("Erased"),
    Act.EMAIL_SEEN: gettext_lazy("Looked at the e-mail address"),
    Act.REDACTED: gettext_lazy("Closed parts of it, or opened them again"),
}
ADDRESS_ERASED = gettext_lazy("E-mail address erased")


@dataclass(frozen=True)
class Told:
    """One line: `why` is for the desk alone, `ground` what the writer was told."""

    who: str
    what: str
    why: str
    ground: str
    at: datetime


def told(lines: Iterable[Decision]) -> list[Told]:
    """These lines, which have their `by`, in their order. One query."""
    labels = dict(Ground.objects.values_list("slug", "label"))
    return [Told(who(line), _what(line), _why(line), labels.get(line.ground, line.ground), line.at) for line in lines]


def who(line: Decision) -> str:
    return named(str(line.by or ""), line.rule)


def named(person: str, rule: str) -> str:
    """Whoever acted: this person, or where there is none, the rule of this name."""
    return person or str(RULES.get(rule) or _("the rule “%(name)s”") % {"name": rule})


def _what(line: Decision) -> str:
    if line.act == Act.ERASED and line.reason == "email":
        return str(ADDRESS_ERASED)
    words = {"before": Status(line.from_status).label, "after": Status(line.to_status).label}
    return str(CHANGES[Act(line.act)]) % words


def _why(line: Decision) -> str:
    return "" if line.act == Act.ERASED else line.reason
