"""The text editor's own menu, which asks no catalogue, speaks Indonesian."""

import polib
import pytest
from django.conf import settings
from playwright.sync_api import expect

from tests.articles.factories import draft

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def sit_down(page, client, site):
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": f"{site}/admin/"}])


def indonesian() -> set[str]:
    path = settings.LOCALE_PATHS[0] / "id" / "LC_MESSAGES" / "djangojs.po"
    return {entry.msgstr for entry in polib.pofile(str(path))}


def test_every_button_of_the_editor_is_named_in_indonesian(visit, editor, site):
    story = draft()
    page = visit()
    sit_down(page, editor, site)
    page.goto(f"/admin/articles/article/{story.pk}/change/")
    menu = page.locator(".prose-menubar")
    expect(menu.get_by_role("button", name="Tebal")).to_be_visible()

    page.locator(".ProseMirror[contenteditable]").press("Control+Alt+2")

    buttons = menu.locator("button")
    names = {*buttons.evaluate_all("all => all.flatMap((one) => [one.title, one.ariaLabel ?? ''])")}
    choices = set(menu.locator(".prose-menubar__option").all_inner_texts())
    assert choices == {"Paragraf", "Subjudul 2", "Subjudul 3", "Subjudul 4"}
    assert len(names) > 10
    assert names - {""} <= indonesian()
