"""Every screen a story passes at the desk, and what visitors get of them: no fault axe knows of, in light and dark."""

import os
from datetime import timedelta
from itertools import cycle

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.sessions.models import Session
from django.utils import timezone

from articles import preview, publishing, review
from articles.models import Article, Category, Ground
from humas.base import newsroom
from humas.base.models import Newsroom
from tests.articles.factories import draft, photo, published_article, report
from tests.articles.screen import address, menu
from tests.articles.test_history import history, revision, save
from tests.articles.test_story_form import change
from tests.comments.factories import comment
from tests.journeys.acts import NOW, shoot, sign_in
from tests.journeys.test_bad_lines import write
from tests.journeys.test_everybody import LONG_WORD, SIDEWAYS, WIDEST

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LIST = "/admin/articles/article/"
SAVE = "[name=_save]"
EDITOR = ".ProseMirror[contenteditable]"


@pytest.fixture
def stories(db, person):
    """One of each state, and one person who may do everything with them."""
    both, writer = person("Redaktur", "Moderator", "Administrator", office="Pranata Humas"), person("Penulis")
    Category.objects.create(name="Pemerintahan", slug="pemerintahan", is_default=True)
    series = report(title=f"Raker {LONG_WORD}")
    known = published_article(
        headline="Bupati Serahkan Benih", text="Ada 120 petani.\n\nPanen bulan depan.", report=series, tags=["Tani"],
        lead_photo=photo(alt="Petani menerima benih", credit="Rin Saek"), credit="Humaspro Rote Ndao",
    )  # fmt: skip
    text = known.body.replace("120", "150")
    save(known, by=both, reason="Salah hitung", body=text, tags=["Rote"], lead_photo=photo(alt="Petani di Oelua"))
    bare = draft(author=writer, headline="WABUP BUKA RAKER HUMAS", lead_photo=photo(alt="IMG_2034.jpg"), report=series)
    review.hand_over(bare, by=writer, note="Mohon cek nama camat.")
    review.send_back(bare, by=both, note="Kutipan Wabup belum ada.")
    review.hand_over(bare, by=writer, note="Sudah ada.")
    waiting = publishing.publish(draft(headline="Apel Senin"), at=timezone.now() + timedelta(days=2))
    gone = published_article(headline=f"Jembatan {LONG_WORD}")
    publishing.withdraw(gone, ground=Ground.TRAUMA, reason=f"Foto korban terlihat. {LONG_WORD}")
    binned = publishing.put_in_bin(draft(headline="Salah Ketik"))
    comment(known)
    redaksi = Newsroom.current()
    redaksi.name = "Bagian Humas Rote Ndao"
    newsroom.save(redaksi, by=both)
    everything = {"bare": bare, "known": known, "waiting": waiting, "gone": gone, "binned": binned}
    return {name: Article.everything.get(pk=story.pk) for name, story in everything.items()} | {
        "series": series, "both": both, "writer": writer,
    }  # fmt: skip


def addresses(stories) -> dict[str, str]:
    """Screens that are there when their address is asked for."""
    bare, known, waiting, gone, binned = (stories[name] for name in ("bare", "known", "waiting", "gone", "binned"))
    newest = known.head.number
    return {
        "meja": "/admin/",
        "daftar": LIST,
        "baru": f"{LIST}add/",
        "tinjau": change(bare),
        "berubah": change(known),
        "embargo": change(waiting),
        "dicabut": change(gone),
        "dibuang": change(binned),
        "daftar-buangan": f"{LIST}?keadaan=buangan",
        "terbitkan": address(bare),
        "terbitkan-perubahan": address(known),
        "sudah-terbit": menu(known),
        "siap-terbit": menu(waiting),
        "cetak": f"{LIST}{known.pk}/cetak/",
        "riwayat": history(known),
        "beda": revision(known, newest),
        "beda-sebelah": revision(known, newest, "?tampilan=sebelah"),
        "revisi": revision(known, 1, "teks/"),
        "pratinjau": f"{LIST}{bare.pk}/pratinjau/",
        "pratinjau-hp": f"{LIST}{bare.pk}/pratinjau/?lebar=hp",
        "cabut": f"{LIST}{known.pk}/cabut/",
        "tayangkan-lagi": f"{LIST}{gone.pk}/tayangkan-lagi/",
        "catatan": f"{LIST}{bare.pk}/catatan/",
        "buang": f"{LIST}{bare.pk}/buang/",
        "laporan": f"/admin/articles/report/{stories['series'].pk}/change/",
        "riwayat-laporan": f"/admin/articles/report/{stories['series'].pk}/history/",
        "rekap": "/admin/rekap/",
        "rekap-bulanan": "/admin/rekap/bulanan/",
        "rekap-saya": "/admin/rekap/saya/",
        "redaksi": "/admin/redaksi/",
        "riwayat-redaksi": f"/admin/base/newsroom/{Newsroom.current().pk}/history/",
        "pratinjau-tautan": preview.link(bare.head)[0],
        "410": gone.get_absolute_url(),
    }


