from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from humas.operations.rotating import rotate


class Command(BaseCommand):
    help = "Menyandikan ulang semua nilai tersandi dengan kunci terdepan di FIELD_KEYS; aman diulang saat melayani."

    def handle(self, **options):
        done = rotate(lambda name, count: self.stderr.write(f"  {name}: {count}"))
        said = _("Sealed again with the newest key: %(sealed)d. Sealed with it already: %(fresh)d.")
        self.stdout.write(said % {"sealed": done.sealed, "fresh": done.fresh})
        if done.lost:
            sentence = _(
                "%(count)d values open with none of FIELD_KEYS and stay as they are. "
                "Add the key they were sealed with, then run this again."
            )
            raise CommandError(sentence % {"count": done.lost})
        self.stdout.write(_("Once every server runs with the new keys, the older ones may leave FIELD_KEYS."))
