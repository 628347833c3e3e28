"""
The moderation queue with 1,000 and with 100,000 comments waiting, turn by turn, on both databases.

Each page, search and act costs at most 15 queries in either, and at most 1.5 times
as long in the large one; afterwards counts and index are what a recount finds.
"""

import json
import os
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from statistics import median

from benchmarks.newsroom import TOP, newsroom
from tests.throwaway_pg import throwaway_postgres

FEW, MANY = 1_000, int(os.environ.get("WAITING", "100000"))
ROUNDS, WARM = 25, 3
MOST_QUERIES, MOST_RATIO = 15, 1.5
WORK = "import django; django.setup(); from benchmarks.queue_work import main; main()"
ACTS = ("satu keputusan", "100 sekaligus")


def main() -> dict:
    values, ratio, queries = {}, {}, {}
    for engine in ("SQLite", "PostgreSQL"):
        taken, queries[engine] = _measured(engine)
        for name, (few, many) in taken.items():
            values[f"{engine}: {name}"] = median(many) * 1000
            ratio[f"{engine}: {name}"] = median(many) / median(few)
    figure = {
        "title": f"Antrean dengan {MANY:,} menunggu".replace(",", "."),
        "unit": "milidetik",
        "values": values,
        "ratio": ratio,
        "queries": queries,
    }
    too_slow = {name: round(value, 2) for name, value in ratio.items() if value > MOST_RATIO}
    too_many = {name: number for each in queries.values() for name, number in each.items() if number > MOST_QUERIES}
    if too_slow or too_many:
        raise SystemExit(f"{figure}\nMore than {MOST_RATIO} times: {too_slow}. Too many queries: {too_many}.")
    return figure


def _measured(engine: str) -> tuple[dict[str, tuple[list[float], list[float]]], dict[str, int]]:
    with ExitStack() as stack:
        desks = []
        for waiting in (FEW, MANY):
            url = stack.enter_context(throwaway_postgres()) if engine == "PostgreSQL" else ""
            room = stack.enter_context(newsroom(DATABASE_URL=url))
            desks.append(stack.enter_context(_at_the_desk(room)))
            names = [*desks[-1](f"fill {waiting}")["pages"], *ACTS]
        taken = {name: ([], []) for name in names}
        for number in range(WARM + ROUNDS):
            for name in names:
                for desk, seconds in zip(desks, taken[name], strict=True):
                    took = desk(name)["seconds"]
                    if number >= WARM:
                        seconds.append(took)
        queries = {name: [desk(f"count {name}")["queries"] for desk in desks] for name in names}
        for name, (few, many) in queries.items():
            if many > few:
                raise SystemExit(f"{engine}: {name} costs {few} queries with {FEW} waiting and {many} with {MANY}.")
        for desk in desks:
            desk("truth")
        return taken, {name: many for name, (_few, many) in queries.items() if name not in ACTS}


@contextmanager
def _at_the_desk(room):
    """`desk(line)` → what the moderator of this newsroom answers."""
    environment = room.environment | {"DJANGO_SETTINGS_MODULE": "humas.settings"}
    command = [sys.executable, "-c", WORK]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=TOP, env=environment, **pipes) as process:

        def desk(line: str) -> dict:
            process.stdin.write(f"{line}\n")
            process.stdin.flush()
            while answer := process.stdout.readline():
                if answer.startswith("{"):
                    return json.loads(answer)
            raise RuntimeError(f"no answer to: {line}")

        try:
            yield desk
        finally:
            process.stdin.close()
