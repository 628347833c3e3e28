"""What people do in a browser, told once."""

import os
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

PASSWORD = "kata-sandi-uji-8"  # as the fixture `person` gives it
PUBLISH = "input[name=_publish]"
NOW = "#publish-form button[name=when][value=now]"
AT = "#publish-form button[name=when][value=at]"
FORM = "form#balasan"


def sign_in(page: Page, user) -> Page:
    """Through the desk's own form."""
    page.goto("/admin/")
    page.fill("input[name=username]", user.username)
    page.fill("input[name=password]", PASSWORD)
    page.click("form#login-form [type=submit]")
    page.wait_for_selector(".desk-start")
    return page


def publish(page: Page, button: str = NOW) -> None:
    """From the story form through the screen that shows what goes out; the menu of the story is open after this."""
    page.click(PUBLISH)
    page.click(button)
    page.wait_for_selector(".messagelist .success")


def fill_reply(page: Page, **words: str) -> None:
    for name, value in words.items():
        page.fill(f"{FORM} [name={name}]", value)


def send_reply(page: Page, **words: str) -> None:
    """Fill the form under a story and press its button; the answer has been loaded after this."""
    fill_reply(page, **words)
    with page.expect_navigation():
        page.click(f"{FORM} [type=submit]")


def wait_for_focus(page: Page, selector: str) -> None:
    """A browser follows `autofocus` a frame after the page is whole, so ask until it has."""
    expect(page.locator(selector)).to_be_focused()


def queue_item(page: Page, words: str) -> Locator:
    """The comment with these words, in the view of the queue that is open."""
    return page.locator(".queue-item", has_text=words)


def decide(page: Page, words: str, decision: str) -> None:
    """Open the queue and decide on the comment with these words."""
    page.goto("/admin/antrean/")
    queue_item(page, words).locator(f".queue-single button[name=decision][value={decision}]").click()
    page.wait_for_selector(".queue-undo")


def shoot(page: Page, name: str) -> None:
    """A picture for people to look at, where SCREENSHOTS names a folder for it."""
    if folder := os.environ.get("SCREENSHOTS"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(folder, f"{name}.png"), full_page=True)
