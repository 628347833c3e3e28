"""Second tabs, double clicks, and hours given at the wrong button."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles import publishing, saving
from articles.models import Article, Photo, Status
from tests.articles.factories import draft, photo, published_article, report
from tests.articles.test_story_form import ADD, change, filled
from tests.holding import held_by_another

HOUR = timedelta(hours=1)
ONCE = "7d1f6a52-9d0f-4b6e-8f0e-0c8f4f3f9a11"


@pytest.mark.parametrize(
    "act", [lambda story: publishing.withdraw(story, reason="Keliru."), publishing.put_in_bin], ids=["cabut", "buang"]
)
def test_form_filled_in_before_a_story_was_taken_down_does_not_bring_it_back(article, client, act):
    open_form = Article.everything.get(pk=article.pk)
    act(article)

    open_form.headline = "Judul dari tab kedua"
    saving.save(open_form)

    kept = Article.everything.get(pk=article.pk)
    assert kept.head.snapshot["headline"] == "Judul dari tab kedua"
    assert kept.status == Status.WITHDRAWN or kept.binned_at
    assert client.get(article.get_absolute_url()).status_code in (404, 410)


def test_publish_pressed_twice_makes_one_story(editor):
    for _n in range(2):
        answer = editor.post(ADD, filled(once=ONCE, _publish="1"))
    story = Article.objects.get()
    assert answer["Location"] == change(story)


def test_hour_given_with_save_waits_on_a_draft_and_is_said_to(editor):
    editor.post(ADD, filled(publish_at_0="24/11/2031", publish_at_1="07.00"))
    story = Article.objects.get()
    assert story.status == Status.DRAFT
    page = editor.get(change(story)).content.decode()
    assert 'name="publish_at_0" value="24/11/2031"' in page
    assert 'class="warning"' in page


def test_hour_changed_with_save_moves_an_embargo(editor):
    story = publishing.schedule(draft(), timezone.now() + HOUR)
    editor.post(change(story), filled(slug=story.slug, publish_at_0="24/11/2031", publish_at_1="07.00"))
    assert Article.objects.get().published_at.isoformat() == "2031-11-23T23:00:00+00:00"
    editor.post(change(story), filled(slug=story.slug))
    assert Article.objects.get().is_under_embargo


def test_story_that_readers_see_has_no_hour_to_change(editor, article):
    assert 'name="publish_at_0"' not in editor.get(change(article)).content.decode()


def test_embargo_is_not_taken_back_from_before_a_later_one(db):
    whole = report()
    first = publishing.schedule(draft(report=whole), timezone.now() + HOUR)
    second = publishing.schedule(draft(report=whole), timezone.now() + 2 * HOUR)
    with pytest.raises(ValidationError) as refused:
        publishing.unschedule(first)
    assert refused.value.code == "later_part_waits"
    publishing.unschedule(second)
    publishing.unschedule(first)


def test_embargoed_part_is_not_moved_in_front_of_one_readers_know(db):
    whole = report()
    published_article(report=whole, position=2)
    waiting = publishing.schedule(draft(report=whole, position=3), timezone.now() + HOUR)
    waiting.position = 1
    with pytest.raises(ValidationError):
        saving.save(waiting)
    assert Article.objects.get(pk=waiting.pk).position == 3


def test_writer_changes_words_of_own_pictures_only_until_readers_saw_them(signed_in):
    writer = signed_in("Penulis")
    own, others = photo(by=writer.user), photo()
    words = {"alt": "Diubah", "caption": "", "credit": "", "rights": ""}

    assert writer.post(f"/admin/articles/photo/{others.pk}/change/", words).status_code == 403
    assert writer.post(f"/admin/articles/photo/{own.pk}/change/", words).status_code == 302
    published_article(lead_photo=own)
    assert writer.post(f"/admin/articles/photo/{own.pk}/change/", words | {"alt": "Lagi"}).status_code == 403
    assert Photo.objects.get(pk=own.pk).alt == "Diubah"


def test_picture_has_one_address(client, db):
    shown = photo()
    published_article(lead_photo=shown)
    assert client.get(shown.url).status_code == 200
    assert client.get(f"/media/foto/{shown.pk}-{shown.checksum[:3]}.jpg").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_busy_database_at_the_desk_keeps_every_word(editor, article):
    sent = filled(slug=article.slug, headline="Judul yang tidak hilang")
    with held_by_another("articles_article"):
        answer = editor.post(change(article), sent)

    assert answer.status_code == 503
    assert "Judul yang tidak hilang" in answer.content.decode()
    assert editor.post(change(article), sent).status_code == 302
    assert Article.objects.get().head.snapshot["headline"] == "Judul yang tidak hilang"


def test_desk_tells_no_address_of_a_draft_by_number(signed_in):
    from django.contrib.contenttypes.models import ContentType

    number = ContentType.objects.get_for_model(Article).pk
    assert signed_in().get(f"/admin/r/{number}/{draft().pk}/").status_code == 404
