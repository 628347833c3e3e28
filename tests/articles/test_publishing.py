from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles import publishing, saving
from articles.models import Article, Status
from humas.base import pages
from humas.base.models import PageVersion
from tests.articles.factories import draft, published_article, report

HOUR = timedelta(hours=1)


def version(subject):
    return PageVersion.objects.filter(subject=subject).values_list("n", flat=True).first() or 0


def code(refused):
    return refused.value.code


def test_draft_is_seen_by_nobody_until_it_is_published(client, db):
    story = draft()
    assert client.get(story.get_absolute_url()).status_code == 404

    publishing.publish(story)

    assert client.get(story.get_absolute_url()).status_code == 200


def test_embargo_is_a_404_until_its_hour_and_needs_no_worker_to_open(client, db):
    story = publishing.schedule(draft(headline="Rahasia sampai pukul tujuh"), timezone.now() + HOUR)
    page = client.get(story.get_absolute_url())
    assert page.status_code == 404
    assert "Rahasia" not in page.content.decode()
    assert "Rahasia" not in client.get("/").content.decode()

    Article.everything.filter(pk=story.pk).update(published_at=timezone.now())

    assert client.get(story.get_absolute_url()).status_code == 200


def test_scheduling_into_the_past_is_refused_with_a_sentence(db):
    with pytest.raises(ValidationError) as refused:
        publishing.schedule(draft(), timezone.now() - HOUR)
    assert code(refused) == "past"


@pytest.mark.parametrize("fields", [{"headline": "  "}, {"text": ""}, {"body": "<p> </p>"}])
def test_story_without_words_is_not_published(db, fields):
    with pytest.raises(ValidationError) as refused:
        publishing.publish(draft(**fields))
    assert code(refused) == "empty"


@pytest.mark.contract
def test_withdrawn_story_answers_410_with_headline_date_and_reason(client, article):
    publishing.withdraw(article, reason="Menyangkut masa depan seorang anak.")

    page = client.get(article.get_absolute_url())

    assert page.status_code == 410
    text = page.content.decode()
    assert article.headline in text
    assert "Menyangkut masa depan seorang anak." in text
    assert "WITA" in text
    assert "Warga menyambutnya" not in text
    assert article.headline not in client.get("/").content.decode()


def test_withdrawing_needs_a_reason_and_a_story_readers_have_seen(article):
    with pytest.raises(ValidationError) as refused:
        publishing.withdraw(article, reason="  ")
    assert code(refused) == "no_reason"
    with pytest.raises(ValidationError) as refused:
        publishing.withdraw(draft(), reason="Keliru.")
    assert code(refused) == "not_public"


def test_story_brought_back_stands_at_its_address_under_its_old_date(client, article):
    before = article.published_at
    publishing.withdraw(article, reason="Keliru.")

    back = publishing.bring_back(article)

    assert back.published_at == before
    assert client.get(article.get_absolute_url()).status_code == 200


def test_bin_takes_a_story_from_every_page_and_gives_it_back_whole(client, db):
    story = published_article(tags=["Stefanus M. Saek, SE, M.Si."])
    publishing.put_in_bin(story)
    assert client.get(story.get_absolute_url()).status_code == 404
    assert not Article.objects.filter(pk=story.pk).exists()

    publishing.take_out_of_bin(story)

    assert client.get(story.get_absolute_url()).status_code == 200
    assert Article.objects.get(pk=story.pk).tag_names == ["Stefanus M. Saek, SE, M.Si."]


def test_embargo_taken_out_of_the_bin_is_a_draft_again(db):
    story = publishing.schedule(draft(), timezone.now() + HOUR)
    publishing.put_in_bin(story)
    Article.everything.filter(pk=story.pk).update(published_at=timezone.now() - HOUR)

    assert publishing.take_out_of_bin(story).status == Status.DRAFT


def test_publishing_again_without_a_time_changes_no_date(article):
    assert publishing.publish(article).published_at == article.published_at


def test_re_dated_story_remembers_when_readers_first_saw_it(article):
    first = article.published_at

    later = publishing.publish(article, at=timezone.now() + HOUR)

    assert later.first_published_at == first
    assert later.was_opened


def test_part_does_not_open_ahead_of_an_earlier_part(db):
    whole = report()
    first, second = draft(report=whole), draft(report=whole)
    with pytest.raises(ValidationError) as refused:
        publishing.publish(second)
    assert code(refused) == "earlier_part_waits"
    assert first.headline in refused.value.messages[0]

    publishing.schedule(first, timezone.now() + HOUR)
    with pytest.raises(ValidationError):
        publishing.schedule(second, timezone.now() + HOUR / 2)
    publishing.schedule(second, timezone.now() + 2 * HOUR)


def test_part_put_before_an_opened_one_is_not_opened_there(db):
    whole = report()
    opened = published_article(report=whole, position=5)
    with pytest.raises(ValidationError) as refused:
        publishing.publish(draft(report=whole, position=2))
    assert code(refused) == "later_part_opened"
    assert opened.headline in refused.value.messages[0]


def publish_changes(story):
    story.headline += " lagi"
    publishing.publish(saving.save(story))


@pytest.mark.parametrize(
    "act",
    [
        lambda story: publishing.withdraw(story, reason="Keliru."),
        lambda story: publishing.put_in_bin(story),
        lambda story: publishing.publish(story, at=timezone.now() - HOUR),
        lambda story: publish_changes(story),
    ],
)
def test_every_act_readers_can_see_raises_the_page_versions(db, act):
    story = published_article(report=report())
    subjects = [pages.FRONT, pages.article(story.pk), pages.report(story.report_id)]
    before = [version(subject) for subject in subjects]

    act(story)

    assert [version(subject) for subject in subjects] == [n + 1 for n in before]


def test_refused_act_raises_no_version(article):
    before = version(pages.FRONT)
    with pytest.raises(ValidationError):
        publishing.withdraw(article, reason="")
    assert version(pages.FRONT) == before


def test_touching_pages_outside_a_transaction_is_a_mistake(transactional_db):
    from django.db.transaction import TransactionManagementError

    with pytest.raises(TransactionManagementError):
        pages.touched(pages.FRONT)
