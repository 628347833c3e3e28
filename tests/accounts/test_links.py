import re
from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from humas.accounts import links
from humas.accounts.models import OneTimeLink, User

NEW = "sandi-baru-9-kata"


def made(person, by=None):
    address, _link = links.make(person, by=by)
    return address.removeprefix("http://testserver")


def choose(address, password=NEW, **headers):
    return Client().post(address, {"new_password1": password, "new_password2": password}, headers=headers)


@pytest.mark.contract
def test_person_chooses_a_password_once_and_signs_in(person):
    somebody = person("Penulis")
    address = made(somebody)
    assert Client().get(address).status_code == 200

    assert choose(address)["Location"] == "/admin/login/"

    assert Client().login(username=somebody.username, password=NEW)
    assert Client().get(address).status_code == 404
    assert choose(address, "lain-lagi-8-kata").status_code == 404
    assert Client().login(username=somebody.username, password=NEW)


def test_opening_the_link_uses_nothing_up(person):
    address = made(person("Penulis"))
    for _n in range(3):
        page = Client().get(address)
        assert page.status_code == 200
        assert page["Cache-Control"] == "no-store"
        assert "Set-Cookie" not in page.headers


def test_link_ends_after_a_day_and_when_a_newer_one_is_made(person):
    somebody = person("Penulis")
    old, new = made(somebody), made(somebody)
    assert Client().get(old).status_code == 404
    OneTimeLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert Client().get(new).status_code == 404


@pytest.mark.parametrize("debug", [True, False])
def test_link_that_is_over_says_so_in_the_demo_too(db, settings, debug):
    settings.DEBUG = debug
    answer = Client().get("/masuk/tidak-ada-tautan-begini/")
    assert answer.status_code == 404
    assert answer["Cache-Control"] == "no-store"
    assert "Tautan ini tidak berlaku lagi" in answer.content.decode()


def test_weak_password_is_refused_at_its_field_and_the_link_lives_on(person):
    address = made(person("Penulis"))
    answer = choose(address, "12345")
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.content.decode()
    assert choose(address).status_code == 303


def test_link_is_no_use_from_another_site_or_for_who_left(person):
    somebody = person("Penulis")
    address = made(somebody)
    assert choose(address, **{"sec-fetch-site": "cross-site"}).status_code == 404
    User.objects.update(is_active=False)
    assert choose(address).status_code == 404


def test_database_does_not_hold_the_link(person):
    address = made(person("Penulis"))
    token = address.strip("/").rpartition("/")[2]
    assert token not in str(list(OneTimeLink.objects.values()))


def test_administrator_makes_an_account_and_is_shown_its_link_once(signed_in):
    admin = signed_in("Administrator")
    writers = Group.objects.get(name="Penulis")
    answer = admin.post(
        "/admin/accounts/user/add/",
        {"username": "baru", "printed_name": "Orang Baru", "office": "", "groups": [writers.pk], "is_superuser": "on"},
    )
    address = re.search(r">http://testserver(/masuk/[^<]+)<", answer.content.decode())[1]
    choose(address)
    newcomer = User.objects.get(username="baru")
    assert newcomer.check_password(NEW)
    assert newcomer.is_staff
    assert not newcomer.is_superuser
    assert list(newcomer.groups.all()) == [writers]
    assert LogEntry.objects.filter(user=admin.user, object_id=newcomer.pk).count() == 2


def test_forgotten_password_is_mended_by_a_link_from_the_persons_page(signed_in, person):
    somebody = person("Penulis")
    admin = signed_in("Administrator")
    address = f"/admin/accounts/user/{somebody.pk}/change/"
    fields = {"username": somebody.username, "printed_name": "Nama", "office": "", "email": "", "is_active": "on"}
    page = admin.post(address, fields | {"_link": "1"}).content.decode()
    assert "/masuk/" in page
    somebody.refresh_from_db()
    assert somebody.printed_name == "Nama"


def test_who_may_not_change_people_makes_no_link(signed_in, person):
    somebody = person("Penulis")
    address = f"/admin/accounts/user/{somebody.pk}/change/"
    for group in ("Redaktur", "Pimpinan", "Moderator"):
        assert signed_in(group).post(address, {"username": "x", "_link": "1"}).status_code == 403
    assert not OneTimeLink.objects.exists()


def test_desk_warns_while_there_is_only_one_administrator(signed_in, person):
    admin = signed_in("Administrator")
    sentence = "baru satu orang"
    assert sentence in admin.get("/admin/").content.decode()
    person("Administrator")
    assert sentence not in admin.get("/admin/").content.decode()
