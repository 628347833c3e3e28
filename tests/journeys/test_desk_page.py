"""The first page of the desk and the list of stories: seen at once, reached by keyboard, faultless, on a phone too."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone

from articles import publishing, review, saving
from articles.models import Article
from articles.revisions import keeping
from tests.articles.factories import draft, published_article, report
from tests.comments.factories import comment
from tests.journeys.acts import shoot, sign_in

pytestmark = pytest.mark.browser

LIST = "/admin/articles/article/"
LONG = "Pertanggungjawabansekretariatdaerahkabupaten"
ACTS = ["Tulis berita", "Impor naskah", "Rekap"]
WITHIN = """element => { const box = element.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth && box.height > 20 }"""
SMALL = """[...document.querySelectorAll("#content a, #content button, #content select, #content summary")]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 24).map((one) => one.outerHTML)"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
FOCUS = "document.activeElement.getAttribute('aria-label') || document.activeElement.innerText.trim()"


@pytest.fixture
def busy(db, person):
    """Somebody who does everything, with something in every block."""
    both, writer, now = person("Redaktur", "Moderator", "Administrator"), person("Penulis"), timezone.now()
    back = review.hand_over(draft(author=both, headline=f"Panen {LONG}"), by=both)
    review.send_back(back, by=writer, note="Nama Camat keliru di paragraf kedua. " * 5)
    review.hand_over(draft(author=writer, headline="Jadwal Kapal"), by=writer, note="Siap ditinjau.")
    known = published_article(report=report(title=f"Raker {LONG}"), headline="Hari Pertama")
    words, tags = keeping.working(known)
    words.standfirst = "Diperbarui."
    saving.save(words, tags=tags, by=both)
    publishing.schedule(draft(headline="Apel Senin"), now + timedelta(hours=1))
    for n in range(8):
        publishing.plan(draft(headline=f"Rencana {n}", author=both), now)
    comment(known)
    return both


def tab_to(page, words, most=120):
    """Press Tab until what has the focus says so."""
    for _press in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUS).startswith(words):
            return
    raise AssertionError(f"no Tab leads to {words}")


def test_acts_and_what_waits_are_seen_without_scrolling(visit, busy):
    page = sign_in(visit(width=1366, height=768), busy)
    shoot(page, "meja-1366")
    for words in ACTS:
        assert page.locator(".desk-start a", has_text=words).evaluate(WITHIN), words
    assert page.locator(".desk-waits").evaluate(WITHIN)
    assert "Nama Camat" in page.inner_text(".desk-waits")
    assert page.locator(".desk-block").count() == 9


def test_every_act_of_the_page_is_reached_by_keyboard(visit, busy):
    page = sign_in(visit(width=1366, height=768), busy)
    page.goto("/admin/")
    for words in (*ACTS, "Antrean komentar", "Redaksi"):
        tab_to(page, words)
    tab_to(page, "Sembunyikan: Draf saya")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("#draf").count() == 0
    tab_to(page, "Tampilkan lagi: Draf saya")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("#draf").count() == 1
    tab_to(page, "‹")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "bulan=" in page.url
    page.goto("/admin/")
    page.focus(".desk-all summary")
    page.keyboard.press("Enter")
    assert page.locator(".desk-all table").first.is_visible()


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1366)])
def test_pages_have_no_fault_and_nothing_to_scroll_sideways(scheme, width, visit, busy):
    page = sign_in(visit(width=width, height=844, phone=width < 500, color_scheme=scheme), busy)
    axe, faults = Axe(), []
    for name, address in {"meja": "/admin/", "daftar": f"{LIST}?q=rencana", "kosong": f"{LIST}?q=tidakada"}.items():
        page.goto(address)
        shoot(page, f"{name}-{width}-{scheme}")
        assert page.ears.settle(page) == []
        found = axe.run(page).response["violations"]
        faults += [(name, one["id"], node["html"][:160]) for one in found for node in one["nodes"]]
        assert page.evaluate(SIDEWAYS) <= 0, name
        if width < 500:
            faults += [(name, "small", html[:160]) for html in page.evaluate(SMALL)]
    assert faults == []


def test_chosen_stories_are_published_on_a_phone_and_without_a_script(visit, busy):
    page = sign_in(visit(width=390, height=844, phone=True, java_script_enabled=False), busy)
    page.goto(f"{LIST}?q=rencana&keadaan=draf")
    for n in (1, 2):
        page.locator("#result_list tr", has_text=f"Rencana {n}").locator("input[type=checkbox]").check()
    page.select_option("select[name=action]", "publish")
    page.click("button[name=index]")
    assert "2 berita" in page.inner_text(".messagelist")
    assert Article.objects.published().filter(headline__startswith="Rencana").count() == 2
