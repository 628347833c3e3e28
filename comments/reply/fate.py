"""
What becomes of a reply: named rules, in the order they are asked (`RULES`).

Those at the door answer before anything is stored. Of the others, each that
finds something leaves its name in `held_for` and what it saw in `evidence`;
the heaviest outcome counts, and nothing is ever deleted or passed because one
rule was content. A waiting comment without any name waits because all are
read before they are shown (`manual`).
"""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from comments import personal
from comments.models import Comment, Status
from comments.models.rule import Does, Kind
from comments.models.writer import Stance
from comments.reply import history
from comments.rules import active
from comments.rules.links import links_of
from comments.rules.match import Hit, Matcher
from humas.base.models import Newsroom

CLOSED = "closed"
TOKEN = "token"  # noqa: S105 – the name of a rule
WRITER_LIMIT = "writer_limit"
NETWORK_LIMIT = "network_limit"
TRAP = "trap"
NO_ORIGIN = "no_origin"
TOO_FAST = "too_fast"
DUPLICATE = "duplicate"
LINKS = "links"
WORDS = "words"
DOMAINS = "domains"
ADDRESS = "address"
NETWORK = "network"
WRITER_BLOCKED = "writer_blocked"
WRITER_HELD = "writer_held"
WRITER_TRUSTED = "writer_trusted"
FIRST_TIMER = "first_timer"
RETURNING_WRITER = "returning_writer"
MANUAL = "manual"
PERSONAL = "personal"
"""No rule: what looks like personal data is noted for the moderator and holds nothing."""


@dataclass(frozen=True)
class NamedRule:
    """One line of the table that the desk and the handbook show."""

    name: str
    looks_at: Any
    outcome: Any


RULES = (
    NamedRule(CLOSED, _("The comment form is closed for this story."), _("not taken, with the reason")),
    NamedRule(TOKEN, _("The form is not ours, or older than three days."), _("asked once more, words kept")),
    NamedRule(WRITER_LIMIT, _("Too many comments from one address."), _("later, words kept")),
    NamedRule(NETWORK_LIMIT, _("Too many comments from one network; readers share them."), _("later, words kept")),
    NamedRule(TRAP, _("The field people never see was filled in."), _("spam")),
    NamedRule(NO_ORIGIN, _("The browser does not say where the form was."), _("waits")),
    NamedRule(TOO_FAST, _("Filled in faster than a person types, by the page's own word."), _("waits")),
    NamedRule(DUPLICATE, _("The same words by the same writer are here already."), _("waits")),
    NamedRule(LINKS, _("As many links as the limit, or more."), _("waits")),
    NamedRule(WORDS, _("A word or phrase of a rule."), _("as the rule says")),
    NamedRule(DOMAINS, _("A link or domain of a rule."), _("as the rule says")),
    NamedRule(ADDRESS, _("An e-mail address of a rule."), _("as the rule says")),
    NamedRule(NETWORK, _("A network of a rule."), _("as the rule says")),
    NamedRule(WRITER_BLOCKED, _("A moderator blocked this address."), _("spam")),
    NamedRule(WRITER_HELD, _("A moderator wants everything of this address read first."), _("waits")),
    NamedRule(
        WRITER_TRUSTED,
        _("A moderator trusts this address."),
        _("shown at once when the address is confirmed, else waits"),
    ),
    NamedRule(FIRST_TIMER, _("Known writers pass, but nothing of this address was ever shown."), _("waits")),
    NamedRule(
        RETURNING_WRITER,
        _("Known writers pass, and something of this address was shown."),
        _("shown at once when the address is confirmed, else waits"),
    ),
    NamedRule(MANUAL, _("All comments are read before they are shown."), _("waits")),
)

HARMLESS = frozenset(
    {NO_ORIGIN, TOO_FAST, DUPLICATE, MANUAL, FIRST_TIMER, RETURNING_WRITER, WRITER_HELD, WRITER_TRUSTED}
)
"""Names that say nothing against the words: an old phone, a second press, an address that is new or watched here."""

ONLY_AT_RECEPTION = (TRAP, NO_ORIGIN, TOO_FAST, DUPLICATE)
"""Rules about how a comment came in; they are not asked again when it is edited."""

