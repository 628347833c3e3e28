import re
from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing, review, saving
from articles.revisions import keeping
from humas.accounts.models import User
from humas.base.times import short_time
from tests.articles.factories import draft, published_article, report
from tests.comments.factories import comment

DESK = "/admin/"
DAY = timedelta(days=1)
NOTE = "Nama Camat keliru di paragraf kedua."


def page(client, **query):
    answer = client.get(DESK, query)
    assert answer.status_code == 200
    return answer.content.decode()


def block(client, name, **query):
    """What stands in a block, or "" where it is not shown."""
    found = re.search(rf'<section class="desk-block desk-{name}".*?</section>', page(client, **query), re.S)
    return found[0] if found else ""


def waits(client):
    found = re.search(r'<section class="desk-waits".*?</section>', page(client), re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[0]))


def changed(story, by=None):
    words, tags = keeping.working(story)
    words.standfirst = f"{words.standfirst}Diperbarui."
    return saving.save(words, tags=tags, by=by, base=words.head_id)


def handed_over(by, note="", **fields):
    return review.hand_over(draft(author=by, **fields), by=by, note=note)


# What waits, by who looks


def test_writer_sees_what_was_sent_back_with_the_words_and_the_number_of_drafts(signed_in, editor):
    writer = signed_in("Penulis")
    story = handed_over(writer.user, headline="Panen Jagung")
    review.send_back(story, by=editor.user, note=NOTE)
    draft(author=writer.user)
    draft(author=editor.user, headline="Draf orang lain")
    text = waits(writer)
    assert "Panen Jagung" in text
    assert NOTE in text
    assert editor.user.printed_name in text
    assert " 2 " in text
    assert "Draf orang lain" not in page(writer)


def test_a_story_sent_back_and_handed_over_again_is_sent_back_no_more(signed_in, editor):
    writer = signed_in("Penulis")
    story = handed_over(writer.user)
    review.send_back(story, by=editor.user, note=NOTE)
    review.hand_over(story, by=writer.user)
    assert NOTE not in waits(writer)


def test_a_note_after_the_sending_back_hides_nothing(signed_in, editor):
    writer = signed_in("Penulis")
    story = handed_over(writer.user)
    review.send_back(story, by=editor.user, note=NOTE)
    review.add_note(story, by=writer.user, text="Saya periksa dulu.")
    assert NOTE in waits(writer)


def test_editor_sees_reviews_and_changes(editor, person):
    for _n in range(3):
        handed_over(person("Penulis"))
    changed(published_article())
    text = waits(editor)
    assert " 3 berita" in text
    assert " 1 berita" in text


def test_moderator_sees_comments(moderator):
    story = published_article()
    for _n in range(4):
        comment(story)
    assert " 4 komentar" in waits(moderator)


def test_administrator_sees_warnings_until_there_are_none(signed_in, person, settings):
    settings.SITE_URL, settings.TRUSTED_PROXIES = "https://humas.contoh.id", ["127.0.0.1"]
    admin = signed_in("Administrator")
    assert "baru satu orang" in block(admin, "kesehatan")
    person("Administrator")
    assert not block(admin, "kesehatan")
    settings.SITE_URL = "http://humas.contoh.id"
    assert "https" in block(admin, "kesehatan")


def test_only_administrators_read_of_the_server(editor, moderator, signed_in, settings):
    settings.SITE_URL = "http://humas.contoh.id"
    for client in (editor, moderator, signed_in("Penulis"), signed_in("Pimpinan")):
        assert not block(client, "kesehatan")


def test_heads_see_how_the_newsroom_stands(signed_in, person):
    published_article()
    handed_over(person("Penulis"))
    publishing.schedule(draft(), timezone.now() + DAY)
    text = waits(signed_in("Pimpinan"))
    assert re.search(r" 1 .* 1 .* 1 .* 0 ", text)
    assert "Menunggu Anda" not in page(signed_in("Pimpinan")) or "desk-lines" in page(signed_in("Pimpinan"))


@pytest.mark.parametrize("group", ["Penulis", "Redaktur", "Moderator", "Administrator", "Pimpinan"])
def test_an_empty_newsroom_has_a_page_for_everybody(group, signed_in, person):
    person("Administrator"), person("Administrator")
    client = signed_in(group)
    text = page(client)
    assert all(f'id="{name}"' not in text for name in ("draf", "tinjau", "berubah", "pekan", "laporan", "kalender"))
    assert ("/admin/articles/article/add/" in text.split("desk-waits")[0]) == (group in ("Penulis", "Redaktur"))


def test_somebody_without_a_group_sees_no_story(signed_in):
    published_article(headline="Berita rahasia meja")
    handed_over(None, headline="Berita ditinjau")
    assert "Berita" not in re.sub(r"(?s)<head>.*?</head>", "", page(signed_in()))


# Blocks


def test_drafts_are_ones_own_newest_first_and_those_sent_back_before_all(signed_in, editor):
    writer = signed_in("Penulis")
    back = handed_over(writer.user, headline="Judul kembali")
    review.send_back(back, by=editor.user, note=NOTE)
    for letter in "AB":
        draft(author=writer.user, headline=f"Judul {letter}")
    text = block(writer, "draf")
    assert sorted(("Judul kembali", "Judul B", "Judul A"), key=text.index) == ["Judul kembali", "Judul B", "Judul A"]


