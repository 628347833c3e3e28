"""
How deep HTML goes, counted before any tree is built from it.

Parsers take quadratic time for text nested thousands deep, so the count is one
scan over the characters, and what it writes for the parser holds no element
that it has not counted.
"""

import re
from collections.abc import Mapping, Sequence

# Each names the elements it lets through, each with the attributes it may carry.
Allowed = Mapping[str, Sequence[str]]

# fmt: off
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section", "select", "summary", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "ul",
))
# Void elements, and those that nest only inside a table, a list of terms or a choice, which are counted.
UNCOUNTED = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "caption", "colgroup", "dd", "dt", "optgroup", "option", "rp", "rt", "tbody", "td", "tfoot", "th", "thead", "tr",
))
# fmt: on
# A misplaced end tag of these ends them across the blocks in between (the HTML standard's "adoption agency").
CROSSING = frozenset({"strong", "em", "a"})
RENAMED = {"b": "strong", "i": "em"}

_ATTRIBUTE = re.compile(
    r"""[\s/]*+ (?P<key>[^\s/>][^\s/>=]*+)
        (?: \s*+ = \s*+ (?: "(?P<double>[^"]*+)(?:"|\Z) | '(?P<single>[^']*+)(?:'|\Z) | (?P<bare>[^\s>]*+) ) )?+""",
    re.ASCII | re.VERBOSE,
)
# Tokens as the HTML standard cuts them. An alternative that has begun also ends, at the end of the text if
# need be, and gives nothing back: no text makes the scan take longer than its length allows.
_MARKUP = re.compile(
    rf"""<!-- (?: -?> | .*? (?: --!?> | \Z ) )
       | <[!?] [^>]*+ >?
       | <(?P<unread>script|style|title|template|iframe|noembed|noframes)(?=[\s/>]) [^>]*+ >?
             .*? (?: </(?P=unread)(?=[\s/>]) [^>]*+ >? | \Z )
       | <(?P<slash>/?)(?P<name>[a-z][\w:.-]*+)(?=[\s/>]|\Z) (?P<attributes>(?:{_ATTRIBUTE.pattern})*+)
             [\s/]*+ (?P<finished>>?)
       | <""",
    re.ASCII | re.DOTALL | re.IGNORECASE | re.VERBOSE,
)


class TooDeep(Exception):
    """More elements are open inside each other than the limit allows."""


def levelled(html: str, allowed: Allowed, limit: int) -> str:
    """
    Write html again with the allowed tags only, each closed where it was counted as closed.

    Scripts, styles and comments go with their text; of other elements the text
    stays, apart from its neighbours. What only looks like a tag is text. Raises TooDeep.
    """
    return _MARKUP.sub(_Levels(allowed, limit).rewrite, html)


class _Levels:
    def __init__(self, allowed: Allowed, limit: int) -> None:
        self.allowed = allowed
        self.limit = limit
        self.open: list[str] = []

    def rewrite(self, found: re.Match[str]) -> str:
        if found[0] == "<" or found["finished"] == "":
            return found[0].replace("<", "&lt;")
        if not found["name"]:
            return ""
        name = RENAMED.get(found["name"].lower(), found["name"].lower())
        written = self.end(name) if found["slash"] else self.start(name, found["attributes"])
        # Two table cells are two words.
        return written + "\n" if name in BLOCKS and name not in self.allowed else written

    def start(self, name: str, attributes: str) -> str:
        written = self.close("p") if name in BLOCKS and self.is_open("p") else ""
        written += self.close("li") if name == "li" and self.is_open("li") else ""
        if name not in UNCOUNTED:
            self.open.append(name)
        if len(self.open) > self.limit:
            raise TooDeep
        return written + (f"<{name}{_kept(attributes, self.allowed[name])}>" if name in self.allowed else "")

    def end(self, name: str) -> str:
        if not self.is_open(name):
            return ""
        if name in BLOCKS or (name in self.allowed and name not in CROSSING):
            return self.close(name)
        del self.open[-1 - self.open[::-1].index(name)]
        return self.tag(name)

    def close(self, name: str) -> str:
        """End the innermost element of that name and everything open inside it."""
        first = len(self.open) - 1 - self.open[::-1].index(name)
        ended, self.open[first:] = self.open[first:], []
        return "".join(self.tag(level) for level in reversed(ended))

    def tag(self, name: str) -> str:
        return f"</{name}>" if name in self.allowed else ""

    def is_open(self, name: str) -> bool:
        """Say whether an end tag of that name would end something. An item's ends nothing outside its own list."""
        for level in reversed(self.open):
            if level == name or (name == "li" and level in ("ul", "ol")):
                return level == name
        return False


def _kept(attributes: str, keys: Sequence[str]) -> str:
    values: dict[str, str] = {}
    for found in _ATTRIBUTE.finditer(attributes) if keys else ():
        value = found["double"] or found["single"] or found["bare"] or ""
        values.setdefault(found["key"].lower(), value.replace('"', "&quot;"))
    return "".join(f' {key}="{values[key]}"' for key in keys if key in values)
