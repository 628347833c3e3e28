"""Several moderators at once, each in a process of the own: nobody decides unknowingly, and no batch is half done."""

import json
import os
import subprocess
import sys
from collections import Counter, defaultdict

import pytest
from django.db import connection

from comments import replay
from comments.models import Comment, Decision
from tests.comments.factories import many
from tests.soak.clock import chance
from tests.soak.killing import database_url

pytestmark = [pytest.mark.soak, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def together(person, soak_seconds):
    """together("seen", "seen") → what each of these moderators has done, who began at the same moment."""

    def work(*kinds):
        draw = chance(" ".join(kinds))
        for number, _kind in enumerate(kinds):
            person("Moderator", username=f"moderator-{number}")
        connection.close()
        processes = [
            subprocess.Popen(
                [sys.executable, "-m", "tests.soak.moderators", kind, f"{draw.random()} {number}", str(soak_seconds)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                env=os.environ | {"DATABASE_URL": database_url()},
            )
            for number, kind in enumerate(kinds)
        ]
        assert [process.stdout.readline() for process in processes] == ["ready\n"] * len(kinds)
        for process in processes:
            process.stdin.write("\n")
            process.stdin.flush()
        said = [json.loads(process.communicate()[0]) for process in processes]
        assert [process.returncode for process in processes] == [0] * len(kinds)
        return said

    return work


def test_nobody_decides_on_what_was_decided_on_meanwhile(article, together):
    many(article, 12)

    said = together("seen", "seen", "seen")

    told = sum((Counter(each["told"]) for each in said), Counter())
    seen = {(batch, comment): line for each in said for batch, comment, line in each["made"]}
    assert set(told) == {"collided"}
    stood = defaultdict(int)
    for pk, comment, batch in Decision.objects.order_by("pk").values_list("pk", "comment_id", "batch"):
        assert seen.pop((str(batch), comment)) == stood[comment]
        stood[comment] = pk
    assert seen == {}
    assert list(replay.differing()) == []
    print(f"{Decision.objects.count()} decisions, {told['collided']} collisions told")


def test_batches_that_cross_neither_lock_up_nor_mix(article, together):
    size = len(many(article, 150))

    said = together("up", "down", "down")

    # SQLite lets nobody in by turns: who finds it locked for ten seconds comes again, and has changed nothing.
    assert {told for each in said for told in each["told"]} <= {"OperationalError: database is locked"}
    made = {batch: (count, left) for each in said for batch, count, left in each["made"]}
    lines = Counter(map(str, Decision.objects.values_list("batch", flat=True)))
    assert lines == {batch: count for batch, (count, _left) in made.items() if count}
    assert set(lines.values()) == {size}
    assert {count + left for count, left in made.values()} == {0, size}
    assert Comment.objects.order_by().values("status").distinct().count() == 1
    assert list(replay.differing()) == []
    waited = sum(left > 0 for _count, left in made.values())
    print(f"{len(lines)} batches, {waited} that were too late for their page")
