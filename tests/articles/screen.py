"""The publish screen as an editor's browser sends it back."""

import re

from articles import saving
from articles.models import Article

FIELD = re.compile(r"<input[^>]*>")


def address(story) -> str:
    return f"/admin/articles/article/{story.pk}/terbitkan/"


def menu(story) -> str:
    return f"/admin/articles/article/{story.pk}/terbit/"


def page(client, story) -> str:
    return client.get(address(story)).content.decode()


def now(story) -> Article:
    return Article.everything.get(pk=story.pk)


def edited(story, **fields) -> Article:
    """Saved once more by somebody else, with these fields."""
    story = now(story)
    for name, value in fields.items():
        setattr(story, name, value)
    return saving.save(story)


def filled_in(html: str) -> dict[str, str]:
    """What the form with the buttons holds as it stands on the page."""
    form = html[html.index('id="publish-form"') :]
    inputs = [dict(re.findall(r'([\w-]+)="([^"]*)"', field)) for field in FIELD.findall(form)]
    return {one["name"]: one.get("value", "") for one in inputs if "name" in one and one.get("type") != "checkbox"}


def press(client, where: str, when: str | None = None, **fields):
    """Look at the screen and press a button: the hour's where one is filled in, else the one for now."""
    held = filled_in(client.get(where).content.decode()) | fields
    return client.post(where, held | {"when": when or ("at" if held.get("hour_0") else "now")})


def publish_from_form(client, form: str, data: dict, **options):
    """ "Publish" in the story form, then on the screen it leads to."""
    answer = client.post(form, data | {"_publish": "1"})
    assert answer.status_code == 303, "the form was not taken"
    return press(client, answer["Location"], **options)
