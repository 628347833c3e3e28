"""The demo newsroom: what a bureau faces, all of it invented."""

import re
from collections import Counter
from datetime import datetime, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from taggit.models import Tag

from articles.models import Article, Category, Photo
from articles.models import Status as ArticleStatus
from comments.models import Comment, Decision, Status
from humas.base.models import Newsroom
from humas.operations.demo.campaigns import CAMPAIGNS, NIGHT, night
from humas.operations.demo.fill_replies import last_night
from humas.operations.demo.letters import HANDS
from humas.operations.demo.pictures import SCENES, draw
from humas.operations.demo.replies import REPLIES
from humas.operations.demo.stories import STORIES

HONEST = [reply for reply in REPLIES if reply.status == Status.PENDING]


@pytest.fixture
def demo(db, settings):
    settings.DEBUG = True
    call_command("demo", verbosity=0)


@pytest.mark.xdist_group("demo")
def test_newsroom_has_six_weeks_of_stories_and_one_to_come(demo, client):
    stories = Article.objects.all()
    assert stories.count() == 24
    assert Newsroom.current().is_demo
    assert Category.objects.count() <= 8
    assert Category.objects.get(is_default=True).name == "Pemerintahan"
    oldest = stories.published().order_by("published_at").first()
    assert timedelta(weeks=5) < timezone.now() - oldest.published_at < timedelta(weeks=6)

    first, second, third = stories.filter(report__isnull=False).order_by("position")
    assert first.is_public
    assert second.is_public
    assert third.is_under_embargo
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert timezone.localtime(third.published_at).strftime("%Y-%m-%d %H.%M") == f"{tomorrow} 07.00"
    assert client.get(third.get_absolute_url()).status_code == 404

    assert set(Tag.objects.values_list("name", flat=True)) == {name for story in STORIES for name in story.tags}
    photos = Counter(stories.filter(lead_photo__isnull=False).values_list("lead_photo", flat=True))
    assert set(photos.values()) == {1}
    assert photos.total() == Photo.objects.count() == len(SCENES)


@pytest.mark.xdist_group("demo")
def test_queue_holds_twelve_citizens_and_a_night_of_gambling(demo, moderator):
    waiting = Comment.objects.waiting()
    begins = last_night(timezone.localtime())
    spam = {(one.name, one.body) for one in night()}
    bots = [comment for comment in waiting if (comment.name, comment.body) in spam]
    citizens = [comment for comment in waiting if comment not in bots]

    assert len(bots) == 300
    assert sorted(comment.body for comment in citizens) == sorted(reply.body for reply in HONEST)
    assert all(begins <= comment.created_at < begins + NIGHT for comment in bots)
    assert {type(comment.body_html).__name__ for comment in bots} == {"CleanHtml"}
    for comment in Comment.objects.select_related("article", "parent"):
        assert comment.article.published_at < comment.created_at <= timezone.now()
        assert comment.parent is None or comment.parent.created_at < comment.created_at
    counts = Counter(Comment.objects.values_list("status", flat=True))
    assert counts[Status.PENDING] == 312
    assert min(counts[each] for each in (Status.APPROVED, Status.SPAM, Status.TRASH, Status.WITHDRAWN)) >= 2
    assert Decision.objects.count() == counts[Status.APPROVED] + counts[Status.SPAM] + counts[Status.TRASH]
    suspect = waiting.filter(is_suspect=True)
    assert suspect.count() > 150  # what plain words can find; disguised ones stand among the honest
    assert not set(suspect.values_list("pk", flat=True)) & {citizen.pk for citizen in citizens}
    page = moderator.get("/admin/antrean/").content.decode()
    assert f">{312 - suspect.count()}<" in page
    assert f">{suspect.count()}<" in page


def test_twelve_citizens_are_of_every_kind():
    assert len(HONEST) == 12
    texts = [reply.body for reply in HONEST]
    assert sum("0812-0000-0000" in text for text in texts) == 1
    assert sum("katong" in text or "sonde" in text for text in texts) >= 2
    assert any("??" in text for text in texts)
    assert any(text.startswith("Terima kasih") for text in texts)


def test_one_night_is_six_campaigns_in_many_letters_and_always_the_same():
    assert night() == night()
    assert Counter(one.campaign for one in night()) == {campaign.brand: 50 for campaign in CAMPAIGNS}
    assert len({one.email for one in night()}) == 300
    assert timedelta(minutes=night()[-1].minute) < NIGHT
    for campaign in CAMPAIGNS:
        written = {hand for hand in campaign.hands for one in night() if HANDS[hand](campaign.brand) in one.body}
        assert written == set(campaign.hands)
    assert sum(one.body.isascii() for one in night()) < 100
    assert len({hand for campaign in CAMPAIGNS for hand in campaign.hands}) >= 18


@pytest.mark.parametrize(
    ("now", "began"), [("11-23 00:30", "11-21 23:00"), ("11-23 05:00", "11-22 23:00"), ("11-23 23:30", "11-22 23:00")]
)
def test_last_night_is_over(now, began):
    now, began = (timezone.make_aware(datetime.strptime(f"2026-{each}", "%Y-%m-%d %H:%M")) for each in (now, began))
    assert last_night(now) == began


def test_nothing_in_it_leads_to_anybody():
    texts = [" ".join([story.headline, story.standfirst, *story.paragraphs]) for story in STORIES]
    texts += [f"{reply.name} {reply.email} {reply.site} {reply.body}" for reply in REPLIES]
    texts += [f"{one.name} {one.email} {one.site} {one.body}" for one in night()]
    for text in texts:
        for domain in re.findall(r"[\w.-]+\.(?:com|net|org|id|io|me|xyz|info|ly)\b", text, re.IGNORECASE):
            assert re.search(r"(^|\.)example\.(com|net|org)$", domain), domain
        for telephone in re.findall(r"\+?\d[\d -]{7,}\d", text):
            assert telephone.endswith("-0000-0000"), telephone


def test_stories_are_written_out():
    assert len({story.key for story in STORIES}) == len({story.headline for story in STORIES}) == 24
    for story in STORIES:
        if story.status in (ArticleStatus.PUBLISHED, "scheduled"):
            assert 5 <= sum(not part.startswith(("## ", "- ")) for part in story.paragraphs) <= 12
            assert story.credit
            assert story.tags
        assert bool(story.picture) == bool(story.alt)


@pytest.mark.parametrize("key", ["pasar", "lomba"])
def test_picture_is_always_the_same(key):
    assert draw(key) == draw(key)
