import errno
from copy import deepcopy
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import publishing
from articles.manuscript import intake, package
from articles.manuscript.lines import Source
from articles.manuscript.parse import take_apart
from articles.manuscript.reading import read
from articles.manuscript.reading import sentence as unreadable
from articles.manuscript.text import UnreadableManuscript
from articles.models import Status
from humas.accounts.models import User
from humas.base.commands import moment, sentence

NOT_OPENED = {  # the system's own words for it are English
    errno.ENOENT: gettext_lazy("there is no such file"),
    errno.EISDIR: gettext_lazy("it is a folder"),
    errno.EACCES: gettext_lazy("this account may not read it"),
}


class Command(BaseCommand):
    help = "Membuat berita dari naskah pers (.txt, .docx, .odt); naskah yang sama tidak dibuat dua kali."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="FILE", help="naskah: judul, paragraf, kredit dalam kurung")
        parser.add_argument("--report", metavar="JUDUL", default="", help="laporan bersambung yang memuatnya")
        parser.add_argument("--publish", action="store_true", help="langsung terbitkan")
        parser.add_argument("--at", metavar="WAKTU", help="waktu terbit (ISO 8601), menurut jam redaksi")
        parser.add_argument("--author", metavar="AKUN", help="nama akun penulis")

    def handle(self, *, files, report, publish, at, author, **options):
        at = moment(at) if at else None
        author = self._author(author)
        sources = [self._source(Path(name)) for name in files]
        try:
            with transaction.atomic():
                stories = [self._take_in(one, author, report, publish or at is not None, at) for one in sources]
        except ValidationError as error:
            raise sentence(error) from None
        for story, is_new, number in stories:
            self.stdout.write(f"{story.absolute_url} {story.heading}")
            if is_new and number and story.part_label and story.report.first_number - 1 + story.position != number:
                note = _("The manuscript says part %(number)d; readers see “%(label)s”.")
                self.stderr.write(note % {"number": number, "label": story.part_label})

    def _take_in(self, source: Source, author, report, publish, at):
        number = take_apart(deepcopy(source)).part_number
        story, is_new = intake.take_in(source, author=author, report_title=report)
        if publish and story.status == Status.DRAFT and not story.was_opened:
            story = publishing.publish(story, at=at)
        return story, is_new, number

    def _author(self, name):
        if not name:
            return None
        author = User.objects.filter(username=name).first()
        if author is None:
            raise CommandError(_("There is no account named “%(name)s”.") % {"name": name})
        return author

    def _source(self, path):
        try:
            with path.open("rb") as file:
                return read(path.name, file.read(package.LARGEST + 1))
        except OSError as error:
            why = NOT_OPENED.get(error.errno, error.strerror)
            raise CommandError(_("%(file)s cannot be opened: %(why)s.") % {"file": path, "why": why}) from None
        except UnreadableManuscript as error:
            raise CommandError(unreadable(str(path), error)) from None
