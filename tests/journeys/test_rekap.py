"""From the desk to a signed report in three clicks, on a phone and at the office."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.articles.factories import photo
from tests.desk.recaps import story
from tests.journeys.acts import shoot, sign_in
from tests.journeys.test_everybody import LONG_WORD, SIDEWAYS

pytestmark = pytest.mark.browser

KINDS = ("", "bulanan/", "saya/")


@pytest.fixture
def october(person):
    """Stories of one month, one with words that break nowhere."""
    writer = person("Redaktur", office="Pranata Humas")
    story("2026-10-02 07:23", "Pasar Baru Dibuka", author=writer, lead_photo=photo(credit="Yance"))
    story("2026-10-03 07:23", f"{LONG_WORD} {LONG_WORD}", author=writer, byline=LONG_WORD * 2)
    return writer


@pytest.mark.parametrize("width", [390, 1366])
def test_monthly_report_is_three_clicks_from_the_desk(width, visit, october):
    page = sign_in(visit(width=width), october)
    page.locator(".desk-act[href='/admin/rekap/']").click()
    page.locator(".recap-kinds a[href='/admin/rekap/bulanan/']").click()
    page.wait_for_selector(".recap-totals")
    with page.expect_download() as download:
        page.locator(".recap-file").first.click()
    assert download.value.suggested_filename.startswith("laporan-bulanan-")
    assert download.value.suggested_filename.endswith(".docx")
    assert page.ears.settle(page) == []


@pytest.mark.parametrize("script", [True, False])
def test_list_is_asked_for_and_printed_with_and_without_scripts(script, visit, october):
    page = sign_in(visit(java_script_enabled=script), october)
    page.goto("/admin/rekap/?bulan=2026-10")
    page.fill("input[name=dari]", "2026-10-02")
    page.fill("input[name=sampai]", "2026-10-02")
    page.click(".recap-form button")
    assert page.locator(".recap-headline").all_inner_texts() == ["Pasar Baru Dibuka"]
    page.locator(".recap-file").last.click()
    page.wait_for_selector(".recap-letterhead")
    assert page.locator("[data-print]").is_visible() == script
    assert page.locator("[data-print-hint]").is_visible() != script


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("light", 820), ("dark", 1366)])
def test_axe_finds_no_fault_and_nothing_scrolls_sideways(scheme, width, visit, october):
    page = sign_in(visit(width=width, color_scheme=scheme), october)
    axe, faults = Axe(), []
    addresses = [f"/admin/rekap/{kind}?bulan=2026-10{more}" for kind in KINDS for more in ("", "&bentuk=cetak")]
    for address in [*addresses, "/admin/rekap/?bulan=2026-13"]:
        page.goto(address)
        shoot(page, f"rekap-{addresses.index(address) if address in addresses else 'salah'}-{width}-{scheme}")
        faults += [f"{address}: {one['id']}" for one in axe.run(page).response["violations"]]
        faults += [f"{address}: wider than the screen"] * (page.evaluate(SIDEWAYS) > 0)
    assert faults == []
    assert page.ears.settle(page) == []
