"""The line is cut, the browser dies, the session ends: the words are still there."""

import os
import signal
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from playwright.sync_api import expect

from articles.models import Article
from tests.articles.factories import draft
from tests.articles.test_story_form import ADD, change, filled
from tests.journeys.acts import PASSWORD, shoot
from tests.journeys.conftest import ARGUMENTS, PATIENCE
from tests.journeys.ears import Ears

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HEADLINE, TEXT = "Jembatan Noelmina dibuka", "Warga menyeberang sejak pagi."
SAVE = "[name=_save]"
KEEPS = """async (words) => {
  const request = indexedDB.open("humas-meja");
  await new Promise((resolve) => (request.onsuccess = resolve));
  for (const end = Date.now() + 8000; ; ) {
    const all = request.result.transaction("words").objectStore("words").getAll();
    await new Promise((resolve) => (all.onsuccess = resolve));
    const kept = all.result.map((entry) => Object.values(entry.words).join(" ")).join(" ");
    if (words ? kept.includes(words) : !kept) break;
    if (Date.now() > end) throw new Error(`kept: ${kept}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  request.result.close();
}"""
NOTHING = ""


def sit_down(page, user):
    """Without the sign-in page, as if that had been done before."""
    client = Client()
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    address = f"{settings.SITE_URL}{settings.SESSION_COOKIE_PATH}"
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": address}])
    return page


def write(page, headline=HEADLINE, text=TEXT):
    page.fill("[name=headline]", headline)
    page.locator(".ProseMirror[contenteditable]").press_sequentially(text)
    page.evaluate(KEEPS, text)


def saved(headline=HEADLINE):
    return Article.everything.get(headline=headline)


@pytest.mark.parametrize("width", [390, 1366])
def test_line_cut_while_typing_leaves_the_form_and_its_words(visit, person, width):
    page = visit(width=width)
    sit_down(page, person("Redaktur"))
    page.goto(ADD)
    write(page)

    page.context.set_offline(True)
    page.click(SAVE)
    expect(page.get_by_role("status")).to_contain_text("Tidak ada sambungan. Tulisan Anda disimpan di peramban ini")
    expect(page.locator("[name=headline]")).to_have_value(HEADLINE)
    shoot(page, "sambungan-putus")

    page.context.set_offline(False)
    page.click(SAVE)
    page.wait_for_selector(".messagelist .success")
    assert TEXT in saved().body
    page.goto(ADD)
    page.evaluate(KEEPS, NOTHING)
    page.wait_for_selector(".kept-ready")
    assert page.locator(".kept-offer").count() == 0
    assert page.ears.settle(page) == []


def processes_of(profile: Path) -> list[int]:
    found = []
    for line in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = line.read_bytes()
        except OSError:
            continue
        if f"--user-data-dir={profile}".encode() in words:
            found.append(int(line.parent.name))
    return found


@pytest.fixture
def own_browser(playwright, site, tmp_path):
    """A browser with a profile that outlives it; `kill()` ends it as a power cut of the machine's mind would."""
    profile = tmp_path / "profil"
    contexts = []

    def start(width):
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=os.environ.get("CHROMIUM") or "/usr/bin/chromium",
            args=ARGUMENTS,
            base_url=site,
            viewport={"width": width, "height": 768},
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.pages[0]
        page.ears = Ears(context, site)
        return page

    def kill():
        for number in processes_of(profile):
            os.kill(number, signal.SIGKILL)
        contexts.pop()
        (profile / "SingletonLock").unlink(missing_ok=True)

    start.kill = kill
    yield start
    for context in contexts:
        context.close()


