from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils.translation import gettext as _

from humas.accounts.groups import ADMINISTRATORS
from humas.accounts.models import User
from humas.base.commands import sentence
from humas.operations import fresh
from humas.operations.asking import ask, new_password
from humas.operations.backup.problems import Refusal


class Command(BaseCommand):
    help = (
        "Mulai redaksi sungguhan: menukar redaksi contoh dengan redaksi kosong. Semua berita, foto, komentar, akun, "
        "dan pengaturan contoh hilang, juga yang Anda tambahkan sendiri. Boleh saat server menyala."
    )

    def add_arguments(self, parser):
        parser.add_argument("--keep", metavar="AKUN", help="akun administrator yang dibawa, dengan sandinya")
        parser.add_argument(
            "--username", metavar="AKUN", default="", help="administrator baru; bila kosong, ditanyakan"
        )
        parser.add_argument("--name", metavar="NAMA", default="", help="nama tercetak administrator baru")
        parser.add_argument("--confirm", metavar="KATA", default="", help=f"{fresh.WORD}; bila kosong, ditanyakan")

    def handle(self, *, keep, username, name, confirm, **options):
        try:
            fresh.refuse_unless_demo()
            confirm = confirm or ask(
                _("Everything in this demo will be gone. Type %(word)s to go on: ") % {"word": fresh.WORD}
            )
            if confirm != fresh.WORD:
                raise CommandError(_("Not confirmed. Nothing has changed."))
            person, groups = self._known(keep) if keep else self._new(username, name)
            self.stdout.write(_("Preparing an empty newsroom …"))
            person = fresh.start_fresh(person, groups)
        except ValidationError as error:
            raise sentence(error) from None
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None
        except DatabaseError as error:
            raise CommandError(fresh.not_now(error)) from None
        self.stdout.write(
            _("The newsroom is empty and yours. Sign in at /admin/ as “%(name)s”.") % {"name": person.username}
        )

    def _known(self, username):
        person = User.objects.filter(username=username, groups__name=ADMINISTRATORS, is_active=True).first()
        if person is None:
            raise CommandError(_("There is no active administrator “%(name)s”.") % {"name": username})
        if not fresh.may_come_along(person):
            raise CommandError(_("“%(name)s” still has the public password of the demo.") % {"name": username})
        return fresh.carried(person), list(person.groups.values_list("name", flat=True))

    def _new(self, username, name):
        username = username or ask(_("Account name: "))
        name = name or ask(_("Printed name: "))
        person = User(username=username, printed_name=name, is_staff=True)
        person.set_password(new_password(person))
        person.clean_fields()
        return person, fresh.FIRST_GROUPS
