"""Who changed the newsroom's settings, its categories and reports, and from what to what."""

import re

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from articles import ordering
from articles.models import Category
from humas.base import changes, newsroom
from humas.base.models import Change, Newsroom
from tests.articles.factories import draft, report

NEWSROOM = "/admin/base/newsroom/1"
USUAL = {"name": "Humas", "place": "", "label_style": "part_roman", "required_checks": []}


def redaksi(client, **fields):
    return client.post("/admin/redaksi/", USUAL | fields)


def back(client, place, change):
    return client.post(f"{place}/riwayat/{change.pk}/kembalikan/", follow=True)


def entries(page):
    return re.findall(r'<li class="history-entry.*?</form>\s*</li>', page.content.decode(), re.S)


def plain(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html))


def test_settings_say_who_changed_which_field_from_what_to_what(signed_in):
    admin = signed_in("Administrator")
    redaksi(admin, name="Humas Rote Ndao")
    redaksi(admin, name="Humas Rote Ndao Lama", place="Pulau Uji")

    newest, *_older = entries(admin.get(f"{NEWSROOM}/history/"))

    assert str(admin.user) in newest
    assert re.search(r"\d\d\.\d\d WITA", newest)
    assert "Lama</ins>" in newest
    assert "True" not in plain(newest)
    assert Change.objects.first().before == {"name": "Humas Rote Ndao", "place": ""}


def test_saving_the_same_again_is_no_change(signed_in):
    admin = signed_in("Administrator")
    redaksi(admin, name="Humas Uji")
    count = Change.objects.count()
    redaksi(admin, name="Humas Uji")
    assert Change.objects.count() == count


def test_old_values_are_put_back_and_the_rest_stays(signed_in, client):
    admin = signed_in("Administrator")
    redaksi(admin, name="Humas Lama", credit="Humas")
    redaksi(admin, name="Humas Baru", credit="")
    wanted = Change.objects.first()
    redaksi(admin, name="Humas Baru", place="Pulau Uji", credit="")

    page = back(admin, NEWSROOM, wanted)

    row = Newsroom.current()
    assert page.redirect_chain[-1] == (f"{NEWSROOM}/history/", 303)
    assert (row.name, row.place, row.credit) == ("Humas Lama", "Pulau Uji", "Humas")
    assert "Humas Lama" in client.get("/").content.decode()
    assert Change.objects.first().by == admin.user


def test_looking_is_not_putting_back(signed_in):
    admin, head = signed_in("Administrator"), signed_in("Pimpinan")
    redaksi(admin, name="Humas Lama")
    redaksi(admin, name="Humas Baru")
    change = Change.objects.first()
    assert head.get(f"{NEWSROOM}/history/").status_code == 200
    assert entries(head.get(f"{NEWSROOM}/history/")) == []
    assert back(head, NEWSROOM, change).status_code == 403
    assert admin.get(f"{NEWSROOM}/riwayat/{change.pk}/kembalikan/").status_code == 405
    assert signed_in("Penulis").get(f"{NEWSROOM}/history/").status_code == 403
    assert Newsroom.current().name == "Humas Baru"


def test_category_has_its_history_from_its_beginning(editor):
    editor.post("/admin/articles/category/add/", {"name": "Desa", "slug": "desa"})
    row = Category.objects.get()
    place = f"/admin/articles/category/{row.pk}"
    editor.post(f"{place}/change/", {"name": "Desa Kita", "slug": "desa", "is_default": "on"})

    page = editor.get(f"{place}/history/").content.decode()
    assert [change.before for change in Change.objects.all()] == [{"name": "Desa", "is_default": False}, {}]
    assert "Kita</ins>" in page
    back(editor, place, Change.objects.first())
    row.refresh_from_db()
    assert (row.name, row.is_default) == ("Desa", False)
    assert "kembalikan" not in page.split("history-entry")[2]  # of how it began nothing can be put back


