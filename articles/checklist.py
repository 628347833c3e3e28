"""
What stands between a story and its readers, and what only could be better.

Nothing here is asked of the database: a `Copy` is judged as it is given. Three
things block: a headline, a text, and words for a photo (UU 8/2016 article 24,
WCAG 2.2 1.1.1). All else is advice, mended by one press where the house knows
how, unless this bureau requires it (*Redaksi*).
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import mending
from articles.models import Article, Category
from humas.base.cleaning import has_visible, to_text

OK, ADVICE, BLOCKING = "ok", "advice", "blocking"
SHORT = 60
"""A text of fewer words hardly says who, what, where, when."""


@dataclass(frozen=True)
class Copy:
    """A story as it was last saved, and what the house would give it where it has nothing of its own."""

    story: Article
    tags: Sequence[str] = ()
    credit: str = ""
    byline: str = ""
    category: Category | None = None
    known_slug: str = ""
    """The end of the address under which readers know it; "" for a story they never saw."""
    required: Collection[str] = ()
    """Keys of advice that this bureau wants obeyed."""

    @property
    def text(self) -> str:
        return to_text(self.story.body)


@dataclass(frozen=True)
class Item:
    """One line of the list. `changes` are fields of the story and what one press would write into them."""

    key: str
    state: str
    sentence: str
    press: str = ""
    offer: str = ""
    """What would stand there afterwards, in words."""
    changes: dict[str, Any] = field(default_factory=dict)
    where: str = ""
    """The field of the story form in which it is mended by hand."""

    @property
    def is_blocking(self) -> bool:
        return self.state == BLOCKING


@dataclass(frozen=True)
class Fault:
    """What a check found; the fields are those of `Item`."""

    sentence: str
    press: str = ""
    offer: str = ""
    changes: dict[str, Any] = field(default_factory=dict)


def _one(name: str, sentence: str, press: str, value: Any) -> Fault:
    """A fault that one field mends; without a value it is mended by hand."""
    return Fault(sentence, press, str(value), {name: value}) if value else Fault(sentence)


def _headline(copy: Copy) -> Fault | None:
    return None if has_visible(copy.story.headline) else Fault(_("The headline is missing."))


def _text(copy: Copy) -> Fault | None:
    return None if has_visible(copy.text) else Fault(_("There is no text yet."))


def _alternative(copy: Copy) -> Fault | None:
    photo = copy.story.lead_photo
    if photo is None or mending.says_something(copy.story.lead_alt):
        return None
    return _one(
        "lead_alt_own",
        _("The photo has no words for those who cannot see it: the law asks for them (UU 8/2016)."),
        _("Take the photo’s caption"),
        mending.alternative(photo),
    )


def _capitals(copy: Copy) -> Fault | None:
    calm = mending.in_sentence_style(copy.story.headline, copy.text)
    if calm == copy.story.headline:
        return None
    return _one("headline", _("The headline shouts: all of it is in capitals."), _("Write it calmly"), calm)


def _standfirst(copy: Copy) -> Fault | None:
    if copy.story.standfirst.strip():
        return None
    return _one(
        "standfirst",
        _("No standfirst: lists and shared links show the first words of the text instead."),
        _("Take it from the first paragraph"),
        mending.first_sentences(copy.story.body),
    )


def _dateline(copy: Copy) -> Fault | None:
    found = mending.dateline(copy.story.body)
    own = copy.story.dateline.strip()
    if found and own:
        sentence = _("The text begins with a place of its own: readers would see two.")
    elif found:
        sentence = _("The place still stands in the text, not in its field.")
    elif own:
        return None
    else:
        return Fault(_("No place (dateline) before the first words."))
    place, body = found
    place = own if own.casefold() == place.casefold() else place
    return Fault(sentence, _("Take the place from the text"), place, {"dateline": place, "body": body})


def _credit(copy: Copy) -> Fault | None:
    if copy.story.credit.strip():
        return None
    return _one("credit", _("No credit in brackets at the end."), _("Take the credit of the bureau"), copy.credit)


def _byline(copy: Copy) -> Fault | None:
    if copy.story.byline.strip():
        return None
    return _one("byline", _("No name stands above the text."), _("Put the writer’s name"), copy.byline)


def _category(copy: Copy) -> Fault | None:
    if copy.story.category_id:
        return None
    return _one("category", _("The story is in no category."), _("Take the one used last"), copy.category)


def _tags(copy: Copy) -> Fault | None:
    return None if copy.tags else Fault(_("No tags: the story is not found beside others on its subject."))


def _photo(copy: Copy) -> Fault | None:
    return None if copy.story.lead_photo_id else Fault(_("No photo: shared links look bare."))


def _photographer(copy: Copy) -> Fault | None:
    photo = copy.story.lead_photo
    if photo is None or photo.credit.strip():
        return None
    return Fault(_("The photo names no photographer (Pedoman Pemberitaan Media Siber, point 7: copyright)."))


def _short(copy: Copy) -> Fault | None:
    count = len(copy.text.split())
    return Fault(_("The text is very short: %(count)d words.") % {"count": count}) if 0 < count < SHORT else None


def _spaces(copy: Copy) -> Fault | None:
    changes = mending.single_spaces(copy.story)
    return Fault(_("There are double spaces."), _("Make them single"), "", changes) if changes else None


def _address(copy: Copy) -> Fault | None:
    if copy.known_slug in ("", copy.story.slug):
        return None
    return Fault(
        _("The address changes from …/%(old)s/ to …/%(new)s/. The old one leads on to the new one.")
        % {"old": copy.known_slug, "new": copy.story.slug},
        _("Keep the old address"),
        copy.known_slug,
        {"slug": copy.known_slug},
    )


Check = Callable[[Copy], Fault | None]

BLOCKS: dict[str, tuple[Any, Check, str]] = {
    "headline": (gettext_lazy("headline"), _headline, "headline"),
    "text": (gettext_lazy("text"), _text, "body"),
    "alternative": (gettext_lazy("alternative text"), _alternative, "lead_alt_own"),
}
ADVISES: dict[str, tuple[Any, Check, str]] = {
    "capitals": (gettext_lazy("headline not in capitals"), _capitals, "headline"),
    "standfirst": (gettext_lazy("standfirst"), _standfirst, "standfirst"),
    "dateline": (gettext_lazy("place (dateline)"), _dateline, "dateline"),
    "byline": (gettext_lazy("byline"), _byline, "byline"),
    "credit": (gettext_lazy("credit"), _credit, "credit"),
    "category": (gettext_lazy("category"), _category, "category"),
    "tags": (gettext_lazy("tags"), _tags, "tags"),
    "photo": (gettext_lazy("photo"), _photo, "lead_photo"),
    "photographer": (gettext_lazy("photographer"), _photographer, "lead_photo"),
    "short": (gettext_lazy("length of the text"), _short, "body"),
    "spaces": (gettext_lazy("single spaces"), _spaces, "body"),
}
"""What this bureau may require, in the order one reads."""
_TOLD = {"address": (gettext_lazy("address"), _address, "slug")}


def items(copy: Copy) -> list[Item]:
    """The whole list: what blocks first, then advice, then what is in order."""
    found = []
    for key, (name, check, where) in (BLOCKS | ADVISES | _TOLD).items():
        fault = check(copy)
        is_demanded = key in BLOCKS or (key in ADVISES and key in copy.required)
        if fault is None:
            found.append(Item(key, OK, str(name), where=where))
        else:
            state = BLOCKING if is_demanded else ADVICE
            found.append(Item(key, state, fault.sentence, fault.press, fault.offer, fault.changes, where))
    return sorted(found, key=lambda item: (BLOCKING, ADVICE, OK).index(item.state))


def sentences(found: Sequence[Item]) -> list[str]:
    """Why the story may not go out; nothing where it may."""
    return [item.sentence for item in found if item.is_blocking]
