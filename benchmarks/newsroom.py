"""A demo newsroom of its own to measure: a temporary DATA_DIR, and a server for as long as it is needed."""

import contextlib
import http.client
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent


class Newsroom:
    def __init__(self, folder: str, **settings: str):
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        # Production rules, nothing of the own newsroom; an empty value keeps `.env` out.
        self.environment = os.environ | {
            "ENV": "production",
            "DEBUG": "0",
            "DATA_DIR": folder,
            "DATABASE_URL": "",
            "SECRET_KEY": secrets.token_hex(32),
            "FIELD_KEYS": urlsafe_b64encode(secrets.token_bytes(32)).decode(),
            "DIGEST_KEY": secrets.token_hex(32),
            "SITE_URL": self.address,
            "ALLOWED_HOSTS": "127.0.0.1",
            **settings,
        }
        self.manage("prepare", ENV="", DEBUG="1")  # only DEBUG fills the demo, and production refuses DEBUG

    def manage(self, *arguments: str, **environment: str) -> None:
        command = [sys.executable, "manage.py", *arguments]
        subprocess.run(command, cwd=TOP, env=self.environment | environment, check=True, stdout=subprocess.DEVNULL)

    def get(self, path: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        with contextlib.closing(connection):
            connection.request("GET", path)
            response = connection.getresponse()
            return response.status, response.read().decode()

    @contextlib.contextmanager
    def served(self, *command: str) -> Iterator[None]:
        """`python COMMAND` serves this newsroom inside the block."""
        server = subprocess.Popen([sys.executable, *command], cwd=TOP, env=self.environment)
        try:
            self._wait(server)
            yield
        finally:
            server.terminate()
            server.wait(timeout=30)

    def _wait(self, server: subprocess.Popen) -> None:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and server.poll() is None:
            with contextlib.suppress(OSError, http.client.HTTPException):
                if self.get("/healthz")[0] == 200:
                    return
            time.sleep(0.05)
        raise RuntimeError("the server does not answer")


@contextlib.contextmanager
def newsroom(**settings: str) -> Iterator[Newsroom]:
    """A newsroom with the demo in it; `settings` are those of the environment, e.g. DATABASE_URL."""
    with tempfile.TemporaryDirectory(prefix="humas-bench-") as folder:
        yield Newsroom(folder, **settings)
