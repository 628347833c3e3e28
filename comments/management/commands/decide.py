from urllib.parse import urlsplit

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from comments import moderation
from comments.grounds import GROUNDS
from comments.models import Comment, Status
from comments.models.comment import DECIDABLE
from comments.moderation import WORDS
from comments.reply.receive import receipt_digest
from comments.standing import OPERATOR


class Command(BaseCommand):
    help = "Memutuskan satu komentar dari baris perintah; keputusannya dicatat."

    def add_arguments(self, parser):
        parser.add_argument("which", metavar="KOMENTAR", help="nomor komentar atau alamat tanda terimanya")
        parser.add_argument("decision", choices=list(WORDS), metavar="KEPUTUSAN", help=" | ".join(WORDS))
        parser.add_argument("--reason", metavar="ALASAN", default="", help="alasan, untuk catatan keputusan")
        slugs = [ground.slug for ground in GROUNDS]
        help = f"yang disampaikan kepada penulis bila tidak ditayangkan: {' | '.join(slugs)}"
        parser.add_argument("--ground", choices=slugs, metavar="SEBAB", default="", help=help)

    def handle(self, *, which, decision, reason, ground, **options):
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
        else:
            token = urlsplit(which).path.rstrip("/").rpartition("/")[2]
            found = Comment.objects.filter(receipt_digest=receipt_digest(token))
        comment = found.only("pk", "status").first()
        if comment is None:
            raise CommandError(_("There is no comment “%(which)s”.") % {"which": which})
        return comment