def answers(page, stories):
    """Screens that come only as an answer; give the name of each once it stands there."""
    bare, known, both = stories["bare"], stories["known"], stories["both"]
    page.goto(address(draft(headline="Belum Ada Isi", body="")))
    page.click(NOW)
    page.wait_for_selector(".publish-stops")
    yield "terbitkan-ditolak"
    page.goto(f"{LIST}{known.pk}/cabut/")
    page.evaluate("document.querySelector('.withdraw-form').noValidate = true")
    page.click(".withdraw-button")
    page.wait_for_selector(".errorlist")
    yield "cabut-galat"
    page.goto(change(bare))
    page.click("[name=_sendback]")
    page.wait_for_selector(".review-note .errorlist")
    yield "kembalikan-galat"
    page.goto(change(bare))
    page.wait_for_selector(EDITOR)
    save(bare, by=stories["writer"], reason="Lengkap", body="<p>Wakil Bupati hadir.</p>", headline="Wabup Buka Raker")
    page.fill("[name=headline]", "Wakil Bupati Buka Raker")
    page.locator(EDITOR).fill("Wakil Bupati membuka raker.")
    page.click(SAVE)
    page.wait_for_selector(".conflict")
    page.wait_for_selector(EDITOR)
    yield "409"
    page.goto(change(stories["known"]))
    write(page)
    page.goto(change(stories["known"]))
    page.wait_for_selector(".kept-offer")
    yield "tulisan-ditawarkan"
    page.goto(f"{LIST}add/")
    page.fill("[name=headline]", "Tulisan yang Belum Tersimpan")
    Session.objects.all().delete()
    page.click(SAVE)
    page.wait_for_selector("[name=masuk-password]")
    yield "masuk-lagi"
    page.fill("[name=masuk-username]", both.username)
    page.fill("[name=masuk-password]", "salah")
    page.click("#login-form [type=submit]")
    page.wait_for_selector(".errorlist, .errornote")
    yield "masuk-lagi-galat"


def screens(page, stories, schemes):
    sign_in(page, stories["both"])
    # A quarter of the screens in each size, others for another SOAK_SEED; all of them where EVERYTHING is set.
    start = (int(os.environ["SOAK_SEED"]) + 2 * (page.viewport_size["width"] > 500)) % 4
    some = slice(None) if os.environ.get("EVERYTHING") else slice(start, None, 4)
    for name, where in [*addresses(stories).items()][some]:
        page.emulate_media(color_scheme=next(schemes))
        page.goto(where)
        yield name
    page.emulate_media(color_scheme=next(schemes))
    for name in answers(page, stories):
        yield name
        page.emulate_media(color_scheme=next(schemes))


@pytest.mark.parametrize(("width", "first"), [(390, "light"), (1366, "dark")])
def test_axe_finds_no_fault_and_nothing_scrolls_sideways(visit, stories, width, first):
    page = visit(width=width, height=844, phone=width < 500)
    schemes = cycle(["light", "dark"] if first == "light" else ["dark", "light"])
    axe, faults = Axe(), []

    for name in screens(page, stories, schemes):
        faults += [f"{name}: {heard}" for heard in page.ears.settle(page)]
        if page.evaluate(SIDEWAYS) > 0:
            faults.append(f"{name}: wider than the screen: {page.evaluate(WIDEST)}")
        for fault in axe.run(page).response["violations"]:
            faults += [f"{name}: {fault['id']}: {node['html'][:160]}" for node in fault["nodes"]]
        shoot(page, f"layar-{name}-{width}")
        page.ears.settle(page)  # axe and the camera lay styles of their own on a page, and are refused

    assert not faults, "\n".join(faults)
