"""What the queue is narrowed by: a story, a report, a rule, a writer, a network, days; in every view."""

from datetime import datetime
from types import SimpleNamespace

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import Report
from comments import moderation
from comments.models import Comment, Finding, Status
from comments.queue import narrow
from comments.queue.filters import VIEWS, Filter
from tests.articles.factories import published_article
from tests.comments.factories import comment
from tests.comments.page import Page

QUEUE = "/admin/antrean/"


def asked(user=None, method="GET", **keys):
    person = SimpleNamespace(pk=user.pk if user else 0, has_perm=lambda _right: True)
    return Filter.read(SimpleNamespace(method=method, GET=keys, POST=keys, user=person))


def shown(user=None, **keys):
    """Numbers of the comments on the first page, after a look that all pages hold the same."""
    found = asked(user, **keys)
    page = [one.pk for one in found.page().rows]
    assert found.rows().count() == found.count() >= len(page)
    return page


def at(day, hour=9):
    return timezone.make_aware(datetime(2026, 11, day, hour))


@pytest.mark.wordpress("2d Sort, filter, search")
def test_people_are_read_from_the_one_who_waits_longest_and_the_rest_from_the_newest(article, person):
    me = person("Moderator")
    honest = [comment(article, at=at(day)).pk for day in (3, 1, 2)]
    suspect = [comment(article, at=at(day), held_for=["links"]).pk for day in (3, 1, 2)]
    spam = [comment(article, at=at(day), status="spam", by=me).pk for day in (3, 1, 2)]

    assert shown() == [honest[1], honest[2], honest[0]]
    assert shown(tampilan="diduga-judol") == [suspect[0], suspect[2], suspect[1]]
    assert shown(tampilan="spam") == [spam[0], spam[2], spam[1]]
    assert shown(tampilan="dilaporkan") == []
    assert shown(me, tampilan="milik-saya") == [spam[2], spam[1], spam[0]]  # as they were decided on
    assert shown(person("Moderator"), tampilan="milik-saya") == []


@pytest.mark.wordpress("2d Sort, filter, search")
def test_each_key_narrows_every_view(article):
    report = Report.objects.create(title="Jembatan", slug="jembatan")
    part, other = (published_article(report=report, position=n) for n in (1, 2))
    mine = comment(part, name="Ina", email="ina@contoh.id", network="satu", held_for=["words"], at=at(5))
    same = comment(other, email=" INA@contoh.id", network="dua", at=at(6), held_for=["links"])
    near = comment(article, email="lain@contoh.id", network="satu", at=at(7), held_for=["words"])
    Finding.objects.filter(comment=near).update(rule_id=12)
    comment(article, network="tiga", at=at(8), held_for=["links", "words"])

    def suspects(**keys):
        return set(shown(tampilan="diduga-judol", **keys))

    assert suspects(berita=str(part.pk)) == {mine.pk}
    assert suspects(laporan=str(report.pk)) == {mine.pk, same.pk}
    assert suspects(aturan="links") >= {same.pk}
    assert suspects(aturan="words:12") == {near.pk}
    assert suspects(penulis=str(mine.pk)) == {mine.pk, same.pk}
    assert suspects(jaringan=str(mine.pk)) == {mine.pk, near.pk}
    assert suspects(dari="2026-11-06", sampai="2026-11-07") == {same.pk, near.pk}
    assert suspects(laporan=str(report.pk), berita=str(other.pk)) == {same.pk}
    assert suspects(laporan=str(report.pk), berita=str(article.pk)) == set()
    assert suspects(jaringan=str(mine.pk), aturan="words", dari="2026-11-06") == {near.pk}
    assert shown(penulis=str(mine.pk)) == []
    moderation.decide([mine.pk, same.pk], Status.SPAM)
    assert set(shown(tampilan="spam", penulis=str(near.pk))) == set()
    assert set(shown(tampilan="spam", penulis=str(same.pk))) == {mine.pk, same.pk}


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ({"berita": "987654"}, "Tidak ada berita ini."),
        ({"berita": "satu"}, "Tidak ada berita ini."),
        ({"laporan": "-1"}, "Tidak ada laporan ini."),
        ({"aturan": "sihir"}, "Tidak ada aturan ini."),
        ({"aturan": "links:3"}, "Tidak ada aturan ini."),
        ({"aturan": "words:0"}, "Tidak ada aturan ini."),
        ({"penulis": "987654"}, "Tidak ada komentar ini."),
        ({"jaringan": "9" * 40}, "Tidak ada komentar ini."),
        ({"dari": "31-12-2026"}, "“31-12-2026” bukan tanggal."),
        ({"sampai": "2026-02-30"}, "“2026-02-30” bukan tanggal."),
        ({"dari": "0001-01-01"}, "“0001-01-01” bukan tanggal."),
        ({"dari": "2026-11-09", "sampai": "2026-11-08"}, "Tanggal awal sesudah tanggal akhir"),
        ({"cari": "…"}, "Ketik sekurang-kurangnya satu kata"),
        ({"tampilan": "entah"}, "Tidak ada tampilan antrean"),
    ],
)
def test_what_is_not_known_is_said_and_nothing_is_lost(moderator, article, keys, sentence):
    comment(article)

    response = moderator.get(QUEUE, keys | {"jaringan": keys.get("jaringan", ""), "cari": keys.get("cari", "")})

    assert response.status_code == 200
    assert sentence in Page(response).by_id("content").text
    found = asked(**keys)
    assert {key: value for key, value in found.typed.items() if value} == {
        key: value for key, value in keys.items() if key != "tampilan"
    }
    if "tampilan" not in keys:
        assert not found.rows().exists()  # nothing that was misread makes a filter wider


