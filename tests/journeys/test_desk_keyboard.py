"""The screens of a story without a mouse: Tab comes to everything, shows where it is, and always goes on."""

import pytest
from playwright.sync_api import expect

from articles import review
from articles.models import Article, Kind
from humas.base.cleaning import clean
from tests.articles.factories import draft, photo, published_article
from tests.articles.screen import address, menu
from tests.articles.test_history import history, revision, save
from tests.articles.test_story_form import change
from tests.journeys.acts import NOW, PUBLISH, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

EDITOR = ".ProseMirror[contenteditable]"
LIST = "<p>Yang hadir:</p><ul><li>Bupati</li><li>Camat</li></ul>"
MOST = 200

WALKED = """() => {
  const isMarked = (one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== "none" && outlineWidth !== "0px";
  };
  const name = (one) => `${one.outerHTML.slice(0, 110)}…`;
  const kinds = "a[href], button, input, select, textarea, summary, [contenteditable=true], [tabindex]";
  const all = [...document.querySelectorAll(kinds)]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0)
    .filter((one) => one.type !== "radio" || one === document.querySelector(`[name="${one.name}"]`));
  const met = new Set();
  const within = (place, size) => Math.min(Math.max(place, 1), size - 2);
  let last = null;
  window.walk = {
    /** Whether the walk goes on. Dates and hours hold the focus for several presses. */
    step() {
      const one = document.activeElement;
      if (one === document.body || one === last) return true;
      last = one;
      if (met.has(one)) return false;
      met.add(one);
      return true;
    },
    fault() {
      const one = document.activeElement;
      if (!one.matches(":focus")) return null; // a date's own calendar button, or the end of the page
      if (!isMarked(one)) return `focus not seen: ${name(one)}`;
      const box = one.getClientRects()[0]; // of a link that wraps: its first line
      const x = within(box.left + box.width / 2, innerWidth);
      const y = within(box.top + Math.min(box.height / 2, 20), innerHeight);
      const top = document.elementFromPoint(x, y);
      const isSeen = top && (one.contains(top) || top.contains(one) || top.closest("label")?.control === one);
      return isSeen ? null : `hidden behind ${top && name(top)}: ${name(one)}`;
    },
    missed: () => all.filter((one) => !met.has(one)).map((one) => `no Tab leads to: ${name(one)}`),
  };
}"""


def walk(page) -> list[str]:
    """Press Tab until it comes round to where it was; what is wrong on the way."""
    page.evaluate(WALKED)
    faults = []
    for _press in range(MOST):
        page.keyboard.press("Tab")
        if not page.evaluate("walk.step()"):
            return faults + page.evaluate("walk.missed()")
        if fault := page.evaluate("walk.fault()"):
            faults.append(fault)
    return [*faults, f"no Tab leads on from: {page.evaluate('document.activeElement.outerHTML')[:200]}"]


def tab_to(page, selector: str, key: str = "Tab") -> None:
    """Press it until this has the focus."""
    for _press in range(MOST):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"no {key} leads to {selector}")


def press(page, selector: str, key: str = "Enter") -> None:
    tab_to(page, selector)
    page.keyboard.press(key)


@pytest.fixture
def editor_at(visit, person):
    def sit_down(**options):
        return sign_in(visit(**options), person("Redaktur"))

    return sit_down


@pytest.fixture
def stories(db, person):
    writer = person("Penulis")
    waiting = draft(author=writer, headline="WABUP BUKA RAKER HUMAS", lead_photo=photo(alt="IMG_2034.jpg"))
    review.hand_over(waiting, by=writer, note="Mohon cek nama camat.")
    known = published_article(headline="Bupati Serahkan Benih", text="Ada 120 petani.")
    known = save(known, reason="Salah hitung", body=known.body.replace("120", "150"))
    return waiting, known


@pytest.mark.parametrize("width", [390, 1366])
def test_tab_comes_to_everything_and_shows_where_it_is(editor_at, stories, width):
    waiting, known = stories
    page = editor_at(width=width, height=768)
    faults = []
    for where in (
        "/admin/articles/article/add/", change(waiting), change(known), address(waiting), address(known), menu(known),
        history(known), revision(known, known.head.number, "?tampilan=sebelah"), revision(known, 1, "teks/"),
        f"/admin/articles/article/{known.pk}/cabut/", f"/admin/articles/article/{waiting.pk}/pratinjau/",
    ):  # fmt: skip
        page.goto(where)
        if page.locator("textarea[name=body]").count():
            page.wait_for_selector(EDITOR)
        faults += [f"{where}: {fault}" for fault in walk(page)]
    assert not faults, "\n".join(faults)


def test_walk_hears_planted_faults(editor_at, db):
    page = editor_at()
    page.goto("/admin/password_change/")
    page.evaluate("""() => {
      document.querySelector("[name=new_password1]").style.setProperty("outline", "none", "important");
      document.querySelector("[name=new_password2]").addEventListener("keydown", (event) => event.preventDefault());
    }""")
    faults = [fault.partition(":")[0] for fault in walk(page)]
    assert faults == ["focus not seen", "no Tab leads on from"]


def test_tab_leaves_the_text_wherever_its_writer_is(editor_at, db):
    story = draft(body=clean(LIST))
    page = editor_at()
    page.goto(change(story))
    page.locator(f"{EDITOR} li").last.click()
    tab_to(page, "[name=credit]")
    page.locator(f"{EDITOR} li").last.click()
    tab_to(page, "[name=standfirst]", "Shift+Tab")
    assert page.locator(f"{EDITOR} li").count() == 2


def test_story_is_published_compared_and_restored_by_keyboard(editor_at, stories):
    _waiting, known = stories
    page = editor_at()
    page.goto(change(known))
    page.wait_for_selector(EDITOR)
    press(page, PUBLISH)
    page.wait_for_selector("#publish-form")
    press(page, NOW)
    page.wait_for_selector(".published")
    page.goto(history(known))
    press(page, "[name=revisi]", "Space")
    press(page, "[name=revisi][value='1']", "Space")
    page.keyboard.press("Enter")
    expect(page.locator(".diff-body ins")).to_have_count(1)
    page.goto(revision(known, 1, "teks/"))
    press(page, ".revision-restore button")
    page.wait_for_selector(".story-state .state-changes")
    assert Article.objects.get(pk=known.pk).head.kind == Kind.RESTORE
