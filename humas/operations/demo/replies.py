"""All the replies of the demo newsroom; an answer stands after what it answers."""

from .replies_model import DemoReply
from .replies_readers import READERS
from .replies_refused import REFUSED

__all__ = ["REPLIES", "DemoReply"]

REPLIES: tuple[DemoReply, ...] = READERS + REFUSED
