"""A published story as it is sent on by hand."""

import re
from urllib.parse import quote

from articles.going_out import heading
from articles.models import Article
from humas.base.models import Newsroom

_APART = re.compile(r"[\s,;]+")


def hashtags(words: str) -> str:
    """ "HumasNTT, #RoteNdao" → "#HumasNTT #RoteNdao": what WhatsApp and Facebook take for one."""
    names = ("".join(sign for sign in word if sign.isalnum() or sign == "_") for word in _APART.split(words))
    return " ".join(f"#{name}" for name in names if name)


def for_whatsapp(story: Article, newsroom: Newsroom) -> str:
    """Headline in bold, standfirst, address, credit, hashtags of the bureau; what is empty leaves no gap."""
    bold = f"*{_in_one_line(heading(story).replace('*', '∗'))}*"
    last = "\n".join(filter(None, (story.credit and f"({story.credit})", hashtags(newsroom.hashtags))))
    return "\n\n".join(filter(None, (bold, _in_one_line(story.description), story.absolute_url, last)))


def whatsapp_link(text: str) -> str:
    """Opens the app, or the web where there is none; nobody is asked anything before it is pressed."""
    return f"https://wa.me/?text={quote(text)}"


def _in_one_line(words: str) -> str:
    return " ".join(words.split())
