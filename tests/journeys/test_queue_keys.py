"""The queue by keyboard alone: fifty comments of all kinds, a batch taken back, letters switched off."""

import pytest
from playwright.sync_api import expect

from comments.models import Comment, Decision, Rule, Status
from comments.reply.fate import fate_of
from tests.articles.factories import published_article
from tests.comments.factories import comment
from tests.journeys.acts import shoot, sign_in

pytestmark = pytest.mark.browser

CITIZEN, ADVERT, RUDE = "Kapan jalan {} diperbaiki?", "Situs gacor {}: https://slot{}.contoh.com", "Bodoh {}."
KEYS = {"Kapan": "a", "Situs": "s", "Bodoh": "d"}
OPEN = ".queue-item[data-open]"
ANNOUNCED = "body > [role=status]"


@pytest.fixture
def fifty(db):
    Rule.objects.create(kind="word", pattern="gacor", does="hold")
    story = published_article()
    made = []
    for number in range(50):
        words = (CITIZEN, ADVERT, RUDE)[number % 3].format(number, number)
        one = comment(story, body=words, name=f"Warga ke-{number}")
        fate_of(one).lay_on(one)
        made.append(one)
    Comment.objects.bulk_update(made, ["is_suspect", "held_for", "evidence"])
    return made


@pytest.fixture
def desk(visit, person, fifty):
    page = visit()
    sign_in(page, person("Moderator"))
    page.goto("/admin/antrean/")
    return page


def number(page):
    return page.get_attribute(OPEN, "data-number")


def press(page, key):
    """A key that opens another comment; the other is open after this."""
    before = number(page)
    page.keyboard.press(key)
    page.wait_for_function(
        "before => document.querySelector('.queue-item[data-open]')?.dataset.number !== before", arg=before
    )


@pytest.mark.wordpress("2d Keyboard")
def test_fifty_mixed_comments_are_decided_by_keyboard_alone(desk, fifty):
    for view, count in (("perlu-dibaca", 33), ("diduga-judol", 17)):
        desk.goto(f"/admin/antrean/?tampilan={view}")
        for _ in range(count):
            words = desk.inner_text(f"{OPEN} .queue-body")
            press(desk, KEYS[words.split()[0]])
        expect(desk.locator(".queue-empty")).to_be_visible()
        expect(desk.locator(ANNOUNCED)).to_contain_text("1 komentar kini")

    wanted = {"Kapan": Status.APPROVED, "Situs": Status.SPAM, "Bodoh": Status.TRASH}
    rows = Comment.objects.values_list("body", "status")
    assert [row for row in rows if wanted[row[0].split()[0]] != row[1]] == []
    assert Decision.objects.count() == 50


@pytest.mark.wordpress("2d Keyboard")
def test_one_moves_ticks_and_takes_twenty_back_by_keyboard(desk, fifty):
    first = number(desk)
    press(desk, "j")
    expect(desk.locator(f"{OPEN} .queue-writer a")).to_be_focused()
    press(desk, "k")
    assert number(desk) == first
    for _ in range(20):
        desk.keyboard.press("x")
        press(desk, "j")
    expect(desk.locator(".queue-chosen")).to_have_text("20 dipilih")
    shoot(desk, "antrean-dipilih-1366")

    desk.keyboard.press("s")
    expect(desk.locator(".queue-undo-said")).to_contain_text("20 komentar kini: Spam")
    assert Comment.objects.filter(status=Status.SPAM).count() == 20
    desk.keyboard.press("z")
    expect(desk.locator(".messagelist")).to_contain_text("20")
    assert set(Comment.objects.values_list("status", flat=True)) == {Status.PENDING}

    desk.keyboard.press("Shift+X")
    expect(desk.locator(".queue-chosen")).to_have_text("33 dipilih")


@pytest.mark.wordpress("2d Keyboard")
def test_help_opens_and_letters_can_be_switched_off(desk):
    desk.keyboard.press("?")
    expect(desk.locator("dialog#pintasan")).to_be_visible()
    desk.keyboard.press("s")  # the dialog is open: nothing behind it is decided
    desk.keyboard.press("Escape")
    expect(desk.locator("dialog#pintasan")).to_be_hidden()

    for key in ("Control+s", "Alt+d", "Meta+a"):
        desk.keyboard.press(key)
    desk.fill("#cari", "asdzjk")
    desk.locator(".queue-whole .decide-reason").press_sequentially("asdz")
    assert desk.input_value("#cari") == "asdzjk"

    desk.click(".queue-help-open")
    desk.click(".queue-keys-switch button")
    expect(desk.locator(".messagelist")).to_contain_text("Pintasan dimatikan.")
    open_now = number(desk)
    for key in ("a", "s", "d", "u", "j", "x", "?"):
        desk.keyboard.press(key)
    expect(desk.locator("dialog#pintasan")).to_be_hidden()
    assert number(desk) == open_now
    assert desk.locator(".queue-tick input:checked").count() == 0
    assert Decision.objects.count() == 0
