import re
from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing
from articles.admin import bulk
from articles.models import Article, Category, Note, Status
from tests.articles.factories import draft, published_article

LIST = "/admin/articles/article/"
HOUR = timedelta(hours=1)


def act(client, action, *stories, where=LIST, **fields):
    data = {"action": action, "_selected_action": [story.pk for story in stories], **fields}
    return client.post(where, data, follow=True)


def test_actions_do_what_the_functions_do(editor):
    story = draft()
    act(editor, "publish", story)
    assert Article.objects.get().status == Status.PUBLISHED

    asked = act(editor, "withdraw", story)
    assert 'name="reason"' in asked.content.decode()
    assert Article.objects.get().status == Status.PUBLISHED
    act(editor, "withdraw", story, reason="")
    assert Article.objects.get().status == Status.PUBLISHED
    act(editor, "withdraw", story, reason="Keliru menyebut nama.", ground="child")
    assert Article.objects.get().withdrawal_reason == "Keliru menyebut nama."

    act(editor, "bring_back", story)
    assert Article.objects.get().status == Status.PUBLISHED
    act(editor, "put_in_bin", story)
    assert not Article.objects.exists()
    act(editor, "take_out_of_bin", story, where=f"{LIST}?keadaan=sampah")
    assert Article.objects.exists()


def test_what_cannot_be_done_is_said_and_the_rest_is_done(editor):
    good, bad = draft(), draft(text="")
    answer = act(editor, "publish", good, bad)
    assert bad.headline in answer.content.decode()
    good.refresh_from_db()
    assert good.status == Status.PUBLISHED


def test_writer_has_no_actions_of_editors(signed_in):
    writer = signed_in("Penulis")
    story = draft()
    page = writer.get(LIST).content.decode()
    assert not any(f'value="{name}"' in page for name in ("publish", "withdraw", "put_in_bin", "delete_selected"))
    act(writer, "publish", story)
    assert Article.objects.get().status == Status.DRAFT


def said(answer):
    return " ".join(str(message) for message in answer.context["messages"])


def everything(client, action, where=LIST, **fields):
    """The act, with "all that the filter shows" ticked beside it."""
    data = {"action": [action], "index": "0", "select_across": ["0", "1"], **fields}
    return client.post(where, data, follow=True)


def test_writer_hands_over_own_drafts_with_a_note(signed_in, person):
    writer = signed_in("Penulis")
    own, others = draft(author=writer.user), draft(author=person("Penulis"), headline="Punya orang")
    asked = act(writer, "hand_over", own, others)
    assert 'name="note"' in asked.content.decode()
    assert not Note.objects.exists()
    answer = act(writer, "hand_over", own, others, note="Mohon dicek.")
    assert list(Article.objects.filter(status=Status.IN_REVIEW)) == [own]
    assert Note.objects.get().text == "Mohon dicek."
    assert "Punya orang: " in said(answer)


def test_category_is_given_to_drafts_at_once_and_to_what_readers_know_as_a_change(editor):
    news = Category.objects.create(name="Ekonomi", slug="ekonomi")
    fresh, known = draft(), published_article()
    assert 'name="category"' in act(editor, "set_category", fresh, known).content.decode()
    answer = act(editor, "set_category", fresh, known, category=news.pk)
    assert "2 berita" in said(answer)
    fresh.refresh_from_db(), known.refresh_from_db()
    assert fresh.category == news
    assert known.category is None
    assert known.has_unpublished_changes
    publishing.publish(known)
    assert Article.objects.get(pk=known.pk).category == news
    assert fresh.head.author == editor.user


def test_category_given_twice_changes_nothing_and_a_wrong_one_is_asked_again(editor):
    news, story = Category.objects.create(name="Ekonomi", slug="ekonomi"), draft()
    for number in (1, 1):
        act(editor, "set_category", story, category=news.pk)
        assert story.revisions.count() == 1 + number
    for wrong in ("", "0", "zz", 999_999):
        answer = act(editor, "set_category", story, category=wrong)
        assert answer.status_code == 422
        assert "errorlist" in answer.content.decode()


