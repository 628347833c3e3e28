"""
A newsroom of its own: a database and a DATA_DIR that no other test sees, worked on by other processes.

SQLite or PostgreSQL, as this run of the tests; `copy` makes another of the same content in a moment.
"""

import http.client
import itertools
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import psycopg
from psycopg import sql

TOP = Path(__file__).resolve().parents[2]
numbers = itertools.count(1)


NAMES = """
import json

import django

django.setup()

from django.contrib.contenttypes.models import ContentType

from articles.models import Article, Photo
from comments.models import Comment, Decision
from comments.record import guards_missing
from humas.accounts.models import User
from humas.base.models import KeyCheck, Newsroom, PageVersion
"""


class House:
    """Commands and a server of one newsroom."""

    def __init__(self, folder: Path, template: "House | None" = None):
        self.folder = folder
        self.server = os.environ.get("DATABASE_URL", "")  # of the throw-away PostgreSQL, empty on SQLite
        self.said = ""
        self.name = f"rumah_{os.getpid()}_{next(numbers)}"
        if template:
            shutil.copytree(template.folder, folder)
        else:
            folder.mkdir()
        self.environment = os.environ | {"DATA_DIR": str(folder), "DEBUG": "1", "PYTHONUNBUFFERED": "1"}
        if self.server:
            statement = sql.SQL("CREATE DATABASE {}").format(sql.Identifier(self.name))
            if template:
                statement += sql.SQL(" TEMPLATE {}").format(sql.Identifier(template.name))
            self._at_server(statement)
            self.environment["DATABASE_URL"] = urlsplit(self.server)._replace(path=f"/{self.name}").geturl()
        if not template:
            self.manage("migrate", "-v0")

    def close(self):
        if self.server:
            self._at_server(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(self.name)))
        shutil.rmtree(self.folder)

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=TOP,
            env=self.environment | environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def manage(self, *arguments: str, said: str = "", **environment: str) -> str:
        """What a command prints; AssertionError with its complaint where it fails."""
        status, out, complaint = self.tried(*arguments, said=said, **environment)
        assert status == 0, complaint
        return out

    def tried(self, *arguments: str, said: str = "", **environment: str) -> tuple[int, str, str]:
        process = self.start("manage.py", *arguments, **environment)
        out, complaint = process.communicate(said, timeout=120)
        return process.returncode, out, complaint

    def ask(self, expression: str):
        """The value of an expression over Article, Comment, User, … in another process."""
        return json.loads(self.do(f"print(json.dumps({expression}))"))

    def do(self, statements: str) -> str:
        """Run statements over the same names in another process; what they print."""
        process = self.start("-c", NAMES + statements)
        out, complaint = process.communicate(timeout=60)
        assert process.returncode == 0, complaint
        return out

    @contextmanager
    def serving(self, workers: int = 2, **environment: str):
        """The address of the production server at work here; what it said is in `said` afterwards."""
        port = _free_port()
        address = f"http://localhost:{port}"
        process = self.start(
            *("-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)),
            *("--workers", str(workers), "--blocking-threads", "2", "--no-ws", "--log-level", "warning"),
            "humas.wsgi:application",
            SITE_URL=address,
            **environment,
        )
        try:
            _wait_for(port, process)
            yield address
        finally:
            process.send_signal(signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                self.said = "".join(process.communicate(timeout=20))
            process.kill()

    def _at_server(self, statement):
        with psycopg.connect(self.server, autocommit=True) as connection:
            connection.execute(statement)


class Visitor:
    """Somebody with one open connection and cookies, as a browser keeps them."""

    def __init__(self, address: str):
        self.address = address
        self.connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
        self.cookies: dict[str, str] = {}

    def ask(self, method: str, path: str, fields: dict | None = None) -> tuple[int, str, str]:
        """(status, Location, page)"""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = None
        if fields is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": self.address}
            body = urlencode(fields)
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        for line in answer.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        return answer.status, answer.headers.get("Location", ""), answer.read().decode()

    def get(self, path: str) -> tuple[int, str]:
        status, _location, page = self.ask("GET", path)
        return status, page

    def post(self, path: str, **fields: str) -> tuple[int, str, str]:
        """Open the form and send it back filled in."""
        page = self.ask("GET", path)[2]
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
        return self.ask("POST", path, {"csrfmiddlewaretoken": token} | fields)

    def sign_in(self, username: str, password: str) -> bool:
        return self.post("/admin/login/", username=username, password=password)[0] == 302

    def close(self):
        self.connection.close()


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return held.getsockname()[1]


def _wait_for(port: int, process: subprocess.Popen):
    for _ in range(300):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        assert process.poll() is None, process.communicate()[1]
        time.sleep(0.1)
    raise AssertionError("the server did not come up")
