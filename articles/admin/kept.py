"""
Words kept in the browser while they are typed: what a form tells `static/js/kept-words.js`, and what it is told back.

The browser keeps them under a key of the person, so that two people at one
computer never see each other's; it lets go of them when a save is confirmed here
by a cookie with the number they went under, or at sign-out.
"""

import re
from http import HTTPStatus

from django.conf import settings
from django.urls import reverse
from js_asset import Media, Script

from humas.base.digests import digest
from humas.base.times import zone_name

FIELD = "kept"
"""Sent along by the script: `<key of the person>.<number of the words>`."""

COOKIE = "meja_kata"
COOKIE_AGE = 14 * 24 * 60 * 60
_SHAPE = re.compile(r"[0-9a-f]{16}\.[0-9a-f]{32}")


def person_key(user) -> str:
    """16 hex characters: the same for this account in this newsroom, saying nothing about it."""
    return digest("kept-words", str(user.pk), user.date_joined.isoformat())[:16]


def may_be_of(user, sent) -> bool:
    """False where the form itself says that somebody else wrote in it."""
    number = sent.get(FIELD, "")
    return not _SHAPE.fullmatch(number) or number.startswith(person_key(user))


def media(request, form_id: str, story_key: str = "") -> Media:
    """The script for one form; `story_key` ties a story to the words of the blank form it was made in."""
    number = request.POST.get(FIELD, "")
    is_own = _SHAPE.fullmatch(number) and number.startswith(person_key(request.user))
    script = Script(
        "js/kept-words.js",
        type="module",
        **{
            "data-kept-form": form_id,
            "data-person": person_key(request.user),
            "data-number": number if is_own else "",  # the answer to a save that failed goes on keeping the same words
            "data-story-key": story_key,
            "data-still": reverse("admin:still_here"),
            "data-zone": settings.TIME_ZONE,
            "data-zone-name": zone_name(),
        },
    )
    return Media(css={"all": ["css/kept.css"]}, js=[script])


def confirm(request, response):
    """Tell the browser that the newsroom has the words."""
    number = request.POST.get(FIELD, "")
    is_redirect = HTTPStatus.MULTIPLE_CHOICES <= response.status_code < HTTPStatus.BAD_REQUEST
    if is_redirect and getattr(request, "is_written", False) and _SHAPE.fullmatch(number):
        response.set_cookie(
            COOKIE,
            number,
            max_age=COOKIE_AGE,
            path=settings.SESSION_COOKIE_PATH,
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Strict",
        )
    return response
