"""
Web addresses in what a reader wrote.

What counts as a link: `https://…`, `www.…`, and a bare name such as
`contoh.com/xyz` whose ending is one of `ENDINGS`. A bare name needs such an
ending because readers forget the blank behind a full stop ("rusak.Mohon").
An e-mail address is no link, but its host can be named by a rule.
"""

import re
from dataclasses import dataclass

from comments.rules.plain import plain

ENDINGS = frozenset(
    "com net org info biz id co io me app dev xyz site online top club vip live win bet casino game games shop store "
    "fun pro icu cc tv ly to link click gg asia sg my us uk one space website tech cloud world today life buzz monster "
    "ru cn tk ml ga cf gq pw ws be eu de fr nl jp kr in ph th vn edu gov mil name mobi news blog art cam cfd cyou lol "
    "mom quest rest sbs skin autos beauty hair makeup homes boats yachts bond lat wiki agency center company digital "
    "group guru ltd media network plus run social solutions studio systems team tips tools training video work works "
    "zone page poker slot llc best cash city deals email events express money new now red rocks sale services support "
    "uno ink ai gay".split()
)

_HOST = r"(?:[^\W_](?:[\w-]{0,62})\.)+[^\W\d_][\w-]{1,62}"
_LINK = re.compile(
    r"https?://[^\s<>\"]++"
    rf"|(?<![\w.@+%-])(?P<mail>[\w.%+-]++@{_HOST})"
    rf"|(?<![\w.@+%-])(?P<bare>{_HOST})(?::\d{{1,5}})?(?P<path>[/?#][^\s<>\"]*+)?"
)
_BEHIND = ".,;:!?…'»”’)]}"
_OF_ADDRESS = re.compile(r"https?://(?:[^/?#@]*@)?([^/?#:]*)")


@dataclass(frozen=True)
class Link:
    """One address, folded; `start` and `end` count characters of the original."""

    text: str
    host: str
    start: int
    end: int
    is_mail: bool = False


def links_of(text: str) -> list[Link]:
    """The addresses in a text, in their order, e-mail addresses marked as such."""
    if "." not in text and "://" not in text and text.isascii():
        return []
    seen = plain(text)
    found = []
    for match in _LINK.finditer(seen.text):
        start, (bare, mail) = match.start(), match.group("bare", "mail")
        shown = match[0] if mail else match[0].rstrip(_BEHIND)
        begin, end = seen.original(start, start + len(shown))
        if bare and not _is_name(bare, text[begin:end]):
            continue
        host = mail.rpartition("@")[2] if mail else bare or host_of(shown)
        found.append(Link(shown, host.strip("."), begin, end, is_mail=bool(mail)))
    return found


def host_of(address: str) -> str:
    """`contoh.com` of a folded address with its scheme; "" where there is none."""
    match = _OF_ADDRESS.match(address)
    return match[1].strip(".") if match else ""


def _is_name(bare: str, typed: str) -> bool:
    """Whether what looks like the name of a host was meant as one."""
    if bare.startswith("www."):
        return True
    if bare.rpartition(".")[2] not in ENDINGS:
        return False
    ending = typed[: len(bare)].rpartition(".")[2]
    return not ending[:1].isupper() or typed[: len(bare)].isupper()
