from datetime import timedelta
from itertools import permutations

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles import ordering, publishing, saving
from articles.models import Article
from humas.base import pages
from humas.base.models import PageVersion
from tests.articles.factories import draft, published_article, report
from tests.articles.test_at_once import at_once

HOUR = timedelta(hours=1)


def parts_of(whole):
    return list(Article.everything.filter(report=whole).order_by("position"))


def headlines(whole):
    return [part.headline for part in ordering.parts(whole)]


def places(whole):
    return dict(Article.everything.filter(report=whole).values_list("headline", "position"))


def labels(whole):
    return {part.headline: part.part_label for part in ordering.parts(whole)}


def three(make=published_article):
    whole = report()
    return whole, [make(report=whole, headline=headline) for headline in "ABC"]


def in_an_hour(hours=1):
    return timezone.now() + hours * HOUR


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_parts_take_any_order_and_are_numbered_anew(db, order):
    whole, parts = three()
    seen = [part.pk for part in parts]
    ordering.reorder(whole, [seen[place] for place in order], seen=seen)
    assert headlines(whole) == ["ABC"[place] for place in order]
    assert list(labels(whole).values()) == ["Part I", "Part II", "Part III"]


def test_up_and_down_move_a_step_and_stop_at_the_ends(db):
    whole, (first, _second, third) = three()
    assert ordering.move(third, "up") == 2
    assert headlines(whole) == ["A", "C", "B"]
    assert ordering.move(third, "down") == 3
    assert ordering.move(third, "down") == 3
    assert ordering.move(first, "up") == 1
    assert headlines(whole) == ["A", "B", "C"]
    assert ordering.move(first, 2) == 2
    assert headlines(whole) == ["B", "A", "C"]


def test_gap_left_for_an_earlier_part_stays_where_it_is(db):
    whole = report()
    published_article(report=whole, headline="B", position=2)
    last = published_article(report=whole, headline="D", position=9)
    ordering.move(last, "up")
    assert places(whole) == {"D": 2, "B": 9}


def test_part_in_the_bin_stays_behind_the_one_it_stood_behind(db):
    whole, (_first, second, third) = three()
    publishing.put_in_bin(second)
    ordering.move(third, "up")
    assert [part.headline for part in parts_of(whole)] == ["C", "A", "B"]
    publishing.take_out_of_bin(second)
    assert labels(whole) == {"C": "Part I", "A": "Part II", "B": "Part III"}


def test_reordering_touches_the_report_once_and_an_order_that_stands_touches_nothing(db):
    whole, parts = three()
    seen = [part.pk for part in parts]
    before = version(whole)
    ordering.reorder(whole, seen, seen=seen)
    assert version(whole) == before
    ordering.reorder(whole, seen[::-1], seen=seen)
    assert version(whole) == before + 1


def version(whole):
    return PageVersion.objects.get(subject=pages.report(whole.pk)).n


@pytest.mark.parametrize("spoil", ["missing", "twice", "foreign", "stale", "nothing"])
def test_list_that_is_not_the_parts_that_are_there_changes_nothing(db, spoil):
    whole, parts = three()
    seen = [part.pk for part in parts]
    order = seen[::-1]
    if spoil == "missing":
        order = order[1:]
    elif spoil == "twice":
        order = [*order[1:], order[1]]
    elif spoil == "foreign":
        order = [*order[1:], draft().pk]
    elif spoil == "stale":
        seen = order
    else:
        order = seen = []
    before, was = places(whole), version(whole)
    with pytest.raises(ValidationError) as refused:
        ordering.reorder(whole, order, seen=seen)
    assert refused.value.code == "order_changed"
    assert (places(whole), version(whole)) == (before, was)


@pytest.mark.parametrize("meanwhile", ["added", "binned", "moved", "taken_out"])
def test_editor_who_saw_another_order_moves_nothing(db, meanwhile):
    whole, parts = three(draft)
    seen = [part.pk for part in parts]
    if meanwhile == "added":
        draft(report=whole)
    elif meanwhile == "binned":
        publishing.put_in_bin(parts[0])
    elif meanwhile == "moved":
        ordering.move(parts[0], "down")
    else:
        parts[0].report = parts[0].position = None
        saving.save(parts[0])
    with pytest.raises(ValidationError) as refused:
        ordering.move(parts[2], "up", seen=seen)
    assert refused.value.code == "order_changed"


def test_story_in_no_report_and_part_in_the_bin_are_not_moved(db):
    with pytest.raises(ValidationError):
        ordering.move(draft(), "up")
    _whole, parts = three()
    with pytest.raises(ValidationError):
        ordering.move(publishing.put_in_bin(parts[1]), "up")


def refusal(act):
    with pytest.raises(ValidationError) as refused:
        act()
    return refused.value.code


def test_no_part_waits_in_front_of_one_that_has_opened(db):
    whole = report()
    opened = published_article(report=whole, headline="A", position=5)
    waiting = publishing.schedule(draft(report=whole, headline="B", position=6), in_an_hour())
    alone = published_article()

    assert refusal(lambda: ordering.move(waiting, "up")) == "waits_in_front"
    assert refusal(lambda: ordering.move(opened, "down")) == "waits_in_front"
    waiting.position = 1
    assert refusal(lambda: saving.save(waiting)) == "waits_in_front"
    alone.report = whole
    assert refusal(lambda: saving.save(alone)) == "waits_in_front"
    assert places(whole) == {"A": 5, "B": 6}


