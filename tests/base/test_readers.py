import time

import pytest

from humas.base.delivery import accepts_gzip


@pytest.mark.contract
@pytest.mark.parametrize("cookie", ["meja=x", "meja_csrf=y", "meja=x; meja_csrf=y"])
@pytest.mark.parametrize("address", ["/", "/berita/", "{story}"])
def test_public_page_neither_reads_nor_sets_a_cookie(client, article, cookie, address):
    address = address.format(story=article.get_absolute_url())
    bare = client.get(address)
    answer = client.get(address, headers={"cookie": cookie})
    assert answer.content == bare.content
    assert "Set-Cookie" not in answer.headers
    assert answer["Vary"] == bare["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_public_page_is_not_written_to(db, method):
    from django.test import Client

    assert getattr(Client(enforce_csrf_checks=True), method)("/berita/").status_code == 405


def test_strange_accept_encoding_costs_nothing():
    began = time.process_time()
    for header in ("gzip" + " " * 60_000 + "x", "gzip;" * 20_000, "," * 60_000):
        accepts_gzip(header)
    assert time.process_time() - began < 1


@pytest.mark.contract
@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_supervisor_may_call_by_number(client, db, settings, address):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get(address, headers={"host": "203.0.113.9"}).status_code == 200


def test_scheme_said_by_a_stranger_is_not_believed(client, db, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.TRUSTED_PROXIES = ["10.0.0.1"]
    said = {"x-forwarded-proto": "https"}
    assert client.get("/", headers=said).status_code == 301
    assert client.get("/", headers=said, REMOTE_ADDR="10.0.0.1").status_code == 200
