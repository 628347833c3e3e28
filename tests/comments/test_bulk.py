"""Decisions on whatever a filter shows: by the question, with what was there when the page was made."""

import contextlib

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from comments import moderation
from comments.bulk import Newest, Snapshot, decide_all
from comments.models import Comment, Decision, Finding, Status
from humas.base import pages
from humas.base.models import PageVersion
from tests.articles.factories import published_article
from tests.comments.factories import comment

WAITING = Comment.objects.filter(status=Status.PENDING)


@pytest.fixture
def somebody(person):
    return person("Moderator")


def statuses(comments):
    return [Comment.objects.get(pk=each.pk).status for each in comments]


def raised(act, *articles):
    """How often the pages of these stories were told of a change."""

    def now():
        return [PageVersion.objects.get(subject=pages.article(article.pk)).n for article in articles]

    before = now()
    act()
    return [after - n for n, after in zip(before, now(), strict=True)]


def test_everything_the_filter_shows_is_decided(article, somebody):
    three = [comment(article) for _ in range(3)]
    spam = comment(article, status=Status.SPAM)

    done = decide_all(WAITING.all(), Snapshot.now(), Status.APPROVED, by=somebody, reason="Sopan.\0")

    assert (done.count, done.left) == (3, 0)
    assert statuses([*three, spam]) == [Status.APPROVED] * 3 + [Status.SPAM]
    lines = list(Decision.objects.filter(batch=done.batch))
    assert [line.comment_id for line in lines] == [each.pk for each in three]
    told = {(line.act, line.from_status, line.to_status, line.by, line.rule, line.reason) for line in lines}
    assert told == {("decided", "pending", "approved", somebody, "", "Sopan.")}
    for each, line in zip(three, lines, strict=True):
        each.refresh_from_db()
        assert (each.same_key, each.decided_by, each.decided_at) == (None, somebody, line.at)


def test_line_of_a_batch_is_like_a_line_of_one(article, somebody):
    one, many = comment(article), comment(article)
    moderation.decide([one.pk], Status.SPAM, by=somebody, reason="Judi.", ground="judi")
    decide_all(
        Comment.objects.filter(pk=many.pk), Snapshot.now(), Status.SPAM, by=somebody, reason="Judi.", ground="judi"
    )

    first, second = Decision.objects.values()
    own = ("id", "comment_id", "batch", "at")
    assert {k: v for k, v in first.items() if k not in own} == {k: v for k, v in second.items() if k not in own}
    assert {name: type(value) for name, value in first.items()} == {name: type(second[name]) for name in second}


def test_what_came_after_the_page_is_left(article, somebody):
    shown = comment(article)
    snapshot = Snapshot.now()
    newer = comment(article)

    done = decide_all(WAITING.all(), snapshot, Status.SPAM, by=somebody)

    assert (done.count, done.left) == (1, 1)
    assert statuses([shown, newer]) == [Status.SPAM, Status.PENDING]


def test_what_somebody_decided_on_after_the_page_is_left(article, somebody):
    read, untouched = comment(article), comment(article)
    snapshot = Snapshot.now()
    moderation.decide([read.pk], Status.APPROVED)
    moderation.decide([read.pk], Status.PENDING, reason="Tanya dulu.")

    done = decide_all(WAITING.all(), snapshot, Status.SPAM, by=somebody)

    assert (done.count, done.left) == (1, 1)
    assert statuses([read, untouched]) == [Status.PENDING, Status.SPAM]


def test_looking_at_an_address_is_no_decision_since(article, somebody):
    one = comment(article)
    snapshot = Snapshot.now()
    moderation.look_at_email(one, by=somebody)

    assert decide_all(WAITING.all(), snapshot, Status.SPAM, by=somebody)[1:] == (1, 0)


def test_what_was_not_visible_yet_is_left_though_its_number_is_smaller(article, somebody):
    """PostgreSQL: who began first may be done later."""
    late, shown = comment(article), comment(article)
    snapshot = Snapshot(Newest(shown.pk, ((late.pk, late.pk),)), Snapshot.now().lines)

    done = decide_all(WAITING.all(), snapshot, Status.SPAM, by=somebody)

    assert (done.count, done.left) == (1, 1)
    assert statuses([late, shown]) == [Status.PENDING, Status.SPAM]


def test_gap_among_the_newest_is_noted(article):
    first, gone, last = (comment(article) for _ in range(3))
    Finding.objects.filter(comment=gone).delete()
    gone.delete()

    newest = Snapshot.now().comments
    assert newest.number == last.pk
    assert newest.missing[0] == (first.pk + 1, last.pk - 1)


