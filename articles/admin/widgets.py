from django.contrib.admin.widgets import AutocompleteSelect

from articles.models import Photo

NEWEST = 40


class PhotoSelect(AutocompleteSelect):
    """Searches all photos as one types; without JavaScript it is a list of the newest."""

    def optgroups(self, name, value, attr=None):
        (group, options, place), *rest = super().optgroups(name, value, attr)
        shown = {str(option["value"]) for option in options}
        for photo in Photo.objects.all()[:NEWEST]:
            if str(photo.pk) not in shown:
                options.append(self.create_option(name, photo.pk, str(photo), False, len(options), attrs=attr))
        return [(group, options, place), *rest]
