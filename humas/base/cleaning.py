"""
The one door through which HTML enters the newsroom.

Nothing else imports bleach or nh3. Each pass reads only what the one before it
wrote, none is trusted alone, and nh3, the maintained one, has the last word.
"""

import re
import unicodedata
from collections.abc import Iterable
from html import escape, unescape
from itertools import groupby

import bleach
import nh3
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from humas.base.nesting import Allowed, TooDeep, levelled

MAX_CHARACTERS = 1_000_000
MAX_LEVELS = 100

STORY: Allowed = {
    **dict.fromkeys(("p", "br", "hr", "h2", "h3", "h4", "strong", "em", "sub", "sup"), ()),
    **dict.fromkeys(("ul", "ol", "li", "blockquote"), ()),
    "a": ("href", "title"),
}
STORY_SCHEMES = {"http", "https", "mailto"}
REPLY: Allowed = {"p": (), "br": (), "a": ("href",), "em": ()}
"""Of a reader's words; `em` is a gap, as a reader's own tags are words by then."""

# NUL and other controls, halves of a pair; Word's soft break and page break end a line.
_UNFIT: dict[int, str | None] = {
    **dict.fromkeys((*range(9), *range(14, 32), 127, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)),
    **dict.fromkeys((0x0B, 0x0C), "\n"),
}
# And what turns the direction of the words around it.
_UNFIT_IN_REPLY = _UNFIT | dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_MAX_MARKS = 4
_BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters by name that show nothing

_HAS_TAG = re.compile(r"<!--|</?[a-z][\w:.-]*+(?:[\s/][^<>]*+)?>", re.ASCII | re.IGNORECASE)
_DEAD_LINK = re.compile(r'<a(?: (?:rel|title)="[^"]*")*>(.*?)</a>', re.DOTALL)
_WEB_ADDRESS = re.compile(r'(?<!\w)(https?://\w[^\s<>"]*)', re.IGNORECASE)
_GAP = "\uffff"  # stands where something was taken out: no text has it behind _UNFIT
_LINE_END = re.compile(r"<[bh]r>|</?(?:p|h[2-4]|ul|ol|li|blockquote)>")


class CleanHtml(str):
    """HTML that came through this door; templates print it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


def clean(html: str) -> CleanHtml:
    """
    Keep of an article's markup what a story is made of, and nothing that acts.

    Cleaning the result again changes nothing. Raises ValidationError, before
    any parser labours over it, for text over a million characters ("too_long")
    or nested over 100 levels ("too_deep").
    """
    html = _nh3_story(_level(_fitting(html).translate(_UNFIT)))
    html = _fitting(html.translate(_UNFIT))  # again: &#1; has become the character
    return CleanHtml(_fitting(_nh3_story(_DEAD_LINK.sub(r"\1", _bleach_story(html)))))


def paragraphs(text: str) -> CleanHtml:
    """Plain text as paragraphs: a blank line begins a new one, a single line end stays one."""
    return clean(_in_paragraphs(escape(_fitting(text).translate(_UNFIT))))


def from_form(value: str) -> CleanHtml:
    """The body from a form: HTML, or plain text where not one tag is in it."""
    return clean(value) if _HAS_TAG.search(value) else paragraphs(value)


def plain_reply(text: str, gaps: Iterable[tuple[int, int]] = (), gap: str = "") -> CleanHtml:
    """
    A reader's words as paragraphs, with bare web addresses as links.

    Only what is shown goes without controls, without characters that turn the
    direction of text, and without more than four marks piled on a letter.

    Characters [start, end) of `gaps` (in order, none within another) are gone before anything
    reads the rest; in their place stands `<em>` with the sentence `gap`. A web address that a
    gap touches is no link.
    """
    parts = _WEB_ADDRESS.split(_without_piles(_without(text, gaps)))
    html = _in_paragraphs("".join(_link(part, parts[i - 1]) if i % 2 else escape(part) for i, part in enumerate(parts)))
    html = html.replace(_GAP, f"<em>{escape(gap)}</em>")
    return CleanHtml(_nh3_reply(_DEAD_LINK.sub(r"\1", _nh3_reply(html))))


def shown_line(text: str) -> str:
    """A name as it may be shown, still to be escaped: without controls, direction marks and piles of marks."""
    return _without_piles(" ".join(text.translate(_UNFIT_IN_REPLY).split()))


def shown_piece(text: str) -> str:
    """A part of a reader's words as it may be shown, still to be escaped; its line ends stay."""
    return _without_piles(text.translate(_UNFIT_IN_REPLY))