def test_no_part_waits_in_front_of_one_that_opens_sooner(db):
    whole, (first, second, _third) = three(draft)
    publishing.schedule(first, in_an_hour(1))
    publishing.schedule(second, in_an_hour(2))
    assert refusal(lambda: ordering.move(first, "down")) == "waits_in_front"
    publishing.unschedule(second)
    ordering.move(first, "down")
    assert headlines(whole) == ["B", "A", "C"]


def test_part_taken_out_of_the_bin_does_not_come_to_stand_behind_one_that_waits(db):
    whole, (first, second, _third) = three(draft)
    publishing.publish(first)
    publishing.put_in_bin(first)
    Article.everything.filter(pk=first.pk).update(position=9)
    publishing.schedule(second, in_an_hour())

    assert refusal(lambda: publishing.take_out_of_bin(first)) == "waits_in_front"
    assert not Article.objects.filter(pk=first.pk).exists()

    Article.everything.filter(pk=second.pk).update(published_at=timezone.now())
    publishing.take_out_of_bin(first)
    assert labels(whole) == {"B": "Part I", "C": "", "A": "Part II"}


@pytest.mark.parametrize("is_new", [True, False])
def test_part_in_the_bin_makes_room_for_one_that_is_put_in_its_place(db, is_new):
    whole, (_first, second, third) = three()
    publishing.put_in_bin(second)
    part = draft(headline="D") if is_new else third
    part.report, part.position = whole, 2
    saving.save(part)
    assert [row.headline for row in parts_of(whole)] == (["A", "D", "B", "C"] if is_new else ["A", "C", "B"])
    publishing.take_out_of_bin(second)


def test_place_taken_by_a_part_in_sight_is_refused(db):
    whole, (first, _second, third) = three()
    third.position = first.position
    assert refusal(lambda: saving.save(third)) == "position_taken"
    assert headlines(whole) == ["A", "B", "C"]


def test_story_saved_from_an_older_form_stays_in_the_state_others_brought_it_to(db):
    published, binned, withdrawn = draft(), draft(), published_article()
    forms = [Article.objects.get(pk=story.pk) for story in (published, binned, withdrawn)]
    publishing.publish(published)
    publishing.put_in_bin(binned)
    publishing.withdraw(withdrawn, reason="Keliru.")
    for form in forms:
        form.headline = "Diubah"
        saving.save(form)
    now = {story.pk: story for story in Article.everything.filter(head__snapshot__headline="Diubah")}
    assert now[published.pk].is_public
    assert now[binned.pk].binned_at
    assert now[withdrawn.pk].withdrawal_reason == "Keliru."


def sane(whole):
    """Positions and labels as they must be, whoever was quicker."""
    rows = ordering.parts(whole)
    numbers = [row.part_number for row in rows if row.was_opened]
    assert numbers == list(range(1, len(numbers) + 1))
    return rows


def test_of_two_editors_who_reorder_at_once_one_is_told(transactional_db):
    for _round in range(5):
        whole, parts = three()
        seen = [part.pk for part in parts]
        orders = [[seen[2], seen[0], seen[1]], seen[::-1]]

        results = at_once(lambda number, orders=orders, seen=seen, whole=whole: ordering.reorder(
            whole, orders[number], seen=seen), 2)  # fmt: skip

        refused = [result for result in results if isinstance(result, ValidationError)]
        assert [error.code for error in refused] == ["order_changed"], results
        winner = orders[results.index(None)]
        assert [part.pk for part in sane(whole)] == winner


def test_many_steps_at_once_lose_no_part(transactional_db):
    whole = report()
    parts = [published_article(report=whole) for _n in range(5)]
    results = at_once(lambda number: ordering.move(parts[number % 5], "up" if number % 2 else "down"), 8)
    assert all(isinstance(result, int) for result in results), results
    assert {part.pk for part in sane(whole)} == {part.pk for part in parts}
    assert sorted(places(whole).values()) == [1, 2, 3, 4, 5]


def test_part_moved_while_another_editor_bins_it(transactional_db):
    for _round in range(5):
        whole, parts = three()
        seen = [part.pk for part in parts]
        acts = [lambda parts=parts, seen=seen: ordering.move(parts[1], "up", seen=seen),
                lambda parts=parts: publishing.put_in_bin(parts[1])]  # fmt: skip

        moved, binned = at_once(lambda number, acts=acts: acts[number](), 2)

        assert isinstance(binned, Article), binned
        assert moved == 1 or (isinstance(moved, ValidationError) and moved.code == "order_changed"), moved
        assert [part.headline for part in sane(whole)] == ["A", "C"]
        publishing.take_out_of_bin(parts[1])
        sane(whole)


def test_two_embargoes_changed_at_once_do_not_cross(transactional_db):
    for _round in range(5):
        _whole, (first, second, _third) = three(draft)
        publishing.schedule(first, in_an_hour(1))
        publishing.schedule(second, in_an_hour(4))
        changes = [(first, in_an_hour(3)), (second, in_an_hour(2))]

        results = at_once(lambda number, changes=changes: publishing.schedule(*changes[number]), 2)

        assert sum(isinstance(result, ValidationError) for result in results) == 1, results
        first.refresh_from_db()
        second.refresh_from_db()
        assert first.published_at < second.published_at
