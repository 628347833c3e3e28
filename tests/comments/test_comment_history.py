"""One comment with everything the desk knows of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments import answers, by_writer, hiding, moderation, notes, purging, redaction
from comments.models import Comment, Decision, Status
from comments.models.hiding import Scope
from humas.base.digests import of_email
from tests.comments.factories import comment

MAIL = "ina@lontar.id"


@pytest.fixture
def made(article):
    return comment(article, email=MAIL, name="Ina", body="Jembatan rusak sejak Mei.", held_for=["no_origin"])


@pytest.fixture
def dara(person):
    return person("Moderator", username="dara")


def shown(client, one, status=200):
    answer = client.get(f"/admin/antrean/{one if isinstance(one, int) else one.pk}/")
    assert answer.status_code == status
    return answer.content.decode()


@pytest.mark.wordpress("2d Edit screen", "2d History")
def test_everything_known_of_a_comment_stands_on_its_page(moderator, made, dara, article):
    moderation.decide([made.pk], Status.TRASH, by=dara, reason="ragu", ground="kembar")
    moderation.undo(Decision.objects.get().batch, by=moderator.user)
    moderation.decide([made.pk], Status.APPROVED, by=moderator.user)
    moderation.look_at_email(made, by=dara)
    notes.add(made, "Tolong cek ke PU.", by=dara)
    page = shown(moderator, made)

    for words in (
        "Jembatan rusak sejak Mei.",
        "Peramban tidak menyebut",
        "Menunggu → Sampah",
        "Diurungkan: Sampah → Menunggu",
        "Menunggu → Tayang",
        "“<bdi>ragu</bdi>”",
        "alasan untuk penulis: kembar",
        "dara tercetak",
        str(moderator.user),
        "Alamat email dilihat",
        "Dilihat 1 kali",
        "Tolong cek ke PU.",
        "Diterima",
        f'href="/admin/antrean/penulis/?komentar={made.pk}"',
        f'href="/admin/antrean/berita/{article.pk}/"',
        f'href="/admin/antrean/{made.pk}/jawab/',
    ):
        assert words in page, words
    places = [page.index(words) for words in ("Alamat email dilihat", "→ Tayang", "Diurungkan", "→ Sampah", "Diterima")]
    assert places == sorted(places)
    for secret in (MAIL, of_email(MAIL), made.receipt_token, made.receipt_digest):
        assert secret not in page


def test_rule_that_decided_is_named_as_such(moderator, made):
    moderation.decide([made.pk], Status.APPROVED, rule="writer_trusted")
    assert "aturan “penulis tepercaya”" in shown(moderator, made)


@pytest.mark.wordpress("2d Undo")
def test_batch_is_undone_from_any_of_its_comments(moderator, article, made):
    others = [comment(article).pk for _n in range(2)]
    moderation.decide([made.pk, *others], Status.SPAM, by=moderator.user)
    batch = Decision.objects.filter(comment_id=made.pk).get().batch
    page = shown(moderator, made)
    assert "satu tindakan atas 3 komentar" in page
    assert f'value="{batch}"' in page
    assert moderator.post("/admin/antrean/urungkan/", {"batch": batch}).status_code == 303
    assert {one.status for one in Comment.objects.all()} == {Status.PENDING}


def test_nothing_is_undone_over_a_later_decision_and_by_none_who_decides_nothing(moderator, editor, made, dara):
    moderation.decide([made.pk], Status.SPAM, by=dara)
    first = str(Decision.objects.get().batch)
    assert first not in shown(editor, made)
    moderation.decide([made.pk], Status.TRASH, by=dara)
    assert first not in shown(moderator, made)


def test_thread_is_shown_with_its_states_above_and_below(moderator, article, made, dara):
    below = comment(article, parent=made, name="Yanto", body="Betul sekali.", status=Status.SPAM, by=dara)
    official, _new = answers.answer(made.pk, "Diperbaiki bulan depan.", by=moderator.user, shows=True)
    page = shown(moderator, made)
    assert "Betul sekali." in page
    assert "Diperbaiki bulan depan." in page
    assert f'class="writer-state writer-{Status.SPAM}"' in page
    assert f"/admin/antrean/{official.pk}/" in page
    assert "Jembatan rusak sejak Mei." in shown(moderator, below)
    assert "&lt;p&gt;" not in page
    assert "penulis/?komentar" not in shown(moderator, official)


def test_what_its_writer_took_back_is_read_by_nobody_at_the_desk(moderator, made):
    by_writer.withdraw(made.pk)
    page = shown(moderator, made)
    assert "Jembatan rusak" not in page
    assert "Ina" not in page
    assert "Ditarik: Menunggu → Ditarik penulisnya" in page


def test_unconfirmed_comment_is_nobodys_to_see(moderator, made):
    Comment.objects.filter(pk=made.pk).update(status=Status.UNCONFIRMED)
    moderation.look_at_email(made, by=moderator.user)
    assert "Jembatan" not in shown(moderator, made, 404)


@pytest.mark.wordpress("2d History")
def test_record_of_an_erased_comment_stays_to_be_read(moderator, made, dara):
    moderation.decide([made.pk], Status.SPAM, by=dara)
    later = timezone.now() + timezone.timedelta(days=400)
    purging.purge(now=later)
    page = shown(moderator, made)
    assert "Menunggu → Spam" in page
    assert "aturan masa simpan" in page
    assert "Jembatan" not in page


@pytest.mark.parametrize("number", [999_999, 10**30])
def test_comment_that_never_was_is_answered_kindly(moderator, made, number):
    assert "sudah tidak ada" in shown(moderator, number, 404)


def test_closed_parts_are_seen_by_none_who_may_not(moderator, editor, article):
    made = comment(article, body="Telepon 0812-3456-7890 ya")
    Comment.objects.filter(pk=made.pk).update(evidence={"personal": [[8, 22, "phone"]]})
    words = redaction.print_of(made.body)
    redaction.redact(made.pk, [(8, 22)], by=moderator.user, reason="data", base=0, words=words)
    assert "0812-3456-7890" in shown(moderator, made)
    page = shown(editor, made)
    assert "0812-3456-7890" not in page
    assert "nomor telepon" in page


def test_hiding_in_force_is_told(moderator, article, made, dara):
    moderation.decide([made.pk], Status.APPROVED, by=dara)
    hiding.hide(hiding.Part(Scope.ALL), by=dara)
    assert "Disembunyikan sementara (semua komentar) oleh dara tercetak" in shown(moderator, made)


def test_page_costs_the_same_after_one_line_and_after_many(moderator, article, made, dara):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            shown(moderator, made)
        return len(queries)

    answers.answer(made.pk, "Satu.", by=dara, shows=True)
    notes.add(made, "Catatan", by=dara)
    shown(moderator, made)
    one = cost()
    for n in range(20):
        moderation.decide([made.pk], Status.SPAM if n % 2 == 0 else Status.APPROVED, by=dara, ground="kembar")
        moderation.look_at_email(made, by=dara)
        notes.add(made, f"Catatan {n}", by=dara)
        comment(article, parent=made)
    assert cost() == one <= 22


@pytest.mark.wordpress("2d Access")
@pytest.mark.parametrize(
    ("group", "status"), [("Moderator", 200), ("Redaktur", 200), ("Pimpinan", 200), ("Penulis", 403)]
)
def test_who_reads_the_history_of_a_comment(signed_in, made, group, status):
    shown(signed_in(group), made, status)


def test_history_decides_nothing(moderator, made):
    assert moderator.post(f"/admin/antrean/{made.pk}/").status_code == 405
