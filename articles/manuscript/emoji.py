"""Emoji and hashtags, which trail behind what people send."""

import re
import unicodedata
from functools import lru_cache

_JOINERS = {0x200D, 0xFE0F, 0x20E3, *range(0x1F3FB, 0x1F400), *range(0xE0020, 0xE0080)}
HASHTAG = re.compile(r"#\w*[^\W\d_]\w*[.,;]?")


@lru_cache(maxsize=4096)
def is_emoji(sign: str) -> bool:
    """Also what only colours or joins emoji; not the signs older than them, such as ° and ©."""
    point = ord(sign)
    return point in _JOINERS or (point >= 0x2190 and unicodedata.category(sign) == "So")


def without_emoji_around(words: str) -> str:
    start, end = 0, len(words)
    while start < end and (words[start] == " " or is_emoji(words[start])):
        start += 1
    while end > start and (words[end - 1] == " " or is_emoji(words[end - 1])):
        end -= 1
    return words[start:end]


def is_nothing_but_emoji(words: str) -> bool:
    return bool(words) and not without_emoji_around(words) and any(ord(sign) > 0x2190 for sign in words)


def tail(words: str) -> tuple[int, bool]:
    """Where a row of hashtags and emoji at the end begins, and whether a hashtag is in it."""
    end, has_hashtag = len(words), False
    while end:
        if words[end - 1] == " " or is_emoji(words[end - 1]):
            end -= 1
            continue
        start = words.rfind(" ", 0, end) + 1
        while is_emoji(words[start]):
            start += 1
        if not all(HASHTAG.fullmatch(tag) for tag in _parted(words[start:end])):
            break
        end, has_hashtag = start, True
    while end < len(words) and (words[end] == " " or ord(words[end]) in _JOINERS):
        end += 1
    return end, has_hashtag


def _parted(word: str) -> list[str]:
    """ "#Satu#Dua🌊#Tiga" → its hashtags; a word that is none as it is."""
    if not word.startswith("#"):
        return [word]
    tags = ["#" + tag for tag in word[1:].split("#")]
    return [without_emoji_around(tag) for tag in tags]
