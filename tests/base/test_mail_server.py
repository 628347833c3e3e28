"""A real mail server: takes letters, refuses one, is slow, hangs up, is down and up again."""

import asyncio
import socket
import time
from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller
from django.core.cache import cache
from django.utils import timezone

from humas.base import connections, mail
from humas.base.mail import delivery
from humas.base.models import Letter

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mailing")]


class Post:
    """What the server does with each letter, and what it has taken."""

    def __init__(self, port):
        self.port, self.controller = port, None
        self.taken, self.slow, self.hangs_up = [], 0.0, False

    def open(self):
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()

    def close(self):
        self.controller.stop()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("tiada"):
            return f"550 no such user {address}"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        await asyncio.sleep(self.slow)
        if self.hangs_up:
            server.transport.abort()
            return "421 bye"
        self.taken.append((envelope.rcpt_tos, message_from_bytes(envelope.content, policy=policy.default)))
        return "250 OK"


@pytest.fixture
def office(settings, tmp_path):
    """A mail server on this machine, that the newsroom's EMAIL_URL names."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    for name, value in connections.email(f"smtp://127.0.0.1:{port}", tmp_path).items():
        setattr(settings, name, value)
    post = Post(port)
    post.open()
    yield post
    post.close()


def write(to="ina@contoh.id"):
    mail.post("kabar", to, "Komentar Anda tayang", "Terima kasih, «Ina».")


def due():
    Letter.objects.filter(next_try_at__isnull=False).update(next_try_at=timezone.now() - timedelta(seconds=1))
    cache.clear()


def test_letters_are_taken_each_for_one_recipient(office, accepted):
    accepted(lambda: [write(), write("lontar@contoh.id")])
    assert [to for to, _letter in office.taken] == [["ina@contoh.id"], ["lontar@contoh.id"]]
    letter = office.taken[0][1]
    assert letter["To"] == "ina@contoh.id"
    assert "«Ina»" in letter.get_content()
    assert Letter.objects.filter(sent_at=None).count() == 0


def test_a_recipient_that_is_refused_holds_up_no_other(office, accepted):
    accepted(lambda: [write("tiada@contoh.id"), write()])
    assert [to for to, _letter in office.taken] == [["ina@contoh.id"]]
    lost = Letter.objects.get(sent_at=None)
    assert lost.next_try_at is None
    assert lost.error == "SMTPRecipientsRefused 550"


@pytest.mark.wordpress("2c Sending")
def test_a_slow_server_costs_a_press_its_few_seconds_once(office, accepted, monkeypatch):
    monkeypatch.setattr(delivery, "SECONDS", 0.4)
    office.slow = 3.0
    began = time.monotonic()
    accepted(write)
    accepted(write)
    assert time.monotonic() - began < 2.0
    assert Letter.objects.filter(sent_at=None).count() == 2


def test_a_line_that_breaks_in_the_middle_leaves_the_letter_to_be_tried_again(office, accepted):
    office.hangs_up = True
    accepted(write)
    assert office.taken == []
    office.hangs_up = False
    due()
    assert mail.deliver() == 1
    assert len(office.taken) == 1


def test_a_server_that_was_down_gets_the_letter_once_when_it_is_up(office, accepted):
    office.close()
    accepted(write)
    assert Letter.objects.get().error == "ConnectionRefusedError"
    due()
    office.open()
    assert mail.deliver() == 1
    assert mail.deliver() == 0
    assert len(office.taken) == 1
