"""A reply that cannot be taken: the form comes back, points at what is missing, and keeps every word."""

import pytest

from tests.articles.factories import published_article
from tests.journeys.acts import FORM, send_reply, shoot, wait_for_focus

pytestmark = pytest.mark.browser

WORDS = "Terima kasih, jalannya sudah baik.\n\nSalam dari Pantai Baru."
TYPED = {"body": WORDS, "name": "Ina Lontar", "email": "ina@contoh.id", "website": "https://contoh.id"}


WRONG = {
    "body": {"body": "", "email": "ina"},
    "name": {"name": "", "website": "bukan alamat"},
    "email": {"email": "ina@contoh"},
    "website": {"website": "bukan alamat"},
}


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_first_invalid_field_has_the_focus_and_every_error_its_field(has_scripts, visit, db):
    story = published_article()
    page = visit(width=390, height=844, phone=True, java_script_enabled=has_scripts)

    for first, wrong in WRONG.items():
        page.goto(story.get_absolute_url())
        page.evaluate(f"document.querySelector('{FORM}').noValidate = true")
        send_reply(page, **TYPED | wrong)
        shoot(page, f"salah-{first}-390")

        wait_for_focus(page, f"{FORM} [name={first}]")
        for name, typed in (TYPED | wrong).items():
            field = page.locator(f"{FORM} [name={name}]")
            assert field.input_value() == typed
            assert (field.get_attribute("aria-invalid") == "true") is (name in wrong)
            assert (error_of(page, field) != "") is (name in wrong)

    send_reply(page, **TYPED)
    assert "/tanggapan/" in page.url
    assert "Salam dari Pantai Baru." in page.inner_text(".comment-body")


def error_of(page, field) -> str:
    """The sentence a screen reader reads with this field, and the summary above leads to."""
    described = (field.get_attribute("aria-describedby") or "").split()
    errors = [page.inner_text(f"#{part}") for part in described if page.locator(f"#{part}.field-error").count()]
    assert page.locator(f".error-summary a[href='#{field.get_attribute('id')}']").count() == len(errors) <= 1
    return "".join(errors)


def test_browser_itself_asks_for_what_is_required(visit, db):
    page = visit()
    page.goto(published_article().get_absolute_url())

    page.click(f"{FORM} [type=submit]")

    assert page.locator(f"{FORM} :invalid").count() == 3
    assert "tanggapan" not in page.url
    wait_for_focus(page, f"{FORM} [name=body]")
