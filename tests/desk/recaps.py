"""A newsroom whose months can be counted, and readers of what it hands out."""

import io
import re
import zipfile
from datetime import datetime
from xml.etree import ElementTree as ET

from django.utils import timezone

from articles.manuscript import docx as our_reader
from tests.articles.factories import published_article

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def at(day: str) -> datetime:
    """ "2026-10-01 00:00" in the newsroom's clock."""
    return timezone.make_aware(datetime.fromisoformat(day))


def story(day: str, headline: str, **fields):
    return published_article(at=at(day), headline=headline, **fields)


def headlines(page) -> list[str]:
    return re.findall(r'recap-headline">([^<]*)<', page.content.decode())


def errors(page) -> list[str]:
    return re.findall(r'class="recap-error"[^>]*>([^<]*)<', page.content.decode())


def lines(response) -> list[str]:
    return [line.plain for line in our_reader.read(response.content).lines]


def unzipped(response) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(response.content)) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


def sheets(response) -> list[list[list[ET.Element]]]:
    """The cells of each sheet of an .xlsx, row by row."""
    files = unzipped(response)
    names = sorted(name for name in files if name.startswith("xl/worksheets/sheet"))
    return [[list(row) for row in ET.fromstring(files[name]).iter(f"{_S}row")] for name in names]


def words_of(response) -> list[list[list[str]]]:
    """The same as texts: shared strings looked up, numbers as they are stored."""
    files = unzipped(response)
    shared = ["".join(one.itertext()) for one in ET.fromstring(files["xl/sharedStrings.xml"])]
    return [[[_text(cell, shared) for cell in row] for row in sheet] for sheet in sheets(response)]


def formulas(response) -> list[str]:
    return ["".join(one.itertext()) for sheet in sheets(response) for row in sheet for one in row if _has_formula(one)]


def _has_formula(cell) -> bool:
    return cell.find(f"{_S}f") is not None


def _text(cell, shared: list[str]) -> str:
    value = cell.findtext(f"{_S}v", "")
    return shared[int(value)] if cell.get("t") == "s" else value
