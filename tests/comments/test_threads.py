"""Threads under a story: who stands under whom, as deep as the newsroom allows."""

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tried
from hypothesis import strategies as st

from comments import moderation
from comments.models import Comment, Status
from comments.threads import discussion_of
from humas.base.models import Newsroom
from tests.articles.factories import published_article
from tests.comments.factories import comment
from tests.comments.lineages import indents, rows, settings, shown_on
from tests.comments.page import Page, whole_page

GONE = "Komentar ini tidak lagi ditampilkan."


def page_of(client, article, query=""):
    response = client.get(article.get_absolute_url() + query)
    assert response.status_code == 200
    return Page(response)


def gaps(page):
    return page.all("p", **{"class": "comment-gone"})


def test_answer_to_an_answer_stands_under_it(reader, article):
    first, second, third = rows(article, 3, above=lambda n: n - 1 if n else None)
    page = page_of(reader, article)
    assert indents(page) == {first.pk: 0, second.pk: 1, third.pk: 2}
    assert page.all("p", **{"class": "comment-to"}) == []


def test_answers_deeper_than_allowed_stand_at_the_deepest_level_and_name_whom_they_answer(reader, article):
    made = rows(article, 6, above=lambda n: n - 1 if n else None)
    settings(thread_depth=2)
    page = page_of(reader, article)
    assert indents(page) == {made[0].pk: 0} | {one.pk: 1 for one in made[1:]}
    assert shown_on(page) == [one.pk for one in made]
    named = [one.text for one in page.all("p", **{"class": "comment-to"})]
    assert named == [f"menjawab {one.name}" for one in made[1:-1]]


def test_answers_below_the_third_indent_name_whom_they_answer(reader, article):
    made = rows(article, 6, above=lambda n: n - 1 if n else None)
    settings(thread_depth=10)
    page = page_of(reader, article)
    assert list(indents(page).values()) == [0, 1, 2, 3, 4, 5]
    assert [one.text for one in page.all("p", **{"class": "comment-to"})] == [
        f"menjawab {made[3].name}",
        f"menjawab {made[4].name}",
    ]


def test_newsroom_without_answers_shows_those_it_has_in_a_row(reader, article):
    made = rows(article, 4, above=lambda n: n - 1 if n else None, status=lambda n: "spam" if n == 1 else "approved")
    settings(thread_depth=1)
    page = page_of(reader, article)
    assert indents(page) == {made[0].pk: 0, made[2].pk: 0, made[3].pk: 0}
    assert gaps(page) == []
    assert [one.text for one in page.all("p", **{"class": "comment-to"})] == [f"menjawab {made[2].name}"]
    assert "comment-acts" not in page.html


@pytest.mark.parametrize("status", ["spam", "trash", "withdrawn", "pending"])
def test_gap_stands_where_a_comment_went_that_has_answers(reader, article, status):
    top, middle, answer = rows(article, 3, above=lambda n: n - 1 if n else None)
    Comment.objects.filter(pk=middle.pk).update(status=status)
    page = page_of(reader, article)
    assert [one.text for one in gaps(page)] == [GONE]
    assert indents(page) == {top.pk: 0, answer.pk: 2}
    assert middle.name not in page.html
    moderation.decide([answer.pk], Status.TRASH)
    assert gaps(page_of(reader, article)) == []


def test_several_gone_in_a_row_are_one_gap(reader, article):
    made = rows(article, 6, above=lambda n: n - 1 if n else None, status=lambda n: "approved" if n == 5 else "spam")
    settings(thread_depth=4)
    page = page_of(reader, article)
    assert len(gaps(page)) == 1
    assert indents(page) == {made[5].pk: 1}


def test_comments_never_shown_leave_no_gap(reader, article):
    rows(article, 5, status="spam", above=lambda n: n - 1 if n else None)
    page = page_of(reader, article)
    assert gaps(page) == []
    assert page.by_id("komentar").text == "Belum ada komentar"


def test_comment_whose_parent_is_of_another_story_stands_alone(reader, article):
    stranger = comment(published_article(), status=Status.APPROVED, name="Orang Lain")
    made, answer = rows(article, 2, above=lambda n: n - 1 if n else None)
    Comment.objects.filter(pk=made.pk).update(parent=stranger)
    page = page_of(reader, article)
    assert indents(page) == {made.pk: 0, answer.pk: 1}
    assert "Orang Lain" not in page.html


@pytest.mark.parametrize("depth", [1, 2, 10])
def test_circle_made_by_hand_is_shown_once(reader, article, depth):
    made = rows(article, 6, above=lambda n: n - 1 if n else None)
    Comment.objects.filter(pk=made[0].pk).update(parent=made[3])
    settings(thread_depth=depth)
    page = page_of(reader, article)
    assert sorted(shown_on(page)) == [one.pk for one in made]


def test_chain_ten_thousand_deep_is_shown_in_as_many_queries_as_a_short_one(
    reader, article, django_assert_max_num_queries
):
    made = rows(article, 10_000, above=lambda n: n - 1 if n else None, status=lambda n: "spam" if n % 3 else "approved")
    shown = [one.pk for one in made[::3]]
    for depth in (1, 2, 10):
        newsroom = settings(thread_depth=depth)
        with django_assert_max_num_queries(5):
            discussion = discussion_of(article, newsroom)
        assert discussion.count == len(shown)
        assert [one.pk for one in discussion.comments] == (shown[:50] if depth == 1 else shown)
    page = page_of(reader, article)
    assert shown_on(page) == shown
    assert max(indents(page).values()) == 9
    last = Comment.objects.get(pk=shown[-1])
    assert last.get_absolute_url() == f"{article.get_absolute_url()}#komentar-{last.pk}"
    assert reader.reply(article, parent=str(last.pk), token=page.value("token")).status_code == 422


