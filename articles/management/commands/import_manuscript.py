import errno
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import publishing
from articles.manuscript import intake
from articles.manuscript.parse import parse
from articles.manuscript.text import UnreadableManuscript, decode
from articles.models import Status
from humas.accounts.models import User
from humas.base.commands import moment, sentence

TEXTS = {".txt", ".text", ".md", ""}
NOT_OPENED = {  # the system's own words for it are English
    errno.ENOENT: gettext_lazy("there is no such file"),
    errno.EISDIR: gettext_lazy("it is a folder"),
    errno.EACCES: gettext_lazy("this account may not read it"),
}


class Command(BaseCommand):
    help = "Membuat berita dari naskah pers (.txt); naskah yang sama tidak dibuat dua kali."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="FILE", help="naskah: judul, paragraf, kredit dalam kurung")
        parser.add_argument("--report", metavar="JUDUL", default="", help="laporan bersambung yang memuatnya")
        parser.add_argument("--publish", action="store_true", help="langsung terbitkan")
        parser.add_argument("--at", metavar="WAKTU", help="waktu terbit (ISO 8601), menurut jam redaksi")
        parser.add_argument("--author", metavar="AKUN", help="nama akun penulis")

    def handle(self, *, files, report, publish, at, author, **options):
        at = moment(at) if at else None
        author = self._author(author)
        texts = [self._text(Path(name)) for name in files]
        with transaction.atomic():  # all of them or none
            taken = [self._take_in(text, author, report, publish or at is not None, at) for text in texts]
        for story, text, is_new in taken:
            self._tell(story, text, is_new)

    def _take_in(self, text, author, report, publish, at):
        try:
            story, is_new = intake.take_in(text, author=author, report_title=report)
            if publish and story.status == Status.DRAFT and not story.was_opened:
                story = publishing.publish(story, at=at)
        except ValidationError as error:
            raise sentence(error) from None
        return story, text, is_new

    def _tell(self, story, text, is_new):
        self.stdout.write(f"{story.absolute_url} {story.heading}")
        number = parse(text).part_number
        if is_new and number and story.part_label and story.report.first_number - 1 + story.position != number:
            note = _("The manuscript says part %(number)d; readers see “%(label)s”.")
            self.stderr.write(note % {"number": number, "label": story.part_label})

    def _author(self, name):
        if not name:
            return None
        author = User.objects.filter(username=name).first()
        if author is None:
            raise CommandError(_("There is no account named “%(name)s”.") % {"name": name})
        return author

    def _text(self, path):
        if path.suffix.lower() not in TEXTS:
            raise CommandError(_("%(file)s: only .txt can be read so far. Save the text as .txt.") % {"file": path})
        try:
            return decode(path.read_bytes())
        except OSError as error:
            why = NOT_OPENED.get(error.errno, error.strerror)
            raise CommandError(_("%(file)s cannot be opened: %(why)s.") % {"file": path, "why": why}) from None
        except UnreadableManuscript as error:
            why = _("it is larger than 2 MB") if error.code == "too_large" else _("it is not a text")
            raise CommandError(_("%(file)s cannot be read: %(why)s.") % {"file": path, "why": why}) from None
