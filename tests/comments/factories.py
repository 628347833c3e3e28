"""Valid comments, composed as the reply form composes them."""

import itertools

from django.utils import timezone

from comments import moderation
from comments.models import Comment, Status
from comments.reply import found
from comments.reply.fate import Fate
from comments.reply.receive import Evidence, compose

_numbers = itertools.count(1)


def comment(article, *, status=Status.PENDING, at=None, by=None, network="n", held_for=(), **fields) -> Comment:
    """A stored comment; any status but pending and withdrawn is reached by a decision."""
    number = next(_numbers)
    data = {
        "name": f"Warga {number}",
        "email": f"warga{number}@contoh.id",
        "website": "",
        "body": f"Komentar ke-{number} tentang jembatan.",
        "parent": None,
    } | fields
    made, token = compose(data, article, Evidence(network_digest=network, has_origin=True), at=at or timezone.now())
    if status == Status.WITHDRAWN:
        made.status = status
    Fate(made.status, list(held_for), {}).lay_on(made)
    made.save()
    found.keep([made])
    if status not in (Status.PENDING, Status.WITHDRAWN):
        moderation.decide([made.pk], status, by=by)
        made.refresh_from_db()
    made.plain_receipt = token
    return made


def many(article, count) -> list[int]:
    """Numbers of so many plain comments that wait, in a moment: without an address, and without a receipt."""
    at = timezone.now()
    made = Comment.objects.bulk_create(
        Comment(article=article, name=f"Warga {n}", body="Bagus.", body_html="<p>Bagus.</p>", created_at=at)
        for n in range(count)
    )
    return [each.pk for each in made]
