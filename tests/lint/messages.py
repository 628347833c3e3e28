"""
The Indonesian catalogue: brought up to date with `--write`, judged without it.

Judged: every sentence of the sources is translated, none is fuzzy or left over,
placeholders survive, and the compiled catalogue is the one readers would get.
"""

import os
import re
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

import django
import polib
from django.core.management import call_command
from django.core.management.commands import makemessages
from django.test.utils import override_settings

import tests.environment  # noqa: F401 – sets what the settings need

TOP = Path(__file__).resolve().parents[2]
SOURCES = ["articles", "comments", "humas", "templates"]
CATALOGUE = Path("humas/locale/id/LC_MESSAGES/django.po")
HEADER = {
    "Project-Id-Version": "Humas",
    "Language": "id",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=1; plural=0;",
}
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sdif]|\{\w*\}")


class Extract(makemessages.Command):
    # A guess by likeness is how a wrong sentence gets on a screen.
    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]


def extract(top: Path) -> None:
    """Write the sentences of the sources under `top` to its catalogue, keeping what is translated there."""
    os.chdir(top)
    (top / CATALOGUE).parent.mkdir(parents=True, exist_ok=True)
    with override_settings(LOCALE_PATHS=[str(top / "humas" / "locale")]):
        call_command(
            Extract(), locale=["id"], add_location="file", no_obsolete=True, verbosity=0,
            ignore_patterns=[".*", "benchmarks", "data", "deploy", "tests"],
        )  # fmt: skip


def sentences_of_sources() -> polib.POFile:
    """What a fresh extraction finds, made in a copy so that the checkout stays as it is."""
    with tempfile.TemporaryDirectory(prefix="humas-messages-") as folder:
        for source in SOURCES:
            shutil.copytree(TOP / source, Path(folder, source), ignore=shutil.ignore_patterns("__pycache__", "locale"))
        extract(Path(folder))
        os.chdir(TOP)
        return polib.pofile(str(Path(folder, CATALOGUE)))


def key(entry: polib.POEntry) -> tuple:
    return entry.msgctxt, entry.msgid, entry.msgid_plural


def translations(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def lost_placeholders(entry: polib.POEntry) -> bool:
    """Indonesian has one plural form, which must do for every number: it follows msgid_plural."""
    wanted = Counter(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
    return any(Counter(PLACEHOLDER.findall(text)) != wanted for text in translations(entry))


def judge() -> list[str]:
    """One line per fault of the catalogue."""
    if missing := [path for path in (CATALOGUE, CATALOGUE.with_suffix(".mo")) if not (TOP / path).exists()]:
        return [f"{path} belum ada. Jalankan: make messages" for path in missing]
    source, catalogue = sentences_of_sources(), polib.pofile(str(TOP / CATALOGUE))
    compiled = polib.mofile(str((TOP / CATALOGUE).with_suffix(".mo")))
    wanted = {key(entry) for entry in source}
    active = {key(entry): entry for entry in catalogue if not entry.obsolete}
    faults = {
        "belum ada di katalog": wanted - active.keys(),
        "tidak dipakai lagi": (active.keys() - wanted) | {key(entry) for entry in catalogue.obsolete_entries()},
        "fuzzy": {k for k, entry in active.items() if entry.fuzzy},
        "belum diterjemahkan": {k for k, entry in active.items() if not all(translations(entry) or [""])},
        "isian (%s, {…}) berbeda": {k for k, e in active.items() if all(translations(e)) and lost_placeholders(e)},
    }
    lines = [f"{fault}: {k[1]!r}" for fault, keys in faults.items() for k in sorted(keys, key=str)]
    fit = {key(entry): translations(entry) for entry in catalogue.translated_entries()}
    if {key(entry): translations(entry) for entry in compiled} != fit or compiled.metadata != catalogue.metadata:
        lines.append("django.mo bukan hasil django.po. Jalankan: make messages")
    return lines


def write() -> None:
    """Bring the catalogue up to date; a header without dates keeps the file the same while the sentences are."""
    extract(TOP)
    catalogue = polib.pofile(str(TOP / CATALOGUE))
    catalogue.header, catalogue.metadata, catalogue.metadata_is_fuzzy = "", HEADER, False
    catalogue.save()
    call_command("compilemessages", locale=["id"], ignore_patterns=[".*"], verbosity=0)
    print(f"{CATALOGUE}: {len(catalogue.untranslated_entries())} kalimat belum diterjemahkan.")


django.setup()
if "--write" in sys.argv:
    write()
elif found := judge():
    sys.exit("\n".join(found))
