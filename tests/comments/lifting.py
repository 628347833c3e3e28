from django.db import connection

from comments.record import TABLE, triggers


def lift_guards():
    """Take the record's triggers away to clear the database between two tests; migrate lays them again."""
    with connection.cursor() as cursor:
        for name in triggers(connection):
            on_table = f" ON {TABLE}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}")
