"""Stories, reports and categories renamed at random: every address that ever was leads to its thing, in one step."""

import pytest
from django.contrib.redirects.models import Redirect
from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import addresses, publishing, saving
from articles.models import Article
from tests.articles.factories import draft, published_article
from tests.examples import share_of

SLUGS = ["a", "b", "c", "d"]
PATHS = ["/berita/a/", "/berita/b/", "/laporan/c/", "/2019/04/24/d/", "/laporan/e/", "/index.php"]
renames = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(SLUGS), st.sampled_from(["save", "publish", "both", "new"])),
    max_size=25,
)


@settings(max_examples=share_of(60), suppress_health_check=list(HealthCheck))
@given(renames)
def test_every_old_address_leads_to_its_story_in_one_step(db, acts):
    with transaction.atomic():
        stories = [published_article(slug=slug).pk for slug in SLUGS[:3]]
        was = dict(zip(SLUGS, stories, strict=False))
        for one, slug, act in acts:
            story = Article.everything.get(pk=stories[one])
            try:
                if act == "new":
                    draft(slug=slug)
                if act in ("save", "both"):
                    story.slug = slug
                    saving.save(story)
                if act in ("publish", "both"):
                    publishing.publish(story)
            except ValidationError:
                continue
            for row in Article.objects.published():
                assert was.setdefault(row.slug, row.pk) == row.pk, f"{row.slug} was given away"
        look(was)
        transaction.set_rollback(True)


def look(was):
    ways = dict(Redirect.objects.values_list("old_path", "new_path"))
    assert not set(ways) & set(ways.values()), "a chain"
    reader = Client()
    for slug, pk in was.items():
        now = Article.objects.get(pk=pk).get_absolute_url()
        answer = reader.get(f"/berita/{slug}/")
        if f"/berita/{slug}/" == now:
            assert answer.status_code == 200
        else:
            assert (answer.status_code, answer["Location"]) == (301, now)
            assert reader.get(now).status_code == 200


@settings(max_examples=share_of(150), suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.sampled_from(PATHS), st.sampled_from(PATHS)), max_size=20))
def test_moves_of_any_kind_make_neither_chain_nor_loop(db, moves):
    with transaction.atomic():
        was: dict[str, str] = {}
        for old, new in moves:
            addresses.moved(old, new)
            if old != new:
                was = {path: new if path == old or place == old else place for path, place in was.items()}
                was[old] = new
                was.pop(new, None)
        ways = dict(Redirect.objects.values_list("old_path", "new_path"))
        assert ways == was
        assert not set(ways) & set(ways.values())
        assert all(addresses.leads_to(old) == new for old, new in ways.items())
        transaction.set_rollback(True)


def test_what_leads_below_a_moved_address_moves_with_it(db):
    addresses.moved("/2018/panen/semua/", "/laporan/panen/lengkap/")
    addresses.moved("/laporan/panen/", "/laporan/panen-raya/")
    assert addresses.leads_to("/2018/panen/semua/") == "/laporan/panen-raya/lengkap/"
    assert addresses.leads_to("/laporan/panen/feed/") == "/laporan/panen-raya/feed/"


def test_two_stories_cannot_swap_and_one_may_return(db):
    one, two = (published_article(slug=slug) for slug in "ab")
    for slug in ("c", "a", "c", "a"):
        one = Article.objects.get(pk=one.pk)
        one.slug = slug
        publishing.publish(saving.save(one))
    assert dict(Redirect.objects.values_list("old_path", "new_path")) == {"/berita/c/": "/berita/a/"}
    two.slug = "c"
    with pytest.raises(ValidationError):
        saving.save(two)
