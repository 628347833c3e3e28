"""What machines are told of the comments on a page."""

import json

import pytest

from comments import structured
from tests.articles.factories import published_article, report
from tests.comments.factories import comment
from tests.comments.lineages import rows, settings
from tests.comments.test_threads import page_of


def told(page):
    return [json.loads("".join(one.pieces)) for one in page.all("script", type="application/ld+json")]


def test_machines_are_told_who_wrote_what_when(reader, article, site_url):
    settings(comments_per_page=5)
    rows(article, 5)
    made = comment(
        article, status="approved", name="Ina </script>", body="Satu & dua.\n\n<b>Tiga</b>", email="ina.77@contoh.id"
    )
    page = page_of(reader, article, "?halaman=2")
    [data] = told(page)
    assert data["@id"] == data["url"] == site_url + article.get_absolute_url()
    assert data["@type"] == "NewsArticle"
    assert data["commentCount"] == 6
    [one] = data["comment"]
    assert one["@type"] == "Comment"
    assert one["author"] == {"@type": "Person", "name": "Ina </script>"}
    assert one["text"] == "Satu & dua.\n<b>Tiga</b>"
    assert one["url"] == site_url + made.get_absolute_url()
    assert one["dateCreated"][-6:] == "+08:00"
    assert "ina.77" not in page.html


def test_comments_of_a_part_are_told_of_the_same_story_as_the_part(reader, db):
    story = published_article(report=report())
    comment(story, status="approved")
    part, discussed = told(page_of(reader, story))
    assert part["@id"] == discussed["@id"]
    assert part["position"] == 1


def test_machines_are_told_nothing_of_what_is_not_shown(reader, article):
    assert told(page_of(reader, article)) == []
    for status in ("pending", "spam", "trash", "withdrawn"):
        comment(article, status=status)
    assert told(page_of(reader, article)) == []


@pytest.mark.parametrize("words", ["kata " * 10_000, "k" * 65_525])
def test_long_comments_and_many_are_told_in_part(reader, article, words):
    rows(article, 150, above=lambda n: 0 if n else None)
    comment(article, status="approved", body=words)
    [data] = told(page_of(reader, article))
    assert data["commentCount"] == 151
    assert len(data["comment"]) == structured.MOST
    assert max(len(one["text"]) for one in data["comment"]) <= structured.LONGEST
