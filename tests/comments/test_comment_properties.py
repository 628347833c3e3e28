"""Whatever happens to comments in whatever order: the record is whole, and readers see just what was approved."""

import itertools
from collections import Counter
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import transaction
from django.db.models import Count
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from comments import by_writer, moderation, replay
from comments.bulk import Snapshot, decide_all
from comments.models import Comment, Decision, Status
from comments.models.decision import Act
from comments.purging import purge
from comments.queue import counts, index
from comments.reply.receive import Evidence, receipt_digest, receive
from comments.transitions import RECEIVED, Who, allows
from humas.base.digests import of_email
from humas.base.models import Newsroom
from tests.articles.factories import published_article
from tests.soak.clock import rounds

DECISIONS = list(moderation.WORDS.values())
ARRIVALS = ["receive", "answer", "receive_unconfirmed", "receive_trapped", "receive_suspect"]
ACTS = ARRIVALS + "confirm edit withdraw decide decide_all bulk operator rule undo undo look purge".split()
_numbers = itertools.count(1)


class World:
    """One story, its comments, and how each of them began."""

    def __init__(self, moderator) -> None:
        self.article, self.moderator = published_article(), moderator
        self.first: dict[int, str] = {}
        self.words: dict[int, str] = {}
        self.batches: list = []
        self.receive(0)

    def act(self, name: str, one: int, two: int) -> None:
        pks = list(self.first)
        pk = pks[one % len(pks)]
        match name:
            case _ if name in ARRIVALS:
                getattr(self, name)(two)
            case "confirm":
                by_writer.confirm(pk)
            case "edit":
                self.edit(pk, f"Diubah menjadi {two}.")
            case "withdraw":
                by_writer.withdraw(pk)
            case "decide":
                self.decide([pk], two, by=self.moderator, ground="kasar")
            case "decide_all":
                self.decide(pks, two, by=self.moderator)
            case "bulk":
                rows = Comment.objects.filter(pk__lte=pk)
                self.batches.append(
                    decide_all(rows, Snapshot.now(), DECISIONS[two % 4], by=self.moderator, ground="kasar").batch
                )
            case "operator" | "rule":
                self.decide([pk], two, rule=name)
            case "undo" if self.batches:
                moderation.undo(self.batches[one % len(self.batches)], by=self.moderator)
                self.batches += Decision.objects.order_by("-pk").values_list("batch", flat=True)[:1]
            case "look" if comment := Comment.objects.filter(pk=pk).first():
                moderation.look_at_email(comment, by=self.moderator)
            case "purge":  # of what is older: a day, a month, or a year and more
                purge(timezone.now() + timedelta(days=(2, 31, 31, 400)[two % 4]))

    def receive(self, _two, trap="", parent=None) -> Comment:
        number = next(_numbers)
        data = {
            "name": "Ina",
            "email": f"ina{number}@contoh.id",
            "website": "https://contoh.id",
            "body": f"Kata {number}.",
            "parent": parent,
        }
        form = SimpleNamespace(cleaned_data=data, article=self.article, newsroom=Newsroom(), agreement=(None, None))
        sent = receive(form, Evidence("", True, trap))
        made = Comment.objects.get(receipt_digest=receipt_digest(sent.token))
        self.first[made.pk], self.words[made.pk] = made.status, made.body
        return made

    def answer(self, two) -> None:
        """A comment below another that readers see, which may be erased later and leave its place."""
        shown = list(Comment.objects.public().order_by("pk"))
        self.receive(two, parent=shown[two % len(shown)] if shown else None)

    def receive_unconfirmed(self, two) -> None:
        made = self.receive(two)
        made.evidence, made.status = {"fate": DECISIONS[two % 4]}, Status.UNCONFIRMED
        made.save()
        self.first[made.pk] = made.status

    def receive_trapped(self, two) -> None:
        self.receive(two, trap="program")

    def receive_suspect(self, two) -> None:
        Comment.objects.filter(pk=self.receive(two).pk).update(is_suspect=True)

    def edit(self, pk, words) -> None:
        try:
            by_writer.edit(pk, words)
        except by_writer.TooLate:
            return
        self.words[pk] = words

    def decide(self, pks, two, **fields) -> None:
        self.batches.append(moderation.new_batch())
        moderation.decide(pks, DECISIONS[two % 4], batch=self.batches[-1], **fields)

    def check(self) -> None:
        stored = {comment.pk: comment for comment in Comment.objects.all()}
        replayed, last, forgotten = dict(self.first), {}, set()
        for line in Decision.objects.all():
            assert line.from_status == replayed[line.comment_id]
            assert allows(line.from_status, line.act, line.to_status, who_did(line)), vars(line)
            replayed[line.comment_id] = line.to_status
            if line.act != Act.EMAIL_SEEN:
                last[line.comment_id] = line.act
            if line.act == Act.ERASED:
                forgotten.add(line.comment_id)
        assert {last[pk] for pk in self.first.keys() - stored.keys()} <= {Act.ERASED}
        assert {pk: comment.status for pk, comment in stored.items()} == {pk: replayed[pk] for pk in stored}
        counted = dict(Comment.objects.order_by().values_list("status").annotate(n=Count("pk")))
        assert counted == Counter(replayed[pk] for pk in stored)
        approved = {pk for pk in stored if replayed[pk] == Status.APPROVED}
        assert set(Comment.objects.public().values_list("pk", flat=True)) == approved
        assert all(allows(None, RECEIVED, status, Who.READER) for status in self.first.values())
        assert not counts.differ()
        assert not index.differs()
        for pk, comment in stored.items():
            is_hollow, is_withdrawn = comment.body == "", comment.status == Status.WITHDRAWN
            assert comment.body == ("" if is_hollow else self.words[pk])
            assert not is_hollow or (pk in forgotten and comment.status in (Status.TRASH, Status.WITHDRAWN))
            assert (comment.site == "") == (is_hollow or is_withdrawn)
            assert (comment.email == "") == (comment.email_digest == "") == (pk in forgotten or is_withdrawn)
            assert not comment.email or comment.email_digest == of_email(comment.email)


