import re
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from articles import publishing, saving
from articles.models import Article, Category
from articles.revisions import keeping
from humas.base.times import short_time
from tests.articles.factories import draft, photo, published_article, report

LIST = "/admin/articles/article/"
DAY = timedelta(days=1)


def changed(story, by=None, **words):
    """Saved once more, for readers to see later."""
    newer, tags = keeping.working(story)
    for name, value in ({"standfirst": "Diperbarui."} | words).items():
        setattr(newer, name, value)
    return saving.save(newer, tags=tags, by=by, base=newer.head_id)


def listed(client, **query):
    """The headlines in the list, as they stand there."""
    answer = client.get(LIST, query)
    assert answer.status_code == 200
    found = re.findall(r'class="field-heading"><a [^>]*>(.*?)</a>', answer.content.decode(), re.S)
    return [re.sub(r"<[^>]+>", "", text).strip() for text in found]


def row(client, story, **query):
    """The words of one line of the list."""
    page = client.get(LIST, query).content.decode()
    found = next(line for line in re.findall(r"<tr>.*?</tr>", page, re.S) if f"/{story.pk}/change/" in line)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found))


def test_nobody_deletes_a_story(editor, admin_client):
    story = draft()
    for client in (editor, admin_client):
        assert client.post(f"{LIST}{story.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Article.objects.exists()


def test_bin_is_a_filter_and_not_in_the_list(editor):
    story = draft(headline="Berita yang dibuang")
    publishing.put_in_bin(story)
    assert "Berita yang dibuang" not in editor.get(LIST).content.decode()
    assert "Berita yang dibuang" in editor.get(LIST, {"keadaan": "sampah"}).content.decode()


@pytest.mark.parametrize("state", ["draf", "tinjau", "embargo", "terbit", "dicabut"])
def test_every_state_can_be_asked_for(editor, state):
    stories = {
        "draf": draft(headline="Judul draf"),
        "terbit": published_article(headline="Judul terbit"),
        "dicabut": publishing.withdraw(published_article(headline="Judul dicabut"), reason="x"),
    }
    page = editor.get(LIST, {"keadaan": state}).content.decode()
    for name, story in stories.items():
        assert (story.headline in page) == (name == state)


def test_list_shows_hours_with_their_zone(editor):
    published_article()
    assert "WITA" in editor.get(LIST).content.decode()


def test_search_and_filters_answer(editor):
    draft(headline="Panen jagung")
    assert "Panen jagung" in editor.get(LIST, {"q": "jagung"}).content.decode()
    assert "Panen jagung" not in editor.get(LIST, {"q": "feri"}).content.decode()


@pytest.mark.parametrize("count", [1, 30])
def test_list_of_stories_asks_no_more_for_more(editor, person, django_assert_max_num_queries, count):
    for n in range(count):
        changed(published_article(report=report(), tags=[f"tag {n}"]), by=person("Penulis"))
    editor.get(LIST)  # the session is written on its first act
    with django_assert_max_num_queries(13):
        editor.get(LIST)


def test_pasted_words_that_are_no_manuscript_are_kept_in_the_box(editor):
    answer = editor.post("/admin/impor/", {"text": "hanya satu baris"})
    assert answer.status_code == 422
    assert "hanya satu baris</textarea>" in answer.content.decode()
    assert not Article.everything.exists()


def test_changes_not_published_are_a_state_of_the_list(editor):
    published_article(headline="Tetap")
    changed(published_article(headline="Berubah"))
    changed(draft(headline="Draf saja"))
    assert listed(editor, keadaan="berubah") == ["Berubah"]
    assert "Perubahan belum terbit" in row(editor, Article.objects.get(headline="Berubah"))
    assert "Perubahan belum terbit" not in row(editor, Article.objects.get(headline="Tetap"))


def test_tabs_count_every_state(editor):
    published_article(), draft(), draft()
    publishing.put_in_bin(draft())
    page = editor.get(LIST, {"keadaan": "draf"}).content.decode()
    tabs = dict(re.findall(r'<a href="([^"]*)"[^>]*>[^<]+<span class="list-count">(\d+)', page))
    assert [tabs[f"?keadaan={name}"] for name in ("draf", "terbit", "sampah", "embargo")] == ["2", "1", "1", "0"]
    assert re.search(r'aria-current="page">Draf', page)


def test_own_stories_and_those_of_one_writer(editor, person):
    ina = person("Penulis")
    draft(headline="Punya saya", author=editor.user), draft(headline="Punya Ina", author=ina)
    draft(headline="Tanpa penulis")
    assert listed(editor, penulis="saya") == ["Punya saya"]
    assert listed(editor, penulis=ina.pk) == ["Punya Ina"]


def test_filters_by_category_report_and_photo_and_all_of_them_together(editor):
    news, whole = Category.objects.create(name="Ekonomi", slug="ekonomi"), report(title="Raker")
    both = published_article(headline="Dua-duanya", category=news, report=whole, lead_photo=photo())
    published_article(headline="Kategori", category=news)
    draft(headline="Kosong")
    assert sorted(listed(editor, kategori="ekonomi")) == ["Dua-duanya (Part I) Raker", "Kategori"]
    assert listed(editor, kategori="tanpa-kategori") == ["Kosong"]
    assert listed(editor, laporan=whole.pk) == ["Dua-duanya (Part I) Raker"]
    assert sorted(listed(editor, laporan="tanpa-laporan")) == ["Kategori", "Kosong"]
    assert sorted(listed(editor, foto="tanpa")) == ["Kategori", "Kosong"]
    assert listed(editor, foto="ada") == ["Dua-duanya (Part I) Raker"]
    assert listed(editor, kategori="ekonomi", foto="tanpa", keadaan="terbit", q="kategori") == ["Kategori"]
    assert listed(editor, kategori="ekonomi", keadaan="draf") == []
    assert both.pk


def test_months_and_days_are_those_of_the_newsrooms_clock(editor):
    midnight = timezone.make_aware(datetime(2026, 4, 1))
    published_article(headline="Maret", at=midnight - timedelta(minutes=1))
    published_article(headline="April", at=midnight)
    publishing.plan(draft(headline="Rencana"), midnight + DAY)
    draft(headline="Tanpa waktu")
    assert listed(editor, bulan="2026-03") == ["Maret"]
    assert sorted(listed(editor, bulan="2026-04")) == ["April", "Rencana"]
    assert listed(editor, bulan="2026-04-01") == ["April"]
    assert listed(editor, bulan="2026-05") == []
    page = editor.get(LIST).content.decode()
    assert '<option value="2026-03">Maret 2026</option>' in page


@pytest.mark.parametrize("name", ["keadaan", "penulis", "kategori", "bulan", "laporan", "foto"])
@pytest.mark.parametrize("value", ["zz", "-1", "0", "2026-13", "2026-02-30", "٣", "9" * 40, "a\0b", "'\"<"])
def test_a_filter_nobody_offers_is_as_if_nothing_was_asked(name, value, editor):
    draft(headline="Judul draf")
    assert listed(editor, **{name: value}) == ([] if (name, value) == ("keadaan", "sampah") else ["Judul draf"])


@pytest.mark.parametrize(
    "words", ["panen JAGUNG", "Ringkas", "lumbung", "alamat-khusus", "lontar", "saek, se", "jagung lumbung saek", " "]
)
def test_search_finds_words_wherever_they_stand(words, editor):
    draft(
        headline="Panen Jagung", standfirst="Kisah ringkas.", text="Gudang lumbung penuh.", slug="alamat-khusus",
        byline="Ina Lontar", tags=["Stefanus M. Saek, SE, M.Si.", "gudang"],
    )  # fmt: skip
    assert listed(editor, q=words) == ["Panen Jagung"]
    assert listed(editor, q=f"{words} tidakada") == []


def test_search_knows_the_account_behind_a_story_and_the_headline_readers_do_not_see_yet(editor, person):
    ina = person("Penulis", username="inalontar")
    story = published_article(headline="Judul lama", author=ina)
    changed(story, headline="Judul mutakhir")
    assert listed(editor, q="inalontar") == ["Judul lama"]
    assert listed(editor, q="mutakhir") == ["Judul lama"]


@pytest.mark.parametrize("words", ["%", "_", "\\", "'", '"', "\0", "x" * 5000, "a " * 500, "🎉"])
def test_search_for_anything_is_answered(words, editor):
    draft()
    assert editor.get(LIST, {"q": words}).status_code == 200


def test_columns_tell_the_part_the_report_and_who_saved_last(editor, person):
    whole, ina = report(title="Raker Humas"), person("Penulis")
    story = published_article(headline="Hari Pertama", report=whole)
    changed(story, by=ina)
    words = row(editor, story)
    assert "Hari Pertama (Part I)" in words
    assert "Raker Humas" in words
    assert f"oleh {ina.printed_name}" in words
    assert short_time(Article.objects.get(pk=story.pk).head.made_at) in words


def test_a_planned_hour_is_called_a_plan(editor):
    at = timezone.now() + DAY
    story = draft()
    publishing.plan(story, at)
    assert f"rencana: {short_time(at)}" in row(editor, story)
    publishing.schedule(story, at)
    assert f"rencana: {short_time(at)}" not in row(editor, story)
    assert short_time(at) in row(editor, story)


def test_an_empty_list_says_why(editor):
    assert "Belum ada berita" in editor.get(LIST).content.decode()
    draft()
    assert "cocok" in editor.get(LIST, {"q": "tidakada"}).content.decode()