@pytest.mark.parametrize("width", [390, 1366])
def test_killed_browser_offers_the_words_when_it_is_back(own_browser, person, width):
    story, editor = draft(), person("Redaktur")
    page = sit_down(own_browser(width), editor)
    page.goto(change(story))
    write(page)

    own_browser.kill()
    page = sit_down(own_browser(width), editor)
    page.goto(change(story))

    offer = page.get_by_role("region", name="Ada tulisan yang belum tersimpan dari ")
    expect(offer).to_contain_text("WITA")
    expect(page.locator("[name=headline]")).to_have_value(story.headline)
    offer.get_by_text("Lihat bedanya").click()
    expect(offer).to_contain_text(TEXT)
    shoot(page, "tulisan-ditawarkan")
    offer.get_by_role("button", name="Pulihkan").click()
    expect(page.locator("[name=headline]")).to_have_value(HEADLINE)
    expect(page.locator(".ProseMirror[contenteditable]")).to_contain_text(TEXT)
    page.click(SAVE)
    page.wait_for_selector(".messagelist .success")
    page.goto(change(story))
    page.wait_for_selector(".kept-ready")
    expect(page.locator("[name=headline]")).to_have_value(HEADLINE)
    assert offer.count() == 0
    assert page.ears.settle(page) == []


def test_session_that_ended_at_save_keeps_every_word(visit, person):
    page, writer = visit(), person("Penulis")
    sit_down(page, writer)
    page.goto(ADD)
    write(page)

    Session.objects.all().delete()
    page.click(SAVE)
    page.fill("[name=masuk-username]", writer.username)
    page.fill("[name=masuk-password]", "salah")
    page.click("#login-form [type=submit]")
    page.wait_for_selector(".errorlist, .errornote")
    shoot(page, "masuk-untuk-melanjutkan")
    page.fill("[name=masuk-password]", PASSWORD)
    page.click("#login-form [type=submit]")
    page.wait_for_selector(".messagelist .success")

    assert TEXT in saved().body
    assert saved().author == writer
    page.evaluate(KEEPS, NOTHING)
    assert page.ears.settle(page) == []


def test_sign_out_forgets_and_nobody_else_is_offered_the_words(visit, person):
    page, one, other = visit(), person("Penulis"), person("Penulis")
    sit_down(page, one)
    page.goto(ADD)
    write(page)
    page.context.clear_cookies()
    sit_down(page, other)
    page.goto(ADD)
    page.wait_for_selector(".kept-ready")
    assert page.locator(".kept-offer").count() == 0

    page.context.clear_cookies()
    sit_down(page, one)
    page.goto(ADD)
    expect(page.locator(".kept-offer")).to_be_visible()
    page.fill("[name=headline]", "Lain lagi")
    page.get_by_role("button", name="Keluar").click()
    page.get_by_role("button", name="Keluar juga").click()
    page.wait_for_selector("script[data-signed-out]", state="attached")
    page.evaluate(KEEPS, NOTHING)
    assert page.ears.settle(page) == []


def test_words_written_on_an_older_text_do_not_overwrite_the_newer_one(visit, person, editor):
    story = draft()
    page = visit()
    sit_down(page, person("Redaktur"))
    page.goto(change(story))
    write(page)
    page.goto("/admin/")
    meanwhile = filled(headline="Judul dari meja sebelah", slug=story.slug, base=story.head_id)
    assert editor.post(change(story), meanwhile).status_code == 302

    page.goto(change(story))
    expect(page.locator(".kept-offer")).to_contain_text("Sejak itu sudah ada yang menyimpan")
    page.get_by_role("button", name="Pulihkan").click()
    with page.expect_navigation() as answer:
        page.click(SAVE)

    assert answer.value.status == 409
    expect(page.locator("[name=headline]")).to_have_value(HEADLINE)
    assert saved("Judul dari meja sebelah") == story
    assert page.ears.settle(page) == []


def test_one_step_back_shows_the_words_in_the_editor_too(visit, person):
    page = visit()
    sit_down(page, person("Penulis"))
    page.goto(ADD)
    write(page)
    page.goto("/admin/")
    page.go_back()
    expect(page.locator(".ProseMirror[contenteditable]")).to_contain_text(TEXT)
    expect(page.locator("[name=headline]")).to_have_value(HEADLINE)


def test_nobody_is_timed_out_over_unsaved_words(visit, person):
    page = visit()
    sit_down(page, person("Penulis"))
    page.clock.install()
    page.goto(ADD)
    expect(page.locator(".ProseMirror[contenteditable]")).to_be_visible()
    page.fill("[name=headline]", HEADLINE)

    with page.expect_response("**/admin/masih/") as answer:
        page.clock.fast_forward("10:05")
    assert answer.value.status == 204