def test_writers_see_their_own_reviews_and_editors_all(signed_in, editor, person):
    writer = signed_in("Penulis")
    handed_over(writer.user, headline="Punya sendiri")
    handed_over(person("Penulis"), headline="Punya orang", note="Mohon cepat.")
    assert "Punya orang" not in block(writer, "tinjau")
    assert "Punya sendiri" in block(writer, "tinjau")
    text = block(editor, "tinjau")
    assert "Punya sendiri" in text
    assert "Mohon cepat." in text


def test_changes_not_published_are_shown_until_they_are(editor):
    story = published_article(headline="Judul terbit")
    draft()
    assert not block(editor, "berubah")
    changed(story, by=editor.user)
    text = block(editor, "berubah")
    assert "Judul terbit" in text
    assert editor.user.printed_name in text
    publishing.publish(story)
    assert not block(editor, "berubah")


def test_comments_are_counted_and_the_oldest_has_an_age(editor):
    story, since = published_article(), timezone.now() - 3 * DAY
    comment(story, at=since), comment(story)
    text = block(editor, "komentar")
    assert "2 komentar" in text
    assert short_time(since) in text
    assert "3\xa0hari" in text


def test_week_shows_what_opened_what_opens_and_what_is_planned_with_hour_and_zone(editor):
    now = timezone.now()
    published_article(headline="Sudah terbit", at=now)
    publishing.plan(draft(headline="Direncanakan"), now)
    publishing.put_in_bin(published_article(headline="Dibuang", at=now))
    publishing.plan(draft(headline="Bulan depan"), now + 40 * DAY)
    text = block(editor, "pekan")
    hour = short_time(now).partition(", ")[2]
    assert hour.endswith(("WIB", "WITA", "WIT"))
    assert text.count(hour) == 2
    assert "Sudah terbit" in text
    assert "Direncanakan" in text
    assert "Draf" in text
    assert "Dibuang" not in text
    assert "Bulan depan" not in text


def test_reports_to_be_continued_say_when_the_next_part_opens(editor):
    whole, done = report(title="Raker Humas"), report(title="Sudah tamat", is_finished=True)
    published_article(report=whole), published_article(report=done)
    draft(report=report(title="Belum ada bagian"))
    text = block(editor, "laporan")
    assert "Raker Humas" in text
    assert "belum berjadwal" in text
    assert "Sudah tamat" not in text
    assert "Belum ada bagian" not in text
    at = timezone.now() + DAY
    publishing.schedule(draft(report=whole), at)
    assert short_time(at) in block(editor, "laporan")


# Put away, and shown again


def put(client, way, name):
    return client.post("/admin/blok/", {way: name})


def test_a_block_is_put_away_for_one_person_and_shown_again(editor, signed_in):
    published_article()
    other = signed_in("Redaktur")
    assert block(editor, "kalender")
    assert put(editor, "sembunyikan", "kalender").status_code == 303
    assert not block(editor, "kalender")
    assert block(other, "kalender")
    assert block(editor, "pekan")
    assert 'name="tampilkan" value="kalender"' in page(editor)
    assert put(editor, "tampilkan", "kalender").url.endswith("#kalender")
    assert block(editor, "kalender")
    assert "desk-away" not in page(editor)


def test_what_else_is_kept_with_a_person_stays(editor):
    User.objects.filter(pk=editor.user.pk).update(preferences={"lain": [1]})
    put(editor, "sembunyikan", "pekan"), put(editor, "sembunyikan", "pekan"), put(editor, "sembunyikan", "draf")
    editor.user.refresh_from_db()
    assert editor.user.preferences == {"lain": [1], "desk_away": ["draf", "pekan"]}


@pytest.mark.parametrize(
    "kept", [[], "zz", {"desk_away": "pekan"}, {"desk_away": ["zz", "pekan"]}, {"desk_away": None}]
)
def test_preferences_of_another_shape_break_nothing(kept, editor):
    published_article()
    User.objects.filter(pk=editor.user.pk).update(preferences=kept)
    assert block(editor, "kalender")
    assert put(editor, "sembunyikan", "kalender").status_code == 303
    assert not block(editor, "kalender")


def test_only_blocks_there_are_can_be_put_away_and_only_by_a_post(editor, client):
    assert put(editor, "sembunyikan", "zz").status_code == 404
    assert put(editor, "zz", "zz").status_code == 404
    assert editor.get("/admin/blok/").status_code == 405
    assert put(client, "sembunyikan", "pekan").status_code != 303
    editor.user.refresh_from_db()
    assert editor.user.preferences == {}


# How much it costs


@pytest.mark.parametrize("groups", [("Redaktur",), ("Penulis",), ("Redaktur", "Moderator", "Administrator")])
def test_page_asks_no_more_for_many_than_for_one(groups, signed_in, person, django_assert_max_num_queries):
    client, writer = signed_in(*groups), person("Penulis")
    client.get(DESK)  # the session is written on its first act
    now, asked = timezone.now(), []
    for round_, count in enumerate((1, 25)):
        for n in range(count):
            at = now + timedelta(minutes=n)
            draft(author=client.user, report=report(title=f"Laporan {round_} {n}"))
            review.send_back(handed_over(client.user), by=writer, note=NOTE)
            handed_over(writer)
            publishing.plan(draft(), at)
            comment(changed(published_article(report=report(title=f"Raker {round_} {n}"), at=now), by=writer))
        with django_assert_max_num_queries(23) as queries:
            text = page(client)
        asked.append(len(queries))
    assert asked[0] == asked[1]
    assert len(text) < 150_000
