"""*Impor naskah*: files that cannot be read, and the screen on which what was read is corrected."""

import json
from collections.abc import Callable
from types import SimpleNamespace

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError

from articles.admin import paste
from articles.admin.reasons import REASONS
from articles.manuscript import reading
from articles.manuscript.text import UnreadableManuscript
from articles.models import Report
from tests.articles.factories import draft, report
from tests.articles.test_import_screen import fields
from tests.i18n.desk import Pages, at_desk
from tests.i18n.newsroom import Desk

PART = "Zzrapat ({})\n\nZZ – Zzteks zz{}.\n\nZzakhir. (Zzhumas)\n\n#zzhumas"
BAD = {
    "zz.doc": b"\xd0\xcf\x11\xe0",
    "zzkunci.docx": b"\xd0\xcf\x11\xe0",
    "zzrusak.docx": b"PK\x03\x04",
    "zzmakro.docm": b"PK",
    "zzlembar.xlsx": b"PK",
    "zz.rtf": b"{\\rtf1}",
    "zz.pdf": b"%PDF-1.7",
    "zz.jpg": b"\xff\xd8\xff\xe0",
    "zzkosong.txt": b"",
    "zzemoji.txt": "🙏🙏🙏".encode(),
    "zzjudul.txt": b"Zzjudul",
    "zzbesar.txt": b"z" * 2_000_001,
    "zzbiner.txt": b"\0\1",
}


def pages(desk: Desk) -> Pages:
    see = at_desk(desk.operator)
    yield from bad_files(desk, see)
    yield from one(desk, see)
    yield from several(see)


def file(name: str, data: bytes | str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data.encode() if isinstance(data, str) else data)


def read(see: Callable, text: str = "", **files: str) -> tuple[tuple[str, str], dict]:
    """The correction screen, and what a browser would send back from it."""
    sent = {"text": text, "files": [file(f"{name}.txt", words) for name, words in files.items()]}
    station, html = see("impor/", sent)
    return (station, html), fields(SimpleNamespace(content=html.encode()))


def bad_files(desk: Desk, see: Callable) -> Pages:
    for name, data in BAD.items():
        yield see("impor/", {"text": "", "files": [file(name, data)]})
    for code in reading.SENTENCES:
        yield code, reading.sentence("“zz”", UnreadableManuscript(code))
    for text in ("🙏🙏", "\0", "zz"):
        yield see("impor/", {"text": text})
    with desk.patch.context() as patch:
        patch.setattr(paste, "MOST_FILES", 1)
        yield see("impor/", {"text": "", "files": [file("zza.txt", "zz"), file("zzb.txt", "zz")]})
    yield see("impor/", {"text": PART.format("Part I", 1), "files": [file("zz.pdf", b"%PDF")]})
    yield at_desk(desk.people["Moderator"])("impor/")


def one(desk: Desk, see: Callable) -> Pages:
    """One manuscript with each mark it may bear, then wrong in every way, kept, and sent again."""
    near = report(title="Zzmenyusurisungaizz")
    for mark in ("Part V", "Bagian 5", "Bagian 7-habis"):
        page, sent = read(see, PART.format(mark, mark[-1]).replace("Zzrapat", "Zzmenyusurisungai"))
        yield page
    yield from wrong(see, sent, near)
    yield from at_the_same_moment(desk, see, sent)
    for _twice in range(2):
        yield see("impor/", sent | {"0-in_report": near.pk, "0-numbering": "go_on"})
    yield see("impor/", {"text": PART.format(mark, mark[-1]).replace("Zzrapat", "Zzmenyusurisungai")})


def wrong(see: Callable, sent: dict, near: Report) -> Pages:
    """Nothing of this is kept: each answer is the form again."""
    ahead = report(title="Zzdidepan", first_number=9)
    draft(report=ahead, headline="Zzsatu", text="Zzisi.")
    every = json.dumps([["Zzkata", reason] for reason in REASONS])
    long = {"headline": "z" * 201, "dateline": "z" * 81, "credit": "z" * 200, "body": "<ul><li>" * 150}
    for changes in (
        {"headline": " ", "body": " ", "part_number": "400", "part_style": "zz", "category": "0", "left_out": every},
        {"part_number": "zz", "says_last": "True", **long},
        {"part_number": "0", "numbering": "zz", "back": ["99"]},
        {"headline": "Zzdidepan", "in_report": ahead.pk, "part_number": "3"},
        {"in_report": ""},
        {"in_report": near.pk, "numbering": ""},
        {"in_report": "new", "numbering": ""},
        {"in_report": "zz"},
        {"left_out": "{"},
        {"manuscript_digest": "zz"},
    ):
        station, html = see("impor/", sent | {f"0-{name}": value for name, value in changes.items()})
        assert station.endswith("422")
        yield station, html
    for forms in ("zz", "0", "99"):
        yield see("impor/", {"forms": forms})


def at_the_same_moment(desk: Desk, see: Callable, sent: dict) -> Pages:
    """Twice somebody else was quicker."""
    with desk.patch.context() as patch:
        patch.setattr(paste.ManuscriptForm, "keep", _too_late)
        yield see("impor/", sent | {"0-in_report": "alone"})


def _too_late(_form, _author):
    raise IntegrityError


def several(see: Callable) -> Pages:
    """Two at once: one known, one left out, both kept."""
    page, sent = read(see, zzsatu=PART.format("Part II", 2), zzdua=PART.format("Part I", 1), zzlain="Zzlain\n\nZzisi.")
    yield page
    yield see("impor/", sent | {"1-headline": ""})
    for _twice in range(2):
        yield see("impor/", sent | {"2-is_skipped": "on"})
    page, _sent = read(see, zzsatu=PART.format("Part II", 2), zztiga=PART.format("Part III", 3))
    yield page
