"""
The catalogue is complete: proved by walking through every screen.

In letters no source is written in, a word that never asked a catalogue stands out; of what asked, it is noted which
sentence Indonesian would have given back as it was asked. Not looked at: the texts of the demo, and `--help`.
"""

import re

import pytest
from django.contrib.auth.models import Group

from comments.models import Ground
from humas.operations.demo.accounts import ACCOUNTS, PASSWORD
from humas.operations.fresh import WORD as WORD_THAT_CONFIRMS
from tests.i18n import (
    answering,
    commands,
    desk,
    desk_acts,
    histories,
    identity,
    kept,
    letters,
    manuscripts,
    people,
    public,
    publishing,
    receipts,
    report_desk,
    reports,
    speech,
    upkeep,
)
from tests.i18n.newsroom import Desk
from tests.i18n.screen import words_of

PAGES = {
    "readers' pages": public.pages,
    "answers to a reply": public.replies,
    "a receipt": receipts.pages,
    "proven addresses, sign-in, agreement": identity.pages,
    "lists, reports and feeds": reports.pages,
    "the desk's door": desk.door,
    "words on their way": kept.pages,
    "the desk's screens": desk.screens,
    "refused forms": desk.refusals,
    "acts on stories": desk_acts.list_acts,
    "story forms": desk_acts.story_forms,
    "publishing": publishing.pages,
    "other forms": desk_acts.other_forms,
    "photos": desk_acts.photos,
    "accounts": desk_acts.accounts,
    "acts in the queue": desk_acts.queue,
    "answering": answering.pages,
    "writers and histories": histories.pages,
    "a report's parts": report_desk.pages,
    "manuscripts": manuscripts.pages,
    "how people come in": people.pages,
    "pages behind links in letters": letters.pages,
    "letters": letters.written,
}
COMMANDS = {
    "commands for stories": commands.stories,
    "commands for replies": commands.replies,
    "commands for the operator": commands.operator,
    "commands for upkeep": upkeep.commands,
    "commands for letters": letters.commands,
}
BARE = {"a bare newsroom": public.bare, "bare lists": reports.bare, "a bare desk": desk.bare, "the demo": commands.demo}
ROADS = PAGES | COMMANDS | BARE
SPOKEN = COMMANDS.keys() | {"the demo"}

DATA = re.compile(
    r"\b[Zz][Zz…]\S*"  # everything in tests.i18n.newsroom
    r"|\bKMT-\w+"  # short numbers of comments
    r"|\{(nama|berita|nomor)\}"  # what a saved answer leaves open
    r"|\bhttps?://\S+|(?<!\S)/\S+"  # addresses, files
    r"|\b(Part|Bagian) [IVX\d]+(-habis)?\b"  # labels: how a report calls its parts is the newsroom's choice
    r"|\b[0-9a-f]{8}-[0-9a-f-]{27}\b"  # batches
    r"|\b(base|comments)\.\w+\.\w+\b"  # columns that rotate_keys names
    r"|\bTinggalkan Balasan\b"  # left out of a manuscript
    r"|\bcomments_decision_\w+|\bDIGEST_KEY\b|\bmanifest\.json\b"  # named by doctor and restore
)
WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
KEYS = {"Shift", *"jkasduzrexX"}
NAMES = {"Humas", "WITA", PASSWORD, WORD_THAT_CONFIRMS, *KEYS, *WORD.findall(" ".join(sum(ACCOUNTS, ())))}
"""The product, the zone's own sign, what is typed to confirm, keys of the queue, and who works in the demo."""

ALIKE = {
    *("Email", "Embargo", "Filter", "hash", "salt", "slug", "Tag", "%(file)s: %(why)s", "Spam", "spam", "status"),
    *("April", "September", "November", "NIP", "No.", "Embargo: %(headline)s", "%(before)s → %(after)s"),
}
"""Words that Indonesian writes as English does."""


@pytest.fixture(params=ROADS)
def road(request, db, settings, monkeypatch, tmp_path):
    """(its name, what is met on it)"""
    newsroom = Desk(settings, monkeypatch, tmp_path)
    Ground.objects.update(label="Zzsebab", sentence="Zzkalimat.")  # laid in Indonesian, then the bureau's own
    if request.param not in BARE:
        newsroom.furnish()
    return request.param, ROADS[request.param](newsroom)


def test_every_word_on_a_screen_asked_the_catalogue_and_is_there_in_indonesian(road):
    name, stations = road
    names = NAMES | set(Group.objects.values_list("name", flat=True))
    escaped, heard = {}, 0
    with speech.in_wide_letters() as same:
        for station, answer in stations:
            for words in answer.splitlines() if name in SPOKEN else words_of(answer):
                heard += 1
                if set(WORD.findall(DATA.sub(" ", words))) - names:
                    escaped.setdefault(words[:200], station)

    assert escaped == {}
    assert heard
    assert {sentence for sentence in same if re.search("[A-Za-z]", speech.KEPT.sub("", sentence))} - ALIKE == set()
