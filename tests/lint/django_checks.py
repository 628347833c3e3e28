"""Django's own checks, without a warning, and no change of a model without its migration."""

import django
from django.core.management import call_command

import tests.environment  # noqa: F401 – sets what the settings need

django.setup()
call_command("check", fail_level="WARNING")
call_command("makemigrations", check=True, dry_run=True)
