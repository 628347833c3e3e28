"""What a person sees, or a screen reader says, of a page."""

from html.parser import HTMLParser

SPOKEN = {"title", "alt", "aria-label", "aria-description", "placeholder", "label"}
BUTTONS = {"submit", "button", "reset"}
SHARED = {"description", "og:title", "og:description", "og:image:alt"}
UNSEEN = {"script", "style", "template"}
TYPED = {"textarea", "bdi"}
"""What people typed, and the name of the cipher a password lies under: no sentence of ours."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag, attrs):
        self.unseen += tag in UNSEEN | TYPED
        given = {name: value or "" for name, value in attrs}
        self.words += [given[name] for name in SPOKEN & given.keys()]
        if tag == "input" and given.get("type") in BUTTONS:
            self.words.append(given.get("value", ""))
        if tag == "meta" and SHARED & {given.get("name"), given.get("property")}:
            self.words.append(given.get("content", ""))

    def handle_endtag(self, tag):
        self.unseen -= tag in UNSEEN | TYPED

    def handle_data(self, data):
        if not self.unseen:
            self.words.append(data)


def words_of(html: str) -> list[str]:
    """Each text node and each attribute that is shown or spoken, blanks folded."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [folded for words in reader.words if (folded := " ".join(words.split()))]
