"""The letter that stands for a name, as its readers count letters: with its marks, joined as it is written."""

import unicodedata

LONGEST = 8
"""Code points of one letter. A family of emoji has seven; more is a trick."""

_JOINER = "\u200d"
_BINDERS = frozenset("\ua9c0\u094d\u09cd\u1039\u17d2\u1b44\u1bab")
"""Signs that tie the next letter to this one: Javanese pangkon, Balinese adeg-adeg and their kin."""


def initial(name: str) -> str:
    """The first letter or sign of a name, a capital where there are capitals; "?" where there is none."""
    start = next((i for i, sign in enumerate(name) if _is_letter(sign)), None)
    if start is None:
        start = next((i for i, sign in enumerate(name) if unicodedata.category(sign).startswith("S")), None)
    if start is None:
        return "?"
    letter = name[start]
    for sign in name[start + 1 : start + LONGEST]:
        if not _belongs(letter, sign):
            break
        letter += sign
    capital = unicodedata.normalize("NFC", letter).upper()
    return capital if len(capital) <= len(letter) else letter


def _is_letter(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LN" or _is_picture(sign)


def _is_picture(sign: str) -> bool:
    return unicodedata.category(sign) == "So"


def _is_flag_half(sign: str) -> bool:
    return "\U0001f1e6" <= sign <= "\U0001f1ff"


def _belongs(letter: str, sign: str) -> bool:
    """Whether this sign still belongs to the letter before it."""
    if unicodedata.category(sign)[0] == "M" or "\U0001f3fb" <= sign <= "\U0001f3ff":
        return True
    last = letter[-1]
    if sign == _JOINER:
        return _is_picture(letter[0])
    if last == _JOINER:
        return _is_picture(sign)
    if last in _BINDERS:
        return _is_letter(sign)
    return len(letter) == 1 and _is_flag_half(letter) and _is_flag_half(sign)
