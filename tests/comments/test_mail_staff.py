"""What the people who decide are mailed: twice a day how much waits; each comment singly where it is wanted."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from articles.models import Article
from comments.mail import staff
from comments.models import Comment, Status
from humas.accounts.models import User
from humas.base import clock, newsroom
from humas.base.models import Newsroom
from humas.operations import jobs
from tests.articles.factories import published_article
from tests.comments.factories import comment

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mailing")]

WITA = ZoneInfo("Asia/Makassar")
ADDRESS = "moderator@contoh.id"


@pytest.fixture
def moderator(person):
    return person("Moderator", email=ADDRESS)


def held(article, *rules, status=Status.PENDING, **fields):
    made = comment(article, held_for=rules, **fields)
    Comment.objects.filter(pk=made.pk).update(status=status)
    return made


def digest(accepted):
    """The letters of one digest."""
    return accepted(lambda: (act := staff.digest()) and act())


def setting(**fields):
    row = Newsroom.current()
    for name, value in fields.items():
        setattr(row, name, value)
    newsroom.save(row)


@pytest.mark.wordpress("2c Held comment")
def test_digest_counts_what_is_to_be_read_and_since_when(accepted, moderator, article, site_url):
    comment(article, at=datetime(2026, 11, 3, 7, 5, tzinfo=WITA))
    held(article, "no_origin")
    comment(article)
    for _n in range(4):
        held(article, "links", "words")
    comment(article, status=Status.APPROVED)
    (letter,) = digest(accepted)
    assert "3 komentar menunggu dibaca, yang tertua sejak Selasa, 3 November 2026, 07.05 WITA." in letter.body
    assert "4 ditahan aturan." in letter.body
    assert f"{site_url}/admin/antrean/" in letter.body
    assert letter.to == [ADDRESS]


def test_nothing_waits_and_nobody_is_mailed(accepted, moderator, article):
    comment(article, status=Status.APPROVED)
    held(article, "trap", status=Status.SPAM)
    assert digest(accepted) == []


def test_three_hundred_suspected_spams_are_one_line_of_one_letter(accepted, moderator, article):
    setting(mails_each=True)
    made = held(article, "words")
    assert accepted(lambda: [staff.arrived(Comment.objects.get(pk=made.pk)) for _n in range(30)]) == []
    (letter,) = digest(accepted)
    assert "1 ditahan aturan." in letter.body


def test_only_who_decides_has_an_address_and_wants_letters_gets_them(accepted, moderator, person, article):
    comment(article)
    person("Moderator")
    person("Moderator", email="pergi@contoh.id", is_active=False)
    person("Redaktur", email="redaktur@contoh.id")
    User.objects.filter(pk=person("Moderator", email="diam@contoh.id").pk).update(
        preferences={staff.PREFERENCE: True, "desk_away": ["draf"]}
    )
    assert [letter.to for letter in digest(accepted)] == [[ADDRESS]]
    setting(mails_digest=False)
    assert digest(accepted) == []


def test_digest_leaves_at_eight_and_at_two_by_the_clock_of_the_newsroom(accepted, moderator, article, monkeypatch):
    comment(article)
    came = []
    for day in (2, 3):
        for hour in range(24):
            now = datetime(2026, 12, day, hour, 10, tzinfo=WITA)
            monkeypatch.setattr(clock.timezone, "now", lambda now=now: now)
            if accepted(jobs.visit):
                came.append((day, hour))
    monkeypatch.undo()
    # Before the first hour of the first day, yesterday's last one is still to be done.
    assert came == [(2, 0), (2, 8), (2, 14), (3, 8), (3, 14)]


def test_a_visit_to_the_desk_sees_to_what_is_due_without_a_worker(accepted, moderator, article, editor, settings):
    comment(article)
    settings.TASKS_MODE = "database"
    assert accepted(lambda: editor.get("/admin/")) == []
    settings.TASKS_MODE = "immediate"
    assert len(accepted(lambda: editor.get("/admin/"))) == 1
    assert accepted(lambda: editor.get("/admin/")) == []


@pytest.mark.wordpress("2c Held comment")
def test_a_single_letter_shows_the_words_and_never_the_address(accepted, moderator, reader, article, site_url):
    setting(mails_each=True)
    (letter,) = accepted(lambda: reader.reply(article, body="Jembatan Oeba berlubang.\nMohon diperiksa."))
    assert letter.to == [ADDRESS]
    assert article.headline in letter.subject
    assert "Ina Lontar" in letter.body
    assert "> Jembatan Oeba berlubang.\n> Mohon diperiksa." in letter.body
    assert f"{site_url}/moderasi/" in letter.body
    assert "ina@contoh.id" not in str(letter.message())


def test_what_a_rule_set_aside_is_mailed_to_nobody(accepted, moderator, reader, article):
    setting(mails_each=True)
    assert accepted(lambda: reader.reply(article, ruas_kosong="robot")) == []


def test_by_default_a_reply_mails_nobody_and_asks_nothing_more(accepted, moderator, reader, article):
    assert accepted(lambda: reader.reply(article)) == []


def test_headline_and_name_forge_neither_header_nor_line(accepted, moderator, reader):
    setting(mails_each=True)
    story = published_article()
    Article.objects.filter(pk=story.pk).update(headline="Raker\r\nBcc: semua@contoh.id")
    name = "Ina\u202e\x1b\r\nhttps://jahat.contoh/"
    (letter,) = accepted(lambda: reader.reply(story, name=name, body="Satu\n-- \nhttps://jahat.contoh/"))
    assert letter.message()["Bcc"] is None
    assert letter.recipients() == [ADDRESS]
    assert "\u202e" not in letter.body
    assert not [line for line in letter.body.splitlines() if line.startswith(("Bcc", "https://jahat"))]
