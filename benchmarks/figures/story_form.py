"""
What the story form costs on a bad line: bytes as they cross it, and seconds until one can write.

A laptop's window (1366×768), 256 kbit/s, 600 ms there and back: first with an
empty cache, then again with what the first visit left. Bytes count heads and
bodies of all answers, as the browser's own network log does; 1 kB is 1,000.
The newsroom promises 350 kB and 40 kB.
"""

import os
import shutil
import time
from collections.abc import Callable

from playwright.sync_api import Browser, sync_playwright

from benchmarks.newsroom import Newsroom, newsroom
from humas.operations.demo.accounts import PASSWORD

BYTES_A_SECOND, LATENCY = 256_000 / 8, 600
PROMISED = {"pertama kali": 350, "berikutnya": 40}
PATIENCE = 120_000
FORM = "/admin/articles/article/add/"


def main() -> dict:
    command = (
        *("-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"),
        *("--workers", "1", "--blocking-threads", "4", "--log-level", "warning", "humas.wsgi:application"),
    )
    with newsroom() as room, room.served(*command, "--port", str(room.port)), sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        visits = _visits(browser, room)
        browser.close()
    values = {name: sum(visit["sizes"].values()) / 1000 for name, visit in visits.items()}
    return {
        "title": "Formulir berita di jaringan 256 kbit/s",
        "unit": "kB",
        "values": values,
        "seconds": {name: visit["seconds"] for name, visit in visits.items()},
        "largest": sorted(visits["pertama kali"]["sizes"].items(), key=lambda item: -item[1])[:12],
        "ratio": {f"{name}: janji / terukur": PROMISED[name] / kilobytes for name, kilobytes in values.items()},
    }


def _visits(browser: Browser, room: Newsroom) -> dict[str, dict]:
    context = browser.new_context(base_url=room.address, viewport={"width": 1366, "height": 768})
    context.add_cookies(_signed_in(browser, room))  # the sign-in page must not warm the cache
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": LATENCY,
            "downloadThroughput": BYTES_A_SECOND,
            "uploadThroughput": BYTES_A_SECOND,
        },
    )
    sizes_so_far = _listen(line, room)
    visits = {}
    for name in PROMISED:
        began = time.monotonic()
        page.goto(FORM)
        page.wait_for_selector(".prose-menubar button")
        seconds = time.monotonic() - began
        page.wait_for_load_state("networkidle")
        visits[name] = {"sizes": sizes_so_far(), "seconds": round(seconds, 1)}
    return visits


def _listen(line, room: Newsroom) -> Callable[[], dict[str, int]]:
    """A function giving {path: bytes} of what was loaded since it was called last."""
    addresses: dict[str, str] = {}
    sizes: dict[str, int] = {}

    def asked(event):
        addresses[event["requestId"]] = event["request"]["url"].removeprefix(room.address)

    def came(event):
        if event["encodedDataLength"]:
            path = addresses[event["requestId"]]
            sizes[path] = sizes.get(path, 0) + event["encodedDataLength"]

    def since() -> dict[str, int]:
        now = dict(sizes)
        sizes.clear()
        return now

    line.on("Network.requestWillBeSent", asked)
    line.on("Network.loadingFinished", came)
    return since


def _signed_in(browser: Browser, room: Newsroom) -> list:
    context = browser.new_context(base_url=room.address)
    page = context.new_page()
    page.goto("/admin/")
    page.fill("[name=username]", "redaktur")
    page.fill("[name=password]", PASSWORD)
    page.click("#login-form [type=submit]")
    page.wait_for_url("**/admin/")
    page.wait_for_selector("#logout-form")
    cookies = context.cookies(f"{room.address}/admin/")
    context.close()
    return cookies
