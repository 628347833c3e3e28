"""What a decision about a writer does to what comes next: blocked, read first, trusted."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from comments import by_writer, moderation, writers
from comments.models import Comment, Decision, Finding, Rule, Status, Writer
from comments.queue.reasons import reasons_of
from comments.reply.fate import fate_of, reconsider
from comments.reply.forms import ReplyForm
from comments.rules import keeping
from humas.base.models import Change, Newsroom
from tests.comments.factories import comment

INA = "ina@contoh.id"


def sent(reader, article, **words):
    assert reader.reply(article, **words).status_code == 303
    return Comment.objects.latest("pk")


@pytest.fixture
def known(article):
    return comment(article, email=INA, name="Ina")


@pytest.fixture
def by(person):
    return person("Moderator", username="rambu")


@pytest.fixture
def confirmed(monkeypatch):
    """Every writer comes by a link mailed to the address."""
    monkeypatch.setattr(ReplyForm, "is_proven", True)


def test_blocked_writer_lands_in_the_spam_and_the_receipt_tells_nothing(reader, article, known, by):
    writers.take(known.pk, "block", by=by, why="iklan berulang", days=7)
    answer = reader.reply(article, email=" INA@Contoh.id", body="Lagi.")
    made = Comment.objects.latest("pk")

    assert (made.status, made.held_for, made.is_suspect) == (Status.SPAM, ["writer_blocked"], True)
    assert Finding.objects.filter(comment=made, name="writer_blocked").exists()
    assert "rambu tercetak memblokir penulis ini" in reasons_of(made)[0]
    receipt = reader.get(answer["Location"]).content.decode()
    assert "menunggu dibaca petugas" in receipt.casefold()
    assert "blokir" not in receipt.casefold()


def test_block_decides_on_nothing_that_is_here(article, known, by):
    moderation.decide([known.pk], Status.APPROVED, by=by)
    writers.take(known.pk, "block", by=by, why="iklan")
    known.refresh_from_db()
    assert known.status == Status.APPROVED


def test_block_is_over_when_its_days_are(reader, article, known, by):
    writers.take(known.pk, "block", by=by, why="iklan", days=1, now=timezone.now() - timedelta(hours=23))
    assert sent(reader, article, body="Satu.").status == Status.SPAM
    writers.take(known.pk, "block", by=by, why="iklan", days=1, now=timezone.now() - timedelta(hours=25))
    assert sent(reader, article, body="Dua.").held_for == []


def test_block_for_good_has_no_end(known, by):
    assert writers.take(known.pk, "block", by=by, why="iklan").until is None


def test_another_writer_is_not_meant(reader, article, known, by):
    writers.take(known.pk, "block", by=by, why="iklan")
    assert sent(reader, article, email="lain@contoh.id").held_for == []


def test_writer_who_is_read_first_waits_among_those_to_read(reader, article, known, by, confirmed):
    Newsroom.objects.update(lets_returning_pass=True)
    moderation.decide([known.pk], Status.APPROVED, by=by)
    writers.take(known.pk, "hold", by=by, why="sering salah paham")
    made = sent(reader, article)
    assert (made.status, made.held_for, made.is_suspect) == (Status.PENDING, ["writer_held"], False)
    assert "rambu tercetak ingin semua dari penulis ini dibaca dulu" in reasons_of(made)[0]


def test_trusted_writer_with_a_confirmed_address_is_shown_at_once(reader, article, known, by, confirmed):
    Newsroom.objects.update(lets_returning_pass=True)  # nothing of this address was shown: trust is asked first
    writers.take(known.pk, "trust", by=by, why="kepala desa")
    made = sent(reader, article)
    assert (made.status, made.held_for) == (Status.APPROVED, [])
    assert made.evidence["writer_trusted"]["by"] == "rambu tercetak"
    assert Decision.objects.get(comment_id=made.pk).rule == "writer_trusted"


def test_typing_a_trusted_address_passes_nobody(reader, article, known, by):
    writers.take(known.pk, "trust", by=by, why="kepala desa")
    made = sent(reader, article)
    assert (made.status, made.held_for, made.is_suspect) == (Status.PENDING, ["writer_trusted"], False)
    assert "belum dikonfirmasi" in reasons_of(made)[0]


@pytest.mark.parametrize("wrong", [{"t": "1"}, {"body": "gacor"}, {"body": "https://a.id https://b.id"}])
def test_trusted_writer_passes_no_other_rule(reader, article, known, by, confirmed, wrong):
    keeping.add("word", ["gacor"], does="hold")
    writers.take(known.pk, "trust", by=by, why="kepala desa")
    assert sent(reader, article, **wrong).status == Status.PENDING


def test_trap_and_rules_weigh_more_than_being_read_first(reader, article, known, by):
    keeping.add("word", ["gacor"], does="trash")
    writers.take(known.pk, "block", by=by, why="iklan")
    made = sent(reader, article, body="gacor")
    assert (made.status, made.held_for) == (Status.TRASH, ["words", "writer_blocked"])
    assert Rule.objects.get().hits == 1


def test_mended_words_of_a_writer_who_was_blocked_meanwhile_are_spam(reader, article, by):
    made = sent(reader, article)
    writers.take(made.pk, "block", by=by, why="iklan")
    made.body = "Lain."
    assert reconsider(made).held_for == ["writer_blocked"]


@pytest.mark.parametrize(
    ("then", "now", "status", "held"),
    [
        (None, "block", Status.SPAM, ["writer_blocked"]),
        (None, "hold", Status.PENDING, ["writer_held"]),
        ("trust", "trust", Status.APPROVED, []),
        ("trust", None, Status.PENDING, []),
        ("trust", "block", Status.SPAM, ["writer_blocked"]),
        ("block", None, Status.SPAM, ["writer_blocked"]),
        ("hold", "block", Status.SPAM, ["writer_held", "writer_blocked"]),
    ],
)
def test_what_was_decided_while_an_address_was_not_proven_yet_counts(article, known, by, then, now, status, held):
    made = comment(article, email=INA, body="Belum terbukti.")
    made.confirmed_at = timezone.now()
    if then:
        writers.take(known.pk, then, by=by, why="a")
    fate_of(made).lay_on(made, is_unconfirmed=True)
    made.confirmed_at = None
    made.save()
    if now:
        writers.take(known.pk, now, by=by, why="b")
    else:
        writers.lift(known.pk, by=by)

    made = by_writer.confirm(made.pk)
    made.refresh_from_db()
    assert (made.status, made.held_for) == (status, held)
    if now and held:
        assert set(Finding.objects.filter(comment=made).values_list("name", flat=True)) == set(held)


def test_lifted_by_one_press_and_all_of_it_stays_told(reader, article, known, by, person):
    writers.take(known.pk, "block", by=by, why="iklan", days=30)
    other = person("Moderator", username="dara")
    assert writers.lift(known.pk, by=other)
    assert not writers.lift(known.pk, by=other)
    assert sent(reader, article).held_for == []
    writers.take(known.pk, "hold", by=other, why="coba lagi")

    found, _newest = writers.steps(Writer.objects.get())
    assert [(step.stance, step.why, step.by) for step in found] == [
        ("hold", "coba lagi", "dara tercetak"),
        ("", "", "dara tercetak"),
        ("block", "iklan", "rambu tercetak"),
    ]
    assert found[2].until - found[2].at == pytest.approx(timedelta(days=30), abs=timedelta(seconds=9))


def test_no_note_of_it_holds_an_address_or_a_digest(known, by):
    writer = writers.take(known.pk, "block", by=by, why="iklan")
    note = Change.objects.get()
    assert note.subject == f"writer:{writer.pk}"
    assert writer.email_digest not in f"{note.subject}{note.before}{note.after}"


def test_one_who_was_slower_is_told_and_changes_nothing(known, by, person):
    writers.take(known.pk, "block", by=by, why="iklan", seen=0)
    with pytest.raises(writers.Meanwhile) as meanwhile:
        writers.take(known.pk, "trust", by=person("Moderator"), why="warga baik", seen=0)
    assert meanwhile.value.change.by == by
    with pytest.raises(writers.Meanwhile):
        writers.lift(known.pk, by=by, seen=0)
    writers.take(known.pk, "block", by=by, why="iklan", seen=0)  # the same press twice
    assert Writer.objects.get().stance == "block"
    assert Change.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [{"stance": "eat"}, {"why": "  "}, {"why": "\0"}, {"days": 2}, {"days": 0}, {"why": "x" * 201}],
)
def test_half_a_decision_is_none(known, by, wrong):
    with pytest.raises(ValidationError):
        writers.take(known.pk, **{"stance": "block", "why": "iklan", "days": None, "by": by} | wrong)
    assert not Writer.objects.exists()


def test_whose_address_is_kept_no_longer_is_nobody(known, by):
    Comment.objects.update(email="", email_digest="")
    with pytest.raises(writers.Nobody):
        writers.take(known.pk, "block", by=by, why="iklan")


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("maria@gmail.com", "m…@g…"),
        ("a@b", "a…@b…"),
        ('"x@y"@rote.id', '"…@r…'),
        ("éa@münchen.de", "é…@m…"),
        ("bukan alamat", "…"),
        ("", ""),
    ],
)
def test_masked_address_tells_two_apart_and_lets_nobody_write(address, shown):
    assert writers.masked(address) == shown
