import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles import ordering, publishing
from articles.models import Article, Category, Report, Status
from humas.base.times import short_time
from tests.articles.factories import draft, published_article, report
from tests.articles.screen import menu, publish_from_form
from tests.articles.test_story_form import ADD, change, errors, filled

HOUR = timedelta(hours=1)
ACTS = ("urutan", "umumkan", "berikutnya")


def screen(whole):
    return f"/admin/articles/report/{whole.pk}/change/"


def act(client, whole, name, **data):
    return client.post(f"/admin/articles/report/{whole.pk}/{name}/", data)


def seen(whole):
    return ",".join(str(part.pk) for part in ordering.parts(whole))


def headlines(whole):
    return [part.headline for part in ordering.parts(whole)]


def three(make=published_article):
    whole = report()
    return whole, [make(report=whole, headline=f"Judul {letter}") for letter in "ABC"]


def rows(page):
    return re.findall(r'<li class="order-part.*?</li>', page, re.S)


def test_screen_shows_every_part_in_its_state_and_what_readers_see_of_it(editor):
    whole, (first, second, third) = three(draft)
    publishing.publish(first)
    waits = publishing.schedule(second, timezone.now() + HOUR)
    page = editor.get(screen(whole)).content.decode()

    one, two, three_ = rows(page)
    assert "Part I" in one
    assert short_time(waits.published_at) in two
    assert 'class="state state-embargo"' in two
    assert 'class="state state-draft"' in three_
    readers = page[page.index('class="report-readers"') :]
    assert first.headline in readers
    assert second.headline not in readers
    assert third.headline not in readers


def test_parts_are_moved_by_buttons_that_need_no_script(editor):
    whole, (_first, _second, third) = three()
    answer = act(editor, whole, "urutan", seen=seen(whole), up=third.pk)
    assert answer.status_code == 303
    assert headlines(whole) == ["Judul A", "Judul C", "Judul B"]

    page = editor.get(answer["Location"]).content.decode()
    [focused] = re.findall(r"<button[^>]*autofocus[^>]*>", page)
    assert f'name="up" value="{third.pk}"' in focused
    assert "Part II" in rows(page)[1]
    answer = act(editor, whole, "urutan", seen=seen(whole), up=third.pk)
    [focused] = re.findall(r"<button[^>]*autofocus[^>]*>", editor.get(answer["Location"]).content.decode())
    assert f'name="down" value="{third.pk}"' in focused  # it can go no further up


def test_dragged_order_is_given_whole(editor):
    whole, parts = three()
    order = ",".join(str(part.pk) for part in reversed(parts))
    act(editor, whole, "urutan", seen=seen(whole), order=order)
    assert headlines(whole) == ["Judul C", "Judul B", "Judul A"]


@pytest.mark.parametrize("data", [{}, {"order": "x"}, {"order": "1,2"}, {"up": "x"}, {"up": "9" * 30}, {"down": "0"}])
def test_order_that_makes_no_sense_changes_nothing(editor, data):
    whole, _parts = three()
    assert act(editor, whole, "urutan", seen=seen(whole), **data).status_code in (303, 404)
    assert act(editor, whole, "urutan", **data).status_code in (303, 404)
    assert headlines(whole) == ["Judul A", "Judul B", "Judul C"]


def test_editor_who_saw_an_older_order_is_told_and_moves_nothing(editor):
    whole, (first, second, _third) = three()
    old = seen(whole)
    ordering.move(first, "down")
    answer = act(editor, whole, "urutan", seen=old, up=second.pk)
    assert headlines(whole) == ["Judul B", "Judul A", "Judul C"]
    assert 'class="error"' in editor.get(answer["Location"]).content.decode()


@pytest.mark.parametrize("name", ACTS)
def test_acts_are_posts_of_people_with_a_session_and_its_token(editor, name):
    whole, (first, _second, _third) = three()
    address = f"/admin/articles/report/{whole.pk}/{name}/"
    assert editor.get(address).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor.user)
    assert strict.post(address, {"seen": seen(whole), "down": first.pk}).status_code == 403
    assert Client().post(address).status_code == 403  # the sign-in form, with what was sent
    assert act(editor, Report(pk=0), name).status_code == 404
    assert headlines(whole) == ["Judul A", "Judul B", "Judul C"]


@pytest.mark.parametrize("group", ["Penulis", "Moderator", "Administrator", "Pimpinan"])
def test_only_editors_order_and_announce(signed_in, group):
    client = signed_in(group)
    whole, (first, _second, _third) = three(draft)
    page = client.get(screen(whole)).content.decode()
    assert 'name="up"' not in page
    assert "reorder.js" not in page
    assert len(rows(page)) == 3
    assert act(client, whole, "urutan", seen=seen(whole), down=first.pk).status_code == 403
    assert act(client, whole, "umumkan", announce=first.pk).status_code == 403
    may_continue = group == "Penulis"
    assert ("/berikutnya/" in page) == may_continue
    assert act(client, whole, "berikutnya").status_code == (303 if may_continue else 403)
    assert Article.objects.filter(report=whole).count() == 3 + may_continue
    assert headlines(whole)[:3] == ["Judul A", "Judul B", "Judul C"]


def test_hour_of_a_planned_part_is_announced_by_a_button(editor, client):
    whole, (first, second, _third) = three(draft)
    publishing.publish(first)
    publishing.schedule(second, timezone.now() + HOUR)
    act(editor, whole, "umumkan", announce=second.pk)
    assert "part-announced" in client.get(whole.get_absolute_url()).content.decode()
    act(editor, whole, "umumkan", conceal=second.pk)
    assert "part-announced" not in client.get(whole.get_absolute_url()).content.decode()
    assert act(editor, whole, "umumkan", announce="x").status_code == 404


