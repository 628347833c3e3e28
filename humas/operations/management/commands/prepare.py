from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from articles.models import Article
from humas.accounts.models import User
from humas.base.models import KeyCheck
from humas.operations.backup.problems import one_sentence
from humas.operations.backup.progress import Progress
from humas.operations.backup.restoring import settle_if_dead
from humas.operations.static_files import collect_when_changed


class Command(BaseCommand):
    help = "Menyiapkan basis data, berkas statis, dan, bila masih kosong, redaksi contoh."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--production", action="store_true", help="tanpa redaksi contoh")

    def handle(self, *, production, **options):
        settings.DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
        with one_sentence():
            settle_if_dead(Progress(self.stdout.write))
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write(_("Preparing the database …"))
            call_command("migrate", interactive=False, verbosity=0)
        if wrong := KeyCheck.wrong_key():
            raise CommandError(
                _(
                    "%(setting)s does not fit the database in %(folder)s: it was made with other keys. "
                    "Put the old keys back, or set DATA_DIR to an empty folder."
                )
                % {"setting": wrong, "folder": settings.DATA_DIR}
            )
        if collect_when_changed():
            self.stdout.write(_("Static files are ready."))
        if not production and settings.DEBUG and not User.objects.exists() and not Article.everything.exists():
            call_command("demo", stdout=self.stdout)
