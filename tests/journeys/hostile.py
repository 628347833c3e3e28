"""Hostile texts, many to a page: shown, listened to, and the one that acts named."""

import json
import os
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from tests.data import data_path

CORPORA = ["bleach-regression", "html5-security-cheatsheet", "owasp-filter-evasion"]

STORY_TAGS = tuple("p br hr h2 h3 h4 strong em sub sup ul ol li blockquote a span".split())
REPLY_TAGS = ("p", "br", "a")
KEPT = {
    ".article-body": STORY_TAGS,
    ".comment-body": REPLY_TAGS,
    ".queue-words": REPLY_TAGS,
    ".queue-body": ("p", "br", "mark", "details", "summary"),
    **dict.fromkeys((".queue-name", ".queue-links li"), ("bdi", "mark", "span", "strong")),
    **dict.fromkeys((".comment-name", ".queue-writer", ".queue-story"), ("a", "bdi")),
    **dict.fromkeys(("h1", ".article-standfirst", ".byline", ".credit"), ()),
    ".tags li": ("a",),
    ".receipt-signed": ("bdi", "time"),
}
"""Where readers' and editors' words stand on our pages, and the elements that may be in them."""

OWN_SHEET = re.compile(r'<link rel="stylesheet" href="/static/[a-z/]+\.css">')
INSPECT = "(kept) => window.complaintsAbout(document, kept)"

# Lets the browser read one page after the other in the place of the page that is open, which is much faster than
# going to each. What is heard names the page by its number.
READ = """async ([pages, kept]) => {
  const complaints = [];
  for (const [n, html] of pages.entries()) {
    window.reading = n;
    document.open();
    const loaded = new Promise((done) => window.addEventListener("load", done, { once: true }));
    document.write(html);
    document.close();
    const inTime = await Promise.race([loaded, new Promise((done) => setTimeout(done, 5_000, false))]);
    if (inTime === false) complaints.push(`page ${n}: is not done loading`);
    await scheduler.postTask(() => {});  // out of the load event: a page opened inside it never has its own
    complaints.push(...window.complaintsAbout(document, kept).map((complaint) => `page ${n}: ${complaint}`));
  }
  return complaints;
}"""


def drawn() -> list[str]:
    """An eighth of all samples, another eighth for another SOAK_SEED; all of them where EVERYTHING is set."""
    if os.environ.get("EVERYTHING"):
        return texts()
    return texts()[int(os.environ["SOAK_SEED"]) % 8 :: 8]


def texts() -> list[str]:
    """Every sample once: hostile HTML, then naughty strings."""
    found: dict[str, None] = {}
    for corpus in CORPORA:
        found |= dict.fromkeys(entry["input"] for entry in json.loads(data_path("xss", f"{corpus}.json").read_text()))
    return list(found | dict.fromkeys(json.loads(data_path("strings", "blns.json").read_text())))


def in_lots(samples: list[str], size: int) -> Iterator[list[str]]:
    return (samples[start : start + size] for start in range(0, len(samples), size))


def silent(samples: list[str], show: Callable[[list[str]], list[str]]) -> None:
    """
    Show all samples at once; `show` gives what was heard, which must be nothing.

    Otherwise the lot is halved until the sample that does it stands alone, and the test fails with its name.
    """
    heard = show(samples)
    if not heard:
        return
    if len(samples) > 1:
        middle = len(samples) // 2
        silent(samples[:middle], show)
        silent(samples[middle:], show)
    culprit = repr(samples[0]) if len(samples) == 1 else f"{len(samples)} samples, only together"
    pytest.fail("\n  ".join([f"{culprit}:", *heard[:10]]), pytrace=False)


def opened(page: Page, address: str, kept: dict = KEPT) -> list[str]:
    """Open one of our pages: what it made heard, and what stands in it that should not."""
    response = page.goto(address)
    heard = page.ears.settle(page)
    if response.status >= 500:
        heard.append(f"answered {response.status}")
    if not page.url.endswith(address):
        heard.append(f"went to {page.url}")
    return [f"{address}: {what}" for what in heard + page.evaluate(INSPECT, kept)]


def read(page: Page, documents: list[str], kept: dict = KEPT) -> list[str]:
    """The same for the sources of many pages, read where `page` is; what is heard names the page by its number."""
    before = page.url
    complaints = page.evaluate(READ, [[OWN_SHEET.sub("", document) for document in documents], kept])
    heard = page.ears.settle(page)
    if page.url != before:
        heard.append(f"went to {page.url}")
    return heard + complaints
