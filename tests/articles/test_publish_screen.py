"""The screen between "Publish" and the readers."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing
from articles.models import Article, Category, Kind, Revision, Status
from tests.articles.factories import draft, photo, published_article, report
from tests.articles.screen import address, edited, filled_in, menu, now, page, press
from tests.articles.test_at_once import at_once
from tests.articles.test_story_form import change, filled
from tests.holding import held_by_another

HOUR = timedelta(hours=1)
LATER = {"hour_0": "2031-11-24", "hour_1": "07:00"}


# What it shows


def test_screen_shows_what_goes_out_with_the_label_the_part_will_get(editor):
    whole = report()
    published_article(report=whole)
    publishing.schedule(draft(report=whole), timezone.now() + HOUR)
    news = Category.objects.create(name="Pemerintahan", slug="pemerintahan")
    shown = photo(alt="Gong raker")
    third = draft(
        report=whole,
        headline="Hari Ketiga",
        standfirst="Raker ditutup.",
        category=news,
        lead_photo=shown,
        tags=["raker"],
    )
    seen = page(editor, third)
    for words in (
        "Hari Ketiga (Part III)",
        "Raker ditutup.",
        "Pemerintahan",
        "Gong raker",
        "raker",
        third.absolute_url,
    ):
        assert words in seen
    assert now(third).status == Status.DRAFT


def test_screen_of_a_published_story_says_what_changes_for_readers(editor, article, client):
    edited(article, headline="Judul Baru", slug="judul-baru")
    seen = page(editor, article)
    assert re.search(r"<del[^>]*>.*Tinjau", seen)
    assert re.search(r"<ins[^>]*>.*Judul Baru", seen)
    assert "judul-baru" in seen

    answer = press(editor, address(article), reason="Nama dibetulkan")

    assert answer["Location"] == menu(article)
    row = now(article)
    assert (row.headline, row.head.kind, row.head.reason) == ("Judul Baru", Kind.PUBLISH, "Nama dibetulkan")
    assert row.head.author == editor.user
    assert client.get(f"/berita/{article.slug}/")["Location"].endswith("/berita/judul-baru/")


def test_screen_has_no_hour_for_what_readers_see(editor, article):
    edited(article, headline="Judul Baru")
    assert 'name="hour_0"' not in page(editor, article)
    assert press(editor, address(article), "at", **LATER).status_code == 422
    assert now(article).is_public
    assert now(article).headline == article.headline


@pytest.mark.parametrize("group", ["Penulis", "Moderator", "Pimpinan", "Administrator"])
def test_screen_is_for_those_who_publish(signed_in, group):
    client = signed_in(group)
    story = draft(author=client.user)
    assert client.get(address(story)).status_code == 403
    assert client.post(address(story), {"when": "now"}).status_code == 403
    assert client.post(address(story), {"mend": "spaces"}).status_code == 403
    assert now(story).status == Status.DRAFT


@pytest.mark.parametrize("down", [publishing.put_in_bin, lambda story: publishing.withdraw(story, reason="Keliru.")])
def test_what_was_taken_down_is_not_published_from_here(editor, article, down):
    down(article)
    for answer in (editor.get(address(article)), editor.post(address(article), {"when": "now"})):
        assert answer.status_code == 403 or answer["Location"] == change(article)
    assert not Article.objects.published().exists()


# When


def test_hour_makes_an_embargo_that_opens_by_itself(editor, client):
    story = draft()
    answer = press(editor, address(story), "at", **LATER)
    assert answer["Location"] == menu(story)
    assert now(story).is_under_embargo
    assert client.get(story.get_absolute_url()).status_code == 404
    form = editor.get(change(story)).content.decode()
    assert "24 November 2031, 07.00 WITA" in form
    assert re.search(r"\d+\s(tahun|years)", form)  # the time left
    assert "24 November 2031, 07.00 WITA" in page(editor, story)


def test_hour_noted_on_a_draft_is_filled_in(editor):
    story = publishing.plan(draft(), timezone.now().replace(microsecond=0) + HOUR)
    held = filled_in(page(editor, story))
    local = timezone.localtime(story.published_at)
    assert (held["hour_0"], held["hour_1"]) == (f"{local:%Y-%m-%d}", f"{local:%H:%M}")


def test_hour_may_be_typed_as_it_is_spoken(editor):
    story = draft()
    press(editor, address(story), "at", hour_0="24/11/2031", hour_1="07.00")
    assert now(story).published_at.isoformat() == "2031-11-23T23:00:00+00:00"


@pytest.mark.parametrize(
    ("day", "hour"), [("", ""), ("2031-11-24", ""), ("besok", "pagi"), ("0001-01-01", "00:00"), ("9999-12-31", "23:59")]
)
def test_hour_that_is_none_is_said_and_what_was_typed_stays(editor, day, hour):
    story = draft()
    answer = press(editor, address(story), "at", hour_0=day, hour_1=hour, reason="Untuk besok")
    assert answer.status_code == 422
    kept = filled_in(answer.content.decode())
    assert (kept.get("hour_0", ""), kept.get("hour_1", ""), kept["reason"]) == (day, hour, "Untuk besok")
    assert now(story).status == Status.DRAFT


def test_hour_long_past_is_asked_about_before_the_story_is_dated_back(editor):
    story = draft()
    back = {"hour_0": "2019-04-24", "hour_1": "07:23"}
    answer = press(editor, address(story), "at", **back)
    assert answer.status_code == 422
    assert 'name="is_dated_back"' in answer.content.decode()
    assert now(story).status == Status.DRAFT

    press(editor, address(story), "at", **back, is_dated_back="on")
    assert now(story).published_at.isoformat() == "2019-04-23T23:23:00+00:00"


def test_hour_that_passed_while_one_read_is_no_fault(editor):
    story = draft()
    just = timezone.localtime() - timedelta(minutes=3)
    press(editor, address(story), "at", hour_0=f"{just:%Y-%m-%d}", hour_1=f"{just:%H:%M}")
    assert now(story).is_public


def test_embargo_is_opened_at_once_or_moved_from_the_screen(editor):
    story = publishing.schedule(draft(), timezone.now() + HOUR)
    press(editor, address(story), "at", **LATER)
    assert now(story).published_at.year == 2031
    press(editor, address(story), "now")
    assert now(story).is_public


def test_new_hour_of_an_embargo_comes_along_from_the_form(editor):
    story = publishing.schedule(draft(), timezone.now() + HOUR)
    hour = {"publish_at_0": "24/11/2031", "publish_at_1": "07.00"}
    answer = editor.post(change(story), filled(slug=story.slug, _publish="1", **hour))
    assert now(story).published_at.year != 2031
    press(editor, answer["Location"])
    assert now(story).published_at.year == 2031


# Two at once, and a busy moment


def test_second_of_two_who_publish_is_told_and_nothing_is_doubled(editor, signed_in):
    story, second = draft(), signed_in("Redaktur")
    held = filled_in(page(second, story))
    press(editor, address(story))

    answer = second.post(address(story), held | {"when": "now"}, follow=True)

    assert answer.redirect_chain[-1][0] == menu(story)
    assert str(editor.user)[1:] in answer.content.decode()  # a sentence begins with a capital
    assert Revision.objects.filter(article=story, kind=Kind.PUBLISH).count() == 1


def test_four_who_publish_in_one_moment_publish_once(transactional_db, signed_in):
    story = draft()
    clients = [signed_in("Redaktur") for _n in range(4)]
    held = [filled_in(page(client, story)) for client in clients]

    answers = at_once(lambda n: clients[n].post(address(story), held[n] | {"when": "now"}), 4)

    assert {answer["Location"] for answer in answers} == {menu(story)}
    assert Revision.objects.filter(article=story, kind=Kind.PUBLISH).count() == 1


def test_second_of_two_who_schedule_does_not_move_the_hour(editor, signed_in):
    story, second = draft(), signed_in("Redaktur")
    held = filled_in(page(second, story))
    press(editor, address(story), "at", **LATER)
    second.post(address(story), held | {"when": "now"})
    assert now(story).is_under_embargo


def test_text_saved_after_the_screen_was_opened_is_looked_at_before_it_goes_out(editor, client):
    story = draft()
    held = filled_in(page(editor, story))
    edited(story, headline="Belum dilihat redaktur")
    answer = editor.post(address(story), held | {"when": "now"}, follow=True)
    assert answer.redirect_chain[-1][0] == address(story)
    assert now(story).status == Status.DRAFT
    assert "Belum dilihat redaktur" in answer.content.decode()


def test_nothing_new_to_publish_leads_to_the_menu(editor, article):
    before = Revision.objects.count()
    assert press(editor, address(article))["Location"] == menu(article)
    assert Revision.objects.count() == before


@pytest.mark.django_db(transaction=True)
def test_busy_database_keeps_what_was_typed_on_the_screen(editor):
    story = draft()
    held = filled_in(page(editor, story)) | {"reason": "Sudah diperiksa Kabag"}
    with held_by_another("articles_article"):
        answer = editor.post(address(story), held | {"when": "now"})
    assert answer.status_code == 503
    assert "Sudah diperiksa Kabag" in answer.content.decode()
    assert editor.post(address(story), held | {"when": "now"})["Location"] == menu(story)


def test_screen_asks_no_more_for_a_report_of_many_parts(editor, django_assert_max_num_queries):
    whole = report()
    for _n in range(12):
        published_article(report=whole)
    story = draft(report=whole, lead_photo=photo(), tags=["a", "b", "c"])
    with django_assert_max_num_queries(24):
        page(editor, story)
