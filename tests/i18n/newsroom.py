"""A newsroom whose every datum begins with "zz", so that a crawl can tell it from the newsroom's own words."""

import itertools
from datetime import timedelta

from django.contrib.auth.models import Group
from django.utils import timezone

from articles import publishing
from articles.models import Article, Category
from comments import holidays, moderation
from comments.models import Holiday, Office, SavedAnswer, Status, Terms
from comments.rules import keeping
from humas.accounts.models import User
from humas.base import newsroom
from humas.base.models import Newsroom
from tests.articles.factories import draft, photo, published_article, report
from tests.comments.factories import comment

PASSWORD = "zz-kata-sandi-8"
_numbers = itertools.count(1)


class Desk:
    """Everything a screen may have to show, in each of its states; with what a crawl changes on its way."""

    def __init__(self, settings, patch, folder) -> None:
        self.settings, self.patch, self.folder = settings, patch, folder

    def furnish(self) -> None:
        row = Newsroom.current()
        row.name, row.place = "Zzhumas", "Zzpulau"
        newsroom.save(row)
        Terms.objects.update(text="Zzaturan.")
        self.people = {name: person(name) for name in Group.objects.values_list("name", flat=True)}
        self.operator = person("operator", is_superuser=True)
        self.photo = photo(alt="Zzfoto", caption="Zzketerangan", credit="Zzjuru", rights="Zzhak")
        self.category = Category.objects.create(name="Zzkategori", slug="zzkategori")
        self.parts()
        self.stories()
        self.office = Office.objects.create(name="Zzdinas", note="Zznomor")
        self.saved = SavedAnswer.objects.create(title="Zzjudul", text="Zzjawab {nama}.")
        self.replies()

    def parts(self) -> None:
        self.report = report(title="Zzraker")
        fields = {"report": self.report, "category": self.category}
        self.first, self.second, self.third = (opened(f"Zzbagian{number}", **fields) for number in "123")
        self.withdrawn = publishing.withdraw(self.third, reason="Zzkeliru.")
        self.fourth = opened("Zzbagian4", **fields)

    def stories(self) -> None:
        self.story = opened(
            "Zzjembatan",
            standfirst="Zzringkasan.",
            dateline="Zztempat",
            credit="Zzkredit",
            byline="Zzpenulis",
            category=self.category,
            lead_photo=self.photo,
            tags=["Zztag"],
            author=self.people["Penulis"],
        )
        self.quiet = opened("Zzsepi", is_open_to_comments=False)
        self.unanswered = opened("Zzlengang")
        self.draft = draft(headline="Zzdraf", text="Zzisi.", author=self.people["Penulis"])
        self.in_review = draft(headline="Zztinjau", text="Zzisi.", status="in_review")
        self.embargoed = opened("Zzembargo", at=timezone.now() + timedelta(days=2))
        self.binned = publishing.put_in_bin(opened("Zzbuang"))

    def replies(self) -> None:
        self.parent = said(self.story, status=Status.APPROVED, website="https://zz.id")
        self.answer = said(self.story, status=Status.APPROVED, parent=self.parent)
        gone = said(self.story, status=Status.APPROVED)
        said(self.story, status=Status.APPROVED, parent=gone)
        moderation.decide([gone.pk], Status.TRASH, by=self.people["Moderator"], reason="Zzalasan")
        self.waiting = said(self.story, parent=self.parent)
        self.by_status = {status: said(self.story, status=status) for status in Status if status != "unconfirmed"}
        self.sprung = held(self.story, "trap", status=Status.SPAM)
        self.from_nowhere = held(self.story, "no_origin")
        self.twin = held(self.story, "duplicate", duplicate={"of": 1})
        self.rules()

    def rules(self) -> None:
        keeping.add("word", ["zzslot"], does="hold", by=self.people["Moderator"])
        for kind, typed in (("domain", "zz.id"), ("address", "zz@contoh.id"), ("network", "203.0.113.7")):
            keeping.add(kind, [typed], does="spam")
        holidays.save(Holiday(name="Zzlibur", first_day="2026-01-01", last_day="2026-01-02"))
        hits = [{"rule": 1, "kind": "word", "pattern": "zzslot", "does": "hold", "field": "body", "at": [[0, 2]]}]
        hits += [hits[0] | {"field": field, "kind": "domain"} for field in ("name", "site", "email")]
        held(self.story, "words", words={"found": hits})
        for rule in ("address", "network"):
            held(self.story, rule, **{rule: {"found": [{"rule": 1, "kind": rule, "does": "hold", "field": rule}]}})
        kinds = [[0, 2, kind] for kind in ("phone", "nik", "email", "house")]
        held(self.story, "links", personal=kinds, links={"count": 3, "limit": 2, "at": [[0, 2]]})
        held(self.story, "too_fast", too_fast={"seconds": 1, "below": 3})
        for rule in ("first_timer", "returning_writer"):
            held(self.story, rule)


def person(name: str, **fields) -> User:
    word = f"zz{name.lower()}"
    user = User(username=word, printed_name=word.title(), office="Zzjabatan", is_staff=True, **fields)
    user.set_password(PASSWORD)
    user.save()
    user.groups.set(Group.objects.filter(name=name))
    return user


def opened(headline: str, **fields) -> Article:
    return published_article(headline=headline, text="Zzsatu zzdua.\n\nZztiga.", **fields)


def said(story: Article, **fields):
    words = {"name": "Zzwarga", "email": "zzwarga@contoh.id", "body": f"Zzkata zz{next(_numbers)}."}
    return comment(story, **words | fields)


def held(story: Article, rule: str, *, status=Status.PENDING, **evidence):
    """A comment as the rule leaves it: no person has decided yet."""
    made = said(story)
    made.status, made.held_for, made.evidence = status, [rule], evidence
    made.save()
    return made
