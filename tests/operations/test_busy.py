"""Who waits in vain for the database is told to come again, on every page; a fault stays a fault."""

import pytest
from django.db import OperationalError, ProgrammingError
from django.test import Client

from comments import moderation
from comments.models import Comment, Status
from tests.articles.factories import published_article
from tests.comments.factories import comment


@pytest.fixture
def client_of(person):
    def sign_in(*groups):
        client = Client(raise_request_exception=False)
        client.force_login(person(*groups))
        return client

    return sign_in


def raising(error):
    def fail(*_args, **_options):
        raise error

    return fail


def test_moderator_is_told_that_nothing_was_changed(client_of, db, monkeypatch):
    made = comment(published_article())
    moderator = client_of("Moderator")
    monkeypatch.setattr(moderation, "decide", raising(OperationalError("database is locked")))

    answer = moderator.post("/admin/antrean/putuskan/", {"comment": made.pk, "decision": "spam"})

    assert answer.status_code == 503
    assert int(answer["Retry-After"]) > 0
    assert answer["Cache-Control"] == "no-store"
    assert "sedang sangat sibuk" in answer.content.decode()
    assert Comment.objects.get().status == Status.PENDING


@pytest.mark.parametrize("error", [OperationalError("no such table: x"), ProgrammingError("x"), ValueError("locked")])
def test_fault_is_not_called_busy(client_of, db, monkeypatch, error):
    made = comment(published_article())
    monkeypatch.setattr(moderation, "decide", raising(error))

    answer = client_of("Moderator").post("/admin/antrean/putuskan/", {"comment": made.pk, "decision": "spam"})

    assert answer.status_code == 500
