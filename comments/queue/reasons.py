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
LABELS = {
    personal.PHONE: gettext_lazy("telephone number"),
    personal.NIK: gettext_lazy("identity number"),
    personal.EMAIL: gettext_lazy("e-mail address"),
    personal.HOUSE: gettext_lazy("house address"),
}
OF_RULES = (fate.WORDS, fate.DOMAINS, fate.ADDRESS, fate.NETWORK)


@dataclass(frozen=True)
class Mark:
    """Characters [start, end) of `field` ("body", "name" or "site"), what they are, and the sentence about them."""

    field: str
    start: int
    end: int
    sentence: str
    label: str = ""


@dataclass(frozen=True)
class Why:
    """One reason: its sentence, and the rule as the key `aturan` of the queue names it ("" for what holds nothing)."""

    sentence: str
    rule: str = ""


def reasons_of(comment: Comment) -> list[str]:
    """Sentences for each rule that held this comment, in the order they were asked; last, what holds nothing."""
    return [why.sentence for why in whys_of(comment)]


def whys_of(comment: Comment) -> list[Why]:
    """The same with the rule of each."""
    said = [why for rule in comment.held_for for why in _whys(rule, comment.evidence.get(rule, {}))]
    kinds = dict.fromkeys(kind for _start, _end, kind in comment.evidence.get(fate.PERSONAL, ()))
    return said + [Why(str(PERSONAL[kind])) for kind in kinds if kind in PERSONAL]


def marks_of(comment: Comment) -> list[Mark]:
    """What to show in the words themselves, in their order; two marks may overlap."""
    found = []
    for rule in comment.held_for:
        seen = comment.evidence.get(rule, {})
        if rule == fate.LINKS:
            found += [Mark("body", *place, _links(seen), _("link")) for place in seen.get("at", ())]
        elif rule in OF_RULES:
            hits = seen.get("found", ())
            found += [
                Mark(hit["field"], *place, _of_hit(hit), _kind(hit)) for hit in hits for place in hit.get("at", ())
            ]
    seen = comment.evidence.get(fate.PERSONAL, ())
    for start, end, kind in seen:
        if kind in PERSONAL:
            found.append(Mark("body", start, end, str(PERSONAL[kind]), str(LABELS[kind])))
    return sorted(found, key=lambda mark: (mark.field, mark.start, mark.end))


def seen_in(comment: Comment) -> list[str]:
    """The very characters that were noticed, each spelling once, as they may be shown."""
    return list(
        dict.fromkeys(shown_line(getattr(comment, mark.field)[mark.start : mark.end]) for mark in marks_of(comment))
    )


def _whys(rule: str, seen: dict) -> Iterator[Why]:
    if rule in OF_RULES:
        for hit in seen.get("found", ()):
            yield Why(_of_hit(hit), f"{rule}:{hit['rule']}" if hit.get("rule") else rule)
    else:
        yield Why(_sentence(rule, seen), rule)


def _sentence(rule: str, seen: dict) -> str:
    if rule == fate.LINKS:
        return _links(seen)
    if rule == fate.TOO_FAST:
        seconds = seen.get("seconds", 0)
        return ngettext(
            "The form was filled in within %(seconds)d second.",
            "The form was filled in within %(seconds)d seconds.",
            seconds,
        ) % {"seconds": seconds}
    if rule == fate.DUPLICATE:
        return _("The same words by the same writer are here already: comment no. %(number)s.") % {
            "number": seen.get("of", "?")
        }
    if rule in DECIDED:
        at = parse_datetime(seen.get("at", ""))
        return str(DECIDED[rule]) % {"person": seen.get("by", "?"), "time": long_time(at) if at else "?"}
    return str(SENTENCES.get(rule, rule))


def _links(seen: dict) -> str:
    count = seen.get("count", 0)
    return ngettext("Contains %(count)d link.", "Contains %(count)d links.", count) % {"count": count}


def _of_hit(hit: dict) -> str:
    words = {"kind": _kind(hit), "pattern": hit.get("pattern", "")}
    return str(FOUND_IN[hit["field"]]) % {**words, "rule": hit.get("rule", "?")}


def _kind(hit: dict) -> str:
    kind = hit.get("kind", "")
    return str(Kind(kind).label) if kind in Kind.values else kind
