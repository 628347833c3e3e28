"""Where an address could come to light: everything a browser was sent, everything logged, everything stored."""

import base64
import hashlib
import logging
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import BrowserContext, Error, Page, Response

DIGESTS = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_256")


def needles(address: str) -> dict[str, bytes]:
    """All that gives the address away, lower-cased: itself, its parts, its spellings, digests without a key."""
    local, _at, domain = address.lower().partition("@")
    found = {"its name part": local.encode(), "its domain": domain.encode()}
    for written in {address, address.lower(), address.lower().strip()}:
        data = written.encode()
        found |= {
            "as typed": data.lower(),
            "in a URL": quote(written, safe="").lower().encode(),
            "in base64": base64.b64encode(data).rstrip(b"=")[:-1].lower(),
            "in hex": data.hex().encode(),
            "in UTF-16": written.lower().encode("utf-16-le"),
        }
        for name in DIGESTS:
            digest = hashlib.new(name, data)
            found |= {
                f"{name} of {written}": digest.hexdigest().encode(),
                f"{name} of {written}, raw": digest.digest().lower(),
                f"{name} of {written}, base64": base64.b64encode(digest.digest()).rstrip(b"=").lower(),
                f"{name} of {written}, base64 for URLs": base64.urlsafe_b64encode(digest.digest()).rstrip(b"=").lower(),
            }
    return found


def found_in(text: bytes, wanted: dict[str, bytes]) -> list[str]:
    text = text.lower()
    return [name for name, needle in wanted.items() if needle in text]


class Recorder:
    """Keeps every answer that the pages of a context got: address, head with its cookies, body."""

    def __init__(self, context: BrowserContext) -> None:
        self.answers: list[tuple[str, bytes]] = []
        self.lost: list[str] = []
        self._begun = 0
        context.on("response", self._on_response)

    def finish(self, page: Page) -> None:
        """Wait until every answer so far is kept: its bytes come over one by one."""
        for _attempt in range(1000):
            if len(self.answers) == self._begun:
                return
            page.title()
        raise AssertionError("answers are missing")

    def _on_response(self, response: Response) -> None:
        self._begun += 1
        body = b""
        # A redirection has no body, nor has the answer to HEAD; a static file is ours, the same for everybody.
        has_body = not 300 <= response.status < 400 and response.request.method != "HEAD"
        if has_body and "/static/" not in response.url:
            try:
                body = response.body()
            except Error as error:
                self.lost.append(f"{response.url}: {error.message}")
        head = "\n".join(f"{header['name']}: {header['value']}" for header in response.headers_array())
        name = f"{response.status} {response.request.method} {response.url}"
        self.answers.append((name, f"{name}\n{head}\n\n".encode() + body))

    def holding(self, wanted: dict[str, bytes]) -> list[str]:
        """The answers in which the address is, once each."""
        return [name for name, answer in self.answers if found_in(answer, wanted)]


class Log(logging.Handler):
    """Hears every logger at DEBUG, those that do not propagate too."""

    NAMES = ("", "django", "django.request", "humas")

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(logging.Formatter("%(name)s %(message)s"))
        self.lines: list[str] = []
        self._levels: dict[str, int] = {}

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record) + repr(record.args))

    def __enter__(self) -> "Log":
        for name in self.NAMES:
            logger = logging.getLogger(name)
            self._levels[name] = logger.level
            logger.setLevel(logging.DEBUG)
            logger.addHandler(self)
        return self

    def __exit__(self, *_) -> None:
        for name, level in self._levels.items():
            logger = logging.getLogger(name)
            logger.setLevel(level)
            logger.removeHandler(self)

    def holding(self, wanted: dict[str, bytes]) -> list[str]:
        return [line for line in self.lines if found_in(line.encode(), wanted)]


def files_holding(folder: Path, wanted: dict[str, bytes]) -> list[str]:
    """Files below a folder, the database and its write-ahead log among them, in which the address is."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return [str(path) for path in files if found_in(path.read_bytes(), wanted)]
