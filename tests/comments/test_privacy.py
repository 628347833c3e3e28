"""A writer's address lies encrypted, is shown to few, each look recorded, and leaves by no other door."""

import base64
import hashlib

import pytest
from cryptography.fernet import Fernet
from django.core.exceptions import FieldError
from django.db import connection

from comments.models import Comment, Decision, Status
from comments.models.comment import PRIVATE
from humas.base.digests import of_email
from humas.base.fields import KeyLost
from humas.base.network import network_digest
from tests.comments.factories import comment
from tests.comments.page import Page

ADDRESS = "Rahasia.Sekali+humas@contoh.id"


@pytest.fixture
def secret(article):
    return comment(article, email=ADDRESS, network="203.0.113.0/24")


def raw_row(number):
    """Everything stored about a comment, as the database holds it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM comments_comment WHERE id = %s", [number])
        return {column[0]: str(value) for column, value in zip(cursor.description, cursor.fetchone(), strict=True)}


def traces(address):
    """What would give an address away to somebody who guesses it."""
    for spelling in {address, address.lower(), address.upper(), address.casefold().strip()}:
        data = spelling.encode()
        yield spelling
        yield base64.b64encode(data).decode().rstrip("=")[:-1]
        yield base64.urlsafe_b64encode(data).decode().rstrip("=")[:-1]
        yield data.hex()
        yield spelling.encode().decode("latin-1")[::-1]
        for algorithm in ("md5", "sha1", "sha256", "sha512", "sha3_256", "blake2b"):
            yield hashlib.new(algorithm, data).hexdigest()
            yield base64.b64encode(hashlib.new(algorithm, data).digest()).decode()


def test_database_holds_no_trace_of_the_address(secret):
    row = " ".join(raw_row(secret.pk).values()).lower()

    assert Comment.objects.get(pk=secret.pk).email == ADDRESS
    assert [trace for trace in traces(ADDRESS) if trace.lower() in row] == []
    assert "rahasia" not in row


def test_equal_addresses_look_different_in_the_database(article):
    first, second = (raw_row(comment(article, email=ADDRESS).pk) for _ in range(2))

    assert first["email"] != second["email"]
    assert first["email_digest"] == second["email_digest"] == of_email(ADDRESS)


def test_database_holds_no_receipt_that_opens_anything(secret):
    assert secret.plain_receipt not in " ".join(raw_row(secret.pk).values())


def test_address_without_its_key_stays_closed(secret, settings):
    settings.FIELD_KEYS = [Fernet.generate_key().decode()]

    with pytest.raises(KeyLost):
        Comment.objects.get(pk=secret.pk)


def test_new_key_in_front_still_opens_what_the_old_one_closed(secret, article, settings):
    settings.FIELD_KEYS = [Fernet.generate_key().decode(), *settings.FIELD_KEYS]
    newer = comment(article, email="baru@contoh.id")
    assert Comment.objects.get(pk=secret.pk).email == ADDRESS

    settings.FIELD_KEYS = settings.FIELD_KEYS[:1]

    assert Comment.objects.get(pk=newer.pk).email == "baru@contoh.id"
    with pytest.raises(KeyLost):
        Comment.objects.get(pk=secret.pk)


def test_queue_and_pages_need_no_key_at_all(secret, article, moderator, reader, settings):
    shown = comment(article, status=Status.APPROVED)
    settings.FIELD_KEYS = [Fernet.generate_key().decode()]

    assert moderator.get("/admin/antrean/").status_code == 200
    assert f"komentar-{shown.pk}" in reader.get(article.get_absolute_url()).content.decode()
    assert reader.get(f"/tanggapan/{secret.plain_receipt}/").status_code == 200


@pytest.mark.parametrize(
    "lookup", ["email", "email__exact", "email__iexact", "email__contains", "email__in", "email__gt"]
)
def test_address_cannot_be_searched_by_mistake(secret, lookup):
    with pytest.raises(FieldError, match="digest"):
        list(Comment.objects.filter(**{lookup: ADDRESS}))


def test_no_public_byte_carries_an_address_a_digest_or_a_network(secret, article, reader):
    shown = comment(article, status=Status.APPROVED, email=ADDRESS, network="203.0.113.0/24")
    secrets = [value for name, value in raw_row(shown.pk).items() if name in PRIVATE and value not in ("", "None")]
    secrets += [*traces(ADDRESS), "203.0.113", "Rahasia"]

    for address in ("/", "/berita/", article.get_absolute_url(), f"{article.get_absolute_url()}?balas={shown.pk}",
                    f"/tanggapan/{shown.plain_receipt}/"):  # fmt: skip
        response = reader.get(address)
        told = response.content.decode() + str(response.headers)
        assert response.status_code == 200
        assert [each for each in secrets if each in told] == []


@pytest.mark.wordpress("2d Columns")
@pytest.mark.contract
@pytest.mark.parametrize("view", ["perlu-dibaca", "tayang", "spam", "sampah"])
def test_queue_shows_no_address_no_digest_and_no_network(article, moderator, view):
    for status in (Status.PENDING, Status.APPROVED, Status.SPAM, Status.TRASH):
        comment(article, status=status, email=ADDRESS, network="203.0.113.0/24")
    rows = [raw_row(number) for number in Comment.objects.values_list("pk", flat=True)]
    secrets = [row[name] for row in rows for name in PRIVATE if row[name] not in ("", "None")]

    page = moderator.get(f"/admin/antrean/?tampilan={view}").content.decode()

    assert page.count('class="queue-item"') == 1
    assert [each for each in [*secrets, *traces(ADDRESS), "203.0.113", "Rahasia"] if each in page] == []


@pytest.mark.contract
def test_moderator_sees_an_address_after_the_record_says_so(secret, moderator):
    response = moderator.post("/admin/antrean/email/", {"comment": secret.pk})

    line = Decision.objects.get()
    assert response.status_code == 200
    assert Page(response).one("p", **{"class": "queue-address"}).text == ADDRESS
    assert "no-store" in response["Cache-Control"]
    assert (line.act, line.comment_id, line.by) == ("email_seen", secret.pk, moderator.user)
    assert line.from_status == line.to_status == Status.PENDING


@pytest.mark.contract
@pytest.mark.parametrize("number", ["", "x", "987654321", "9" * 40])
def test_address_of_nobody_is_nothing(secret, moderator, number):
    assert moderator.post("/admin/antrean/email/", {"comment": number}).status_code == 404
    assert Decision.objects.count() == 0


@pytest.mark.contract
def test_who_may_only_read_the_queue_sees_no_address(secret, signed_in):
    head = signed_in("Pimpinan")

    response = head.post("/admin/antrean/email/", {"comment": secret.pk})

    assert response.status_code == 403
    assert ADDRESS not in response.content.decode()
    assert Decision.objects.count() == 0
    assert "queue-email" not in head.get("/admin/antrean/").content.decode()


def test_record_holds_no_words_and_no_address(secret, moderator):
    moderator.post("/admin/antrean/putuskan/", {"comment": secret.pk, "decision": "spam"})
    moderator.post("/admin/antrean/email/", {"comment": secret.pk})

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM comments_decision")
        record = str(cursor.fetchall())
    assert not any(trace in record for trace in [*traces(ADDRESS), secret.body, secret.name])


def test_network_is_kept_as_a_digest_of_its_prefix(reader, article, rf):
    reader.reply(article, address="203.0.113.77")

    row = raw_row(Comment.objects.get().pk)
    assert "203.0.113" not in str(row)
    assert row["network_digest"] == network_digest(rf.get("/", REMOTE_ADDR="203.0.113.5"))
    assert row["network_digest"] != hashlib.sha256(b"203.0.113.0/24").hexdigest()


def test_broken_page_reports_no_words_of_a_reader(reader, article, settings, caplog, capsys):
    settings.FIELD_KEYS = ["no key"]
    reader.raise_request_exception = False

    response = reader.reply(article, body="Kata rahasia", email=ADDRESS)

    told = response.content.decode() + caplog.text + "".join(capsys.readouterr())
    assert response.status_code == 500
    assert "rahasia" not in told.lower()
