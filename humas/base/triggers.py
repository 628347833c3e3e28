"""Triggers that are laid after every migrate, since SQLite drops them when it rebuilds a table."""


def there(connection) -> set[str]:
    """Names of the triggers that are in this database and work."""
    catalogue = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(catalogue)
        return {row[0] for row in cursor.fetchall()}
