"""Chromium against a running newsroom: one browser for all journeys, a fresh context for each visitor."""

import functools
import os
import shutil
from collections.abc import Iterator

import pytest
from django.core.servers.basehttp import WSGIRequestHandler
from playwright.sync_api import Browser, Error, Locator, Page, Playwright, sync_playwright

from tests.journeys.ears import Ears

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Whatever a page asks for elsewhere is heard, and leaves this machine in no case.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
PATIENCE = 10_000  # milliseconds until something that does not appear is called missing


@pytest.fixture(scope="session", autouse=True)
def _clicks_end_on_a_whole_page() -> Iterator[None]:
    """Playwright's own clicks end when the next page begins: what is asked then finds half a document, or none."""

    def whole(click, page_of):
        @functools.wraps(click)
        def clicked(self, *args, **options):
            click(self, *args, **options)
            page = page_of(self)
            try:
                page.wait_for_load_state()
            except Error:
                if not page.is_closed():  # the click closed a window
                    raise

        return clicked

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Page, "click", whole(Page.click, lambda page: page))
        patch.setattr(Locator, "click", whole(Locator.click, lambda locator: locator.page))
        yield


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright) -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not path:
        pytest.fail("no Chromium here: install chromium, or set CHROMIUM to its path")
    browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture
def site(live_server, settings, monkeypatch) -> str:
    """The address of a running newsroom, which takes it for its own."""
    # The test server writes head and body apart; waiting for the receiver in between costs 40 ms an answer.
    monkeypatch.setattr(WSGIRequestHandler, "disable_nagle_algorithm", True)
    settings.SITE_URL = live_server.url
    return live_server.url


@pytest.fixture
def visit(browser, site):
    """
    visit(width=390) → a page of somebody who was never here; options are those of a browser context.

    Every page has `ears`: what ran, what was refused by the policy, what was asked for elsewhere.
    """
    contexts = []

    def new(*, width=1366, height=768, phone=False, **options) -> Page:
        if phone:
            options = {"is_mobile": True, "has_touch": True} | options
        context = browser.new_context(base_url=site, viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        ears = Ears(context, site)
        page = context.new_page()
        page.ears = ears
        return page

    yield new
    for context in contexts:
        context.close()