def test_next_part_begins_with_what_the_last_one_had(signed_in):
    writer = signed_in("Penulis")
    news = Category.objects.create(name="Pemerintahan", slug="pemerintahan")
    whole = report(title="Raker Humas", label_style="bagian_roman")
    published_article(
        report=whole, category=news, dateline="Rote Ndao", credit="Humas", tags=["Stefanus M. Saek, SE, M.Si.", "raker"]
    )
    answer = act(writer, whole, "berikutnya")
    part = Article.objects.latest("pk")
    assert answer["Location"] == change(part)
    assert (part.headline, part.status, part.author) == ("Raker Humas", Status.DRAFT, writer.user)
    assert (part.report, part.position) == (whole, 2)
    assert (part.category, part.dateline, part.credit) == (news, "Rote Ndao", "Humas")
    assert sorted(part.tag_names) == ["Stefanus M. Saek, SE, M.Si.", "raker"]
    assert writer.get(change(part)).status_code == 200

    assert act(writer, whole, "berikutnya")["Location"] == change(part)  # pressed twice
    writer.post(
        change(part),
        filled(headline="Hari Kedua", report=whole.pk, position=2, slug=part.slug, **{"initial-position": 2}),
    )
    part.refresh_from_db()
    assert part.slug == "hari-kedua"
    assert act(writer, whole, "berikutnya")["Location"] != change(part)


def test_first_number_says_what_it_changes_once_readers_know_numbers(editor, client):
    whole = report()
    unknown = editor.get(screen(whole)).content.decode()
    published_article(report=whole)
    known = editor.get(screen(whole)).content.decode()
    field = re.compile(r'field-first_number.*?class="help"[^>]*>(.*?)</div>', re.S)
    assert field.search(unknown)[1] != field.search(known)[1]

    fields = {"title": whole.title, "slug": whole.slug, "label_style": "part_roman", "is_finished": "True"}
    editor.post(screen(whole), fields | {"first_number": 3, "standfirst": "Sejak hari ketiga."})
    page = client.get(whole.get_absolute_url()).content.decode()
    assert "Part III" in page
    assert "Sejak hari ketiga." in page
    whole.refresh_from_db()
    assert whole.is_finished


# A part that may not open where it stands


def test_refused_part_is_moved_before_the_one_that_waits_and_opens(editor):
    whole, (first, second, third) = three(draft)
    answer = publish_from_form(
        editor, change(third), filled(slug=third.slug, headline="C", report=whole.pk, position=3)
    )
    choice = answer["Location"]
    page = editor.get(choice).content.decode()
    assert change(first) in page
    assert Article.objects.published().count() == 0

    answer = editor.post(choice, {"beside": first.pk})

    assert answer["Location"] == menu(third)
    assert headlines(whole) == ["C", first.headline, second.headline]
    assert Article.objects.published().get() == third
    assert editor.get(choice).status_code == 303  # nothing stands in the way any more


def test_refused_part_is_moved_behind_the_one_that_has_opened(editor):
    whole, (first, second, _third) = three(draft)
    publishing.publish(first)
    ordering.move(second, "up")
    at = (timezone.now() + HOUR).isoformat()
    choice = f"/admin/articles/article/{second.pk}/urutan/"
    answer = editor.post(f"{choice}?waktu={at.replace('+', '%2B')}", {"beside": first.pk})
    assert answer["Location"] == menu(second)
    assert headlines(whole)[:2] == [first.headline, second.headline]
    second.refresh_from_db()
    assert second.is_under_embargo


def test_part_passed_over_gives_way_instead_of_the_one_to_open(editor):
    whole, (first, second, third) = three(draft)
    publishing.publish(first)
    ordering.move(second, "up")  # a draft in front of an opened part
    choice = f"/admin/articles/article/{third.pk}/urutan/"
    editor.post(choice, {"beside": third.pk})
    assert headlines(whole) == [first.headline, third.headline, second.headline]
    assert Article.objects.published().count() == 2


def test_choice_is_for_editors_and_moves_only_what_it_offered(editor, signed_in):
    whole, (first, second, third) = three(draft)
    choice = f"/admin/articles/article/{third.pk}/urutan/"
    assert signed_in("Penulis").post(choice, {"beside": first.pk}).status_code == 403
    assert editor.post(choice, {"beside": second.pk}).status_code == 303
    assert editor.put(choice).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor.user)
    assert strict.post(choice, {"beside": first.pk}).status_code == 403
    assert headlines(whole) == ["Judul A", "Judul B", "Judul C"]
    assert not Article.objects.published().exists()


# The story's own form


def test_form_opened_before_the_parts_were_moved_does_not_move_its_part_back(editor):
    whole, (_first, _second, third) = three(draft)
    form = filled(slug=third.slug, headline="Diubah", report=whole.pk, position=3, **{"initial-position": 3})
    assert 'name="initial-position" value="3"' in editor.get(change(third)).content.decode()
    ordering.move(third, 1)
    editor.post(change(third), form)
    assert headlines(whole) == ["Diubah", "Judul A", "Judul B"]


def test_place_that_would_change_a_known_number_later_is_refused_with_the_words_kept(editor):
    whole = report()
    published_article(report=whole, position=5)
    waits = publishing.schedule(draft(report=whole, position=6), timezone.now() + HOUR)
    answer = editor.post(change(waits), filled(slug=waits.slug, headline="Baru", report=whole.pk, position=1))
    assert answer.status_code == 200
    assert errors(answer)
    assert 'value="Baru"' in answer.content.decode()
    waits.refresh_from_db()
    assert waits.position == 6


def test_address_of_a_story_in_the_bin_is_taken(editor):
    gone = publishing.put_in_bin(draft())
    assert errors(editor.post(ADD, filled(slug=gone.slug)))
