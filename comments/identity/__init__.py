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