def test_writer_whose_address_was_forgotten_is_not_everybody_without_one(article):
    gone, other = comment(article), comment(article)
    Comment.objects.update(email_digest="", network_digest="")

    for key in ("penulis", "jaringan"):
        found = asked(**{key: str(gone.pk)})
        assert found.page().rows == []
        assert "tidak disimpan lagi" in found.told[0]
    assert shown() == [gone.pk, other.pk]


def test_chips_name_what_narrows_and_lead_to_the_list_without_it(article):
    made = comment(article, name="Ina Lontar")
    keys = {"berita": str(article.pk), "penulis": str(made.pk), "dari": "2026-11-05", "aturan": "links"}
    chips = {chip.key: chip for chip in asked(**keys).chips()}

    assert chips["berita"].label == f"Berita: {article.headline}"
    assert chips["penulis"].label == "Penulis: Ina Lontar"
    assert chips["dari"].label == "Sejak 5 November 2026"
    assert chips["aturan"].label == "Ditahan oleh: banyak tautan"
    assert "penulis" not in chips["penulis"].without
    assert f"berita={article.pk}" in chips["penulis"].without


def test_no_address_of_the_queue_holds_a_digest(article):
    made = comment(article)
    found = asked(penulis=str(made.pk), jaringan=str(made.pk), cari="jembatan")

    queries = [found.query(), *(chip.without for chip in found.chips()), *(view["query"] for view in found.views())]
    assert not any(made.email_digest[:8] in query or "n%3D" in query for query in queries)


def test_form_holds_what_its_address_holds(article):
    keys = {"tampilan": "spam", "berita": str(article.pk), "cari": "jembatan & jalan"}
    found = asked(**keys)

    assert asked(method="POST", **dict(found.hidden())).query() == found.query()


CHOICES = {
    "berita": st.sampled_from(["", "0", "1"]),
    "penulis": st.sampled_from(["", "0", "1", "2"]),
    "jaringan": st.sampled_from(["", "0", "1"]),
    "aturan": st.sampled_from(["", "links", "words", "words:3"]),
    "dari": st.sampled_from(["", "2026-11-03"]),
    "sampai": st.sampled_from(["", "2026-11-05"]),
    "cari": st.sampled_from(["", "jem", "komentar jembatan", "pasar"]),
}


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(
    rows=st.lists(st.tuples(*(st.integers(0, n) for n in (1, 2, 1, 3, 6, 5))), max_size=25),
    keys=st.fixed_dictionaries(CHOICES),
    view=st.sampled_from(VIEWS),
    few=st.sampled_from([0, 2, 1000]),
    near=st.sampled_from([(1, 3), (400, 4000)]),
)
def test_pages_hold_everything_once_and_in_order(db, monkeypatch, django_user_model, rows, keys, view, few, near):
    """Whichever way the rows of a page are found, together they are what the filter means."""
    monkeypatch.setattr(narrow, "FEW", few)
    monkeypatch.setattr(narrow, "NEAR", near)
    with transaction.atomic():
        me = django_user_model.objects.create(username="aku")
        stories = [published_article(), published_article()]
        made = []
        for story, writer, network, rule, day, status in rows:
            one = comment(
                stories[story],
                email=f"w{writer}@contoh.id",
                network=f"n{network}",
                at=at(1 + day),
                held_for=[[], ["links"], ["words"], ["words", "links"]][rule],
                body=("Jembatan rusak.", "Pasar ramai.")[day % 2],
                status=("pending", "pending", "approved", "spam", "trash", "withdrawn")[status],
                by=me,
            )
            made.append(one)
        Finding.objects.filter(name="words", comment_id__in=[one.pk for one in made[::2]]).update(rule_id=3)
        real = dict(keys) | {"tampilan": view.slug}
        real["berita"] = keys["berita"] and str(stories[int(keys["berita"])].pk)
        for key in ("penulis", "jaringan"):
            real[key] = keys[key] and str(made[int(keys[key])].pk) if int(keys[key] or 0) < len(made) else ""
        found = asked(me, **real)
        expected = set(found.rows().values_list("pk", flat=True))
        seen, after = [], ""
        while True:
            page = asked(me, **real, setelah=after).page(size=3)
            seen += page.rows
            if not page.older:
                break
            after = str(page.older)
        assert [one.pk for one in seen] == sorted(expected, key=lambda pk: order(Comment.objects.get(pk=pk), found))
        assert len(seen) == len(expected)
        transaction.set_rollback(True)


def order(one, found):
    if found.is_search:
        return (-one.pk,)
    when = getattr(one, found.view.by).timestamp()
    return (when, one.pk) if found.view.is_oldest_first else (-when, -one.pk)


def test_page_that_is_not_there_begins_anew_and_says_so(article):
    made = comment(article)
    found = asked(setelah="kemarin")

    assert [one.pk for one in found.page().rows] == [made.pk]
    assert found.told == ["Halaman antrean ini tidak ada; antrean ditampilkan dari awal."]


def test_comments_of_one_moment_are_parted_between_pages(article):
    made = [comment(article, at=at(1)).pk for _ in range(5)]
    first = asked().page(size=2)
    rest = asked(setelah=str(first.older)).page(size=10)

    assert [one.pk for one in first.rows + rest.rows] == made
    assert first.older.at == at(1)
