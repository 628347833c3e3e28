from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from comments.queue import counts, index


class Command(BaseCommand):
    help = "Membaca ulang semua kata komentar untuk pencarian antrean, dan menghitung ulang isi antrean."

    def handle(self, **options):
        counts.lay()
        read = index.read_anew()
        self.stdout.write(_("Read anew: %(count)d comments.") % {"count": read})
