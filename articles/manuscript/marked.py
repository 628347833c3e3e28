"""Words that carry marks: bold and italic, as a chat types them or as a word processor keeps them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

BOLD, ITALIC = "strong", "em"
SIGNS = {"*": BOLD, "_": ITALIC}
# Addresses keep their stars and underlines; what stands last in one may still close a mark around it.
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s*_](?:\S*[^\s*_.,;:!?)])?|[^\W_][\w.+-]{0,63}@[\w.-]{0,254}[^\W_]", re.I)

_MOST_PAIRS = 2_000  # on one line nobody wrote more; the rest is an attempt at something


class Mark(NamedTuple):
    """From `start` up to `end`; `sign` is what was typed for it, "" where a word processor keeps it."""

    start: int
    end: int
    kind: str
    sign: str = ""


class Marked(NamedTuple):
    """Plain words and the marks on them, outer marks before inner ones."""

    plain: str
    marks: tuple[Mark, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.plain)

    def cut(self, start: int = 0, end: int | None = None) -> "Marked":
        """The piece without blanks around it. A sign goes where only one half of its mark is left."""
        end = len(self.plain) if end is None else end
        piece = self.plain[start:end]
        start += len(piece) - len(piece.lstrip())
        piece = piece.strip()
        end = start + len(piece)
        kept = []
        for mark in self.marks:
            inside = Mark(max(mark.start, start) - start, min(mark.end, end) - start, mark.kind, mark.sign)
            if inside.start < inside.end:
                is_whole = mark.start >= start and mark.end <= end
                kept.append(inside if is_whole else inside._replace(sign=""))
        return Marked(piece, tuple(kept))

    def typed(self) -> str:
        """As it was typed, signs and all."""
        signs = [(mark.end, 0, -mark.start, -n, mark.sign) for n, mark in enumerate(self.marks) if mark.sign]
        signs += [(mark.start, 1, 0, n, mark.sign) for n, mark in enumerate(self.marks) if mark.sign]
        out, done = [], 0
        for place, *_order, sign in sorted(signs):
            out += [self.plain[done:place], sign]
            done = place
        return "".join([*out, self.plain[done:]])

    def html(self) -> str:
        """Escaped words in <strong> and <em>, nested as they were opened."""
        if not self.marks:
            return escape(self.plain, quote=False)
        out: list[str] = []
        shown: list[str] = []
        now: tuple[str, ...] = ()
        done = 0
        for place, wanted in self._changes():
            if place > done:
                _turn(out, shown, now)
                out.append(escape(self.plain[done:place], quote=False))
                done = place
            now = wanted
        if done < len(self.plain):
            _turn(out, shown, now)
            out.append(escape(self.plain[done:], quote=False))
        _turn(out, shown, ())
        return "".join(out)

    def is_wholly(self, kind: str) -> bool:
        """Whether every sign that is no blank stands under this mark."""
        done = 0
        for mark in sorted(mark for mark in self.marks if mark.kind == kind):
            if self.plain[done : max(done, mark.start)].strip():
                return False
            done = max(done, mark.end)
        return bool(self.marks and self.plain) and not self.plain[done:].strip()

    def with_chat_marks(self) -> "Marked":
        """`*tebal*` and `_miring_` read as marks: they open before a word and close behind one."""
        pairs = _pairs(self.plain) if "*" in self.plain or "_" in self.plain else []
        if not 0 < len(pairs) <= _MOST_PAIRS:
            return self
        gone = sorted(place for start, end, _sign in pairs for place in (start, end))
        plain = "".join(self.plain[a + 1 : b] for a, b in zip([-1, *gone], [*gone, len(self.plain)], strict=True))
        moved = [
            Mark(start - bisect_left(gone, start), end - bisect_left(gone, end), kind, sign)
            for start, end, kind, sign in self.marks
        ]
        moved += [
            Mark(start + 1 - bisect_left(gone, start + 1), end - bisect_left(gone, end), SIGNS[sign], sign)
            for start, end, sign in sorted(pairs)
        ]
        order = sorted(range(len(moved)), key=lambda n: (moved[n].start, -moved[n].end, n))
        return Marked(plain, tuple(moved[n] for n in order if moved[n].start < moved[n].end))

    def _changes(self) -> Iterable[tuple[int, tuple[str, ...]]]:
        """Where marks begin or end, and the kinds that hold from there on, outer first."""
        events = [(mark.end, 0, n, mark.kind) for n, mark in enumerate(self.marks)]
        events += [(mark.start, 1, n, mark.kind) for n, mark in enumerate(self.marks)]
        count = {BOLD: 0, ITALIC: 0}
        order: list[str] = []
        for place, is_start, _n, kind in sorted(events):
            count[kind] += 1 if is_start else -1
            if is_start and count[kind] == 1:
                order.append(kind)
            elif not count[kind] and kind in order:
                order.remove(kind)
            yield place, tuple(order)


def joined(pieces: Sequence[Marked], glue: str = " ") -> Marked:
    plain, marks, length = [], [], 0
    for n, piece in enumerate(pieces):
        if n:
            plain.append(glue)
            length += len(glue)
        plain.append(piece.plain)
        marks += [Mark(start + length, end + length, kind, sign) for start, end, kind, sign in piece.marks]
        length += len(piece.plain)
    return Marked("".join(plain), tuple(marks))


def folded(runs: Iterable[tuple[str, frozenset[str]]]) -> Marked:
    """Runs of a word processor as one line: blanks folded, neighbours of one kind under one mark."""
    out: list[str] = []
    kinds: list[frozenset[str]] = []
    for words, held in runs:
        for sign in words:
            if not sign.isspace():
                out.append(sign)
                kinds.append(held)
            elif out and out[-1] != " ":
                out.append(" ")
                kinds.append(frozenset())
    for n, sign in enumerate(out[:-1]):  # a blank is marked where both its neighbours are
        if sign == " ":
            kinds[n] = kinds[n - 1] & kinds[n + 1]
    marks = []
    for kind in (BOLD, ITALIC):
        begun = None
        for n, held in enumerate([*kinds, frozenset()]):
            if kind in held and begun is None:
                begun = n
            elif kind not in held and begun is not None:
                marks.append(Mark(begun, n, kind))
                begun = None
    return Marked("".join(out), tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))).cut()


def _turn(out: list[str], shown: list[str], wanted: Sequence[str]) -> None:
    same = 0
    while same < len(shown) and same < len(wanted) and shown[same] == wanted[same]:
        same += 1
    while len(shown) > same:
        out.append(f"</{shown.pop()}>")
    for kind in wanted[same:]:
        shown.append(kind)
        out.append(f"<{kind}>")


def _pairs(plain: str) -> list[tuple[int, int, str]]:
    """Signs that make a mark; each sign is looked at once."""
    text_only = {
        place
        for found in (_ADDRESS.finditer(plain) if "@" in plain or "://" in plain or "www." in plain.lower() else ())
        for place in range(found.start(), found.end())
    }
    opened: dict[str, list[int]] = {"*": [], "_": []}
    pairs, last_word = [], -1
    for n, sign in enumerate(plain):
        if sign not in SIGNS or n in text_only:
            last_word = last_word if sign == " " else n
            continue
        before, after = plain[n - 1 : n] or " ", plain[n + 1 : n + 2] or " "
        stack = opened[sign]
        if before != " " and not after.isalnum() and stack and last_word > stack[-1]:
            start = stack.pop()
            other = opened["_" if sign == "*" else "*"]
            while other and other[-1] > start:
                other.pop()
            pairs.append((start, n, sign))
        elif after != " " and not before.isalnum():
            stack.append(n)
    return pairs
