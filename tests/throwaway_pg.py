"""
A PostgreSQL server of our own in a temporary folder, for as long as the tests run.

Works as root (the server then runs as `postgres` or `nobody`, since PostgreSQL
refuses root) and as an ordinary user. It listens on a socket in its folder only
and forgoes every guarantee about durability. No autovacuum counts rows at an
hour of its own: the same query gets the same plan, however long a run takes.

    python -m tests.throwaway_pg COMMAND …    runs COMMAND with DATABASE_URL set
"""

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

SETTINGS = (
    "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off "
    "-c shared_buffers=64MB -c max_connections=250 -c autovacuum=off"
)


class NoPostgres(RuntimeError):
    """There is no server to be had here; the message says why."""


def find_bindir() -> Path:
    """The folder with initdb and pg_ctl: PG_BINDIR, else Debian's newest, else the one on PATH."""
    installed = Path("/usr/lib/postgresql").glob("*/bin")
    folders = [Path(os.environ.get("PG_BINDIR", "/nonexistent"))]
    folders += sorted(installed, key=lambda path: float(path.parent.name), reverse=True)
    if found := shutil.which("initdb"):
        folders.append(Path(found).resolve().parent)
    for folder in folders:
        if os.access(folder / "initdb", os.X_OK):
            return folder
    raise NoPostgres("Tidak ada server PostgreSQL di sini. Pasang paket postgresql, atau isi PG_BINDIR.")


def version() -> str:
    """E.g. `15.18`."""
    line = subprocess.run([find_bindir() / "initdb", "--version"], capture_output=True, text=True, check=True).stdout
    return line.split()[2]


def _other_account() -> dict:
    """How to start the server as somebody else than root; empty for an ordinary user."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            account = pwd.getpwnam(name)
            return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    raise NoPostgres("PostgreSQL menolak berjalan sebagai root, dan tidak ada akun lain di sini.")


@contextlib.contextmanager
def throwaway_postgres() -> Iterator[str]:
    """Yield the DATABASE_URL of a running server; stop it and remove its folder afterwards."""
    bindir, account = find_bindir(), _other_account()
    folder = tempfile.mkdtemp(prefix="humas-pg-", dir="/tmp")  # short: a socket's path holds 107 bytes
    data, log = Path(folder, "data"), Path(folder, "log")
    if account:
        os.chown(folder, account["user"], account["group"])
    environment = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C.UTF-8", "HOME": folder}

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [bindir / program, "-D", data, *arguments],
            check=True, capture_output=True, text=True, timeout=120,
            cwd=folder, stdin=subprocess.DEVNULL, env=environment, **account,
        )  # fmt: skip

    try:
        try:
            options = "--username=humas --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync --no-instructions"
            run("initdb", *options.split())
            run("pg_ctl", "-l", str(log), "-w", "-t", "60", "start", "-o", f"-k {folder} {SETTINGS}")
        except subprocess.CalledProcessError as error:
            tail = log.read_text()[-2000:] if log.exists() else ""
            raise NoPostgres(f"{error.cmd}\n{error.stdout}{error.stderr}{tail}") from error
        os.chmod(folder, 0o755)
        yield f"postgresql://humas@/postgres?host={folder}"
    finally:
        with contextlib.suppress(Exception):
            run("pg_ctl", "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with throwaway_postgres() as url:
        return subprocess.call(sys.argv[1:], env=os.environ | {"DATABASE_URL": url})


if __name__ == "__main__":
    sys.exit(main())
