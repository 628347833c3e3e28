"""What must not happen in a page: something runs, the policy refuses something, something is fetched elsewhere."""

import contextlib
from pathlib import Path

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Error, Page, Request

HERE = Path(__file__).parent
SCRIPTS = [HERE / "listen.js", HERE / "inspect.js"]
MARK = "HEARD "
POLICY_WORDS = "Content Security Policy"


class Ears:
    """
    Listens in every page and frame of a browser context.

    `heard` holds "<what> <detail>" for each of: ran, policy, elsewhere, dialog,
    broke (an error in a script). `settle(page)` waits until all that a page
    sets off on loading has been heard, and empties the list.
    """

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.site = site
        self.heard: list[str] = []
        for script in SCRIPTS:
            context.add_init_script(path=script)
        context.on("console", self._on_console)
        context.on("request", self._on_request)
        context.on("dialog", self._on_dialog)
        context.on("weberror", lambda error: self.heard.append(f"broke {error.error}"))

    def settle(self, page: Page) -> list[str]:
        """What was heard since the last time, once nothing more is on its way."""
        page.evaluate("() => window.settled()")
        heard, self.heard = self.heard, []
        return heard

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.text.startswith(MARK):
            self.heard.append(message.text.removeprefix(MARK))
        elif POLICY_WORDS in message.text:
            self.heard.append(f"policy {message.text}")

    def _on_request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.site}/", "about:")):
            self.heard.append(f"elsewhere {request.url[:200]}")

    def _on_dialog(self, dialog: Dialog) -> None:
        self.heard.append(f"dialog {dialog.type} {dialog.message}")
        with contextlib.suppress(Error):
            dialog.dismiss()
