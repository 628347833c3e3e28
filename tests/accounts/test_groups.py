import re

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from humas.accounts.groups import RIGHTS, ensure
from humas.accounts.models import User

ADD = "/admin/accounts/user/add/"


def rights(name):
    permissions = Group.objects.get(name=name).permissions.select_related("content_type")
    return {f"{permission.content_type.app_label}.{permission.codename}" for permission in permissions}


def test_each_group_has_just_its_rights_after_migrate(db):
    for name, wanted in RIGHTS.items():
        assert rights(name) == set(wanted)


def test_laying_the_groups_again_changes_nothing_and_mends_what_was_changed(db):
    Group.objects.get(name="Penulis").permissions.clear()
    call_command("migrate", verbosity=0)
    ensure()
    assert rights("Penulis") == set(RIGHTS["Penulis"])


SCREENS = ("articles/article/", "impor/", "antrean/", "redaksi/", "accounts/user/")


@pytest.mark.parametrize(
    ("group", "answers"),
    [
        ("Penulis", [200, 200, 403, 403, 403]),
        ("Redaktur", [200, 200, 200, 403, 403]),
        ("Moderator", [200, 403, 200, 403, 403]),
        ("Administrator", [200, 403, 200, 200, 200]),
        ("Pimpinan", [200, 403, 200, 200, 200]),
    ],
)
def test_each_group_opens_what_its_work_needs(signed_in, group, answers):
    client = signed_in(group)
    assert client.get("/admin/").status_code == 200
    assert [client.get(f"/admin/{screen}").status_code for screen in SCREENS] == answers


def test_administrator_makes_accounts_but_no_operator(signed_in):
    admin = signed_in("Administrator")
    answer = admin.post(ADD, {"username": "baru", "printed_name": "Baru", "office": "", "is_superuser": "on"})
    assert answer.status_code == 200
    made = User.objects.get(username="baru")
    assert made.is_staff
    assert not made.is_superuser

    page = admin.get(f"/admin/accounts/user/{made.pk}/change/").content.decode()
    assert "is_superuser" not in page
    assert "user_permissions" not in page
    assert re.search(r'name="groups"', page)


def test_operator_account_is_not_the_administrators_to_change(signed_in):
    operator = User.objects.create_superuser("operator", password="kata-sandi-uji-8")
    admin = signed_in("Administrator")
    address = f"/admin/accounts/user/{operator.pk}/"
    assert admin.post(f"{address}change/", {"username": "diambil"}).status_code == 403
    assert admin.get(f"{address}password/").status_code == 403
    assert admin.post(f"{address}password/", {"password1": "x", "password2": "x"}).status_code == 403


def test_nobody_is_deleted_because_names_stand_under_stories(signed_in, person):
    somebody = person("Penulis")
    admin = signed_in("Administrator")
    assert admin.post(f"/admin/accounts/user/{somebody.pk}/delete/", {"post": "yes"}).status_code == 403


def test_administrator_cannot_lock_everybody_out(signed_in):
    admin = signed_in("Administrator")
    address = f"/admin/accounts/user/{admin.user.pk}/change/"
    admin.post(address, {"username": admin.user.username, "printed_name": "x"})
    admin.user.refresh_from_db()
    assert admin.user.is_active
    assert admin.user.groups.filter(name="Administrator").exists()


def test_heads_see_no_piece_of_a_password(signed_in, person):
    page = signed_in("Pimpinan").get(f"/admin/accounts/user/{person('Penulis').pk}/change/").content.decode()
    assert "md5" not in page
    assert "/password/" not in page
