"""Several hidings at once: of two people in one moment, and crossing one another in any order."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comments import hiding, moderation
from comments.models import Comment, HiddenComment, Hiding
from comments.models.hiding import Scope
from tests.articles.factories import published_article
from tests.comments import lineages
from tests.comments.factories import comment
from tests.comments.identity.test_presses_at_once import at_once


@pytest.mark.django_db(transaction=True)
def test_presses_at_once_are_one_hiding_and_lifts_at_once_one_lifting(article, person):
    people = [person("Moderator") for _n in range(4)]
    comment(article, status="approved")
    story = hiding.Part(Scope.STORY, article_id=article.pk)
    for part in (hiding.EVERYTHING, story):
        given = at_once(*[lambda by=by, part=part: hiding.hide(part, by=by) for by in people])
        assert sorted(is_new for _made, is_new in given) == [False] * 3 + [True]
        (pk,) = {made.pk for made, _new in given}
        given = at_once(*[lambda by=by, pk=pk: hiding.lift(pk, by=by) for by in people])
        assert sorted(is_new for _row, is_new in given) == [False] * 3 + [True]
    assert Hiding.objects.count() == 2
    assert HiddenComment.objects.count() == 1
    assert Comment.objects.public().count() == 1


ACTS = st.one_of(
    st.tuples(st.just("all"), st.none()),
    st.tuples(st.just("story"), st.integers(0, 1)),
    st.tuples(st.just("list"), st.frozensets(st.integers(0, 5), min_size=1)),
    st.tuples(st.just("lift"), st.integers(0, 5)),
    st.tuples(st.just("decide"), st.tuples(st.integers(0, 5), st.sampled_from(["approved", "spam", "pending"]))),
)


@pytest.fixture
def town(person):
    """Two stories with three comments each, and who presses."""
    stories = [published_article(), published_article()]
    return person("Moderator"), stories, [row.pk for story in stories for row in lineages.rows(story, 3)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(acts=st.lists(ACTS, max_size=12))
def test_comment_is_shown_where_it_is_decided_to_be_and_no_hiding_in_force_holds_it(town, acts):
    with transaction.atomic():
        by, stories, numbers = town
        status, held = dict.fromkeys(numbers, "approved"), {}
        for act, what in acts:
            if act == "decide":
                moderation.decide([numbers[what[0]]], what[1], by=by)
                status[numbers[what[0]]] = what[1]
            elif act == "lift":
                for pk in list(held)[what : what + 1]:
                    hiding.lift(pk, by=by)
                    del held[pk]
            else:
                part, meant = _part(act, what, stories, numbers)
                made, is_new = hiding.hide(part, by=by)
                if is_new:
                    held[made.pk] = (act == "all", {n for n in meant if status[n] == "approved"})

        is_all = any(of_all for of_all, _numbers in held.values())
        holding = set().union(*(named for _all, named in held.values()))
        expected = {n for n in numbers if status[n] == "approved" and n not in holding and not is_all}
        assert set(Comment.objects.public().values_list("pk", flat=True)) == expected
        transaction.set_rollback(True)


def _part(act, what, stories, numbers):
    """(what to hide, the comments that this means)"""
    if act == "all":
        return hiding.EVERYTHING, []
    if act == "story":
        return hiding.Part(Scope.STORY, article_id=stories[what].pk), numbers[3 * what :][:3]
    meant = [numbers[place] for place in sorted(what)]
    return hiding.Part(Scope.LIST, addresses=str(meant), comments=frozenset(meant)), meant