def sign_by_sign(text: str) -> str:
    """The same number of signs, each in its place, with those that never show, or turn others about, as U+FFFD."""
    signs = {sign: "\n" if shown == "\n" else "\ufffd" for sign, shown in _UNFIT_IN_REPLY.items()}
    return text.translate(signs | {0x0D: " "})  # a browser makes one line end of two signs


def has_visible(text: str) -> bool:
    """Whether anything of a text can be seen: blanks, controls and invisible signs alone do not count."""
    return any(unicodedata.category(sign)[0] not in "CZ" and sign not in _BLANK_LETTERS for sign in text)


def to_text(html: str) -> str:
    """The visible words of a cleaned body, one line for each paragraph, heading and item."""
    text = _LINE_END.sub("\n", re.sub(r"\s+", " ", html))
    text = unescape(re.sub(r"<[^>]*>", "", text))
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))


def _nh3_story(html: str) -> str:
    return nh3.clean(
        html,
        tags=set(STORY),
        attributes={name: set(keys) for name, keys in STORY.items()},
        url_schemes=STORY_SCHEMES,
        url_relative=_within_the_web,
        link_rel="noopener",
    )


def _within_the_web(address: str) -> str | None:
    """Drop what is relative only because its scheme is misspelt, like "java[x]script:…"."""
    return None if ":" in re.split("[/?#]", address, maxsplit=1)[0] else address


def _nh3_reply(html: str) -> str:
    return nh3.clean(
        html,
        tags=set(REPLY),
        attributes={name: set(keys) for name, keys in REPLY.items()},
        url_schemes={"http", "https"},
        url_relative="deny",
        link_rel="ugc nofollow noopener",
    )


def _bleach_story(html: str) -> str:
    # A new Cleaner each time: threads that share one get each other's text.
    attributes = {name: list(keys) for name, keys in STORY.items()}
    cleaner = bleach.Cleaner(tags=STORY, attributes=attributes, protocols=STORY_SCHEMES, strip=True)
    return str(cleaner.clean(html))


def _fitting(html: str) -> str:
    if len(html) > MAX_CHARACTERS:
        raise ValidationError(_("This text is longer than a million characters. Divide it into parts."), "too_long")
    return html


def _level(html: str) -> str:
    try:
        return levelled(html, STORY, MAX_LEVELS)
    except TooDeep:
        message = _("The layout of this text is nested over %(limit)d levels deep. Paste it again as plain text.")
        raise ValidationError(message, "too_deep", {"limit": MAX_LEVELS}) from None


def _without_piles(text: str) -> str:
    kept, marks = [], 0
    for character in text:
        category = unicodedata.category(character)
        if category in ("Mn", "Me"):
            marks += 1
        elif category != "Cf":  # a joiner does not begin a new letter
            marks = 0
        if marks <= _MAX_MARKS or category == "Cf":
            kept.append(character)
    return "".join(kept)


def _without(text: str, gaps: Iterable[tuple[int, int]]) -> str:
    pieces, last = [], 0
    for start, end in gaps:
        pieces.append(text[last:start].translate(_UNFIT_IN_REPLY))
        last = end
    return _GAP.join([*pieces, text[last:].translate(_UNFIT_IN_REPLY)])


def _link(address: str, before: str) -> str:
    is_beside_gap = before and not before[-1].isspace() and _GAP in before.split()[-1]
    if is_beside_gap or _GAP in address:
        return escape(address)
    target = address.rstrip(".,;:!?…'»”’)]}")
    if target.count("(") > target.count(")") and address[len(target) :].startswith(")"):
        target += ")"
    return f'<a href="{escape(target)}">{escape(target)}</a>{escape(address[len(target) :])}'


def _in_paragraphs(escaped: str) -> str:
    lines = escaped.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    blocks = ["<br>".join(block) for is_blank, block in groupby(lines, lambda line: not line.strip()) if not is_blank]
    return "".join(f"<p>{block}</p>" for block in blocks)
