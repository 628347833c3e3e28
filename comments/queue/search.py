"""What somebody typed into the search, as a question to the index: words in any order, each perhaps only begun."""

import re

from django.db import connection
from django.db.models import QuerySet

from comments.models import SearchedWords

MOST_WORDS = 8
LONGEST_WORD = 60


def words_of(text: str) -> list[str]:
    """The words in it; what is neither letter nor digit only parts them, so nothing typed is syntax."""
    words = re.findall(r"[^\W_]+", text.lower())
    return [word[:LONGEST_WORD] for word in dict.fromkeys(words)][:MOST_WORDS]


def numbers(words: list[str]) -> QuerySet:
    """Numbers of comments in whose name, words or website each of these begins a word; the newest first."""
    found = SearchedWords.objects.filter(words__match=spelt(words, connection.vendor))
    return found.order_by("-number").values_list("number", flat=True)


def spelt(words: list[str], vendor: str) -> str:
    """The question in the database's own spelling."""
    if vendor == "postgresql":
        return " & ".join(f"'{word}':*" for word in words)
    return " ".join(f'"{word}"*' for word in words)
