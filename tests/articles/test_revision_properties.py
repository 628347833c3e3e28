"""Whatever three editors do to two stories: readers see one accepted text, and no accepted text is ever lost."""

import pytest
from django.db import transaction
from django.test import Client
from django.utils.html import escape
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from articles.revisions import keeping
from tests.articles.revision_world import ACTS, World
from tests.examples import share_of
from tests.soak.clock import rounds

OFTEN = ["open", "type", "type", "save", "save", "publish"]
COLLISION = "open:0 open:1 type:0 type:1 save:0 save:1"
steps = st.tuples(st.sampled_from(ACTS + OFTEN), st.integers(0, 5), st.integers(0, 11))


def told(words: str) -> list[tuple[str, int, int]]:
    """ "save:1" → ("save", 1, 0); a number left out is 0."""
    acts = [(*word.split(":"), 0, 0)[:3] for word in words.split()]
    return [(name, int(one), int(two)) for name, one, two in acts]


@settings(max_examples=share_of(25), deadline=None, suppress_health_check=list(HealthCheck))
@example(told(COLLISION))
@example(told("publish:0 open:0 type:0:5 save:0 publish:0 restore:0:0 publish:0"))
@example(told("publish open type save withdraw open type save bring_back publish"))
@example(told("publish:0 publish:1 open:0:0 open:1:1 type:0:5 type:1:5 save:0 save:1 publish:0 publish:1"))
@example(told("date:0:9 open type save bin unbin date:0:0 open type save"))
@given(st.lists(steps, min_size=6, max_size=24))
def test_readers_see_one_accepted_text_whatever_editors_do(db, acts):
    with transaction.atomic():
        live_through(acts)
        transaction.set_rollback(True)


@pytest.mark.soak
def test_no_accepted_text_is_lost_in_years(db, chance):
    conflicts = 0
    for number in rounds():
        acts = [(chance.choice(ACTS + OFTEN), chance.randrange(6), chance.randrange(12)) for _act in range(60)]
        if number == 1:  # chance alone brings one in three rounds, and a busy machine may do few
            acts = told(COLLISION) + acts
        with transaction.atomic():
            conflicts += live_through(acts).conflicts
            transaction.set_rollback(True)
    assert conflicts


def live_through(acts) -> World:
    world = World()
    for name, one, two in acts:
        world.act(name, one, two)
    reader = Client()
    for story in world.public():
        page = reader.get(story.get_absolute_url()).content.decode()
        assert f"{escape(keeping.content(story.live)['headline'])}</h1>" in page
        assert story.body_html in page
    return world
