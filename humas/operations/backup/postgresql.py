"""
A PostgreSQL database: its own tools at one snapshot out, and in one transaction in.

The role needs nothing but its own tables. `psql` gets one script on its standard
input: our tables dropped, what `pg_restore` writes, its rows counted again, and a
COMMIT that is only sent when all before it went well. A process killed anywhere
on the way leaves a script without an end, and the newsroom as it was.
"""

import os
import re
import shutil
import subprocess
import tempfile
import time
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils.translation import gettext as _

from humas.operations.backup.facts import Facts, facts_of
from humas.operations.backup.journal import Journal
from humas.operations.backup.manifest import Manifest
from humas.operations.backup.problems import PATIENCE, Refusal, in_use, written_meanwhile
from humas.operations.backup.progress import Progress

NAME = "PostgreSQL"
FILE = "database.pgdump"
LOCK = 20191125
"""An advisory lock, held from the first to the last statement of a restore."""
MIGRATIONS = MigrationRecorder.Migration._meta.db_table
CHANGED = "humas-changed"
"""What the script says when rows are there that were not there before."""
ALL_OF_IT = "--no-owner --no-privileges --no-comments".split()


def place() -> str:
    """Which database this is, for one who comes back later."""
    return "{NAME}@{HOST}".format_map(connection.settings_dict)


