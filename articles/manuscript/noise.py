"""
What stands around a text and is none of it; each line is judged whole, without its marks.

Rules 9–13 of tests/articles/manuscripts/README.md.
"""

import re

from articles.manuscript.emoji import is_emoji, is_nothing_but_emoji, tail
from articles.manuscript.lines import Line

_SEPARATOR = re.compile(r"([-–—_=*~.])(?: ?\1){2,}")
_END_MARK = re.compile(r"# ?# ?#(?: ?#)*|- ?30 ?-|-+ ?[o0]{2,3} ?-+|-+ ?o0o ?-+", re.I)
_PHOTO = re.compile(r"(?:foto|foto-foto|keterangan foto|ket\. ?foto|caption) ?:", re.I)
_WRITERS = "penulis|reporter|teks|naskah|editor|penyunting|oleh|sumber"
_WRITER = re.compile(rf"(?:{_WRITERS}) ?:", re.I)
_WRITER_BEHIND = re.compile(rf"\b(?:{_WRITERS}) ?:", re.I)
_LABELS = r"siaran pers|siaran berita|rilis(?: pers| berita)?|press release"
_LABEL = re.compile(rf"(?:{_LABELS})(?: ?[:–—-])?(?: ?(?:nomor|no\.?) ?:?)?(?: ?[\w./-]*\d[\w./-]*)?", re.I)
_LABEL_BEFORE = re.compile(rf"(?:{_LABELS})(?: ?:| ?[–—]| -) ?(?=\S)", re.I)
_NUMBER = re.compile(r"(?:nomor|no\.?|lampiran|perihal|hal|sifat|tanggal) ?:|no\.? ?\d", re.I)
_EMBARGO = re.compile(
    r"embargo\b.*|mohon dimuat\b.{0,80}|for immediate release\W*|"
    r"untuk (?:segera )?(?:disiarkan|diterbitkan|dipublikasikan|dimuat)(?: segera)?\W*",
    re.I,
)
_GREETING = re.compile(
    r"(?:selamat (?:pagi|siang|sore|malam)|assalam\w*|yth\.|mohon izin)(?!\w)|"
    r"berikut\b.{0,200}?\b(?:rilis|siaran|berita|naskah)\b",
    re.I,
)
_THANKS = re.compile(
    r"(?:(?:demikian|sekian)(?: dan|,)? )?terima ?kasih(?: banyak)?"
    r"(?:,? atas (?:perhatian|perhatiannya|kerja samanya))?\W*",
    re.I,
)
_CONTACT = re.compile(
    r"(?:kontak(?: media| person)?|narahubung|contact person|cp|hubungi|informasi lebih lanjut) ?:(?P<rest>.*)", re.I
)
_OFFICE = re.compile(
    r"(?:PEMERINTAH|SEKRETARIAT|BAGIAN|BIRO|DINAS|BADAN|KANTOR|KECAMATAN|KELURAHAN|KEMENTERIAN|INSPEKTORAT|"
    r"DEWAN PERWAKILAN|PUSKESMAS|UPTD?|BALAI)\b"
)
_ADDRESS = re.compile(r"(?:jalan|jl|telp|telepon|faks|fax|pos-el|e-?mail|laman|kode pos)(?:\.|:|\b) ?\S|www\.", re.I)
# Sentences of WordPress' comment form, copied along from a site.
_FORM_WORDS = re.compile(
    r"tinggalkan (?:balasan|komentar)(?: batalkan balasan)?|batalkan balasan|leave a reply(?: cancel reply)?|"
    r"alamat email anda tidak akan dipublikasikan\..*|your email address will not be published\..*|"
    r"(?:komentar|comment|nama|name|email|situs web|website) ?\*?|kirim komentar|post comment",
    re.I,
)
_LONGEST_CONTACT = 100
_LONGEST_ADDRESS = 150


def names_writer(line: Line) -> bool:
    """A credit as written, "Penulis: …"; one that begins with the photographer may name the writer behind."""
    return bool(_WRITER.match(line.plain) or (_PHOTO.match(line.plain) and _WRITER_BEHIND.search(line.plain)))


