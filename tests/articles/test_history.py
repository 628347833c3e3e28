"""The history of a story: who saved what, when and why; what changed; bringing back."""

import re

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import publishing, saving
from articles.models import Article, Category, Kind, Revision
from articles.revisions import keeping
from humas.base.cleaning import paragraphs
from tests.articles.factories import draft, photo, published_article
from tests.articles.test_story_form import change, filled

BASE = "/admin/articles/article"


def history(story):
    return f"{BASE}/{story.pk}/history/"


def revision(story, number, end=""):
    return f"{BASE}/{story.pk}/riwayat/{number}/{end}"


def save(story, by=None, reason="", **fields):
    """Save once more, from the newest text."""
    tags = fields.pop("tags", None)
    now, names = keeping.working(Article.everything.get(pk=story.pk))
    for name, value in fields.items():
        setattr(now, name, value)
    return saving.save(now, tags=names if tags is None else tags, by=by, reason=reason)


def restore(client, story, number, **data):
    head = Article.everything.get(pk=story.pk).head_id
    return client.post(revision(story, number, "pulihkan/"), {"base": head} | data)


def head(story):
    return Article.everything.get(pk=story.pk).head


def entries(page):
    return re.findall(r'<li class="history-entry.*?</li>', page.content.decode(), re.S)


def test_every_save_stands_in_the_history_with_who_when_and_why(editor):
    story = draft(headline="Satu")
    save(story, by=editor.user, reason="Nama camat salah tulis", headline="Dua")

    newest, first = entries(editor.get(history(story)))

    assert "Nama camat salah tulis" in newest
    assert str(editor.user) in newest
    assert re.search(r"\d\d\.\d\d WITA", newest)
    assert 'class="history-mark"' in newest
    assert 'class="history-mark"' not in first


def test_what_readers_read_is_marked_apart_from_the_newest(editor):
    story = published_article(headline="Lama")
    save(story, headline="Baru")
    newest, live, _first = entries(editor.get(history(story)))
    assert "history-mark-live" not in newest
    assert "history-mark-live" in live
    assert f"?dengan={story.live.number}" in newest


def test_acts_stand_between_the_revisions_in_their_time(editor):
    story = draft(headline="Satu")
    kind = ContentType.objects.get_for_model(Article)
    LogEntry.objects.create(
        user=editor.user, content_type=kind, object_id=str(story.pk), action_flag=CHANGE, change_message="Dicabut"
    )
    save(story, headline="Dua")
    newest, act, first = entries(editor.get(history(story)))
    assert "Dicabut" in act
    assert str(editor.user) in act
    assert ("revisi-2" in newest, "revisi-1" in first) == (True, True)


def test_form_saves_are_told_once_but_a_changed_place_is_told(editor):
    story = draft()
    editor.post(change(story), filled(headline="Baru", slug=story.slug, base=story.head_id))
    assert len(entries(editor.get(history(story)))) == 2
    editor.post(change(story), filled(headline="Baru", slug=story.slug, base=head(story).pk, is_open_to_comments=""))
    act, *_revisions = entries(editor.get(history(story)))
    assert "history-act" in act


@pytest.mark.parametrize("count", [1, 100])
def test_history_takes_the_same_few_queries_for_any_number_of_revisions(editor, count):
    story = draft()
    for number in range(count - 1):
        save(story, by=editor.user, headline=f"Judul {number}")
    editor.get(history(story))
    with CaptureQueriesContext(connection) as queries:
        answer = editor.get(history(story))
    assert answer.status_code == 200
    assert len(queries) <= 12
    assert not any('"snapshot"' in query["sql"] and "LIMIT 31" in query["sql"] for query in queries)


