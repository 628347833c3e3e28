"""CONTRACT §5: which e-mail and web addresses are taken, tried with what other projects collected."""

import json

import pytest

from comments.models import Comment
from tests.comments.page import whole_page
from tests.data import data_path

pytestmark = pytest.mark.contract

LONGEST = 100
# Deliverable on paper; Django's validator, and we with it, want a dot and two letters at the end. A reader who
# types one of these has forgotten something.
INCOMPLETE = {"test@io", "test@iana.a"}
# Right in a browser's address bar, wrong as a link to a reader's own site: a password, or no website at all.
WITHOUT_WEBSITE = ("ftp://", "ftps://")
# A reader may leave the scheme out.
COMPLETED = {"foo.com"}


@pytest.fixture
def outcome(reader, article, settings):
    """outcome(email=…) → 303 or 422 with the error beside that field; nothing else is let pass."""
    settings.REPLY_LIMIT_WRITER = settings.REPLY_LIMIT_NETWORK = None
    token = reader.token(article)

    def post(**field):
        ((name, value),) = field.items()
        before = Comment.objects.count()
        response = reader.reply(article, token=token, body=f"Alamat: {before} {value!r}", **field)
        if response.status_code == 422:
            page = whole_page(response)
            assert page.wrong() == {name}
            assert page.value(name).split() == value.split()
            assert Comment.objects.count() == before
        return response.status_code

    return post


def web_addresses(name):
    return list(filter(None, data_path("email-url", name).read_text().split("\n")))


@pytest.mark.wordpress("2a Email check")
def test_mail_addresses_are_judged_as_their_collectors_do(outcome):
    entries = json.loads(data_path("email-url", "isemail.json").read_text())
    taken = {"ISEMAIL_VALID_CATEGORY": set(), "ISEMAIL_DNSWARN": set(), "ISEMAIL_ERR": set()}
    refused = {category: set() for category in taken}

    for entry in entries:  # what is legal on paper only may be taken or not, but breaks nothing
        status = outcome(email=entry["address"])
        assert status in (303, 422)
        (taken if status == 303 else refused).setdefault(entry["category"], set()).add(entry["address"])

    assert taken["ISEMAIL_ERR"] == set()
    good = refused["ISEMAIL_VALID_CATEGORY"] | refused["ISEMAIL_DNSWARN"]
    assert good == INCOMPLETE | {address for address in good if len(address) > LONGEST}
    assert len(entries) > 160
    assert not any(set("\r\n\0") & set(reply.email) for reply in Comment.objects.all())


def test_good_web_addresses_are_taken(outcome):
    addresses = web_addresses("valid_urls.txt")
    refused = {address for address in addresses if outcome(website=address) != 303}

    with_person = {address for address in addresses if "@" in address.split("/")[2]}
    not_web = {address for address in addresses if address.startswith(WITHOUT_WEBSITE)}
    too_long = {address for address in addresses if len(address) > 200}
    assert len(addresses) > 80
    assert refused == with_person | not_web | too_long


def test_wrong_web_addresses_are_refused(outcome):
    addresses = web_addresses("invalid_urls.txt")

    assert len(addresses) > 70
    assert {address for address in addresses if outcome(website=address) != 422} == COMPLETED


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "javascript://x.id/%0aalert(1)", "data:text/html,x", "http://[", "http://[::1", "//x",
     "http://x.id\n", "http://x.id/\t", "https://ina@x.id", "http:/x.id", "http://", "://", "http://xn--/", "@", "#"],
)  # fmt: skip
def test_website_that_is_none_is_refused_or_harmless(outcome, address):
    status = outcome(website=address)

    sites = list(Comment.objects.values_list("site", flat=True))
    assert status == 422 or sites == [address.strip()]


def test_refusal_says_what_a_good_address_looks_like(reader, article):
    page = whole_page(reader.reply(article, email="ina@contoh", website="bukan situs"))

    assert page.error("email") == "Alamat email belum lengkap, misalnya nama@contoh.id."
    assert page.error("website") == "Ini bukan alamat situs, misalnya https://contoh.id. Boleh dikosongkan."
    assert page.value("email") == "ina@contoh"
    assert page.value("website") == "bukan situs"
