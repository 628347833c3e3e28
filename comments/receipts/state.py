"""What a writer is told of a comment: one plain phrase, why, and what comes next."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments import grounds, hiding
from comments.models import Comment, Decision, Forwarding, Status
from comments.standing import is_waiting

PHRASES = {
    "unconfirmed": (gettext_lazy("Waiting until your email address is confirmed"), gettext_lazy("email unconfirmed")),
    "waiting": (gettext_lazy("Waiting to be read by an officer"), gettext_lazy("waiting to be read")),
    "shown": (gettext_lazy("Shown by now"), gettext_lazy("shown to readers")),
    "hidden": (gettext_lazy("Hidden for the time being"), gettext_lazy("hidden for now, in short")),
    "refused": (gettext_lazy("Not shown"), gettext_lazy("not shown to readers")),
    "forwarded": (gettext_lazy("Passed on to %(office)s"), gettext_lazy("passed on")),
    "withdrawn": (gettext_lazy("Withdrawn by you"), gettext_lazy("withdrawn by you in short")),
}
"""By the word in `data-keadaan`: as the receipt says it, and as a line about several comments says it."""


@dataclass(frozen=True)
class State:
    word: str
    phrase: str
    short: str
    ground: str = ""
    """A whole sentence about why it is not shown, where a person gave one of the fixed reasons."""


def state_of(comment: Comment, standing: Decision | None, forwardings: Iterable[Forwarding] = ()) -> State:
    """`standing` is the decision of a person that is in force; `forwardings` come from `offices.of`."""
    word = _word(comment, standing)
    open_ones = [one for one in forwardings if one.ended_at is None and vars(one)["answered_at"] is None]
    if word == "waiting" and open_ones:
        phrase, short = (str(text) for text in PHRASES["forwarded"])
        return State("forwarded", phrase % {"office": open_ones[-1].office.name}, short)
    phrase, short = (str(text) for text in PHRASES[word])
    ground = grounds.known(standing.ground) if standing and word == "refused" else None
    if ground is None:
        return State(word, phrase, short)
    if ground.slug != grounds.OTHER:
        phrase = f"{phrase} ({ground.label})"
    return State(word, phrase, short, str(ground.sentence))


def _word(comment: Comment, standing: Decision | None) -> str:
    if comment.status == Status.WITHDRAWN:
        return "withdrawn"
    if comment.status == Status.UNCONFIRMED:
        return "unconfirmed"
    if is_waiting(comment, standing):
        return "waiting"
    if comment.status != Status.APPROVED:
        return "refused"
    return "shown" if hiding.is_public(comment) else "hidden"


def next_steps(state: State) -> list[str]:
    """What happens from here on; nothing where all has happened."""
    reading = [
        _("An officer of the newsroom reads your comment."),
        _("If it follows the rules it appears under the story, with your name and without your e-mail address."),
    ]
    if state.word == "unconfirmed":
        return [_("Open the email we sent you and press the button behind its link."), *reading]
    return reading if state.word == "waiting" else []
