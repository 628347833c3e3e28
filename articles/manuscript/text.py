"""Bytes and lines of a manuscript before anybody asks what they mean."""

import re
from hashlib import sha256

LARGEST = 2_000_000


class UnreadableManuscript(ValueError):
    """The file is not a text we can read; `code` names the sentence to show."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def decode(data: bytes) -> str:
    """Text of a .txt file: UTF-8, UTF-16 with its mark, else Windows-1252. Raises UnreadableManuscript."""
    if len(data) > LARGEST:
        raise UnreadableManuscript("too_large")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _decoded(data, "utf-16")
    if b"\x00" in data:
        raise UnreadableManuscript("not_text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decoded(data, "cp1252")


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableManuscript("not_text") from None


def blocks(text: str) -> list[str]:
    """Paragraphs between blank lines, each on one line with its blanks folded; no word lost."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return [block for block in (" ".join(part.split()) for part in re.split(r"\n[^\S\n]*\n", text)) if block]


def digest(text: str) -> str:
    """Tells the same manuscript again, whatever its line ends and blanks."""
    return sha256("\n\n".join(blocks(text)).encode()).hexdigest()
