"""What the desk says of one writer, one comment, and the comments of one story."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from comments import by_writer, hiding, moderation, purging, redaction, writers
from comments.models import Comment, Decision, Status
from comments.models.hiding import Scope
from tests.i18n.desk import at_desk
from tests.i18n.newsroom import Desk, said

PAGE = "antrean/penulis/"


def pages(desk: Desk) -> Iterator[tuple[str, str]]:
    see, moderator = at_desk(desk.people["Moderator"]), desk.people["Moderator"]
    made = said(desk.story, email="zz@zz.id")
    here = f"{PAGE}?komentar={made.pk}"
    yield see(here)
    yield from decided(desk, see, made, here, moderator)
    yield from of_comments(desk, see, made, moderator)
    yield see(f"antrean/berita/{desk.story.pk}/")
    yield see(f"antrean/berita/{desk.story.pk}/?sebelum=2001-01-01")
    yield see(f"antrean/berita/{desk.unanswered.pk}/")
    Comment.objects.filter(pk=made.pk).update(email="", email_digest="")
    yield see(here)
    Comment.objects.filter(pk=made.pk).update(official_by=moderator)
    yield see(here)
    yield see(PAGE)


def decided(desk, see, made, here, moderator):
    sent = {"komentar": made.pk, "sikap": "block", "lama": "7", "alasan": "zz"}
    for wrong in ({"sikap": ""}, {"alasan": ""}, {"lama": "2"}, {"alasan": "z" * 201}):
        yield see(PAGE, sent | wrong)
    yield see(PAGE, sent)
    yield see(here)
    yield see(PAGE, sent | {"seen": "0", "sikap": "hold"})
    yield see(PAGE, {"komentar": made.pk, "act": "akhiri"})
    yield see(here)
    writers.take(made.pk, "trust", by=moderator, why="zz")
    Comment.objects.filter(pk=made.pk).update(confirmed_at=timezone.now(), network_digest="")
    yield see(here)
    for n in range(31):
        said(desk.story, email="zz@zz.id", at=timezone.now() - timedelta(hours=n + 1))
    yield see(here)


def of_comments(desk, see, made, moderator):
    for rule in ("writer_blocked", "writer_held", "writer_trusted"):
        one = said(desk.story)
        Comment.objects.filter(pk=one.pk).update(
            held_for=[rule], evidence={rule: {"by": "Zzorang", "at": timezone.now().isoformat()}}
        )
        yield see(f"antrean/{one.pk}/")
    moderation.decide([made.pk, said(desk.story).pk], Status.APPROVED, by=moderator, reason="zz")
    below = said(desk.story, parent=made)
    moderation.look_at_email(made, by=moderator)
    redaction.redact(made.pk, [(0, 6)], by=moderator, reason="zz", base=0, words=redaction.print_of(made.body))
    row, _new = hiding.hide(hiding.Part(Scope.ALL), by=moderator)
    yield see(f"antrean/{made.pk}/")
    hiding.lift(row.pk, by=moderator)
    yield see(f"antrean/{below.pk}/")
    for rule in ("writer_trusted", "returning_writer", "operator"):
        moderation.decide([said(desk.story).pk, below.pk], Status.APPROVED, rule=rule)
        moderation.undo(Decision.objects.latest("pk").batch, by=moderator)
        yield see(f"antrean/{below.pk}/")
    by_writer.edit(below.pk, "Zzlain.")
    by_writer.withdraw(below.pk)
    yield see(f"antrean/{below.pk}/")
    erased = said(desk.story)
    moderation.decide([erased.pk], Status.SPAM, by=moderator)
    purging.purge(now=timezone.now() + timedelta(days=400))
    yield see(f"antrean/{erased.pk}/")
    yield see(f"antrean/{made.pk}/")
