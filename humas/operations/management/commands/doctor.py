import shutil
import sys

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from humas.accounts.groups import ADMINISTRATORS
from humas.accounts.models import User
from humas.base.models import Newsroom
from humas.operations.readiness import hindrances

LEAST_FREE = 500_000_000


class Command(BaseCommand):
    help = "Memeriksa redaksi ini dan mengatakan apa yang salah serta cara memperbaikinya."
    requires_system_checks = []

    def handle(self, **options):
        problems = hindrances() or self._smaller_things()
        for problem in problems:
            self.stdout.write(f"- {problem}")
        if problems:
            sys.exit(1)
        self.stdout.write(_("Everything is in order."))

    def _smaller_things(self):
        problems = []
        if Newsroom.current().is_demo:
            problems.append(_("The newsroom still shows the sample data. For a real one run: manage.py start_fresh"))
        if not User.objects.filter(groups__name=ADMINISTRATORS, is_active=True).exists():
            problems.append(_("There is no administrator. Run: make admin"))
        if not settings.SITE_URL.startswith("https://"):
            problems.append(_("SITE_URL is not https: what readers write can be read on the way."))
        elif not settings.TRUSTED_PROXIES:
            problems.append(_("SITE_URL is https, but no proxy is trusted to say so: readers are redirected for ever."))
        if shutil.disk_usage(settings.DATA_DIR).free < LEAST_FREE:
            problems.append(_("Less than 500 MB are free where %(folder)s lies.") % {"folder": settings.DATA_DIR})
        if not (settings.DATA_DIR / "static.json").exists():
            problems.append(_("Static files are missing. Run: .venv/bin/python manage.py prepare --production"))
        return problems