def test_what_nobody_may_decide_on_stays(article, somebody):
    withdrawn = comment(article, status=Status.WITHDRAWN)
    unconfirmed = comment(article)
    Comment.objects.filter(pk=unconfirmed.pk).update(status=Status.UNCONFIRMED)

    done = decide_all(Comment.objects.all(), Snapshot.now(), Status.APPROVED, by=somebody)

    assert done.count == 0
    assert statuses([withdrawn, unconfirmed]) == [Status.WITHDRAWN, Status.UNCONFIRMED]
    assert decide_all(Comment.objects.all(), Snapshot.now(), Status.APPROVED, by=None).count == 1


def test_what_was_erased_stays_so(article, somebody):
    hollow = comment(article, status=Status.TRASH)
    Comment.objects.filter(pk=hollow.pk).update(body="", body_html="")

    assert decide_all(Comment.objects.all(), Snapshot.now(), Status.APPROVED, by=somebody)[1:] == (0, 0)


@pytest.mark.parametrize(("status", "ground"), [("withdrawn", ""), ("", ""), ("approved", "tidak-ada")])
def test_what_is_no_decision_changes_nothing(article, somebody, status, ground):
    comment(article)
    with pytest.raises(ValidationError):
        decide_all(Comment.objects.all(), Snapshot.now(), status, by=somebody, ground=ground)
    assert Decision.objects.count() == 0


def test_filter_that_shows_nothing_changes_nothing(article, somebody):
    comment(article)
    for nothing in (Comment.objects.none(), Comment.objects.filter(pk__in=[]), WAITING.filter(name="Tidak ada")):
        assert decide_all(nothing, Snapshot.now(), Status.SPAM, by=somebody)[1:] == (0, 0)
    assert moderation.undo(moderation.new_batch(), by=somebody)[:2] == (0, 0)
    assert Decision.objects.count() == 0


def test_every_story_is_told_once_and_no_other(article, somebody):
    other, still = published_article(headline="Dua"), published_article(headline="Tiga")
    for story in (article, article, other):
        comment(story)
    comment(still, status=Status.SPAM)

    batch = []
    assert raised(
        lambda: batch.append(decide_all(WAITING.all(), Snapshot.now(), Status.APPROVED, by=somebody).batch),
        article,
        other,
        still,
    ) == [1, 1, 0]
    assert raised(lambda: moderation.undo(batch[0], by=somebody), article, other, still) == [1, 1, 0]


@pytest.mark.parametrize(
    "ask",
    [
        lambda: Comment.objects.filter(article__headline__contains="Dua"),
        lambda: Comment.objects.filter(findings__name__in=["links", "words"]).distinct(),
        lambda: Comment.objects.for_queue().filter(status="pending").order_by("-created_at")[:2],
        lambda: Comment.objects.filter(pk__in=Finding.objects.filter(name="links").values("comment")),
    ],
    ids="story rule first-two within".split(),
)
def test_any_question_will_do(article, somebody, ask):
    comment(article)
    for _ in range(2):
        comment(published_article(headline="Dua"), held_for=["links", "words"])

    assert decide_all(ask(), Snapshot.now(), Status.SPAM, by=somebody)[1:] == (2, 0)
    assert set(WAITING.values_list("article__headline", flat=True)) == {article.headline}


def test_number_of_queries_does_not_grow(article, somebody, django_assert_max_num_queries):
    for amount in (1, 60):
        for number in range(amount):
            comment(published_article() if number % 3 else article)
        with django_assert_max_num_queries(14):
            done = decide_all(WAITING.all(), Snapshot.now(), Status.APPROVED, by=somebody)
        with django_assert_max_num_queries(14):
            assert moderation.undo(done.batch, by=somebody)[:2] == (amount, 0)
        decide_all(WAITING.all(), Snapshot.now(), Status.SPAM, by=somebody)


numbers = st.integers(0, 10**18 - 1)
newest = st.lists(numbers, min_size=1, max_size=9, unique=True).map(
    lambda drawn: Newest(max(drawn), tuple(zip(*[iter(sorted(drawn)[:-1])] * 2, strict=False)))
)


@given(st.builds(Snapshot, newest, newest))
def test_snapshot_is_read_as_it_was_written(snapshot):
    assert Snapshot.read(str(snapshot)) == snapshot


@given(st.one_of(st.text(max_size=20), st.text("0123456789-.", max_size=40)))
def test_anything_else_is_no_snapshot(text):
    with contextlib.suppress(ValueError):
        assert str(Snapshot.read(text)).replace("0", "") == text.replace("0", "")


FORGED = ["", "1", "1.2.3", "a.b", "-1.2", "1.٣", "5-1.2", "5-3-1.2", "5-1-6.2", "1." + "9" * 5000]


@pytest.mark.parametrize("text", FORGED)
def test_forged_snapshot_is_refused(text):
    with pytest.raises(ValueError, match=r"snapshot|number|unpack|zip"):
        Snapshot.read(text)
