"""The queue by thumb, without JavaScript, on bad lines, and with two moderators on one page."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from comments.models import Comment, Decision, Status
from comments.reply.fate import fate_of
from tests.articles.factories import published_article
from tests.comments.factories import comment
from tests.journeys.acts import shoot, sign_in
from tests.journeys.test_everybody import SIDEWAYS, WIDEST

pytestmark = pytest.mark.browser

OPEN = ".queue-item[data-open]"
THUMBS = f"{OPEN} .queue-thumbs button"
HOSTS = "a.com b.com c.com https://contoh.example.com/" + "x" * 200
IN_VIEW = """selector => [...document.querySelectorAll(selector)].every(one => {
  const box = one.getBoundingClientRect();
  return box.height >= 44 && box.top >= 0 && box.bottom <= innerHeight;
})"""


@pytest.fixture
def some(db):
    """Ordinary words, the longest name, a name from right to left, piles of marks, links, an answer among others."""
    story = published_article()
    top = comment(story, body="Yang pertama.", name="Ina")
    made = [top, *(comment(story, body=f"Jawaban {n}.", parent=top, name="Warga " * 13) for n in range(6))]
    made.append(comment(story, body="Z" + "\u0335\u0321\u031b" * 40, name="محمد \u202e علي"))
    made.append(comment(story, body=HOSTS, website="https://toko.example.com/" + "y" * 150))
    for one in made:
        fate_of(one).lay_on(one)
    Comment.objects.bulk_update(made, ["is_suspect", "held_for", "evidence"])
    return made


def test_thumb_decides_and_takes_back_on_a_phone(some, visit, person):
    page = visit(width=390, height=844, phone=True)
    sign_in(page, person("Moderator"))
    page.goto("/admin/antrean/")
    assert page.evaluate(IN_VIEW, THUMBS)
    shoot(page, "antrean-jempol-390")

    for body, word in (("Yang pertama.", "approve"), ("Jawaban 0.", "spam")):
        expect(page.locator(f"{OPEN} .queue-body")).to_have_text(body)
        page.tap(f"{THUMBS}[value={word}]")
        expect(page.locator(f"{OPEN} .queue-body")).not_to_have_text(body)
    expect(page.locator(".queue-undo")).to_be_visible()
    assert page.evaluate(IN_VIEW, f"{THUMBS}, .queue-undo button")
    shoot(page, "antrean-urungkan-jempol-390")

    page.tap(".queue-undo button")
    expect(page.locator(f"{OPEN} .queue-body")).to_have_text("Jawaban 0.")
    assert list(Comment.objects.exclude(status=Status.PENDING).values_list("body", "status")) == [
        ("Yang pertama.", Status.APPROVED)
    ]


@pytest.mark.wordpress("2d Undo")
def test_undo_bar_leaves_after_ten_seconds_and_z_still_undoes(some, visit, person):
    page = visit()
    sign_in(page, person("Moderator"))
    page.clock.install()
    page.goto("/admin/antrean/")
    page.keyboard.press("s")
    expect(page.locator(".queue-undo")).to_be_visible()
    page.clock.run_for(9_000)
    expect(page.locator(".queue-undo")).to_be_visible()
    page.clock.run_for(2_000)
    expect(page.locator(".queue-undo")).to_be_hidden()
    page.keyboard.press("z")
    expect(page.locator(".messagelist")).to_be_visible()
    assert not Comment.objects.exclude(status=Status.PENDING).exists()


@pytest.mark.wordpress("2d Row actions", "2d Extra rows")
def test_everything_works_without_scripts(some, visit, person):
    page = visit(width=390, height=844, phone=True, java_script_enabled=False)
    sign_in(page, person("Moderator"))
    page.goto("/admin/antrean/")
    page.click(f"{OPEN} [rel=next]")
    assert page.inner_text(f"{OPEN} .queue-body") == "Jawaban 0."
    page.click(f"{THUMBS}[value=approve]")
    assert page.inner_text(f"{OPEN} .queue-body") == "Jawaban 1."
    page.locator(f"{OPEN} ~ .queue-item .queue-short [value=spam]").first.click()
    assert page.inner_text(f"{OPEN} .queue-body") == "Jawaban 1."
    page.click(".queue-undo button")
    assert list(Comment.objects.exclude(status=Status.PENDING).values_list("body", flat=True)) == ["Jawaban 0."]
    page.fill("#cari", "pertama")
    page.press("#cari", "Enter")
    assert page.locator(".queue-item").count() == 1
    assert page.inner_text(f"{OPEN} .queue-body") == "Yang pertama."


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_second_of_two_moderators_is_told_who_was_first(has_scripts, some, visit, person):
    first, second = person("Moderator"), person("Moderator")
    pages = [visit(java_script_enabled=has_scripts) for _ in range(2)]
    for page, user in zip(pages, (first, second), strict=True):
        sign_in(page, user)
        page.goto("/admin/antrean/")
    pages[0].click(f"{THUMBS}[value=approve]")
    expect(pages[0].locator(".queue-undo")).to_be_visible()

    pages[1].click(f"{THUMBS}[value=spam]")
    expect(pages[1].locator(".meanwhile-told")).to_be_visible()
    assert str(first) in pages[1].inner_text(".meanwhile-line")
    shoot(pages[1], f"antrean-bertabrakan-{has_scripts}")
    assert Comment.objects.get(pk=some[0].pk).status == Status.APPROVED
    pages[1].click(".meanwhile-back")
    expect(pages[1].locator(f"{OPEN} .queue-body")).to_have_text("Jawaban 0.")


def test_bad_line_loses_nothing_and_decides_once(some, visit, person):
    page = visit()
    sign_in(page, person("Moderator"))
    page.goto("/admin/antrean/")
    page.context.set_offline(True)
    page.click(f"{THUMBS}[value=spam]")
    expect(page.locator(".queue-said")).to_contain_text("Tidak ada koneksi")
    assert page.inner_text(f"{OPEN} .queue-body") == "Yang pertama."
    page.context.set_offline(False)

    held = []
    page.route("**/putuskan/", lambda route: held.append(route))
    button = page.locator(f"{THUMBS}[value=spam]")
    button.click()
    expect(button).to_have_text("Mengirim …")
    button.click(force=True)
    page.keyboard.press("s")
    assert len(held) == 1
    held[0].continue_()
    expect(page.locator(f"{OPEN} .queue-body")).to_have_text("Jawaban 0.")
    assert Decision.objects.count() == 1
    page.go_back()
    expect(page.locator(f"{OPEN} .queue-body")).to_have_text("Jawaban 0.")  # what is decided does not come back


@pytest.mark.parametrize(("width", "scheme"), [(1366, "light"), (1366, "dark"), (390, "light")])
def test_axe_finds_no_fault_in_the_queue(width, scheme, some, visit, person):
    page = visit(width=width, height=844, color_scheme=scheme)
    sign_in(page, person("Moderator"))
    axe, faults = Axe(), []
    addresses = {
        "jawaban": f"?komentar={some[3].pk}",
        "tautan": "?tampilan=diduga-judol",
        "arab": f"?komentar={some[7].pk}&berita={some[0].article_id}&dari=2020-01-01",
        "kosong": "?tampilan=sampah",
    }
    for name, query in addresses.items():
        page.goto(f"/admin/antrean/{query}")
        if name == "jawaban":
            page.check(f"{OPEN} .queue-tick input")
        shoot(page, f"antrean-{name}-{width}-{scheme}")
        for fault in axe.run(page).response["violations"]:
            faults += [f"{name}: {fault['id']}: {node['html'][:160]}" for node in fault["nodes"]]
        for narrow in {width, 320, 820}:
            page.set_viewport_size({"width": narrow, "height": 844})
            if page.evaluate(SIDEWAYS) > 0:
                faults.append(f"{name} at {narrow}: {page.evaluate(WIDEST)}")
        page.set_viewport_size({"width": width, "height": 844})
    assert not faults, "\n".join(faults)
