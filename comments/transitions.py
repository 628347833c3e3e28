"""
Every way in which the state of a comment may change, and who may take it.

One table: `moderation` asks it before each act, and the tests hold it against one
written by hand. Withdrawn has no way out, for anybody.
"""

from collections.abc import Iterator
from enum import StrEnum

from comments.models import Status
from comments.models.comment import DECIDABLE
from comments.models.decision import Act

RECEIVED = "received"
"""How a comment begins. It leaves no line in the record: the comment itself says when it came."""


class Who(StrEnum):
    READER = "reader"
    """Whoever holds the receipt."""
    MODERATOR = "moderator"
    RULE = "rule"
    OPERATOR = "operator"
    """Whoever has the command line of the server."""

    @classmethod
    def behind(cls, by, rule: str) -> "Who":
        """Who speaks in a line of the record with this account and this rule's name."""
        if by is not None:
            return cls.MODERATOR
        return cls.OPERATOR if rule in ("", cls.OPERATOR) else cls.RULE


class Forbidden(Exception):
    """Nobody of this kind may do this to a comment in this state."""


Way = tuple[str | None, str, str]
"""(status before, None for what is not there yet; act; status after)"""

_PEOPLE = frozenset({Who.MODERATOR, Who.OPERATOR})
_READER = frozenset({Who.READER})
_KEPT_BACK = (Status.PENDING, Status.SPAM, Status.TRASH)


def _ways() -> Iterator[tuple[Way, frozenset[Who]]]:
    for after in (Status.UNCONFIRMED, *DECIDABLE):
        yield (None, RECEIVED, after), _READER
    for after in DECIDABLE:
        yield (Status.UNCONFIRMED, Act.CONFIRMED, after), _READER
        # A moderator never sees what is not confirmed; the operator may have to, where no mail arrives.
        yield (Status.UNCONFIRMED, Act.DECIDED, after), frozenset({Who.OPERATOR})
    yield (Status.UNCONFIRMED, Act.EDITED, Status.UNCONFIRMED), _READER
    for before in _KEPT_BACK:
        for after in _KEPT_BACK:  # mended words never open a page by themselves
            yield (before, Act.EDITED, after), _READER
    for before in DECIDABLE:
        yield (before, Act.UNDONE, Status.UNCONFIRMED), _PEOPLE
        for after in DECIDABLE:
            if before != after:
                # A rule sorts what waits; over what anybody has sorted it has no say.
                yield (before, Act.DECIDED, after), _PEOPLE | ({Who.RULE} if before == Status.PENDING else set())
                yield (before, Act.UNDONE, after), _PEOPLE
    for status in Status:
        if status != Status.WITHDRAWN:
            yield (status, Act.WITHDRAWN, Status.WITHDRAWN), _READER
        yield (status, Act.EMAIL_SEEN, status), frozenset({Who.MODERATOR})
        if status != Status.WITHDRAWN:
            yield (status, Act.REDACTED, status), frozenset({Who.MODERATOR})
        yield (status, Act.ERASED, status), frozenset({Who.RULE, Who.OPERATOR})
    for before in (Status.UNCONFIRMED, Status.SPAM):
        # Where a comment has answers its place stays above them, put aside.
        yield (before, Act.ERASED, Status.TRASH), frozenset({Who.RULE, Who.OPERATOR})


TABLE: dict[Way, frozenset[Who]] = dict(_ways())


def allows(before: str | None, act: str, after: str, who: Who) -> bool:
    """Whether `who` may take a comment from one status to another by this act."""
    return who in TABLE.get((before, act, after), frozenset())


def befores(act: str, after: str, who: Who) -> list[str]:
    """The statuses from which `who` may take a comment to this one by this act."""
    return [str(status) for status in Status if allows(status, act, after, who)]


def ask(before: str | None, act: str, after: str, who: Who) -> None:
    """Raise Forbidden where `allows` says no."""
    if not allows(before, act, after, who):
        raise Forbidden(f"{who} may not: {before} → {act} → {after}")
