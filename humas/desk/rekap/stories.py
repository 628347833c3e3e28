"""The stories of a recap: those readers see, by the hour they opened, each as one line."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from articles.models import Article
from comments.models import Comment
from humas.desk.rekap.period import Period


@dataclass(frozen=True)
class Line:
    """One story. `address` is absolute; `comments` are those decided to be shown."""

    number: int
    opened_at: datetime
    heading: str
    category: str
    writer: str
    photographer: str
    address: str
    comments: int

    @property
    def makers(self) -> list[str]:
        """The writer, then "Foto: …"; a credit that says itself what it is, like "Ilustrasi: …", as it is."""
        photo = self.photographer
        if photo and ":" not in photo:
            photo = _("Photo: %(name)s") % {"name": photo}
        return [name for name in (self.writer, photo) if name]


def stories_of(period: Period, *, category=None, writer=None):
    """Public stories of these days."""
    found = Article.objects.published().filter(period.within("published_at"))
    if category:
        found = found.filter(category=category)
    return found.filter(wrote(writer)) if writer else found


def wrote(person) -> Q:
    """Stories printed under this name, whoever typed them; of one printed without a name, the account's."""
    return Q(author=person, byline="") | Q(byline__in=_naming("byline", person))


def photographed(person) -> Q:
    """Stories whose photo names this person, as in "Foto: Ina Lontar"."""
    return Q(lead_photo__credit__in=_naming("lead_photo__credit", person))


def _naming(field: str, person) -> list[str]:
    """Lines of names in which this one stands: whole words, degrees after a comma left away."""
    name = person.printed_name.partition(",")[0].strip()
    if not name:
        return []
    lines = Article.objects.published().filter(**{f"{field}__icontains": name}).order_by().values_list(field, flat=True)
    words = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    return [line for line in lines.distinct() if words.search(line)]


def lines_of(stories, most: int) -> list[Line]:
    """The first `most` of these stories, oldest first. One query, however many they are."""
    shown = Comment.objects.decided_to_show().filter(article=OuterRef("pk")).order_by().values("article")
    rows = (
        stories.for_list()
        .select_related("author")
        .annotate(comments_shown=Coalesce(Subquery(shown.annotate(n=Count("pk")).values("n")), 0))
        .order_by("published_at", "pk")[:most]
    )
    return [_line(number, story) for number, story in enumerate(rows, 1)]


def _line(number: int, story: Article) -> Line:
    return Line(
        number=number,
        opened_at=story.published_at,
        heading=story.heading,
        category=story.category.name if story.category else "",
        writer=story.byline or (str(story.author) if story.author else ""),
        photographer=story.lead_photo.credit if story.lead_photo else "",
        address=story.absolute_url,
        comments=story.comments_shown,
    )
