"""Processes killed at any moment: what was acknowledged is there once, and nothing is half done."""

import contextlib
import os
import select
import signal
import subprocess
import sys
from collections import Counter
from urllib.parse import quote, urlsplit

import pytest
from django.db import connection

from comments.models import Comment, Decision, Status
from comments.reply.receive import receipt_digest
from humas.base import pages
from humas.base.models import PageVersion
from tests.soak import worker
from tests.soak.clock import chance, rounds

pytestmark = [pytest.mark.soak, pytest.mark.django_db(transaction=True)]

FEWEST_INSIDE = 5


def database_url() -> str:
    """This test's own database, for another process."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{quote(name)}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


class Newsroom:
    """Lives that end by SIGKILL, one after the other, and all that was said in them."""

    def __init__(self, folder):
        self.state = folder / "state"
        self.state.write_bytes(b"\0")
        self.replies, self.announced, self.done, self.inside, self.lives = {}, {}, set(), 0, 0
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.soak.worker", self.state],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"DATABASE_URL": database_url()},
        )

    def live(self, seed, acts, delay):
        """Start a process, let it work for this many acts and a moment more, kill it."""
        self._tell(seed)
        (_, child) = self._hear()
        for _ in range(acts):
            self._note(self._hear())
        select.select([], [], [], delay)
        os.kill(int(child), signal.SIGKILL)
        while (line := self._hear()) != ["dead"]:
            self._note(line)
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

    def _note(self, words):
        match words:
            case ["reply", token, body]:
                self.replies[token] = body
            case ["will", batch, count]:
                self.announced[batch] = int(count)
            case ["did", batch]:
                self.done.add(batch)


@pytest.fixture
def newsroom(article, tmp_path):
    connection.close()
    newsroom = Newsroom(tmp_path)
    yield newsroom
    newsroom.close()


def wait_for_the_dead():
    """PostgreSQL ends a killed client's session by itself, a moment later; its lock is then free."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [worker.LOCK])
            cursor.execute("SELECT pg_advisory_unlock(%s)", [worker.LOCK])


def assert_whole(newsroom, article, touched_before):
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            assert cursor.fetchall() == [("ok",)]
    stored = dict(Comment.objects.values_list("receipt_digest", "body"))
    acknowledged = {receipt_digest(token): body for token, body in newsroom.replies.items()}
    assert acknowledged.items() <= stored.items()
    assert max(Counter(stored.values()).values(), default=1) == 1
    assert len(stored) - len(acknowledged) <= newsroom.lives  # committed, and killed before a word of it

    lines = list(Decision.objects.order_by("pk").values_list("comment_id", "to_status", "batch"))
    status = dict.fromkeys(Comment.objects.values_list("pk", flat=True), Status.PENDING) | {
        comment: to_status for comment, to_status, _batch in lines
    }
    assert dict(Comment.objects.values_list("pk", "status")) == status
    sizes = Counter(str(batch) for _comment, _status, batch in lines)
    for batch, count in newsroom.announced.items():
        assert sizes[batch] == count if batch in newsroom.done else sizes[batch] in (0, count)
    touched = PageVersion.objects.get(subject=pages.article(article.pk)).n
    assert touched - touched_before == len(sizes)


def test_killed_newsroom_keeps_what_it_acknowledged(newsroom, article):
    draw = chance("kill")
    before = PageVersion.objects.get(subject=pages.article(article.pk)).n

    for _ in rounds():
        for _ in range(FEWEST_INSIDE):
            newsroom.live(draw.random(), acts=draw.randint(1, 15), delay=draw.uniform(0, 0.02))
        wait_for_the_dead()
        assert_whole(newsroom, article, before)

    while newsroom.inside < FEWEST_INSIDE:
        newsroom.live(draw.random(), acts=draw.randint(1, 15), delay=draw.uniform(0, 0.02))
    wait_for_the_dead()
    assert_whole(newsroom, article, before)
    print(f"{newsroom.inside} of {newsroom.lives} kills landed inside a transaction; {len(newsroom.replies)} replies")
