import getpass
import sys

from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from humas.accounts.groups import ADMINISTRATORS, EDITORS, MODERATORS
from humas.accounts.models import User
from humas.operations.demo.accounts import ACCOUNTS, PASSWORD


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
        username = username or self._ask(_("Account name: "))
        name = name or self._ask(_("Printed name: "))
        user = User(username=username, printed_name=name, is_staff=True)
        password = self._password(user)
        user.set_password(password)
        try:
            user.full_clean()
            with transaction.atomic():
                user.save()
                user.groups.set(Group.objects.filter(name__in=[ADMINISTRATORS, EDITORS, MODERATORS]))
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        self.stdout.write(_("Account “%(name)s” is ready. Sign in at /admin/.") % {"name": username})

    def _ask(self, question):
        try:
            return input(question).strip()
        except EOFError:
            raise CommandError(_("Nobody answered. Run this in a terminal, or give --username and --name.")) from None

    def _password(self, user):
        if not sys.stdin.isatty():
            password = sys.stdin.readline().rstrip("\n")
        else:
            password = getpass.getpass(_("Password: "))
            if getpass.getpass(_("The same password again: ")) != password:
                raise CommandError(_("The two passwords are not the same. Nothing was made."))
        try:
            validate_password(password, user)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        if password == PASSWORD:
            raise CommandError(_("This is the public password of the demo. Choose another one."))
        return password
