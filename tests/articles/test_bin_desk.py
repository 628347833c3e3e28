"""The bin as the story form offers it."""

import pytest
from django.contrib import admin
from django.urls import reverse
from django.utils import timezone

from articles import publishing, review
from articles.models import Article, Status
from tests.articles.factories import draft, published_article, report
from tests.articles.test_review import sent
from tests.articles.test_story_form import change


def put_in(story):
    return reverse("admin:articles_article_bin", args=[story.pk])


def take_out(story):
    return reverse("admin:articles_article_unbin", args=[story.pk])


@pytest.fixture
def writer(signed_in):
    return signed_in("Penulis")


def test_editor_reads_what_readers_will_meet_and_puts_it_in(editor, reader, article):
    assert put_in(article) in editor.get(change(article)).content.decode()
    assert "404" in editor.get(put_in(article)).content.decode()
    assert reader.get(article.get_absolute_url()).status_code == 200  # asking does nothing
    answer = editor.post(put_in(article), follow=True)
    assert change(article) in answer.content.decode()
    assert reader.get(article.get_absolute_url()).status_code == 404


def test_confirmation_speaks_of_the_very_story(editor):
    def said(story):
        return editor.get(put_in(story)).content.decode()

    hour = timezone.now() + timezone.timedelta(days=300)
    assert "404" not in said(draft())
    assert "404" not in said(publishing.schedule(draft(), hour))
    assert "404" in said(publishing.withdraw(published_article(), reason="Keliru."))
    assert said(published_article(report=report())).count("<li>") == said(published_article()).count("<li>") + 1


def test_story_in_the_bin_is_read_only_and_comes_out_by_its_button(editor, reader, article):
    publishing.put_in_bin(article)
    page = editor.get(change(article)).content.decode()
    assert 'name="_save"' not in page
    assert 'name="_publish"' not in page
    assert 'name="note"' not in page
    assert f'formaction="{take_out(article)}"' in page
    assert "WITA" in page
    assert editor.get(take_out(article)).status_code == 405
    assert editor.post(take_out(article), follow=True).redirect_chain[0][0] == change(article)
    assert reader.get(article.get_absolute_url()).status_code == 200
    assert 'name="_save"' in editor.get(change(article)).content.decode()


def test_words_typed_while_somebody_else_binned_the_story_are_kept_in_it(editor):
    story = draft()
    publishing.put_in_bin(story)
    answer = editor.post(change(story), sent(story, headline="Masih saya tulis", note="Hampir selesai."), follow=True)
    assert answer.status_code == 200
    row = Article.everything.get()
    assert row.headline == "Masih saya tulis"
    assert row.binned_at


def test_writer_bins_the_own_draft_and_takes_it_out(writer):
    story = draft(author=writer.user)
    writer.post(put_in(story))
    assert not Article.objects.exists()
    writer.post(take_out(story))
    assert Article.objects.get().status == Status.DRAFT


@pytest.mark.parametrize(
    "make",
    [
        lambda user: draft(),
        lambda user: published_article(author=user),
        lambda user: review.hand_over(draft(author=user), by=user),
    ],
    ids=["another's draft", "published", "in review"],
)
def test_writer_bins_nothing_else(writer, make):
    story = make(writer.user)
    assert put_in(story) not in writer.get(change(story)).content.decode()
    assert writer.get(put_in(story)).status_code == 403
    assert writer.post(put_in(story)).status_code == 403
    publishing.put_in_bin(story)
    assert writer.post(take_out(story)).status_code == 403
    assert Article.everything.get().binned_at


@pytest.mark.parametrize("group", ["Pimpinan", "Moderator", "Administrator"])
def test_nobody_else_uses_the_bin(signed_in, article, group):
    client = signed_in(group)
    assert client.post(put_in(article)).status_code == 403
    publishing.put_in_bin(article)
    assert client.post(take_out(article)).status_code == 403


def test_bin_pressed_twice_and_unknown_stories_break_nothing(editor):
    story = draft()
    editor.post(put_in(story))
    since = Article.everything.get().binned_at
    assert editor.post(put_in(story)).status_code == 303
    assert Article.everything.get().binned_at == since
    for _press in range(2):
        assert editor.post(take_out(story)).status_code == 303
    assert editor.post("/admin/articles/article/99999/buang/").status_code == 404


def test_nothing_at_the_desk_is_deleted_for_good(db, rf, person):
    request = rf.get("/")
    request.user = person(is_superuser=True)
    can = [model.__name__ for model, desk in admin.site._registry.items() if desk.has_delete_permission(request)]
    assert can == []


def test_delete_addresses_are_shut_for_editors(editor, article):
    whole = report()
    for address in [f"article/{article.pk}", f"report/{whole.pk}"]:
        assert editor.post(f"/admin/articles/{address}/delete/", {"post": "yes"}).status_code == 403
    assert Article.objects.exists()
