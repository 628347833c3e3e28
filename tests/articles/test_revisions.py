"""What a story said, at every moment it was saved."""

from importlib import import_module

import pytest
from django.apps import apps

from articles import publishing, saving
from articles.admin.forms import ArticleForm
from articles.models import Article, Category, Kind, Revision
from articles.models.revision import Immutable
from articles.revisions import keeping
from articles.revisions import snapshot as snapshots
from articles.revisions.restore import restore
from humas.base.cleaning import paragraphs
from tests.articles.factories import draft, photo, published_article
from tests.articles.test_story_form import change, filled


def head(story):
    return Article.everything.get(pk=story.pk).head


def test_draft_shows_in_its_row_what_was_saved_last(db):
    story = draft(headline="Satu")
    story.headline = "Dua"
    saving.save(story)
    row = Article.objects.get()
    assert (row.headline, row.head, row.live) == ("Dua", row.head, row.head)
    assert [revision.snapshot["headline"] for revision in row.revisions.all()] == ["Dua", "Satu"]


def test_readers_see_the_old_text_until_changes_are_published(db, reader):
    story = published_article(headline="Lama", tags=["jalan"])
    story.headline, story.body = "Baru", paragraphs("Teks baru.")
    saving.save(story, tags=["jembatan"])
    row = Article.objects.get()
    assert row.has_unpublished_changes
    assert (row.headline, row.tag_names) == ("Lama", ["jalan"])
    assert "Teks baru" not in reader.get(row.get_absolute_url()).content.decode()

    publishing.publish(row)

    row = Article.objects.get()
    assert not row.has_unpublished_changes
    assert (row.headline, row.tag_names, row.head.kind) == ("Baru", ["jembatan"], Kind.PUBLISH)
    assert "Teks baru" in reader.get(row.get_absolute_url()).content.decode()


def test_new_address_counts_from_publishing_and_the_old_one_leads_there(db):
    from django.contrib.redirects.models import Redirect

    story = published_article(slug="lama")
    story.slug = "baru"
    saving.save(story)
    assert Article.objects.get().slug == "lama"
    publishing.publish(story)
    assert Article.objects.get().slug == "baru"
    assert list(Redirect.objects.values_list("old_path", "new_path")) == [("/berita/lama/", "/berita/baru/")]


def test_saving_the_same_again_makes_no_revision(db):
    story = draft()
    saving.save(story)
    assert Revision.objects.count() == 1


def test_older_base_is_refused_and_nothing_is_written(db):
    story = draft(headline="Satu")
    opened = story.head_id
    saving.save(Article.objects.get(), tags=["mereka"], base=opened)
    mine = Article.objects.get()
    mine.headline = "Milik saya"
    with pytest.raises(keeping.Conflict) as conflict:
        saving.save(mine, tags=[], base=opened)
    assert conflict.value.mine["headline"] == "Milik saya"
    assert conflict.value.base.pk == opened
    assert Article.objects.get().headline == "Satu"
    assert Revision.objects.count() == 2


@pytest.mark.parametrize("act", [publishing.publish, lambda story: None], ids=["published meanwhile", "saved the same"])
def test_older_base_that_says_the_same_is_no_conflict(db, act):
    story = draft(headline="Satu")
    opened = story.head_id
    act(story)
    mine = Article.objects.get()
    mine.headline = "Dua"
    saving.save(mine, base=opened)
    again = Article.objects.get()
    again.headline = "Dua"
    saving.save(again, base=opened)
    assert head(story).snapshot["headline"] == "Dua"


def test_form_on_an_older_text_is_answered_409_with_every_word(editor):
    story = draft(headline="Satu")
    base = story.head_id
    theirs = filled(headline="Judul mereka", slug=story.slug, base=base)
    mine = filled(headline="Judul saya", slug=story.slug, base=base, tags="Stefanus M. Saek, SE, M.Si.")
    assert editor.post(change(story), theirs).status_code == 302

    answer = editor.post(change(story), mine)

    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Judul saya" in page
    assert "Judul mereka" in page
    assert "Stefanus M. Saek, SE, M.Si." in page
    assert head(story).snapshot["headline"] == "Judul mereka"
    assert f'name="base" value="{head(story).pk}"' in page
    assert editor.post(change(story), mine | {"base": head(story).pk}).status_code == 302
    assert head(story).snapshot["headline"] == "Judul saya"


