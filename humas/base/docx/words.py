"""Words as Word stores them: runs of one look, and links it can open."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from urllib.parse import quote, urlsplit

from humas.base.docx.xml import about, fit, w

_LONGEST_ADDRESS = 2_000  # Word takes a document with a link of more than 2,083 characters for damaged
_HOST = re.compile(r"[\w.-]+(?::\d{1,5})?", re.ASCII)
_MAILBOX = re.compile(r"[\w.+-]+@[\w.-]+", re.ASCII)
_NO_ADDRESS = re.compile(r"[\[\]]|%(?![0-9A-Fa-f]{2})")


@dataclass(frozen=True)
class Run:
    """Words of one look. A line end in them is a line break; `rise` is "superscript", "subscript" or ""."""

    text: str
    bold: bool = False
    italic: bool = False
    rise: str = ""
    href: str = ""


Content = str | Run | Iterable[str | Run]


def runs_of(content: Content) -> list[Run]:
    if isinstance(content, (str, Run)):
        content = [content]
    return [one if isinstance(one, Run) else Run(one) for one in content]


def link_target(address: str) -> str:
    """An address as a link of a document may hold it; "" for what Word would call a damaged file."""
    address = quote(fit(address).strip(), safe="%/?#[]@!$&'()*+,;=:~-._")
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    is_page = parts.scheme in ("http", "https") and _HOST.fullmatch(parts.netloc)
    is_mailbox = parts.scheme == "mailto" and _MAILBOX.fullmatch(parts.path)
    is_plain = len(address) <= _LONGEST_ADDRESS and not _NO_ADDRESS.search(address)
    return address if (is_page or is_mailbox) and is_plain else ""


def runs_xml(content: Content, relation: Callable[[str], str]) -> str:
    """Runs one after another; `relation` gives the id under which the document keeps a link's target."""
    out = []
    for run in runs_of(content):
        target = link_target(run.href) if run.href else ""
        xml = _run_xml(run, is_link=bool(target))
        out.append(f'<w:hyperlink r:id="{relation(target)}">{xml}</w:hyperlink>' if target else xml)
    return "".join(out)


def _run_xml(run: Run, *, is_link: bool) -> str:
    look = about(
        "rPr",
        w("rStyle", val="Hyperlink") if is_link else "",
        w("b") if run.bold else "",
        w("i") if run.italic else "",
        w("vertAlign", val=run.rise) if run.rise else "",
    )
    lines = fit(run.text).replace("\t", " ").split("\n")
    words = w("br").join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' if line else "" for line in lines)
    return w("r", look, words) if words else ""
