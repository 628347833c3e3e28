import os
import subprocess
import sys

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from humas.operations.demo.accounts import ACCOUNTS, PASSWORD
from humas.operations.readiness import demo_passwords_in_use, hindrances
from humas.operations.server import command


class Command(BaseCommand):
    help = "Melayani pembaca dan meja redaksi dengan server produksi (PORT, WORKERS dari lingkungan)."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--demo", action="store_true", help="redaksi contoh, hanya untuk komputer ini")

    def handle(self, *, demo, **options):
        if demo and not settings.DEBUG:
            raise CommandError(_("The demo is only served with DEBUG=1. For readers use: make serve"))
        if not demo:
            if problems := hindrances():
                raise CommandError("\n".join(problems))
            self.stdout.write(
                _("Serving %(address)s on port %(port)d") % {"address": settings.SITE_URL, "port": settings.PORT}
            )
        else:
            self._announce()
        self.stdout.flush()
        if settings.TASKS_MODE == "database":
            self._worker_beside()
        arguments = command(port=settings.PORT, workers=1 if demo else settings.WORKERS, only_here=demo)
        os.execv(sys.executable, [sys.executable, *arguments])

    def _worker_beside(self):
        """Its keeper is a child of this process, which becomes the server: it sees when the server is gone."""
        worker = [sys.executable, str(settings.BASE_DIR / "manage.py"), "worker", "--with-parent"]
        keeper = [sys.executable, "-m", "humas.operations.beside", str(os.getpid()), *worker]
        subprocess.Popen(keeper, cwd=settings.BASE_DIR, close_fds=True)  # noqa: S603 – our own command line

    def _announce(self):
        lines = [
            "",
            _("Site:  %(address)s/") % {"address": settings.SITE_URL},
            _("Desk:  %(address)s/admin/") % {"address": settings.SITE_URL},
        ]
        if names := demo_passwords_in_use():
            lines.append(_("Demo accounts, all with the password “%(password)s”:") % {"password": PASSWORD})
            lines += [f"  {name:<14} {printed}, {group}" for name, printed, group in ACCOUNTS if name in names]
        lines += [_("Stop with Ctrl+C."), ""]
        self.stdout.write("\n".join(lines))
