"""What commands ask at the keyboard, and what they read when there is none."""

import getpass
import sys

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from humas.operations.demo.accounts import PASSWORD


def ask(question: str) -> str:
    try:
        return input(question).strip()
    except EOFError:
        raise CommandError(_("Nobody answered. Run this in a terminal, or give --username and --name.")) from None


def new_password(user) -> str:
    """A password for this account, typed twice, or the next line of what is piped in; CommandError for a weak one."""
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
