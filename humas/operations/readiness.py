"""What must be so before readers are served, each problem as one sentence that says how to mend it."""

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from comments.record import guards_missing
from humas.accounts.models import User
from humas.base.models import KeyCheck
from humas.operations.backup.journal import interrupted
from humas.operations.demo.accounts import ACCOUNTS, PASSWORD


def hindrances() -> list[str]:
    """Why `make serve` must not start; empty when it may."""
    if sentence := interrupted():
        return [sentence]
    try:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return [_("The database is not up to date. Run: .venv/bin/python manage.py migrate")]
    except Error as error:
        return [_("The database does not answer: %(why)s") % {"why": str(error).splitlines()[0]}]
    problems = [_("DEBUG is on. Switch it off before readers come.")] if settings.DEBUG else []
    if wrong := KeyCheck.wrong_key():
        problems.append(
            _("%(setting)s does not fit this database: addresses of readers could not be read. Put the old key back.")
            % {"setting": wrong}
        )
    if names := demo_passwords_in_use():
        problems.append(
            _("The demo password still works for: %(names)s. Give these accounts new passwords or make them inactive.")
            % {"names": ", ".join(names)}
        )
    if missing := guards_missing():
        problems.append(
            _("The record of decisions is not protected (%(names)s). Run: .venv/bin/python manage.py migrate")
            % {"names": ", ".join(missing)}
        )
    return problems


def demo_passwords_in_use() -> list[str]:
    """Active accounts of the demo that still open with its public password."""
    names = [name for name, *_rest in ACCOUNTS]
    found = User.objects.filter(username__in=names, is_active=True).values_list("username", "password")
    # The demo gives all its accounts one salted hash, so that this costs one slow comparison and not five.
    opens = {password: check_password(PASSWORD, password) for _name, password in found}
    return [name for name, password in found if opens[password]]
