"""What becomes of a reply: each rule by its name, with what it saw."""

import pytest
from django.conf import settings
from django.utils import timezone

from comments import moderation
from comments.models import Comment, Decision, Rule, Status
from comments.queue.reasons import marks_of, reasons_of
from comments.reply.fate import ONLY_AT_RECEPTION, RULES, fate_of, reconsider
from comments.reply.forms import ReplyForm
from comments.rules import keeping
from humas.base.models import Newsroom, PageVersion
from tests.comments.factories import comment


def rule(kind, pattern, does="hold"):
    return keeping.add(kind, [pattern], does=does).rules[0]


def sent(reader, article, **words):
    assert reader.reply(article, **words).status_code == 303
    return Comment.objects.latest("pk")


@pytest.mark.parametrize(("seconds", "held"), [("2", ["too_fast"]), ("3", []), ("", []), ("x", [])])
def test_filled_in_too_fast_is_held_and_nothing_more(reader, article, seconds, held):
    made = sent(reader, article, t=seconds)
    assert (made.status, made.held_for) == (Status.PENDING, held)
    if held:
        assert reasons_of(made) == ["Formulir selesai diisi dalam 2 detik."]


def test_newsroom_need_not_look_at_the_clock(reader, article):
    Newsroom.objects.update(fast_seconds=0)
    assert sent(reader, article, t="0").held_for == []


@pytest.mark.parametrize(
    ("limit", "body", "held"),
    [
        (2, "https://a.id dan www.b.id", True),
        (2, "https://a.id saja", False),
        (3, "a.com/x b.com/y c.com", True),
        (None, "https://a.id " * 9, False),
    ],
)
@pytest.mark.wordpress("2b 5 Links")
def test_as_many_links_as_the_limit_hold(reader, article, limit, body, held):
    Newsroom.objects.update(max_links=limit)
    made = sent(reader, article, body=body)
    assert made.held_for == (["links"] if held else [])
    if held:
        count = made.evidence["links"]["count"]
        assert reasons_of(made) == [f"Memuat {count} tautan."]
        assert [made.body[mark.start : mark.end] for mark in marks_of(made)] == body.replace(" dan", "").split()


@pytest.mark.wordpress("2b 6 Moderation keys")
def test_word_of_a_rule_is_named_with_its_number_and_shown_where_it_stands(reader, article):
    word = rule("word", "gacor")
    made = sent(reader, article, body="Situs GACOR hari ini", name="Gacor")

    assert made.status == Status.PENDING
    assert made.held_for == ["words"]
    assert reasons_of(made) == [
        f"Memuat kata “gacor” (aturan no. {word.pk}).",
        f"Nama memuat kata “gacor” (aturan no. {word.pk}).",
    ]
    assert [getattr(made, mark.field)[mark.start : mark.end] for mark in marks_of(made)] == ["GACOR", "Gacor"]
    word.refresh_from_db()
    assert word.hits == 1
    assert word.last_hit_at == made.created_at


def test_rule_that_is_switched_off_finds_nothing(reader, article):
    word = rule("word", "gacor")
    keeping.switch(Rule.objects.all(), False)
    assert sent(reader, article, body="gacor").held_for == []
    word.refresh_from_db()
    assert word.hits == 0


@pytest.mark.parametrize(
    ("kind", "pattern", "name"),
    [
        ("phrase", "situs gacor", "words"),
        ("domain", "judi.com", "domains"),
        ("link", "bonus", "domains"),
        ("address", " INA@contoh.id", "address"),
        ("network", "203.0.113.200", "network"),
    ],
)
@pytest.mark.parametrize(("does", "status"), [("hold", "pending"), ("spam", "spam"), ("trash", "trash")])
@pytest.mark.wordpress("2b 8 Disallowed keys")
def test_each_kind_of_rule_does_what_it_says_and_the_receipt_tells_nothing(
    reader, article, kind, pattern, name, does, status
):
    rule(kind, pattern, does)
    answer = reader.reply(article, body="Situs gacor https://judi.com/bonus", address="203.0.113.7")
    made = Comment.objects.get()

    assert (made.status, made.held_for) == (status, [name])
    assert len(reasons_of(made)) == 1
    assert "menunggu dibaca petugas" in reader.get(answer["Location"]).content.decode().casefold()


@pytest.mark.wordpress("2b 8 Disallowed keys")
def test_heaviest_of_several_rules_counts(reader, article):
    rule("word", "gacor", "trash")
    rule("word", "situs", "hold")
    made = sent(reader, article, body="situs gacor", ruas_kosong="x")
    assert made.status == Status.TRASH
    assert made.held_for == ["trap", "words"]


def test_evidence_holds_no_address_and_no_digest(reader, article):
    made_rule = rule("address", "ina@contoh.id")
    made = sent(reader, article)
    assert "ina" not in str(made.evidence)
    assert made_rule.pattern not in str(made.evidence)
    assert made_rule.hint == "i…@contoh.id"


