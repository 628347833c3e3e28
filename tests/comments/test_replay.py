"""`manage.py check_record`: the record, replayed, is what is stored."""

import random
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from comments import by_writer, moderation, numbers, replay
from comments.bulk import Snapshot, decide_all
from comments.models import Comment, Decision, Status
from comments.models.comment import DECIDABLE
from comments.models.decision import Act
from comments.purging import purge
from tests.articles.factories import published_article
from tests.comments.factories import comment
from tests.comments.lifting import lift_guards

pytestmark = pytest.mark.contract

LINES = 10_000


def checked():
    out = StringIO()
    call_command("check_record", stdout=out, stderr=StringIO())
    return out.getvalue()


@pytest.fixture
def few(article, person):
    somebody = person("Moderator")
    few = [comment(article) for _ in range(4)]
    moderation.decide([each.pk for each in few[:3]], Status.SPAM, by=somebody)
    moderation.undo(moderation.decide([few[0].pk], Status.APPROVED, by=somebody) and newest().batch, by=somebody)
    return few


def newest():
    return Decision.objects.latest("pk")


def test_ten_thousand_decisions_and_undoings_lead_to_what_is_stored(person):
    draw = random.Random(20191123)
    people = [person("Moderator") for _ in range(3)]
    stories = [published_article(headline=f"Berita {number}") for number in range(3)]
    before = {comment(draw.choice(stories)).pk: "pending" for _ in range(300)}
    numbers, batches = list(before), []
    while Decision.objects.count() < LINES:
        by, act, status = draw.choice([*people, None]), draw.random(), draw.choice(DECIDABLE)
        if act < 0.35:
            batches.append(moderation.new_batch())
            chosen = draw.sample(numbers, draw.choice((1, 1, 50)))
            moderation.decide(chosen, status, by=by, batch=batches[-1])
        elif act < 0.7:
            rows = Comment.objects.filter(article=draw.choice(stories), status=draw.choice(DECIDABLE))
            batches.append(decide_all(rows, Snapshot.now(), status, by=by).batch)
        else:
            batches.append(moderation.undo(draw.choice(batches[-4:] or [moderation.new_batch()]), by=by).batch)

    lines = Decision.objects.order_by("pk").values_list("comment_id", "from_status", "to_status")
    for number, was, now in lines:
        assert before[number] == was
        before[number] = now
    assert before == dict(Comment.objects.values_list("pk", "status"))
    assert Decision.objects.filter(act=Act.UNDONE).count() > 500
    assert list(replay.differing()) == []
    assert f"{Decision.objects.count()} baris" in checked()


def test_record_that_agrees_is_told_with_numbers(few):
    assert checked() == "Catatan cocok: 5 baris, 4 komentar.\n"


def test_empty_newsroom_agrees(db):
    assert checked() == "Catatan cocok: 0 baris, 0 komentar.\n"


PLANTED = {
    "another status": {"status": Status.APPROVED},
    "another person": {"decided_by": None},
    "another hour": {"decided_at": timezone.now() - timedelta(days=3)},
}


@pytest.mark.parametrize("planted", PLANTED.values(), ids=PLANTED)
@pytest.mark.parametrize("which", [0, 1])
def test_what_was_changed_past_the_record_is_named(few, planted, which):
    Comment.objects.filter(pk=few[which].pk).update(**planted)

    with pytest.raises(CommandError) as told:
        checked()

    assert str(told.value) == f"1 komentar tidak sesuai catatan: {numbers.of(few[which].pk)} ({few[which].pk})"


def test_comment_without_a_line_that_somebody_decided_on_is_named(few):
    Comment.objects.filter(pk=few[3].pk).update(decided_at=timezone.now())
    assert list(replay.differing()) == [few[3].pk]


def test_comment_taken_back_without_a_line_is_named(few):
    Comment.objects.filter(pk=few[3].pk).update(status=Status.WITHDRAWN)
    assert list(replay.differing()) == [few[3].pk]


def test_comment_that_went_without_a_line_is_named(few):
    Comment.objects.filter(pk=few[2].pk)._raw_delete("default")
    assert list(replay.differing()) == [few[2].pk]


@pytest.mark.parametrize(
    "line",
    [
        {"act": "decided", "from_status": "trash", "to_status": "pending"},
        {"act": "undone", "from_status": "spam", "to_status": "trash"},
        {"act": "email_seen", "from_status": "spam", "to_status": "trash"},
        {"act": "withdrawn", "from_status": "spam", "to_status": "approved"},
    ],
    ids="does-not-follow gives-back-another looked-and-moved no-such-way".split(),
)
def test_line_that_cannot_be_is_named(few, line):
    made = Decision.objects.create(comment_id=few[1].pk, batch=moderation.new_batch(), **line)
    decided = {"decided_by": None, "decided_at": made.at} if line["act"] in ("decided", "undone") else {}
    Comment.objects.filter(pk=few[1].pk).update(status=line["to_status"], **decided)

    assert list(replay.differing()) == [few[1].pk]


def test_what_writers_and_time_do_is_whole(article, person, few):
    old = timezone.now() - timedelta(days=800)
    spam, shown = comment(article, at=old, status=Status.SPAM), comment(article, at=old, status=Status.APPROVED)
    answer = comment(article, parent=shown, status=Status.APPROVED)
    by_writer.withdraw(few[1].pk)
    by_writer.edit(few[3].pk, "Kata yang lain.")
    moderation.look_at_email(few[2], by=person("Moderator"))

    counts = purge(timezone.now() + timedelta(days=400))

    assert sum(counts.values()) > 3
    assert not Comment.objects.filter(pk=spam.pk).exists()
    assert list(replay.differing()) == []
    moderation.decide([answer.pk, few[3].pk], Status.TRASH)
    purge(timezone.now() + timedelta(days=900))
    assert list(replay.differing()) == []


def test_windows_leave_nobody_out(few, monkeypatch):
    monkeypatch.setattr(replay, "WINDOW", 2)
    Comment.objects.update(decided_at=timezone.now())
    heard = []

    assert list(replay.differing(lambda done, last: heard.append((done, last)))) == [each.pk for each in few]
    assert heard[-1] == (few[-1].pk, few[-1].pk)
    assert len(heard) == (few[-1].pk + 1) // 2


def test_record_without_its_guards_is_no_record(few):
    lift_guards()
    with pytest.raises(CommandError, match="migrate"):
        checked()
