from urllib.parse import urlsplit

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from comments import grounds, moderation, numbers
from comments.models import Comment, Status
from comments.models.comment import DECIDABLE
from comments.moderation import WORDS
from comments.reply.receive import receipt_digest
from comments.standing import OPERATOR


class Command(BaseCommand):
    help = "Memutuskan satu komentar dari baris perintah; keputusannya dicatat."

    def add_arguments(self, parser):
        parser.add_argument("which", metavar="KOMENTAR", help="nomor komentar (juga KMT-…) atau alamat tanda terimanya")
        parser.add_argument("decision", choices=list(WORDS), metavar="KEPUTUSAN", help=" | ".join(WORDS))
        parser.add_argument("--reason", metavar="ALASAN", default="", help="alasan, untuk catatan keputusan")
        help = "yang disampaikan kepada penulis bila tidak ditayangkan; nama pendek dari daftar alasan, misalnya judi"
        parser.add_argument("--ground", metavar="SEBAB", default="", help=help)

    def handle(self, *, which, decision, reason, ground, **options):
        if ground and grounds.known(ground) is None:
            names = ", ".join(each.slug for each in grounds.offered())
            raise CommandError(
                _("There is no reason “%(ground)s”. There are: %(names)s.") % {"ground": ground, "names": names}
            )
        comment = self._find(which)
        if not moderation.decide([comment.pk], WORDS[decision], rule=OPERATOR, reason=reason, ground=ground):
            comment.refresh_from_db(fields=["status"])
            if comment.status not in DECIDABLE:
                raise CommandError(_("Comment no. %(number)d was withdrawn by its writer.") % {"number": comment.pk})
        label = Status(WORDS[decision]).label
        self.stdout.write(_("Comment no. %(number)d is now: %(status)s") % {"number": comment.pk, "status": label})

    def _find(self, which):
        if which.isascii() and which.isdigit():
            found = Comment.objects.filter(pk=int(which)) if len(which) < 19 else Comment.objects.none()
        elif which.upper().startswith(numbers.PREFIX):
            found = Comment.objects.filter(pk=numbers.pk_of(which))
        else:
            token = urlsplit(which).path.rstrip("/").rpartition("/")[2]
            found = Comment.objects.filter(receipt_digest=receipt_digest(token))
        comment = found.only("pk", "status").first()
        if comment is None:
            raise CommandError(_("There is no comment “%(which)s”.") % {"which": which})
        return comment
