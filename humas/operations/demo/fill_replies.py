"""Putting the demo's replies under its stories: those of readers one by one, the gambling night in one go."""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from articles.models import Article
from comments import moderation
from comments.models import Comment, Status
from comments.models.rule import Does
from comments.reply import found
from comments.reply.fate import Fate, fate_of, look
from comments.reply.history import History
from comments.reply.receive import Evidence, compose
from comments.rules import active, keeping
from comments.rules.match import Matcher
from humas.base.digests import digest
from humas.base.models import Newsroom
from humas.operations.demo.campaigns import NIGHT, Advertisement, night
from humas.operations.demo.replies import REPLIES, DemoReply

DAWN = time(5)

WORDS = ("gacor", "jackpot", "freechip", "maxwin", "rtp", "depo", "wd", "scatter")
PHRASES = ("prediksi jitu", "angka main", "colok bebas")
NOTE = "Promosi judi"


def fill_replies(stories: dict[str, Article], moderator) -> None:
    """What readers wrote, decided on by this moderator, and what came last night and waits."""
    written: dict[str, Comment] = {}
    for reply in REPLIES:
        written[reply.key] = _received(reply, stories[reply.story_key], written, moderator)
    begins = last_night(timezone.localtime())
    open_then = [story for story in stories.values() if story.is_public and story.published_at < begins]
    keeping.add("word", list(WORDS), does=Does.HOLD, note=NOTE, by=moderator)
    keeping.add("phrase", list(PHRASES), does=Does.HOLD, note=NOTE, by=moderator)
    newsroom, matcher = Newsroom.current(), active.matcher()
    spam = [
        _spam(advertisement, open_then[advertisement.story % len(open_then)], begins, newsroom, matcher)
        for advertisement in night()
    ]
    with transaction.atomic():
        Comment.objects.bulk_create(spam)
        found.keep(spam)


def last_night(now: datetime) -> datetime:
    """When the last night that is over began, on the newsroom's clock."""
    dawn = timezone.make_aware(datetime.combine(now.date(), DAWN))
    if dawn > now:
        dawn -= timedelta(days=1)
    return dawn - NIGHT


def _received(reply: DemoReply, story: Article, written: dict[str, Comment], moderator) -> Comment:
    data = {
        "name": reply.name,
        "email": reply.email,
        "website": reply.site,
        "body": reply.body,
        "parent": written[reply.answer_to] if reply.answer_to else None,
    }
    evidence = Evidence(network_digest=digest("network", f"demo {reply.name}"), has_origin=True)
    comment, _token = compose(data, story, evidence, at=timezone.now() - timedelta(hours=reply.hours_ago))
    Fate(Status.PENDING, list(reply.held_for), {}).lay_on(comment)
    with transaction.atomic():
        comment.status = Status.WITHDRAWN if reply.status == Status.WITHDRAWN else Status.PENDING
        comment.same_key = None
        comment.save()
        found.keep([comment])
        if reply.status not in (Status.PENDING, Status.WITHDRAWN):
            moderation.decide([comment.pk], reply.status, by=moderator)
    return comment


def _spam(
    advertisement: Advertisement, story: Article, begins: datetime, newsroom: Newsroom, matcher: Matcher
) -> Comment:
    data = {
        "name": advertisement.name,
        "email": advertisement.email,
        "website": advertisement.site,
        "body": advertisement.body,
    }
    evidence = Evidence(
        network_digest=digest("network", f"demo {advertisement.network}"),
        has_origin=advertisement.has_origin,
        seconds=advertisement.seconds,
    )
    comment, _token = compose(data, story, evidence, at=begins + timedelta(minutes=advertisement.minute))
    comment.same_key = None
    fate_of(
        comment,
        has_origin=evidence.has_origin,
        seconds=evidence.seconds,
        findings=look(comment, newsroom, matcher),
        past=History(same=None, shown=None),
    ).lay_on(comment)
    return comment
