"""The worker: runs what is queued and what is due, beside the server, and ends with it."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from django.core.management import call_command

from comments.models import Comment, Status
from humas.base.models import Letter, Turn
from humas.operations import beside
from tests.comments.factories import comment
from tests.operations.house import TOP

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def queued(settings, mailing):
    """A newsroom whose letters are sent by a worker."""
    settings.TASKS_MODE = "database"
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def test_a_press_only_queues_and_the_worker_sends(queued, article, person, mailoutbox, reader):
    from comments import moderation

    decider = person("Moderator")
    reader.reply(article, kabar="1")
    made = Comment.objects.get()
    moderation.decide([made.pk], Status.APPROVED, by=decider)
    assert mailoutbox == []
    call_command("worker", "--once")
    call_command("worker", "--once")
    assert len(mailoutbox) == 1
    assert Letter.objects.get().sent_at is not None


def test_a_worker_sends_the_digest_once_and_purges_once(queued, article, person, mailoutbox, capsys):
    person("Moderator", email="moderator@contoh.id")
    comment(article)
    call_command("worker", "--once")
    call_command("worker", "--once")
    first, second = capsys.readouterr().out.splitlines()
    assert first == "Selesai: pembersihan malam, ringkasan untuk moderator."
    assert second == "Tidak ada yang jatuh tempo."
    call_command("worker", "--once")
    assert len(mailoutbox) == 1
    assert Turn.objects.filter(finished_at__isnull=False).count() == 2


SERVER = """
import os, subprocess, sys, time
keeper = [sys.executable, "-m", "humas.operations.beside", str(os.getpid()), sys.executable, "-c", sys.argv[1]]
subprocess.Popen(keeper)
time.sleep(60)
"""
WORKER = """
import os, time
with open(os.environ["SEEN"], "a") as seen:
    seen.write(f"{os.getpid()}\\n")
time.sleep(60)
"""


def until(condition, seconds=30):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := condition():
            return found
        time.sleep(0.05)
    raise AssertionError("it never came")


def gone(pid: int) -> bool:
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    return True


@pytest.mark.parametrize("blow", [signal.SIGTERM, signal.SIGKILL])
def test_worker_is_started_again_when_it_dies_and_ends_with_the_server(tmp_path, blow):
    seen = tmp_path / "seen"
    seen.touch()
    server = subprocess.Popen([sys.executable, "-c", SERVER, WORKER], cwd=TOP, env=os.environ | {"SEEN": str(seen)})
    try:
        first = until(lambda: [int(pid) for pid in seen.read_text().split()])[0]
        os.kill(first, signal.SIGKILL)
        second = until(lambda: [int(pid) for pid in seen.read_text().split()][1:], beside.PAUSE + 30)[0]
        assert not gone(second)
    finally:
        server.send_signal(blow)
        server.wait(20)
    until(lambda: gone(second))
