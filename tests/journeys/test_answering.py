"""Closing a part by mouse and by thumb, and what is copied for an office; axe on these pages."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from comments import answers, offices
from comments.models import Comment, SavedAnswer, Status
from tests.articles.factories import published_article
from tests.comments.answering import office
from tests.comments.factories import comment
from tests.journeys.acts import shoot, sign_in
from tests.journeys.test_everybody import LONG_WORD, SIDEWAYS, WIDEST

pytestmark = pytest.mark.browser

WORDS = "👍🏽 Tanya Pak Yohanes\ndi 0812-3456-7890, 𝒹ia tahu."
PLACE = """(words) => {  // where these words stand on the screen
  const box = document.getElementById("kata-komentar");
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at >= 0) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { left, right, y: (top + bottom) / 2 };
    }
  }
}"""
SELECT = """(words) => {  // as a long press and its two handles do
  const box = document.getElementById("kata-komentar");
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at >= 0) {
      document.getSelection().setBaseAndExtent(node, at, node, at + words.length);
    }
  }
}"""
MARKED = "#kata-komentar mark"


@pytest.fixture
def made(db):
    return comment(published_article(), status=Status.APPROVED, body=WORDS)


def test_parts_are_closed_by_drawing_over_them_with_the_mouse(visit, person, made):
    page = visit()
    sign_in(page, person("Moderator"))
    page.goto(f"/admin/antrean/{made.pk}/sunting/")

    place = page.evaluate(PLACE, "Pak Yohanes")
    page.mouse.move(place["left"] + 1, place["y"])
    page.mouse.down()
    page.mouse.move(place["right"] - 1, place["y"], steps=5)
    page.mouse.up()
    page.click("[data-close]")
    expect(page.locator(MARKED)).to_have_text(["Pak Yohanes"])
    page.evaluate(SELECT, "𝒹ia")
    page.click("[data-close]")
    expect(page.locator(MARKED)).to_have_text(["Pak Yohanes", "𝒹ia"])
    page.fill("#alasan", "nama warga")
    page.click("button[value=tutup]")
    page.wait_for_selector(".messagelist .success")

    made.refresh_from_db()
    assert [made.body[start:end] for start, end in made.redactions] == ["Pak Yohanes", "𝒹ia"]
    assert made.body_html.startswith("<p>👍🏽 Tanya <em>[bagian ini ditutup redaksi]</em><br>di 0812")


def test_parts_are_closed_and_opened_by_thumb(visit, person, made):
    page = visit(width=390, height=844, phone=True)
    sign_in(page, person("Moderator"))
    page.goto(f"/admin/antrean/{made.pk}/sunting/")

    page.evaluate(SELECT, "0812-3456-7890")
    expect(page.locator("[data-chosen]")).to_have_text("0812-3456-7890")
    page.locator("[data-close]").tap()
    expect(page.locator(MARKED)).to_have_text(["0812-3456-7890"])
    shoot(page, "sunting-390")
    page.fill("#alasan", "nomor telepon")
    page.locator("button[value=tutup]").tap()
    page.wait_for_selector(".messagelist .success")
    made.refresh_from_db()
    assert "0812" not in made.body_html

    page.locator("[name=bagian]").uncheck()
    page.fill("#alasan", "boleh disebut")
    page.locator("button[value=tutup]").tap()
    page.wait_for_selector(".messagelist .success")
    made.refresh_from_db()
    assert "0812" in made.body_html


def test_text_for_the_office_is_copied_and_a_saved_answer_goes_in_where_the_cursor_is(visit, person, made):
    SavedAnswer.objects.create(title="Terima kasih", text="Terima kasih, {nama}.")
    moderator, page = person("Moderator"), visit(permissions=["clipboard-read", "clipboard-write"])
    row = offices.forward(made, office(), by=moderator, due_on=offices.usual_due())
    sign_in(page, moderator)

    page.goto(f"/admin/antrean/{made.pk}/teruskan/?ke={row.pk}")
    page.click("[data-copy]")
    expect(page.locator("[data-copy] ~ [role=status]")).not_to_be_empty()
    text = page.evaluate("() => navigator.clipboard.readText()")
    assert made.short_number in text
    assert "di ▇▇▇▇, 𝒹ia tahu." in text

    page.goto(f"/admin/antrean/{made.pk}/jawab/")
    page.fill("#id_text", " Salam.")
    page.evaluate("document.getElementById('id_text').setSelectionRange(0, 0)")
    page.select_option("#simpanan", label="Terima kasih")
    expect(page.locator("#id_text")).to_have_value(f"Terima kasih, {made.name}. Salam.")
    page.click("button[value=kirim]")
    page.wait_for_selector(".messagelist .success")
    assert Comment.objects.get(parent=made).body == f"Terima kasih, {made.name}. Salam."


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_in_these_pages_and_nothing_scrolls_sideways(visit, person, made, scheme):
    moderator, page = person("Moderator"), visit(width=390, height=844, color_scheme=scheme)
    SavedAnswer.objects.create(title=LONG_WORD, text="Terima kasih.")
    row = offices.forward(made, office(f"Dinas {LONG_WORD}"[:120]), by=moderator, due_on=offices.usual_due())
    offices.set_public(row.pk, True)
    answers.answer(made.pk, f"Sudah. {LONG_WORD}", by=moderator, office=row.office)
    waiting = offices.forward(comment(made.article, body=LONG_WORD), row.office, by=moderator, due_on=row.due_on)
    sign_in(page, moderator)
    desk, axe, faults = "/admin/antrean/", Axe(), []
    rooms = (f"{made.pk}/jawab/", f"{made.pk}/teruskan/?ke={row.pk}", f"{made.pk}/teruskan/{row.pk}/cetak/",
             f"{made.pk}/sunting/", "diteruskan/", f"{waiting.comment_id}/jawab/")  # fmt: skip

    public = (made.article.get_absolute_url(), f"/tanggapan/{made.plain_receipt}/")
    for address in (*(desk + room for room in rooms), *public):
        page.goto(address)
        found = axe.run(page)
        faults += [f"{address}: {found.generate_report()}"] if found.violations_count else []
        if page.evaluate(SIDEWAYS) > 0:
            faults.append(f"{address}: wider than the screen: {page.evaluate(WIDEST)}")

    assert faults == []
