from functools import partial
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from humas.operations.backup import making
from humas.operations.backup.journal import LOCK, interrupted
from humas.operations.backup.locks import held
from humas.operations.backup.problems import Refusal, one_sentence
from humas.operations.backup.progress import Progress

HELP = (
    "Membuat cadangan lengkap redaksi (basis data dan foto) dalam folder baru di bawah FOLDER. Boleh saat server "
    "menyala. Kunci (.env) tidak ikut: simpan terpisah. Memulihkannya: manage.py restore FOLDER."
)


class Command(BaseCommand):
    help = HELP
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("folder", metavar="FOLDER", type=Path, help="tempat menyimpan cadangan-cadangan")

    def handle(self, *, folder, verbosity, **options):
        progress = Progress(partial(self.stderr.write, style_func=str) if verbosity else str)
        settings.DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
        with one_sentence(), held(settings.DATA_DIR / LOCK, _("A restore is running. Wait for its end."), shared=True):
            if sentence := interrupted():
                raise Refusal(sentence)
            made, manifest = making.make(folder, progress)
        if verbosity:
            self._sum_up(made, manifest)
        if manifest.missing:
            raise CommandError(
                _("The backup is made, but %(count)d files of pictures are missing on this server, such as %(name)s.")
                % {"count": len(manifest.missing), "name": manifest.missing[0]}
            )

    def _sum_up(self, made, manifest):
        rows = manifest.facts.tables
        self.stdout.write(
            _("Backup made: %(folder)s (%(stories)d stories, %(comments)d comments, %(photos)d photos, %(size)s).")
            % {
                "folder": made,
                "stories": rows.get("articles_article", 0),
                "comments": rows.get("comments_comment", 0),
                "photos": rows.get("articles_photo", 0),
                "size": filesizeformat(manifest.size),
            }
        )
