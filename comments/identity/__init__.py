"""
How sure the newsroom is of who writes: the level it asks for, and the one in force.

Both levels above "open" go by letters, so that without `EMAIL_URL` neither can be kept.
"""

from django.utils.translation import gettext as _

from humas.base import mail
from humas.base.discussion import Identity
from humas.base.models import Newsroom


def level(newsroom: Newsroom | None = None) -> Identity:
    """The level in force now. Asks the database only where there is mail and no newsroom is handed over."""
    if not mail.is_on():
        return Identity.OPEN
    return Identity((newsroom or Newsroom.current()).identity)


def unmet(newsroom: Newsroom) -> str:
    """A sentence for the desk where the level that was chosen is not in force; else ""."""
    if level(newsroom) == newsroom.identity:
        return ""
    return _(
        "Readers should confirm their address or sign in, but this newsroom sends no mail: "
        "until EMAIL_URL is set, anybody may comment with a name and an address as typed."
    )


def rules_met(newsroom: Newsroom) -> list[tuple[str, bool, str]]:
    """(rule, whether it is met as it is written, a sentence) for point 3 of the Pedoman Pemberitaan Media Siber."""
    signs_in, asks = level(newsroom) == Identity.SIGN_IN, newsroom.asks_terms
    return [
        (
            "3b",
            signs_in,
            _("Point 3b wants readers to register and sign in first: met.")
            if signs_in
            else _("Point 3b wants readers to register and sign in first: met only where readers sign in."),
        ),
        (
            "3c",
            signs_in and asks,
            _("Point 3c wants a written agreement when readers register: met, and recorded for every comment.")
            if signs_in and asks
            else _(
                "Point 3c wants a written agreement when readers register: recorded for every comment, unregistered."
            )
            if asks
            else _("Point 3c wants a written agreement when readers register: not asked for."),
        ),
    ]
