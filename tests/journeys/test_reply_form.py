"""The reply form with its scripts: answering in place, words kept on bad lines, what is asked once before sending."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from comments import personal
from comments.models import Comment, Status
from humas.base.models import Newsroom
from tests.articles.factories import published_article
from tests.comments.factories import comment
from tests.comments.personal_examples import HARMLESS, PERSONAL
from tests.journeys.acts import FORM, fill_reply, send_reply, shoot, wait_for_focus

pytestmark = pytest.mark.browser

BODY, SEND = f"{FORM} [name=body]", f"{FORM} [type=submit]"
WORDS = {"body": "Terima kasih, jalannya sudah baik.", "name": "Ina Lontar", "email": "ina@contoh.id"}


@pytest.fixture
def story(db):
    return published_article()


@pytest.fixture
def page(visit):
    return visit(width=390, height=844, phone=True)


def typed(page, words):
    """Typed, and kept by the browser since."""
    page.fill(BODY, words)
    page.wait_for_function(
        "words => Object.values(localStorage).some((kept) => kept.includes(words))", arg=words.split("\n")[0]
    )


@pytest.mark.parametrize("width", [390, 1366])
@pytest.mark.wordpress("2a Reply to a comment")
def test_answer_is_written_under_its_comment_and_can_be_cancelled(width, visit, story):
    page = visit(width=width, height=844)
    first = comment(story, status=Status.APPROVED, name="Yuliana")
    comment(story, status=Status.APPROVED, name="Melki")
    link = f"#komentar-{first.pk} a[href*='balas=']"
    page.goto(story.get_absolute_url())
    page.fill(BODY, "Betul sekali.")

    page.click(link)

    assert page.url.endswith(f"?balas={first.pk}#balasan")
    assert page.locator(f"li:has(> #komentar-{first.pk}) > .reply {FORM}").count() == 1
    assert page.inner_text(".reply-to span") == "Balasan untuk Yuliana"
    assert page.inner_text(".reply-title") == "Tinggalkan Balasan"
    wait_for_focus(page, BODY)
    shoot(page, f"balas-di-tempat-{width}")

    page.click("text=Batalkan balasan")
    assert "balas=" not in page.url
    assert page.locator(".comments > .reply").count() == 1
    assert page.locator(".reply-to").count() == 0
    wait_for_focus(page, link)

    page.go_back()
    page.wait_for_selector("li > .reply")
    assert page.input_value(BODY) == "Betul sekali."
    send_reply(page, name="Melki", email="melki@contoh.id")
    assert Comment.objects.get(body="Betul sekali.").parent == first
    assert page.ears.settle(page) == []


def test_without_scripts_the_link_does_the_same_and_nothing_else_is_promised(visit, story):
    first = comment(story, status=Status.APPROVED, name="Yuliana")
    page = visit(width=390, height=844, phone=True, java_script_enabled=False)
    page.goto(story.get_absolute_url())
    assert page.get_by_text("Simpan nama, email").count() == 0
    assert page.inner_text(f"{FORM} .field-hint >> nth=0").startswith("Dibaca siapa saja: jangan tulis nomor HP")

    page.click(f"#komentar-{first.pk} a[href*='balas=']")

    assert "Balasan untuk Yuliana" in page.inner_text(".reply-to")
    page.click("summary")
    assert "Saat ini tidak seorang pun" in page.inner_text(".who-sees")
    send_reply(page, **WORDS)
    assert Comment.objects.get(body=WORDS["body"]).parent == first


@pytest.mark.wordpress("2a Cookies opt-in", "2a Prefill")
def test_writer_is_remembered_where_it_is_ticked_and_forgotten_where_not(page, story):
    box = f"{FORM} .reply-remember input"
    page.goto(story.get_absolute_url())
    assert not page.is_checked(box)
    send_reply(page, **WORDS)
    page.goto(story.get_absolute_url())
    assert page.input_value(f"{FORM} [name=name]") == ""

    page.check(box)
    sent = []
    page.on("request", lambda request: sent.append(request.post_data or ""))
    send_reply(page, **WORDS | {"body": "Lagi."})
    page.goto(story.get_absolute_url())
    assert [page.input_value(f"{FORM} [name={name}]") for name in ("name", "email")] == [WORDS["name"], WORDS["email"]]
    assert page.is_checked(box)
    assert not [data for data in sent if "=on" in data]

    page.uncheck(box)
    send_reply(page, body="Sekali lagi.")
    page.goto(story.get_absolute_url())
    assert page.input_value(f"{FORM} [name=email]") == ""
    assert WORDS["email"] not in page.evaluate("JSON.stringify(localStorage)")


def test_words_outlive_a_broken_line_and_a_killed_page(page, story):
    page.goto(story.get_absolute_url())
    fill_reply(page, **WORDS)
    page.context.set_offline(True)

    page.click(SEND)

    page.wait_for_selector(f"{FORM} [role=alert]")
    assert page.inner_text(f"{FORM} [role=alert]").startswith("Sambungan terputus. Tulisan Anda tersimpan di perangkat")
    assert page.input_value(BODY) == WORDS["body"]
    assert page.get_attribute(SEND, "aria-disabled") is None
    shoot(page, "sambungan-terputus-390")

    page.context.set_offline(False)
    other = page.context.new_page()
    page.close()
    other.goto(story.get_absolute_url())
    assert other.input_value(BODY) == WORDS["body"]
    assert "belum terkirim" in other.inner_text(".field-kept")
    shoot(other, "tulisan-kembali-390")
    send_reply(other, name="Ina", email="ina@contoh.id")
    assert "/tanggapan/" in other.url
    other.goto(story.get_absolute_url())
    assert other.input_value(BODY) == ""
    assert Comment.objects.count() == 1


def test_refused_words_are_kept_and_can_be_thrown_away(page, story):
    page.goto(story.get_absolute_url())
    send_reply(page, **WORDS | {"email": "ina@contoh"})
    assert page.get_attribute(f"{FORM} [name=email]", "aria-invalid") == "true"

    page.goto(story.get_absolute_url())
    assert page.input_value(BODY) == WORDS["body"]
    page.click("text=Hapus tulisan ini")
    page.reload()
    assert page.input_value(BODY) == ""


@pytest.mark.wordpress("2a Email check")
def test_mistyped_domain_is_asked_about_once(page, story):
    page.goto(story.get_absolute_url())
    fill_reply(page, **WORDS | {"email": "ina@gmial.com"})

    page.click(SEND)
    assert "Maksud Anda gmail.com?" in page.inner_text(".field-question")
    wait_for_focus(page, ".field-question")
    shoot(page, "gmail-390")
    page.click("text=Ya, pakai gmail.com")
    assert page.input_value(f"{FORM} [name=email]") == "ina@gmail.com"

    page.fill(f"{FORM} [name=email]", "ina@yaho.co.id")
    page.click(SEND)
    assert "yahoo.co.id?" in page.inner_text(".field-question")
    send_reply(page)
    assert Comment.objects.get().email == "ina@yaho.co.id"


def test_personal_data_is_pointed_out_once(page, story):
    page.goto(story.get_absolute_url())
    fill_reply(page, **WORDS | {"body": "Hubungi saya di 0812-3456-7890 ya."})

    page.click(SEND)
    asked = page.inner_text(".field-question")
    assert "Jangan tulis nomor HP, NIK, atau alamat rumah" in asked
    assert "nomor telepon (0812-3456-7890)" in asked
    shoot(page, "data-pribadi-390")
    page.click("text=Tunjukkan di tulisan saya")
    selected = "field => field.value.slice(field.selectionStart, field.selectionEnd)"
    assert page.locator(BODY).evaluate(selected) == "0812-3456-7890"
    send_reply(page)

    assert Comment.objects.get().body == "Hubungi saya di 0812-3456-7890 ya."


def test_browser_and_newsroom_see_the_same_personal_data(page, story):
    page.goto(story.get_absolute_url())
    address = page.evaluate(
        "performance.getEntriesByType('resource').find((e) => e.name.includes('reply-personal')).name"
    )
    wanted = [[list(each) for each in found] for _text, found in PERSONAL] + [[] for _text in HARMLESS]

    seen, *patterns = page.evaluate(
        """async ([address, texts]) => {
          const { find, LAW, MONEY, PATTERNS } = await import(address);
          const seen = texts.map((text) => find(text).map(([start, end, kind]) => [kind, text.slice(start, end)]));
          return [seen, PATTERNS, LAW, MONEY];
        }""",
        [address, [text for text, _found in PERSONAL] + HARMLESS],
    )

    assert seen == wanted
    assert patterns == [[list(each) for each in personal.PATTERNS], personal.LAW, personal.MONEY]


def test_own_comment_is_told_above_the_form_until_it_is_forgotten(page, story):
    page.goto(story.get_absolute_url())
    send_reply(page, **WORDS)
    receipt = page.url
    page.goto(story.get_absolute_url())
    told = page.inner_text(".own-comments")
    assert told.startswith("Komentar Anda ")
    assert "menunggu dibaca" in told
    assert page.get_attribute(".own-comments a", "href") in receipt
    assert "tanggapan/" not in page.request.get(story.get_absolute_url()).text().replace(
        f"{story.get_absolute_url()}tanggapan/", ""
    )
    shoot(page, "komentar-anda-390")

    Comment.objects.update(status=Status.APPROVED)
    page.reload()
    page.wait_for_function("() => document.querySelector('.own-comments li')?.innerText.includes('menunggu') === false")
    page.click("text=Lupakan di perangkat ini")
    expect(page.locator(".own-comments li")).to_have_count(0)
    page.reload()
    expect(page.locator(".own-comments li")).to_have_count(0)


def test_end_of_the_room_is_announced(page, story):
    page.goto(story.get_absolute_url())
    count = f"{FORM} .field-count"
    page.fill(BODY, "a" * 100)
    assert page.inner_text(count) == ""

    page.fill(BODY, "a" * 65_500)

    assert page.inner_text(count) == "Sisa 25 karakter."
    assert page.inner_text(f"{FORM} [role=status]") == "Sisa 25 karakter."


def test_axe_finds_no_fault_in_what_scripts_add_and_targets_are_wide_enough(page, story):
    Newsroom.objects.update(complaint_channels="SP4N-LAPOR! | https://www.lapor.go.id\nCall center | 112")
    comment(story, status=Status.APPROVED)
    page.goto(story.get_absolute_url())
    send_reply(page, **WORDS)
    page.goto(story.get_absolute_url())
    fill_reply(page, body="NIK 5314015708900001", name="Ina", email="ina@gmial.com")
    page.click(SEND)
    page.click(".who-sees summary")
    page.click(".comment a[href*='balas=']")
    assert page.ears.settle(page) == []

    small = page.evaluate(
        """[...document.querySelectorAll(".comments :is(a, button, summary, input, textarea, label)")]
          .filter((each) => each.checkVisibility() && !each.closest(".comment-body, .reply-remember"))
          .map((each) => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()])
          .filter(([, box]) => box.width < 24 || box.height < 24).filter(([html]) => !html.startsWith("<label"))"""
    )

    assert small == []
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in Axe().run(page).response["violations"]] == []
    shoot(page, "semua-390")
