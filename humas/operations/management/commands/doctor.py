import sys

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from humas.accounts.groups import ADMINISTRATORS
from humas.accounts.models import User
from humas.base.models import Newsroom
from humas.operations import condition
from humas.operations.readiness import hindrances


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
        problems += [problem.sentence for problem in condition.of_server()]
        problems += condition.of_mail()
        problems += condition.of_queue()
        if not (settings.DATA_DIR / "static.json").exists():
            problems.append(_("Static files are missing. Run: .venv/bin/python manage.py prepare --production"))
        return problems