def anywhere(line: Line) -> str:
    if _SEPARATOR.fullmatch(line.core):
        return "separator"
    if _END_MARK.fullmatch(line.core):
        return "end_mark"
    return "photo_note" if _PHOTO.match(line.core) and not _WRITER_BEHIND.search(line.core) else ""


def around_headline(line: Line) -> str:
    if _LABEL.fullmatch(line.core):
        return "release_label"
    if _NUMBER.match(line.core):
        return "letter_number"
    return "embargo_note" if _EMBARGO.fullmatch(line.core) else ""


def above_headline(line: Line) -> str:
    if reason := around_headline(line):
        return reason
    if is_nothing_but_emoji(line.plain):
        return "emoji_tail"
    ends = line.plain[-1] in ".,!:" or is_emoji(line.plain[-1])
    return "greeting" if ends and _GREETING.match(line.core) else ""


def label_before(line: Line) -> int:
    """How far a label reaches that has the headline behind it on its line; 0 for none."""
    found = _LABEL_BEFORE.match(line.plain)
    return found.end() if found else 0


def at_end(line: Line) -> str:
    if _FORM_WORDS.fullmatch(line.core):
        return "form_words"
    if is_nothing_but_emoji(line.plain):
        return "emoji_tail"
    if "#" in line.plain:
        start, has_hashtag = tail(line.plain)
        if start == 0 and has_hashtag:
            return "hashtags"
    if _THANKS.fullmatch(line.core):
        return "greeting"
    return "embargo_note" if _EMBARGO.fullmatch(line.core) else ""


def begins_contact(line: Line) -> bool:
    return bool(_CONTACT.match(line.core))


def contact_end(lines: list[Line], start: int) -> int:
    """Where the contact block that begins at `start` ends: with its block, or the next where it says nothing yet."""
    found = _CONTACT.match(lines[start].core)
    end = _block_end(lines, start)
    if found and not found["rest"].strip() and end == start + 1 and end < len(lines):
        end = _block_end(lines, end)
    return end


def contact_at_end(lines: list[Line]) -> int | None:
    """Where the contact block begins that the last line stands in; never around a paragraph of the text."""
    start = len(lines) - 1
    while start and not lines[start].begins_block:
        start -= 1
    begin = next((n for n in range(start, len(lines)) if begins_contact(lines[n])), None)
    if begin is None and start and contact_end(lines, start - 1) == len(lines) and begins_contact(lines[start - 1]):
        begin = start - 1
    if begin is None or any(len(line.plain) > _LONGEST_CONTACT for line in lines[begin + 1 :]):
        return None
    return begin


def letterhead_end(lines: list[Line], start: int) -> int:
    """Where the letterhead that begins at `start` ends; `start` itself where none does."""
    if not _is_office(lines[start]):
        return start
    end, last, offices, addresses = start, start, 0, 0
    while end < len(lines) and (end == start or not lines[end].begins_block):
        line = lines[end]
        is_address = _is_address(line)
        if (_is_office(line) or is_address) and not around_headline(line):
            last, offices, addresses = end, offices + (not is_address), addresses + is_address
        elif not line.is_capitals:
            break
        end += 1
    following = lines[last + 1] if last + 1 < len(lines) else None
    if addresses:
        has_town = following and not following.begins_block and _is_town(following) and _is_address(lines[last])
        return last + (2 if has_town else 1)
    if following is not None and around_headline(following):
        return last + 1
    is_alone = following is None or following.begins_block
    return last + 1 if offices > 1 and is_alone else start


def _is_office(line: Line) -> bool:
    return line.is_capitals and bool(_OFFICE.match(line.core))


def _is_address(line: Line) -> bool:
    return bool(_ADDRESS.match(line.core)) and len(line.plain) <= _LONGEST_ADDRESS and not line.plain.endswith(".")


def _is_town(line: Line) -> bool:
    return line.is_capitals and len(line.plain.split()) <= 3 and not above_headline(line)


def _block_end(lines: list[Line], start: int) -> int:
    end = start + 1
    while end < len(lines) and not lines[end].begins_block:
        end += 1
    return end
