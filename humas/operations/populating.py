"""Load-test content: deterministic, in bulk, composed and judged as real replies are."""

from collections.abc import Callable
from datetime import timedelta
from random import Random

from django.db import transaction
from django.utils import timezone

from articles import publishing, saving
from articles.models import Article
from comments.models import Comment, Rule, Status
from comments.reply import found
from comments.reply.fate import fate_of, look
from comments.reply.history import History
from comments.reply.receive import Evidence, compose
from comments.rules import active
from comments.rules.match import Matcher
from humas.base import pages
from humas.base.cleaning import paragraphs
from humas.base.digests import digest
from humas.base.models import Newsroom

WORDS = (
    "warga desa jalan air bersih laut nelayan panen jagung sekolah guru pasar listrik rapat dinas kantor bantuan "
    "cuaca kapal pelabuhan kesehatan posyandu anak ibu program anggaran pembangunan jembatan musim hujan kemarau"
).split()
RULE = "gacor"
"""The word by which a rule of the newsroom holds two of three that wait."""
SITES = "ratu naga dewa raja mega bola kaisar".split()
BATCH = 500
UNKNOWN = History(same=None, shown=None)


def populate(
    source: Random, mark: str, articles: int, comments_each: int, pending: int, progress: Callable[[int, int], None]
) -> dict[str, int]:
    """Make published stories with approved comments, and waiting ones spread over them; returns the counts."""
    total = articles * (1 + comments_each) + pending
    begun = Article.everything.filter(headline__startswith=mark).count()
    now = timezone.now()
    stories = []
    for n in range(articles):
        text = "\n\n".join(_sentences(source, 5) for _paragraph in range(6))
        story = Article(headline=f"{mark} {begun + n + 1}: {_sentences(source, 1)[:80]}", body=paragraphs(text))
        saving.save(story)
        stories.append(publishing.publish(story, at=now - timedelta(hours=n)))
    progress(articles, total)
    if pending:
        Rule.objects.get_or_create(kind="word", pattern=RULE)
    newsroom, matcher = Newsroom.current(), active.matcher()
    # The oldest first, as they would have come.
    plan = [(story, Status.APPROVED) for story in stories for _n in range(comments_each)]
    plan += [(stories[n % articles], Status.PENDING) for n in range(pending)]
    for begin in range(0, len(plan), BATCH):
        rows = []
        for n, (story, status) in enumerate(plan[begin : begin + BATCH], begin):
            row = _comment(source, story, status, n, now - timedelta(minutes=(len(plan) - n) % 40_000))
            if status == Status.PENDING:
                _judge(row, newsroom, matcher)
            rows.append(row)
        with transaction.atomic():
            Comment.objects.bulk_create(rows)
            found.keep(rows)
            pages.touched(*{pages.article(row.article_id) for row in rows})
        progress(min(articles + begin + BATCH, total), total)
    return {"articles": articles, "shown": articles * comments_each, "pending": pending}


def _comment(source: Random, story: Article, status: str, number: int, at) -> Comment:
    writer = source.randrange(5000)
    body = _sentences(source, 2)
    if status == Status.PENDING and number % 3:
        site = f"{source.choice(SITES)}{source.randrange(10, 100)}"
        body = f"Main di {site} pasti {RULE}! https://{site}.example/daftar {body}"
    data = {"name": f"Warga {writer}", "email": f"warga{writer}@example.org", "body": body}
    evidence = Evidence(network_digest=digest("network", str(writer % 800)), has_origin=True)
    comment, _token = compose(data, story, evidence, at=at)
    comment.status, comment.same_key = status, None
    return comment


def _judge(comment: Comment, newsroom: Newsroom, matcher: Matcher) -> None:
    """What the rules say of a writer nobody knows; it waits, whatever they say."""
    fate = fate_of(comment, findings=look(comment, newsroom, matcher), past=UNKNOWN)
    fate.lay_on(comment)
    comment.status = Status.PENDING


def _sentences(source: Random, count: int) -> str:
    return " ".join(
        " ".join(source.choices(WORDS, k=source.randrange(6, 14))).capitalize() + "." for _n in range(count)
    )
