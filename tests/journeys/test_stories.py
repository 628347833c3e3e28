"""An editor's day: a story written, pasted, scheduled, withdrawn, and what readers see of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from tests.articles.factories import photo, published_article
from tests.data import data_path
from tests.journeys.acts import AT, PUBLISH, publish, shoot, sign_in

pytestmark = pytest.mark.browser

ADD = "/admin/articles/article/add/"
DEGREES = "Stefanus M. Saek, SE, M.Si."


@pytest.fixture
def desk(visit, person):
    """An editor at a laptop, or without JavaScript."""

    def sit_down(**options):
        return sign_in(visit(width=1366, height=768, **options), person("Redaktur"))

    return sit_down


def look_on_site(page):
    """Follow the link to what readers see, in this very window."""
    page.goto(page.get_attribute(".published-where a", "href"))
    return page


def test_story_written_in_the_editor_is_what_readers_see(desk, db):
    picture = photo(alt="Bupati di atas jembatan gantung")
    page = desk()
    page.goto(ADD)

    page.fill("[name=headline]", "Bupati Resmikan Jembatan Gantung")
    page.fill("[name=dateline]", "Rote Ndao")
    page.fill("[name=standfirst]", "Warga dua desa kini tidak lagi menyeberang dengan rakit.")
    page.click(".tiptap")
    page.keyboard.type("Bupati meresmikan jembatan gantung kemarin.\n## Sebelas tahun menunggu\n> Kami tidak lupa.\n\n")
    page.keyboard.type("Warga menyambutnya di tepi sungai.")
    page.fill("[name=credit]", "Humaspro Rote Ndao")
    page.fill("[name=tags]", f"{DEGREES}\njembatan")
    page.click(".field-lead_photo .select2-selection")
    page.keyboard.type("gantung")
    page.click(f".select2-results__option:has-text('{picture.alt}')")
    shoot(page, "formulir-1366")
    publish(page)
    shoot(page, "terbit-1366")
    look_on_site(page)
    shoot(page, "berita-1366")

    assert page.inner_text("h1") == "Bupati Resmikan Jembatan Gantung"
    assert (
        page.inner_html(".article-body").split()
        == (
            '<p><span class="dateline">Rote Ndao</span> – Bupati meresmikan jembatan gantung kemarin.</p>'
            "<h2>Sebelas tahun menunggu</h2><blockquote><p>Kami tidak lupa.</p></blockquote>"
            "<p>Warga menyambutnya di tepi sungai.</p>"
        ).split()
    )
    assert page.inner_text(".article-credit") == "(Humaspro Rote Ndao)"
    assert sorted(page.locator(".tags li").all_inner_texts()) == sorted([DEGREES, "jembatan"])
    shown = page.locator(".story-photo img")
    assert shown.get_attribute("alt") == picture.alt
    assert shown.evaluate("image => image.naturalWidth") == picture.width


def test_story_written_without_javascript_is_what_readers_see(desk, db):
    picture = photo(alt="Pasar ikan Ba’a")
    page = desk(java_script_enabled=False)
    page.goto(ADD)

    page.fill("[name=headline]", "Pasar Ikan Dibuka Kembali")
    page.fill("textarea[name=body]", "Pasar ikan dibuka kembali pagi ini.\n\nHarga ikan < Rp20.000 & pedagang lega.")
    page.fill("[name=tags]", f"{DEGREES}\npasar")
    page.select_option("select[name=lead_photo]", label=picture.alt)
    shoot(page, "formulir-tanpa-js")
    publish(page)
    look_on_site(page)

    paragraphs = page.locator(".article-body p").all_inner_texts()
    assert paragraphs == ["Pasar ikan dibuka kembali pagi ini.", "Harga ikan < Rp20.000 & pedagang lega."]
    assert sorted(page.locator(".tags li").all_inner_texts()) == sorted([DEGREES, "pasar"])
    assert page.get_attribute(".story-photo img", "alt") == picture.alt


def test_scheduled_story_is_not_there_before_its_hour(desk, visit):
    page, reader = desk(), visit(width=390, height=844, phone=True)
    hour = timezone.localtime() + timedelta(hours=1)
    page.goto(ADD)

    page.fill("[name=headline]", "Besok Pasar Murah")
    page.click(".tiptap")
    page.keyboard.type("Pasar murah digelar di alun-alun.")
    page.fill("[name=publish_at_0]", f"{hour:%d/%m/%Y}")
    page.fill("[name=publish_at_1]", f"{hour:%H.%M}")
    publish(page, AT)

    assert f"{hour:%H.%M} WITA" in page.inner_text(".messagelist .success")
    assert page.locator(".state-embargo").count() == 1
    assert page.locator(".published-where a").count() == 0
    assert reader.goto(Article.objects.get().get_absolute_url()).status == 404
    assert "Besok Pasar Murah" not in reader.content()
    reader.goto("/")
    assert "Besok Pasar Murah" not in reader.content()


def test_pasted_manuscript_fills_the_form_and_is_published(desk):
    [manuscript] = data_path("seed").glob("*.txt")
    text = manuscript.read_text(encoding="utf-8")
    page = desk()
    page.goto("/admin/impor/")

    page.fill("textarea[name=text]", text)
    shoot(page, "tempel-naskah-1366")
    page.click(".paste-form [type=submit]")
    page.wait_for_selector("[name='0-headline']")
    assert page.input_value("[name='0-part_number']") == "1"
    shoot(page, "periksa-naskah-1366")
    page.click(".submit-row input")
    page.wait_for_selector(PUBLISH)
    assert page.input_value("[name=headline]") == "Biro Humas Provinsi NTT Laksanakan Raker di Rote Ndao"
    assert page.input_value("[name=dateline]") == "Rote Ndao"
    assert page.input_value("[name=credit]") == "Humaspro Manggarai Barat"
    assert page.input_value("[name=position]") == "1"
    assert page.locator(".tiptap p").count() == 10
    publish(page)
    look_on_site(page)

    assert page.inner_text("h1") == "Biro Humas Provinsi NTT Laksanakan Raker di Rote Ndao (Part I)"
    printed = " ".join(page.inner_text(".article-body").split())
    told = " ".join(text[text.index("Rote Ndao –") : text.index("(Humaspro")].split())
    assert printed == told


def test_withdrawn_story_says_why_at_its_address(desk, visit, db):
    story = published_article()
    page, reader = desk(), visit(width=390, height=844, phone=True)
    reader.goto(story.get_absolute_url())
    page.goto("/admin/articles/article/")

    page.check(f"input[name=_selected_action][value='{story.pk}']")
    page.select_option("select[name=action]", "withdraw")
    page.click("button[name=index]")
    page.wait_for_selector(".withdraw-button")
    page.click(".withdraw-button")  # a reason is asked for
    page.check("input[name=ground][value=trauma]")
    page.fill("textarea[name=reason]", "Nama narasumber keliru.")
    shoot(page, "cabut-1366")
    page.click(".withdraw-button")
    page.wait_for_selector(".messagelist .success")
    gone = reader.reload()
    shoot(reader, "dicabut-390")

    assert gone.status == 410
    assert story.headline in reader.inner_text("h1")
    assert "Nama narasumber keliru." in reader.inner_text(".withdrawal-reason")
