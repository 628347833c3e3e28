"""Proving an address and signing in, on a phone without JavaScript, with the letters as their readers open them."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core import mail

from comments.models import Comment, Status
from humas.base.models import Newsroom
from tests.articles.factories import published_article
from tests.journeys.acts import FORM, queue_item, send_reply, shoot, sign_in

pytestmark = pytest.mark.browser

WORDS = "Jembatan Busalangga goyang sejak Senin."
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def phone(visit, settings):
    settings.EMAIL_URL = "smtp://surat.contoh.id"
    return visit(width=390, height=844, phone=True, java_script_enabled=False)


@pytest.fixture
def story(db):
    published_article(headline="Pasar Sentral Ba’a Dibuka Kembali")
    return published_article(headline="Wakil Bupati Tinjau Jembatan Busalangga")


@pytest.fixture
def looked_at(visit, site):
    """looked_at(page, name): a picture, and no fault axe knows of, in light and dark and at two widths."""
    faults = []

    def look(page, name):
        for scheme, width in (("light", 390), ("dark", 1366)):
            other = visit(width=width, height=844, color_scheme=scheme)
            other.goto(page.url)
            shoot(other, f"{name}-{width}-{scheme}")
            faults.extend(f"{name}: {fault['id']}" for fault in Axe().run(other).response["violations"])
            if other.evaluate(SIDEWAYS) > 0:
                faults.append(f"{name} scrolls sideways at {width}")

    yield look
    assert faults == []


def newest_link(kind):
    return re.search(rf"http://\S+(/{kind}/\S+/)", mail.outbox[-1].body)[1]


def test_address_is_proven_by_a_press_behind_the_mailed_link(phone, story, visit, person, looked_at):
    Newsroom.objects.update(identity="confirmed", asks_terms=True)
    phone.goto(story.get_absolute_url())
    looked_at(phone, "centang")
    phone.check(f"{FORM} [name=terms]")
    send_reply(phone, body=WORDS, name="Yuliana Ndun", email="yuliana@contoh.id")
    receipt = phone.url
    assert "Menunggu alamat email Anda dibuktikan" in phone.inner_text("main")
    looked_at(phone, "belum-dibuktikan")
    phone.click("text=Kirim ulang tautan")
    assert (len(mail.outbox), phone.url) == (2, receipt)

    phone.goto(newest_link("buktikan"))
    looked_at(phone, "buktikan")
    assert Comment.objects.get().status == Status.UNCONFIRMED
    phone.click("text=Ya, ini komentar saya")

    assert "sudah dibuktikan" in phone.inner_text("h1")
    looked_at(phone, "terbukti")
    phone.goto(receipt)
    assert "Menunggu dibaca petugas" in phone.inner_text("main")
    phone.click("main >> text=Aturan Berkomentar")
    looked_at(phone, "aturan")
    desk = sign_in(visit(), person("Moderator"))
    desk.goto("/admin/antrean/")
    assert "alamat dibuktikan" in queue_item(desk, WORDS).inner_text()
    assert phone.context.cookies() == []


def test_reader_signs_in_by_a_link_and_writes(phone, story, looked_at):
    Newsroom.objects.update(identity="sign_in", asks_terms=True)
    phone.goto(story.get_absolute_url())
    looked_at(phone, "jalan-masuk")
    phone.click("text=Masuk untuk menulis")
    looked_at(phone, "masuk")
    phone.fill("[name=name]", "Yuliana Ndun")
    phone.fill("[name=email]", "yuliana@contoh.id")
    phone.check("[name=terms]")
    phone.click("text=Kirimkan tautannya")
    assert "Periksa kotak email Anda" in phone.inner_text("h1")
    looked_at(phone, "terkirim")

    phone.goto(newest_link("tulis"))
    own = phone.url
    assert "Yuliana Ndun" in phone.inner_text("h1")
    looked_at(phone, "tulis")
    phone.fill(f"{FORM} [name=body]", WORDS)
    phone.click("text=Kirim Komentar")
    assert WORDS in phone.inner_text(".comment-body")
    assert "Menunggu dibaca petugas" in phone.inner_text("main")
    assert "versi 1" in phone.inner_text("main")

    phone.goto(own)
    phone.click("text=Pasar Sentral")
    assert "Pasar Sentral" in phone.inner_text(".reply-about")
    phone.click("text=Keluar")
    assert "Anda sudah keluar" in phone.inner_text("h1")
    phone.goto(own)
    looked_at(phone, "tautan-berakhir")
    assert "tidak berlaku lagi" in phone.inner_text("h1")
    assert phone.context.cookies() == []
