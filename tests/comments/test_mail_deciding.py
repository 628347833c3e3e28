"""Deciding by the link in a letter: shown by GET, done by POST, in one moderator's name, for seven days."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from comments import moderation
from comments.mail import addresses
from comments.models import Comment, Decision, Status
from humas.base import tokens
from tests.comments.factories import comment

pytestmark = pytest.mark.django_db
HERE = {"sec-fetch-site": "same-origin"}


@pytest.fixture
def decider(person):
    return person("Moderator", email="moderator@contoh.id")


@pytest.fixture
def waiting(article):
    return comment(article, name="Ina Lontar", email="ina@contoh.id", body="Jembatan Oeba berlubang.")


@pytest.fixture
def link(decider, waiting, site_url):
    return addresses.to_decide(decider, waiting).removeprefix(site_url)


def press(link, decision="approve", headers=HERE):
    return Client().post(link, {"decision": decision}, headers=headers)


@pytest.mark.contract
@pytest.mark.wordpress("2c The links")
def test_get_shows_the_comment_and_decides_nothing(link, waiting):
    for _n in range(2):
        answer = Client().get(link)
    page = answer.content.decode()
    assert "Jembatan Oeba berlubang." in page
    assert "Ina Lontar" in page
    assert "ina@contoh.id" not in page
    assert re.findall(r'name="decision" value="(\w+)"', page) == ["approve", "spam", "trash"]
    assert answer["Cache-Control"] == "no-store"
    assert "noindex" in answer["X-Robots-Tag"]
    assert not answer.cookies
    assert not Decision.objects.exists()


@pytest.mark.contract
@pytest.mark.parametrize(
    ("decision", "status"), [("approve", Status.APPROVED), ("spam", Status.SPAM), ("trash", Status.TRASH)]
)
@pytest.mark.wordpress("2c The links")
def test_post_decides_in_the_name_of_whose_letter_it_was(link, waiting, decider, decision, status):
    page = press(link, decision)
    waiting.refresh_from_db()
    assert (page.status_code, waiting.status) == (200, status)
    assert Decision.objects.get().by == decider
    assert "Anda memutuskan" in page.content.decode()
    assert 'name="decision"' not in page.content.decode()


def test_reason_told_to_the_writer_is_chosen_beside_the_buttons(link):
    Client().post(link, {"decision": "trash", "ground": "kasar"}, headers=HERE)
    assert Decision.objects.get().ground == "kasar"


def test_an_impatient_thumb_decides_once(link):
    assert [press(link).status_code for _n in range(3)] == [200, 200, 200]
    assert Decision.objects.count() == 1


def test_who_was_slower_is_told_by_whom_and_when_and_changes_nothing(link, waiting, person):
    other = person("Moderator")
    moderation.decide([waiting.pk], Status.SPAM, by=other)
    answer = press(link)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert str(other) in page
    assert "WITA" in page
    waiting.refresh_from_db()
    assert waiting.status == Status.SPAM
    assert Decision.objects.count() == 1
    assert str(other) in Client().get(link).content.decode()


def test_comment_its_writer_took_back_is_not_decided_on(link, waiting):
    Comment.objects.filter(pk=waiting.pk).update(status=Status.WITHDRAWN)
    assert press(link).status_code == 409


def test_link_is_worth_nothing_once_the_right_is_gone(link, decider, waiting):
    decider.groups.clear()
    assert [Client().get(link).status_code, press(link).status_code] == [404, 404]
    waiting.refresh_from_db()
    assert waiting.status == Status.PENDING


def test_nor_once_the_account_is_inactive(link, decider):
    type(decider).objects.filter(pk=decider.pk).update(is_active=False)
    assert press(link).status_code == 404


def test_nor_after_seven_days(decider, waiting, monkeypatch):
    link = addresses.to_decide(decider, waiting)
    week = timezone.now() + timedelta(days=7, seconds=1)
    monkeypatch.setattr(tokens.timezone, "now", lambda: week)
    assert Client().get(link).status_code == 404


def test_nor_for_another_comment_or_purpose(decider, waiting, article, site_url):
    token = addresses.to_decide(decider, waiting).rstrip("/").rpartition("/")[2]
    other = comment(article)
    forged = token.replace(f"{decider.pk}-{waiting.pk}", f"{decider.pk}-{other.pk}")
    stop = addresses.to_stop(f"person-{decider.pk}").rstrip("/").rpartition("/")[2]
    for wrong in (forged, stop, "1-2.99999999999.aa", "zz", "1-2"):
        assert Client().get(reverse("mail_decide", args=[wrong])).status_code == 404


def test_no_other_site_presses_the_button(link, waiting):
    assert press(link, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert press(link, headers={"origin": "https://jahat.contoh"}).status_code == 403
    waiting.refresh_from_db()
    assert waiting.status == Status.PENDING


@pytest.mark.parametrize("decision", ["pending", "", "zz"])
def test_what_no_button_sends_is_refused_with_the_page(link, decision):
    answer = press(link, decision)
    assert answer.status_code == 422
    assert 'name="decision"' in answer.content.decode()
