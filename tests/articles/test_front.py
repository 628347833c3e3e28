import re
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Category
from articles.site import front
from tests.articles.factories import photo, published_article, report


def category(number):
    return Category.objects.create(name=f"Rubrik {number}", slug=f"rubrik-{number}")


def headlines_of(section):
    return [story.headline for story in section.stories]


@pytest.mark.contract
def test_front_page_asks_as_often_whatever_the_number_of_categories(client, db, django_assert_max_num_queries):
    def fill(count):
        for n in range(count):
            own = category(Category.objects.count())
            published_article(category=own, report=report() if n % 3 else None, lead_photo=photo(), tags=["a"])
            published_article(category=own)

    fill(3)
    with django_assert_max_num_queries(8) as few:
        client.get("/")
    fill(37)
    with django_assert_max_num_queries(len(few)):
        assert client.get("/").status_code == 200


def test_each_category_shows_its_newest_and_the_freshest_category_comes_first(db):
    quiet, busy = category(1), category(2)
    hour = timedelta(hours=1)
    for n in range(5):
        published_article(headline=f"Ramai {n}", category=busy, at=timezone.now() - n * hour)
    published_article(headline="Sepi", category=quiet, at=timezone.now() - 50 * hour)
    published_article(headline="Tanpa rubrik")

    sections = front.sections(besides=[])

    assert [section.category for section in sections] == [busy, quiet, None]
    assert [headlines_of(section) for section in sections] == [
        ["Ramai 0", "Ramai 1", "Ramai 2"],
        ["Sepi"],
        ["Tanpa rubrik"],
    ]


def test_no_story_stands_twice_among_newest_and_sections(client, db):
    own = category(1)
    for _n in range(7):
        published_article(category=own)
    page = client.get("/").content.decode()
    ways = re.findall(r'-headline"><a href="(/berita/[^"]+)"', page)
    assert len(ways) == len(set(ways)) == 7
    assert '<a href="/kategori/rubrik-1/">Rubrik 1</a>' in page


def test_report_to_be_continued_is_named_with_its_newest_part(client, db):
    running, finished = report(title="Masih berjalan"), report(title="Sudah habis", is_finished=True)
    busy = report(title="Paling ramai")
    published_article(report=running, headline="Lama")
    published_article(report=running, headline="Terbaru")
    published_article(report=finished)
    for _n in range(70):  # a report told daily does not crowd out the others
        published_article(report=busy)

    reports = front.running_reports()

    assert [(entry.title, entry.latest.part_label) for entry in reports] == [
        ("Paling ramai", "Part LXX"),
        ("Masih berjalan", "Part II"),
    ]
    assert f'href="{running.get_absolute_url()}"' in client.get("/").content.decode()
