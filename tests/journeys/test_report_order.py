"""The parts of a report put into order: by keyboard on a phone, by dragging, without scripts."""

import pytest

from articles import ordering, publishing
from articles.models import Article
from tests.articles.factories import draft, published_article, report
from tests.journeys.acts import shoot, sign_in

pytestmark = pytest.mark.browser


@pytest.fixture
def whole(db):
    whole = report(title="Raker Humas", standfirst="Tiga hari di aula.")
    for letter in "ABC":
        published_article(report=whole, headline=f"Judul {letter}")
    draft(report=whole, headline="Judul D")
    return whole


def headlines(whole):
    return [part.headline[-1] for part in ordering.parts(whole)]


def open_screen(page, whole, person):
    sign_in(page, person("Redaktur"))
    page.goto(f"/admin/articles/report/{whole.pk}/change/")


def press(page, key, times=1):
    for _time in range(times):
        with page.expect_navigation():
            page.keyboard.press(key)


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_keyboard_moves_a_part_and_stays_with_it(has_scripts, whole, visit, person):
    page = visit(width=390, height=844, java_script_enabled=has_scripts)
    open_screen(page, whole, person)
    page.focus(".order-part:nth-child(3) button[name=up]")
    press(page, "Enter", times=2)
    assert headlines(whole) == ["C", "A", "B", "D"]
    assert page.inner_text(".report-readers .part:first-child .part-headline") == "Judul C"
    shoot(page, f"urutan-laporan-390-{has_scripts}")


def test_dragged_order_is_saved_once(whole, visit, person):
    page = visit(width=1366)
    open_screen(page, whole, person)
    assert not page.is_visible(".order-save")
    drag(page, 3, 1)
    assert headlines(whole) == ["A", "B", "C", "D"]
    page.click(".order-part:nth-child(1) button[name=down]")  # while it waits: on the page only
    assert [words[-1] for words in page.locator(".order-headline").all_inner_texts()] == ["A", "C", "B", "D"]
    shoot(page, "urutan-laporan-1366")
    with page.expect_navigation():
        page.click(".order-save [name=order]")
    assert headlines(whole) == ["A", "C", "B", "D"]
    assert page.ears.settle(page) == []


def test_dragged_order_is_taken_back(whole, visit, person):
    page = visit(width=390, height=844)
    open_screen(page, whole, person)
    drag(page, 1, 3)
    page.click(".order-save [type=reset]")
    assert [words[-1] for words in page.locator(".order-headline").all_inner_texts()] == ["A", "B", "C", "D"]
    assert not page.is_visible(".order-save")


def drag(page, start, end):
    """From the grip of one part past the middle of another."""
    grip = page.locator(f".order-part:nth-child({start}) .order-grip").bounding_box()
    target = page.locator(f".order-part:nth-child({end})").bounding_box()
    page.mouse.move(grip["x"] + 5, grip["y"] + 5)
    page.mouse.down()
    past = target["height"] * (0.9 if end > start else 0.1)
    page.mouse.move(grip["x"] + 5, target["y"] + past, steps=12)
    page.mouse.up()


def test_words_for_machines_are_no_breach_of_the_policy(whole, visit):
    publishing.withdraw(Article.objects.get(headline="Judul B"), reason="Keliru.")
    page = visit(width=390, height=844)
    for address in (
        "/laporan/",
        whole.get_absolute_url(),
        f"{whole.get_absolute_url()}lengkap/",
        Article.objects.get(headline="Judul A").get_absolute_url(),
    ):
        page.goto(address)
        assert page.ears.settle(page) == [], address
        shoot(page, f"laporan-390-{address.strip('/').replace('/', '-')}")
    assert page.locator("script[type='application/ld+json']").count() == 1
