"""What became of all comments of one story, told at the desk."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import publishing
from comments import moderation
from comments.models import Comment, Decision, Status
from comments.queue import one_story
from tests.articles.factories import published_article
from tests.comments.factories import comment
from tests.comments.lifting import lift_guards


def shown(client, article, status=200, **keys):
    answer = client.get(f"/admin/antrean/berita/{article.pk}/", keys)
    assert answer.status_code == status
    return answer.content.decode()


@pytest.fixture
def dara(person):
    return person("Moderator", username="dara")


def test_counts_and_decisions_of_a_story_by_day_and_person(moderator, article, dara):
    ones = [comment(article).pk for _n in range(4)]
    moderation.decide(ones[:2], Status.APPROVED, by=dara)
    moderation.decide(ones[2:3], Status.SPAM, by=moderator.user)
    moderation.decide(ones[1:2], Status.TRASH, rule="operator")
    elsewhere = published_article(headline="Pasar")
    moderation.decide([comment(elsewhere).pk], Status.TRASH, by=dara)
    page = shown(moderator, article)

    for words in (
        f'?tampilan=tayang&amp;berita={article.pk}">Tayang 1<',
        "Perlu dibaca 1",
        "Spam 1",
        "Sampah 1",
        "<dt>dara tercetak</dt><dd>Tayang 2</dd>",
        f"<dt>{moderator.user}</dt><dd>Spam 1</dd>",
        "<dt>Operator server</dt><dd>Sampah 1</dd>",
    ):
        assert words in page, words


def test_days_are_those_of_the_newsrooms_clock_and_follow_one_another(article, dara, moderator):
    made = comment(article)
    near_midnight = timezone.make_aware(timezone.datetime(2026, 3, 1, 0, 30))
    lift_guards()
    for n in range(3):
        moderation.decide([made.pk], (Status.APPROVED, Status.SPAM, Status.TRASH)[n], by=dara)
        Decision.objects.filter(pk=Decision.objects.latest("pk").pk).update(
            at=near_midnight + timezone.timedelta(days=n)
        )
    days, older = one_story.days(article, None)
    assert ([day.on.day for day in days], older) == ([3, 2, 1], None)
    page = shown(moderator, article, sebelum="2026-03-03")
    assert "Senin, 2 Maret 2026" in page
    assert "3 Maret" not in page


def test_long_history_goes_on_behind_its_last_whole_day(article, dara, monkeypatch):
    monkeypatch.setattr(one_story, "MOST_LINES", 4)
    made = comment(article)
    begin = timezone.make_aware(timezone.datetime(2026, 3, 1, 12))
    lift_guards()
    for n in range(12):
        moderation.decide([made.pk], (Status.APPROVED, Status.SPAM)[n % 2], by=dara)
        Decision.objects.filter(pk=Decision.objects.latest("pk").pk).update(at=begin + timezone.timedelta(days=n // 2))
    seen, before = [], None
    while True:
        days, before = one_story.days(article, before)
        seen += [day.on.day for day in days]
        if before is None:
            break
    assert seen == [6, 5, 4, 3, 2, 1]


def test_undoing_is_among_what_was_decided(moderator, article, dara):
    moderation.decide([comment(article).pk], Status.SPAM, by=dara)
    moderation.undo(Decision.objects.get().batch, by=dara)
    assert "<dt>dara tercetak</dt><dd>Menunggu 1 · Spam 1</dd>" in shown(moderator, article)


def test_unconfirmed_and_erased_comments_are_not_counted(moderator, article):
    Comment.objects.filter(pk=comment(article).pk).update(status=Status.UNCONFIRMED)
    Comment.objects.filter(pk=comment(article).pk).update(body="", status=Status.TRASH)
    page = shown(moderator, article)
    assert "Perlu dibaca 0" in page
    assert "Sampah 0" in page
    assert "Belum ada keputusan." in page


def test_withdrawn_story_keeps_its_history(moderator, article, dara):
    moderation.decide([comment(article).pk], Status.SPAM, by=dara)
    publishing.withdraw(article, reason="Salah kutip.")
    assert "Spam 1" in shown(moderator, article)


@pytest.mark.wordpress("2d Editor")
def test_page_of_the_story_at_the_desk_says_what_became_of_its_comments(editor, signed_in, article):
    comment(article)
    address = f"/admin/articles/article/{article.pk}/change/"
    page = editor.get(address).content.decode()
    assert f'?tampilan=perlu-dibaca&amp;berita={article.pk}">Perlu dibaca 1</a>' in page
    assert f'href="/admin/antrean/berita/{article.pk}/"' in page
    assert "antrean/berita" not in signed_in("Penulis").get(address).content.decode()


def test_history_costs_the_same_for_one_decision_and_for_many(moderator, article, dara, person):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            shown(moderator, article)
        return len(queries)

    moderation.decide([comment(article).pk], Status.SPAM, by=dara)
    shown(moderator, article)
    one = cost()
    for n in range(20):
        made = comment(article, at=timezone.now() - timezone.timedelta(days=n))
        moderation.decide([made.pk], Status.APPROVED, by=person("Moderator"))
    assert cost() == one <= 12


@pytest.mark.parametrize("day", ["x", "2026-13-01", "0001-01-01", "9999-12-31", "-", "2026-02-30"])
def test_a_day_nobody_can_read_begins_anew(moderator, article, day):
    shown(moderator, article, sebelum=day)


@pytest.mark.parametrize(
    ("group", "status"), [("Moderator", 200), ("Redaktur", 200), ("Pimpinan", 200), ("Penulis", 403)]
)
def test_who_reads_the_history_of_a_story(signed_in, article, group, status):
    shown(signed_in(group), article, status)
    assert signed_in("Moderator").get("/admin/antrean/berita/999999/").status_code == 404
