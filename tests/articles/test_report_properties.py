"""Whatever editors do to a report, its numbers tell the truth, and no number readers know changes by itself."""

import re

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from articles.models import Article, Status
from tests.articles.report_world import ACTS, World
from tests.examples import share_of
from tests.soak.clock import rounds

OFTEN = ["add", "publish", "schedule", "wait"]
steps = st.tuples(st.sampled_from(ACTS + OFTEN), st.integers(0, 11), st.integers(0, 11))


def told(words: str) -> list[tuple[str, int, int]]:
    """ "schedule:1:3" → ("schedule", 1, 3); a number left out is 0."""
    acts = [(*word.split(":"), 0, 0)[:3] for word in words.split()]
    return [(name, int(one), int(two)) for name, one, two in acts]


@settings(max_examples=share_of(25), deadline=None, suppress_health_check=list(HealthCheck))
@example(told("add add publish:1 publish:0"))
@example(told("add add schedule:0:0 schedule:1:1 down:0 wait:0:0 wait:0:0"))
@example(told("join:1:4 bin:0 insert:0:0 schedule:0:0 unbin:0 wait:0:0"))
@example(told("join:1:4 insert:0:5 schedule:1:0 type_position:1:0 wait:0:0"))
@example(told("add add add publish:0 publish:1 publish:2 withdraw:1"))
@example(told("add add add publish:0 publish:1 publish:2 date:1:9 wait:0:3 wait:0:3"))
@given(st.lists(steps, min_size=6, max_size=24))
def test_numbers_run_on_whatever_editors_do(db, acts):
    with transaction.atomic():
        live_through(acts)
        transaction.set_rollback(True)


@pytest.mark.soak
def test_numbers_run_on_for_years(db, chance):
    for _round in rounds():
        acts = [(chance.choice(ACTS + OFTEN), chance.randrange(12), chance.randrange(12)) for _act in range(60)]
        with transaction.atomic():
            world = live_through(acts)
            transaction.set_rollback(True)
        assert world.done


def live_through(acts) -> World:
    world = World()
    for name, one, two in acts:
        world.act(name, one, two)
    read(world)
    return world


def read(world) -> None:
    """As a reader: the report's pages hold no word of what is planned, and every way leads somewhere."""
    reader = Client()
    parts = Article.objects.filter(report=world.whole)
    public = list(parts.published())
    for address in (world.whole.get_absolute_url(), f"{world.whole.get_absolute_url()}lengkap/"):
        assert reader.get(address).status_code == (200 if public else 404)
    secret = [part for part in parts if part.pk not in world.ever_public]
    for part in public[:1]:
        page = reader.get(part.get_absolute_url()).content.decode()
        assert not [hidden for hidden in secret if hidden.get_absolute_url() in page]
        assert not [hidden for hidden in secret if hidden.headline in page and hidden.headline != world.whole.title]
        for address in re.findall(r'<a href="(/berita/[^"#]+/)"|rel="(?:prev|next)" href="([^"]+)"', page):
            status = reader.get("".join(address)).status_code
            assert status == 200 or (status == 410 and withdrawn("".join(address)))


def withdrawn(address: str) -> bool:
    return Article.objects.filter(slug=address.split("/")[2], status=Status.WITHDRAWN).exists()
