import pytest

from articles import publishing, saving
from articles.duplicating import duplicate
from articles.models import Article, Category, Kind, Status
from articles.revisions import keeping
from tests.articles.factories import draft, photo, published_article, report
from tests.articles.test_story_form import change

DEGREES = "Stefanus M. Saek, SE, M.Si."


@pytest.fixture
def full(db):
    return published_article(
        headline="Pasar Murah Dibuka", standfirst="Setiap Senin.", dateline="Rote Ndao", credit="Humaspro Rote Ndao",
        byline="Ina Lontar", category=Category.objects.create(name="Ekonomi", slug="ekonomi"), tags=[DEGREES, "pasar"],
        lead_photo=photo(), lead_alt_own="Ibu-ibu antre", is_open_to_comments=False, report=report(),
    )  # fmt: skip


def said(story):
    now = keeping.content(Article.everything.select_related("head").get(pk=story.pk).head)
    return {name: value for name, value in now.items() if name != "slug"}


def test_copy_says_the_same_as_a_draft_of_its_own(full, person):
    writer = person("Penulis")
    copy = duplicate(full, by=writer)
    assert said(copy) == said(full)
    assert set(copy.tag_names) == {DEGREES, "pasar"}
    assert (copy.status, copy.author, copy.report, copy.position) == (Status.DRAFT, writer, None, None)
    assert copy.published_at is None
    assert not copy.was_opened
    assert not copy.is_open_to_comments


def test_copy_has_an_address_and_a_history_of_its_own(full, person):
    writer = person("Penulis")
    copy = duplicate(full, by=writer)
    assert copy.slug.startswith("pasar-murah-dibuka-20")
    only = copy.revisions.get()
    assert (only.author, only.kind) == (writer, Kind.SAVE)
    assert full.headline in only.reason


def test_copy_is_made_of_what_was_last_saved_and_not_of_what_readers_see(full, person):
    full.headline = "Pasar Murah Ditutup"
    saving.save(full, tags=["tutup"])
    copy = duplicate(full, by=person("Redaktur"))
    assert copy.headline == "Pasar Murah Ditutup"
    assert copy.tag_names == ["tutup"]
    assert Article.objects.get(pk=full.pk).headline == "Pasar Murah Dibuka"


def test_pressed_twice_makes_one_and_a_copy_that_was_written_in_makes_room_for_the_next(full, person):
    writer = person("Penulis")
    first = duplicate(full, by=writer)
    assert duplicate(full, by=writer) == first
    first.standfirst = "Setiap Selasa."
    saving.save(first, by=writer)
    second = duplicate(full, by=writer)
    assert second != first
    assert second.standfirst == "Setiap Senin."
    assert first.slug != second.slug


def test_two_people_have_a_copy_each_and_a_changed_story_gives_a_new_one(full, person):
    ina, ama = person("Penulis"), person("Penulis")
    first = duplicate(full, by=ina)
    assert duplicate(full, by=ama) != first
    full.standfirst = "Setiap Rabu."
    saving.save(full)
    assert duplicate(full, by=ina).standfirst == "Setiap Rabu."


def test_copy_of_a_withdrawn_or_binned_story_is_a_draft(full, person):
    publishing.withdraw(full, reason="Keliru.")
    copy = duplicate(full, by=person("Redaktur"))
    assert (copy.status, copy.withdrawal_reason, copy.binned_at) == (Status.DRAFT, "", None)
    publishing.put_in_bin(full)
    assert duplicate(full, by=person("Redaktur")).binned_at is None


def test_copy_stands_behind_the_last_part_where_a_report_is_given(full, person):
    copy = duplicate(full, by=person("Redaktur"), report=full.report)
    assert copy.report == full.report
    assert copy.position > full.position


def test_longest_headline_has_a_copy(person, db):
    long = draft(headline="J" * 200)
    copy = duplicate(long, by=person("Penulis"))
    assert copy.headline == long.headline
    assert duplicate(long, by=copy.author) == copy


# The button on the story form


def press(client, story):
    return client.post(f"/admin/articles/article/{story.pk}/salin/", follow=True)


def test_button_on_the_form_opens_the_copy(full, signed_in):
    writer = signed_in("Penulis")
    page = writer.get(change(full)).content.decode()
    assert f"/admin/articles/article/{full.pk}/salin/" in page
    answer = press(writer, full)
    copy = Article.objects.exclude(pk=full.pk).get()
    assert answer.redirect_chain == [(change(copy), 303)]
    press(writer, full)
    assert Article.objects.count() == 2
    assert copy.author == writer.user


def test_only_who_may_write_copies_and_only_by_a_post(full, signed_in):
    address = f"/admin/articles/article/{full.pk}/salin/"
    for group in ("Moderator", "Pimpinan", "Administrator"):
        client = signed_in(group)
        assert client.post(address).status_code == 403
        assert "/salin/" not in client.get(change(full)).content.decode()
    writer = signed_in("Penulis")
    assert writer.get(address).status_code == 405
    assert writer.post("/admin/articles/article/999999/salin/").status_code == 404
    assert Article.objects.count() == 1
