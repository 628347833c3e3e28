#!/usr/bin/env python
"""Humas on the command line: `.venv/bin/python manage.py help`."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line


def main() -> None:
    os.umask(0o077)  # what the newsroom writes down is nobody else's on this machine
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "humas.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"Humas: {error}")


if __name__ == "__main__":
    main()