def test_form_is_filled_from_what_was_saved_last(editor):
    story = published_article(headline="Lama", tags=["jalan"])
    editor.post(change(story), filled(headline="Baru", slug=story.slug, tags="jembatan", base=story.head_id))
    page = editor.get(change(story)).content.decode()
    assert 'value="Baru"' in page
    assert "jembatan</textarea>" in page


def test_revision_is_never_changed(db):
    revision = draft().head
    revision.reason = "Lain"
    with pytest.raises(Immutable):
        revision.save()
    with pytest.raises(Immutable):
        Revision.objects.update(reason="Lain")


def test_snapshot_laid_out_again_says_what_is_gone(db):
    category = Category.objects.create(name="Pendidikan", slug="pendidikan")
    picture = photo(alt="Jembatan gantung")
    story = draft(category=category, lead_photo=picture, lead_alt_own="Jembatan dari utara", tags=["jalan"])
    kept = keeping.content(story.head)
    again = Article()
    assert snapshots.lay(again, kept) == (["jalan"], [])
    assert (again.category, again.lead_photo, again.lead_alt_own) == (category, picture, "Jembatan dari utara")
    kept["category"]["id"] = kept["photos"][0]["id"] = 0
    _tags, missing = snapshots.lay(again, kept)
    assert (again.category, again.lead_photo, again.lead_alt_own) == (None, None, "")
    assert [("Pendidikan" in missing[0]), ("Jembatan gantung" in missing[1])] == [True, True]


OLD = {
    "headline": "Panen Raya di Nusa Melira",
    "slug": "panen-raya",
    "dateline": "Wekarai",
    "standfirst": "",
    "body": "<p>Panen padi dimulai.</p>",
    "credit": "Humas",
    "byline": "",
    "category": {"id": 7, "name": "Pertanian"},
    "tags": ["panen"],
    "lead_photo": 12,
    "lead_alt_own": "Padi menguning",
}


def test_snapshot_of_the_first_schema_is_read_today():
    now = snapshots.upgraded(OLD, 1)
    assert now["photos"] == [{"role": "lead", "id": 12, "alt": "", "alt_own": "Padi menguning"}]
    assert {name: now[name] for name in ("headline", "body", "tags", "category")} == {
        name: OLD[name] for name in ("headline", "body", "tags", "category")
    }
    assert snapshots.upgraded(OLD | {"lead_photo": None}, 1)["photos"] == []
    with pytest.raises(ValueError, match="schema 99"):
        snapshots.upgraded(now, 99)


def test_stories_from_before_get_a_first_revision(db):
    story = published_article(headline="Dari dulu", tags=["lama"], lead_photo=photo())
    Article.objects.update(head=None, live=None)
    Revision.objects.all().delete()

    import_module("articles.migrations.0004_first_revisions").begin_histories(apps, None)

    row = Article.objects.get()
    assert (row.head.schema, row.head == row.live) == (1, True)
    again, tags = keeping.working(row)
    assert (again.headline, tags, again.lead_photo) == ("Dari dulu", ["lama"], story.lead_photo)
    saving.save(row)
    assert Revision.objects.count() == 1


def test_address_taken_in_the_very_moment_of_saving_is_said_with_every_word(editor, monkeypatch):
    story = draft(headline="Satu", slug="satu")
    sent = filled(headline="Kata yang tidak hilang", slug="jembatan-baru", base=story.head_id)
    judged = ArticleForm.clean

    def judged_a_moment_before(form):
        data = judged(form)
        Article.objects.exclude(pk=story.pk).exists() or published_article(slug="jembatan-baru")
        return data

    monkeypatch.setattr(ArticleForm, "clean", judged_a_moment_before)
    monkeypatch.setattr(ArticleForm, "validate_unique", lambda form: None)
    answer = editor.post(change(story), sent)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Kata yang tidak hilang" in page
    assert "jembatan-baru" in page
    assert head(story).snapshot["headline"] == "Satu"


def test_old_text_whose_address_leads_elsewhere_by_now_comes_back_under_todays(db):
    story = draft(slug="awal")
    first = story.head
    story.slug = "sekarang"
    saving.save(story)
    other = published_article(slug="awal")
    other.slug = "awal-baru"
    publishing.publish(saving.save(other))

    again, said = restore(first, by=None, base=head(story).pk)

    assert again.head.snapshot["slug"] == "sekarang"
    assert "awal" in said[0]
