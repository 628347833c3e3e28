from datetime import timedelta

from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from articles import publishing
from articles.models import Article
from articles.parts import number_from_roman, part_label, roman
from tests.articles.factories import draft, published_article, report

HOUR = timedelta(hours=1)


def labels(whole):
    return [story.part_label for story in Article.objects.filter(report=whole).for_page().order_by("position")]


@given(st.integers(1, 399))
def test_roman_numbers_read_back_as_written(number):
    assert number_from_roman(roman(number)) == number


@given(st.text(max_size=6))
def test_only_true_roman_numbers_are_read(text):
    number = number_from_roman(text)
    assert number is None or roman(number) == text.upper()


def test_labels_are_written_in_the_style_of_the_report():
    assert [part_label(style, 4) for style in ("part_roman", "bagian_roman", "bagian_arabic")] == [
        "Part IV",
        "Bagian IV",
        "Bagian 4",
    ]


def test_only_parts_that_readers_saw_have_numbers(db):
    whole = report()
    published_article(report=whole)
    published_article(report=whole)
    draft(report=whole)
    publishing.schedule(Article.objects.get(position=3), timezone.now() + HOUR)
    draft(report=whole)
    assert labels(whole) == ["Part I", "Part II", "", ""]


def test_gap_in_positions_leaves_no_gap_in_numbers(db):
    whole = report(first_number=3)
    published_article(report=whole, position=2)
    published_article(report=whole, position=9)
    assert labels(whole) == ["Part III", "Part IV"]


def test_withdrawn_part_keeps_its_number_and_is_listed_as_withdrawn(client, db):
    whole = report()
    first, second, third = (published_article(report=whole) for _n in range(3))
    publishing.withdraw(second, reason="Keliru.")

    parts = whole.journey(here=third).parts

    assert [(part.label, part.is_withdrawn) for part in parts] == [
        ("Part I", False),
        ("Part II", True),
        ("Part III", False),
    ]
    page = client.get(third.get_absolute_url()).content.decode()
    assert f'rel="prev" href="{first.get_absolute_url()}"' in page


def test_re_dated_part_keeps_its_number_but_is_shown_nowhere(client, db):
    whole = report()
    first, second = published_article(report=whole), published_article(report=whole)
    publishing.publish(first, at=timezone.now() + HOUR)

    page = client.get(second.get_absolute_url()).content.decode()

    assert "(Part II)" in page
    assert first.headline not in page


def test_binned_part_gives_its_number_up(db):
    whole = report()
    first, second = published_article(report=whole), published_article(report=whole)
    publishing.put_in_bin(first)
    assert Article.objects.for_page().get(pk=second.pk).part_label == "Part I"


def test_label_asked_of_a_bare_row_is_the_same(db):
    whole = report()
    published_article(report=whole)
    second = published_article(report=whole)
    assert Article.objects.get(pk=second.pk).part_label == "Part II"