def test_pages_of_the_history_hold_every_revision_and_act_once(editor):
    story = draft()
    kind = ContentType.objects.get_for_model(Article)
    for number in range(69):
        save(story, headline=f"Judul {number}")
        if number % 10 == 0:
            LogEntry.objects.create(
                user=editor.user, content_type=kind, object_id=str(story.pk), action_flag=CHANGE,
                change_message=f"Tindakan {number}.",
            )  # fmt: skip
    address, seen = history(story), ""
    for _page in range(3):
        page = editor.get(address).content.decode()
        seen += page
        if older := re.search(r'href="(\?sebelum=\d+)"', page):
            address = history(story) + older[1]
    assert re.findall(r'id="revisi-(\d+)"', seen) == [str(number) for number in range(70, 0, -1)]
    assert re.findall(r"Tindakan (\d+)\.", seen) == [str(number) for number in range(60, -1, -10)]


def test_revision_is_compared_with_its_parent_unless_another_is_named(editor):
    story = draft(headline="Bupati Tinjau Jembatan")
    save(story, headline="Bupati Tinjau Jalan")
    save(story, headline="Wabup Tinjau Jalan")
    page = editor.get(revision(story, 3)).content.decode()
    assert re.search(r"<del>.*?Bupati</del><ins>.*?Wabup</ins> Tinjau Jalan", page)
    page = editor.get(revision(story, 3, "?dengan=1")).content.decode()
    assert "Jembatan</del>" in page
    page = editor.get(revision(story, 1, "?dengan=3")).content.decode()
    assert "Jembatan</del>" in page
    assert "Wabup</ins>" in page


def test_first_revision_is_compared_with_nothing(editor):
    story = draft(headline="Satu")
    assert "Satu</ins>" in editor.get(revision(story, 1)).content.decode()


def test_two_texts_stand_side_by_side_with_each_its_own_words(editor):
    story = draft(text="Bupati meninjau jembatan lama di Oelua.")
    save(story, body=paragraphs("Bupati meninjau jembatan baru di Oelua."))
    page = editor.get(revision(story, 2, "?tampilan=sebelah")).content.decode()
    _field, before, after = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", page.split('class="diff-changed')[1], re.S)[:3]
    assert "lama</del>" in before
    assert "<ins>" not in before
    assert "baru</ins>" in after
    assert "<del>" not in after


def test_two_ticked_revisions_are_compared_whatever_their_order(editor):
    story = draft()
    save(story, headline="Dua")
    save(story, headline="Tiga")
    answer = editor.get(f"{BASE}/{story.pk}/riwayat/?revisi=1&revisi=3")
    assert answer["Location"] == revision(story, 3, "?dengan=1")
    assert editor.get(f"{BASE}/{story.pk}/riwayat/?revisi=x")["Location"] == history(story)


def test_hostile_words_are_shown_and_do_nothing(editor):
    bad = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    story = draft(headline="Aman", tags=["aman"])
    save(story, headline=bad, standfirst=bad, credit=bad, tags=[bad], reason=bad)
    for address in (
        history(story),
        revision(story, 2),
        revision(story, 2, "?tampilan=sebelah"),
        revision(story, 2, "teks/"),
    ):
        page = editor.get(address).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "&lt;script&gt;alert(1)" in page


def test_restored_revision_is_a_new_one_with_its_reason(editor):
    story = draft(headline="Satu", tags=["a"], text="Teks pertama.")
    save(story, headline="Dua", tags=["b"], body=paragraphs("Teks kedua."))

    answer = restore(editor, story, 1, reason="Teks kedua salah berita")

    now = head(story)
    assert answer.status_code == 303
    assert answer["Location"] == change(story)
    assert (now.number, now.kind, now.author, now.reason) == (3, Kind.RESTORE, editor.user, "Teks kedua salah berita")
    row = Article.objects.get()
    assert (row.headline, row.tag_names, row.body) == ("Satu", ["a"], "<p>Teks pertama.</p>")
    assert Revision.objects.get(number=2).snapshot["headline"] == "Dua"


