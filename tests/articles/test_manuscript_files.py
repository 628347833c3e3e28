"""
The manuscripts in the folder beside this file, each with what it is to be taken for, written by hand.

The rules are in manuscripts/README.md.
"""

import json
import re
import subprocess
import sys
import unicodedata
import zipfile
from collections import Counter
from difflib import unified_diff
from html import unescape
from pathlib import Path

import pytest

from articles.manuscript.parse import take_apart
from articles.manuscript.reading import read
from articles.manuscript.text import decode

FOLDER = Path(__file__).parent / "manuscripts"
MANUSCRIPTS = sorted(path for path in FOLDER.iterdir() if path.suffix in {".txt", ".docx", ".odt"})
REASONS = """
    letterhead release_label letter_number embargo_note greeting contact photo_note hashtags emoji_tail chat_stamp
    forwarded form_words separator end_mark part_mark dateline_note
""".split()
KEYS = ["headline", "dateline", "paragraphs", "credit", "part_number", "part_style", "is_last", "left_out"]

every_manuscript = pytest.mark.parametrize("path", MANUSCRIPTS, ids=lambda path: path.name)


def parsed(path: Path) -> dict:
    """What the parser takes a manuscript for, in the words of an expectation."""
    found = take_apart(read(path.name, path.read_bytes()))
    return {
        "headline": found.headline,
        "dateline": found.dateline,
        "paragraphs": [{"kind": block.kind, "html": block.html} for block in found.blocks],
        "credit": found.credit,
        "part_number": found.part_number,
        "part_style": found.part_style or None,
        "is_last": found.is_last,
        "left_out": [{"text": one.text, "reason": one.reason} for one in found.left_out],
    }


def expected(path: Path) -> dict:
    found = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    found.pop("why", None)
    return found


def differences(want: dict, got: dict) -> str:
    lines = (json.dumps(one, ensure_ascii=False, indent=1).splitlines() for one in (want, got))
    return "\n".join(unified_diff(*lines, "expected", "parsed", n=1, lineterm=""))


def written(path: Path) -> str:
    """All words of a manuscript, read without the product's own readers; signs that mark paragraphs are blanks."""
    if path.suffix == ".txt":
        return decode(path.read_bytes())
    with zipfile.ZipFile(path) as package:
        names = [
            name for name in package.namelist() if re.search(r"(document|header1|footer1|content|styles)\.xml$", name)
        ]
        xml = "".join(package.read(name).decode() for name in names)
    xml = re.sub(r"<(office:annotation|text:tracked-changes|w:delText|w:instrText)\b.*?</\1>", "", xml, flags=re.S)
    xml = re.sub(r"</w:p>|<w:br/>|<w:tab/>|</text:[ph]>|<text:(s|tab|line-break)\b[^>]*/>", " ", xml)
    return unescape(re.sub(r"<[^>]*>", "", xml))


def words(text: str) -> Counter:
    """Runs of letters and digits, and each sign that stands for something itself, such as an emoji."""
    text = re.sub("[\u00ad\u200b\u200e\u200f\u2060\ufeff]", "", text)
    return Counter(re.findall(r"[^\W_]+", text)) + Counter(s for s in text if unicodedata.category(s) in {"So", "Sk"})


def lost_and_invented(path: Path, found: dict) -> tuple[Counter, Counter]:
    """Words of the manuscript that stand nowhere in `found`, and words of `found` that nobody wrote."""
    html = " ".join(block["html"] for block in found["paragraphs"])
    plain = unescape(re.sub(r"<[^>]*>", "", re.sub(r"</?(li|p)>", " ", html)))
    kept = " ".join([found["headline"], found["dateline"], plain, found["credit"]])
    before, after = words(written(path)), words(" ".join([kept, *(one["text"] for one in found["left_out"])]))
    lost = before - after
    for block in found["paragraphs"]:
        if block["kind"] == "ol":  # its signs became the list's own numbers
            count = block["html"].count("<li>")
            signs = [Counter(map(str, range(1, count + 1))), Counter("abcdefghij"[:count])]
            lost -= next((one for one in signs if one <= lost), Counter())
    return lost, after - before


def test_every_manuscript_has_an_expectation_and_every_reason_and_kind_is_known():
    assert [path.stem for path in MANUSCRIPTS] == sorted(path.stem for path in FOLDER.glob("*.json"))
    assert len(MANUSCRIPTS) >= 64
    found = [expected(path) for path in MANUSCRIPTS]
    assert all(list(one) == KEYS for one in found)
    assert {item["reason"] for one in found for item in one["left_out"]} == set(REASONS)
    assert {block["kind"] for one in found for block in one["paragraphs"]} == {"p", "h2", "quote", "ul", "ol"}


@every_manuscript
def test_expectation_holds_every_word_of_its_manuscript_and_no_other(path):
    assert lost_and_invented(path, expected(path)) == (Counter(), Counter())
    lines = " ".join(written(path).split())
    assert [item["text"] for item in expected(path)["left_out"] if item["text"] not in lines] == []


@every_manuscript
def test_manuscript_is_taken_for_what_its_expectation_says(path):
    want, got = expected(path), parsed(path)
    assert got == want, differences(want, got)


@every_manuscript
def test_reading_a_manuscript_neither_loses_nor_invents_a_word(path):
    assert lost_and_invented(path, parsed(path)) == (Counter(), Counter())


def test_documents_are_what_their_script_writes(tmp_path):
    subprocess.run([sys.executable, "-B", FOLDER / "make_documents.py", tmp_path], check=True, timeout=60)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in MANUSCRIPTS if path.suffix != ".txt"}
