"""
Moderators in processes of their own, who all decide on the same comments.

    python -m tests.soak.moderators KIND SEED SECONDS

"seen" looks at a few and decides on them, saying what was seen; "up" and "down"
decide on all of a story at once, by the filter and by their numbers, and undo it –
one from the oldest on, the other from the newest. Says `ready`, begins at a line on
stdin, and says at the end as JSON what was done.
"""

import json
import random
import sys
import time
from collections import Counter

import django


class Moderator:
    def __init__(self, seed):
        from humas.accounts.models import User

        self.draw, self.told = random.Random(seed), Counter()
        self.made = []
        self.person = User.objects.get(username=f"moderator-{seed.rpartition(' ')[2]}")

    def seen(self):
        """A few comments, as a page shows them; some time later one decision on them."""
        from comments import moderation
        from comments.models import Comment
        from comments.models.comment import DECIDABLE
        from comments.standing import newest_line

        numbers = list(Comment.objects.values_list("pk", flat=True))
        chosen = self.draw.sample(numbers, self.draw.randint(1, 4))
        rows = Comment.objects.filter(pk__in=chosen).annotate(line=newest_line())
        shown = dict(rows.values_list("pk", "line"))
        batch = moderation.new_batch()
        try:
            changed = moderation.decide(chosen, self.draw.choice(DECIDABLE), by=self.person, batch=batch, seen=shown)
        except moderation.DecidedMeanwhile:
            self.told["collided"] += 1
        else:
            self.made += [(str(batch), comment.pk, shown[comment.pk]) for comment in changed]

    def up(self):
        self._all("pk")

    def down(self):
        self._all("-pk")

    def _all(self, order):
        from comments import moderation
        from comments.bulk import Snapshot, decide_all
        from comments.models import Comment
        from comments.models.comment import DECIDABLE

        rows, status = Comment.objects.order_by(order), self.draw.choice(DECIDABLE)
        act = self.draw.random()
        if act < 0.5:
            done = decide_all(rows, Snapshot.now(), status, by=self.person)
            self.made.append((str(done.batch), done.count, done.left))
        elif act < 0.8 or not self.made:
            batch = moderation.new_batch()
            count = len(moderation.decide(list(rows.values_list("pk", flat=True)), status, by=self.person, batch=batch))
            self.made.append((str(batch), count, 0))
        else:
            undone = moderation.undo(self.made[-1][0], by=self.person)
            self.made.append((str(undone.batch), undone.back, undone.left))

    def work(self, kind, seconds):
        from django.db import Error

        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                getattr(self, kind)()
            except Error as error:
                self.told[f"{type(error).__name__}: {error}"] += 1


def main():
    kind, seed, seconds = sys.argv[1:]
    django.setup()
    moderator = Moderator(seed)
    print("ready", flush=True)
    sys.stdin.readline()
    moderator.work(kind, float(seconds))
    print(json.dumps({"told": moderator.told, "made": moderator.made}))


if __name__ == "__main__":
    main()
