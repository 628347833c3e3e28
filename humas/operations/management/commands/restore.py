from functools import partial
from pathlib import Path

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from humas.operations.backup.problems import one_sentence
from humas.operations.backup.progress import Progress
from humas.operations.backup.restoring import restore

HELP = (
    "Memulihkan redaksi dari cadangan buatan manage.py backup. FOLDER boleh folder satu cadangan, atau tempat "
    "menyimpannya: yang terbaru dipakai. Hentikan server lebih dulu. Redaksi yang sudah berisi hanya diganti dengan "
    "--force, setelah dicadangkan di sebelah cadangan itu."
)


class Command(BaseCommand):
    help = HELP
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("folder", metavar="FOLDER", type=Path, help="cadangan, atau tempat menyimpan cadangan")
        parser.add_argument("--force", action="store_true", help="juga bila redaksi sudah berisi")

    def handle(self, *, folder, force, verbosity, **options):
        progress = Progress(partial(self.stderr.write, style_func=str) if verbosity else str)
        with one_sentence():
            done = restore(folder, progress, force=force)
        for path in done.kept:
            self.stdout.write(_("The newsroom as it was before is kept: %(path)s") % {"path": path})
        rows = done.manifest.facts.tables
        self.stdout.write(
            _("Restored from %(folder)s: %(stories)d stories, %(comments)d comments, %(photos)d photos.")
            % {
                "folder": done.folder,
                "stories": rows.get("articles_article", 0),
                "comments": rows.get("comments_comment", 0),
                "photos": rows.get("articles_photo", 0),
            }
        )
