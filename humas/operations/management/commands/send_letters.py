from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from humas.base import mail
from humas.base.mail import delivery, failed


class Command(BaseCommand):
    help = "Mengirim email yang menunggu; --failed mencoba lagi juga yang sudah gagal."

    def add_arguments(self, parser):
        parser.add_argument("--failed", action="store_true", help="coba lagi juga yang sudah gagal")

    def handle(self, **options):
        if not mail.is_on():
            raise CommandError(_("EMAIL_URL is not set: this newsroom sends no mail."))
        delivery.wake()
        if options["failed"]:
            failed.try_again()
        count = mail.deliver()
        self.stdout.write(_("Sent: %(count)d.") % {"count": count})
        if left := failed.unsent():
            raise CommandError(_("Not sent: %(count)d. What the mail server said is in the log.") % {"count": left})
