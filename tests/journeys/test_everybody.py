"""Pages of ours that everybody can read: no fault axe knows of, in light and dark, and nothing to scroll sideways."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from articles import publishing
from comments.models import Status
from tests.articles.factories import draft, photo, published_article, report
from tests.comments.factories import comment
from tests.journeys.acts import FORM, send_reply, shoot, sign_in

pytestmark = pytest.mark.browser

LONG_WORD = "Pertanggungjawabansekretariatdaerahkabupaten"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
WIDEST = """[...document.querySelectorAll("body *")]
  .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .slice(0, 3).map((element) => element.outerHTML.slice(0, 120))"""


@pytest.fixture
def things(db, person):
    """Stories in parts and alone, long words, forty tags, comments in threads, one of each state."""
    moderator = person("Moderator")
    series = report(title=f"Rapat {LONG_WORD}")
    tags = [f"Tag {n} {LONG_WORD}" for n in range(40)]
    story = published_article(
        headline=f"{LONG_WORD} {LONG_WORD}", report=series, lead_photo=photo(caption="Di jembatan."), tags=tags,
        standfirst="Warga menunggu sebelas tahun.", byline="Ina Lontar", credit="Humaspro Rote Ndao", dateline="Ba’a",
    )  # fmt: skip
    published_article(report=series)
    for _ in range(5):
        published_article()
    shown = comment(story, status=Status.APPROVED, by=moderator, name="N" * 80, body=f"https://contoh.id/{'a' * 300}")
    comment(story, status=Status.APPROVED, by=moderator, parent=shown, website="https://contoh.id")
    waiting = comment(story, name="N" * 80, website=f"https://contoh.id/{'a' * 150}", body=LONG_WORD * 4)
    gone = publishing.withdraw(published_article(headline=LONG_WORD * 2), reason=f"{LONG_WORD * 3}.")
    draft()
    return {"story": story, "shown": shown, "waiting": waiting, "gone": gone, "moderator": moderator}


def pages_of_ours(page, things, editor):
    """Open one after the other, and give its name."""
    story = things["story"]
    addresses = {
        "depan": "/",
        "daftar": "/berita/",
        "berita": story.get_absolute_url(),
        "balas": f"{story.get_absolute_url()}?balas={things['shown'].pk}",
        "tanda-terima": f"/tanggapan/{things['waiting'].plain_receipt}/",
        "tidak-ada": "/tidak-ada/",
        "dicabut": things["gone"].get_absolute_url(),
    }
    for name, address in addresses.items():
        page.goto(address)
        yield name
    page.goto(story.get_absolute_url())
    page.evaluate(f"document.querySelector('{FORM}').noValidate = true")
    send_reply(page, body="", name=LONG_WORD * 3, email="ina", website="bukan alamat")
    yield "salah"
    sign_in(page, things["moderator"])
    for name, address in {"antrean": "/admin/antrean/", "tayang": "/admin/antrean/?tampilan=tayang"}.items():
        page.goto(address)
        yield name
    page.click(f"article:has(#penulis-{things['shown'].pk}) .queue-single button[value=pending]")
    page.wait_for_selector(".queue-undo")
    yield "antrean-urungkan"
    page.context.clear_cookies()
    sign_in(page, editor)
    page.goto("/admin/impor/")
    yield "tempel-naskah"


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1366)])
def test_axe_finds_no_fault(scheme, width, things, visit, person):
    page = visit(width=width, height=844, color_scheme=scheme)
    axe, faults = Axe(), []

    for name in pages_of_ours(page, things, person("Redaktur")):
        shoot(page, f"{name}-{width}-{scheme}")
        for fault in axe.run(page).response["violations"]:
            faults += [f"{name}: {fault['id']}: {node['html'][:160]}" for node in fault["nodes"]]

    assert not faults, "\n".join(faults)


def test_axe_hears_a_planted_fault(visit, things):
    page = visit()
    page.goto("/")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=/x><p style=color:#ddd>x')")

    assert "image-alt" in {fault["id"] for fault in Axe().run(page).response["violations"]}


def test_nothing_scrolls_sideways_on_a_phone(things, visit, person):
    page = visit(width=320, height=640)
    faults = []

    for name in pages_of_ours(page, things, person("Redaktur")):
        for width in (320, 390):
            page.set_viewport_size({"width": width, "height": 640})
            shoot(page, f"{name}-{width}")
            if page.evaluate(SIDEWAYS) > 0:
                faults.append(f"{name} at {width}: {page.evaluate(WIDEST)}")
        page.set_viewport_size({"width": 320, "height": 640})

    assert not faults, "\n".join(faults)
