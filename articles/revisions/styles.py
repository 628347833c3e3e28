"""What changed in how a paragraph looks while its words stayed, in words."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.revisions.blocks import Block, Style
from articles.revisions.words import ADDED, REMOVED, SAME, Pieces

MOST_NOTES = 4
LONGEST = 60

KINDS = {
    "p": gettext_lazy("paragraph"),
    "h2": gettext_lazy("heading 2"),
    "h3": gettext_lazy("heading 3"),
    "h4": gettext_lazy("heading 4"),
    "ul": gettext_lazy("bulleted item"),
    "ol": gettext_lazy("numbered item"),
    "quote": gettext_lazy("quotation"),
    "hr": gettext_lazy("dividing line"),
}
COME = {
    "strong": gettext_lazy("now bold: “%(words)s”"),
    "em": gettext_lazy("now italic: “%(words)s”"),
    "sub": gettext_lazy("now below the line: “%(words)s”"),
    "sup": gettext_lazy("now above the line: “%(words)s”"),
    "a": gettext_lazy("now a link to %(address)s: “%(words)s”"),
}
GONE = {
    "strong": gettext_lazy("no longer bold: “%(words)s”"),
    "em": gettext_lazy("no longer italic: “%(words)s”"),
    "sub": gettext_lazy("no longer below the line: “%(words)s”"),
    "sup": gettext_lazy("no longer above the line: “%(words)s”"),
    "a": gettext_lazy("no longer a link: “%(words)s”"),
}


def notes(old: Block, new: Block, pieces: Pieces) -> tuple[str, ...]:
    """A sentence for each change of looks between two blocks whose words compare as `pieces`."""
    said = []
    if old.kind != new.kind:
        said.append(_("was: %(old)s, is now: %(new)s") % {"old": KINDS[old.kind], "new": KINDS[new.kind]})
    more = 0
    for words, before, after in _restyled(old, new, pieces):
        if len(said) < MOST_NOTES:
            said += _sentences(words, before, after)
        else:
            more += 1
    if more:
        rest = ngettext("and %(count)d more change of looks", "and %(count)d more changes of looks", more)
        said.append(rest % {"count": more})
    return tuple(said)


def _sentences(words: str, before: Style, after: Style) -> Iterator[str]:
    words = words.strip()
    shown = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
    old_link, new_link = _link(before), _link(after)
    if old_link and new_link and old_link != new_link:
        yield _("the link on “%(words)s” now leads to %(address)s") % {"words": shown, "address": new_link[2:]}
        before, after = before - {old_link}, after - {new_link}
    for styles, sentences in ((before - after, GONE), (after - before, COME)):
        for style in sorted(styles):
            name, _space, address = style.partition(" ")
            yield sentences[name] % {"words": shown, "address": address}


def _link(style: Style) -> str:
    return next((name for name in style if name.startswith("a ")), "")


def _restyled(old: Block, new: Block, pieces: Pieces) -> Iterator[tuple[str, Style, Style]]:
    """(words that stayed, their old style, their new one) wherever the two differ; neighbours as one."""
    if old.runs == new.runs and old.text == new.text:
        return
    cuts, i, j = [], 0, 0
    for piece in pieces:
        if piece.kind == SAME:
            cuts.append((i, j, len(piece.text)))
        i += len(piece.text) if piece.kind != ADDED else 0
        j += len(piece.text) if piece.kind != REMOVED else 0
    styles_old, styles_new = _Styles(old), _Styles(new)
    words, looks = "", (frozenset(), frozenset())
    for i, j, length in cuts:
        while length:
            (before, left), (after, right) = styles_old.at(i), styles_new.at(j)
            step = min(length, left, right)
            if words and (before, after) != looks:
                yield words, *looks
                words = ""
            if before != after:
                words, looks = words + old.text[i : i + step], (before, after)
            i, j, length = i + step, j + step, length - step
        if words:
            yield words, *looks
            words = ""


class _Styles:
    """The style at a place that only moves on."""

    def __init__(self, block: Block) -> None:
        self.runs, self.number, self.end = block.runs, 0, block.runs[0][0] if block.runs else 0

    def at(self, place: int) -> tuple[Style, int]:
        """(the style there, how many characters it goes on)"""
        while place >= self.end:
            self.number += 1
            self.end += self.runs[self.number][0]
        return self.runs[self.number][1], self.end - place
