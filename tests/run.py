"""
Runs the tests on every engine, one after the other: called by `make test` and `make soak`.

    python -m tests.run test [ARGS …]            SQLite, PostgreSQL (each also a slice of the soak), Chromium
    python -m tests.run soak MINUTES [ARGS …]    the tests marked `soak`, long, on both databases

ARGS go to pytest and narrow every run; a run they leave empty is then no failure.
"""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

from tests import throwaway_pg

TOP = Path(__file__).resolve().parent.parent
NO_TESTS = 5  # pytest's exit status


class Terminated(KeyboardInterrupt):
    """SIGTERM: as ctrl-C, but sent to this process alone."""


def terminate(*_) -> None:
    raise Terminated


def sqlite_heading() -> str:
    return f"SQLite {sqlite3.sqlite_version}"


def postgres_heading() -> str:
    return f"PostgreSQL {throwaway_pg.version()}"


def chromium_heading() -> str:
    # Its wrapper script may grumble on stderr; the version is on stdout.
    line = subprocess.run(["chromium", "--version"], capture_output=True, text=True, check=True).stdout
    return f"Chromium {line.split()[1].partition('.')[0]}"


def pytest(arguments: list[str], **environment: str) -> int:
    """Run pytest in a process of its own; ctrl-C and SIGTERM let it tidy up first."""
    process = subprocess.Popen([sys.executable, "-m", "pytest", *arguments], cwd=TOP, env=os.environ | environment)
    try:
        return process.wait()
    except Terminated:
        process.send_signal(signal.SIGTERM)
        process.wait()
        raise
    except KeyboardInterrupt:  # the terminal has told pytest too
        process.wait()
        raise


def run_all(runs: list, arguments: list[str]) -> int:
    """Run each (heading, options, environment); 0 if none failed and something was tested."""
    failed, tested = [], False
    for heading, options, environment in runs:
        print(f"\n{heading()}", flush=True)
        status = pytest([*options, *arguments], **environment)
        tested |= status != NO_TESTS
        if status not in ((0, NO_TESTS) if arguments else (0,)):
            failed.append(heading())
            if "-x" in arguments:
                break
    if failed:
        print(f"\nGagal: {', '.join(failed)}.")
    elif not tested:
        print("\nTidak ada uji yang cocok.")
    return bool(failed) or not tested


def main() -> int:
    signal.signal(signal.SIGTERM, terminate)
    command, *arguments = sys.argv[1:] or ["test"]
    if command == "test":
        # The tests marked `soak` end by the clock, whatever they get done: all at once they take as long as one.
        runs = [
            (sqlite_heading, ["-n", "4"], {"TEST_DB": "sqlite", "TEST_PART": "plain"}),
            (sqlite_heading, ["-n", "13"], {"TEST_DB": "sqlite", "TEST_PART": "soak"}),
            (postgres_heading, ["-n", "4"], {"TEST_DB": "postgres", "TEST_PART": "plain"}),
            (postgres_heading, ["-n", "13"], {"TEST_DB": "postgres", "TEST_PART": "soak"}),
            (chromium_heading, ["-n", "2"], {"TEST_DB": "sqlite", "TEST_PART": "browser"}),
        ]
    else:
        minutes, *arguments = arguments
        share = {"TEST_PART": "soak", "SOAK_MINUTES": str(float(minutes) / 2)}
        runs = [
            (sqlite_heading, ["-v"], {"TEST_DB": "sqlite", **share}),
            (postgres_heading, ["-v"], {"TEST_DB": "postgres", **share}),
        ]
    return run_all(runs, arguments)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("\nDihentikan.")
