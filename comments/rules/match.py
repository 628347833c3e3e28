"""
What a newsroom's rules find in one comment: one pass over its words, however many rules there are.

Words and phrases are whole words, whatever stands between them; part of a link
is searched in the addresses alone; a domain means itself and all below it.
An address and a network are compared by their digests.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from comments.models.rule import Does, Kind
from comments.rules.links import Link, links_of
from comments.rules.plain import Word, fold, pattern_words, words

FIELDS = ("body", "name", "site")
"""Where words and links are looked for."""

MOST_PLACES = 5
"""Places kept of one rule in one field; more of them tell a moderator nothing new."""

WEIGHT = {Does.HOLD: 0, Does.SPAM: 1, Does.TRASH: 2}


@dataclass(frozen=True)
class Pattern:
    """A rule as it is needed here."""

    pk: int
    kind: str
    pattern: str
    does: str


@dataclass(frozen=True)
class Hit:
    """
    What one rule found in one field, and where: `places` are [start, end) in characters as typed.

    What was found by a digest, or in the writer's address, has no places.
    """

    rule: int
    kind: str
    pattern: str
    does: str
    field: str
    places: tuple[tuple[int, int], ...] = ()

    def kept(self) -> dict[str, Any]:
        """For the evidence: no digest, no address."""
        shown = {} if self.kind in (Kind.ADDRESS, Kind.NETWORK) else {"pattern": self.pattern}
        places = {"at": [list(place) for place in self.places[:MOST_PLACES]]} if self.places else {}
        return {"rule": self.rule, "kind": self.kind, "does": self.does, "field": self.field} | shown | places


class Matcher:
    """All rules of a newsroom, laid out once to be asked about any number of comments."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._trie: dict = {}
        self._parts: list[tuple[str, Pattern]] = []
        self._domains: dict[str, list[Pattern]] = {}
        self._digests: dict[tuple[str, str], list[Pattern]] = {}
        for pattern in patterns:
            self._lay(pattern)

    def _lay(self, pattern: Pattern) -> None:
        if pattern.kind in (Kind.WORD, Kind.PHRASE):
            branch = self._trie
            for word in pattern_words(pattern.pattern):
                branch = branch.setdefault(word, {})
            if branch is not self._trie:
                branch.setdefault(None, []).append(pattern)
        elif pattern.kind == Kind.LINK:
            if part := fold(pattern.pattern):
                self._parts.append((part, pattern))
        elif pattern.kind == Kind.DOMAIN:
            self._domains.setdefault(fold(pattern.pattern).strip("."), []).append(pattern)
        else:
            self._digests.setdefault((pattern.kind, pattern.pattern), []).append(pattern)

    def find(self, comment) -> list[Hit]:
        """All that rules find, the heaviest first, then in the order of the fields."""
        hits: list[Hit] = []
        for field in FIELDS:
            text = getattr(comment, field)
            hits += _gathered(field, self._in_words(list(words(text))))
            hits += _gathered(field, self._in_links(links_of(text)))
        host = fold(comment.email.rpartition("@")[2].strip()) if self._domains else ""
        hits += [_hit(pattern, "email") for pattern in self._of_host(host)]
        for kind, digest in ((Kind.ADDRESS, comment.email_digest), (Kind.NETWORK, comment.network_digest)):
            hits += [_hit(pattern, str(kind)) for pattern in self._digests.get((kind, digest), ())]
        return sorted(hits, key=lambda hit: -WEIGHT[Does(hit.does)])

    def _in_words(self, found: list[Word]) -> Iterator[tuple[Pattern, int, int]]:
        for first, begin in enumerate(found):
            branch = self._trie.get(begin.text)
            last = first
            while branch is not None:
                for pattern in branch.get(None, ()):
                    yield pattern, begin.start, found[last].end
                last += 1
                branch = branch.get(found[last].text) if last < len(found) else None

    def _in_links(self, found: list[Link]) -> Iterator[tuple[Pattern, int, int]]:
        for link in found:
            for pattern in self._of_host(link.host):
                yield pattern, link.start, link.end
        addresses = [link for link in found if not link.is_mail]
        everything = "\n".join(link.text for link in addresses)
        for part, pattern in self._parts:
            if part in everything:
                for link in addresses:
                    if part in link.text:
                        yield pattern, link.start, link.end

    def _of_host(self, host: str) -> Iterator[Pattern]:
        while host:
            yield from self._domains.get(host, ())
            host = host.partition(".")[2]


def _hit(pattern: Pattern, field: str, places: Iterable[tuple[int, int]] = ()) -> Hit:
    return Hit(pattern.pk, pattern.kind, pattern.pattern, pattern.does, field, tuple(places))


def _gathered(field: str, found: Iterable[tuple[Pattern, int, int]]) -> list[Hit]:
    places: dict[Pattern, dict[tuple[int, int], None]] = {}
    for pattern, start, end in found:
        places.setdefault(pattern, {})[start, end] = None
    return [_hit(pattern, field, at) for pattern, at in places.items()]
