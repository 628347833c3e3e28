"""Backups and restores killed anywhere: the old newsroom or the new one, and the next run cleans up."""

import shlex
import signal
import subprocess
import sys

import pytest
from django.db import connection

from humas.operations.backup import postgresql
from humas.operations.backup.archive import UNFINISHED
from humas.operations.backup.journal import NAME as JOURNAL
from tests.articles.factories import photo, published_article
from tests.comments.factories import comment
from tests.operations.newsrooms import Newsroom, ask, files_in, rows_of
from tests.soak.clock import chance, rounds

pytestmark = pytest.mark.django_db(transaction=True)


class Mortal:
    """A newsroom's commands, each in a process that can be killed within milliseconds."""

    def __init__(self, newsroom):
        self.newsroom = newsroom
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.operations.mortal"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=newsroom.environment,
        )  # fmt: skip

    def run(self, *command, act=0, delay=0) -> tuple[int, int]:
        """Exit status (negative: killed) and how many acts there were; dies at an act, or after some seconds."""
        self.process.stdin.write(f"{act} {delay} {shlex.join(map(str, command))}\n")
        self.process.stdin.flush()
        status, acts = self.process.stdout.readline().split()
        return int(status), int(acts)

    def close(self):
        self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()


class Trial:
    """Two backups, and a newsroom that holds now the one, now the other."""

    def __init__(self, mortal, backups):
        self.newsroom, self.mortal, self.backups = mortal.newsroom, mortal, backups
        self.killed = self.inside = 0
        self.present, self.other = backups
        assert mortal.run("restore", self.present)[0] == 0
        self.acts = {self.other: self.restore(), self.other: self.restore()}
        """How many acts it takes to restore each."""

    def restore(self, **fate) -> int:
        """Restore the other one as fate has it; judge what is left, before and after the next start."""
        status, acts = self.mortal.run("restore", self.other, "--force", **fate)
        assert status <= 0
        assert self.rows() in [rows for rows, _files in self.backups.values()]
        self.killed += status < 0
        self.inside += (self.newsroom.home / JOURNAL).exists()

        assert self.mortal.run("prepare", "--production")[0] == 0

        state = self.rows(), files_in(self.newsroom.media)
        assert state in self.backups.values()
        self.present, self.other = sorted(self.backups, key=lambda path: self.backups[path] != state)
        staged = [path.name for path in self.newsroom.home.glob("*pemulihan*") if "sebelum" not in path.name]
        assert staged == []
        return acts

    def rows(self):
        """On PostgreSQL the session of a dead client ends a moment later."""
        if connection.vendor == "postgresql":
            ask(self.newsroom.url, f"SELECT pg_advisory_lock({postgresql.LOCK})")
        return rows_of(self.newsroom.url)


@pytest.fixture
def mortal(tmp_path):
    mortal = Mortal(Newsroom.empty(tmp_path))
    yield mortal
    mortal.close()


@pytest.fixture
def trial(ours, mortal, tmp_path):
    backups = {}
    for directory in (tmp_path / "satu", tmp_path / "dua"):
        comment(published_article(lead_photo=photo()), status="approved")
        backups[ours.backup(directory)] = ours.state()
    return Trial(mortal, backups)


def test_killed_restore_leaves_the_old_newsroom_or_the_new(trial):
    draw = chance("restore")
    for fraction in (draw.random(), draw.random(), 0.9):
        trial.restore(act=int(trial.acts[trial.other] * fraction) + 1)
    for before_its_end in range(5):
        trial.restore(act=trial.acts[trial.other] - before_its_end)
    trial.restore(delay=draw.uniform(0.05, 0.4))
    assert trial.killed >= 8
    assert trial.inside >= 4


@pytest.mark.soak
def test_restore_killed_at_each_of_its_acts(trial):
    draw = chance("restore everywhere")
    left = draw.sample(every := range(1, max(trial.acts.values()) + 1), len(every))
    for _ in rounds():  # a slice of the soak gets through some of them, other ones each time
        trial.restore(act=left.pop()) if left else trial.restore(delay=draw.uniform(0, 1.5))
    print(f"{trial.killed} restores were killed, {trial.inside} of them between their journal and their end")


def judge_backups(mortal, directory):
    """Whatever bears the name of a backup can be restored; the next run removes the rest."""
    whole = set(directory.glob("testserver-*[0-9]"))
    assert mortal.run("backup", directory)[0] == 0
    assert list(directory.glob(f"*{UNFINISHED}")) == []
    (made,) = set(directory.glob("testserver-*[0-9]")) - whole
    for path in whole:
        assert {file.name for file in path.iterdir()} == {file.name for file in made.iterdir()}
        assert files_in(path / "media") == files_in(made / "media")


def test_killed_backup_is_never_taken_for_one(ours, mortal, tmp_path):
    directory = tmp_path / "malam"
    comment(published_article(lead_photo=photo()))
    assert mortal.run("restore", ours.backup(tmp_path / "cadangan"))[0] == 0
    _status, acts = mortal.run("backup", directory)
    for act in {*chance("backup").sample(range(1, acts), 3), acts}:
        assert mortal.run("backup", directory, act=act)[0] == -signal.SIGKILL
        judge_backups(mortal, directory)
