"""
The short number of a comment, KMT-7K4M2, for the telephone and the counter.

It is the row's own number in disguise: nothing is stored, none is given twice,
and it neither opens anything nor tells how many comments there are. A Feistel
network of six rounds keyed by DIGEST_KEY moves numbers about within 31 to the
fifth; what lands outside is moved again (cycle walking: Black and Rogaway,
"Ciphers with arbitrary finite domains", 2002).
"""

from itertools import count
from math import isqrt

from humas.base.digests import digest

PREFIX = "KMT-"
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without 0, 1, I, L and O, which are taken for one another when read aloud or written by hand."""

SHORTEST = 5
ROUNDS = 6


def of(pk: int) -> str:
    """The short number of the comment with this row number; six signs from the 28,629,151st on."""
    length, begin = next((n, begin) for n, begin, end in _ranges() if pk < end)
    return PREFIX + _spelt(_walk(pk - begin, length, forward=True), length)


def pk_of(text: str) -> int | None:
    """The row number behind what somebody typed, with or without KMT-, in any case; None for what is no number."""
    signs = "".join(text.upper().split()).removeprefix("KMT").lstrip("-–").replace("-", "")
    if not SHORTEST <= len(signs) <= 12 or not set(signs) <= set(ALPHABET):
        return None
    value = 0
    for sign in signs:
        value = value * len(ALPHABET) + ALPHABET.index(sign)
    begin = next(begin for n, begin, _end in _ranges() if n == len(signs))
    return begin + _walk(value, len(signs), forward=False)


def _ranges():
    begin = 0
    for length in count(SHORTEST):
        yield length, begin, begin + len(ALPHABET) ** length
        begin += len(ALPHABET) ** length


def _walk(value: int, length: int, *, forward: bool) -> int:
    size = len(ALPHABET) ** length
    side = isqrt(size - 1) + 1
    while True:
        value = _moved(value, length, side, forward)
        if value < size:
            return value


def _moved(value: int, length: int, side: int, forward: bool) -> int:
    left, right = divmod(value, side)
    for number in range(ROUNDS) if forward else reversed(range(ROUNDS)):
        if forward:
            left, right = right, (left + _round(right, number, length)) % side
        else:
            left, right = (right - _round(left, number, length)) % side, left
    return left * side + right


def _round(half: int, number: int, length: int) -> int:
    return int(digest("number", str(length), str(number), str(half))[:15], 16)


def _spelt(value: int, length: int) -> str:
    signs = []
    for _place in range(length):
        value, sign = divmod(value, len(ALPHABET))
        signs.append(ALPHABET[sign])
    return "".join(reversed(signs))