def who_did(line) -> Who:
    if line.act in (Act.CONFIRMED, Act.EDITED, Act.WITHDRAWN):
        assert (line.by, line.rule) == (None, by_writer.WRITER)
        return Who.READER
    if line.by_id:
        return Who.MODERATOR
    return Who.OPERATOR if line.rule == "operator" else Who.RULE


steps = st.tuples(st.sampled_from(ACTS), st.integers(0, 7), st.integers(0, 7))


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@example([("decide", 0, 0), ("withdraw", 0, 0), ("undo", 0, 0), ("undo", 1, 0)])
@example([("receive_unconfirmed", 0, 1), ("edit", 1, 3), ("confirm", 1, 0), ("decide_all", 0, 2), ("undo", 0, 0)])
@example([("decide", 0, 1), ("undo", 0, 0), ("undo", 1, 0), ("edit", 0, 5), ("undo", 1, 0), ("look", 0, 0)])
@example([("decide", 0, 0), ("answer", 0, 0), ("decide", 1, 0), ("decide", 0, 1), ("purge", 0, 1), ("undo", 2, 0)])
@example([("decide", 0, 0), ("answer", 0, 0), ("decide", 1, 0), ("withdraw", 0, 0), ("purge", 0, 3), ("edit", 0, 0)])
@given(st.lists(steps, min_size=4, max_size=25))
def test_record_and_counts_hold_whatever_is_done(db, django_user_model, acts):
    with transaction.atomic():
        live_through(acts, django_user_model)
        transaction.set_rollback(True)


@pytest.mark.soak
def test_record_and_counts_hold_for_years(db, django_user_model, chance):
    for _round in rounds():
        acts = [(chance.choice(ACTS), chance.randrange(12), chance.randrange(8)) for _act in range(80)]
        with transaction.atomic():
            live_through(acts, django_user_model)
            transaction.set_rollback(True)


def live_through(acts, users) -> World:
    world = World(users.objects.create(username="moderator"))
    for name, one, two in acts:
        world.act(name, one, two)
    world.check()
    assert list(replay.differing()) == []
    return world
