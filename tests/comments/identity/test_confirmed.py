"""An address that is proven before anybody reads the comment: by a press behind the mailed link, by nothing else."""

import re
from datetime import timedelta

import pytest
from django.core import mail as outbox
from django.utils import timezone

from comments import by_writer, moderation
from comments.identity import confirming
from comments.models import Comment, Decision, Status
from humas.base import tokens
from humas.base.models import Newsroom, PageVersion
from humas.base.pages import article as page_of
from tests.comments.factories import comment
from tests.comments.identity.conftest import link_in
from tests.comments.page import Page, whole_page

ADDRESS = "Bukti.7719@contoh.id"


@pytest.fixture
def sent(wants, letters, reader, article):
    """(receipt, link) of a reply that waits for its proof."""
    wants("confirmed")
    (letter,) = letters(lambda: reader.reply(article, email=ADDRESS, body="Jembatan itu goyang."))
    return letters.answer["Location"], link_in(letter, "buktikan")


@pytest.fixture
def later(monkeypatch):
    """later(hours=25): the clock moves on."""

    def move(**span):
        moment = timezone.now() + timedelta(**span)
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return move


def heading(response):
    return whole_page(response).one("h1").text


@pytest.mark.contract
def test_reply_waits_apart_until_its_address_is_proven(sent, reader, article, moderator):
    receipt, link = sent
    waiting = Comment.objects.get()

    page = whole_page(reader.get(receipt))
    assert waiting.status == Status.UNCONFIRMED
    assert page.one("p", **{"class": "receipt-state"}).text == "Menunggu alamat email Anda dibuktikan"
    assert "tekan tombol di halaman tautannya" in page.html
    for view in ("perlu-dibaca", "tayang", "spam", "sampah"):
        assert "goyang" not in moderator.get(f"/admin/antrean/?tampilan={view}").content.decode()
    assert "goyang" not in reader.get(article.get_absolute_url()).content.decode()

    answer = reader.post(link)

    waiting.refresh_from_db()
    line = Decision.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, link)
    assert (waiting.status, waiting.confirmed_at is not None) == (Status.PENDING, True)
    assert (line.act, line.from_status, line.to_status, line.by) == ("confirmed", "unconfirmed", "pending", None)
    assert heading(reader.get(link)) == f"Alamat email untuk komentar {waiting.short_number} sudah dibuktikan"
    assert "Menunggu dibaca petugas" in reader.get(receipt).content.decode()
    queue = moderator.get("/admin/antrean/").content.decode()
    assert "goyang" in queue
    assert "alamat dibuktikan" in queue


def test_letter_goes_to_one_address_and_tells_nothing_but_its_link(sent, article):
    (letter,) = outbox.outbox
    receipt, link = sent

    assert letter.to == [ADDRESS]
    assert letter.subject == f"Buktikan alamat email untuk komentar {Comment.objects.get().short_number}"
    assert letter.extra_headers["Auto-Submitted"] == "auto-generated"
    assert article.headline in letter.body
    for private in (ADDRESS, "goyang", "Ina Lontar", receipt, receipt.split("/")[2]):
        assert private not in letter.subject + letter.body
    assert ADDRESS.casefold() not in link.casefold()
    assert receipt.split("/")[2] != link.split("/")[2]


@pytest.mark.parametrize("method", ["get", "head"])
def test_looking_at_the_link_proves_nothing(sent, reader, method):
    _receipt, link = sent

    answer = getattr(reader, method)(link)

    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Robots-Tag"] == "noindex"
    assert Comment.objects.get().status == Status.UNCONFIRMED
    assert Decision.objects.count() == 0


def test_page_behind_the_link_shows_neither_words_nor_name_nor_receipt(sent, reader):
    receipt, link = sent
    for answer in (reader.get(link), reader.post(link, follow=True)):
        page = answer.content.decode()
        assert not [told for told in ("goyang", "Ina Lontar", ADDRESS, receipt.split("/")[2]) if told in page]


def test_second_press_does_no_harm(sent, reader):
    _receipt, link = sent
    answers = [reader.post(link, follow=True) for _press in range(3)]

    assert [answer.status_code for answer in answers] == [200] * 3
    assert Decision.objects.count() == 1


def test_press_from_another_site_proves_nothing(sent, reader):
    answer = reader.post(sent[1], headers={"sec-fetch-site": "cross-site"})

    assert answer.status_code == 403
    assert heading(answer) == "Tombolnya ditekan di situs lain"
    assert Comment.objects.get().status == Status.UNCONFIRMED


@pytest.mark.parametrize("method", ["get", "post"])
def test_link_ends_after_a_day(sent, reader, later, method):
    later(hours=24)

    answer = getattr(reader, method)(sent[1])

    assert answer.status_code == 410
    assert heading(answer) == "Tautan ini sudah berakhir"
    assert Comment.objects.get().status == Status.UNCONFIRMED
    assert "akan dihapus" in reader.get(sent[0]).content.decode()


