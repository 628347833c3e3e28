"""A reader's reply, from the form on a phone to the page, and the address that nobody else ever sees."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from articles import publishing
from articles.manuscript.intake import take_in
from comments.models import Comment, Decision
from tests.data import data_path
from tests.journeys.acts import FORM, decide, queue_item, send_reply, shoot, sign_in
from tests.journeys.leaks import Log, Recorder, files_holding, found_in, needles

pytestmark = pytest.mark.browser

ADDRESS = "Kutilang.7719@Surat-Warga-8820.id"
WORDS = "Semoga hasil raker ini segera terasa sampai di desa kami."
SECOND_WORDS = "Betul, kami di Busalangga juga menunggu."


@pytest.fixture
def story(db):
    """The press text as it came in, published."""
    [manuscript] = data_path("seed").glob("*.txt")
    draft, _is_new = take_in(manuscript.read_text(encoding="utf-8"))
    return publishing.publish(draft)


@pytest.fixture
def log():
    with Log() as log:
        yield log


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_reply_reaches_the_page_and_its_address_nobody(has_scripts, story, visit, person, log, capfd):
    wanted = needles(ADDRESS)
    page = visit(width=390, height=844, phone=True, java_script_enabled=has_scripts)
    desk = visit()
    heard, heard_at_desk = Recorder(page.context), Recorder(desk.context)

    # A first try with half an address: the form again, every word kept, the address for its writer alone.
    page.goto(story.get_absolute_url())
    shoot(page, f"cerita-390-{has_scripts}")
    page.evaluate("document.querySelector('form#balasan').noValidate = true")
    send_reply(page, body=WORDS, name="Yuliana Ndun", email=ADDRESS, website="bukan alamat")
    own_form = heard.answers[-1][0] if has_scripts else next(n for n, _a in heard.answers if n.startswith("422"))
    assert page.input_value(f"{FORM} [name=email]") == ADDRESS
    assert page.input_value(f"{FORM} [name=body]") == WORDS
    send_reply(page, website="")
    receipt = page.url
    shoot(page, f"tanda-terima-390-{has_scripts}")
    assert "/tanggapan/" in receipt
    assert WORDS in page.inner_text(".comment-body")
    assert "menunggu" in page.inner_text(".receipt-state") or "waits" in page.inner_text(".receipt-state")

    # Not on the page, until a moderator lets it through; then at the very next request.
    page.goto(story.get_absolute_url())
    assert page.locator(".comment").count() == 0
    assert WORDS not in page.content()
    sign_in(desk, person("Moderator"))
    decide(desk, WORDS, "approve")
    page.reload()
    comment = Comment.objects.get()
    assert WORDS in page.inner_text(f"#komentar-{comment.pk} .comment-body")
    assert page.inner_text(f"#komentar-{comment.pk} .comment-name") == "Yuliana Ndun"

    # Somebody answers it.
    page.click(f"#komentar-{comment.pk} .comment-acts a")
    page.wait_for_url(f"**/?balas={comment.pk}#balasan")
    assert "Yuliana Ndun" in page.inner_text(".reply-to")
    send_reply(page, body=SECOND_WORDS, name="Melki", email="melki@contoh.id")
    assert SECOND_WORDS in page.inner_text(".comment-body")
    decide(desk, SECOND_WORDS, "approve")
    page.goto(story.get_absolute_url())
    assert SECOND_WORDS in page.inner_text(".thread .answers .comment-body")
    page.goto(receipt)

    # The moderator looks at the address, and the record says so.
    desk.goto("/admin/antrean/?tampilan=tayang")
    queue_item(desk, WORDS).locator(".queue-email button").click()
    assert desk.inner_text(".queue-address") == ADDRESS
    assert Decision.objects.filter(comment_id=comment.pk, act="email_seen").count() == 1
    for address in ("/admin/", "/admin/antrean/?tampilan=tayang", "/admin/comments/decision/"):
        desk.goto(address)

    # Everything sent, said and stored in the meantime.
    assert heard.lost == heard_at_desk.lost == []
    assert len(heard.answers) > 8
    assert heard.holding(wanted) == [own_form]
    assert [name.partition("/admin")[2] for name in heard_at_desk.holding(wanted)] == ["/antrean/email/"]
    assert page.context.cookies() == []
    assert {cookie["name"] for cookie in desk.context.cookies()} == {"meja", "meja_csrf"}
    assert found_in(str(page.context.cookies() + desk.context.cookies()).encode(), wanted) == []
    assert log.lines
    assert log.holding(wanted) == []
    assert found_in(str(capfd.readouterr()).encode(), wanted) == []
    assert files_holding(settings.DATA_DIR, wanted) == []
