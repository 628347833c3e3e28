"""*Bukti tindak lanjut*: what was done about a letter, on one sheet, whatever it is shown as."""

from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comments.emergency import rules
from comments.models import Comment, Hiding
from comments.models.hiding import Scope
from humas.base.models import Newsroom
from humas.base.stationery import Signer, head, letterhead, place_and_day
from humas.base.times import long_time

MOST_ON_A_SHEET = 12
LEAST_ON_A_SHEET = 4
LETTERS_FOR_A_LINE = 180
LONGEST_ADDRESS = 90
"""Of a line on the sheet; its end, which names the comment, stays."""

MOST_FOUND_ON_A_SHEET = 1000
MOST = 5_000
"""Addresses in a file."""

SEEN_SHOWN = 3


@dataclass
class Proof:
    """`addresses` are all of them (MOST at most), `count` how many there are; a sheet has room for `on_sheet`."""

    hiding: Hiding
    facts: list[tuple[str, str]]
    addresses: list[str]
    count: int
    bureau: Newsroom = field(default_factory=Newsroom.current)
    made_at: datetime = field(default_factory=timezone.now)

    @property
    def title(self) -> str:
        return _("Proof of what was done")

    @property
    def subject(self) -> str:
        return _("Comments hidden on %(site)s") % {"site": settings.SITE_URL}

    @property
    def name(self) -> str:
        return f"bukti-tindak-lanjut-{self.hiding.pk}"

    @property
    def letterhead(self) -> list[str]:
        return letterhead(self.bureau)

    @property
    def on_sheet(self) -> list[str]:
        """Fewer where much is written about what was found: the sheet stays one."""
        taken = len(self.hiding.found) // LETTERS_FOR_A_LINE + 2 * min(SEEN_SHOWN, len(self.hiding.still_seen))
        return [_short(one) for one in self.addresses[: max(LEAST_ON_A_SHEET, MOST_ON_A_SHEET - taken)]]

    @property
    def facts_on_sheet(self) -> list[tuple[str, str]]:
        """The same, but that what was found is cut where it is long."""
        found = self.hiding.found
        if len(found) <= MOST_FOUND_ON_A_SHEET:
            return self.facts
        cut = _("%(words)s … (all of it is in the .docx)") % {"words": found[:MOST_FOUND_ON_A_SHEET].rstrip()}
        return [(label, cut if words == found else words) for label, words in self.facts]

    @property
    def rest(self) -> str:
        """What does not stand on the sheet, in words; "" where all does."""
        left = self.count - len(self.on_sheet)
        return _("and %(count)d more; all of them are in the .docx") % {"count": left} if left > 0 else ""

    @property
    def rest_of_file(self) -> str:
        left = self.count - len(self.addresses)
        return _("and %(count)d more") % {"count": left} if left > 0 else ""

    @property
    def headers(self) -> list[str]:
        return [_("No."), _("Address")]

    @property
    def made_sentence(self) -> str:
        return _("Made on %(time)s.") % {"time": long_time(self.made_at)}

    @property
    def signer(self) -> Signer:
        return head(self.bureau, place_and_day(self.bureau))


def of(hiding: Hiding) -> Proof:
    """A few queries, however many comments were hidden."""
    addresses, count = _addresses(hiding)
    facts = [
        (_("Letter"), _letter(hiding)),
        (_("Hidden"), what(hiding)),
        (_("Number of comments"), str(hiding.count)),
        (_("What was found"), hiding.found or "–"),
        (_("Hidden on"), _when(hiding.at, hiding.by)),
        (_("State"), _state(hiding)),
        (_("Looked at again"), _checked(hiding)),
    ]
    return Proof(hiding, facts, addresses, count)


def what(hiding: Hiding) -> str:
    """What was hidden, in words."""
    if hiding.scope == Scope.ALL:
        return _("All comments on all pages; the comment forms were closed.")
    if hiding.scope == Scope.STORY and hiding.article:
        return _("Comments on the story “%(headline)s”") % {"headline": hiding.article.headline}
    if hiding.scope == Scope.RULE:
        return _("Comments found by the rule “%(rule)s”") % {"rule": rules.label(hiding.rule)}
    return _("Comments at the addresses of the letter")


def _addresses(hiding: Hiding) -> tuple[list[str], int]:
    if hiding.scope == Scope.ALL:
        return [f"{settings.SITE_URL}/"], 1
    if hiding.scope == Scope.STORY and hiding.article:
        return [hiding.article.absolute_url], 1
    if hiding.scope == Scope.LIST:
        given = hiding.addresses.splitlines()
        return given[:MOST], len(given)
    numbers = hiding.hidden.order_by("comment_id").values_list("comment_id", flat=True)[:MOST]
    return [Comment(pk=number).lasting_url for number in numbers], hiding.count


def _letter(hiding: Hiding) -> str:
    number, day = hiding.letter_number, hiding.letter_on and date_format(hiding.letter_on, "j F Y")
    if number and day:
        return _("No. %(number)s of %(day)s") % {"number": number, "day": day}
    return number or day or "–"


def _when(at: datetime, by) -> str:
    office = f" ({by.office})" if by.office else ""
    return _("%(time)s, by %(person)s") % {"time": long_time(at), "person": f"{by}{office}"}


def _state(hiding: Hiding) -> str:
    if hiding.lifted_at:
        return _("Shown again on %(when)s") % {"when": _when(hiding.lifted_at, hiding.lifted_by)}
    return _("Still hidden")


def _checked(hiding: Hiding) -> str:
    if not hiding.checked_at:
        return _("Not yet")
    return f"{_when(hiding.checked_at, hiding.checked_by)}: {result(hiding)}"


def result(hiding: Hiding) -> str:
    """What looking again has shown, in a sentence."""
    shown = list(dict.fromkeys(one["address"] for one in hiding.still_seen if one["is_open"]))
    closed = list(dict.fromkeys(one["address"] for one in hiding.still_seen if not one["is_open"]))
    if not hiding.still_seen:
        return ngettext(
            "none of them was seen at the %(count)d address looked at.",
            "none of them was seen at the %(count)d addresses looked at.",
            hiding.looked_at,
        ) % {"count": hiding.looked_at}
    said = []
    if shown:
        said.append(_("still seen at %(addresses)s.") % {"addresses": _listed(shown)})
    if closed:
        said.append(_("could not be looked at: %(addresses)s.") % {"addresses": _listed(closed)})
    return " ".join(said)


def _listed(addresses: list[str]) -> str:
    more = len(addresses) - SEEN_SHOWN
    told = ", ".join(_short(f"{settings.SITE_URL}{one}") for one in addresses[:SEEN_SHOWN])
    rest = _("and %(count)d more") % {"count": more}
    return f"{told} {rest}" if more > 0 else told


def _short(address: str) -> str:
    kept = LONGEST_ADDRESS // 2 - 1
    return address if len(address) <= LONGEST_ADDRESS else f"{address[:kept]}…{address[-kept:]}"
