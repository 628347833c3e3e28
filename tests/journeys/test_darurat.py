"""The letter has come: a head hides everything from a phone, readers find nothing, and then all of it again."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import expect

from comments import hiding
from comments.models import Comment
from comments.models.hiding import Scope
from humas.base.models import Newsroom
from tests.articles.factories import published_article
from tests.comments.crawl import crawl
from tests.comments.factories import comment
from tests.journeys.acts import shoot, sign_in
from tests.journeys.test_everybody import LONG_WORD, SIDEWAYS

pytestmark = pytest.mark.browser

PAGE = "/admin/darurat/"
LONG = "https://humas.example/berita/" + "wakil-bupati-membuka-rapat-kerja-kehumasan-" * 3


@pytest.fixture
def town(db):
    story = published_article(headline="Wakil Bupati Buka Rapat Kerja Humas")
    first = comment(story, status="approved", name="Adriana Pah", body="Pasar buka pukul enam.")
    comment(story, status="approved", name="Markus Ndun", body="Benar sekali.", parent=first)
    comment(story, name="Penunggu Sabar", body="Belum dibaca.")
    return story


def names(page, story) -> list[str]:
    page.goto(story.get_absolute_url())
    return page.locator(".comment-name").all_inner_texts()


@pytest.mark.parametrize("script", [True, False])
def test_head_hides_everything_from_a_phone_and_shows_it_again(script, visit, town, person):
    head, reader = person("Pimpinan"), visit(width=390, phone=True)
    page = sign_in(visit(width=390, height=844, phone=True, java_script_enabled=script), head)
    assert names(reader, town) == ["Adriana Pah", "Markus Ndun"]
    before = crawl(["/komentar/feed/"])

    page.locator(".desk-act", has_text="Darurat").tap()
    page.wait_for_selector(".emergency-press")
    page.locator(".emergency-press summary").tap()
    page.locator(".emergency-press button").tap()
    page.wait_for_selector(".hidden-line")

    assert names(reader, town) == []
    assert reader.locator(".comments-closed").inner_text() == "Kolom komentar sedang ditutup sementara"
    assert not [where for where, answer in crawl(["/komentar/feed/"]).items() if b"Adriana Pah" in answer.body]
    page.goto("/admin/antrean/")
    shoot(page, f"darurat-antrean-390-{script}")
    page.locator(".hidden-line summary").tap()
    page.locator(".hidden-line button").tap()
    page.wait_for_selector(".messagelist .success")
    assert page.locator(".hidden-line").count() == 0
    assert names(reader, town) == ["Adriana Pah", "Markus Ndun"]
    assert crawl(["/komentar/feed/"]) == before
    # Without scripts no page can say that nothing more is on its way.
    assert (page.ears.settle(page) if script else page.ears.heard) == []


def pages_of(pdf: bytes) -> int:
    return pdf.count(b"/Type /Page\n") or pdf.replace(b"/Type /Pages", b"").count(b"/Type /Page")


@pytest.mark.parametrize(("addresses", "found"), [(12, "Promosi judi online."), (40, "Temuan yang panjang. " * 90)])
def test_proof_is_printed_on_one_sheet(addresses, found, visit, town, person, site):
    person_of = person("Pimpinan", office="Kepala Bagian Protokol dan Komunikasi Pimpinan")
    Newsroom.objects.update_or_create(
        pk=Newsroom.ONLY,
        defaults={
            **{"name": "Bagian Protokol dan Komunikasi Pimpinan", "place": "Kabupaten Rote Ndao"},
            **{"address": "Jalan Ba'a–Busalangga\nKelurahan Mokdale", "phone": "(0380) 871234"},
            **{"signatory_office": "Kepala Bagian", "signatory_name": "Drs. Yohanis Lapa, M.Si."},
        },
    )
    part = hiding.Part(
        Scope.LIST,
        addresses="\n".join(f"{LONG}{n}/#komentar-{n}" for n in range(addresses)),
        comments=frozenset(Comment.objects.values_list("pk", flat=True)),
    )
    letter = hiding.Letter(number="005/1245/Kominfo/2026", on=timezone.localdate(), found=found[:2000])
    made, _new = hiding.hide(part, by=person_of, letter=letter)
    page = sign_in(visit(width=1366), person_of)
    page.goto(f"{PAGE}{made.pk}/bukti/")
    page.click(".proof-bar .proof-quiet")
    expect(page.locator(".proof-facts")).to_contain_text("tidak satu pun terlihat")
    shoot(page, f"darurat-bukti-{addresses}-1366")
    pdf = page.pdf(prefer_css_page_size=True)
    assert pages_of(pdf) == 1
    page.emulate_media(media="print")
    assert not page.locator(".proof-bar").is_visible()
    shoot(page, f"darurat-bukti-{addresses}-cetak")
    assert page.ears.settle(page) == []


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1366, "dark")])
def test_axe_finds_no_fault_and_nothing_scrolls_sideways(width, scheme, visit, town, person):
    both = person("Moderator", "Pimpinan")
    letter = hiding.Letter(number=f"005/{LONG_WORD}", found=LONG_WORD)
    part, _new = hiding.hide(hiding.Part(Scope.STORY, article_id=town.pk), by=both, letter=letter)
    hiding.lift(part.pk, by=both)
    page = sign_in(visit(width=width, height=844, color_scheme=scheme, phone=width < 500), both)
    axe, faults = Axe(), []

    def look(name):
        shoot(page, f"darurat-{name}-{width}-{scheme}")
        faults.extend(
            f"{name}: {one['id']}: {one['nodes'][0]['html'][:120]}" for one in axe.run(page).response["violations"]
        )
        faults.extend([f"{name}: wider than the screen"] * (page.evaluate(SIDEWAYS) > 0))

    page.goto("/admin/")
    look("meja")
    page.goto(PAGE)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    look("halaman")
    page.fill("[name=alamat]", f"{town.get_absolute_url()} https://judol.example/{LONG_WORD} /komentar/999/")
    page.locator("form:has([name=alamat]) button").click()
    page.wait_for_selector(".emergency-what")
    look("lihat-dulu")
    page.goto(PAGE)
    page.locator("summary", has_text="Komentar pada satu berita").click()
    page.locator("form:has([name=berita]) button").click()
    page.wait_for_selector(".emergency-error")
    look("galat")
    hiding.hide(hiding.EVERYTHING, by=both)
    page.goto(f"{PAGE}{part.pk}/bukti/")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    look("bukti")
    page.goto(PAGE)
    page.locator(".hidden-line summary").click()
    look("disembunyikan")
    assert faults == []
