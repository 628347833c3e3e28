"""What is known of whoever wrote a comment: everything else from the same address, which itself is not shown."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count, Max, Min, Q
from django.http import HttpRequest
from django.utils import timezone

from articles.site.cursor import Page, page_of
from comments import writers
from comments.models import Comment, Decision, Finding, Rule, Status, Writer
from comments.models.decision import NOT_DECIDING
from comments.queue.one import excerpt
from comments.queue.rule_names import RULE_NAMES
from comments.queue.told import Told, told
from comments.queue.view import counted
from comments.writers import Step
from humas.base.cleaning import shown_line
from humas.base.digests import digest

MOST_NAMES, MOST_RULES = 12, 12


@dataclass(frozen=True)
class Hit:
    """A rule that held comments of the writer; `key` is how the queue is asked for them."""

    key: str
    label: str
    count: int


@dataclass(frozen=True)
class Known:
    """
    `networks` is how many different networks it came from, of those still kept; `names` are (name, how often).

    `standing` is what holds now, `steps` every change of it, `newest` the number of the last one.
    """

    address: str
    first_at: datetime
    last_at: datetime
    count: int
    confirmed: int
    networks: int
    views: list[tuple[str, str, int]]
    names: list[tuple[str, int]]
    hits: list[Hit]
    page: Page
    standing: Writer | None = None
    steps: list[Step] = field(default_factory=list)
    newest: int = 0


def known(pk: int, request: HttpRequest) -> Known:
    """
    Everything about the writer of this comment, a page of the comments at a time, in a fixed number of queries.

    Raises `writers.Nobody`, and Http404 for a page there is not.
    """
    meant = writers.meant(pk)
    ours = Comment.objects.kept().filter(email_digest=meant.email_digest).exclude(status=Status.UNCONFIRMED)
    sums = ours.order_by().aggregate(
        first_at=Min("created_at"),
        last_at=Max("created_at"),
        count=Count("pk"),
        confirmed=Count("pk", filter=Q(confirmed_at__isnull=False)),
        networks=Count("network_digest", distinct=True, filter=~Q(network_digest__in=("", digest("network", "")))),
    )
    names = ours.order_by().values_list("name").annotate(n=Count("pk")).order_by("-n", "name")[:MOST_NAMES]
    writer = Writer.objects.filter(email_digest=meant.email_digest).select_related("by").first()
    steps, newest = writers.steps(writer) if writer else ([], 0)
    return Known(
        **sums,
        address=writers.masked(meant.email),
        views=counted(ours),
        names=[(shown_line(name), count) for name, count in names],
        hits=_hits(ours),
        page=_page(request, ours),
        standing=writer if writer and writer.is_in_force(timezone.now()) else None,
        steps=steps,
        newest=newest,
    )


def _hits(ours) -> list[Hit]:
    found = Finding.objects.filter(comment__in=ours.order_by().values("pk")).order_by()
    rows = list(found.values_list("name", "rule_id").annotate(n=Count("pk")).order_by("-n", "name")[:MOST_RULES])
    own = Rule.objects.in_bulk([number for _name, number, _n in rows if number])
    return [
        Hit(f"{name}:{number}" if number else name, str(own.get(number) or RULE_NAMES.get(name, name)), count)
        for name, number, count in rows
    ]


def _page(request: HttpRequest, ours) -> Page:
    """The newest first; each with its `lines` of the record in words, the newest last."""
    page = page_of(request, ours.for_queue(), by="created_at")
    numbers = [comment.pk for comment in page.rows]
    lines = Decision.objects.filter(comment_id__in=numbers).exclude(act__in=NOT_DECIDING).select_related("by")
    in_order = list(lines.order_by("pk"))
    of_each: dict[int, list[Told]] = {}
    for line, words in zip(in_order, told(in_order), strict=True):
        of_each.setdefault(line.comment_id, []).append(words)
    for comment in page.rows:
        comment.lines, comment.excerpt = of_each.get(comment.pk, []), excerpt(comment)
    Comment.objects.find_pages(comment for comment in page.rows if comment.status == Status.APPROVED)
    return page
