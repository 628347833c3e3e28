"""The record of decisions is append-only: the database itself refuses, and goes on refusing after a migrate."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import DatabaseError, IntegrityError, connection, models, transaction
from django.db.migrations import AlterField, Migration
from django.db.migrations.state import ProjectState

from comments import moderation
from comments.models import Decision, Status
from comments.record import guards_missing, install_guards
from humas.accounts.groups import RIGHTS
from humas.base.models import KeyCheck, Newsroom
from tests.comments.factories import comment
from tests.comments.lifting import lift_guards

_COLUMNS = ", ".join(field.column for field in Decision._meta.concrete_fields)
_CHANGED = _COLUMNS.replace("to_status", "'approved'")
# Each engine's own ways of getting rid of a row.
OWN_WAYS = {
    "sqlite": [
        f"REPLACE INTO comments_decision ({_COLUMNS}) SELECT {_CHANGED} FROM comments_decision",
        f"INSERT OR REPLACE INTO comments_decision ({_COLUMNS}) SELECT {_CHANGED} FROM comments_decision",
        "UPDATE OR REPLACE comments_decision SET reason = 'Lain.'",
    ],
    "postgresql": [
        "TRUNCATE comments_decision",
        "TRUNCATE accounts_user CASCADE",
        "WITH gone AS (DELETE FROM comments_decision RETURNING *) SELECT * FROM gone",
    ],
}[connection.vendor]


@pytest.fixture
def line(article, person):
    moderation.decide([comment(article).pk], Status.SPAM, by=person("Moderator"), reason="Judi.")
    connection.check_constraints()  # PostgreSQL empties no table that it has still to look at
    return Decision.objects.get()


def refused(act):
    """The database says no, and the line is as it was."""
    before = list(Decision.objects.values())
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        act()
    assert list(Decision.objects.values()) == before != []


def sql(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.wordpress("2d History")
@pytest.mark.parametrize(
    "act",
    [
        lambda line: Decision.objects.update(reason="Lain."),
        lambda line: Decision.objects.filter(pk=line.pk).delete(),
        lambda line: Decision.objects.all()._raw_delete("default"),
        lambda line: line.delete(),
        lambda line: line.save(),
        lambda line: Decision.objects.bulk_update([line], ["reason"]),
        lambda line: Decision.objects.update_or_create(pk=line.pk, defaults={"reason": "Lain."}),
        lambda line: Decision.objects.bulk_create(
            [line], update_conflicts=True, unique_fields=["id"], update_fields=["reason"]
        ),
    ],
    ids="update delete raw-delete delete-one save bulk-update update-or-create upsert".split(),
)
def test_nothing_we_write_changes_a_line(line, act):
    refused(lambda: act(line))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE comments_decision SET reason = 'Lain.'",
        "UPDATE comments_decision SET id = id + 1000",
        "UPDATE comments_decision SET reason = reason",
        "DELETE FROM comments_decision",
        "DELETE FROM comments_decision WHERE id IN (SELECT id FROM comments_decision)",
    ],
)
def test_nothing_an_operator_types_changes_a_line(line, statement):
    refused(lambda: sql(statement))


@pytest.mark.parametrize("statement", OWN_WAYS)
def test_engines_own_ways_change_no_line_either(line, statement):
    refused(lambda: sql(statement))


def test_refusal_is_a_breach_of_integrity(line):
    with pytest.raises(IntegrityError), transaction.atomic():
        sql("DELETE FROM comments_decision")


def test_person_who_decided_stays(line):
    with pytest.raises(DatabaseError), transaction.atomic():
        line.by.delete()


def test_migrate_lays_lost_triggers_again(line):
    lift_guards()
    lost = guards_missing()

    call_command("migrate", verbosity=0)

    assert len(lost) == 2
    assert guards_missing() == []
    refused(lambda: Decision.objects.update(reason="Lain."))


@pytest.fixture
def rebuilt(transactional_db, line):
    """A migration has changed a column of the record, and SQLite has made its table anew for that."""

    def migrate(**options):
        wanted = models.CharField(blank=True, **options)
        change = Migration("9999_reason", "comments")
        change.operations = [AlterField("decision", "reason", wanted)]
        with connection.schema_editor() as editor:
            change.apply(ProjectState.from_apps(apps), editor)

    before = list(Decision.objects.values())
    migrate(max_length=501, verbose_name="alasan")
    lost = guards_missing()
    call_command("migrate", verbosity=0)
    assert list(Decision.objects.values()) == before
    yield lost
    migrate(max_length=500)


def test_record_is_guarded_again_after_a_migration_rebuilt_its_table(rebuilt):
    assert len(rebuilt) == (2 if connection.vendor == "sqlite" else 0)
    assert guards_missing() == []
    refused(lambda: Decision.objects.update(reason="Lain."))
    refused(lambda: Decision.objects.all().delete())
    refused(lambda: Decision.objects.all()._raw_delete("default"))
    for statement in (*OWN_WAYS, "UPDATE comments_decision SET reason = ''", "DELETE FROM comments_decision"):
        refused(lambda statement=statement: sql(statement))


def test_lost_trigger_is_missed_by_its_name(line):
    lift_guards()
    first, second = guards_missing()
    install_guards()
    sql(f"DROP TRIGGER {second}" + (" ON comments_decision" if connection.vendor == "postgresql" else ""))

    assert guards_missing() == [second]
    assert first != second


def test_laying_the_foundation_again_changes_nothing(line):
    def foundation():
        return (
            guards_missing(),
            {group.name: sorted(group.permissions.values_list("pk", flat=True)) for group in Group.objects.all()},
            list(Newsroom.objects.values()),
            list(KeyCheck.objects.values_list("pk", "digest")),
        )

    Newsroom.objects.update(name="Humaspro", is_open_to_comments=False)
    before = foundation()

    for _ in range(2):
        call_command("migrate", verbosity=0)

    assert foundation() == before
    assert set(before[1]) >= set(RIGHTS)


def test_right_taken_from_a_group_of_ours_is_back_after_migrate(db):
    group = Group.objects.get(name="Moderator")
    had = set(group.permissions.all())
    own = Group.objects.create(name="Magang")
    group.permissions.clear()

    call_command("migrate", verbosity=0)

    assert set(group.permissions.all()) == had
    assert len(had) == len(RIGHTS["Moderator"])
    assert own.permissions.count() == 0


def test_record_goes_on_after_a_refusal(line, article):
    refused(lambda: Decision.objects.update(reason="Lain."))

    moderation.decide([line.comment_id], Status.APPROVED)

    assert list(Decision.objects.values_list("to_status", flat=True)) == ["spam", "approved"]
