"""How many comments each view holds: kept by the database, exact whoever writes and however."""

from concurrent.futures import ThreadPoolExecutor
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from comments import moderation
from comments.models import Comment, Status, Tally
from comments.purging import purge
from comments.queue import counts, index
from humas.base import triggers
from humas.operations import condition
from tests.articles.factories import published_article
from tests.comments.factories import comment
from tests.comments.lineages import rows

TRUNCATE = {"sqlite": "DELETE FROM comments_comment", "postgresql": "TRUNCATE comments_comment CASCADE"}


def counted(person=0):
    return {slug: count for slug, count in counts.of_views(person).items() if count}


def sql(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def drop(name):
    sql(f"DROP TRIGGER {name}" + (" ON comments_comment" if connection.vendor == "postgresql" else ""))


@pytest.mark.wordpress("2d Views with counts")
def test_every_view_is_counted(article, person):
    me, other = person("Moderator"), person("Moderator")
    comment(article)
    comment(article, held_for=["links"])
    for status, by in (("approved", me), ("spam", me), ("spam", other), ("trash", None), ("withdrawn", None)):
        comment(article, status=status, by=by)
    back = comment(article, status="spam", by=me)
    moderation.decide([back.pk], Status.PENDING, by=me)

    expected = {"perlu-dibaca": 2, "diduga-judol": 1, "tayang": 1, "spam": 2, "sampah": 1}
    assert counted(me.pk) == expected | {"milik-saya": 2}
    assert counted(other.pk) == expected | {"milik-saya": 1}
    assert not counts.differ()


def test_place_of_an_erased_comment_is_counted_nowhere(article, person):
    above = comment(article, status="spam", by=person("Moderator"))
    comment(article, parent=above)

    purge(timezone.now() + timezone.timedelta(days=31))

    assert Comment.objects.get(pk=above.pk).body == ""
    assert counted() == {"perlu-dibaca": 1}
    assert not counts.differ()


def test_rows_written_in_bulk_and_by_hand_are_counted(article):
    made = rows(article, 30, status="pending")
    assert counted() == {"perlu-dibaca": 30}

    Comment.objects.filter(pk__in=[one.pk for one in made[:10]]).update(is_suspect=True)
    sql("UPDATE comments_comment SET status = 'spam' WHERE NOT is_suspect AND id % 2 = 0")
    sql(f"UPDATE comments_comment SET body = '' WHERE id = {made[0].pk}")
    assert counted() == {"perlu-dibaca": 10, "diduga-judol": 9, "spam": 10}

    Comment.objects.all()._raw_delete("default")
    assert counted() == {}
    assert not counts.differ()


def test_undone_transaction_is_not_counted(article):
    with transaction.atomic():
        rows(article, 3, status="spam")
        transaction.set_rollback(True)

    assert counted() == {}


@pytest.mark.parametrize("name", ["insert", "delete", "update"])
@pytest.mark.parametrize(("kept", "table"), [(counts, "comments_tally"), (index, "comments_search")])
def test_migrate_counts_and_reads_anew_where_a_trigger_was_lost(article, kept, table, name):
    made = comment(article)
    drop(f"{table}_{name}")
    Comment.objects.filter(pk=made.pk).update(body="Lain sama sekali.", status="spam")
    comment(article, body="Baru.")
    assert kept.missing() == [f"{table}_{name}"]
    assert "manage.py migrate" in condition.of_queue()[0]

    call_command("migrate", verbosity=0)

    assert kept.missing() == []
    assert counted() == {"perlu-dibaca": 1, "spam": 1}
    assert condition.of_queue() == []


def test_doctor_says_when_counts_are_wrong_and_how_to_mend_them(article):
    comment(article)
    Tally.objects.create(kind="trash", count=7)
    assert condition.of_queue() == [
        "Hitungan antrean tidak cocok dengan isinya. Untuk menghitung ulang: manage.py migrate"
    ]

    call_command("rebuild_search", stdout=StringIO())

    assert condition.of_queue() == []


def test_putting_rows_of_a_count_together_changes_no_count(article, person):
    me = person("Moderator")
    for status in ("spam", "approved", "spam", "trash", "pending"):
        comment(article, status=status, by=me)
    before = counts.of_views(me.pk)

    for _again in range(2):
        counts.compact()
        assert counts.of_views(me.pk) == before
        assert Tally.objects.count() == 5  # four views and whose decisions they are

    moderation.decide(Comment.objects.values_list("pk", flat=True), Status.SPAM, by=me)
    counts.compact()
    assert counts.of_views(me.pk) == dict.fromkeys(before, 0) | {"spam": 5, "milik-saya": 5}
    assert not counts.differ()


def test_emptied_database_counts_nothing(article):
    comment(article)
    comment(article, status="spam")
    connection.check_constraints()

    sql(TRUNCATE[connection.vendor])

    assert counted() == {}
    assert not index.differs()


def test_all_who_write_at_once_are_counted(transactional_db):
    """Bulk acts that cross, replies that arrive, and rows put together, all at the same time."""
    article = published_article()
    made = [one.pk for one in rows(article, 60, status="pending")]

    def work(number):
        try:
            for step in range(5):
                if number == 3:
                    counts.compact()
                elif number == 2:
                    comment(article)
                else:
                    some = made[:40] if number else made[20:]
                    moderation.decide(some, (Status.SPAM, Status.TRASH)[(step + number) % 2])
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4)))

    assert sum(counts.of_views(0).values()) == 65
    assert not counts.differ()


def test_triggers_are_seen_by_their_names(db):
    assert {"comments_tally_insert", "comments_search_update"} <= triggers.there(connection)
