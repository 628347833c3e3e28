"""
A newsroom process made to be killed: it works as fast as it can.

    python -m tests.soak.worker STATE replies|batches|stories

"replies" takes replies and decides on them; "batches" decides on all of a story at
once, and undoes it; "stories" is an editor who saves, publishes, restores and withdraws.

For each line on stdin it forks a child that works until somebody kills it, and
says `dead` once it is. The child writes what it is about to do and what it has
done, one line each; the first byte of the file STATE is 1 while it is inside a
transaction.

    pid 4711 · reply TOKEN WORDS · will BATCH COUNT · did BATCH · batch BATCH COUNT
    saved STORY NUMBER WORDS · shown STORY WORDS
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


def begin(state):
    from django.db import connection

    if connection.vendor == "postgresql":
        connection.cursor().execute("SELECT pg_advisory_lock(%s)", [LOCK])
    watch(state)
    say("pid", os.getpid())


def replies(seed, state):
    """Reply, decide, undo, for ever."""
    from articles.models import Article
    from comments import moderation
    from comments.models import Comment
    from comments.models.comment import DECIDABLE
    from comments.reply import token
    from comments.reply.forms import ReplyForm
    from comments.reply.receive import Evidence, receive

    draw = random.Random(seed)
    article = Article.objects.get()
    last = None
    begin(state)
    for number in range(10**9):
        act = draw.random()
        if act < 0.6:
            words = f"kata-{os.getpid()}-{number}"
            fields = {"name": "Warga", "email": f"{words}@contoh.id", "body": words, "token": token.mint(article)}
            form = ReplyForm(fields, article=article)
            form.is_valid()
            say("reply", receive(form, Evidence(network_digest=words, has_origin=True)).token, words)
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


def batches(seed, state):
    """Decide on all comments of a story, or take the last such batch back, for ever."""
    from articles.models import Article
    from comments import moderation
    from comments.bulk import Snapshot, decide_all
    from comments.models import Comment
    from comments.models.comment import DECIDABLE

    draw = random.Random(seed)
    stories = list(Article.objects.values_list("pk", flat=True))
    last = None
    begin(state)
    while True:
        if last is None or draw.random() < 0.7:
            rows = Comment.objects.filter(article=draw.choice(stories))
            done = decide_all(rows, Snapshot.now(), draw.choice(DECIDABLE), by=None)
        else:
            done = moderation.undo(last)
        last = done.batch
        say("batch", last, done.back if isinstance(done, moderation.Undone) else done.count)


def stories(seed, state):
    """Save, publish, restore, withdraw, bring back, for ever."""
    from django.core.exceptions import ValidationError

    from articles import publishing, saving
    from articles.models import Article, Kind
    from articles.revisions import keeping, snapshot
    from humas.base.cleaning import paragraphs

    draw = random.Random(seed)
    begin(state)
    for number in range(10**9):
        story, tags = keeping.working(
            Article.everything.get(pk=draw.choice(Article.everything.values_list("pk", flat=True)))
        )
        act, words = draw.random(), f"kata-{os.getpid()}-{number}"
        try:
            if act < 0.5:
                story.headline, story.slug, story.body = words, f"{words}-{draw.randrange(3)}", paragraphs(words)
                saving.save(story, tags=[*tags[-3:], words], base=story.head_id)
                say("saved", story.pk, story.head.number, words)
            elif act < 0.8:
                say("shown", story.pk, publishing.publish(story).headline)
            elif act < 0.9:
                old = draw.choice(list(story.revisions.all()[:20]))
                tags, _missing = snapshot.lay(story, keeping.content(old))
                saving.save(story, tags=tags, base=story.head_id, kind=Kind.RESTORE)
            elif act < 0.95:
                publishing.withdraw(story, reason="Keliru.")
            else:
                publishing.bring_back(story)
        except ValidationError:
            say("refused")


def main():
    django.setup()
    with Path(sys.argv[1]).open("r+b") as file, mmap.mmap(file.fileno(), 1) as state:
        for line in sys.stdin:
            state[0] = 0
            child = os.fork()
            if child == 0:
                {"replies": replies, "batches": batches, "stories": stories}[sys.argv[2]](line, state)
            os.waitpid(child, 0)
            say("dead")


if __name__ == "__main__":
    main()
