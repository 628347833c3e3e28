"""CONTRACT §3, §5: a reader's own page about one reply, which nobody else finds."""

import pytest

from articles import publishing
from comments import moderation
from comments.models import Comment, Status
from tests.comments.factories import comment
from tests.comments.page import Page, whole_page

pytestmark = pytest.mark.contract

WAITS = "Menunggu dibaca petugas"


@pytest.fixture
def sent(reader, article):
    """The receipt's address of a reply that has just been sent."""
    response = reader.reply(article, body="Satu\n\nDua <i>tiga</i>", name="Ina & Ani", email="rahasia@contoh.id")
    return response["Location"]


def state(reader, address):
    return Page(reader.get(address)).one("p", **{"class": "receipt-state"}).text


@pytest.mark.wordpress("2e Export personal data")
def test_receipt_is_a_page_for_its_writer_alone(reader, article, sent):
    response = reader.get(sent)

    page = whole_page(response)
    assert response.status_code == 200
    assert response["X-Robots-Tag"] == "noindex"
    assert page.one("meta", name="robots")["content"] == "noindex"
    assert "ETag" not in response
    assert "Satu" in page.one("div", **{"class": "comment-body"}).text
    assert "Dua <i>tiga</i>" in page.one("div", **{"class": "comment-body"}).text
    assert "Ina & Ani" in page.one("p", **{"class": "receipt-signed"}).text
    assert article.get_absolute_url() in {link["href"] for link in page.all("a")}


def test_receipt_never_shows_the_mail_address(reader, article, sent):
    assert "rahasia" not in reader.get(sent).content.decode()


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (Status.PENDING, WAITS),
        (Status.APPROVED, "Sudah tayang"),
        (Status.SPAM, "Tidak ditayangkan"),
        (Status.TRASH, "Tidak ditayangkan"),
        (Status.WITHDRAWN, "Ditarik oleh Anda"),
    ],
)
def test_receipt_says_what_became_of_the_reply(reader, article, status, sentence):
    token = comment(article, status=status).plain_receipt

    assert state(reader, f"/tanggapan/{token}/") == sentence


def test_receipt_follows_each_decision(reader, article, sent):
    number = Comment.objects.get().pk
    said = [state(reader, sent)]
    batch = moderation.new_batch()
    moderation.decide([number], Status.APPROVED, batch=batch)
    said.append(state(reader, sent))
    moderation.undo(batch)
    said.append(state(reader, sent))

    assert said == [WAITS, "Sudah tayang", WAITS]


def test_sprung_trap_is_told_no_more_than_anybody(reader, article):
    address = reader.reply(article, ruas_kosong="x")["Location"]
    said = [state(reader, address)]
    moderation.look_at_email(Comment.objects.get(), by=None)
    said.append(state(reader, address))

    assert said == [WAITS, WAITS]


def test_receipt_outlives_its_story(reader, article, sent):
    publishing.withdraw(article, reason="Keliru.")

    assert reader.get(sent).status_code == 200


@pytest.mark.parametrize("token", ["1", "x", "A" * 32, "A" * 3000, "%00", "é", "%2e%2e"])
def test_unknown_receipt_is_nothing(reader, article, sent, token):
    response = reader.get(f"/tanggapan/{token}/")

    assert response.status_code == 404
    whole_page(response)


@pytest.mark.wordpress("2a Pending preview")
def test_receipt_is_not_found_by_what_is_known_of_the_reply(reader, article, sent):
    reply = Comment.objects.get()

    for known in (str(reply.pk), reply.receipt_digest, reply.email_digest, reply.same_key, sent.split("/")[2].upper()):
        assert reader.get(f"/tanggapan/{known}/").status_code == 404


def test_nobody_else_is_shown_where_the_receipt_is(reader, article, sent, moderator):
    token = sent.split("/")[2]
    number = Comment.objects.get().pk
    seen = [
        moderator.get("/admin/antrean/"),
        moderator.post("/admin/antrean/email/", {"comment": number}),
        moderator.post("/admin/antrean/putuskan/", {"comment": number, "decision": "approve"}, follow=True),
        moderator.get("/admin/antrean/?tampilan=tayang"),
        *(reader.get(address) for address in ("/", "/berita/", article.get_absolute_url())),
    ]

    for response in seen:
        assert response.status_code == 200
        assert token not in response.content.decode()
        assert Comment.objects.get().receipt_digest not in response.content.decode()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_receipt_only_shows(reader, article, sent, method):
    assert reader.generic(method, sent).status_code == 405