def test_answer_is_offered_and_taken_as_deep_as_is_allowed(reader, article):
    made = rows(article, 4, above=lambda n: n - 1 if n else None)
    for depth in (1, 2, 3, 4, 5):
        settings(thread_depth=depth)
        page = page_of(reader, article)
        taking = [one for one in made if f'href="?balas={one.pk}#balasan"' in page.html]
        assert taking == made[: depth - 1]
        for one in made:
            email = f"warga{depth}{one.pk}@contoh.id"
            response = reader.reply(article, parent=str(one.pk), email=email, token=page.value("token"))
            assert response.status_code == (303 if one in taking else 422)


@pytest.mark.wordpress("2a Threading")
def test_answer_that_would_stand_too_deep_is_sent_back_with_its_words(reader, article):
    settings(thread_depth=2)
    _first, second = rows(article, 2, above=lambda n: n - 1 if n else None)
    page = whole_page(reader.reply(article, parent=str(second.pk), body="Betul sekali."))
    assert page.value("body") == "Betul sekali."
    assert page.value("parent") == ""
    assert "Balasan tidak dapat lebih dalam dari ini." in page.by_id("errors-title").parents[-1].text
    assert reader.reply(article, **page.values()).status_code == 303
    assert Comment.objects.latest("pk").parent is None


statuses = st.sampled_from(["approved", "approved", "approved", "spam", "pending", "withdrawn"])
forests = st.lists(
    st.tuples(st.none() | st.integers(0, 30), statuses, st.integers(0, 5), st.booleans()), min_size=1, max_size=25
)


@tried(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(forests, st.integers(1, 5), st.sampled_from([1, 2, 5]), st.booleans())
def test_every_shown_comment_stands_once_on_its_page_within_depth(article, forest, depth, size, is_newest_first):
    """Whatever rows are stored: parents gone, foreign, younger, in circles; times out of order."""
    Comment.objects.update(parent=None)
    Comment.objects.all()._raw_delete("default")
    other = getattr(article, "other", None) or published_article()
    article.other = other
    made = rows(article, len(forest), status=lambda n: forest[n][1], at=lambda n: forest[n][2])
    for n, (parent, _status, _at, is_foreign) in enumerate(forest):
        if is_foreign and n % 5 == 0:
            Comment.objects.filter(pk=made[n].pk).update(article=other)
        if parent is not None and parent < len(made) and parent != n:
            Comment.objects.filter(pk=made[n].pk).update(parent=made[parent])
    newsroom = settings(thread_depth=depth, comments_per_page=size, is_newest_first=is_newest_first)

    for story in (article, other):
        shown = list(Comment.objects.public().filter(article=story))
        first = discussion_of(story, newsroom)
        pages = [discussion_of(story, newsroom, n + 1) for n in range(first.pages)]
        found = [one for page in pages for one in page.comments]
        assert sorted(one.pk for one in found) == sorted(one.pk for one in shown)
        assert discussion_of(story, newsroom, first.pages + 1) is None
        tops = [block.at for page in pages for block in page.threads]
        assert tops == sorted(tops, reverse=is_newest_first)
        assert all(len(page.threads) <= size for page in pages)
        Comment.objects.find_pages(shown)
        where = {one.pk: page.page for page in pages for one in page.comments}
        assert {one.pk: one.page for one in shown} == where
        for page in pages:
            for block in page.threads:
                look_through(block, 1, depth)


def look_through(block, level, depth):
    assert block.level == level <= depth
    assert block.comment or block.answers
    assert [one.at for one in block.answers] == sorted(one.at for one in block.answers)
    for answer in block.answers:
        assert block.comment or answer.comment, "two gaps in a row"
        look_through(answer, level + 1, depth)


@tried(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(-2, 12) | st.text(max_size=6) | st.integers(10**17, 10**25), st.integers(1, 4))
@pytest.mark.wordpress("2a Threading")
def test_whatever_parent_is_sent_none_is_foreign_gone_or_too_deep(reader, article, sent, depth):
    if not Comment.objects.exists():
        rows(article, 6, above=lambda n: n - 1 if n else None, status=lambda n: "pending" if n == 3 else "approved")
        rows(published_article(), 4)
    settings(thread_depth=depth)
    first = Comment.objects.earliest("pk").pk
    value = str(first + sent) if isinstance(sent, int) and sent < 100 else str(sent)
    before = set(Comment.objects.values_list("pk", flat=True))

    response = reader.reply(article, parent=value, email="lain@contoh.id", body=f"Kata {len(before)}")

    assert response.status_code in (303, 422)
    for stored in Comment.objects.exclude(pk__in=before).select_related("parent"):
        assert stored.article == article
        if stored.parent:
            assert stored.parent.article_id == article.pk
            assert stored.parent.status == Status.APPROVED
            assert level_of(stored) <= depth
    Comment.objects.exclude(pk__in=before)._raw_delete("default")


def level_of(one):
    return 1 if one.parent is None else 1 + level_of(one.parent)


def test_settings_of_the_newsroom_begin_with_three_levels(db):
    assert Newsroom().thread_depth == 3
