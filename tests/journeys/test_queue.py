"""A moderator's handful: several comments at once, and the act taken back."""

import pytest

from comments.models import Comment, Status
from tests.articles.factories import published_article
from tests.comments.factories import comment
from tests.journeys.acts import queue_item, shoot, sign_in

pytestmark = pytest.mark.browser

ADVERTS = ["Situs gacor hari ini, klik segera.", "Bonus besar menanti anda di situs kami."]
CITIZEN = "Kapan jalan ke Busalangga diperbaiki?"


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_two_comments_go_to_spam_in_one_act_and_come_back(has_scripts, visit, person, db):
    story = published_article()
    for words in (*ADVERTS, CITIZEN):
        comment(story, body=words)
    page = visit(width=390, height=844, phone=True, java_script_enabled=has_scripts)
    sign_in(page, person("Moderator"))

    page.goto("/admin/antrean/")
    for words in ADVERTS:
        queue_item(page, words).locator("input[name=comment][type=checkbox]").check()
    shoot(page, f"antrean-390-{has_scripts}")
    page.click("#pilihan button[name=decision][value=spam]")
    page.wait_for_selector(".queue-undo")
    shoot(page, f"antrean-urungkan-390-{has_scripts}")
    assert "2" in page.inner_text(".queue-undo")
    assert page.locator(".queue-item").count() == 1
    assert page.inner_text(".queue-words") == CITIZEN
    assert set(Comment.objects.filter(status=Status.SPAM).values_list("body", flat=True)) == set(ADVERTS)

    page.click(".queue-undo button")
    page.wait_for_selector(".messagelist")
    assert page.locator(".queue-item").count() == 3
    assert set(Comment.objects.values_list("status", flat=True)) == {Status.PENDING}