_OF_KIND = {
    Kind.WORD: WORDS,
    Kind.PHRASE: WORDS,
    Kind.LINK: DOMAINS,
    Kind.DOMAIN: DOMAINS,
    Kind.ADDRESS: ADDRESS,
    Kind.NETWORK: NETWORK,
}
_OUTCOMES = {Does.HOLD: Status.PENDING, Does.SPAM: Status.SPAM, Does.TRASH: Status.TRASH}
_WEIGHT: dict[str, int] = {Status.APPROVED: 0, Status.PENDING: 1, Status.SPAM: 2, Status.TRASH: 3}

MOST_HITS = 40
"""Findings of rules kept in the evidence of one comment, the heaviest first."""


@dataclass(frozen=True)
class Fate:
    """The status a comment begins with and why; `hits` are the numbers of the newsroom's rules that found something."""

    status: str
    held_for: list[str]
    evidence: dict[str, Any]
    hits: frozenset[int] = frozenset()

    @property
    def passed_by(self) -> str:
        """The rule that let it pass unread; "" where it did not pass."""
        passing = (WRITER_TRUSTED, RETURNING_WRITER) if self.status == Status.APPROVED else ()
        return next((name for name in passing if name in self.evidence), "")

    @property
    def is_suspect(self) -> bool:
        """Whether something speaks against the words, so that a moderator reads others first."""
        return not HARMLESS.issuperset(self.held_for)

    def lay_on(self, comment: Comment, *, is_unconfirmed: bool = False) -> None:
        """Write it on a comment. While its address is unconfirmed, `evidence["fate"]` keeps what it then becomes."""
        comment.status, comment.held_for = self.status, list(self.held_for)
        comment.evidence, comment.is_suspect = dict(self.evidence), self.is_suspect
        if is_unconfirmed:
            comment.status, comment.evidence["fate"] = Status.UNCONFIRMED, str(self.status)


@dataclass
class _Verdict:
    status: str = Status.PENDING
    held_for: list[str] = field(default_factory=list)
    evidence: dict[str, Any] = field(default_factory=dict)

    def hold(self, rule: str, status: str = Status.PENDING, **seen: Any) -> None:
        self.held_for.append(rule)
        if seen:
            self.evidence[rule] = seen
        self.status = _heavier(self.status, status)


@dataclass(frozen=True)
class Findings:
    """
    What can be said of a comment before its transaction: what rules find, its links.

    `noted` goes into the evidence as it is and holds nothing.
    """

    newsroom: Newsroom
    hits: list[Hit]
    links: list[list[int]]
    noted: dict[str, Any] = field(default_factory=dict)


def look(comment: Comment, newsroom: Newsroom | None = None, matcher: Matcher | None = None) -> Findings:
    """Read the words of a comment; one query for the rules, and one for the newsroom where it is not given."""
    links = [[link.start, link.end] for link in links_of(comment.body) if not link.is_mail]
    noticed = [list(found) for found in personal.find(comment.body)]
    return Findings(
        newsroom or Newsroom.current(),
        (matcher or active.matcher()).find(comment),
        links,
        {PERSONAL: noticed} if noticed else {},
    )


def fate_of(
    comment: Comment,
    *,
    trap: str = "",
    has_origin: bool = True,
    seconds: int | None = None,
    findings: Findings | None = None,
    past: history.History | None = None,
) -> Fate:
    """
    Ask every rule about a comment that is filled in, saved or not. Nothing is written.

    What it looks up is said in `history`; nothing where `past` is given, more where `findings` are not.
    Whether the address is confirmed is read off `comment.confirmed_at`.
    """
    found = findings or look(comment)
    newsroom = found.newsroom
    past = past or history.of(comment, is_shown_asked=newsroom.lets_returning_pass)
    verdict = _Verdict(evidence=dict(found.noted))
    if trap:
        verdict.hold(TRAP, Status.SPAM, characters=len(trap))
    if not has_origin:
        verdict.hold(NO_ORIGIN)
    if seconds is not None:
        verdict.evidence["seconds"] = seconds
        if seconds < newsroom.fast_seconds:
            verdict.hold(TOO_FAST, seconds=seconds, below=newsroom.fast_seconds)
    if past.same is not None:
        verdict.hold(DUPLICATE, of=past.same)
    if newsroom.max_links and len(found.links) >= newsroom.max_links:
        verdict.hold(LINKS, count=len(found.links), limit=newsroom.max_links, at=found.links[:MOST_HITS])
    _ask_rules(verdict, found.hits)
    is_confirmed = comment.confirmed_at is not None
    if past.decided is not None:
        _ask_stance(verdict, past.decided, is_confirmed=is_confirmed)
    if newsroom.lets_returning_pass and WRITER_TRUSTED not in verdict.evidence:
        _ask_whether_known(verdict, past.shown, is_confirmed=is_confirmed)
    return Fate(verdict.status, verdict.held_for, verdict.evidence, frozenset(hit.rule for hit in found.hits))


