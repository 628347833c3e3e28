"""Filling an empty newsroom with the demo, through the doors everybody uses."""

from datetime import date, datetime, time, timedelta

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.utils import timezone

from articles import publishing, saving
from articles.addresses import report_slug, slug_from
from articles.models import Article, Category, LabelStyle, Photo, Report
from articles.photos.keeping import keep
from humas.accounts.models import User
from humas.base import newsroom
from humas.base.cleaning import CleanHtml, clean, paragraphs
from humas.base.models import Newsroom
from humas.operations.demo.accounts import ACCOUNTS, PASSWORD
from humas.operations.demo.fill_answering import fill_answering
from humas.operations.demo.fill_replies import fill_replies
from humas.operations.demo.pictures import draw
from humas.operations.demo.stories import DEFAULT_CATEGORY, NEWSROOM, REPORT_STANDFIRST, STORIES


def fill() -> None:
    """Accounts, stories with pictures, replies in every state and a night of spam; dates count back from today."""
    people = _people()
    row = Newsroom.current()
    for name, value in NEWSROOM.items():
        setattr(row, name, value)
    row.is_demo = True
    newsroom.save(row)
    stories = {story.key: _story(story, people["penulis"]) for story in STORIES}
    fill_replies(stories, people["moderator"])
    fill_answering()


def _people() -> dict[str, User]:
    people = {}
    password = make_password(PASSWORD)
    for username, printed_name, group in ACCOUNTS:
        user = User(username=username, printed_name=printed_name, office=group, is_staff=True)
        user.password = password
        user.save()
        user.groups.add(Group.objects.get(name=group))
        people[username] = user
    return people


def _story(story, author) -> Article:
    opens = _opening(story)
    article = Article(
        headline=story.headline,
        dateline=story.dateline,
        standfirst=story.standfirst,
        body=body_from(story.paragraphs),
        credit=story.credit,
        byline=story.byline,
        author=author,
        category=_category(story.category),
        report=_report(story.report) if story.report else None,
        is_announced=story.status == "scheduled",
        lead_photo=_photo(story) if story.picture else None,
    )
    saving.save(article, tags=story.tags, by=author)
    if story.status in ("published", "scheduled", "withdrawn"):
        article = publishing.publish(article, at=opens, by=author)
    if story.status == "withdrawn":
        article = publishing.withdraw(article, reason=story.reason)
    return article


def _opening(story) -> datetime:
    hour, minute = (int(part) for part in story.hour.split("."))
    day: date = timezone.localdate() - timedelta(days=story.days_ago)
    opens = timezone.make_aware(datetime.combine(day, time(hour, minute)))
    if story.days_ago >= 0 and opens > timezone.now():  # made before that hour of today
        opens = timezone.now() - timedelta(minutes=20)
    return opens


def body_from(parts: tuple[str, ...]) -> CleanHtml:
    """The demo's plain marks → a cleaned text: "## " heading, "> " quotation, "- " list."""
    return clean("".join(_block(part) for part in parts))


def _block(part: str) -> str:
    if part.startswith("## "):
        return paragraphs(part[3:]).replace("<p>", "<h2>").replace("</p>", "</h2>")
    if part.startswith("> "):
        return f"<blockquote>{paragraphs(part[2:])}</blockquote>"
    if part.startswith("- "):
        items = "".join(f"<li>{paragraphs(line[2:])}</li>" for line in part.splitlines())
        return f"<ul>{items}</ul>"
    return paragraphs(part)


def _category(name: str) -> Category:
    found, _created = Category.objects.get_or_create(
        name=name, defaults={"slug": slug_from(name), "is_default": name == DEFAULT_CATEGORY}
    )
    return found


def _report(title: str) -> Report:
    found = Report.objects.filter(title=title).first()
    return found or Report.objects.create(
        title=title, slug=report_slug(title), standfirst=REPORT_STANDFIRST, label_style=LabelStyle.PART_ROMAN
    )


def _photo(story) -> Photo:
    known = Photo.objects.filter(alt=story.alt).first()
    return known or keep(draw(story.picture), alt=story.alt, caption=story.caption, credit=story.photographer)
