"""Why a comment is where it is, in a sentence a moderator understands, and which of its characters say so."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from comments import personal
from comments.models import Comment
from comments.models.rule import Kind
from comments.reply import fate
from humas.base.cleaning import shown_line
from humas.base.times import long_time

SENTENCES = {
    fate.TRAP: gettext_lazy("The field that people never see was filled in; programs do that."),
    fate.NO_ORIGIN: gettext_lazy("The browser did not say which page the comment came from; old phones do that."),
    fate.FIRST_TIMER: gettext_lazy("Nothing of this writer was shown yet."),
    fate.RETURNING_WRITER: gettext_lazy("An address known here, but not confirmed: anybody can type it."),
}
DECIDED = {
    fate.WRITER_BLOCKED: gettext_lazy("%(person)s blocked this writer on %(time)s."),
    fate.WRITER_HELD: gettext_lazy("%(person)s wants everything of this writer read first, since %(time)s."),
    fate.WRITER_TRUSTED: gettext_lazy(
        "%(person)s trusts this writer since %(time)s, but this address is not confirmed: anybody can type it."
    ),
}
"""What people decided about a writer."""
FOUND_IN = {
    "body": gettext_lazy("Contains the %(kind)s “%(pattern)s” (rule no. %(rule)s)."),
    "name": gettext_lazy("The name contains the %(kind)s “%(pattern)s” (rule no. %(rule)s)."),
    "site": gettext_lazy("The website contains the %(kind)s “%(pattern)s” (rule no. %(rule)s)."),
    "email": gettext_lazy("The e-mail address belongs to the domain “%(pattern)s” (rule no. %(rule)s)."),
    "address": gettext_lazy("The e-mail address is the one of rule no. %(rule)s."),
    "network": gettext_lazy("The network is the one of rule no. %(rule)s."),
}
PERSONAL = {
    personal.PHONE: gettext_lazy("Looks like a telephone number."),
    personal.NIK: gettext_lazy("Looks like a NIK."),
    personal.EMAIL: gettext_lazy("Looks like an e-mail address."),
    personal.HOUSE: gettext_lazy("Looks like a house address."),
}
OF_RULES = (fate.WORDS, fate.DOMAINS, fate.ADDRESS, fate.NETWORK)


@dataclass(frozen=True)
class Mark:
    """Characters [start, end) of `field` ("body", "name" or "site"), and the sentence about them."""

    field: str
    start: int
    end: int
    sentence: str


def reasons_of(comment: Comment) -> list[str]:
    """Sentences for each rule that held this comment, in the order they were asked; last, what holds nothing."""
    said = [sentence for rule in comment.held_for for sentence in _sentences(rule, comment.evidence.get(rule, {}))]
    kinds = dict.fromkeys(kind for _start, _end, kind in comment.evidence.get(fate.PERSONAL, ()))
    return said + [str(PERSONAL[kind]) for kind in kinds if kind in PERSONAL]


def marks_of(comment: Comment) -> list[Mark]:
    """What to show in the words themselves, in their order; two marks may overlap."""
    found = []
    for rule in comment.held_for:
        seen = comment.evidence.get(rule, {})
        if rule == fate.LINKS:
            found += [Mark("body", *place, _links(seen)) for place in seen.get("at", ())]
        elif rule in OF_RULES:
            hits = seen.get("found", ())
            found += [Mark(hit["field"], *place, _of_hit(hit)) for hit in hits for place in hit.get("at", ())]
    seen = comment.evidence.get(fate.PERSONAL, ())
    found += [Mark("body", start, end, str(PERSONAL[kind])) for start, end, kind in seen if kind in PERSONAL]
    return sorted(found, key=lambda mark: (mark.field, mark.start, mark.end))


def seen_in(comment: Comment) -> list[str]:
    """The very characters that were noticed, each spelling once, as they may be shown."""
    return list(
        dict.fromkeys(shown_line(getattr(comment, mark.field)[mark.start : mark.end]) for mark in marks_of(comment))
    )


def _sentences(rule: str, seen: dict) -> Iterator[str]:
    if rule in OF_RULES:
        yield from (_of_hit(hit) for hit in seen.get("found", ()))
    elif rule == fate.LINKS:
        yield _links(seen)
    elif rule == fate.TOO_FAST:
        seconds = seen.get("seconds", 0)
        yield ngettext(
            "The form was filled in within %(seconds)d second.",
            "The form was filled in within %(seconds)d seconds.",
            seconds,
        ) % {"seconds": seconds}
    elif rule == fate.DUPLICATE:
        yield _("The same words by the same writer are here already: comment no. %(number)s.") % {
            "number": seen.get("of", "?")
        }
    elif rule in DECIDED:
        at = parse_datetime(seen.get("at", ""))
        yield str(DECIDED[rule]) % {"person": seen.get("by", "?"), "time": long_time(at) if at else "?"}
    else:
        yield str(SENTENCES.get(rule, rule))


def _links(seen: dict) -> str:
    count = seen.get("count", 0)
    return ngettext("Contains %(count)d link.", "Contains %(count)d links.", count) % {"count": count}


def _of_hit(hit: dict) -> str:
    kind = hit.get("kind", "")
    words = {"kind": Kind(kind).label if kind in Kind.values else kind, "pattern": hit.get("pattern", "")}
    return str(FOUND_IN[hit["field"]]) % {**words, "rule": hit.get("rule", "?")}
