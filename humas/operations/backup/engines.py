"""What differs between the two databases lies behind modules of one shape, chosen here."""

from types import ModuleType

from django.db import connection

from humas.operations.backup import postgresql, sqlite

ENGINES = {"sqlite": sqlite, "postgresql": postgresql}


def engine() -> ModuleType:
    """The module for the newsroom's database."""
    return ENGINES[connection.vendor]
