"""Two stories that three editors write at the same time, watched by somebody who remembers every accepted text."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils import timezone

from articles import publishing, saving
from articles.models import Article, Kind, Revision, Status
from articles.revisions import keeping
from articles.revisions import snapshot as snapshots
from humas.base.cleaning import paragraphs
from tests.articles.factories import draft

HOUR = timedelta(hours=1)
NAMES = ("headline", "standfirst", "body", "dateline", "credit", "slug")


class World:
    def __init__(self) -> None:
        self.stories = [draft(headline=f"Berita {letter}", tags=["awal"]).pk for letter in "AB"]
        self.forms: dict[int, tuple[Article, list[str]]] = {}
        self.accepted = {row.pk: (row.digest, row.snapshot) for row in Revision.objects.all()}
        self.shown = {pk: self.words(pk) for pk in self.stories}
        self.typed = self.conflicts = self.done = 0

    # What editors do: `one` chooses the editor or the story, `two` what to.

    def open(self, one, two):
        story, tags = keeping.working(self.story(two))
        self.forms[one % 3] = (story, tags)

    def type(self, one, two):
        story, tags = self.form(one)
        self.typed += 1
        name = NAMES[two % len(NAMES)]
        word = f"kata{self.typed}"
        setattr(story, name, {"slug": f"alamat-{two % 3}", "body": paragraphs(word)}.get(name, word))
        if not two:
            tags.append(word)

    def save(self, one, two):
        """With the text that was opened as its base; the form stays open and goes on from what it saved."""
        story, tags = self.form(one)
        mine, base = snapshots.take(story, tags), story.head_id
        head = Article.everything.get(pk=story.pk).head
        conflict = None
        try:
            saving.save(story, tags=tags, base=base)
        except keeping.Conflict as found:
            conflict = found
        if conflict:
            self.conflicts += 1
            assert conflict.mine == mine == snapshots.take(story, tags)
            assert conflict.head == head == Article.everything.get(pk=story.pk).head
            assert conflict.base.pk == base != head.pk
            return
        assert base == head.pk or head.digest in (snapshots.digest(mine), self.accepted[base][0])
        now = Article.everything.get(pk=story.pk)
        kept = keeping.content(now.head)
        if snapshots.digest(kept) != snapshots.digest(mine):
            mine |= {"slug": kept["slug"]}  # a blank page's address follows its headline
        assert snapshots.digest(kept) == snapshots.digest(mine)
        self.open(one, self.stories.index(story.pk))

    def restore(self, one, two):
        story = self.story(one)
        revisions = list(story.revisions.order_by("number"))
        old = revisions[two % len(revisions)]
        tags, _missing = snapshots.lay(story, keeping.content(old))
        saving.save(story, tags=tags, base=story.head_id, kind=Kind.RESTORE)

    def publish(self, one, two):
        publishing.publish(self.story(one))

    def date(self, one, two):
        publishing.publish(self.story(one), at=timezone.now() + (two - 4) * HOUR)

    def unschedule(self, one, two):
        publishing.unschedule(self.story(one))

    def withdraw(self, one, two):
        publishing.withdraw(self.story(one), reason="Keliru.")

    def bring_back(self, one, two):
        publishing.bring_back(self.story(one))

    def bin(self, one, two):
        publishing.put_in_bin(self.story(one))

    def unbin(self, one, two):
        publishing.take_out_of_bin(self.story(one))

    def wait(self, one, two):
        Article.everything.update(
            published_at=F("published_at") - (1 + two % 4) * HOUR,
            first_published_at=F("first_published_at") - (1 + two % 4) * HOUR,
        )

    # What must hold after each.

    def act(self, name: str, one: int, two: int) -> None:
        before = self.rows()
        try:
            getattr(self, name)(one, two)
            self.done += 1
        except (ValidationError, NoForm):
            changed = self.rows() != before
        else:
            changed = False
        assert not changed, f"{name} was refused and changed something"
        self.look(name)

    def look(self, name: str) -> None:
        for revision in Revision.objects.all():
            known = self.accepted.setdefault(revision.pk, (revision.digest, revision.snapshot))
            assert known == (revision.digest, revision.snapshot), f"{name} changed {revision}"
        assert Revision.objects.count() == len(self.accepted), f"{name} lost a revision"
        for pk in self.stories:
            story = Article.everything.select_related("head", "live").get(pk=pk)
            numbers = list(story.revisions.order_by("number").values_list("number", flat=True))
            assert numbers == list(range(1, len(numbers) + 1))
            assert story.head.number == numbers[-1]
            assert story.live.article_id == pk
            assert self.words(pk) == snapshots.digest(keeping.content(story.live)), f"{name}: the row is no revision"
            if not story.was_opened:
                assert story.head == story.live
            elif name in ("save", "restore", "type", "open"):
                assert self.words(pk) == self.shown[pk], f"{name} changed what readers see"
            self.shown[pk] = self.words(pk)

    def public(self) -> list[Article]:
        return list(Article.objects.filter(status=Status.PUBLISHED, published_at__lte=timezone.now()))

    def words(self, pk: int) -> str:
        story = Article.everything.get(pk=pk)
        return snapshots.digest(snapshots.take(story, story.tag_names))

    def rows(self) -> list:
        return [list(manager.order_by("pk").values()) for manager in (Article.everything, Revision.objects)]

    def story(self, which: int) -> Article:
        return Article.everything.get(pk=self.stories[which % len(self.stories)])

    def form(self, which: int) -> tuple[Article, list[str]]:
        if which % 3 not in self.forms:
            raise NoForm
        story, tags = self.forms[which % 3]
        return story, list(tags)


class NoForm(Exception):
    """This editor has no form open yet."""


ACTS = [name for name in vars(World) if not name.startswith("_")]
ACTS = ACTS[: ACTS.index("act")]
