"""The form's token: proof that this form, for this story, came from us in the last 72 hours."""

from humas.base import tokens

PURPOSE = "reply"


def mint(article) -> str:
    return tokens.mint(PURPOSE, str(article.pk))


def holds(token: str, article) -> bool:
    return tokens.holds(token, PURPOSE, str(article.pk))
