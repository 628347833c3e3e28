"""
How long somebody sits at the desk: a session store and the middleware that notes each act.

A session is over after eight hours without an act, and in any case seven days
after its password was given. An act is a page opened or a form sent, or the sign
that a form with unsaved words gives every ten minutes while it is open
(`/admin/masih/`): nobody is timed out over their own text. What a page fetches
by itself – pictures, suggestions – is no act: a screen left alone is nobody.

The row is written at most once in five minutes, so that reading stays reading.
It outlives the session: whoever comes back after nine hours is known to be the
same person, and what was on the way is sent on after the password (`resend`).
"""

import time

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from humas.base.readers import is_desk

IDLE = 8 * 60 * 60
LONGEST = 7 * 24 * 60 * 60
PAUSE = 5 * 60
SINCE, SEEN = "since", "seen_at"
"""In the session: when its password was given, and its last act but for five minutes. Seconds since 1970."""


class SessionStore(DatabaseStore):
    """A session that is over holds nothing any more, but tells in `was` whose it was (a key, or None)."""

    was = None

    def _get_session_from_db(self):
        row = self.model.objects.filter(session_key=self.session_key).first()
        data = self.decode(row.session_data) if row else {}
        if row and row.expire_date.timestamp() > time.time() and not is_over(data):
            return row
        self.was = data.get(SESSION_KEY)
        self._session_key = None
        return None


def is_over(data: dict) -> bool:
    """A clock that was set back ends nothing: what lies ahead counts as now."""
    now = time.time()
    return now - data.get(SEEN, now) > IDLE or now - data.get(SINCE, now) > LONGEST


def begin(session) -> None:
    """A password was given: seven days from now."""
    session[SINCE] = session[SEEN] = int(time.time())


class SittingMiddleware:
    """Stands within Django's session middleware, which writes what is noted here."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        # A session nobody looked at stays unread: the catalogue of words is kept by browsers.
        if is_desk(request) and request.session.accessed and SESSION_KEY in request.session and _is_act(request):
            now = int(time.time())
            since = request.session.get(SINCE)
            if since is None or abs(now - request.session.get(SEEN, 0)) >= PAUSE:
                request.session[SEEN] = now
                request.session[SINCE] = now if since is None else min(since, now)
        return response


def _is_act(request) -> bool:
    by_hand = request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"
    return by_hand or request.method == "POST" or hasattr(request, "is_act")


@require_safe
def still_here(request):
    """204 while the session lasts, which is thereby used; 401 when it is over."""
    request.is_act = True
    is_signed_in = request.user.is_active and request.user.is_staff
    return HttpResponse(status=204 if is_signed_in else 401, headers={"Cache-Control": "no-store"})
