"""Backups while readers reply and a moderator decides; restores where somebody is still at work."""

import gc
import re
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from django.db import OperationalError, close_old_connections, connection, transaction

from comments import moderation
from comments.models import Comment, Status
from comments.reply import token
from comments.reply.forms import ReplyForm
from comments.reply.receive import Evidence, receipt_digest, receive
from humas.base import pages
from humas.operations.backup import sqlite
from tests.articles.factories import photo, published_article
from tests.comments.factories import comment
from tests.holding import held_by_another
from tests.operations.newsrooms import Newsroom, ask, files_in, rows_of
from tests.operations.test_backup import refusal

pytestmark = pytest.mark.django_db(transaction=True)

WRITERS = 3
BUSY_TABLES = {"comments_comment", "comments_decision", "base_pageversion"}


class Crowd:
    """Readers who reply and a moderator who decides, each in a thread, until told to stop."""

    def __init__(self, article):
        self.article, self.is_over, self.acknowledged, self.failed = article, threading.Event(), [], []
        works = [*(lambda writer=writer: self._reply(writer) for writer in range(WRITERS)), self._decide]
        self.threads = [threading.Thread(target=self._work, args=[work]) for work in works]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.is_over.set()
        for thread in self.threads:
            thread.join()

    def wait_for(self, count):
        """Until so many replies more have been acknowledged; what has been by then."""
        wanted = len(self.acknowledged) + count
        while len(self.acknowledged) < wanted and not self.failed:
            self.is_over.wait(0.01)
        return list(self.acknowledged)

    def _work(self, work):
        try:
            while not self.is_over.is_set():
                work()
        except Exception as error:
            self.failed.append(error)
        finally:
            close_old_connections()
            connection.close()

    def _reply(self, writer):
        words = f"warga{writer}-{len(self.acknowledged)}-{threading.get_ident()}-{Comment.objects.count()}"
        fields = {"name": "Warga", "email": f"{words}@contoh.id", "body": words, "token": token.mint(self.article)}
        form = ReplyForm(fields, article=self.article)
        assert form.is_valid(), form.errors
        receipt = receive(form, Evidence(network_digest="n", has_origin=True))
        self.acknowledged.append((writer, receipt_digest(receipt.token)))

    def _decide(self):
        waiting = list(Comment.objects.waiting().values_list("pk", flat=True)[:3])
        moderation.decide(waiting, Status.APPROVED)
        self.is_over.wait(0.005)


def column(url, table, *names):
    return ask(url, f"SELECT {', '.join(names)} FROM {table} ORDER BY id")


def assert_one_moment(ours, theirs, before, order):
    """All that was acknowledged before is there, nothing without what came before it, and the record agrees."""
    stored = {digest for (digest,) in column(theirs.url, "comments_comment", "receipt_digest")}
    assert {digest for _writer, digest in before} <= stored
    assert len(stored) < len(order)
    for writer in range(WRITERS):
        there = [digest in stored for who, digest in order if who == writer]
        assert there == sorted(there, reverse=True)

    unchanging = "id, article_id, name, email, email_digest, body, body_html, created_at, receipt_digest, receipt_token"
    mine, other = (set(column(url, "comments_comment", unchanging)) for url in (ours.url, theirs.url))
    assert other <= mine
    decisions = column(theirs.url, "comments_decision", "*")
    assert decisions == column(ours.url, "comments_decision", "*")[: len(decisions)]
    status = dict.fromkeys((pk for (pk,) in column(theirs.url, "comments_comment", "id")), "pending")
    status |= dict(column(theirs.url, "comments_decision", "comment_id", "to_status"))
    assert dict(column(theirs.url, "comments_comment", "id", "status")) == status
    mine, other = (rows_of(url) for url in (ours.url, theirs.url))
    assert mine.keys() == other.keys()
    assert [table for table in mine if mine[table] != other[table] and table not in BUSY_TABLES] == []


def touched(url, article):
    """How often the story's page has changed: once with each batch of decisions."""
    return ask(url, f"SELECT n FROM base_pageversion WHERE subject = '{pages.article(article.pk)}'")[0][0]


@pytest.mark.contract
def test_backup_under_write_load_is_one_moment_of_the_newsroom(ours, settings, tmp_path, monkeypatch):
    settings.REPLY_LIMIT_WRITER = settings.REPLY_LIMIT_NETWORK = None
    monkeypatch.setattr(sqlite, "PAGES", 10)  # so many strokes that replies come in between them
    article = published_article(lead_photo=photo())
    touched_before = touched(ours.url, article)

    with Crowd(article) as crowd:
        before = [crowd.wait_for(30)]
        ours.backup(tmp_path / "dari-dalam")
        before.append(crowd.wait_for(10))
        made = ours.manage("backup", tmp_path / "perintah")
        crowd.wait_for(10)
    assert crowd.failed == []
    assert made.returncode == 0

    for directory, acknowledged in zip(("dari-dalam", "perintah"), before, strict=True):
        restored = Newsroom.empty(tmp_path)
        assert restored.manage("restore", tmp_path / directory).returncode == 0
        assert_one_moment(ours, restored, acknowledged, crowd.acknowledged)
        batches = {batch for (batch,) in column(restored.url, "comments_decision", "batch")}
        assert touched(restored.url, article) - touched_before == len(batches)
        assert files_in(restored.media) == files_in(ours.media)


