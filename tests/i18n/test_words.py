"""The words themselves: those fixed by contract, those never used, those the text editor asks for."""

import json
import re
from pathlib import Path

import django_prose_editor
import polib
import pytest
from django.conf import settings
from django.contrib import admin
from django.urls import reverse
from django.utils.translation import gettext

from tests.i18n.test_catalogue import ALIKE

BUNDLE = Path(django_prose_editor.__file__).parent / "static" / "django_prose_editor" / "editor.js"
OUT_OF_REACH = {  # figures, tables and HTML are not among articles.editor.EXTENSIONS
    *("Add caption", "Alternative Text", "Browse...", "Caption", "Edit Figure", "Edit Image", "Image URL"),
    *("Insert", "Insert Figure", "Remove caption"),
    *("Columns", "Include header row", "Insert Table", "Rows", "Table Properties"),
    *("Edit HTML", "Prettify"),
    "The HTML contents of the editor. Note that the allowed HTML is restricted by the editor schema.",
}


def sentences(domain="django"):
    path = Path(settings.LOCALE_PATHS[0], "id", "LC_MESSAGES", f"{domain}.po")
    return [
        (entry.msgid, text)
        for entry in polib.pofile(str(path))
        for text in (entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr])
    ]


@pytest.mark.contract
@pytest.mark.wordpress("2a Required marks")
def test_reply_form_speaks_the_words_its_readers_know():
    assert gettext("Leave a reply") == "Tinggalkan Balasan"
    note = gettext("Your email address will not be published. Required fields are marked *")
    assert note == "Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *"
    labels = ["Comment", "Name", "Email", "Website", "Leave empty", "Send comment"]
    assert [gettext(label) for label in labels] == [
        *("Komentar", "Nama", "Email", "Situs Web", "Biarkan kosong", "Kirim Komentar"),
    ]


ABOUT_SOMETHING_ELSE = {  # msgids
    *("consent", "consents"),  # a reader's, to the rules for comments
    'I agree to the <a href="%(address)s" target="_blank" rel="noopener">rules for comments</a> '
    "(version %(version)s, %(date)s)",
    'You agreed to the <a href="%(address)s">rules for comments</a>, version %(version)s, on %(time)s.',
    "Mail is not set up",  # the desk's own words for it, fixed by the newsrooms' owner
    *("Are readers asked to agree to the rules for comments?", "Agreement to the rules for comments"),
    "Free of liability (point 3g) is only who meets points 3a, 3b, 3c and 3f, all four: rules that can be read, "
    "log-in, agreement in writing, and action within two days of a report.",
}


@pytest.mark.parametrize(
    ("word", "instead"),
    [
        ("tanggapan", "komentar: a tanggapan is what an office gives"),
        ("pengaduan", "laporan: a pengaduan is where one reports a road"),
        ("setuju", "tayangkan: nobody approves a citizen's criticism"),
        ("surel", "email, as on the reply form"),
    ],
)
def test_no_sentence_uses_a_word_that_means_something_else_here(word, instead):
    found = [(msgid, text) for msgid, text in sentences() if word in text.casefold()]
    assert [text for msgid, text in found if msgid not in ABOUT_SOMETHING_ELSE] == [], instead


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_only_words_alike_in_both_languages_stay_as_they_are(domain):
    assert {msgid for msgid, text in sentences(domain) if text == msgid} <= ALIKE


def test_scripts_of_the_desk_find_every_word_they_ask_for(moderator):
    words = {"".join(pair) for script in _scripts() for pair in _asked(script)} - OUT_OF_REACH
    catalogue = moderator.get(reverse("admin:jsi18n")).content.decode()
    known = json.loads(re.search(r"const newcatalog = (\{.*?\});", catalogue, re.S)[1])

    assert len(words) > 40
    assert words - known.keys() == set()


def _scripts():
    yield from (Path(admin.__file__).parent / "static/admin/js").glob("**/*.js")
    yield from (settings.BASE_DIR / "static" / "js").glob("*.js")
    yield BUNDLE


def _asked(script: Path):
    """The words a script gives to gettext, by that name or by the one a minifier chose."""
    source = script.read_text()
    names = [*re.findall(r"([\w$]+)=window\.gettext", source), "gettext"]
    call = rf"""(?<![\w.$])(?:{"|".join(map(re.escape, names))})\((?:"((?:[^"\\]|\\.)+)"|'((?:[^'\\]|\\.)+)')\)"""
    return re.findall(call, source)
