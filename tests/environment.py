"""
The world every test lives in: a pytest plugin loaded before the settings are read.

TEST_DB    `sqlite` (default, a file) or `postgres` (a throw-away server)
TEST_PART  `plain`, `browser` or `soak`: run only that part; unset: everything
SOAK_SECONDS  how long one test marked `soak` goes on (fixture `soak_seconds`)
EVERYTHING    set: every hostile text on every screen, every screen before axe, every example of a property,
              not a share of them; on PostgreSQL also the tests that ask no database
SOAK_SEED  the seed of everything random in them (fixture `chance`); printed, so that a run can be repeated

With pytest-xdist the controller prepares the world and its workers inherit it.
"""

import atexit
import base64
import contextlib
import gc
import os
import random
import shutil
import signal
import tempfile
import threading
from pathlib import Path

import pytest
from _pytest.nodeid import NodeId

TOP = Path(__file__).resolve().parent.parent
OPERATIONS = TOP / "tests" / "operations"
PLENTY = 4 * 2**30
WORLD = {
    "ENV": "test",
    "DEBUG": "0",
    "SECRET_KEY": "a secret of the tests, long enough and worth nothing to anybody",
    "FIELD_KEYS": base64.urlsafe_b64encode(b"a field key worth nothing at all").decode(),
    "DIGEST_KEY": "a digest key of the tests, worth nothing to anybody",
    "SITE_URL": "http://testserver",
    "ALLOWED_HOSTS": "testserver,localhost,127.0.0.1",
    "TIME_ZONE": "Asia/Makassar",
    "TASKS": "immediate",
    "DJANGO_SETTINGS_MODULE": "humas.settings",
    "DJANGO_ALLOW_ASYNC_UNSAFE": "1",  # Playwright's event loop runs in the thread that asks the database
}
# What a developer may have set for the own newsroom must not reach the tests.
NOT_OURS = [
    "CACHE_URL",
    "DATABASE_URL",
    "DEFAULT_FROM_EMAIL",
    "EMAIL_URL",
    "MEDIA_STORAGE_URL",
    "PAGES",
    "PORT",
    "REPLY_LIMIT_NETWORK",
    "REPLY_LIMIT_WRITER",
    "SENTRY_DSN",
    "TRUSTED_PROXIES",
    "WORKERS",
]


def _place() -> str | None:
    """
    Memory, where there is plenty; None: where temporary files go.

    SQLite waits for the disk at every commit, as for a newsroom. What a killed process has written the system keeps on
    either; a pulled plug, for which alone that wait is, no test can try.
    """
    memory = Path("/dev/shm")
    has_room = os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > PLENTY
    return str(memory) if has_room else None


def _prepare() -> None:
    """Set up what all processes of this run share, and take it away at the end."""
    place = _place()
    folder = tempfile.mkdtemp(prefix="humas-test-", dir=place)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name in NOT_OURS:
        os.environ.pop(name, None)
    os.environ |= WORLD | {"TEST_FOLDER": folder}
    if place:
        os.environ["PYTEST_DEBUG_TEMPROOT"] = folder  # `tmp_path` too, and nothing of it stays in memory
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
        # Nothing into the checkout, then; but each worker compiling every test anew is most of a short run.
        os.environ.setdefault("PYTHONPYCACHEPREFIX", str(TOP / ".venv" / "bytecode"))
    os.environ.setdefault("SOAK_SECONDS", "30")
    os.environ.setdefault("SOAK_SEED", str(random.randrange(10**6)))
    if os.environ.get("TEST_DB") == "postgres":
        from tests.throwaway_pg import throwaway_postgres

        server = throwaway_postgres()
        os.environ["DATABASE_URL"] = server.__enter__()
        atexit.register(server.__exit__, None, None, None)


def _interrupt(*_) -> None:
    """SIGTERM: let the workers tidy up, then do as on ctrl-C (pytest would count a SystemExit as one failed test)."""
    for path in Path(os.environ["TEST_FOLDER"]).glob("gw*/pid") if worker is None else []:
        with contextlib.suppress(ProcessLookupError):
            os.kill(int(path.read_text()), signal.SIGTERM)
    raise KeyboardInterrupt


worker = os.environ.get("PYTEST_XDIST_WORKER")
if threading.current_thread() is threading.main_thread():
    signal.signal(signal.SIGTERM, _interrupt)
if worker is None:
    _prepare()
data_dir = Path(os.environ["TEST_FOLDER"], worker or "main")
Path(data_dir, "static").mkdir(parents=True, exist_ok=True)  # WhiteNoise wants it to exist
Path(data_dir, "pid").write_text(str(os.getpid()))
os.environ["DATA_DIR"] = str(data_dir)


def pytest_report_header() -> list[str]:
    lines = [f"SOAK_SEED={os.environ['SOAK_SEED']}"]
    if _is_told_by_sqlite():
        lines.append("Tests that ask no database run on SQLite alone; with EVERYTHING=1 here too.")
    return lines


@pytest.fixture
def soak_seconds() -> float:
    return float(os.environ["SOAK_SECONDS"])


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """Randomness of this test's own, the same again for the same SOAK_SEED."""
    return random.Random(f"{os.environ['SOAK_SEED']} {request.node.name}")


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """A file of tests without the word of the part asked for has none of them, and need not be read."""
    part = os.environ.get("TEST_PART")
    if part in ("browser", "soak") and collection_path.name.startswith("test_") and collection_path.suffix == ".py":
        return True if f"mark.{part}" not in collection_path.read_text() else None
    return None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the part asked for, soaking tests last, and share SOAK_MINUTES out among them."""
    wanted = os.environ.get("TEST_PART")
    if wanted:
        told = _is_told_by_sqlite()
        kept = {item for item in items if _belongs(item, wanted) and not (told and _is_pure(item))}
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = [item for item in items if item in kept]
    items.sort(key=_soaks)
    for item in items if worker else []:
        _tell_its_group(item)
    if minutes := os.environ.get("SOAK_MINUTES"):
        os.environ["SOAK_SECONDS"] = str(float(minutes) * 60 / max(1, sum(map(_soaks, items))))


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """What is loaded by now stays: looking through it again and again is a tenth of a run."""
    gc.collect()
    gc.freeze()


def _tell_its_group(item: pytest.Item) -> None:
    """xdist writes the group where pytest 9.2 no longer looks (pytest-xdist #1386): it ran each test anywhere."""
    group = item.get_closest_marker("xdist_group")
    if group and not item.nodeid.endswith(f"@{group.args[0]}"):
        item._id = NodeId.parse(f"{item.nodeid}@{group.args[0]}")


def _soaks(item: pytest.Item) -> bool:
    return item.get_closest_marker("soak") is not None


def _belongs(item: pytest.Item, part: str) -> bool:
    in_browser = item.get_closest_marker("browser") is not None
    return {"plain": not in_browser and not _soaks(item), "browser": in_browser, "soak": _soaks(item)}[part]


def _is_told_by_sqlite() -> bool:
    """Whether the run of the plain tests on SQLite answers for those in which no database has a part."""
    run = (os.environ.get("TEST_DB"), os.environ.get("TEST_PART"))
    return run == ("postgres", "plain") and not os.environ.get("EVERYTHING")


def _is_pure(item: pytest.Item) -> bool:
    """No fixture opens the database to it, and without one pytest-django shuts it. Operations go round by processes."""
    opens = {"db", "transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return not (opens or item.get_closest_marker("django_db") or OPERATIONS in item.path.parents)
