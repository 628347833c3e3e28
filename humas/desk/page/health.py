"""What an administrator should know of the newsroom's health: of what `manage.py doctor` finds, what costs little."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from comments import identity
from humas.accounts.groups import ADMINISTRATORS
from humas.accounts.models import User
from humas.base import mail
from humas.base.http import see_other
from humas.base.mail import failed as letters
from humas.base.models import Newsroom
from humas.operations import condition


@dataclass(frozen=True)
class Health:
    """`sentences`, the most pressing first; `failed` letters, which can be tried again."""

    sentences: list[str]
    failed: letters.Failed | None

    def __len__(self):
        return len(self.sentences) + bool(self.failed)


def warnings(newsroom: Newsroom) -> Health:
    """Three queries at most."""
    found = set() if newsroom.is_demo else {problem.code for problem in condition.of_server()}
    sentences = {
        condition.DISK: _("The server has less than 500 MB left. Soon no photo can be kept: tell whoever runs it."),
        condition.PLAIN: _("This site is not https: what readers write can be read on the way. Tell whoever runs it."),
        condition.NO_PROXY: _("Readers may be redirected for ever: no proxy is trusted. Tell whoever runs the server."),
    }
    told = [sentence for code, sentence in sentences.items() if code in found]
    if unmet := identity.unmet(newsroom):
        told.append(unmet)
    if mail.is_on() and (stuck := letters.stuck()):
        told.append(condition.of_stuck(stuck))
    if User.objects.filter(groups__name=ADMINISTRATORS, is_active=True).distinct().count() < 2:
        told.append(_("There is only one administrator. Make a second one, for the day the first is away."))
    return Health(told, letters.failed() if mail.is_on() else None)


@require_POST
@permission_required("accounts.add_user", raise_exception=True)
def letters_again(request):
    """Try what was given up once more → 303 to the desk; how it went stands there."""
    count = letters.try_again()
    sent = mail.deliver(mail.SECONDS)
    if not count:
        messages.info(request, _("There is no letter to try again."))
    elif sent >= count:
        messages.success(
            request, ngettext("%(count)d letter was sent.", "%(count)d letters were sent.", sent) % {"count": sent}
        )
    else:
        messages.warning(
            request,
            _("Sent: %(sent)d of %(count)d. The rest is tried again by itself.") % {"sent": sent, "count": count},
        )
    return see_other(reverse("admin:index"))
