"""The comments of a story on a phone without JavaScript: pages, one comment, answering and thinking better of it."""

import pytest

from tests.articles.factories import published_article
from tests.comments.factories import comment
from tests.comments.lineages import rows, settings
from tests.journeys.acts import FORM, fill_reply, shoot

pytestmark = pytest.mark.browser

LONG = "Bartholomeus Yohanes Pembaptis Manafe-Ndaomanu-Lontar dari Desa Oelua Kecamatan Loaholu"


@pytest.fixture
def story(db):
    story = published_article()
    settings(comments_per_page=5, thread_depth=6)
    rows(story, 12, above=lambda n: n - 1 if n > 5 else None)
    return story


@pytest.mark.wordpress("2a Reply to a comment")
def test_reader_without_javascript_finds_way_through_the_comments(story, visit):
    page = visit(width=390, height=844, phone=True, java_script_enabled=False)
    page.goto(story.get_absolute_url())
    page.click(".comment-pages a[rel=next]")
    assert page.url.endswith(f"{story.get_absolute_url()}?halaman=2#komentar")
    assert page.locator(".comments-part").inner_text() == "Halaman 2 dari 2"
    assert page.locator("article.comment").count() == 7

    last = page.locator("article.comment").last
    number = last.get_attribute("id")
    last.locator(".comment-time a").click()
    assert page.url.endswith(f"?halaman=2#{number}")
    assert page.locator(f"#{number}:target").count() == 1

    asked = page.locator("article.comment", has=page.locator(".comment-acts")).nth(1)
    name = asked.locator(".comment-name").inner_text()
    asked.locator(".comment-acts a").click()
    assert "?halaman=2&balas=" in page.url
    assert name in page.inner_text(".reply-to")
    assert page.locator(".comment-answered").count() == 1
    shoot(page, "membalas-390")
    page.click(".comment-acts a:has-text('Batalkan balasan')")
    assert "balas=" not in page.url
    assert page.locator(f"#{page.url.partition('#')[2]}").is_visible()
    assert page.input_value(f"{FORM} [name=parent]") == ""
    fill_reply(page, body="Baik.")


@pytest.mark.parametrize("width", [320, 390, 1366])
def test_deep_answers_and_long_names_fit(story, visit, width):
    above = None
    for n in range(7):
        name = LONG[:80] if n % 2 else "👩‍🌾 Ibu " + "m" * 70
        above = comment(story, status="approved", parent=above, name=name, body="k" * 200 + " Baik. " * 30)
    page = visit(width=width, height=844, phone=width < 800, color_scheme="dark" if width == 320 else "light")
    page.goto(f"{story.get_absolute_url()}?halaman=2")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    words = page.locator(".comment-body")
    narrowest = min(words.nth(n).bounding_box()["width"] for n in range(words.count()))
    assert narrowest >= min(0.6 * width, 300)
    shoot(page, f"utas-{width}")
