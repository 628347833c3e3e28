"""What stops a story on the screen before its readers, and what one press mends."""

import re

import pytest

from articles.models import Article, Category, Photo, Revision, Status
from humas.base.models import Newsroom
from tests.articles.factories import draft, photo, published_article, report
from tests.articles.screen import address, edited, filled_in, menu, now, page, press


def mend(client, story, key):
    base = filled_in(page(client, story))["base"]
    return client.post(address(story), {"mend": key, "base": base})


# What stops it


def test_story_without_text_is_refused_with_its_sentence(editor):
    story = draft(text="")
    answer = press(editor, address(story), reason="Segera")
    assert answer.status_code == 422
    assert 'class="publish-stops"' in answer.content.decode()
    assert filled_in(answer.content.decode())["reason"] == "Segera"
    assert now(story).status == Status.DRAFT


def test_photo_without_words_is_refused_until_its_caption_is_taken(editor, client):
    shown = photo(alt="IMG_2034.jpg", caption="Bupati memukul gong.")
    story = draft(lead_photo=shown)
    assert press(editor, address(story)).status_code == 422
    mend(editor, story, "alternative")
    assert press(editor, address(story))["Location"] == menu(story)
    assert 'alt="Bupati memukul gong."' in client.get(story.get_absolute_url()).content.decode()


def test_bureau_makes_advice_a_duty_on_its_settings_page(signed_in, editor):
    administrator = signed_in("Administrator")
    fields = {"name": "Humas", "label_style": "part_roman", "hashtags": "#HumasNTT"}
    story = draft()
    assert administrator.get("/admin/redaksi/").content.decode().count('name="required_checks"') == 11

    answer = administrator.post("/admin/redaksi/", fields | {"required_checks": ["category", "photo"]})

    assert answer.status_code in (302, 303)
    assert Newsroom.current().required_checks == ["category", "photo"]
    refused = press(editor, address(story))
    assert refused.status_code == 422
    assert refused.content.decode().count("check-blocking") == 2
    administrator.post("/admin/redaksi/", fields)
    assert press(editor, address(story))["Location"] == menu(story)


def test_settings_refuse_a_check_that_does_not_exist(signed_in):
    fields = {"name": "Humas", "label_style": "part_roman", "required_checks": ["headline", "zz"]}
    assert signed_in("Administrator").post("/admin/redaksi/", fields).status_code == 200
    assert Newsroom.current().required_checks == []


def test_settings_are_read_in_words_by_those_who_only_look(signed_in):
    Newsroom.objects.update_or_create(pk=1, defaults={"required_checks": ["category"]})
    seen = signed_in("Pimpinan").get("/admin/redaksi/").content.decode()
    assert "[&#x27;category&#x27;]" not in seen
    assert "[&quot;category&quot;]" not in seen


def test_list_publishes_only_what_the_checklist_lets_out(editor):
    good, bare = draft(), draft(lead_photo=photo(alt="foto"))
    chosen = {"action": "publish", "_selected_action": [good.pk, bare.pk]}
    answer = editor.post("/admin/articles/article/", chosen, follow=True)
    assert now(good).is_public
    assert now(bare).status == Status.DRAFT
    assert re.search(rf'class="error">{bare.headline}: ', answer.content.decode())


def test_part_out_of_order_is_said_on_the_screen_and_led_to_the_choice(editor):
    whole = report()
    first, second = draft(report=whole), draft(report=whole)
    choice = f"/admin/articles/article/{second.pk}/urutan/"
    seen = page(editor, second)
    assert first.headline in seen
    assert choice in seen
    assert press(editor, address(second))["Location"] == choice
    assert not Article.objects.published().exists()


def test_nothing_is_moved_for_a_part_that_may_not_go_out(editor):
    whole = report()
    first, second = draft(report=whole), draft(report=whole, text="")
    answer = editor.post(f"/admin/articles/article/{second.pk}/urutan/", {"beside": first.pk})
    assert answer["Location"] == address(second)
    assert [now(first).position, now(second).position] == [1, 2]


# Mending


def test_one_press_is_a_revision_that_says_what_it_did(editor):
    story = draft(text="Rote Ndao – Bupati hadir. Warga senang.")
    answer = mend(editor, story, "dateline")
    assert answer.status_code == 303
    row = now(story)
    assert (row.dateline, row.body) == ("Rote Ndao", "<p>Bupati hadir. Warga senang.</p>")
    assert (row.head.number, row.head.author) == (2, editor.user)
    assert row.head.reason
    mend(editor, story, "standfirst")
    assert now(story).standfirst == "Bupati hadir. Warga senang."
    assert "check-press" in page(editor, story)  # shown again


def test_last_category_of_the_writer_and_the_credit_of_the_house_are_given(editor, person):
    Newsroom.objects.update_or_create(pk=1, defaults={"credit": "Humaspro Rote Ndao"})
    writer = person("Penulis")
    last = Category.objects.create(name="Wisata", slug="wisata")
    Category.objects.create(name="Umum", slug="umum", is_default=True)
    draft(author=writer, category=last)
    draft(category=Category.objects.create(name="Lain", slug="lain"))
    story = draft(author=writer)
    for key in ("category", "credit", "byline"):
        mend(editor, story, key)
    row = now(story)
    assert (row.category, row.credit, row.byline) == (last, "Humaspro Rote Ndao", writer.printed_name)
    assert row.author == writer


def test_mending_a_published_story_waits_for_publish_changes(editor, client):
    story = published_article(text="Rote Ndao – Bupati hadir.")
    mend(editor, story, "dateline")
    assert now(story).dateline == ""
    assert now(story).has_unpublished_changes
    press(editor, address(story))
    assert 'class="dateline">Rote Ndao' in client.get(story.get_absolute_url()).content.decode()


def test_mending_what_somebody_saved_meanwhile_overwrites_nothing(editor):
    story = draft(text="Rote Ndao – Bupati hadir.")
    base = filled_in(page(editor, story))["base"]
    edited(story, headline="Judul orang lain")
    answer = editor.post(address(story), {"mend": "dateline", "base": base}, follow=True)
    assert now(story).head.snapshot["headline"] == "Judul orang lain"
    assert now(story).dateline == ""
    assert 'class="warning"' in answer.content.decode()


@pytest.mark.parametrize("key", ["zz", "", "headline", "tags"])
def test_press_that_mends_nothing_changes_nothing(editor, key):
    story = draft()
    assert mend(editor, story, key).status_code == 303
    assert Revision.objects.filter(article=story).count() == 1


def test_words_of_the_photo_are_judged_as_they_are_now(editor):
    shown = photo(alt="Gong raker")
    story = published_article(lead_photo=shown)
    Photo.objects.filter(pk=shown.pk).update(alt="")
    edited(story, headline="Judul Baru")
    assert press(editor, address(story)).status_code == 422
