"""
A reader's reply against a bare view that inserts the same row, turn by turn on one server, on both databases.

And how long the longest reply holds the database: from the first statement of
its transaction to the commit, among a thousand others and 300 rules.
"""

import http.client
import json
import re
import subprocess
import sys
import time
from statistics import median
from urllib.parse import urlencode

from benchmarks.newsroom import TOP, newsroom
from tests.throwaway_pg import throwaway_postgres

ROUNDS = 300
WARM = 20
SETTINGS = {"DJANGO_SETTINGS_MODULE": "humas.settings"}
HEADERS = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
WORDS = "Terima kasih, jalan ke desa kami sudah baik. Semoga jembatannya segera menyusul sebelum musim hujan."
HOLDING = """
import json, time
import django
django.setup()
from comments.models import Rule
from comments.reply import receive as receiving
from comments.reply.fate import look
from comments.reply.receive import Evidence, compose
from articles.models import Article
from humas.base.models import Newsroom

Rule.objects.bulk_create([Rule(kind="word", pattern=f"kata{n}x") for n in range(300)])
story = Article.objects.published().first()
held = []
for number in range(40):
    body = f"{number} " + "Jalan rusak sekali di desa kami. " * 1900
    data = {"name": "Ina", "email": f"ina{number}@example.org", "body": body, "parent": None}
    evidence = Evidence(network_digest=f"n{number}", has_origin=True)
    comment, _token = compose(data, story, evidence)
    findings = look(comment, Newsroom.current())
    begin = time.perf_counter()
    receiving._store(comment, evidence, findings, (None, None))
    held.append(time.perf_counter() - begin)
print(json.dumps(held))
"""


def main() -> dict:
    values, ratio = {}, {}
    for engine, taken in (("SQLite", _on_sqlite()), ("PostgreSQL", _on_postgresql())):
        for name, seconds in taken.items():
            values[f"{engine}: {name}"] = median(seconds) * 1000
        ratio[f"{engine}: komentar / polos"] = median(taken["komentar"]) / median(taken["polos"])
    return {"title": "Menerima satu komentar", "unit": "milidetik", "values": values, "ratio": ratio}


def _on_sqlite() -> dict[str, list[float]]:
    with newsroom() as room:
        return _measured(room)


def _on_postgresql() -> dict[str, list[float]]:
    with throwaway_postgres() as url, newsroom(DATABASE_URL=url) as room:
        return _measured(room)


def _measured(room) -> dict[str, list[float]]:
    taken = {"komentar": [], "polos": []}
    room.manage("populate", "--articles", "1", "--comments-per-article", "1000", "--pending", "0", "--force")
    code = [sys.executable, "-c", HOLDING]
    told = subprocess.run(code, cwd=TOP, env=room.environment | SETTINGS, check=True, capture_output=True, text=True)
    taken["terpanjang, basis data tertahan"] = json.loads(told.stdout)
    room.environment |= {"REPLY_LIMIT_WRITER": "0", "REPLY_LIMIT_NETWORK": "0"}
    arguments = ("-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(room.port))
    with room.served(*arguments, "--workers", "1", "--log-level", "warning", "benchmarks.bare:application"):
        story = re.search(r"/berita/[^/\"]+/", room.get("/")[1])[0]
        token = re.search(r'name="token" value="([^"]+)"', room.get(story)[1])[1]
        connection = http.client.HTTPConnection("127.0.0.1", room.port, timeout=30)
        for number in range(WARM + ROUNDS):
            fields = {"body": f"{WORDS} {number}", "name": "Ina Lontar", "email": f"warga{number}@example.org"}
            for name, path, wanted, more in (
                ("komentar", f"{story}tanggapan/", 303, {"token": token, "t": "30"}),
                ("polos", "/polos/", 204, {}),
            ):
                begin = time.perf_counter()
                connection.request("POST", path, urlencode(fields | more), HEADERS)
                response = connection.getresponse()
                response.read()
                seconds = time.perf_counter() - begin
                if response.status != wanted:
                    raise RuntimeError(f"{path} answered {response.status}")
                if number >= WARM:
                    taken[name].append(seconds)
        connection.close()
    return taken