def test_link_of_an_erased_comment_has_ended(sent, reader):
    Comment.objects.all().delete()

    assert [reader.get(sent[1]).status_code, reader.post(sent[1]).status_code] == [410, 410]


@pytest.mark.parametrize("spoil", ["x", "", "swap", "later", "receipt", "other purpose"])
def test_forged_link_is_nothing(sent, reader, article, spoil):
    receipt, link = sent
    number, end, signature = link.split("/")[2].split(".")
    forged = {
        "x": f"{number}.{end}.{signature}x",
        "": f"{number}.{end}.",
        "swap": f"{comment(article).short_number}.{end}.{signature}",
        "later": f"{number}.{int(end) + 9}.{signature}",
        "receipt": receipt.split("/")[2],
        "other purpose": tokens.seal("unsubscribe", number, timezone.now() + timedelta(hours=1)),
    }[spoil]

    for answer in (reader.get(f"/buktikan/{forged}/"), reader.post(f"/buktikan/{forged}/")):
        assert answer.status_code == 404
        whole_page(answer)
    assert Comment.objects.filter(status=Status.UNCONFIRMED).count() == 1


@pytest.mark.parametrize(
    ("status", "answer", "says"),
    [
        (Status.WITHDRAWN, 410, "sudah ditarik"),
        (Status.APPROVED, 200, "tidak perlu dibuktikan lagi"),
        (Status.TRASH, 200, "tidak perlu dibuktikan lagi"),
    ],
)
def test_link_of_a_comment_that_waits_no_more_changes_nothing(sent, reader, status, answer, says):
    waiting = Comment.objects.get()
    if status == Status.WITHDRAWN:
        by_writer.withdraw(waiting.pk)
    else:
        moderation.decide([waiting.pk], status)

    for response in (reader.get(sent[1]), reader.post(sent[1])):
        assert response.status_code == answer
        assert says in heading(response)
    waiting.refresh_from_db()
    assert (waiting.status, waiting.confirmed_at) == (status, None)


def test_same_reply_again_is_the_same_receipt_and_one_letter(sent, letters, reader, article):
    assert letters(lambda: reader.reply(article, email=ADDRESS, body="Jembatan itu goyang.")) == []
    assert letters.answer["Location"] == sent[0]


def test_typing_a_proven_address_proves_nothing(sent, reader, article):
    reader.post(sent[1])
    reader.reply(article, email=ADDRESS, body="Yang lain.")

    assert Comment.objects.get(body="Yang lain.").status == Status.UNCONFIRMED


def test_press_of_a_known_writer_shows_the_comment_where_known_writers_pass(sent, reader, article, letters):
    Newsroom.objects.update(lets_returning_pass=True)
    comment(article, email=ADDRESS, status=Status.APPROVED)
    (letter,) = letters(lambda: reader.reply(article, email=ADDRESS, body="Langsung."))
    version = PageVersion.objects.filter(subject=page_of(article.pk)).values_list("n", flat=True)
    before = sum(version.all())
    assert Comment.objects.get(body="Langsung.").status == Status.UNCONFIRMED
    assert "Langsung." not in reader.get(article.get_absolute_url()).content.decode()

    reader.post(link_in(letter, "buktikan"))

    line = Decision.objects.order_by("-pk").first()
    assert (line.act, line.to_status) == ("confirmed", "approved")
    assert "Langsung." in reader.get(article.get_absolute_url()).content.decode()
    assert sum(version.all()) == before + 1


def test_sprung_trap_sends_nobody_a_letter_and_is_told_no_more_than_anybody(wants, letters, reader, article):
    wants("confirmed")
    assert letters(lambda: reader.reply(article, ruas_kosong="x", email=ADDRESS)) == []
    trapped = letters.answer["Location"]
    letters(lambda: reader.reply(article, body="Lain.", email=ADDRESS))

    def said(receipt):
        page = Page(reader.get(receipt))
        return [
            element.text
            for element in page.all("p") + page.all("li") + page.all("button")
            if not re.search(r"WITA|Terima kasih|Lain\.|KMT-|/tanggapan/", element.text)
        ]

    assert said(trapped) == said(letters.answer["Location"]) != []
    (letter,) = letters(lambda: reader.post(f"{trapped}buktikan/"))
    reader.post(link_in(letter, "buktikan"))
    reply = Comment.objects.order_by("pk").first()
    assert (reply.status, reply.held_for) == (Status.SPAM, ["trap"])
    assert "Menunggu dibaca petugas" in reader.get(trapped).content.decode()


def test_unconfirmed_comments_are_erased_after_a_day(sent, article):
    now = timezone.now()
    comment(article)

    assert not confirming.unconfirmed_expired(now).exists()
    assert confirming.unconfirmed_expired(now + timedelta(hours=24)).get() == Comment.objects.get(status="unconfirmed")
