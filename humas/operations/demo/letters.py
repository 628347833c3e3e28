"""
The letters in which gambling advertisements hide their names.

Each alphabet takes plain capitals, small letters and digits to look-alikes; what
it has no letter for stays as it is.
"""

from collections.abc import Callable

UPPER, LOWER, DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz", "0123456789"


def _block(upper: int, lower: int, digits: int | None = None, **holes: str) -> dict[int, str]:
    """An alphabet that stands in one row in Unicode; `holes` are letters that were there before the row was."""
    row = {
        **{ord(letter): chr(upper + i) for i, letter in enumerate(UPPER)},
        **{ord(letter): chr(lower + i) for i, letter in enumerate(LOWER)},
        **({ord(letter): chr(digits + i) for i, letter in enumerate(DIGITS)} if digits else {}),
    }
    return row | {ord(letter): hole for letter, hole in holes.items()}


BOLD = _block(0x1D400, 0x1D41A, 0x1D7CE)
SANS_BOLD = _block(0x1D5D4, 0x1D5EE, 0x1D7EC)
SANS_BOLD_ITALIC = _block(0x1D63C, 0x1D656, 0x1D7EC)
BOLD_SCRIPT = _block(0x1D4D0, 0x1D4EA)
BOLD_FRAKTUR = _block(0x1D56C, 0x1D586)
MONOSPACE = _block(0x1D670, 0x1D68A, 0x1D7F6)
DOUBLE_STRUCK = _block(0x1D538, 0x1D552, 0x1D7D8, C="ℂ", H="ℍ", N="ℕ", P="ℙ", Q="ℚ", R="ℝ", Z="ℤ")
FULL_WIDTH = _block(0xFF21, 0xFF41, 0xFF10)
CIRCLED = _block(0x24B6, 0x24D0) | {ord("0"): "⓪"} | {ord(str(n)): chr(0x245F + n) for n in range(1, 10)}
NEGATIVE_SQUARED = {ord(letter): chr(0x1F170 + i % 26) for i, letter in enumerate(UPPER + LOWER)}
SMALL_CAPITALS = str.maketrans(LOWER + UPPER, "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡxʏᴢ" * 2)
CYRILLIC = str.maketrans("ABCEHIKMOPSTXYaceijopsxy", "АВСЕНІКМОРЅТХУасеіјорѕху")
GREEK = str.maketrans("ABEHIKMNOPTXYZabikopnuvw", "ΑΒΕΗΙΚΜΝΟΡΤΧΥΖαβικορηυνω")
LEET = str.maketrans("AEGIOSTaegiost", "43610574361057")
ACCENTS = str.maketrans("AEIOUNSaeiouns", "ÀÉÍÕÜÑŠàéíõüñš")


def _between(mark: str) -> Callable[[str], str]:
    return mark.join


def _alphabet(table: dict[int, str]) -> Callable[[str], str]:
    return lambda words: words.translate(table)


HANDS: dict[str, Callable[[str], str]] = {
    "bold": _alphabet(BOLD),
    "sans-bold": _alphabet(SANS_BOLD),
    "sans-bold-italic": _alphabet(SANS_BOLD_ITALIC),
    "script": _alphabet(BOLD_SCRIPT),
    "fraktur": _alphabet(BOLD_FRAKTUR),
    "monospace": _alphabet(MONOSPACE),
    "double-struck": _alphabet(DOUBLE_STRUCK),
    "full-width": _alphabet(FULL_WIDTH),
    "circled": _alphabet(CIRCLED),
    "squared": _alphabet(NEGATIVE_SQUARED),
    "small-capitals": _alphabet(SMALL_CAPITALS),
    "cyrillic": _alphabet(CYRILLIC),
    "greek": _alphabet(GREEK),
    "leet": _alphabet(LEET),
    "accents": _alphabet(ACCENTS),
    "spaces": _between(" "),
    "dots": _between("."),
    "zero-width": _between("\u200b"),
    "soft-hyphens": _between("\u00ad"),
    "joiners": _between("\u200d\u2060"),
    "plain": str,
}
"""How a name may be written, by the name of the hand."""
