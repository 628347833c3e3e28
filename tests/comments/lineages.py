"""Threads made by hand: rows in bulk, as no form would write them, and what a page shows of them."""

import itertools
from datetime import datetime, timedelta

from comments.models import Comment
from comments.reply.receive import Evidence, compose
from humas.base.models import Newsroom
from humas.base.times import timezone
from tests.comments.page import Page

_numbers = itertools.count(1)
BEGAN = timezone.make_aware(datetime(2026, 4, 24, 8))


def settings(**values) -> Newsroom:
    Newsroom.objects.update_or_create(pk=Newsroom.ONLY, defaults=values)
    return Newsroom.current()


def rows(article, count: int, *, status="approved", above=lambda n: None, at=lambda n: n) -> list[Comment]:
    """
    `count` comments in one go; `above(n)` is the place in the list of what the n-th answers, or None.

    `at(n)` are minutes after the first.
    """
    data = {"name": "Ina Lontar", "email": "ina@contoh.id", "website": "", "body": "Baik."}
    model, _token = compose(data, article, Evidence(network_digest="n", has_origin=True))
    fields = {name: getattr(model, name) for name in ("email", "email_digest", "body_html")}
    last = Comment.objects.order_by("pk").values_list("pk", flat=True).last() or 0
    made = []
    for n in range(count):
        parent = above(n)
        made.append(
            Comment(
                pk=last + 1 + n,
                article=article,
                name=f"Warga {next(_numbers)}",
                body="Baik.",
                status=status(n) if callable(status) else status,
                parent_id=None if parent is None else last + 1 + parent,
                created_at=BEGAN + timedelta(minutes=at(n)),
                **fields,
            )
        )
    Comment.objects.bulk_create(made, batch_size=2000)
    _count_on()
    return made


def _count_on() -> None:
    """PostgreSQL does not notice numbers that were given by hand."""
    from django.core.management.color import no_style
    from django.db import connection

    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(no_style(), [Comment]):
            cursor.execute(sql)


def shown_on(page: Page) -> list[int]:
    """Numbers of the comments of a page, as they stand there."""
    return [int(one["id"].removeprefix("komentar-")) for one in page.all("article") if one["class"] == "comment"]


def indents(page: Page) -> dict[int, int]:
    """{comment: in how many lists of answers it stands}"""
    return {
        int(one["id"].removeprefix("komentar-")): sum(1 for each in one.parents if each.get("class") == "answers")
        for one in page.all("article", **{"class": "comment"})
        if one["class"] == "comment"
    }
