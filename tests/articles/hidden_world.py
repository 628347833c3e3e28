"""
A newsroom in which everything that can be hidden from readers is hidden, each thing under a word of its own.

The word stands in all that a thing consists of: headline, slug, text, tags,
names, the words of its picture, the title of its report, notes on it. Where it
comes up in an answer, the thing came to light.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.contrib.sites.models import Site
from django.utils import timezone
from taggit.models import Tag

from articles import addresses, preview, publishing, saving
from articles.models import Article, Category, Note, Photo, Report, Revision, Status
from comments.identity import signing_in
from comments.models import Reader, ReaderLink
from comments.reply import token as reply_token
from humas.base import tokens
from humas.base.cleaning import paragraphs
from humas.base.digests import of_email
from tests.articles.factories import draft, photo, report
from tests.comments.factories import comment

NEVER = "tidak-pernah-ada"
REASON = "Nama anak disebut."


def words(mark: str) -> dict:
    """All fields of a story, the mark in each."""
    return {
        "headline": f"Judul {mark}judul",
        "slug": f"{mark}-alamat",
        "standfirst": f"Ringkasan {mark}ringkas.",
        "text": f"Isi {mark}isi.\n\nAlinea kedua {mark}isi.",
        "dateline": f"{mark}tempat",
        "credit": f"{mark}kredit",
        "byline": f"{mark}nama",
        "tags": [f"{mark}tanda"],
    }


def picture(mark: str) -> Photo:
    return photo(alt=f"{mark}alt", caption=f"{mark}takarir", credit=f"{mark}juru", rights=f"{mark}hak")


def story(mark: str, **fields) -> Article:
    return draft(**words(mark) | {"lead_photo": picture(mark)} | fields)


@dataclass
class World:
    """`secrets` are words no reader may meet; at the addresses of `unknown` slugs there is nothing at all."""

    secrets: set[str] = field(default_factory=set)
    pictures: list[Photo] = field(default_factory=list)
    unknown: set[str] = field(default_factory=set)
    receipts: list[str] = field(default_factory=list)
    signed_in: str = "pembaca-yang-masuk"
    _pieces: dict[str, bytes] = field(default_factory=dict)

    def hide(self, mark: str, *stories: Article) -> None:
        self.secrets.add(mark)
        for one in stories:
            self.pictures.append(one.lead_photo)
            self.unknown |= {revision.snapshot["slug"] for revision in one.revisions.all()}

    def pieces(self) -> dict[str, bytes]:
        """What each hidden picture could be known by; read once, since pictures do not change."""
        if not self._pieces:
            for photo in self.pictures:
                name = f"{photo.alt} ({photo.pk})"
                with photo.rendition.open("rb") as file:
                    self._pieces[f"bytes of {name}"] = file.read()
                self._pieces[f"address of {name}"] = photo.url.encode()
                self._pieces[f"checksum of {name}"] = photo.checksum[:12].encode()
        return self._pieces

    def stories(self):
        return Article.everything.all()

    def slugs(self) -> set[str]:
        slugs = {revision.snapshot["slug"] for revision in Revision.objects.all()} | {NEVER}
        for rows in (Article.everything, Report.objects, Category.objects, Tag.objects):
            slugs |= set(rows.values_list("slug", flat=True))
        paths = Site.objects.get().redirect_set.values_list("old_path", flat=True)
        return slugs | {path.strip("/").split("/")[-1] for path in paths}

    def tokens(self) -> list[str]:
        """What others hold, what is over, what was made for something else; none that was made to show a secret."""
        hidden = [one.head for one in self.stories() if one.slug in self.unknown or one.head_id != one.live_id]
        hour_ago, in_a_week = timezone.now() - timedelta(hours=1), timezone.now() + timedelta(days=7)
        over = [tokens.seal(preview.PURPOSE, str(one.pk), hour_ago) for one in hidden]
        strange = [tokens.seal("lain", str(one.pk), in_a_week) for one in hidden[:3]]
        forms = [reply_token.mint(one) for one in self.stories()[:3]]
        gone = Article.everything.exclude(binned_at=None, withdrawn_at=None)
        ended = [tokens.seal(preview.PURPOSE, str(one.live_id), in_a_week) for one in gone]
        good = [tokens.seal(preview.PURPOSE, str(one.live_id), in_a_week) for one in Article.objects.published()]
        return [*over, *strange, *forms, *ended, *good, *self.receipts, NEVER]

    def links_to_write(self) -> list[str]:
        """Of somebody who signed in on a public story and tries every other, and one that was never given out."""
        return [self.signed_in, NEVER]

    def comment_on(self, one: Article) -> None:
        self.receipts.append(comment(one, status="approved").receipt_token)


def sign_in(world: World, now: datetime) -> None:
    reader = Reader.objects.create(email="ina@contoh.id", email_digest=of_email("ina@contoh.id"))
    ReaderLink.objects.create(
        reader=reader,
        article=Article.objects.published().first(),
        name="Ina",
        token_digest=signing_in.token_digest(world.signed_in),
        network_digest="",
        made_at=now,
        ends_at=now + timedelta(days=7),
    )


def build() -> World:
    world, now = World(), timezone.now()
    soon = now + timedelta(hours=3)
    whole = report(title="Laporan Terbuka", slug="laporan-terbuka")
    category = Category.objects.create(name="Umum", slug="umum")
    old_category = "rubrik-lama"
    addresses.moved(f"/kategori/{old_category}/", category.get_absolute_url())
    for n in range(3):
        publishing.publish(draft(report=whole, category=category, lead_photo=photo(), tags=["bersama"]))
        world.comment_on(publishing.publish(draft(category=category, headline=f"Terbuka {n}")))

    sign_in(world, now)

    # Parts of the public report that readers do not know.
    gone = publishing.publish(story("qcabut", report=whole, headline="Judul dicabut", slug="berita-dicabut"))
    world.comment_on(gone)
    publishing.withdraw(gone, reason=REASON, ground="child")
    world.secrets.add("qcabut")
    world.pictures.append(gone.lead_photo)
    announced = story("qumum", report=whole, category=category, is_announced=True)
    publishing.schedule(announced, announced_hour())
    plain = story("qembargo", report=whole, category=category)
    publishing.schedule(plain, hidden_hour())
    part = story("qbagian", report=whole)
    world.hide("qumum", announced)
    world.hide("qembargo", plain)
    world.hide("qbagian", part)

    # Stories of their own.
    alone = story("qkonsep", category=category)
    world.hide("qkonsep", alone)
    reviewed = story("qtinjau")
    Article.everything.filter(pk=reviewed.pk).update(status=Status.IN_REVIEW)
    Note.objects.create(article=reviewed, text="Catatan qtinjau.")
    world.hide("qtinjau", reviewed)
    closed = report(title="Laporan qlaporan", slug="qlaporan", standfirst="qlaporan")
    world.hide("qlaporan", story("qlaporan", report=closed))
    world.unknown.add("qlaporan")

    # Once public, and readers knew the address and an older one.
    for mark, hide in (("qundur", lambda one: publishing.schedule(one, soon)), ("qbuang", publishing.put_in_bin)):
        one = publishing.publish(story(mark, category=category))
        one.slug = f"{mark}-kedua"
        one = publishing.publish(saving.save(one))
        world.comment_on(one)
        hide(one)
        world.hide(mark, one)

    # Public, and changed since: new words, address, picture, tag.
    known = publishing.publish(draft(headline="Terbit Lama", slug="terbit-lama", lead_photo=photo(), tags=["bersama"]))
    world.comment_on(known)
    for name, value in (words("qubah") | {"body": paragraphs("Isi qubah."), "lead_photo": picture("qubah")}).items():
        if name not in ("text", "tags"):
            setattr(known, name, value)
    saving.save(known, tags=["qubahtanda"], reason="Alasan qubah")
    world.secrets.add("qubah")
    world.pictures.append(Photo.objects.get(alt="qubahalt"))
    world.unknown.add("qubah-alamat")
    world.unknown |= {tag.slug for tag in Tag.objects.filter(slug__startswith="q")}
    return world


def announced_hour() -> datetime:
    return _at(day=2, hour=4, minute=37)


def hidden_hour() -> datetime:
    return _at(day=3, hour=3, minute=43)


def _at(*, day: int, hour: int, minute: int) -> datetime:
    return timezone.localtime(timezone.now() + timedelta(days=day)).replace(hour=hour, minute=minute, second=0)
