"""A report that editors do everything to, watched by somebody who only counts what readers could see."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils import timezone

from articles import ordering, publishing, saving
from articles.continuing import next_part
from articles.models import Article, Report, Status
from articles.parts import journey, part_label
from humas.accounts.models import User
from humas.base.models import PageVersion
from tests.articles.factories import draft, published_article, report

HOUR = timedelta(hours=1)
MOVES = {"up", "down", "place", "type_position", "reorder", "bin", "unbin", "first_number", "join", "leave"}
"""The acts that may change a label readers know."""


class World:
    def __init__(self) -> None:
        self.whole = report(label_style="bagian_arabic")
        self.editor = User.objects.create(username=f"redaktur{self.whole.pk}")
        self.start = timezone.now()
        self.ever_public: set[int] = set()
        self.outside: list[Article] = []
        self.refused = self.done = 0

    # What editors do: `one` chooses a part, `two` says how far, how late, where to.

    def add(self, one, two):
        draft(report=self.whole)

    def insert(self, one, two):
        draft(report=self.whole, position=1 + two)

    def continue_(self, one, two):
        next_part(Report.objects.get(pk=self.whole.pk), self.editor)

    def publish(self, one, two):
        publishing.publish(self.part(one))

    def date(self, one, two):
        """An hour that is over or to come, for a draft, an embargo, or a part readers know."""
        publishing.publish(self.part(one), at=self.start + (two - 4) * HOUR)

    def schedule(self, one, two):
        publishing.schedule(self.part(one), self.start + (1 + two % 6) * HOUR)

    def unschedule(self, one, two):
        publishing.unschedule(self.part(one))

    def withdraw(self, one, two):
        publishing.withdraw(self.part(one), reason="Keliru.")

    def bring_back(self, one, two):
        publishing.bring_back(self.part(one))

    def edit(self, one, two):
        part = self.part(one)
        part.headline += " lagi"
        saving.save(part)

    def announce(self, one, two):
        publishing.announce(self.part(one), bool(two % 2))

    def bin(self, one, two):
        publishing.put_in_bin(self.part(one))

    def unbin(self, one, two):
        publishing.take_out_of_bin(self.part(one, Article.everything.filter(binned_at__isnull=False)))

    def up(self, one, two):
        ordering.move(self.part(one), "up")

    def down(self, one, two):
        ordering.move(self.part(one), "down")

    def place(self, one, two):
        ordering.move(self.part(one), 1 + two)

    def type_position(self, one, two):
        part = self.part(one)
        part.position = 1 + two
        saving.save(part)

    def reorder(self, one, two):
        there = [part.pk for part in ordering.parts(self.whole)]
        seen = there if two % 5 else there[1:]
        turn = one % (len(there) or 1)
        ordering.reorder(self.whole, there[turn:] + there[:turn], seen=seen)

    def first_number(self, one, two):
        Report.objects.filter(pk=self.whole.pk).update(first_number=1 + two)

    def join(self, one, two):
        """A story of its own, perhaps one readers know, is put into the report."""
        story = published_article() if one % 2 else draft()
        story.report, story.position = self.whole, (1 + two if two % 3 else None)
        self.outside.append(story)
        saving.save(story)

    def leave(self, one, two):
        part = self.part(one)
        part.report = part.position = None
        saving.save(part)

    def wait(self, one, two):
        """Hours pass: all that has a time is that much older."""
        Article.everything.update(
            published_at=F("published_at") - (1 + two % 4) * HOUR,
            first_published_at=F("first_published_at") - (1 + two % 4) * HOUR,
        )

    # What must hold after each.

    def act(self, name: str, one: int, two: int) -> None:
        before, known = self.rows(), self.labels()
        try:
            getattr(self, name)(one, two)
            self.done += 1
        except (ValidationError, NoPart) as refused:
            self.refused += isinstance(refused, ValidationError)
            if name != "join":  # its story was made first
                assert self.rows() == before, f"{name} was refused and changed something"
        self.look()
        after = self.labels()
        expected = [after[pk] for pk in self.counted()]
        whole = Report.objects.get(pk=self.whole.pk)
        assert expected == [
            part_label(whole.label_style, whole.first_number + place) for place in range(len(expected))
        ], f"{name}: {expected}"
        assert {pk for pk, label in after.items() if label} == set(self.counted())
        if name not in MOVES:
            stayed = known.keys() & after.keys()
            assert {pk: known[pk] for pk in stayed if known[pk]} == {pk: after[pk] for pk in stayed if known[pk]}, name
        self.look_at_ways(whole, after)

    def look(self) -> None:
        """Remember what readers could see at this moment."""
        now = timezone.now()
        public = Article.everything.filter(status=Status.PUBLISHED, published_at__lte=now, binned_at=None)
        self.ever_public |= set(public.values_list("pk", flat=True))

    def counted(self) -> list[int]:
        rows = Article.everything.filter(report=self.whole, binned_at=None).order_by("position")
        return [pk for pk in rows.values_list("pk", flat=True) if pk in self.ever_public]

    def labels(self) -> dict[int, str]:
        rows = Article.objects.filter(report=self.whole).with_part_number().select_related("report")
        return {row.pk: row.part_label for row in rows}

    def look_at_ways(self, whole: Report, labels: dict[int, str]) -> None:
        """Each part's own way leads to what readers may see, and to the nearest of it."""
        now, rows = timezone.now(), list(whole.articles.on_journey())
        counted = {row.pk: row for row in rows if row.pk in self.ever_public}
        public = [pk for pk, row in counted.items() if row.status == Status.PUBLISHED and row.published_at <= now]
        shown = [pk for pk, row in counted.items() if pk in public or row.status == Status.WITHDRAWN]
        for here in public:
            way = journey(whole, rows, here=counted[here])
            assert [(part.story.pk, part.label) for part in way.parts] == [(pk, labels[pk]) for pk in shown]
            place = public.index(here)
            assert (way.previous and way.previous.story.pk) == (public[place - 1] if place else None)
            assert (way.next and way.next.story.pk) == (public[place + 1] if place + 1 < len(public) else None)
        waiting = [row.published_at for row in rows if row.pk not in self.ever_public and row.is_announced]
        assert journey(whole, rows).announced == sorted(waiting)

    def rows(self) -> list:
        models = (Article.everything, Report.objects, PageVersion.objects)
        return [list(manager.order_by("pk").values()) for manager in models]

    def part(self, one: int, parts=Article.objects) -> Article:
        found = list(parts.filter(report=self.whole).order_by("position"))
        if not found:
            raise NoPart
        return found[one % len(found)]


class NoPart(Exception):
    """There is nothing yet this could be done to."""


ACTS = [name for name in vars(World) if not name.startswith("_")]
ACTS = ACTS[: ACTS.index("act")]
