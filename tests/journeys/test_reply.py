"""A reader's reply, from the form on a phone to the page, and the address that nobody else ever sees."""

import hashlib
import logging
from pathlib import Path

import pytest
from django.conf import settings

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


def digest_of(name: str) -> str:
    return hashlib.new(name, ADDRESS.encode()).hexdigest()


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
    page = visit(width=390, height=844, phone=True, java_script_enabled=has_scripts)
    desk = visit()
    sent, sent_to_desk = Recorder(page.context), Recorder(desk.context)

    receipt = reader_replies(page, story)
    go(page, story.get_absolute_url())
    assert page.locator(".comment").count() == 0
    assert WORDS not in page.content()
    sign_in(desk, person("Moderator"))
    decide(desk, WORDS, "approve")
    go(page, receipt)
    page.click(".receipt-back a")  # back to the story, as a browser that has it already goes there
    comment = Comment.objects.get()
    assert WORDS in page.inner_text(f"#komentar-{comment.pk} .comment-body")
    assert page.inner_text(f"#komentar-{comment.pk} .comment-name") == "Yuliana Ndun"

    somebody_answers(page, comment)
    decide(desk, SECOND_WORDS, "approve")
    go(page, story.get_absolute_url())
    assert SECOND_WORDS in page.inner_text(".thread .answers .comment-body")
    shoot(page, f"cerita-390-{has_scripts}")
    go(page, receipt)
    moderator_looks_at_address(desk, comment)

    wanted = needles(ADDRESS)
    sent.finish(page)
    sent_to_desk.finish(desk)
    assert sent.lost == sent_to_desk.lost == []
    own_form = [name for name, _answer in sent.answers if name.startswith("422 ")]
    assert len(own_form) == 1
    assert sent.holding(wanted) == own_form
    assert sent_to_desk.holding(wanted) == [f"200 POST {settings.SITE_URL}/admin/antrean/email/"]
    assert page.context.cookies() == []
    assert {cookie["name"] for cookie in desk.context.cookies()} == {"meja", "meja_csrf"}
    assert found_in(str(desk.context.cookies()).encode(), wanted) == []
    assert log.lines
    assert log.holding(wanted) == []
    assert found_in(str(capfd.readouterr()).encode(), wanted) == []
    assert files_holding(settings.DATA_DIR, wanted) == []


def go(page, address):
    """Once nothing is on its way: what a page asks for by itself has no body left for us after it was left."""
    page.wait_for_load_state("networkidle")
    page.goto(address)


def reader_replies(page, story):
    """First with half a web address: the form again, every word kept. Gives the address of the receipt."""
    page.goto(story.get_absolute_url())
    page.evaluate("document.querySelector('form#balasan').noValidate = true")
    send_reply(page, body=WORDS, name="Yuliana Ndun", email=ADDRESS, website="bukan alamat")
    assert page.input_value(f"{FORM} [name=body]") == WORDS
    assert page.input_value(f"{FORM} [name=email]") == ADDRESS
    send_reply(page, website="")
    shoot(page, "tanda-terima-390")
    assert "/tanggapan/" in page.url
    assert WORDS in page.inner_text(".comment-body")
    assert "Menunggu dibaca" in page.inner_text(".receipt-state")
    return page.url


def somebody_answers(page, comment):
    page.wait_for_load_state("networkidle")
    page.click(f"#komentar-{comment.pk} .comment-acts a")
    page.wait_for_url(f"**/?balas={comment.pk}#balasan")
    assert comment.name in page.inner_text(".reply-to")
    send_reply(page, body=SECOND_WORDS, name="Melki", email="melki@contoh.id")
    assert SECOND_WORDS in page.inner_text(".comment-body")


def moderator_looks_at_address(desk, comment):
    """The one page that shows it, and the record says who looked."""
    desk.goto(f"/admin/antrean/?tampilan=tayang&komentar={comment.pk}")
    queue_item(desk, WORDS).locator(".queue-email button").click()
    assert desk.inner_text(".queue-address") == ADDRESS
    assert Decision.objects.filter(comment_id=comment.pk, act="email_seen").count() == 1
    for address in ("/admin/", "/admin/antrean/?tampilan=tayang", "/admin/comments/decision/"):
        desk.goto(address)


@pytest.mark.parametrize(
    "trace", [ADDRESS, ADDRESS.upper(), "kutilang.7719%40surat-warga-8820.id", digest_of("md5"), digest_of("sha256")]
)
def test_search_finds_an_address_wherever_it_is_planted(trace, site, visit, log, tmp_path):
    page = visit()
    sent = Recorder(page.context)
    page.route("**/tanam/", lambda route: route.fulfill(headers={"x-tanam": trace}, body=""))

    page.goto(f"{site}/?tanam={trace}")
    page.goto("/tanam/")
    logging.getLogger("humas.uji").debug("from %s", trace)
    logging.getLogger("orang.lain").debug("from %s", trace)
    Path(tmp_path, "catatan").write_bytes(b"\0" * 5000 + trace.encode())

    wanted = needles(ADDRESS)
    sent.finish(page)
    assert len(sent.holding(wanted)) == 2
    assert len(log.holding(wanted)) == 2
    assert files_holding(tmp_path, wanted) == [str(tmp_path / "catatan")]
