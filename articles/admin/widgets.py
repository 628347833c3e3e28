from django.contrib.admin.widgets import AdminSplitDateTime, AutocompleteSelect
from django.utils.translation import gettext_lazy as _

from articles.models import Photo

NEWEST = 40


class DateAndHour(AdminSplitDateTime):
    """Django's, with a name on each of its two fields for those who cannot see the words beside them."""

    def __init__(self, attrs=None):
        super().__init__(attrs)
        for field, name in zip(self.widgets, (_("Date"), _("Hour")), strict=True):
            field.attrs["aria-label"] = name


class PhotoSelect(AutocompleteSelect):
    """Searches all photos as one types; without JavaScript it is a list of the newest."""

    def optgroups(self, name, value, attr=None):
        (group, options, place), *rest = super().optgroups(name, value, attr)
        shown = {str(option["value"]) for option in options}
        for photo in Photo.objects.all()[:NEWEST]:
            if str(photo.pk) not in shown:
                options.append(self.create_option(name, photo.pk, str(photo), False, len(options), attrs=attr))
        return [(group, options, place), *rest]
