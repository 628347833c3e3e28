import re
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article, Category, Status
from tests.articles.factories import draft, photo, published_article, report
from tests.articles.screen import address, menu, press, publish_from_form

ADD = "/admin/articles/article/add/"


def filled(**fields):
    """What the story form sends when only a headline and a text were written."""
    return {
        "headline": "Wabup Buka Raker",
        "report": "",
        "position": "",
        "dateline": "",
        "standfirst": "",
        "body": "<p>Teks berita.</p>",
        "credit": "",
        "byline": "",
        "lead_photo": "",
        "lead_alt_own": "",
        "category": "",
        "tags": "",
        "slug": "",
        "is_open_to_comments": "on",
        "publish_at_0": "",
        "publish_at_1": "",
    } | fields


def change(story):
    return f"/admin/articles/article/{story.pk}/change/"


def errors(answer):
    return re.findall(r'<ul class="errorlist[^>]*>(.*?)</ul>', answer.content.decode(), re.S)


def test_saved_story_is_a_draft_of_the_one_who_wrote_it(signed_in, client):
    writer = signed_in("Penulis")

    answer = writer.post(ADD, filled())

    story = Article.objects.get()
    assert answer.status_code == 302
    assert (story.status, story.author, story.slug) == (Status.DRAFT, writer.user, "wabup-buka-raker")
    assert client.get(story.get_absolute_url()).status_code == 404


def test_fields_stand_in_the_order_one_writes(editor):
    page = editor.get(ADD).content.decode()
    order = ["headline", "report", "dateline", "standfirst", "body", "credit", "lead_photo", "category", "tags", "slug"]
    places = [page.index(f'name="{name}"') for name in order]
    assert places == sorted(places)


def test_publish_button_saves_then_asks_then_shows_the_story(editor, client):
    answer = editor.post(ADD, filled(_publish="1"))

    story = Article.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, address(story))
    assert client.get(story.get_absolute_url()).status_code == 404
    assert press(editor, answer["Location"])["Location"] == menu(story)
    assert client.get(story.get_absolute_url()).status_code == 200
    form = editor.get(change(story)).content.decode()
    assert 'class="viewsitelink"' in form


def test_publish_at_an_hour_is_an_embargo_in_the_newsrooms_clock(editor, client):
    publish_from_form(editor, ADD, filled(publish_at_0="24/11/2031", publish_at_1="07.00"))

    story = Article.objects.get()
    assert story.published_at.isoformat() == "2031-11-23T23:00:00+00:00"
    assert client.get(story.get_absolute_url()).status_code == 404
    assert "07.00 WITA" in editor.get(change(story)).content.decode()


def test_unreadable_hour_is_said_and_nothing_is_lost(editor):
    answer = editor.post(ADD, filled(_publish="1", publish_at_0="besok", publish_at_1="pagi"))
    assert answer.status_code == 200
    assert errors(answer)
    assert "Wabup Buka Raker" in answer.content.decode()
    assert not Article.everything.exists()


def test_part_that_may_not_open_yet_is_saved_and_says_why(editor):
    whole = report()
    waiting = draft(report=whole)
    answer = publish_from_form(editor, ADD, filled(report=whole.pk))
    assert waiting.headline in editor.get(answer["Location"]).content.decode()
    assert Article.objects.get(headline="Wabup Buka Raker").status == Status.DRAFT


def test_writer_neither_publishes_nor_changes_what_readers_have_seen(signed_in):
    writer = signed_in("Penulis")
    page = writer.get(ADD).content.decode()
    assert 'name="_publish"' not in page
    assert 'name="publish_at_0"' not in page

    writer.post(ADD, filled(_publish="1"))
    assert Article.objects.get().status == Status.DRAFT
    theirs = published_article(author=writer.user)
    assert writer.post(change(theirs), filled(headline="Diubah")).status_code == 403
    assert writer.post(change(draft()), filled(headline="Diubah")).status_code == 403
    assert not Article.objects.filter(headline="Diubah").exists()


def test_comma_belongs_to_the_tag_and_a_line_ends_it(editor):
    editor.post(ADD, filled(tags="Stefanus M. Saek, SE, M.Si.\r\nraker  humas\r\n\r\nRaker Humas"))
    story = Article.objects.get()
    assert sorted(story.tag_names) == ["Stefanus M. Saek, SE, M.Si.", "raker humas"]
    form = editor.get(change(story)).content.decode()
    assert re.search(r'<textarea name="tags"[^>]*>\s*raker humas\nStefanus M. Saek, SE, M.Si.</textarea>', form)


