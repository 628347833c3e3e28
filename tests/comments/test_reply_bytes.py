"""CONTRACT §5: bytes that are no text come back with a sentence; a label never decides how they are read."""

from urllib.parse import urlencode

import pytest

from comments.models import Comment
from tests.comments.page import whole_page

pytestmark = pytest.mark.contract

WORDS = {"body": "Baik sekali – terima kasih", "name": "Ina Ba'i", "email": "ina@contoh.id", "website": "contoh.id"}
UNREADABLE = "Ada huruf yang tidak terbaca. Ketik lagi bagian itu."


@pytest.fixture
def post(reader, article):
    def send(data, content_type="application/x-www-form-urlencoded"):
        address = f"{article.get_absolute_url()}tanggapan/"
        return reader.generic("POST", address, data, content_type, headers={"sec-fetch-site": "same-origin"})

    return send


@pytest.fixture
def token(reader, article):
    return reader.token(article)


def multipart(fields):
    """The body of a multipart form; values may be bytes."""
    parts = [
        b'--batas\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'
        % (name.encode(), value if isinstance(value, bytes) else value.encode())
        for name, value in fields.items()
    ]
    return b"".join(parts) + b"--batas--\r\n"


def encoded(fields, raw):
    """An urlencoded body whose fields in `raw` come as these very bytes."""
    return b"&".join([urlencode(fields).encode(), *(name.encode() + b"=" + value for name, value in raw.items())])


@pytest.mark.parametrize("name", WORDS)
@pytest.mark.parametrize("value", [b"Jos%E9", b"%FF", b"Jos\xe9", b"%ED%A0%80"], ids=["latin", "ff", "raw", "half"])
def test_urlencoded_bytes_that_are_no_text_are_refused_beside_their_field(post, token, name, value):
    others = {field: words for field, words in WORDS.items() if field != name}

    response = post(encoded(others | {"token": token}, {name: value}))

    page = whole_page(response)
    assert response.status_code == 422
    assert page.wrong() == {name}
    assert UNREADABLE in page.error(name)
    assert {field: page.value(field) for field in others} == others
    assert Comment.objects.count() == 0


@pytest.mark.parametrize("name", WORDS)
def test_multipart_bytes_that_are_no_text_are_refused_beside_their_field(post, token, name):
    others = {field: words for field, words in WORDS.items() if field != name}

    response = post(multipart(WORDS | {"token": token, name: b"Jos\xff"}), "multipart/form-data; boundary=batas")

    page = whole_page(response)
    assert response.status_code == 422
    assert page.wrong() == {name}
    assert UNREADABLE in page.error(name)
    assert {field: page.value(field) for field in others} == others
    assert Comment.objects.count() == 0


@pytest.mark.parametrize("label", ["utf-8", "latin-1", "iso-8859-1", "utf-16", "utf-7", "hex", "rot13", "none", "idna"])
def test_text_is_utf_8_whatever_the_label_says(post, token, label):
    fields = WORDS | {"token": token}
    responses = [
        post(urlencode(fields).encode(), f"application/x-www-form-urlencoded; charset={label}"),
        post(multipart(fields), f"multipart/form-data; boundary=batas; charset={label}"),
    ]

    assert [response.status_code for response in responses] == [303, 303]
    assert Comment.objects.get().body == WORDS["body"]


def test_latin_bytes_under_an_honest_label_are_still_refused(post, token):
    fields = {name: words.encode("latin-1", "replace") for name, words in WORDS.items()}
    body = multipart(fields | {"body": "José".encode("latin-1"), "token": token})

    response = post(body, "multipart/form-data; boundary=batas; charset=latin-1")

    assert response.status_code == 422
    assert whole_page(response).wrong() == {"body"}


def test_sign_for_a_lost_character_may_be_quoted(post, token):
    response = post(urlencode(WORDS | {"token": token, "body": "Di layar saya tampil \ufffd."}))

    assert response.status_code == 303


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"", "multipart/form-data"),
        (b"--x", "multipart/form-data; boundary=batas"),
        (b"x" * 3000, "multipart/form-data; boundary=" + "x" * 3000),
        (b"x", 'multipart/form-data; boundary="b\xe9"'),
        (b'{"body": "x"}', "application/json"),
        (b"body=x", "text/plain"),
        (b"body=x", ""),
        (b"&".join(b"x=1" for _ in range(5000)), "application/x-www-form-urlencoded"),
        (b"\xff" * 5000, "application/x-www-form-urlencoded"),
        (b"%" * 5000, "application/x-www-form-urlencoded"),
        (b";=&&==", "application/x-www-form-urlencoded"),
    ],
)
def test_what_is_no_form_at_all_gets_the_form(post, body, content_type):
    response = post(body, content_type)

    assert response.status_code == 422
    assert whole_page(response).one("form", id="balasan")
    assert Comment.objects.count() == 0


def test_field_in_base64_is_judged_by_its_bytes(post, token):
    body = multipart(WORDS | {"token": token}).replace(
        b'name="body"\r\n\r\n' + WORDS["body"].encode(),
        b'name="body"\r\nContent-Transfer-Encoding: base64\r\n\r\nSm9z6Q==',  # "Jos\xe9"
    )

    response = post(body, "multipart/form-data; boundary=batas")

    assert response.status_code == 422
    assert whole_page(response).wrong() == {"body"}


def test_picture_sent_along_is_not_the_readers_words(post, token):
    body = multipart(WORDS | {"token": token})
    picture = b'--batas\r\nContent-Disposition: form-data; name="x"; filename="x.jpg"\r\n\r\n\xff\xd8\xff\r\n'

    response = post(picture + body, "multipart/form-data; boundary=batas")

    assert response.status_code == 303
    assert Comment.objects.get().body == WORDS["body"]
