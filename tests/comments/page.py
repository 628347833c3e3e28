"""Reads a page as a browser does: its elements, its words, what a form would send."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    parents: list["Element"]
    pieces: list[str] = field(default_factory=list)

    def __getitem__(self, name):
        return self.attributes[name]

    def __contains__(self, name):
        return name in self.attributes

    def get(self, name, default=""):
        return self.attributes.get(name, default)

    @property
    def text(self):
        return " ".join("".join(self.pieces).split())


class Page(HTMLParser):
    """The page of an answer. Every open tag must be closed in its turn."""

    def __init__(self, response):
        super().__init__(convert_charrefs=True)
        self.elements, self._open = [], []
        self.html = response.content.decode()
        self.feed(self.html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        element = Element(tag, {name: value or "" for name, value in attrs}, list(self._open))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag):
        assert self._open.pop().tag == tag

    def handle_data(self, data):
        for element in self._open:
            element.pieces.append(data)

    def all(self, tag, **attributes):
        return [
            element
            for element in self.elements
            if element.tag == tag and all(element.get(name) == value for name, value in attributes.items())
        ]

    def one(self, tag, **attributes):
        (found,) = self.all(tag, **attributes)
        return found

    def by_id(self, name):
        (found,) = [element for element in self.elements if element.get("id") == name]
        return found

    def field(self, name):
        """The control of this name in form#balasan."""
        form = self.one("form", id="balasan")
        (found,) = [element for element in self.elements if element.get("name") == name and form in element.parents]
        return found

    def value(self, name):
        """What the form would send for this field."""
        control = self.field(name)
        if control.tag != "textarea":
            return control["value"]
        # A browser reads one kind of line end, and lets go of the one right behind <textarea>.
        return "".join(control.pieces).replace("\r\n", "\n").removeprefix("\n")

    def values(self):
        return {
            name: self.value(name)
            for name in ("body", "name", "email", "website", "parent", "token", "t", "ruas_kosong")
        }

    def label(self, name):
        return self.one("label", **{"for": self.field(name)["id"]}).text

    def error(self, name):
        """The sentence beside an invalid field, found as a screen reader finds it; "" beside a valid one."""
        control = self.field(name)
        if control.get("aria-invalid") != "true":
            return ""
        (error,) = [each for each in control["aria-describedby"].split() if each.endswith("_error")]
        assert control.parents[-1] in self.by_id(error).parents
        return self.by_id(error).text

    def wrong(self):
        """The names of the fields that are marked as invalid."""
        return {name for name in ("body", "name", "email", "website") if self.error(name)}


def whole_page(response):
    """The page, after a look that it is one of ours, in Indonesian, and kept by nobody."""
    page = Page(response)
    assert page.one("html")["lang"] == "id"
    assert page.one("header", **{"class": "masthead"}).text
    assert page.one("main").text
    assert len(page.all("h1")) == 1
    assert response["Cache-Control"] == "no-store"
    assert response["Content-Type"] == "text/html; charset=utf-8"
    assert not response.cookies
    return page


def receipt_of(client, response):
    """The page that a 303 leads to."""
    assert response.status_code == 303
    assert not response.cookies
    assert response["Cache-Control"] == "no-store"
    return client.get(response["Location"])
