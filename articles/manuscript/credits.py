"""Credits in brackets at the end: "(Humaspro Manggarai Barat)", "(Prokopim/ab)", "(*)". Rules 22–23."""

import re
from typing import NamedTuple

from articles.manuscript import marks
from articles.manuscript.sentences import is_finished

BUREAU = re.compile(r"(?:humas|humaspro|hms|prokopim|protokol|diskominfo|kominfo|infokom|tim|redaksi)(?!\w)", re.I)
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,120})[)\]]$")
_BETWEEN = {"dan", "di", "oleh", "&", "–"}


class Credit(NamedTuple):
    start: int
    words: str


def at_end(line: str) -> Credit | None:
    """The credit in the last brackets of a line: alone, behind a finished sentence, or a bureau anywhere."""
    offset = max(0, len(line) - 122)
    found = _BRACKETS.search(line[offset:])
    if not found:
        return None
    start, words = offset + found.start(), found[1].strip()
    before = line[:start].rstrip()
    if not _is_credit(words) or marks.end_alone(found[0]):
        return None
    return Credit(start, words) if not before or is_finished(before) or BUREAU.match(words) else None


def _is_credit(words: str) -> bool:
    if not words or words.endswith((".", "!", "?")) or words[0].isdigit():
        return False
    if not words.strip("* ") or BUREAU.match(words):
        return True
    if not any(sign.isalpha() for sign in words):
        return False
    parts = words.split()
    return len(parts) == 1 or all(part in _BETWEEN or part[0].isupper() or "/" in part for part in parts)
