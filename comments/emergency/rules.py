"""Rules by which comments that readers see can be hidden, each with how many it found among them."""

from dataclasses import dataclass

from django.db.models import Count

from comments.models import Comment, Finding, Rule
from comments.reply import fate
from humas.base.digits import as_number

_LOOKS_AT = {rule.name: rule.looks_at for rule in fate.RULES}


@dataclass(frozen=True)
class Choice:
    """`key` is "links", or "words:12" for a rule of the newsroom's own."""

    key: str
    label: str
    count: int


def choices() -> list[Choice]:
    """Those that found something that is shown, the most first. Two queries."""
    shown = Comment.objects.decided_to_show()
    rows = Finding.objects.filter(comment__in=shown).order_by().values_list("name", "rule_id").annotate(n=Count("pk"))
    counts = sorted(rows, key=lambda row: (-row[2], row[:2]))
    own = Rule.objects.in_bulk({number for _name, number, _count in counts if number})
    return [
        Choice(f"{name}:{number}" if number else name, _label(name, own.get(number)), count)
        for name, number, count in counts
    ]


def label(key: str) -> str:
    """What a rule looks at, in words; at most one query."""
    name, _colon, number = key.partition(":")
    return _label(name, Rule.objects.filter(pk=as_number(number)).first() if as_number(number) else None)


def _label(name: str, own: Rule | None) -> str:
    return str(own) if own else str(_LOOKS_AT.get(name, name))
