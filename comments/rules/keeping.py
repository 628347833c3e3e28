"""Writing rules: what is typed becomes a pattern that can be found, and who made or changed it is noted."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.db import transaction
from django.utils.translation import gettext as _

from comments.models import Rule
from comments.models.rule import Kind
from comments.rules.links import host_of
from comments.rules.plain import fold, pattern_words
from humas.base import changes
from humas.base.digests import digest, of_email
from humas.base.mail import one_line
from humas.base.network import network_prefix

MOST_LINES = 1000
LONGEST = 200
DIGESTED = (Kind.ADDRESS, Kind.NETWORK)


@dataclass
class Added:
    """What became of pasted lines."""

    rules: list[Rule] = field(default_factory=list)
    known: list[str] = field(default_factory=list)


def rule_of(kind: str, typed: str) -> Rule:
    """An unsaved rule of what was typed; ValidationError with a sentence where nothing could be found by it."""
    typed = one_line(typed)
    if not typed:
        raise ValidationError(_("Write what is looked for."), code="empty")
    if len(typed) > LONGEST:
        raise ValidationError(_("Longer than %(most)d characters.") % {"most": LONGEST}, code="long")
    return _MAKERS[Kind(kind)](typed)


def add(kind: str, lines: list[str], *, does: str, note: str = "", by=None) -> Added:
    """
    One rule to a line; what is there already, or twice among the lines, is said and left.

    ValidationError names each line that is none; then nothing is made.
    """
    made, wrong, added = [], [], Added()
    for number, line in enumerate(lines, 1):
        try:
            made.append((line, rule_of(kind, line)))
        except ValidationError as error:
            wrong.append(_("Line %(number)d: %(why)s") % {"number": number, "why": error.messages[0]})
    if wrong:
        raise ValidationError(wrong, code="lines")
    with transaction.atomic():
        seen = {_same(rule) for rule in Rule.objects.select_for_update()}
        for line, rule in made:
            if _same(rule) in seen:
                added.known.append(rule.hint or one_line(line))
                continue
            seen.add(_same(rule))
            rule.does, rule.note, rule.made_by = does, note, by
            rule.save()
            changes.note_values(changes.subject_of(rule), {}, _told(rule), by=by)
            added.rules.append(rule)
    return added


def change(rule: Rule, *, by=None) -> Rule:
    """Write what may be changed of a rule: what it does, whether it is on, why. Its pattern stays."""
    with transaction.atomic():
        before = Rule.objects.select_for_update().get(pk=rule.pk)
        rule.save(update_fields=["does", "is_active", "note"])
        changes.note_values(changes.subject_of(rule), _told(before), _told(rule), by=by)
    return rule


def switch(rules, is_active: bool, *, by=None) -> int:
    """Switch rules on or off; how many there were to switch."""
    with transaction.atomic():
        found = list(rules.filter(is_active=not is_active).select_for_update().order_by("pk"))
        for rule in found:
            before = _told(rule)
            rule.is_active = is_active
            rule.save(update_fields=["is_active"])
            changes.note_values(changes.subject_of(rule), before, _told(rule), by=by)
    return len(found)


def _told(rule: Rule) -> dict:
    """For the history: of an address or a network only what everybody at the desk sees of it."""
    values = changes.values(rule)
    return values | {"pattern": rule.hint} if rule.kind in DIGESTED else values


def _same(rule: Rule) -> tuple[str, object]:
    """Equal for rules that would find the same."""
    if rule.kind in (Kind.WORD, Kind.PHRASE):
        return "words", pattern_words(rule.pattern)
    return rule.kind, fold(rule.pattern)


def _of_words(typed: str) -> Rule:
    found = pattern_words(typed)
    if not found:
        raise ValidationError(_("Only punctuation: there is no word in it."), code="punctuation")
    if len(found) == 1 and len(found[0]) == 1:
        raise ValidationError(_("One letter alone would hold too much. Write a word."), code="letter")
    return Rule(kind=Kind.WORD if len(found) == 1 else Kind.PHRASE, pattern=typed)


def _of_link(typed: str) -> Rule:
    part = fold(typed).removeprefix("https://").removeprefix("http://").replace(" ", "")
    if sum(letter.isalnum() for letter in part) < 3:
        raise ValidationError(_("Write at least three letters or digits of the link."), code="letter")
    return Rule(kind=Kind.LINK, pattern=part)


def _of_domain(typed: str) -> Rule:
    text = fold(typed).removeprefix("*")
    host = host_of(text) if "://" in text else text.strip(".").partition("/")[0].partition(":")[0]
    host = host.removeprefix("www.").rpartition("@")[2]
    labels = host.split(".")
    is_ending = text.startswith(".") and len(labels) == 1
    if not all(label and label.replace("-", "").isalnum() for label in labels) or (len(labels) == 1 and not is_ending):
        raise ValidationError(
            _("This is not a domain, e.g. contoh.com (with all below it) or .xyz (all that end so)."), code="domain"
        )
    return Rule(kind=Kind.DOMAIN, pattern=host)


def _of_address(typed: str) -> Rule:
    try:
        EmailValidator()(typed)
    except ValidationError:
        raise ValidationError(_("This is not an e-mail address, e.g. nama@contoh.id."), code="address") from None
    name, _at, host = typed.rpartition("@")
    return Rule(kind=Kind.ADDRESS, pattern=of_email(typed), hint=f"{name[:1]}…@{host}"[:80])


def _of_network(typed: str) -> Rule:
    prefix = network_prefix(typed.partition("/")[0].strip())
    if not prefix:
        raise ValidationError(_("This is not a network, e.g. 203.0.113.7 or 2001:db8:1::/48."), code="network")
    mark = ":" if ":" in prefix else "."
    return Rule(kind=Kind.NETWORK, pattern=digest("network", prefix), hint=mark.join(prefix.split(mark)[:2]) + "…")


_MAKERS = {
    Kind.WORD: _of_words,
    Kind.PHRASE: _of_words,
    Kind.LINK: _of_link,
    Kind.DOMAIN: _of_domain,
    Kind.ADDRESS: _of_address,
    Kind.NETWORK: _of_network,
}
