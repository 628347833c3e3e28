"""A newsroom with a mail server, whose letters leave when an act was accepted."""

import re

import pytest
from django.core import mail as outbox

from humas.base.models import Newsroom


@pytest.fixture
def server(settings):
    settings.EMAIL_URL = "smtp://surat.contoh.id"


@pytest.fixture
def wants(db, server):
    """wants("confirmed", asks_terms=True): what the newsroom asks of its writers."""

    def choose(identity="open", **fields):
        Newsroom.objects.update(identity=identity, **fields)

    return choose


@pytest.fixture
def letters(django_capture_on_commit_callbacks):
    """letters(act) → the letters that left when the act was accepted."""

    def do(act):
        before = len(outbox.outbox)
        with django_capture_on_commit_callbacks(execute=True):
            do.answer = act()
        return outbox.outbox[before:]

    return do


def link_in(letter, kind):
    """The path of the one link of this kind in a letter."""
    (path,) = re.findall(rf"^http://testserver(/{kind}/[^/\s]+/)$", letter.body, re.MULTILINE)
    return path
