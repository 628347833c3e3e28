"""How long ago something came, short enough for a line of the list."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

HOUR, DAY = 3600, 86400


def age(moment: datetime, now: datetime | None = None) -> str:
    """baru saja, 12 mnt, 3 jam, 6 hari; from a month on the day."""
    seconds = int(((now or timezone.now()) - moment) / timedelta(seconds=1))
    if seconds < 60:
        return _("just now")
    if seconds < HOUR:
        return ngettext("%(count)d min", "%(count)d min", seconds // 60) % {"count": seconds // 60}
    if seconds < DAY:
        return ngettext("%(count)d hour", "%(count)d hours", seconds // HOUR) % {"count": seconds // HOUR}
    if seconds < 30 * DAY:
        return ngettext("%(count)d day", "%(count)d days", seconds // DAY) % {"count": seconds // DAY}
    return date_format(timezone.localtime(moment), "j M Y")
