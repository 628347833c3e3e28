"""Paragraphs, subheads, lists and quotes as HTML. Rules 7, 32, 33 and 36."""

from dataclasses import dataclass
from html import escape
from itertools import groupby

from articles.manuscript.emoji import is_emoji
from articles.manuscript.marked import Marked
from articles.manuscript.wraps import Unit, item

_LISTS = ("ul", "ol")


@dataclass(frozen=True)
class Block:
    """
    A piece of a text: p and h2 hold inner HTML, ul and ol a row of <li>, quote a row of <p>.

    `lines` are its words without marks, one for each paragraph or item.
    """

    kind: str
    html: str
    lines: tuple[str, ...]

    @property
    def whole(self) -> str:
        tag = "blockquote" if self.kind == "quote" else self.kind
        return f"<{tag}>{self.html}</{tag}>"


def blocks(units: list[Unit], lists: list[list[Unit]]) -> list[Block]:
    """The units in the order of the text, those of a list together."""
    typed = {id(unit): (n, item(unit.line)) for n, one in enumerate(lists) for unit in one}
    kinds: list[tuple[str, object]] = []
    for unit in units:
        if id(unit) in typed:
            n, sign = typed[id(unit)]
            kinds.append(("ol" if sign and sign.count else "ul", n))
        else:
            kinds.append(({"heading": "h2"}.get(unit.line.kind, unit.line.kind or "p"), unit.line.of or None))
    out: list[Block] = []
    for (kind, of), group in groupby(range(len(units)), key=lambda n: kinds[n]):
        places = list(group)
        if kind in _LISTS:
            items = [_without_sign(units[n]) if isinstance(of, int) else units[n].text for n in places]
            out.append(Block(kind, _tagged("li", items), _plain(items)))
        elif kind == "quote":
            texts = [units[n].text for n in places]
            out.append(Block(kind, _tagged("p", texts), _plain(texts)))
        else:
            for n in places:
                is_subhead = kind == "h2" or (bool(out) and out[-1].kind != "h2" and _is_subhead(units, n))
                out.append(_subhead(units[n]) if is_subhead else _paragraph(units[n]))
    return out


def _paragraph(unit: Unit) -> Block:
    return Block("p", unit.text.html(), (unit.plain,))


def _subhead(unit: Unit) -> Block:
    return Block("h2", escape(unit.plain, quote=False), (unit.plain,))


def _is_subhead(units: list[Unit], place: int) -> bool:
    unit, below = units[place], units[place + 1] if place + 1 < len(units) else None
    if below is None or below.line.kind == "heading":
        return False
    if _is_bold_line(unit):
        return not _is_bold_line(below)
    return _is_short_line(unit) and not _is_short_line(below) and not _is_short_line(units[place - 1])


def _is_bold_line(unit: Unit) -> bool:
    return _may_be(unit) and len(unit.plain) <= 80 and unit.plain[-1] not in ".,;:" and unit.text.is_wholly("strong")


def _is_short_line(unit: Unit) -> bool:
    words = unit.plain
    return (
        _may_be(unit)
        and unit.is_block
        and len(words) <= 60
        and len(words.split()) <= 8
        and words[0].isupper()
        and (words[-1].isalnum() or words[-1] == "?" or is_emoji(words[-1]))
        and ":" not in words
    )


def _may_be(unit: Unit) -> bool:
    return not unit.line.kind and not unit.line.is_row


def _without_sign(unit: Unit) -> Marked:
    sign = item(unit.line)
    return unit.text.cut(sign.length if sign else 0)


def _tagged(tag: str, texts: list[Marked]) -> str:
    return "".join(f"<{tag}>{text.html()}</{tag}>" for text in texts)


def _plain(texts: list[Marked]) -> tuple[str, ...]:
    return tuple(text.plain for text in texts)