@pytest.fixture
def made(ours, tmp_path) -> Path:
    """A backup of a newsroom with one picture and one decided comment."""
    comment(published_article(lead_photo=photo()), status="approved")
    return ours.backup(tmp_path / "cadangan")


def in_session(newsroom):
    """Somebody who has the database open, as a server has."""
    if newsroom.url.startswith("sqlite"):
        session = sqlite3.connect(urlsplit(newsroom.url).path[1:])
        session.execute("PRAGMA journal_mode = WAL").fetchone()
    else:
        session = psycopg.connect(newsroom.url)
    session.execute("SELECT count(*) FROM comments_comment").fetchone()
    session.commit()
    return closing(session)


def test_newsroom_somebody_has_open_is_not_replaced(made, tmp_path):
    newsroom = Newsroom.empty(tmp_path)
    assert newsroom.manage("restore", made).returncode == 0
    before = newsroom.state()
    with in_session(newsroom):
        refused = newsroom.manage("restore", made, "--force")
    assert refused.returncode == 1
    assert newsroom.state() == before
    assert list(made.parent.glob("*-sebelum-pemulihan")) == []


@pytest.fixture
def rubbish():
    """Lies about until the product has it collected."""
    gc.disable()
    yield
    gc.enable()


def test_what_failed_here_before_is_not_taken_for_somebody_at_work(made, rubbish):
    with held_by_another("comments_comment"), suppress(OperationalError), transaction.atomic():
        Comment.objects.update(name="Ina")
    assert Comment.objects.get().name != "Ina"
    assert "--force" in refusal("restore", made)


def test_server_answers_from_the_restored_newsroom(made, tmp_path):
    newsroom = Newsroom.empty(tmp_path)
    assert newsroom.manage("restore", made).returncode == 0
    code = (
        "from django.test import Client; from articles.models import Article; c = Client(); a = Article.objects.get();"
        "print(c.get(a.get_absolute_url()).status_code, c.get(a.lead_photo.url).status_code, c.get('/readyz').content)"
    )
    assert "200 200 b'ok'" in newsroom.manage("shell", "-c", code).stdout


def damage_header(path):
    data = bytearray(path.read_bytes())
    data[:16] = b"bukan basis data"
    path.write_bytes(data)


def damage_pages(path):
    data = bytearray(path.read_bytes())
    data[8192:] = bytes(len(data) - 8192)
    path.write_bytes(data)


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL mends its files with its own tools")
def test_damaged_database_is_replaced_and_kept_aside(made, tmp_path):
    newsroom = Newsroom.empty(tmp_path)
    assert newsroom.manage("restore", made).returncode == 0
    whole, live = newsroom.state(), newsroom.home / "humas.sqlite3"
    for damage in (damage_header, damage_pages):
        damage(live)
        damaged = live.read_bytes()[8192:]
        assert newsroom.manage("backup", tmp_path / "lain").returncode == 1

        assert newsroom.manage("restore", made, "--force").returncode == 0

        assert newsroom.state() == whole
        assert damaged in [path.read_bytes()[8192:] for path in newsroom.home.glob("humas.sqlite3-sebelum-*")]


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL keeps its log to itself")
def test_log_a_killed_server_left_is_not_played_into_the_restored_database(made, tmp_path):
    newsroom = Newsroom.empty(tmp_path)
    assert newsroom.manage("restore", made).returncode == 0
    whole, live = newsroom.state(), newsroom.home / "humas.sqlite3"
    server = (
        f"import os, sqlite3; live = sqlite3.connect({str(live)!r}, isolation_level=None);"
        "live.execute('PRAGMA journal_mode = WAL'); live.execute('UPDATE base_newsroom SET name = ?', ['terakhir']);"
        "os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", server], check=False)
    assert live.with_name("humas.sqlite3-wal").exists()

    assert newsroom.manage("restore", made, "--force").returncode == 0

    assert newsroom.state() == whole
    (kept,) = newsroom.home.glob("humas.sqlite3-sebelum-pemulihan-*")
    assert column(f"sqlite:///{kept}", "base_newsroom", "name") == [("terakhir",)]


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite needs no tool")
def test_missing_tool_of_postgresql_is_named(ours, tmp_path):
    refused = ours.manage("backup", tmp_path / "lain", PATH=str(tmp_path))
    assert "pg_dump" in refused.stderr
    assert "postgresql-client" in refused.stderr


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no password")
def test_password_of_the_database_is_no_argument(ours, tmp_path):
    """The tool is replaced by one that says how it was called."""
    tool = tmp_path / "bin" / "pg_dump"
    tool.parent.mkdir()
    tool.write_text('#!/bin/sh\n[ "$1" = --version ] && echo 99 && exit\necho "$* $PGPASSWORD" >&2\nexit 1\n')
    tool.chmod(0o755)
    url = ours.url.replace("humas@", "humas:rahasia@")
    said = ours.manage("backup", tmp_path / "lain", DATABASE_URL=url, PATH=f"{tool.parent}:/usr/bin:/bin").stderr
    assert said.count("rahasia") == 1
    assert re.search(r"--file=\S+ rahasia", said)
