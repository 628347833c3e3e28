from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comments import numbers, record, replay
from comments.models import Comment, Decision

MOST_NAMED = 50
TOLD_EVERY = 50_000


class Command(BaseCommand):
    help = (
        "Membaca catatan keputusan dari awal dan mencocokkannya dengan keadaan setiap komentar. "
        "Tidak mengubah apa pun; boleh dijalankan sementara redaksi bekerja."
    )

    def handle(self, **options):
        if missing := record.guards_missing():
            raise CommandError(
                _("The record of decisions is not protected: %(names)s. Run: manage.py migrate")
                % {"names": ", ".join(missing)}
            )
        wrong = list(replay.differing(self._told))
        if wrong:
            raise CommandError(self._sentence(wrong))
        counts = {"lines": Decision.objects.count(), "comments": Comment.objects.count()}
        self.stdout.write(_("The record agrees: %(lines)d lines, %(comments)d comments.") % counts)

    def _told(self, done, last):
        if done % TOLD_EVERY == 0:
            self.stderr.write(f"  {done}/{last}")

    def _sentence(self, wrong):
        said = ngettext(
            "%(count)d comment is not what the record says: %(numbers)s",
            "%(count)d comments are not what the record says: %(numbers)s",
            len(wrong),
        )
        named = ", ".join(f"{numbers.of(pk)} ({pk})" for pk in wrong[:MOST_NAMED])
        return said % {"count": len(wrong), "numbers": named + (" …" if len(wrong) > MOST_NAMED else "")}
