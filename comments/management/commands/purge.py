from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.purging import due_now, purge

WORDS = {
    "unconfirmed": gettext_lazy("not confirmed in time"),
    "spam": gettext_lazy("spam"),
    "trash": gettext_lazy("trash"),
    "withdrawn": gettext_lazy("withdrawn"),
    "emails": gettext_lazy("e-mail addresses"),
    "networks": gettext_lazy("digests of networks"),
    "letters": gettext_lazy("old letters"),
}


class Command(BaseCommand):
    help = "Menghapus spam, sampah, alamat email, dan sidik jaringan yang masa simpannya sudah lewat (lihat Diskusi)."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="hanya menghitung, tidak menghapus apa pun")

    def handle(self, *, dry_run, **options):
        counts = due_now() if dry_run else purge(progress=self._told)
        said = ", ".join(f"{count} {WORDS[kind]}" for kind, count in counts.items() if count)
        if not said:
            self.stdout.write(_("Nothing is due to be erased."))
        elif dry_run:
            self.stdout.write(_("Would be erased: %(what)s.") % {"what": said})
        else:
            self.stdout.write(_("Erased: %(what)s.") % {"what": said})

    def _told(self, kind, count):
        self.stderr.write(f"  {WORDS[kind]}: {count}")
