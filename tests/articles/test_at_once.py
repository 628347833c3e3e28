from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from articles import saving
from articles.models import Article
from articles.photos.inspect import Refused
from articles.photos.keeping import keep
from humas.base.cleaning import paragraphs
from tests.articles.factories import picture, report


def at_once(act, count):
    """Call act(0), act(1), … from as many threads, each with its own connection; results or errors."""

    def one(number):
        try:
            return act(number)
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(one, range(count)))


def test_equal_headlines_saved_at_once_each_get_an_address_and_a_place(transactional_db):
    whole = report()

    def save(number):
        return saving.save(Article(headline="Raker Humas", body=paragraphs("Teks."), report=whole))

    saved = at_once(save, 4)

    assert all(isinstance(story, Article) for story in saved), saved
    assert len({story.slug for story in saved}) == 4
    assert sorted(story.position for story in saved) == [1, 2, 3, 4]


@pytest.mark.parametrize("count", [4])
def test_same_picture_sent_twice_at_once_is_kept_once(transactional_db, count):
    data = picture(70, 50)
    results = at_once(lambda number: keep(data, alt="Jembatan"), count)
    assert sum(isinstance(result, Refused) for result in results) == count - 1
