"""A story looked at before it is published, and taken down after: at the desk, by a link, by a visitor."""

import pytest

from articles.models import Article, Status
from tests.articles.factories import draft, photo, published_article, report
from tests.journeys.acts import shoot, sign_in

pytestmark = pytest.mark.browser

SIZES = [pytest.param(390, 844, True, id="phone"), pytest.param(1366, 768, False, id="desktop")]
LONG = "\n\n".join(f"Alinea ke-{n} tentang jembatan yang lama ditunggu warga di tepi sungai." for n in range(8))


@pytest.mark.parametrize(("width", "height", "phone"), SIZES)
def test_editor_looks_at_a_draft_and_sends_the_link(visit, person, site, width, height, phone):
    whole = report(title="Jembatan Dua Sungai")
    published_article(report=whole)
    story = draft(report=whole, headline="Jembatan Baru Dibuka Pekan Depan", text=LONG, lead_photo=photo(), tags=["a"])
    page = sign_in(visit(width=width, height=height, phone=phone), person("Redaktur"))
    page.goto(f"/admin/articles/article/{story.pk}/change/")
    page.click(".story-acts a[href$='/pratinjau/']")

    for way in ("layar", "hp"):
        page.click(f".preview-ways a[href*='lebar={way}']")
        frame = page.frame_locator("iframe")
        frame.locator(".preview-banner").wait_for()
        assert frame.locator("h1").inner_text() == "Jembatan Baru Dibuka Pekan Depan"
        assert frame.locator(".story-photo img").evaluate("img => img.complete && img.naturalWidth > 0")
        inner = page.locator("iframe").evaluate("frame => frame.contentWindow.innerWidth")
        assert inner == 390 if way == "hp" and not phone else inner >= 340
        shoot(page, f"preview-{way}-{width}")
    if phone:
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    address = page.input_value(".link-address")

    chief = visit(width=390, height=844, phone=True)
    chief.goto(address)
    assert chief.inner_text("h1") == "Jembatan Baru Dibuka Pekan Depan"
    assert chief.locator("#balasan").count() == 0
    assert chief.locator(".story-photo img").evaluate("img => img.complete && img.naturalWidth > 0")
    assert chief.context.cookies() == []
    shoot(chief, f"preview-link-{width}")
    for one in (page, chief):
        assert one.ears.settle(one) == []


@pytest.mark.parametrize(("width", "height", "phone"), SIZES)
def test_editor_withdraws_and_brings_back_and_a_visitor_reads_why(visit, person, site, width, height, phone):
    whole = report(title="Jembatan Dua Sungai")
    published_article(report=whole)
    story = published_article(report=whole, headline="Jembatan Retak", text=LONG)
    page = sign_in(visit(width=width, height=height, phone=phone), person("Redaktur"))
    page.goto(f"/admin/articles/article/{story.pk}/change/")
    page.click(".story-acts a[href$='/cabut/']")
    shoot(page, f"cabut-{width}")
    page.check("input[value=trauma]")
    page.fill("textarea[name=reason]", "   ")
    page.click(".withdraw-button")
    page.wait_for_selector(".errorlist")
    assert page.is_checked("input[value=trauma]")
    shoot(page, f"cabut-galat-{width}")
    page.fill("textarea[name=reason]", "Foto korban tidak disamarkan.")
    page.click(".withdraw-button")
    page.wait_for_selector(".messagelist")

    reader = visit(width=width, height=height, phone=phone)
    assert reader.goto(story.get_absolute_url()).status == 410
    assert "Foto korban tidak disamarkan." in reader.inner_text(".withdrawal-reason")
    assert reader.locator(".withdrawal-ground").inner_text()
    assert "Alinea ke-1" not in reader.inner_text("body")
    shoot(reader, f"dicabut-{width}")

    page.click(".story-acts a[href$='/tayangkan-lagi/']")
    shoot(page, f"tayangkan-lagi-{width}")
    page.click(".submit-row input[type=submit]")
    page.wait_for_selector(".messagelist")
    assert Article.objects.get(pk=story.pk).status == Status.PUBLISHED
    assert reader.goto(story.get_absolute_url()).status == 200
    for one in (page, reader):
        assert one.ears.settle(one) == []
