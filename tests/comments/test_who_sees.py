"""*Siapa yang dapat melihatnya?*: each sentence beside the field for the address is true."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comments import moderation
from comments.models import Comment, Decision
from comments.models.decision import Act
from humas.accounts.models import User
from humas.base.models import Newsroom, PageVersion
from tests.comments.factories import comment
from tests.comments.page import Page


def told(reader, article) -> str:
    return Page(reader.get(article.get_absolute_url())).one("details", **{"class": "who-sees"}).text


def version() -> int:
    return PageVersion.objects.get_or_create(subject="newsroom")[0].n


@pytest.mark.wordpress("2e Policy")
def test_number_is_of_those_who_may_look(reader, article, person):
    assert "Saat ini tidak seorang pun di redaksi ini." in told(reader, article)
    first, _second = person("Moderator"), person("Moderator", "Redaktur")
    person("Redaktur", "Administrator", "Pimpinan", "Penulis")
    assert "Saat ini 2 orang." in told(reader, article)

    first.is_active = False
    first.save()
    assert "Saat ini 1 orang." in told(reader, article)

    person(is_superuser=True)
    assert "Saat ini 2 orang." in told(reader, article)


@pytest.mark.parametrize("group", ["Moderator", "Redaktur", "Administrator", "Pimpinan", "Penulis"])
def test_whoever_is_counted_may_look_and_nobody_else(group, reader, article, signed_in):
    desk, written = signed_in(group), comment(article)

    answer = desk.post("/admin/antrean/email/", {"comment": written.pk})

    counted = "Saat ini 1 orang." in told(reader, article)
    assert (answer.status_code == 200) is counted
    assert Decision.objects.filter(act=Act.EMAIL_SEEN, by=desk.user).exists() is counted


def test_pages_change_with_the_people(signed_in, reader, article):
    desk = signed_in("Administrator")
    moderators = Group.objects.get(name="Moderator").pk
    before = version()

    desk.post("/admin/accounts/user/add/", {"username": "maria", "groups": [moderators]})
    assert version() > before
    assert "Saat ini 1 orang." in told(reader, article)

    maria, before = User.objects.get(username="maria"), version()
    desk.post(f"/admin/accounts/user/{maria.pk}/change/", {"username": "maria", "groups": [moderators]})
    assert version() > before
    assert not User.objects.get(pk=maria.pk).is_active
    assert "tidak seorang pun" in told(reader, article)


def test_address_is_kept_encrypted_and_each_look_is_in_the_record(article, person, reader):
    moderator, written = person("Moderator"), comment(article, email="ina@contoh.id")

    with connection.cursor() as cursor:
        cursor.execute("SELECT email FROM comments_comment WHERE id = %s", [written.pk])
        assert "ina" not in cursor.fetchone()[0]
    moderation.look_at_email(written, by=moderator)
    moderation.look_at_email(written, by=moderator)

    looks = Decision.objects.filter(comment_id=written.pk, act=Act.EMAIL_SEEN)
    assert [look.by for look in looks] == [moderator, moderator]
    assert all(look.at for look in looks)
    assert "tersandi. Setiap kali dilihat, tercatat siapa yang melihat dan kapan." in told(reader, article)


def test_withdrawing_erases_the_address_at_once(article, reader):
    written = comment(article, email="ina@contoh.id")

    reader.post(f"/tanggapan/{written.plain_receipt}/tarik/", headers={"sec-fetch-site": "same-origin"})

    written.refresh_from_db()
    assert written.email == written.email_digest == ""
    assert "seketika bila Anda menarik komentar itu" in told(reader, article)


def test_days_are_those_of_the_newsroom(reader, article):
    assert "Dihapus 365 hari setelah komentar Anda kami terima" in told(reader, article)

    Newsroom.objects.update(email_days=90)

    assert "Dihapus 90 hari setelah komentar Anda kami terima" in told(reader, article)


def test_number_costs_one_query_however_many_people_there_are(article, person):
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            Client().get(article.get_absolute_url())
        return len([query for query in captured if "accounts_user" in query["sql"] and "COUNT" in query["sql"]])

    few = queries()
    for _number in range(5):
        person("Moderator")

    assert few == queries() == 1
    assert Comment.objects.count() == 0
