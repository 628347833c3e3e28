"""What stands at the head and the foot of papers a newsroom hands in: its letterhead, and who signs."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format

from humas.base import nip
from humas.base.models import Newsroom

DOTS = "…" * 16


@dataclass(frozen=True)
class Signer:
    """Where somebody signs: lines above the empty space, the name, lines under it."""

    above: list[str]
    name: str
    below: list[str]


def letterhead(bureau: Newsroom) -> list[str]:
    """Name, place, address and ways to reach the bureau, each where there is one."""
    ways = " · ".join(filter(None, (bureau.phone, bureau.public_email)))
    address = " · ".join(filter(None, (line.strip() for line in bureau.address.splitlines())))
    return [line for line in (bureau.name, bureau.place, address, ways) if line]


def place_and_day(bureau: Newsroom) -> str:
    return f"{bureau.dateline or bureau.place or DOTS}, {date_format(timezone.localdate(), 'j F Y')}"


def head(bureau: Newsroom, first: str) -> Signer:
    """Who signs for the bureau, under this first line."""
    below = [bureau.signatory_rank or DOTS, f"NIP {nip.in_groups(bureau.signatory_nip) or DOTS}"]
    return Signer([first, bureau.signatory_office or DOTS], bureau.signatory_name or DOTS, below)
