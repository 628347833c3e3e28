"""
A moderator at work in the newsroom of this process's environment: asked by name on standard input, a line each.

`fill N`, then any of ACTS; `truth` says whether counts and index are what a recount finds.
Each answer is a line of JSON: the seconds it took, and with `count NAME` the number of queries.
"""

import json
import sys
import time
from datetime import timedelta
from itertools import count

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article, Report
from comments.bulk import Snapshot
from comments.models import Comment, Rule
from comments.queue import counts, index
from humas.accounts.models import User
from humas.operations.management.commands.populate import MARK
from humas.operations.populating import RULE

QUEUE = "/admin/antrean/"
PLANTED = 100
"""Comments of one writer, one network, and one word, in every newsroom the same."""
BATCHES = 40


class Moderator:
    def __init__(self) -> None:
        self.client = Client(SERVER_NAME="127.0.0.1")
        self.client.force_login(User.objects.get(username="moderator"))

    def fill(self, waiting: int) -> None:
        arguments = ("--articles", "4", "--comments-per-article", "50", "--pending", str(waiting), "--force")
        call_command("populate", *arguments, verbosity=0)
        stories = Article.objects.filter(headline__startswith=MARK).order_by("pk")
        report = Report.objects.create(title="Uji beban", slug="uji-beban")
        for position, story in enumerate(stories[:2], 1):
            Article.objects.filter(pk=story.pk).update(report=report, position=position)
        self._plant()
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute("VACUUM ANALYZE")  # as its autovacuum does within a minute
        honest = Comment.objects.filter(email_digest="tanam").first().pk
        rule = Rule.objects.get(kind="word", pattern=RULE).pk
        since = timezone.localdate() - timedelta(days=2)
        self.pages = {
            "halaman pertama": "",
            "diduga judol": "tampilan=diduga-judol",
            "berita": f"berita={stories[0].pk}",
            "laporan": f"laporan={report.pk}",
            "aturan": f"tampilan=diduga-judol&aturan=words:{rule}",
            "penulis": f"penulis={honest}",
            "jaringan": f"jaringan={honest}",
            "tanggal": f"dari={since}",
            "cari kata umum": "cari=jembatan",
            "cari kata langka": "cari=kambingku",
            "cari dalam berita": f"tampilan=diduga-judol&cari=gacor+daftar&berita={stories[0].pk}",
        }
        self.single = iter(self._honest().values_list("pk", flat=True)[PLANTED : PLANTED + 500])
        self.batches = count()

    def _honest(self):
        return Comment.objects.filter(status="pending", is_suspect=False, body__contains=" ").order_by("-pk")

    def _plant(self) -> None:
        """Spread over all that waits, so that nothing of it lies together by chance."""
        waiting = list(self._honest().values_list("pk", flat=True))
        for pk in waiting[:: len(waiting) // PLANTED][:PLANTED]:
            one = Comment.objects.get(pk=pk)
            one.email_digest, one.network_digest, one.body = "tanam", "tanam", f"{one.body} Kambingku."
            one.save(update_fields=["email_digest", "network_digest", "body"])
        model = Comment.objects.filter(is_suspect=True, status="pending").first()
        fields = [field.attname for field in Comment._meta.concrete_fields if not field.unique]
        Comment.objects.bulk_create(
            Comment(**{name: getattr(model, name) for name in fields} | {"network_digest": f"borong {batch}"})
            for batch in range(BATCHES)
            for _one in range(PLANTED)
        )

    def get(self, name: str) -> None:
        self._must(200, self.client.get(f"{QUEUE}?{self.pages[name]}"))

    def decide(self) -> None:
        data = {"comment": next(self.single), "decision": "approve"}
        self._must(303, self.client.post(f"{QUEUE}putuskan/", data))

    def everything(self) -> None:
        one = Comment.objects.filter(network_digest=f"borong {next(self.batches)}").order_by("pk").first()
        keys = {"tampilan": "diduga-judol", "jaringan": one.pk}
        self._must(200, self.client.get(f"{QUEUE}semua/", keys))
        data = keys | {"decision": "spam", "snapshot": str(Snapshot.now())}
        answer = self._must(303, self.client.post(f"{QUEUE}semua/", data))
        if Comment.objects.filter(network_digest=one.network_digest, status="spam").count() != PLANTED:
            raise RuntimeError(f"not all were decided on: {answer['Location']}")

    def truth(self) -> None:
        if counts.differ() or index.differs():
            raise RuntimeError("counts or words are not what a recount finds")

    def _must(self, status: int, answer):
        if answer.status_code != status:
            raise RuntimeError(f"{answer.status_code} for {answer.request['PATH_INFO']}")
        return answer

    def do(self, name: str) -> None:
        acts = {"satu keputusan": self.decide, f"{PLANTED} sekaligus": self.everything, "truth": self.truth}
        if name in acts:
            acts[name]()
        else:
            self.get(name)


def main() -> None:
    moderator = Moderator()
    for line in sys.stdin:
        word, _blank, rest = line.strip().partition(" ")
        begin = time.perf_counter()
        said = {}
        if word == "fill":
            moderator.fill(int(rest))
            said["pages"] = list(moderator.pages)
        elif word == "count":
            with CaptureQueriesContext(connection) as queries:
                moderator.do(rest)
            said["queries"] = len(queries)
        else:
            moderator.do(line.strip())
        print(json.dumps({"seconds": time.perf_counter() - begin, **said}), flush=True)
