"""Forgetting in time: what goes after how many days, what stays, and that the record loses nothing."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from comments import moderation, purging
from comments.models import Comment, Decision, Status
from comments.models.decision import Act
from comments.purging import purge
from comments.threads import discussion_of
from humas.base.models import Letter, Newsroom
from tests.comments.factories import comment

pytestmark = pytest.mark.django_db

NOW = timezone.now() + timedelta(days=400)
"""Decisions are dated by the database's own clock, so the purge is what comes later."""


def days(count):
    return NOW - timedelta(days=count)


def trapped(article, **fields):
    """As a rule leaves it: nobody decided."""
    made = comment(article, **fields)
    Comment.objects.filter(pk=made.pk).update(status=Status.SPAM, held_for=["trap"])
    return made


def erased():
    return set(Decision.objects.filter(act=Act.ERASED).values_list("comment_id", "from_status", "to_status", "reason"))


def there(made):
    return Comment.objects.filter(pk=made.pk).exists()


@pytest.mark.wordpress("2d Trash and spam life")
def test_spam_nobody_looked_at_goes_thirty_days_after_it_came(article):
    old, young = trapped(article, at=days(30.1)), trapped(article, at=days(29.9))
    assert purge(NOW)["spam"] == 1
    assert (there(old), there(young)) == (False, True)
    assert erased() == {(old.pk, "spam", "spam", "")}


@pytest.mark.wordpress("2d Empty Spam / Empty Trash")
@pytest.mark.parametrize("status", [Status.SPAM, Status.TRASH])
def test_what_a_person_put_aside_goes_thirty_days_after_that(article, status):
    made = comment(article, at=timezone.now() - timedelta(days=100))
    moderation.decide([made.pk], status)
    decided = timezone.now()
    purge(decided + timedelta(days=29.9))
    assert there(made)
    purge(decided + timedelta(days=30.1))
    assert not there(made)
    assert Decision.objects.filter(comment_id=made.pk).count() == 2


def test_looking_at_an_address_keeps_nothing_longer(article, moderator):
    old = trapped(article, at=days(31))
    moderation.look_at_email(old, by=moderator.user)
    purge(NOW)
    assert not there(old)


def test_days_are_the_newsrooms(article):
    Newsroom.objects.update_or_create(pk=1, defaults={"spam_days": 90, "trash_days": 7})
    spam = trapped(article, at=days(60))
    thrown = trapped(article, at=days(8))
    Comment.objects.filter(pk=thrown.pk).update(status=Status.TRASH)
    purge(NOW)
    assert (there(spam), there(thrown)) == (True, False)


def test_unconfirmed_goes_after_a_day(article):
    made = comment(article, at=days(0.99))
    Comment.objects.filter(pk=made.pk).update(status=Status.UNCONFIRMED)
    purge(NOW)
    assert there(made)
    purge(NOW + timedelta(hours=1))
    assert not there(made)


def test_what_is_shown_or_waits_loses_its_address_after_a_year_and_keeps_its_words(article):
    shown = comment(article, at=days(366), status=Status.APPROVED)
    waits = comment(article, at=days(366))
    young = comment(article, at=days(364))
    Comment.objects.update(mail_consent_at=timezone.now())
    assert purge(NOW)["emails"] == 2
    for made in (shown, waits):
        made.refresh_from_db()
        assert (made.email, made.email_digest, made.mail_consent_at) == ("", "", None)
        assert made.body
        assert (made.pk, made.status, made.status, "email") in erased()
    young.refresh_from_db()
    assert young.email
    assert young.mail_consent_at


@pytest.mark.wordpress("2e IP retention")
def test_networks_are_forgotten_after_thirty_days(article):
    old, young = comment(article, at=days(31)), comment(article, at=days(29))
    purge(NOW)
    assert [Comment.objects.get(pk=made.pk).network_digest for made in (old, young)] == ["", "n"]


@pytest.mark.wordpress("2d Deleting a parent", "2e Erase")
def test_of_a_comment_with_answers_only_its_place_stays(article):
    parent = comment(article, at=days(50), status=Status.APPROVED, website="https://contoh.id")
    answer = comment(article, parent=parent, at=days(49), status=Status.APPROVED)
    moderation.decide([parent.pk], Status.SPAM)
    purge(NOW)
    row = Comment.objects.filter(pk=parent.pk).values().get()
    kept = {name for name, value in row.items() if value not in ("", None, [], {}, False)}
    assert kept == {"id", "article_id", "status", "created_at"}
    assert row["status"] == Status.TRASH
    assert erased() == {(parent.pk, "spam", "trash", "")}
    (gap,) = discussion_of(article, Newsroom.current()).threads
    assert gap.comment is None
    assert [below.comment for below in gap.answers] == [answer]


