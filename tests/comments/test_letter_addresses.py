"""What a letter names is found in its prose; what it names elsewhere is given back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import addresses
from comments.emergency.letter_addresses import Named, read
from tests.articles.factories import published_article
from tests.comments.factories import comment

SITE = "https://humas.contoh.id"


@pytest.fixture(autouse=True)
def _site(settings):
    settings.SITE_URL = SITE


@pytest.fixture
def shown(article):
    return comment(article, status="approved")


@pytest.mark.parametrize(
    "written",
    [
        "{site}/komentar/{pk}/",
        "/komentar/{pk}/",
        "/komentar/{pk}",
        "http://www.humas.contoh.id/komentar/{pk}/",
        "humas.contoh.id/komentar/{pk}/",
        "HTTPS://HUMAS.CONTOH.ID:443/komentar/{pk}/?utm_source=wa",
        "{site}{story}#komentar-{pk}",
        "{site}{story}?halaman=3#komentar-{pk}",
        "{story}?balas={pk}#balasan",
        "{number}",
        "{lower}",
    ],
)
def test_every_way_to_write_a_comment_is_understood(written, shown):
    words = {
        "site": SITE,
        "pk": shown.pk,
        "story": shown.article.get_absolute_url(),
        "number": shown.short_number,
        "lower": shown.short_number.lower().replace("-", "–"),
    }
    address = written.format(**words)
    for text in (address, f"Yth. Kepala Bagian, mohon ditindaklanjuti ({address}).", f"1. “{address}”,\n2. lainnya;"):
        found = read(text)
        assert found.comments == {shown.pk}, text
        assert (found.stories, found.sentences) == (set(), [])


def test_story_means_all_its_comments_also_by_an_old_address(article, shown):
    old = article.get_absolute_url()
    addresses.moved("/2019/04/jembatan/", old)
    for address in (old, f"{SITE}{old}?halaman=2#komentar", f"{SITE}/2019/04/jembatan/"):
        assert read(address).stories == {article.pk}


def test_comment_under_a_story_that_moved_is_found(article, shown):
    addresses.moved("/berita/lama/", article.get_absolute_url())
    assert read(f"{SITE}/berita/lama/#komentar-{shown.pk}").comments == {shown.pk}
    assert read(f"{SITE}/berita/lama/").stories == {article.pk}


def test_what_is_not_understood_is_told_apart(article, shown):
    waiting = comment(article)
    text = f"""
    https://judol.example/slot dan www.slot.example, {SITE}/komentar/{waiting.pk + 50}/ {SITE}/laporan/apa/
    /komentar/{waiting.pk}/ KMT-22222 https://[rusak http://a:b/ nomor 005/123/Humas/2026, a.n. S.Sos., dan/atau
    """
    found = read(text)
    assert found.elsewhere == ["https://judol.example/slot", "www.slot.example", "https://[rusak", "http://a:b/"]
    assert found.unknown == [f"{SITE}/komentar/{waiting.pk + 50}/", f"{SITE}/laporan/apa/", "KMT-22222"]
    assert found.not_shown == [f"/komentar/{waiting.pk}/"]
    assert (found.comments, found.stories, found.given) == (set(), set(), [])
    assert len(found.sentences) == 3


def test_each_is_named_once_and_glued_ones_are_parted(shown):
    address = f"{SITE}/komentar/{shown.pk}/"
    assert read(f"alamat:{address},{address};\n{address}{address}").given == [address]


def test_letter_with_many_addresses_takes_the_same_queries(article):
    made = [comment(article, status="approved") for _n in range(12)]
    story = published_article()

    def queries(numbers):
        with CaptureQueriesContext(connection) as asked:
            found = read("\n".join([story.get_absolute_url(), *(f"/komentar/{one.pk}/" for one in numbers)]))
        assert len(found.comments) == len(numbers)
        return len(asked)

    assert queries(made) == queries(made[:1]) <= 3


PIECES = st.sampled_from(
    [
        *(
            "http://",
            "https://",
            SITE,
            "/",
            "//",
            "komentar",
            "/komentar/",
            "#komentar-",
            "berita",
            "?balas=",
            "%00",
            "%",
        ),
        *(
            "KMT-",
            "KMT–",
            "[",
            "]",
            ":",
            "@",
            "www.",
            ".id",
            "²",
            "١",
            "\0",
            "\n",
            " ",
            ",",
            "999999999999999999999999",
        ),
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(text=st.lists(st.one_of(PIECES, st.text(max_size=8), st.integers(0, 50).map(str)), max_size=14).map("".join))
def test_any_text_at_all_is_read(shown, text):
    found = read(text)
    assert isinstance(found, Named)
    assert found.comments <= {shown.pk}
    assert found.stories <= {shown.article_id}
    assert bool(found.given) == bool(found.comments or found.stories)
    assert all(isinstance(sentence, str) for sentence in found.sentences)
