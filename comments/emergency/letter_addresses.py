"""
Which comments a letter names: their addresses, their numbers, or the story they stand under.

Read from whatever somebody pastes, a list or the whole letter: words are passed over,
and what looks like an address and leads nowhere here is given back.
"""

import re
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import parse_qs, unquote, urlsplit

from django.conf import settings
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.translation import gettext as _

from articles import addresses
from articles.models import Article
from comments import numbers
from comments.models import Comment, Status
from humas.base.digits import as_number

LONGEST = 20_000
"""Characters that are read and kept."""

_AROUND = "'‘’()[]{}*_:!"
_PIECE = re.compile(r"[^\s<>\"“”«»|,;]+")
_BEGINS = re.compile(r"(?=https?://)", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d+)?(?:[/?#]|$)", re.IGNORECASE)
_NUMBER = re.compile(r"\bKMT[-–][0-9A-Z]{5,12}\b", re.IGNORECASE)
_FRAGMENT = re.compile(r"komentar-(\d{1,18})")


@dataclass
class Named:
    """
    What was understood; `given` is that, as it was written, each once.

    Back go `elsewhere` (addresses of other sites), `unknown` (of this site, and there is no such
    thing) and `not_shown` (comments no reader sees anyway).
    """

    comments: set[int] = field(default_factory=set)
    stories: set[int] = field(default_factory=set)
    given: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    not_shown: list[str] = field(default_factory=list)

    @property
    def sentences(self) -> list[str]:
        """What was not understood, and why, for whoever pasted it."""
        said = [
            (_("Not of this site, so nothing was done about: %(addresses)s"), self.elsewhere),
            (_("There is no comment or story at: %(addresses)s"), self.unknown),
            (_("Not shown to readers already: %(addresses)s"), self.not_shown),
        ]
        return [sentence % {"addresses": ", ".join(given)} for sentence, given in said if given]


@dataclass(frozen=True)
class _Meant:
    """One address or number: the comment it means, or the slug of a story, or the path that may lead to one."""

    given: str
    comment: int | None = None
    slug: str = ""


def read(text: str) -> Named:
    """Total on any text. A few queries however many addresses are in it, and one for each that is out of use."""
    found, meant = Named(), []
    for given in dict.fromkeys(_given(text[:LONGEST].replace("\0", " "))):
        one = _meant(given)
        if one is None:
            found.elsewhere.append(given)
        else:
            meant.append(one)
    stories = _stories({one.slug for one in meant if one.slug})
    mentioned = Comment.objects.filter(pk__in={one.comment for one in meant if one.comment}).order_by()
    statuses = dict(mentioned.values_list("pk", "status"))
    for one in meant:
        _sort_in(found, one, stories, statuses)
    return found


def _sort_in(found: Named, one: _Meant, stories: dict[str, int], statuses: dict[int, str]) -> None:
    if one.comment and one.comment in statuses:
        if statuses[one.comment] != Status.APPROVED:
            found.not_shown.append(one.given)
            return
        found.comments.add(one.comment)
    elif not one.comment and one.slug in stories:
        found.stories.add(stories[one.slug])
    else:
        found.unknown.append(one.given)
        return
    found.given.append(one.given)


def _given(text: str):
    """Pieces of the text that are meant as an address or a number."""
    for piece in (part for run in _PIECE.findall(text) for part in _BEGINS.split(run)):
        if number := _NUMBER.search(piece):
            yield number[0].upper().replace("–", "-")
            continue
        word = piece.lstrip(_AROUND).rstrip(f"{_AROUND}.")
        is_path = word.startswith("/") and word.count("/") > 1
        if is_path or word.lower().startswith(("http://", "https://")) or _is_host(word):
            yield word


def _is_host(word: str) -> bool:
    """An address without https://: a host with a path, or with www; "a.n." and "S.Sos" are words."""
    match = _HOST.match(word)
    return bool(match) and ("/" in word or word.lower().startswith("www."))


def _meant(given: str) -> _Meant | None:
    """None for an address of another site."""
    if given.startswith("KMT-"):
        return _Meant(given, _number(numbers.pk_of(given)))
    whole = given if given.startswith("/") or "://" in given else f"//{given}"
    try:
        parts = urlsplit(whole)
        is_ours = given.startswith("/") or _same_site(parts)
    except ValueError:  # a host in brackets that is none, or a port that is no number
        return None
    if not is_ours:
        return None
    match = _place(unquote(parts.path))
    if match is None:
        return _Meant(given)
    if match.url_name == "comment":
        return _Meant(given, _number(match.kwargs["pk"]))
    if match.url_name != "article":
        return _Meant(given)
    marked = _FRAGMENT.fullmatch(parts.fragment)
    answered = as_number(parse_qs(parts.query).get("balas", [""])[0])
    if marked or answered:
        return _Meant(given, _number(int(marked[1]) if marked else answered))
    return _Meant(given, slug=match.kwargs["slug"])


def _place(path: str) -> ResolverMatch | None:
    """What stands at a path of ours, or at the one that it was moved to."""
    whole = path if path.endswith("/") else f"{path}/"
    with suppress(Resolver404):
        return resolve(whole)
    with suppress(Resolver404):
        moved = addresses.leads_to(path)
        return resolve(moved) if moved else None
    return None


def _same_site(parts) -> bool:
    ours = urlsplit(settings.SITE_URL)
    usual = {"http": 80, "https": 443}
    scheme = parts.scheme or ours.scheme
    hosts = [(each.hostname or "").lower().removeprefix("www.") for each in (parts, ours)]
    ports = {parts.port or usual.get(scheme), ours.port or usual.get(ours.scheme)}
    return hosts[0] == hosts[1] and (len(ports) == 1 or ports == {80, 443})


def _number(number: int | None) -> int:
    """Of a row that may exist; -1, which no row has, for any other."""
    return number if number is not None and 0 < number < 2**63 else -1


def _stories(slugs: set[str]) -> dict[str, int]:
    """{slug: story}, also where a story had this slug once; whether readers may see it is not asked."""
    found = dict(Article.everything.filter(slug__in=slugs).order_by().values_list("slug", "pk"))
    now = {slug: moved for slug in slugs - found.keys() if (moved := addresses.slug_now("article", slug))}
    known = dict(Article.everything.filter(slug__in=now.values()).order_by().values_list("slug", "pk")) if now else {}
    return found | {slug: known[moved] for slug, moved in now.items() if moved in known}