def test_old_value_that_is_taken_by_now_is_refused_with_its_reason(editor):
    row = Category.objects.create(name="Desa", slug="desa")
    place = f"/admin/articles/category/{row.pk}"
    editor.post(f"{place}/change/", {"name": "Kampung", "slug": "kampung"})
    Category.objects.create(name="Desa", slug="desa-2")

    page = back(editor, place, Change.objects.first())

    assert 'class="error"' in page.content.decode()
    row.refresh_from_db()
    assert row.name == "Kampung"


def test_change_of_one_thing_is_not_put_back_into_another(editor):
    one, other = (Category.objects.create(name=name, slug=name) for name in ("satu", "dua"))
    editor.post(f"/admin/articles/category/{one.pk}/change/", {"name": "tiga", "slug": "satu"})
    assert back(editor, f"/admin/articles/category/{other.pk}", Change.objects.first()).status_code == 404


def test_report_tells_who_moved_which_part_and_the_old_order_can_stand_again(editor):
    whole = report()
    first, second, third = (draft(report=whole, headline=f"Judul {letter}") for letter in "ABC")
    place = f"/admin/articles/report/{whole.pk}"
    seen = ",".join(str(part.pk) for part in (first, second, third))
    editor.post(f"{place}/urutan/", {"up": third.pk, "seen": seen})

    (entry,) = entries(editor.get(f"{place}/history/"))
    assert str(editor.user) in entry
    assert "Judul A Judul B Judul C" in plain(entry)
    assert "Judul A Judul C Judul B" in plain(entry)
    back(editor, place, Change.objects.first())
    assert ordering.parts(whole) == [first, second, third]

    draft(report=whole)
    page = back(editor, place, Change.objects.last())
    assert 'class="error"' in page.content.decode()


def test_fields_of_a_report_are_in_its_history(editor):
    whole = report(title="Rapat Kerja")
    place = f"/admin/articles/report/{whole.pk}"
    data = {"title": "Rapat Kerja", "slug": whole.slug, "label_style": "bagian_arabic", "first_number": 1}
    editor.post(f"{place}/change/", data | {"is_finished": "True"})
    (entry,) = entries(editor.get(f"{place}/history/"))
    assert "Bagian 1, Bagian 2" in plain(entry)
    back(editor, place, Change.objects.first())
    whole.refresh_from_db()
    assert (whole.is_finished, whole.label_style) == (False, "part_roman")


def test_what_was_done_before_changes_were_noted_is_still_told(editor):
    row = Category.objects.create(name="Desa", slug="desa")
    place = f"/admin/articles/category/{row.pk}"
    editor.post(f"{place}/change/", {"name": "Kampung", "slug": "desa"})
    Change.objects.all().delete()
    assert "history-act" in editor.get(f"{place}/history/").content.decode()


def test_hostile_values_are_shown_and_do_nothing(signed_in):
    admin = signed_in("Administrator")
    redaksi(admin, name="<script>alert(1)</script>")
    redaksi(admin, name="Aman")
    page = admin.get(f"{NEWSROOM}/history/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("count", [1, 70])
def test_history_of_settings_takes_the_same_few_queries(signed_in, count):
    admin = signed_in("Administrator")
    row = Newsroom.current()
    for number in range(count):
        row.name = f"Humas {number}"
        newsroom.save(row, by=admin.user)
    admin.get(f"{NEWSROOM}/history/")
    with CaptureQueriesContext(connection) as queries:
        page = admin.get(f"{NEWSROOM}/history/").content.decode()
    assert len(queries) <= 9
    assert ("?sebelum=" in page) == (count > 30)


@pytest.mark.django_db(transaction=True)
def test_change_is_noted_only_with_what_it_tells_of():
    row = Newsroom.current()
    with pytest.raises(transaction.TransactionManagementError):
        changes.note(None, row, by=None)
    row.name = "Humas Uji"
    with transaction.atomic():
        newsroom.save(row)
        assert Change.objects.exists()
        transaction.set_rollback(True)
    assert not Change.objects.exists()


def test_change_is_never_changed(db):
    row = Newsroom.current()
    row.name = "Humas Uji"
    newsroom.save(row)
    change = Change.objects.get()
    with pytest.raises(TypeError):
        change.save()
