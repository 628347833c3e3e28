"""What a reply costs: the same queries in an empty newsroom and in a full one."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments.models import Comment, Rule
from comments.reply import history
from comments.reply.receive import Evidence, compose

MOST = 20


def filled(article, comments=1000, rules=300):
    """A thousand comments of this very writer and network, long ago, and three hundred rules."""
    long_ago = timezone.now() - timedelta(days=30)
    evidence = Evidence(network_digest="n", has_origin=True)
    data = {"name": "Ina Lontar", "email": "ina@contoh.id", "body": "Lain.", "parent": None}
    first, _token = compose(data, article, evidence, at=long_ago)
    rows = []
    for number in range(comments):
        copy = Comment(**{field.attname: getattr(first, field.attname) for field in Comment._meta.concrete_fields})
        copy.pk, copy.same_key, copy.receipt_digest, copy.body = None, None, None, f"Lain {number}."
        copy.status = "approved" if number % 2 else "spam"
        rows.append(copy)
    Comment.objects.bulk_create(rows)
    kinds = ("word", "phrase", "link", "domain", "address", "network")
    Rule.objects.bulk_create(Rule(kind=kinds[n % 6], pattern=f"pola{n} jalan{n}") for n in range(rules))


def queries_of(reader, article, **words):
    token = reader.token(article)
    with CaptureQueriesContext(connection) as queries:
        assert reader.reply(article, token=token, **words).status_code == 303
    return [query["sql"] for query in queries]


def test_reply_costs_the_same_in_an_empty_newsroom_and_in_a_full_one(reader, article):
    empty = queries_of(reader, article, body="Satu.")
    filled(article)
    Rule.objects.create(kind="word", pattern="gacor")
    full = queries_of(reader, article, body="Dua gacor.")

    assert len(full) == len(empty) + 1 <= MOST  # what was found is kept
    assert [sql for sql in full if "comments_finding" in sql]
    assert Comment.objects.latest("pk").held_for == ["words"]


@pytest.mark.parametrize(("column", "index"), [("email_digest", "of_writer"), ("network_digest", "of_network")])
def test_limits_are_looked_up_on_an_index(article, column, index):
    filled(article)
    asked = {column: Comment.objects.values_list(column, flat=True).first()}
    recent = Comment.objects.filter(**asked, created_at__gt=timezone.now()).order_by("-created_at")

    assert f"comment_{index}" in recent.values_list("created_at")[99:100].explain()


def test_what_is_known_of_a_writer_is_found_on_indexes(article):
    filled(article)
    asked = {"article_id": article.pk, "name": "Ina", "body": "Lain.", "email_digest": "x"}
    with CaptureQueriesContext(connection) as queries:
        history.of(Comment(**asked), is_shown_asked=False)

    (sql,) = [query["sql"] for query in queries]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {'QUERY PLAN ' if connection.vendor == 'sqlite' else ''}{sql}")
        plan = str(cursor.fetchall())
    assert "comment_of_writer" in plan
    assert "email_digest" in plan
