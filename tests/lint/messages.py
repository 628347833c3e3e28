"""
The Indonesian catalogues, of the server and of its scripts: brought up to date with `--write`, judged without it.

Judged: every sentence of the sources is translated, none is fuzzy or left over,
placeholders survive, and the compiled catalogue is the one readers would get.
"""

import ast
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
SOURCES = ["articles", "comments", "humas", "static", "templates"]
DOMAINS = ["django", "djangojs"]
HEADER = {
    "Project-Id-Version": "Humas",
    "Language": "id",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=1; plural=0;",
}
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sdif]|\{\w*\}")


def catalogue_of(domain: str) -> Path:
    return Path(f"humas/locale/id/LC_MESSAGES/{domain}.po")


class Extract(makemessages.Command):
    # A guess by likeness is how a wrong sentence gets on a screen.
    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]


def extract(top: Path) -> None:
    """Write the sentences of the sources under `top` to its catalogues, keeping what is translated there."""
    os.chdir(top)
    (top / catalogue_of("django")).parent.mkdir(parents=True, exist_ok=True)
    with override_settings(LOCALE_PATHS=[str(top / "humas" / "locale")]):
        for domain in DOMAINS:
            call_command(
                Extract(), domain=domain, locale=["id"], add_location="file", no_obsolete=True, verbosity=0,
                ignore_patterns=[".*", "benchmarks", "data", "deploy", "tests"],
            )  # fmt: skip


def sentences_of_sources() -> dict[str, polib.POFile]:
    """What a fresh extraction finds, made in a copy so that the checkout stays as it is."""
    with tempfile.TemporaryDirectory(prefix="humas-messages-") as folder:
        for source in SOURCES:
            shutil.copytree(TOP / source, Path(folder, source), ignore=shutil.ignore_patterns("__pycache__", "locale"))
        extract(Path(folder))
        os.chdir(TOP)
        return {domain: polib.pofile(str(Path(folder, catalogue_of(domain)))) for domain in DOMAINS}


def key(entry: polib.POEntry) -> tuple:
    return entry.msgctxt, entry.msgid, entry.msgid_plural


def translations(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def lost_placeholders(entry: polib.POEntry) -> bool:
    """Indonesian has one plural form, which must do for every number: it follows msgid_plural."""
    wanted = Counter(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
    return any(Counter(PLACEHOLDER.findall(text)) != wanted for text in translations(entry))


GETTEXT = {"_", "gettext", "gettext_lazy", "ngettext", "pgettext"}


def unread() -> list[str]:
    """Sentences inside an f-string: Python asks for them, and xgettext never reads them."""
    faults = []
    for source in SOURCES[:3]:
        for path in sorted((TOP / source).rglob("*.py")):
            strings = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.JoinedStr)]
            calls = [node for string in strings for node in ast.walk(string) if isinstance(node, ast.Call)]
            faults += [
                f"{path.relative_to(TOP)}:{call.lineno}: kalimat di dalam f-string tidak terbaca oleh katalog"
                for call in calls
                if isinstance(call.func, ast.Name) and call.func.id in GETTEXT
            ]
    return faults


def judge() -> list[str]:
    """One line per fault of a catalogue."""
    sources = sentences_of_sources()
    faults = [(domain, fault) for domain in DOMAINS for fault in faults_of(catalogue_of(domain), sources[domain])]
    return unread() + [f"{domain}: {fault}" for domain, fault in faults]


def faults_of(path: Path, source: polib.POFile) -> list[str]:
    if missing := [file for file in (path, path.with_suffix(".mo")) if not (TOP / file).exists()]:
        return [f"{file} belum ada. Jalankan: make messages" for file in missing]
    catalogue, compiled = polib.pofile(str(TOP / path)), polib.mofile(str((TOP / path).with_suffix(".mo")))
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
        lines.append(f"{path.stem}.mo bukan hasil {path.name}. Jalankan: make messages")
    return lines


def write() -> None:
    """Bring the catalogues up to date; a header without dates keeps a file the same while its sentences are."""
    extract(TOP)
    for path in map(catalogue_of, DOMAINS):
        catalogue = polib.pofile(str(TOP / path))
        catalogue.header, catalogue.metadata, catalogue.metadata_is_fuzzy = "", HEADER, False
        catalogue.save()
        print(f"{path}: {len(catalogue.untranslated_entries())} kalimat belum diterjemahkan.")
    call_command("compilemessages", locale=["id"], ignore_patterns=[".*"], verbosity=0)


django.setup()
if "--write" in sys.argv:
    write()
elif found := judge():
    sys.exit("\n".join(found))
