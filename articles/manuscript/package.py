"""
The zipped XML that .docx and .odt are, opened without trusting it.

Nothing is unpacked before its size is known, no part is parsed that declares a
document type (and with it entities), and no macro comes in.
"""

import io
import zipfile
import zlib
from xml.etree import ElementTree as ET

from articles.manuscript.text import UnreadableManuscript

LARGEST = 20_000_000
_UNPACKED, _PARTS, _XML = 60_000_000, 2_000, 24_000_000
_RATIO, _SMALL = 200, 1_000_000
_DEEPEST = 200
_MACROS = ("vbaproject.bin", "vbadata.xml")


class Package:
    """The XML parts of one document. Raises UnreadableManuscript for what is damaged, too large or unsafe."""

    def __init__(self, data: bytes) -> None:
        if len(data) > LARGEST:
            raise UnreadableManuscript("document_too_large")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
            raise UnreadableManuscript("damaged") from None
        if len(entries) > _PARTS or sum(one.file_size for one in entries) > _UNPACKED:
            raise UnreadableManuscript("unpacks_too_large")
        if any(one.file_size > _SMALL and one.file_size > _RATIO * one.compress_size for one in entries):
            raise UnreadableManuscript("unpacks_too_large")
        if any(one.flag_bits & 1 for one in entries):
            raise UnreadableManuscript("locked")
        self.names = {one.filename for one in entries}
        if any(name.lower().endswith(_MACROS) or name.startswith(("Basic/", "Scripts/")) for name in self.names):
            raise UnreadableManuscript("macros")

    def xml(self, name: str) -> ET.Element | None:
        """The root of a part; None where the document has no such part."""
        if name not in self.names:
            return None
        data = self.bytes(name)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise UnreadableManuscript("entities")
        try:
            return ET.fromstring(data, parser=ET.XMLParser(target=_Builder()))  # noqa: S314 - no document type, no entity
        except UnreadableManuscript:
            raise
        except (ET.ParseError, ValueError, LookupError):
            raise UnreadableManuscript("damaged") from None

    def bytes(self, name: str) -> bytes:
        try:
            with self._zip.open(name) as part:
                data = part.read(_XML + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
            raise UnreadableManuscript("damaged") from None
        if len(data) > _XML:
            raise UnreadableManuscript("unpacks_too_large")
        return data


class _Builder(ET.TreeBuilder):
    """Refuses a document type in whatever encoding it is written, and nesting no word processor writes."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        raise UnreadableManuscript("entities")

    def start(self, tag, attrs):
        self._depth += 1
        if self._depth > _DEEPEST:
            raise UnreadableManuscript("damaged")
        return super().start(tag, attrs)

    def end(self, tag):
        self._depth -= 1
        return super().end(tag)