def test_restored_text_of_an_opened_story_waits_until_it_is_published(editor, reader):
    story = published_article(headline="Lama")
    save(story, headline="Baru")
    publishing.publish(story)
    restore(editor, story, 1)
    row = Article.objects.get()
    assert row.headline == "Baru"
    assert row.has_unpublished_changes
    assert "Lama" not in reader.get(row.get_absolute_url()).content.decode()
    publishing.publish(row)
    assert Article.objects.get().headline == "Lama"


def test_restoring_says_what_is_gone(editor):
    category = Category.objects.create(name="Pendidikan", slug="pendidikan")
    story = draft(category=category, lead_photo=photo(alt="Jembatan gantung"))
    save(story, category=None, lead_photo=None)
    Category.objects.all().delete()
    type(story.lead_photo).objects.all().delete()

    before = editor.get(revision(story, 1, "teks/")).content.decode()
    page = editor.get(restore(editor, story, 1)["Location"]).content.decode()

    for said in (before, page):
        assert "Pendidikan" in said
        assert "Jembatan gantung" in said
    assert Article.objects.get().category is None


def test_address_that_another_story_has_by_now_is_left_to_it(editor):
    story = draft(slug="lama")
    save(story, slug="baru")
    draft(slug="lama")
    page = editor.get(restore(editor, story, 1)["Location"]).content.decode()
    assert Article.objects.get(pk=story.pk).slug == "baru"
    assert re.search("“lama”.*“baru”", page)


def test_restoring_on_an_older_page_is_refused_and_nothing_is_done(editor):
    story = draft(headline="Satu")
    shown = save(story, headline="Dua").head_id
    save(story, headline="Tiga")
    count = Revision.objects.count()

    for base in (shown, "", "x"):
        answer = restore(editor, story, 1, base=base, reason="Alasan saya")
        assert answer.status_code == 409
        assert 'value="Alasan saya"' in answer.content.decode()

    assert Article.objects.get().headline == "Tiga"
    assert Revision.objects.count() == count


def test_restoring_is_a_post_by_somebody_who_may_change_the_story(editor, signed_in, client):
    story = published_article(headline="Lama")
    save(story, headline="Baru")
    assert editor.get(revision(story, 1, "pulihkan/")).status_code == 405
    writer, moderator, head_ = signed_in("Penulis"), signed_in("Moderator"), signed_in("Pimpinan")
    for person in (writer, moderator, head_):
        assert person.get(history(story)).status_code == 200
        assert person.get(revision(story, 1)).status_code == 200
        assert "pulihkan/" not in person.get(revision(story, 1, "teks/")).content.decode()
        assert restore(person, story, 1).status_code == 403
    assert head(story).snapshot["headline"] == "Baru"


def test_history_is_for_those_who_may_look_at_stories(signed_in, client):
    story = draft()
    stranger = signed_in()
    for address in (history(story), revision(story, 1), revision(story, 1, "teks/")):
        assert stranger.get(address).status_code == 403
        assert client.get(address).status_code == 302


@pytest.mark.parametrize("number", ["9", "99999999999999999999999"])
def test_revision_that_does_not_exist_is_not_found(editor, number):
    story, other = draft(), draft()
    save(other, headline="Lain")
    for end in ("", "teks/"):
        assert editor.get(revision(story, number, end)).status_code == 404
    assert restore(editor, story, number).status_code == 404
    assert editor.get(revision(story, 2)).status_code == 404


def test_long_comparison_comes_in_pages_that_leave_nothing_out(editor):
    story = draft(text="\n\n".join(f"Paragraf lama nomor {number} dari banyak." for number in range(900)))
    save(story, body=paragraphs("\n\n".join(f"Paragraf baru nomor {number} dari banyak." for number in range(900))))
    address, seen = revision(story, 2), ""
    for _page in range(3):
        page = editor.get(address).content.decode()
        seen += page
        if more := re.search(r'href="(\?[^"]*mulai=\d+)"', page):
            address = revision(story, 2, more[1].replace("&amp;", "&"))
    assert re.findall(r"nomor (\d+) dari", seen) == [str(number) for number in range(900)]