def test_writer_gives_a_category_to_own_drafts_alone(signed_in, person):
    news, writer = Category.objects.create(name="Ekonomi", slug="ekonomi"), signed_in("Penulis")
    own, others = draft(author=writer.user), draft(author=person("Penulis"))
    known = published_article(author=writer.user)
    act(writer, "set_category", own, others, known, category=news.pk)
    assert list(Article.objects.filter(head__snapshot__category__name="Ekonomi")) == [own]


def test_stories_are_duplicated_and_once_more_the_same_ones(signed_in):
    writer, one, two = signed_in("Penulis"), published_article(), draft()
    for _twice in range(2):
        assert "2 berita" in said(act(writer, "duplicate", one, two))
        assert Article.objects.filter(status=Status.DRAFT, author=writer.user).count() == 2


def test_embargo_is_taken_back(editor):
    story = publishing.schedule(draft(), timezone.now() + HOUR)
    act(editor, "unschedule", story)
    assert Article.objects.get().status == Status.DRAFT


def test_published_from_the_list_bears_the_name_of_who_did_it(editor):
    act(editor, "publish", draft())
    assert Article.objects.get().live.author == editor.user


def test_all_that_the_filter_shows_is_published_and_nothing_else(editor):
    stories = [draft(headline=f"Jagung {n}") for n in range(40)]
    other = draft(headline="Rumput laut")
    answer = everything(editor, "publish", where=f"{LIST}?q=jagung")
    assert "40 berita" in said(answer)
    assert Article.objects.published().count() == len(stories)
    other.refresh_from_db()
    assert other.status == Status.DRAFT


def test_ticking_all_without_a_script_needs_no_single_story(editor):
    story = draft()
    page = editor.get(LIST).content.decode()
    assert "<noscript>" not in page  # one page holds them all
    for _n in range(30):
        draft()
    page = editor.get(LIST).content.decode()
    assert re.search(r'<noscript>.*name="select_across" value="1".*31 berita.*</noscript>', page)
    everything(editor, "publish")
    story.refresh_from_db()
    assert story.status == Status.PUBLISHED


def test_all_are_asked_for_once_more_before_they_are_withdrawn(editor):
    stories = [published_article() for _n in range(35)]
    asked = everything(editor, "withdraw").content.decode()
    assert all(f'value="{story.pk}"' in asked for story in stories)
    assert not Article.objects.filter(status=Status.WITHDRAWN).exists()


def test_too_many_at_once_are_refused_and_nothing_is_changed(editor, monkeypatch):
    monkeypatch.setattr(bulk, "MOST", 5)
    for _n in range(6):
        draft()
    for action in ("publish", "hand_over", "set_category"):
        assert "6 berita" in said(everything(editor, action))
    assert not Article.objects.exclude(status=Status.DRAFT).exists()


def test_many_refusals_are_counted(editor):
    for _n in range(12):
        draft(text="")
    answer = everything(editor, "publish")
    assert len(list(answer.context["messages"])) == bulk.MOST_SENTENCES + 1
    assert "4" in str(list(answer.context["messages"])[-1])


def test_bin_offers_what_can_be_done_there(editor):
    publishing.put_in_bin(draft())
    page = editor.get(LIST, {"keadaan": "sampah"}).content.decode()
    assert 'value="take_out_of_bin"' in page
    assert not any(f'value="{name}"' in page for name in ("publish", "put_in_bin", "withdraw", "set_category"))
    draft()
    page = editor.get(LIST).content.decode()
    assert 'value="put_in_bin"' in page
    assert 'value="take_out_of_bin"' not in page


ACTS = ["publish", "unschedule", "withdraw", "bring_back", "put_in_bin", "take_out_of_bin", "hand_over", "set_category"]


@pytest.mark.parametrize("group", ["Moderator", "Pimpinan", "Administrator"])
def test_who_only_reads_does_nothing_from_the_list(group, signed_in):
    client, story = signed_in(group), draft()
    before = Article.everything.values().get()
    for action in (*ACTS, "duplicate"):
        act(client, action, story, note="", category="1", reason="x", ground="child", index="0")
    assert Article.everything.values().get() == before
    assert story.revisions.count() == 1
