"""
A newsroom process made to be killed: it takes replies and decides on them as fast as it can.

    python -m tests.soak.worker STATE

For each line on stdin it forks a child that works until somebody kills it, and
says `dead` once it is. The child writes what it is about to do and what it has
done, one line each; the first byte of the file STATE is 1 while it is inside a
transaction.

    pid 4711 · reply TOKEN WORDS · will BATCH COUNT · did BATCH
"""

import mmap
import os
import random
import sys
from pathlib import Path

import django

LOCK = 20191123
"""Held on PostgreSQL as long as the child's session lives, which is a moment longer than the child."""


def say(*words):
    os.write(sys.stdout.fileno(), (" ".join(map(str, words)) + "\n").encode())


def watch(state):
    """Keep the first byte of `state` at 1 from the first statement of a transaction to its commit."""
    from django.db import connection, transaction

    def leave():
        state[0] = 0

    def enter(execute, sql, params, many, context):
        if connection.in_atomic_block and not state[0]:
            state[0] = 1
            transaction.on_commit(leave)
        return execute(sql, params, many, context)

    connection.execute_wrappers.append(enter)


def work(seed, state):
    """Reply, decide, undo, for ever."""
    from django.db import connection

    from articles.models import Article
    from comments import moderation
    from comments.models import Comment
    from comments.models.comment import DECIDABLE
    from comments.reply import token
    from comments.reply.forms import ReplyForm
    from comments.reply.receive import Evidence, receive

    draw = random.Random(seed)
    article = Article.objects.get()
    if connection.vendor == "postgresql":
        connection.cursor().execute("SELECT pg_advisory_lock(%s)", [LOCK])
    watch(state)
    last = None
    say("pid", os.getpid())
    for number in range(10**9):
        act = draw.random()
        if act < 0.6:
            words = f"kata-{os.getpid()}-{number}"
            fields = {"name": "Warga", "email": f"{words}@contoh.id", "body": words, "token": token.mint(article)}
            form = ReplyForm(fields, article=article)
            form.is_valid()
            say("reply", receive(form, Evidence(network_digest="n", has_origin=True)).token, words)
        elif act < 0.9 or last is None:
            status = draw.choice(DECIDABLE)
            others = list(Comment.objects.exclude(status=status).values_list("pk", flat=True))
            chosen = draw.sample(others, min(len(others), 9))
            last = moderation.new_batch()
            say("will", last, len(chosen))
            moderation.decide(chosen, status, batch=last)
            say("did", last)
        else:
            moderation.undo(last)
            last = None


def main():
    django.setup()
    with Path(sys.argv[1]).open("r+b") as file, mmap.mmap(file.fileno(), 1) as state:
        for line in sys.stdin:
            state[0] = 0
            child = os.fork()
            if child == 0:
                work(line, state)
            os.waitpid(child, 0)
            say("dead")


if __name__ == "__main__":
    main()
