"""CONTRACT §3: what every answer says to the browser besides its words."""

import re

import pytest

from articles import publishing
from tests.articles.factories import published_article

pytestmark = pytest.mark.contract

PUBLIC_POLICY = {
    "default-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
}


def policy(response):
    directives = (directive.split(maxsplit=1) for directive in response["Content-Security-Policy"].split(";"))
    return {name: value.strip() for name, value in directives}


@pytest.fixture
def public_answers(reader, article):
    """One answer of every kind that a reader can get."""
    withdrawn = publishing.withdraw(published_article(), reason="Keliru.")
    sent = reader.reply(article)
    return {
        "front": reader.get("/"),
        "list": reader.get("/berita/"),
        "story": reader.get(article.get_absolute_url()),
        "withdrawn": reader.get(withdrawn.get_absolute_url()),
        "nothing": reader.get("/tidak-ada/"),
        "moved": reader.get("/berita"),
        "sent": sent,
        "refused": reader.reply(article, name=""),
        "from elsewhere": reader.reply(article, headers={"sec-fetch-site": "cross-site"}),
        "receipt": reader.get(sent["Location"]),
        "strange host": reader.get("/", headers={"host": "judi.example"}),
        "wrong method": reader.post("/"),
    }


def test_readers_pages_run_our_own_files_only(public_answers):
    for name, response in public_answers.items():
        assert policy(response) == PUBLIC_POLICY, name


def test_every_answer_is_taken_for_what_it_is_and_tells_little_about_its_reader(public_answers):
    for name, response in public_answers.items():
        assert response["X-Content-Type-Options"] == "nosniff", name
        assert response["Cross-Origin-Opener-Policy"] == "same-origin", name
        assert "browsing-topics=()" in response["Permissions-Policy"], name


def test_address_of_a_private_page_goes_nowhere_else(public_answers):
    private = {name for name, response in public_answers.items() if response["Referrer-Policy"] == "same-origin"}
    others = {public_answers[name]["Referrer-Policy"] for name in public_answers.keys() - private}

    assert private == {"sent", "refused", "from elsewhere", "receipt"}
    assert others == {"strict-origin-when-cross-origin"}


def test_readers_carry_no_cookie(public_answers):
    for name, response in public_answers.items():
        assert not response.cookies, name
        assert "Cookie" not in response.get("Vary", ""), name


def test_cache_rule_fits_the_answer(public_answers):
    kept = {name for name, response in public_answers.items() if response["Cache-Control"].startswith("public")}

    assert kept == {"front", "list", "story", "withdrawn", "nothing"}
    assert {public_answers[name]["Cache-Control"] for name in public_answers.keys() - kept} == {"no-store"}


def test_pages_hold_nothing_inline(public_answers):
    for name, response in public_answers.items():
        page = response.content.decode()
        assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", page), name
        assert not re.search(r"<script(?![^>]*\ssrc=)", page), name
        assert not re.search(r'(?:src|href|action)="(?!/|#|\?|http://testserver|https://wa\.me/\?text=)', page), name


def test_desk_runs_what_carries_this_answers_nonce(moderator):
    first, second = (policy(moderator.get("/admin/antrean/")) for _ in range(2))

    assert re.fullmatch(r"'self' 'nonce-[A-Za-z0-9+/=]{22,}'", first["script-src"])
    assert first["script-src"] != second["script-src"]
    assert "unsafe" not in str(first)
    assert first["default-src"] == "'self'"
    assert first["frame-ancestors"] == "'none'"


def test_desk_is_kept_by_nobody(moderator, client):
    for response in (moderator.get("/admin/antrean/"), moderator.get("/admin/"), client.get("/admin/login/")):
        assert "no-store" in response["Cache-Control"]


def test_cookies_of_the_desk_stay_at_the_desk(person, client):
    someone = person("Moderator")

    client.get("/admin/login/")
    client.post("/admin/login/", {"username": someone.username, "password": "kata-sandi-uji-8"})

    assert set(client.cookies) == {"meja", "meja_csrf"}
    assert {cookie["path"] for cookie in client.cookies.values()} == {"/admin/"}
    assert all(cookie["httponly"] for cookie in client.cookies.values())