def test_plain_text_without_the_editor_becomes_paragraphs(editor):
    editor.post(ADD, filled(body="Paragraf satu.\r\n\r\nParagraf dua < tiga."))
    assert Article.objects.get().body == "<p>Paragraf satu.</p><p>Paragraf dua &lt; tiga.</p>"


def test_text_passes_the_cleaning_door(editor):
    editor.post(ADD, filled(body='<h2 onclick="x()">A</h2><p style="x">B<script>alert(1)</script></p>'))
    assert Article.objects.get().body == "<h2>A</h2><p>B</p>"


def test_text_nested_too_deep_is_refused_with_the_words_kept(editor):
    answer = editor.post(ADD, filled(body="<blockquote>" * 200 + "kata penting"))
    assert answer.status_code == 200
    assert errors(answer)
    assert "kata penting" in answer.content.decode()


def test_position_is_the_next_one_unless_given(editor):
    whole = report()
    draft(report=whole)
    editor.post(ADD, filled(report=whole.pk))
    editor.post(ADD, filled(headline="Lain", report=whole.pk, position="7"))
    assert list(Article.objects.order_by("pk").values_list("position", flat=True)) == [1, 2, 7]


def test_taken_position_and_taken_slug_are_said_at_their_fields(editor):
    whole = report()
    first = draft(report=whole)
    assert errors(editor.post(ADD, filled(report=whole.pk, position="1")))
    assert errors(editor.post(ADD, filled(slug=first.slug)))
    assert Article.objects.count() == 1


def test_equal_headlines_are_told_apart_by_date_then_hour(editor):
    for _n in range(3):
        editor.post(ADD, filled())
    now = timezone.localtime()
    assert list(Article.objects.order_by("pk").values_list("slug", flat=True)) == [
        "wabup-buka-raker",
        f"wabup-buka-raker-{now:%Y-%m-%d}",
        f"wabup-buka-raker-{now:%Y-%m-%d-%H}",
    ]


@pytest.mark.parametrize("headline", ["🎉🎉", "ꦱꦸꦒꦼꦁ", "…"])
def test_headline_without_latin_letters_still_has_an_address(editor, client, headline):
    publish_from_form(editor, ADD, filled(headline=headline))
    assert client.get(Article.objects.get().get_absolute_url()).status_code == 200


def test_photo_and_category_are_chosen_and_shown(editor, client):
    news = Category.objects.create(name="Pemerintahan", slug="pemerintahan")
    shown = photo(caption="Wabup memukul gong")
    publish_from_form(editor, ADD, filled(lead_photo=shown.pk, category=news.pk))
    page = client.get(Article.objects.get().get_absolute_url()).content.decode()
    assert "Wabup memukul gong" in page
    assert "Pemerintahan" in page


def test_changing_a_story_raises_its_pages(editor):
    from humas.base import pages
    from humas.base.models import PageVersion

    story = published_article()
    before = PageVersion.objects.get(subject=pages.article(story.pk)).n
    editor.post(change(story), filled(headline="Baru", slug=story.slug))
    assert PageVersion.objects.get(subject=pages.article(story.pk)).n == before  # kept, and not shown yet
    publish_from_form(editor, change(story), filled(headline="Baru", slug=story.slug))
    assert PageVersion.objects.get(subject=pages.article(story.pk)).n > before


def test_second_tab_saving_the_same_slug_is_answered_not_broken(editor):
    first, second = draft(), draft()
    answer = editor.post(change(second), filled(slug=first.slug))
    assert answer.status_code == 200
    assert errors(answer)


def test_embargo_is_shown_in_the_form_it_is_changed_in(editor):
    story = draft()
    hour = {"publish_at_0": "24/11/2031", "publish_at_1": "07.00"}
    publish_from_form(editor, change(story), filled(slug=story.slug, **hour))
    page = editor.get(change(story)).content.decode()
    assert 'name="publish_at_0" value="24/11/2031"' in page
    story.refresh_from_db()
    assert story.published_at > timezone.now() + timedelta(days=300)


def test_report_without_position_and_position_without_report_make_whole_sense(editor):
    editor.post(ADD, filled(position="4"))
    assert Article.objects.get().position is None


def test_emptied_slug_is_made_again_and_breaks_no_refused_form(editor):
    story = draft(headline="Lama")
    answer = editor.post(change(story), filled(headline="", slug=""))
    assert answer.status_code == 200
    editor.post(change(story), filled(headline="Judul Sama Sekali Baru", slug=""))
    story.refresh_from_db()
    assert story.slug == "judul-sama-sekali-baru"
