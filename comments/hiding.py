"""
*Darurat*: comments leave every public place at once, and come back exactly as they were.

Nothing is decided: no status changes and the record gets no line. All comments are
hidden by a flag (`comments.models.shown`), so that it takes a moment however many
there are; fewer by rows that name them, which a comment is held by until the last
hiding that names it is lifted.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import IntegrityError, connection, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from comments.mail import letters
from comments.models import Comment, Finding, HiddenComment, Hiding
from comments.models.hiding import Scope
from humas.base import pages
from humas.base.digests import digest
from humas.base.digits import as_number
from humas.base.locks import one_at_a_time

MOST_STORIES = 200
"""Touched one by one; more of them are touched with the newsroom, which every story's page is made from."""

UNSENT_FOR = timedelta(days=1)
"""How long a letter may have waited when a hiding stopped it: so far back is looked for whom to tell once it ends."""


@dataclass(frozen=True)
class Part:
    """Which comments: those of a story, those a rule found ("links" or "words:12"), or those that a letter names."""

    scope: Scope
    article_id: int | None = None
    rule: str = ""
    addresses: str = ""
    comments: frozenset[int] = frozenset()
    stories: frozenset[int] = frozenset()

    def rows(self):
        """Those decided to be shown; also where another hiding holds them, so that lifting that one gives none back."""
        shown = Comment.objects.decided_to_show().order_by()
        if self.scope == Scope.ALL:
            return shown
        if self.scope == Scope.STORY:
            return shown.filter(article=self.article_id)
        if self.scope == Scope.RULE:
            return shown.filter(pk__in=found_by(self.rule).values("comment"))
        named = (
            shown.filter(pk__in=self.comments)
            .values("pk")
            .union(shown.filter(article__in=self.stories).values("pk"), all=False)
        )
        return shown.filter(pk__in=named)


@dataclass(frozen=True)
class Letter:
    """What somebody wrote to the newsroom about these comments, as the proof repeats it."""

    number: str = ""
    on: date | None = None
    found: str = ""


EVERYTHING = Part(Scope.ALL)
NO_LETTER = Letter()


def of_all() -> Hiding | None:
    """The hiding of all comments that is in force. One query."""
    return Hiding.objects.in_force().filter(scope=Scope.ALL).select_related("by").first()


def found_by(rule: str):
    """Findings of a rule by its name, "links", or of one of the newsroom's own, "words:12"."""
    name, _colon, number = rule.partition(":")
    findings = Finding.objects.filter(name=name)
    if not number:
        return findings
    return findings.filter(rule_id=as_number(number)) if as_number(number) else findings.none()


def hide(part: Part, *, by, letter: Letter = NO_LETTER) -> tuple[Hiding, bool]:
    """
    Hide these comments until it is lifted; (the hiding, whether this press began it).

    Whoever presses second, even in the same moment, gets the first one's, unchanged.
    """
    with transaction.atomic():
        one_at_a_time(digest("hiding"))
        if there := _same(part):
            return there, False
        rows = part.rows()
        try:
            with transaction.atomic():
                hiding = _made(part, letter, by)
        except IntegrityError:  # by somebody who did not wait for the lock
            return Hiding.objects.in_force().select_related("by").get(scope=Scope.ALL), False
        if part.scope == Scope.ALL:
            hiding.count = rows.count()
            letters.stop_announcing()
            pages.touched(pages.FRONT, pages.NEWSROOM)
        else:
            hiding.count = _take(hiding, rows)
            letters.stop_announcing(hiding.hidden.values_list("comment_id", flat=True))
            _touch(hiding)
        hiding.save(update_fields=["count"])
    return hiding, True