@pytest.mark.wordpress("2d Deleting a parent")
def test_a_hollow_place_is_decided_on_by_nobody_and_goes_with_its_last_answer(article, moderator):
    parent = trapped(article, at=days(50))
    answer = comment(article, parent=parent, at=days(49), status=Status.APPROVED)
    purge(NOW)
    assert moderation.decide([parent.pk], Status.APPROVED, by=moderator.user) == []
    assert moderator.get("/admin/antrean/?tampilan=sampah").content.decode().count('name="comment"') == 0
    moderation.decide([answer.pk], Status.TRASH)
    purge(NOW + timedelta(days=60))
    assert not Comment.objects.exists()
    assert Decision.objects.filter(comment_id=parent.pk, act=Act.ERASED).count() == 1


def test_nothing_more_is_erased_the_second_time(article):
    for _n in range(3):
        trapped(article, at=days(40))
    comment(article, at=days(400), status=Status.APPROVED)
    assert sum(purge(NOW).values()) > 0
    lines = Decision.objects.count()
    assert sum(purge(NOW).values()) == 0
    assert Decision.objects.count() == lines


class Killed(BaseException):
    pass


def test_a_purge_that_was_killed_has_done_whole_batches_and_goes_on_where_it_stood(article, monkeypatch):
    monkeypatch.setattr(purging, "BATCH", 4)
    for _n in range(10):
        trapped(article, at=days(40))

    def die(kind, count):
        if count == 8:
            raise Killed

    with pytest.raises(Killed):
        purge(NOW, progress=die)
    assert Comment.objects.count() == 2
    assert len(erased()) == 8
    assert purge(NOW)["spam"] == 2
    assert len(erased()) == 10


def test_long_chains_go_in_a_few_batches(article, django_assert_max_num_queries):
    parent = None
    for _n in range(60):
        parent = trapped(article, at=days(40), parent=parent)
    with django_assert_max_num_queries(40):
        assert purge(NOW)["spam"] == 60
    assert not Comment.objects.exists()


def test_letters_are_dropped_after_thirty_days_but_not_those_on_their_way(article):
    old = {"kind": "kabar", "to": "a@contoh.id", "subject": "x", "body": "x", "created_at": days(31)}
    Letter.objects.create(**old, sent_at=days(31))
    Letter.objects.create(**old)
    waits = Letter.objects.create(**old, next_try_at=NOW)
    young = Letter.objects.create(**old | {"created_at": days(29)})
    assert purge(NOW)["letters"] == 2
    assert set(Letter.objects.values_list("pk", flat=True)) == {waits.pk, young.pk}


def test_command_says_what_it_would_do_what_it_did_and_that_nothing_is_left(article, capsys):
    trapped(article, at=timezone.now() - timedelta(days=40))
    call_command("purge", "--dry-run")
    assert Comment.objects.count() == 1
    call_command("purge")
    call_command("purge")
    said = capsys.readouterr().out.splitlines()
    assert said == [
        "Akan dihapus: 1 spam, 1 sidik jaringan.",
        "Dihapus: 1 spam.",
        "Tidak ada yang perlu dihapus.",
    ]


plants = st.lists(
    st.tuples(st.sampled_from(list(Status)), st.integers(0, 420), st.integers(0, 20), st.booleans()), max_size=6
)


@given(plants)
@examples(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_lies_there_only_what_is_due_goes_and_the_record_stays_whole(article, planted):
    Comment.objects.all()._raw_delete("default")
    made = []
    for status, age, parent, is_answer in planted:
        one = comment(article, at=days(age), parent=made[parent % len(made)] if made and is_answer else None)
        Comment.objects.filter(pk=one.pk).update(status=status)
        made.append(one)
    lines = Decision.objects.count()
    purge(NOW)
    left = {row["id"]: row for row in Comment.objects.values()}
    goes_after = {Status.SPAM: 30, Status.TRASH: 30, Status.WITHDRAWN: 30, Status.UNCONFIRMED: 1}
    for one, (status, age, _parent, _is) in zip(made, planted, strict=True):
        row = left.get(one.pk)
        if age > goes_after.get(status, 10_000):
            assert row is None or (row["body"], row["name"], row["email"], row["site"]) == ("", "", "", "")
        elif age < goes_after.get(status, 10_000):
            assert row["body"] == one.body
            assert bool(row["email_digest"]) == (age <= 365)
    assert Decision.objects.count() >= lines
    assert all(row["parent_id"] is None or row["parent_id"] in left for row in left.values())
    hollow = {number for number, row in left.items() if not row["body"]}
    assert hollow <= {row["parent_id"] for row in left.values()}
    assert sum(purge(NOW).values()) == 0
