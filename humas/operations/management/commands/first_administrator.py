from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from humas.accounts.groups import ADMINISTRATORS
from humas.accounts.models import User
from humas.base import pages
from humas.operations.asking import ask, new_password
from humas.operations.demo.accounts import ACCOUNTS
from humas.operations.fresh import FIRST_GROUPS


class Command(BaseCommand):
    help = "Membuat akun administrator pertama (boleh mengelola orang, menyunting, dan memoderasi)."

    def add_arguments(self, parser):
        parser.add_argument("--username", metavar="AKUN", default="", help="bila kosong, ditanyakan")
        parser.add_argument("--name", metavar="NAMA", default="", help="nama tercetak")

    def handle(self, *, username, name, **options):
        demo = [account for account, *_rest in ACCOUNTS]
        real = User.objects.filter(groups__name=ADMINISTRATORS, is_active=True).exclude(username__in=demo)
        if other := real.first():
            raise CommandError(
                _("There is an administrator already: %(name)s. Others are made in the desk.")
                % {"name": other.username}
            )
        username = username or ask(_("Account name: "))
        name = name or ask(_("Printed name: "))
        user = User(username=username, printed_name=name, is_staff=True)
        user.set_password(new_password(user))
        try:
            user.full_clean()
            with transaction.atomic():
                user.save()
                user.groups.set(Group.objects.filter(name__in=FIRST_GROUPS))
                pages.touched(pages.NEWSROOM)  # every story says how many people may look at an address
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        self.stdout.write(_("Account “%(name)s” is ready. Sign in at /admin/.") % {"name": username})
