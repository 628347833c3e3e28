"""WordprocessingML, spelt once."""

import re
from html import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# XML 1.0, production [2]: what else a text holds, no program opens.
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def fit(text: str) -> str:
    """A text without what XML cannot hold, its line ends "\\n"."""
    return _UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def attribute(text: str) -> str:
    """One line, fit to stand between double quotes."""
    return escape(" ".join(fit(text).split()))


def w(tag: str, *inside: str, **attributes: str | int) -> str:
    """<w:tag w:name="value">inside</w:tag>; what is inside is XML already."""
    names = "".join(f' w:{name}="{attribute(str(value))}"' for name, value in attributes.items())
    return f"<w:{tag}{names}>{''.join(inside)}</w:{tag}>" if inside else f"<w:{tag}{names}/>"


def about(tag: str, *inside: str) -> str:
    """A group of properties, in the order of ECMA-376 part 1, chapter 17; nothing where there are none."""
    return w(tag, *inside) if any(inside) else ""
