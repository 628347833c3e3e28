"""Processes that are made to be killed, and what is left of them."""

import contextlib
import os
import select
import signal
import subprocess
import sys
import time
from urllib.parse import quote, urlsplit

from django.db import connection

from tests.soak import worker


def database_url() -> str:
    """This test's own database, for another process."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{quote(name)}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


class Newsroom:
    """Lives of one kind of work that end by SIGKILL, one after the other; `note` hears all that was said in them."""

    work = "replies"

    def __init__(self, folder):
        self.state = folder / "state"
        self.state.write_bytes(b"\0")
        self.inside = self.lives = 0
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.soak.worker", self.state, self.work],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"DATABASE_URL": database_url()},
        )

    def live(self, seed, acts, delay, *, wait_until_inside=0.0):
        """
        Start a process, let it work for this many acts and a moment more, kill it.

        It is killed as soon as it is inside a transaction, or after `wait_until_inside` seconds.
        """
        self._tell(seed)
        (_, child) = self._hear()
        for _ in range(acts):
            line = self._hear()
            assert line != ["dead"], "the process ended by itself"
            self.note(line)
        select.select([], [], [], delay)
        end = time.monotonic() + wait_until_inside
        while time.monotonic() < end and self.state.read_bytes() != b"\1":
            pass
        os.kill(int(child), signal.SIGKILL)
        while (line := self._hear()) != ["dead"]:
            self.note(line)
        self.lives += 1
        self.inside += self.state.read_bytes() == b"\1"

    def close(self):
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()

    def _tell(self, seed):
        self.process.stdin.write(f"{seed}\n")
        self.process.stdin.flush()

    def _hear(self):
        words = self.process.stdout.readline().split()
        assert words, "the worker ended by itself"
        return words

    def note(self, words):
        raise NotImplementedError


def wait_for_the_dead():
    """PostgreSQL ends a killed client's session by itself, a moment later; its lock is then free."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [worker.LOCK])
            cursor.execute("SELECT pg_advisory_unlock(%s)", [worker.LOCK])