def reconsider(comment: Comment, findings: Findings | None = None) -> Fate:
    """
    Judge an edited comment again. What it was held for when it came in stays, and nothing becomes shown by an edit.

    `evidence` is complete: what other parts noted there stays too. Give `look(comment)`
    from before the transaction as `findings`.
    """
    fresh = fate_of(comment, findings=findings)
    asked_again = {PERSONAL, *(rule.name for rule in RULES)} - set(ONLY_AT_RECEPTION)
    stays = [name for name in comment.held_for if name not in asked_again]
    kept = {name: seen for name, seen in comment.evidence.items() if name not in asked_again}
    held_for = stays + [name for name in fresh.held_for if name not in stays]
    lightest = Status.SPAM if TRAP in stays else Status.PENDING
    status = _heavier(fresh.status, lightest)
    return Fate(status, held_for, kept | {k: v for k, v in fresh.evidence.items() if k not in kept}, fresh.hits)


def once_confirmed(comment: Comment) -> Fate:
    """
    The fate kept for a comment whose address is proven now; heavier where a moderator decided on its writer since.

    One query. Nothing is lighter for it: what held a comment when it came in stays.
    """
    kept = Fate(comment.evidence.get("fate", Status.PENDING), comment.held_for, comment.evidence)
    verdict = _Verdict(kept.status, list(kept.held_for), dict(kept.evidence))
    decided = history.decided(comment.email_digest)
    stance = decided.stance if decided else ""
    if kept.passed_by == WRITER_TRUSTED and stance != Stance.TRUST:
        verdict.status = Status.PENDING
        del verdict.evidence[WRITER_TRUSTED]
    names = {Stance.BLOCK: WRITER_BLOCKED, Stance.HOLD: WRITER_HELD}
    if decided and stance != Stance.TRUST and names[Stance(stance)] not in verdict.held_for:
        _ask_stance(verdict, decided, is_confirmed=True)
    return Fate(verdict.status, verdict.held_for, verdict.evidence)


def _heavier(one: str, other: str) -> str:
    return max(one, other, key=lambda status: _WEIGHT[status])


def _ask_rules(verdict: _Verdict, hits: list[Hit]) -> None:
    kept: dict[str, list] = {}
    for hit in hits:
        name = _OF_KIND[Kind(hit.kind)]
        if sum(map(len, kept.values())) < MOST_HITS:
            kept.setdefault(name, []).append(hit.kept())
    for name in (WORDS, DOMAINS, ADDRESS, NETWORK):
        of_name = [hit for hit in hits if _OF_KIND[Kind(hit.kind)] == name]
        if of_name:
            verdict.hold(name, _OUTCOMES[Does(of_name[0].does)], found=kept.get(name, []))


def _ask_stance(verdict: _Verdict, decided: history.Decided, *, is_confirmed: bool) -> None:
    """What a moderator decided about this address. Blocked is not erased; trust is worth what the address is."""
    seen = {"by": decided.by, "at": decided.at.isoformat()}
    if decided.stance == Stance.BLOCK:
        verdict.hold(WRITER_BLOCKED, Status.SPAM, **seen)
    elif decided.stance == Stance.HOLD:
        verdict.hold(WRITER_HELD, **seen)
    elif not is_confirmed:
        verdict.hold(WRITER_TRUSTED, **seen, is_confirmed=False)
    elif not verdict.held_for:
        verdict.status = Status.APPROVED
        verdict.evidence[WRITER_TRUSTED] = seen | {"is_confirmed": True}


def _ask_whether_known(verdict: _Verdict, shown: int | None, *, is_confirmed: bool) -> None:
    """A typed name and address prove nothing: only a confirmed address passes, and only what nothing else held."""
    if shown is None:
        verdict.hold(FIRST_TIMER)
    elif not is_confirmed:
        verdict.hold(RETURNING_WRITER, of=shown, is_confirmed=False)
    elif not verdict.held_for:
        verdict.status = Status.APPROVED
        verdict.evidence[RETURNING_WRITER] = {"of": shown, "is_confirmed": True}
