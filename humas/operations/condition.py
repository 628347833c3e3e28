"""Smaller things that are wrong with a server, each cheap to look at: for `manage.py doctor`, and for the desk."""

import shutil
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comments.queue import counts, index
from humas.base import mail
from humas.base.mail import failed

LEAST_FREE = 500_000_000
DISK, PLAIN, NO_PROXY = "disk", "plain", "no_proxy"


@dataclass(frozen=True)
class Problem:
    """A `sentence` for the operator; by its `code` others find words of their own."""

    code: str
    sentence: str


def of_mail() -> list[str]:
    """Letters that were given up, or that nobody is there to send. Two queries."""
    if not mail.is_on():
        return []
    told = []
    if lost := failed.failed():
        told.append(_("%(what)s To try them again: manage.py send_letters --failed") % {"what": lost})
    if count := failed.stuck():
        told.append(of_stuck(count))
    return told


def of_stuck(count: int) -> str:
    said = ngettext(
        "%(count)d letter should have gone long ago, and nobody sends it. Is “manage.py worker” running?",
        "%(count)d letters should have gone long ago, and nobody sends them. Is “manage.py worker” running?",
        count,
    )
    return said % {"count": count}


def of_server() -> list[Problem]:
    """What settings and disk tell; no query."""
    problems = []
    if not settings.SITE_URL.startswith("https://"):
        problems.append(Problem(PLAIN, _("SITE_URL is not https: what readers write can be read on the way.")))
    elif not settings.TRUSTED_PROXIES:
        sentence = _("SITE_URL is https, but no proxy is trusted to say so: readers are redirected for ever.")
        problems.append(Problem(NO_PROXY, sentence))
    if shutil.disk_usage(settings.DATA_DIR).free < LEAST_FREE:
        sentence = _("Less than 500 MB are free where %(folder)s lies.") % {"folder": settings.DATA_DIR}
        problems.append(Problem(DISK, sentence))
    return problems


def of_queue() -> list[str]:
    """What the queue counts and searches by, where it is not what is stored. Looks at every comment."""
    if counts.missing() or index.missing():
        return [_("What keeps the counts and the search of the queue is missing. Run: manage.py migrate")]
    if counts.differ():
        return [_("The counts of the queue are not what is in it. To count anew: manage.py migrate")]
    if index.differs():
        return [
            _("The search of the queue does not know all that is stored. To read it anew: manage.py rebuild_search")
        ]
    return []
