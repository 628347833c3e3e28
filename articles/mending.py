"""What one press of the checklist would write: worked out from the story's own words, nothing invented."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from html import unescape
from itertools import chain, islice
from typing import Any

from django.utils.text import Truncator

from articles.manuscript import datelines
from articles.models import Article, Photo
from articles.parts import number_from_roman
from humas.base.cleaning import CleanHtml, clean, has_visible, to_text

STANDFIRST = 300
LONGEST_STANDFIRST = 500
LONGEST_ALT = 250

_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.S)
_TAG_OR_TEXT = re.compile(r"(<[^>]*>)")
_SIGN = re.compile(r"<[^>]*>|&[^;\s]*;|\s+|.", re.S)
_HOLLOW = re.compile(r"<(strong|em|sub|sup|p)></\1>")
_SPACES = re.compile(r"[ \u00a0]{2,}")
_SENTENCE_END = re.compile(r"(\S+?)[.!?…][\"'”’»)]*(?=\s+[\"“‘'(]?[A-Z0-9])")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_JOINED = re.compile(rf"{_WORD.pattern}(?:-{_WORD.pattern})*")
_FILE_END = re.compile(r"\.(?:jpe?g|png|webp|heic|gif|bmp|avif)$", re.I)


def _paragraphs(body: str) -> Iterator[tuple[int, str]]:
    """(where it begins in the HTML, its words in one line) of each paragraph that has any."""
    for found in _PARAGRAPH.finditer(body):
        words = " ".join(to_text(found[1]).split())
        if has_visible(words):
            yield found.start(), words


def first_sentences(body: str) -> str:
    """Whole sentences from the beginning, of at most 300 characters where the first of them is not longer."""
    words = ""
    for _start, line in islice(_paragraphs(body), 2):  # the place may have the first one to itself
        found = datelines.find(line)
        words = line[found.end :] if found else line
        if words:
            break
    if len(words) <= STANDFIRST:
        return words
    head = words[: 2 * LONGEST_STANDFIRST]
    ends = [found.end() for found in _SENTENCE_END.finditer(head) if _ends_a_sentence(found[1])] + [len(words)]
    fitting = [end for end in ends if end <= STANDFIRST] or [end for end in ends[:1] if end <= LONGEST_STANDFIRST]
    return words[: fitting[-1]] if fitting else Truncator(words).chars(STANDFIRST)


def _ends_a_sentence(word: str) -> bool:
    """Not after "Drs.", "No.", "M.Si.": a title or a short form goes on."""
    return len(word) > 3 and "." not in word and word.lower() not in ("prof", "s.sos", "nomor")


def dateline(body: str) -> tuple[str, CleanHtml] | None:
    """(the place with which the text begins, the text without it); None where it begins with none."""
    start, line = next(_paragraphs(body), (0, ""))
    found = datelines.find(line)
    if found is None:
        return None
    return found.place, clean(body[:start] + _without_beginning(body[start:], found.end))


def _without_beginning(body: str, count: int) -> str:
    """The HTML without so many of its first visible signs, blanks between words counted once."""
    tags, left, rest = [], count, 0
    for found in _SIGN.finditer(body):
        sign, rest = found[0], found.end()
        if sign.startswith("<"):
            tags.append(sign)
        elif not sign.isspace():
            left -= len(unescape(sign))
        elif left < count:  # before the first word nothing counts
            left -= 1
        if left <= 0:
            break
    html = "".join(tags) + body[rest:]
    while (emptier := _HOLLOW.sub("", html)) != html:
        html = emptier
    return html


def in_sentence_style(headline: str, text: str) -> str:
    """
    A headline in capitals as a sentence; any other as it is.

    A word that the text writes with a capital inside a sentence, or all in
    capitals (NTT, TNI), is written as there.
    """
    if not headline.isupper() or sum(sign.isalpha() for sign in headline) < 6:
        return headline
    known = _spellings(text)

    def calm(found: re.Match[str]) -> str:
        word = found[0]
        if spelt := known.get(word.casefold()):
            return spelt
        if "-" in word:
            return _WORD.sub(calm, word)
        return word if number_from_roman(word) else word.lower()

    words = _JOINED.sub(calm, headline)
    first = next((place for place, sign in enumerate(words) if sign.isalpha()), 0)
    return words[:first] + words[first : first + 1].upper() + words[first + 1 :]


def _spellings(text: str) -> dict[str, str]:
    """How the text writes each word where no sentence begins; at a beginning only what is all in capitals counts."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for line in text.splitlines():
        for found in chain(_WORD.finditer(line), _JOINED.finditer(line)):
            word, before = found[0], line[max(0, found.start() - 4) : found.start()].rstrip(" \"'“‘(")
            is_short_form = len(word) > 1 and word.isupper()
            if is_short_form or (before and before[-1] not in ".!?…:–—-"):
                seen[word.casefold()][word] += 1
    return {key: forms.most_common(1)[0][0] for key, forms in seen.items()}


def says_something(alt: str) -> bool:
    """Whether it tells what a picture shows: a file's name does not (WCAG failure F30)."""
    alt = alt.strip()
    if not has_visible(alt) or _FILE_END.search(alt):
        return False
    return any(len(word) > 2 for word in _WORD.findall(alt)) and not re.fullmatch(
        r"(?:img|dsc|dcim|image|foto|gambar|photo|picture|whatsapp image)(?:[\W\d_]|at|wa)*", alt, re.I
    )


def alternative(photo: Photo) -> str:
    """The photo's caption as its alternative text, "" where it has none that says anything."""
    caption = " ".join(photo.caption.split())
    return Truncator(caption).chars(LONGEST_ALT) if says_something(caption) else ""


def single_spaces(story: Article) -> dict[str, Any]:
    """The fields in which two blanks stand side by side, each with one in their place."""
    changes: dict[str, Any] = {}
    for name in ("headline", "standfirst", "dateline", "credit", "byline"):
        value = getattr(story, name)
        if (single := _SPACES.sub(" ", value)) != value:
            changes[name] = single
    body = "".join(
        part if part.startswith("<") else _SPACES.sub(" ", part) for part in _TAG_OR_TEXT.split(str(story.body))
    )
    if body != story.body:
        changes["body"] = clean(body)
    return changes