def lift(pk: int, *, by) -> tuple[Hiding | None, bool]:
    """
    Show again what this hiding took and no other holds; (the hiding or None, whether this press ended it).

    What was decided otherwise meanwhile stays as it was decided.
    """
    with transaction.atomic():
        one_at_a_time(digest("hiding"))
        hiding = Hiding.objects.select_for_update(of=("self",)).select_related("by", "lifted_by").filter(pk=pk).first()
        if hiding is None or hiding.lifted_at:
            return hiding, False
        hiding.lifted_at, hiding.lifted_by = max(timezone.now(), hiding.at), by
        hiding.save(update_fields=["lifted_at", "lifted_by"])
        if hiding.scope == Scope.ALL:
            back = Comment.objects.public()
            pages.touched(pages.FRONT, pages.NEWSROOM)
        else:
            _give_back(hiding)
            back = Comment.objects.public().filter(pk__in=hiding.hidden.values("comment_id"))
            _touch(hiding)
        since = back.filter(decided_at__gte=hiding.at - UNSENT_FOR, decided_by__isnull=False)
        letters.shown_again(since.order_by().values_list("pk", flat=True))
    return hiding, True


def write_letter(pk: int, letter: Letter) -> None:
    """Number and day of the letter, and what was found: often known only after the comments were hidden."""
    Hiding.objects.filter(pk=pk).update(letter_number=letter.number, letter_on=letter.on, found=letter.found)


def held_by(hiding: Hiding):
    """The comments a hiding holds, as they are now: those it took, or all that were decided to be shown."""
    if hiding.scope == Scope.ALL:
        return Comment.objects.decided_to_show()
    return Comment.objects.filter(pk__in=hiding.hidden.values("comment_id"))


def is_public(comment: Comment) -> bool:
    """Whether readers see it now, as long as they see its story. A query at most."""
    return not comment.is_held_back and not Hiding.objects.in_force().filter(scope=Scope.ALL).exists()


def _same(part: Part) -> Hiding | None:
    rows = Hiding.objects.in_force().select_related("by").filter(scope=part.scope)
    return rows.filter(article=part.article_id, rule=part.rule, addresses=part.addresses).first()


def _made(part: Part, letter: Letter, by) -> Hiding:
    return Hiding.objects.create(
        scope=part.scope,
        article_id=part.article_id,
        rule=part.rule,
        addresses=part.addresses,
        letter_number=letter.number,
        letter_on=letter.on,
        found=letter.found,
        by=by,
    )


def _take(hiding: Hiding, rows) -> int:
    """Note which comments these are and hide them: three statements, however many there are."""
    held = rows.order_by("pk").select_for_update(of=("self",))  # in the order in which decisions take them
    sql, parameters = held.values("pk").query.sql_with_params()
    named = HiddenComment._meta.db_table
    with connection.cursor() as cursor:
        # Rows with a lock are chosen in a statement of their own: PostgreSQL inserts from no other.
        cursor.execute(
            f'WITH held (id) AS ({sql}) INSERT INTO "{named}" (hiding_id, comment_id) SELECT %s, id FROM held',  # noqa: S608 – Django's own SQL, values apart
            [*parameters, hiding.pk],
        )
    Comment.objects.filter(is_hidden=False, pk__in=hiding.hidden.values("comment_id")).update(is_hidden=True)
    return hiding.hidden.count()


def _give_back(hiding: Hiding) -> None:
    others = HiddenComment.objects.filter(comment_id=OuterRef("pk"), hiding__lifted_at=None)
    mine = Comment.objects.filter(is_hidden=True, pk__in=hiding.hidden.values("comment_id"))
    mine.filter(~Exists(others)).update(is_hidden=False)


def _touch(hiding: Hiding) -> None:
    """The pages these comments stand on, and lists, which may count them."""
    of = Comment.objects.filter(pk__in=hiding.hidden.values("comment_id")).order_by()
    stories: Iterable[int] = list(of.values_list("article", flat=True).distinct()[: MOST_STORIES + 1])
    if len(list(stories)) > MOST_STORIES:
        pages.touched(pages.FRONT, pages.NEWSROOM)
    else:
        pages.touched(pages.FRONT, *map(pages.article, stories))
