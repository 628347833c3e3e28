"""What an administrator should know of the newsroom's health: of what `manage.py doctor` finds, what costs little."""

from django.utils.translation import gettext as _

from comments import identity
from humas.accounts.groups import ADMINISTRATORS
from humas.accounts.models import User
from humas.base.models import Newsroom
from humas.operations import condition


def warnings(newsroom: Newsroom) -> list[str]:
    """Sentences, the most pressing first. One query."""
    found = set() if newsroom.is_demo else {problem.code for problem in condition.of_server()}
    sentences = {
        condition.DISK: _("The server has less than 500 MB left. Soon no photo can be kept: tell whoever runs it."),
        condition.PLAIN: _("This site is not https: what readers write can be read on the way. Tell whoever runs it."),
        condition.NO_PROXY: _("Readers may be redirected for ever: no proxy is trusted. Tell whoever runs the server."),
    }
    told = [sentence for code, sentence in sentences.items() if code in found]
    if unmet := identity.unmet(newsroom):
        told.append(unmet)
    if User.objects.filter(groups__name=ADMINISTRATORS, is_active=True).distinct().count() < 2:
        told.append(_("There is only one administrator. Make a second one, for the day the first is away."))
    return told
