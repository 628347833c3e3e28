"""A story's page under granian and under gunicorn's threads, turn by turn in one run."""

import re
from statistics import median

from benchmarks.load import requests_per_second
from benchmarks.newsroom import newsroom

ROUNDS = 3


def main() -> dict:
    rates = {"granian": [], "gunicorn": []}
    with newsroom() as room:
        commands = {
            "granian": [
                *("-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(room.port)),
                *("--workers", "2", "--blocking-threads", "4", "--log-level", "warning", "humas.wsgi:application"),
            ],
            "gunicorn": [
                *("-m", "gunicorn", "--bind", f"127.0.0.1:{room.port}", "--worker-class", "gthread"),
                *("--workers", "2", "--threads", "4", "--log-level", "warning", "humas.wsgi:application"),
            ],
        }
        for _ in range(ROUNDS):
            for name, command in commands.items():
                with room.served(*command):
                    story = re.search(r"/berita/[^/\"]+/", room.get("/")[1])[0]
                    requests_per_second(room.port, story, seconds=0.5)
                    rates[name].append(requests_per_second(room.port, story))
    values = {name: median(rounds) for name, rounds in rates.items()}
    return {
        "title": "Halaman satu berita",
        "unit": "permintaan/detik",
        "values": values,
        "rounds": rates,
        "ratio": {"granian / gunicorn": values["granian"] / values["gunicorn"]},
    }
