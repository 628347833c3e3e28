"""Putting the demo's replies under its stories: those of readers one by one, the gambling night in one go."""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from articles.models import Article
from comments import moderation
from comments.models import Comment, Status
from comments.reply.fate import NO_ORIGIN
from comments.reply.receive import Evidence, compose
from humas.base.digests import digest
from humas.operations.demo.campaigns import NIGHT, Advertisement, night
from humas.operations.demo.replies import REPLIES, DemoReply

DAWN = time(5)


def fill_replies(stories: dict[str, Article], moderator) -> None:
    """What readers wrote, decided on by this moderator, and what came last night and waits."""
    written: dict[str, Comment] = {}
    for reply in REPLIES:
        written[reply.key] = _received(reply, stories[reply.story_key], written, moderator)
    begins = last_night(timezone.localtime())
    open_then = [story for story in stories.values() if story.is_public and story.published_at < begins]
    Comment.objects.bulk_create(
        _spam(advertisement, open_then[advertisement.story % len(open_then)], begins) for advertisement in night()
    )


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
    comment.held_for = list(reply.held_for)
    with transaction.atomic():
        comment.status = Status.WITHDRAWN if reply.status == Status.WITHDRAWN else Status.PENDING
        comment.same_key = None
        comment.save()
        if reply.status not in (Status.PENDING, Status.WITHDRAWN):
            moderation.decide([comment.pk], reply.status, by=moderator)
    return comment


def _spam(advertisement: Advertisement, story: Article, begins: datetime) -> Comment:
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
    comment.held_for = [] if evidence.has_origin else [NO_ORIGIN]
    comment.evidence = {"seconds": evidence.seconds}
    return comment
