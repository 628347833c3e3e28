"""Many readers at once: each with a connection and a thread of the own, let go together."""

import re
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from threading import Barrier
from urllib.parse import urlencode, urlsplit

TIMEOUT = 60
HEADERS = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}


def reply_of(writer: int, words: str) -> dict:
    return {"body": words, "name": f"Warga {writer}", "email": f"warga{writer}@contoh.id"}


def post_together(server: str, article, replies: list[dict]) -> list[tuple[int, str]]:
    """Post every reply at the same moment; the status and the Location of each answer, in the same order."""
    readers = [_Reader(server, article) for _ in replies]
    start = Barrier(len(replies))

    def post(reader, fields):
        start.wait(TIMEOUT)
        return reader.post(fields)

    try:
        with ThreadPoolExecutor(len(replies)) as pool:
            return list(pool.map(post, readers, replies))
    finally:
        for reader in readers:
            reader.connection.close()


class _Reader:
    """Has read the story; the connection, and so the server's thread and its own to the database, stay open."""

    def __init__(self, server, article):
        self.address = article.get_absolute_url()
        self.connection = HTTPConnection(urlsplit(server).netloc, timeout=TIMEOUT)
        page = self._ask("GET", self.address)[1]
        self.token = re.search(r'name="token" value="([^"]+)"', page)[1]

    def post(self, fields):
        response, _page = self._ask("POST", f"{self.address}tanggapan/", urlencode(fields | {"token": self.token}))
        return response.status, response.headers.get("Location", "")

    def _ask(self, method, address, body=None):
        self.connection.request(method, address, body, HEADERS if body else {})
        response = self.connection.getresponse()
        return response, response.read().decode()
