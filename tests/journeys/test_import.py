"""*Impor naskah* in a browser: a text from WhatsApp looked through on a phone, with JavaScript and without."""

import pytest

from articles.models import Article
from tests.articles.factories import published_article, report
from tests.articles.test_manuscript_files import FOLDER
from tests.journeys.acts import shoot, sign_in

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
@pytest.mark.parametrize("width", [390, 1366])
def test_manuscript_from_whatsapp_is_corrected_and_becomes_part_ii(width, has_scripts, visit, person, db):
    whole = report(title="Raker Humas Kecamatan di Nusa Melira")
    published_article(report=whole)
    page = visit(width=width, height=844, java_script_enabled=has_scripts)
    sign_in(page, person("Redaktur"))
    page.goto("/admin/impor/")
    page.fill("[name=text]", (FOLDER / "37-part-with-a-digit.txt").read_text(encoding="utf-8"))
    with page.expect_navigation():
        page.click(".submit-row input")
    assert page.input_value("[name='0-headline']") == whole.title
    assert page.is_checked(f"[name='0-in_report'][value='{whole.pk}']")
    assert page.locator(".read-form").bounding_box()["width"] <= width
    shoot(page, f"periksa-naskah-{width}-{has_scripts}")
    page.fill("[name='0-dateline']", "Wekarai")
    with page.expect_navigation():
        page.click(".submit-row input")
    story = Article.objects.get(headline=whole.title)
    assert (story.report, story.position, story.dateline) == (whole, 2, "Wekarai")
    assert story.body.count("<p>") == 2
    if has_scripts:
        assert page.ears.settle(page) == []
