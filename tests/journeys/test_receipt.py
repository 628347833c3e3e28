"""A reader's own page on a phone: words mended, a refusal written again, a comment taken back."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from comments import moderation
from comments.models import Comment, Status
from tests.articles.factories import published_article
from tests.journeys.acts import fill_reply, send_reply, shoot, wait_for_focus

pytestmark = pytest.mark.browser
FIRST, MENDED = "Jalan ke pasar rusak, mohon diperbaki.", "Jalan ke pasar rusak, mohon diperbaiki."
KINDER = "Jalan ke pasar rusak sejak Februari. Mohon ditinjau."


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_comment_is_mended_refused_written_again_and_withdrawn(has_scripts, visit, person, db):
    story, moderator = published_article(), person("Moderator")
    page = visit(width=390, height=844, phone=True, java_script_enabled=has_scripts)

    page.goto(story.get_absolute_url())
    send_reply(page, body=FIRST, name="Ina Lontar", email="ina@contoh.id")
    receipt, made = page.url, Comment.objects.get()
    look(page, f"menunggu-{has_scripts}", has_scripts)
    assert page.inner_text(".receipt-number") == made.short_number
    mend(page, "")  # the browser's own check is off: the newsroom answers
    wait_for_focus(page, "#ubah-body")
    look(page, f"salah-{has_scripts}", has_scripts)
    mend(page, MENDED)
    assert page.url == receipt
    assert MENDED in page.inner_text(".comment-body")

    moderation.decide([made.pk], Status.TRASH, by=moderator, ground="kasar")
    page.goto(receipt)
    assert page.inner_text(".receipt-state") == "Tidak ditayangkan (kata-kata kasar)"
    page.click(".receipt-again summary")
    look(page, f"ditolak-{has_scripts}", has_scripts)
    assert page.input_value("#balasan-body") == MENDED
    assert page.input_value("#balasan-name") == "Ina Lontar"
    assert page.input_value("#balasan-email") == ""
    fill_reply(page, body=KINDER)
    send_reply(page, email="ina@contoh.id")
    second = Comment.objects.latest("pk")
    assert page.url != receipt
    assert page.inner_text(".receipt-state") == "Menunggu dibaca petugas"

    moderation.decide([second.pk], Status.APPROVED, by=moderator)
    page.reload()
    page.click(".receipt-more a")
    assert KINDER in page.inner_text(f"#komentar-{second.pk}")
    page.go_back()
    page.click(".receipt-withdraw summary")
    look(page, f"tarik-{has_scripts}", has_scripts)
    with page.expect_navigation():
        page.click(".receipt-withdraw button")
    assert page.inner_text(".receipt-state") == "Ditarik oleh Anda"
    look(page, f"ditarik-{has_scripts}", has_scripts)
    page.click(".receipt-back a")
    assert KINDER not in page.content()
    assert page.context.cookies() == []


def mend(page, words):
    if not page.locator(".receipt-edit[open]").count():
        page.click(".receipt-edit summary")
    page.evaluate("document.querySelector('.receipt-edit form').noValidate = true")
    page.fill("#ubah-body", words)
    with page.expect_navigation():
        page.click(".receipt-edit button")


def look(page, name, has_scripts):
    """Nothing axe knows of, nothing to scroll sideways, every target as wide as a thumb."""
    shoot(page, f"tanda-terima-{name}-390")
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    targets = page.locator(".receipt button:visible, .receipt summary:visible, .receipt .button:visible")
    boxes = [target.bounding_box() for target in targets.all()]
    assert boxes
    assert min(box["height"] for box in boxes) >= 44
    if has_scripts:  # axe is itself a script
        faults = Axe().run(page).response["violations"]
        assert [f"{fault['id']}: {fault['nodes'][0]['html'][:120]}" for fault in faults] == []
        assert page.locator("[data-copy]:visible, [data-print]:visible").count() == 2
    else:
        assert page.locator("[data-copy]:visible, [data-print]:visible").count() == 0


def test_link_is_copied(visit, db):
    story = published_article()
    page = visit(width=390, height=844, permissions=["clipboard-read", "clipboard-write"])
    page.goto(story.get_absolute_url())
    send_reply(page, body=FIRST, name="Ina Lontar", email="ina@contoh.id")

    page.click("[data-copy]")
    page.wait_for_function("() => document.querySelector('.receipt-told').textContent === 'Sudah disalin'")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_paper_holds_number_address_and_words_and_no_buttons(visit, db):
    story = published_article()
    page = visit(width=720)
    page.goto(story.get_absolute_url())
    send_reply(page, body=FIRST, name="Ina Lontar", email="ina@contoh.id")

    page.emulate_media(media="print")
    paper = page.inner_text("main")
    assert Comment.objects.get().short_number in paper
    assert page.url in paper
    assert FIRST in paper
    assert page.locator("main button:visible, main summary:visible, main .button:visible").count() == 0
