"""
The shape of a demo reply.

Addresses and sites stand on domains reserved for examples; the telephone number
and the gambling brands belong to nobody.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class DemoReply:
    """
    What one reader wrote under one story, and what became of it.

    `hours_ago` counts back from when the demo is made and always falls after
    the story opened; `answer_to` is the key of an earlier reply to the same
    story; `held_for` names rules of `comments.reply.fate`.
    """

    key: str
    story_key: str
    name: str
    email: str
    body: str
    status: str
    hours_ago: int
    site: str = ""
    answer_to: str | None = None
    held_for: tuple[str, ...] = ()