def test_personal_data_is_marked_for_the_moderator_and_holds_nothing(reader, article, moderator):
    made = sent(reader, article, body="Hubungi 0812-3456-7890 ya")
    assert (made.status, made.held_for) == (Status.PENDING, [])
    assert reasons_of(made) == ["Sepertinya nomor telepon."]
    assert [made.body[mark.start : mark.end] for mark in marks_of(made)] == ["0812-3456-7890"]
    assert "<mark><bdi>0812-3456-7890</bdi></mark>" in moderator.get("/admin/antrean/").content.decode()
    made.body = "Sudah dihapus."
    assert "personal" not in reconsider(made).evidence


@pytest.fixture
def passing(db):
    Newsroom.objects.update(lets_returning_pass=True)


@pytest.mark.wordpress("2b 7 Previously approved")
def test_typing_a_known_name_and_address_passes_nobody(reader, article, passing):
    """WordPress shows at once whatever comes under a name and address that were approved before."""
    comment(article, status=Status.APPROVED, name="Ina Lontar", email="ina@contoh.id")
    made = sent(reader, article)
    assert (made.status, made.held_for) == (Status.PENDING, ["returning_writer"])
    assert "belum dikonfirmasi" in reasons_of(made)[0]


def test_first_comment_of_an_address_waits(reader, article, passing):
    made = sent(reader, article)
    assert (made.status, made.held_for) == (Status.PENDING, ["first_timer"])


@pytest.mark.wordpress("2b 4 Manual moderation")
def test_with_the_default_all_are_read_first(article):
    comment(article, status=Status.APPROVED, email="ina@contoh.id")
    again = comment(article, email="ina@contoh.id")
    again.confirmed_at = timezone.now()
    assert fate_of(again).status == Status.PENDING
    assert fate_of(again).held_for == []


@pytest.fixture
def confirmed(monkeypatch):
    """Every writer comes by a link mailed to the address, as under *identity*."""
    monkeypatch.setattr(ReplyForm, "is_proven", True)


@pytest.mark.wordpress("2b 7 Previously approved")
def test_known_writer_with_a_confirmed_address_is_shown_at_once_and_the_record_says_why(
    reader, article, passing, confirmed
):
    comment(article, status=Status.APPROVED, email="ina@contoh.id")
    version = PageVersion.objects.get(subject=f"article:{article.pk}").n
    made = sent(reader, article, body="Langsung tayang.")

    assert made.status == Status.APPROVED
    assert Decision.objects.get(comment_id=made.pk).rule == "returning_writer"
    assert "Langsung tayang." in reader.get(article.get_absolute_url()).content.decode()
    assert PageVersion.objects.get(subject=f"article:{article.pk}").n > version


@pytest.mark.parametrize("wrong", [{"t": "1"}, {"body": "gacor"}, {"body": "https://a.id https://b.id"}])
def test_known_writer_passes_no_other_rule(reader, article, passing, confirmed, wrong):
    rule("word", "gacor")
    comment(article, status=Status.APPROVED, email="ina@contoh.id")
    assert sent(reader, article, **wrong).status == Status.PENDING


def test_shown_writer_whose_comment_was_taken_down_is_known_no_more(reader, article, passing, confirmed):
    known = comment(article, status=Status.APPROVED, email="ina@contoh.id")
    moderation.decide([known.pk], Status.TRASH)
    assert sent(reader, article).held_for == ["first_timer"]


def test_edited_comment_is_judged_again_without_what_concerned_its_coming(reader, article):
    rule("word", "gacor", "spam")
    made = sent(reader, article, body="gacor", t="1", headers={})
    assert made.held_for == ["no_origin", "too_fast", "words"]

    made.body = "Jalan rusak."
    again = reconsider(made)
    assert (again.status, again.held_for) == (Status.PENDING, ["no_origin", "too_fast"])
    assert again.evidence["seconds"] == 1
    made.body = "gacor lagi https://a.id https://b.id"
    assert reconsider(made).status == Status.SPAM
    assert reconsider(made).held_for == ["no_origin", "too_fast", "links", "words"]


def test_edit_brings_nothing_out_of_the_spam_that_a_trap_put_there(reader, article):
    made = sent(reader, article, ruas_kosong="x")
    made.body = "Manis."
    assert reconsider(made).status == Status.SPAM


def test_unconfirmed_comment_keeps_what_becomes_of_it(article):
    made = comment(article)
    fate_of(made).lay_on(made, is_unconfirmed=True)
    assert (made.status, made.evidence["fate"]) == (Status.UNCONFIRMED, "pending")


@pytest.mark.wordpress("2b Otherwise")
def test_names_stand_in_the_documented_order():
    names = [rule.name for rule in RULES]
    assert (
        names
        == (
            "closed token writer_limit network_limit trap no_origin too_fast duplicate links words domains "
            "address network writer_blocked writer_held writer_trusted first_timer returning_writer manual"
        ).split()
    )
    assert set(ONLY_AT_RECEPTION) < set(names)


def test_handbook_prints_the_rules_as_they_are_asked():
    handbook = (settings.BASE_DIR / "docs" / "panduan-moderator.md").read_text()
    table = [f"| {number}. | {rule.looks_at} | {rule.outcome} |" for number, rule in enumerate(RULES, 1)]
    assert "\n".join(table) in handbook
