"""
A reader on a slow line, in a browser inside another app: an impatient thumb, a letter stopped, a comment found again.

On a phone and on a laptop, with and without JavaScript, each answer 400 ms late.
"""

import os
import re

import pytest
from django.core import mail

from comments import moderation
from comments.models import Comment, Status
from tests.articles.factories import published_article
from tests.journeys.acts import FORM, fill_reply, send_reply, shoot

pytestmark = pytest.mark.browser

LATE = {"offline": False, "latency": 400, "downloadThroughput": -1, "uploadThroughput": -1}
SILENT = {"sec-fetch-site", "sec-fetch-mode", "sec-fetch-dest", "sec-fetch-user", "origin", "referer"}
WORDS = "Air PAM mati tiga hari di Busalangga."
WAYS = [
    pytest.param(390, True, id="phone with JavaScript"),
    pytest.param(1366, False, id="laptop without JavaScript"),
    pytest.param(390, False, id="phone without JavaScript"),
    pytest.param(1366, True, id="laptop with JavaScript"),
]
SOME = WAYS if os.environ.get("EVERYTHING") else WAYS[:2]


def slow(page):
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LATE)
    return page


@pytest.mark.parametrize(("width", "has_scripts"), SOME)
def test_reader_on_a_slow_line_is_heard_once_told_once_and_finds_the_comment_again(
    width, has_scripts, visit, person, settings, db
):
    settings.EMAIL_URL = "smtp://surat.contoh.id"
    story, moderator = published_article(), person("Moderator")
    page = slow(visit(width=width, height=800, phone=width < 500, java_script_enabled=has_scripts))

    page.goto(story.get_absolute_url())
    fill_reply(page, body=WORDS, name="Ina Lontar", email="ina@contoh.id")
    page.check(f"{FORM} [name=kabar]")
    tap_tap_tap(page)
    page.wait_for_url("**/tanggapan/*/")
    receipt, made = page.url, Comment.objects.get()
    assert made.body == WORDS
    page.go_back()
    page.wait_for_url(f"**{story.get_absolute_url()}*")
    assert Comment.objects.count() == 1

    moderation.decide([made.pk], Status.APPROVED, by=moderator)
    (letter,) = mail.outbox
    assert letter.to == ["ina@contoh.id"]
    page.goto(re.search(r"http://\S+(/berhenti/\S+/)", letter.body)[1])
    shoot(page, f"berhenti-{width}-{has_scripts}")
    assert Comment.objects.get().mail_consent_at is not None
    with page.expect_navigation():
        page.click("main button")
    assert Comment.objects.get().mail_consent_at is None

    # The browser is closed, and opened again with what it kept.
    kept = page.context.storage_state()
    page.context.close()
    again = slow(visit(width=width, height=800, java_script_enabled=has_scripts, storage_state=kept))
    again.goto(story.get_absolute_url())
    assert WORDS in again.inner_text(f"#komentar-{made.pk}")
    if has_scripts:
        again.click(".own-comments a")
    else:
        again.goto(receipt)  # its address is all there is without a script
    assert again.url == receipt
    assert again.inner_text(".receipt-state") == "Sudah tayang"
    assert again.context.cookies() == []


def tap_tap_tap(page):
    """Three taps on the button before the first is answered."""
    button = page.locator(f"{FORM} [type=submit]")
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    for _tap in range(3):
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_browser_that_says_nothing_of_itself_is_heard_and_held(visit, db):
    story = published_article()
    page = visit(width=390, height=800, phone=True)

    def silently(route):
        told = route.request.headers
        response = route.fetch(
            headers={name: value for name, value in told.items() if name not in SILENT}, max_redirects=0
        )
        route.fulfill(response=response)

    page.route("**/berita/*/tanggapan/", silently)
    page.goto(story.get_absolute_url())
    send_reply(page, body=WORDS, name="Ina Lontar", email="ina@contoh.id")

    assert "/tanggapan/" in page.url
    assert WORDS in page.inner_text(".comment-body")
    assert "no_origin" in Comment.objects.get().held_for
