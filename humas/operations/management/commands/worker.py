import signal

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from humas.operations.worker import Worker

WORDS = {"nightly": gettext_lazy("nightly clearing"), "comment_digest": gettext_lazy("digest for moderators")}


class Command(BaseCommand):
    help = "Mengerjakan pekerjaan latar: mengirim email, ringkasan pukul 08.00 dan 14.00, pembersihan setiap malam."

    def add_arguments(self, parser):
        parser.add_argument(
            "--once", action="store_true", help="kerjakan yang jatuh tempo sekarang lalu selesai (cron)"
        )
        parser.add_argument("--with-parent", action="store_true", help="berhenti bersama proses yang menyalakannya")

    def handle(self, *, once, with_parent, **options):
        worker = Worker()
        if once:
            done = ", ".join(str(WORDS[name]) for name in worker.once())
            self.stdout.write(_("Done: %(what)s.") % {"what": done} if done else _("Nothing was due."))
            return
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, worker.stop)
        worker.run(with_parent=with_parent)
