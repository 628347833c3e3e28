"""The whole server killed while twenty readers send: who was answered 303 is there, once and whole."""

import json
import os
import queue
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode

import pytest

from comments.reply.receive import receipt_digest
from tests.operations.house import House
from tests.soak.clock import chance, rounds

pytestmark = pytest.mark.soak

CLIENTS, REPLIES, KILLS = 20, 300, 10
HEADERS = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
STORY = """
from articles import publishing, saving
from humas.base.cleaning import paragraphs

story = Article(headline="Jembatan Dibuka", body=paragraphs("Rote Ndao – Jembatan itu dibuka."))
saving.save(story)
print(publishing.publish(story).get_absolute_url(), end="")
"""
STORED = """
from django.db import connection

kept = Comment.objects.values_list("receipt_digest", "name", "body", "body_html", "email", "receipt_token")
if connection.vendor == "sqlite":
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        assert cursor.fetchall() == [("ok",)]
print(json.dumps(list(kept)))
"""


@pytest.fixture
def house(tmp_path):
    house = House(tmp_path / "rumah")
    house.environment |= {"REPLY_LIMIT_WRITER": "0", "REPLY_LIMIT_NETWORK": "0"}
    yield house
    house.close()


class Mortal:
    """The production server of a newsroom, at one port through all its lives."""

    def __init__(self, house):
        self.house, self.lives = house, 0
        with socket.socket() as held:
            held.bind(("127.0.0.1", 0))
            self.port = held.getsockname()[1]
        self.process = None

    def begin(self):
        self.lives += 1
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"),
                *("--port", str(self.port), "--workers", "2", "--blocking-threads", "4", "--no-ws"),
                *("--log-level", "critical", "humas.wsgi:application"),
            ],
            env=self.house.environment | {"SITE_URL": f"http://127.0.0.1:{self.port}"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def kill(self):
        """Master and workers at once, as when the power fails."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@contextmanager
def mortal(house):
    server = Mortal(house)
    server.begin()
    try:
        yield server
    finally:
        with suppress(ProcessLookupError):
            server.kill()


class Readers:
    """Twenty who send one reply after the other, and send it again while nobody answers."""

    def __init__(self, port: int, story: str, replies: list[tuple[str, str]]):
        self.port, self.story = port, story
        self.waiting = queue.SimpleQueue()
        for reply in replies:
            self.waiting.put(reply)
        self.answered: dict[str, str] = {}
        self.strange: list[str] = []
        self.cut = 0
        self.threads = [threading.Thread(target=self._work, daemon=True) for _client in range(CLIENTS)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        for thread in self.threads:
            thread.join(60)

    @property
    def are_done(self) -> bool:
        return not any(thread.is_alive() for thread in self.threads)

    def _work(self):
        token = ""
        while True:
            try:
                words, email = self.waiting.get_nowait()
            except queue.Empty:
                return
            while words not in self.answered and not self.strange:
                try:
                    token = token or self._token()
                    self._send(words, email, token)
                except (OSError, HTTPException):
                    self.cut += 1
                    time.sleep(0.05)

    def _token(self) -> str:
        return re.search(r'name="token" value="([^"]+)"', self._ask("GET", self.story)[1])[1]

    def _send(self, words: str, email: str, token: str):
        fields = {"body": words, "name": "Warga", "email": email, "token": token, "t": "30"}
        status, answer = self._ask("POST", f"{self.story}tanggapan/", urlencode(fields))
        if status == 303:
            self.answered[words] = answer.rstrip("/").rpartition("/")[2]
        elif status != 503:
            self.strange.append(f"{status} {answer[:500]}")

    def _ask(self, method: str, path: str, body: str | None = None) -> tuple[int, str]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, body, HEADERS if body else {})
            response = connection.getresponse()
            page = response.read().decode()
            return response.status, response.headers.get("Location") or page
        finally:
            connection.close()


def test_three_hundred_replies_and_ten_sudden_ends(house):
    story, draw = house.do(STORY), chance("server")
    sent: dict[str, str] = {}
    cut = 0
    for number in rounds():
        replies = [
            (f"Komentar {number}-{n}: " + "kata " * draw.randint(1, 400), f"w{n}@contoh.id") for n in range(REPLIES)
        ]
        with mortal(house) as server, Readers(server.port, story, replies) as readers:
            for killed in range(1, KILLS + 1):
                # Somewhere between one tenth of the replies and the next, while the next ones are on their way.
                enough = REPLIES * killed // (KILLS + 1) - draw.randint(0, 15)
                while len(readers.answered) < enough and not readers.are_done:
                    time.sleep(0.002)
                server.kill()
                server.begin()
            while not readers.are_done:
                time.sleep(0.02)
        assert readers.strange == []
        assert len(readers.answered) == REPLIES
        assert server.lives == KILLS + 1
        sent |= {words.strip(): receipt_digest(token) for words, token in readers.answered.items()}
        cut += readers.cut
        assert_each_is_there_once(house, sent)
    print(f"{len(sent)} replies, {number * KILLS} kills, {cut} requests cut off")
    assert cut >= KILLS


def assert_each_is_there_once(house, sent):
    rows = json.loads(house.do(STORED))
    assert sorted(body for _digest, _name, body, *_rest in rows) == sorted(sent)
    assert {body: digest for digest, _name, body, *_rest in rows} == sent
    for _digest, name, body, html, email, token in rows:
        assert (name, html) == ("Warga", f"<p>{body}</p>")
        assert email.endswith("@contoh.id")
        assert token
