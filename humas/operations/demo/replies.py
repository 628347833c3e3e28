"""All the replies of the demo newsroom but those of the gambling night; an answer stands after what it answers."""

from .replies_deep import DEEP
from .replies_model import DemoReply
from .replies_readers import READERS
from .replies_refused import REFUSED
from .replies_shown import SHOWN

__all__ = ["REPLIES", "DemoReply"]

REPLIES: tuple[DemoReply, ...] = READERS + SHOWN + DEEP + REFUSED