def dump(target: Path, progress: Progress) -> Facts:
    """Write what `pg_dump` says of one snapshot, and count in the same."""
    tool = _tool("pg_dump")
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    snapshot = connection.copy()  # a session of its own, whatever the present one is in the middle of
    with closing(snapshot):
        snapshot.connect()
        _refuse_older(tool, snapshot.connection.info.server_version // 10000)
        snapshot.set_autocommit(False)
        with snapshot.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute("SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0")
            cursor.execute("SELECT pg_export_snapshot()")
            (name,) = cursor.fetchone()
            _run([tool, "--format=custom", *ALL_OF_IT, f"--snapshot={name}", f"--file={target}"])

            def query(sql):
                cursor.execute(sql)
                return cursor.fetchall()

            columns = {}
            for table, column in query(
                "SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid "
                "WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped "
                "AND c.relnamespace = current_schema()::regnamespace"
            ):
                columns.setdefault(table, []).append(column)
            return facts_of(query, columns)


def must_be_alone() -> None:
    """Refusal while another session of this account is connected: a server would write on during the restore."""
    for tool in ("pg_restore", "psql"):
        _tool(tool)
    until = time.monotonic() + PATIENCE
    while _others():
        if time.monotonic() > until:
            raise Refusal(in_use())
        time.sleep(0.1)


def _others() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
            "AND usename = current_user AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
        return cursor.fetchone()[0]


def stage(source: Path, manifest: Manifest, journal: Journal) -> None:
    """Nothing to make ready: it is read where it lies."""


def swap(journal: Journal, source: Path, manifest: Manifest, expected: dict[str, int]) -> None:
    """Replace everything in one transaction; `expected` rows must be all there are by now."""
    before, after = _before(manifest, expected), _after(manifest, journal)
    connection.close()
    pg_restore = [_tool("pg_restore"), "--clean", "--if-exists", *ALL_OF_IT, "--file=-", str(source)]
    failure = None
    with tempfile.TemporaryFile("w+") as complaints:
        with subprocess.Popen(  # noqa: S603 – a fixed command
            [_tool("psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints, text=True, env=_environment(),
        ) as psql:  # fmt: skip
            try:
                psql.stdin.write(before)
                psql.stdin.flush()
                if psql.stdout.readline():  # it holds the lock: whoever finds us dead can wait for its end
                    _run(pg_restore, stdout=psql.stdin)
                    psql.stdin.write(after)
                psql.stdin.close()
            except BrokenPipeError:
                pass  # it has stopped already, and said why
            except Refusal as refusal:
                failure = refusal
                psql.stdin.close()
            has_stopped = psql.wait() != 0
        complaints.seek(0)
        if has_stopped:
            raise Refusal(_why("psql", complaints.read()))
    if failure:
        raise failure


def is_swapped(journal: Journal) -> bool:
    """A restore leaves its name in the database, in the transaction that does it."""
    connection.close()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])  # a dead one's session ends a moment later
        cursor.execute("SELECT obj_description(to_regclass(%s), 'pg_class')", [MIGRATIONS])
        (said,) = cursor.fetchone()
        cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
    return said == _mark(journal)


def discard(journal: Journal) -> None:
    """The database has seen to it."""


def finish() -> None:
    """Bring it up to date, and lay all that every newsroom has."""
    connection.close()
    call_command("migrate", interactive=False, verbosity=0)


def _mark(journal: Journal) -> str:
    return f"humas restore {journal.token}"


def _before(manifest: Manifest, expected: dict[str, int]) -> str:
    """The script up to where the old tables are gone."""
    with connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
    ours = {*connection.introspection.django_table_names(), MIGRATIONS, *manifest.facts.tables} & there
    names = ", ".join(map(_quoted, sorted(ours)))
    return "\n".join(
        [
            "\\o /dev/null",
            "BEGIN;",
            f"SELECT pg_advisory_xact_lock({LOCK});",
            "\\echo ready",
            f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE;" if names else "",
            *(_insist(table, count, CHANGED) for table, count in expected.items()),
            f"DROP TABLE {names};\n" if names else "",
        ]
    )


def _after(manifest: Manifest, journal: Journal) -> str:
    """The script from where everything is in: counted again, marked, and only then true."""
    checks = [_insist(table, count, "count") for table, count in manifest.facts.tables.items()]
    mark = f"COMMENT ON TABLE {MIGRATIONS} IS '{_mark(journal)}';"
    return "\n".join(["RESET search_path;", *checks, mark, "COMMIT;\n"])


def _insist(table: str, count: int, word: str) -> str:
    return (
        f"DO $$ BEGIN IF (SELECT count(*) FROM {_quoted(table)}) <> {int(count)} "  # noqa: S608 – quoted, a number
        f"THEN RAISE EXCEPTION '{word}: %', {_literal(table)}; END IF; END $$;"
    )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _environment() -> dict[str, str]:
    """What libpq reads instead of arguments everybody can see: the password, and all else of DATABASE_URL."""
    from psycopg import pq  # a newsroom on SQLite is spared libpq

    given = connection.get_connection_params()
    names = {option.keyword.decode(): option.envvar.decode() for option in pq.Conninfo.get_defaults() if option.envvar}
    return settings.COMMAND_ENVIRONMENT | {
        names[key]: str(value) for key, value in given.items() if key in names and value != ""
    }


def _tool(name: str) -> str:
    if found := shutil.which(name):
        return found
    raise Refusal(_("%(tool)s is not installed here. Install the package postgresql-client.") % {"tool": name})


def _refuse_older(tool: str, server: int) -> None:
    said = subprocess.run([tool, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603 – found by `which`
    found = re.search(r"\d+", said)
    if found and int(found[0]) < server:
        raise Refusal(
            _("pg_dump is version %(tool)s, the server is version %(server)s. Install postgresql-client-%(server)s.")
            % {"tool": found[0], "server": server}
        )


def _run(command: list[str], **options) -> None:
    done = subprocess.run(  # noqa: S603 – a list, no shell; what stands in it is ours
        command, stderr=subprocess.PIPE, text=True, check=False, env=_environment(), **options
    )
    if done.returncode:
        raise Refusal(_why(Path(command[0]).name, done.stderr))


def _why(tool: str, complaints: str) -> str:
    """The first thing a tool complains of, as a sentence."""
    lines = [re.sub(rf"^{tool}:(<stdin>:\d+:)? *(error:)? *", "", line) for line in complaints.splitlines() if line]
    if any(CHANGED in line for line in lines):
        return written_meanwhile()
    return _("%(tool)s has stopped, and nothing was changed: %(why)s") % {"tool": tool, "why": (lines or ["?"])[0]}
