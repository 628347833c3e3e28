"""The whole table: which level is asked for, whether there is mail, how it was posted, and what is answered."""

import itertools

import pytest

from comments import identity
from comments.models import Comment
from humas.base.discussion import Identity
from tests.comments.identity.conftest import link_in
from tests.comments.identity.test_sign_in import OURS, form_token, way_in

pytestmark = pytest.mark.contract

LEVELS, ROADS = ["open", "confirmed", "sign_in"], ["public", "own page", "trap", "elsewhere"]
STORED = {
    ("open", "public"): (303, "pending", False),
    ("confirmed", "public"): (303, "unconfirmed", False),
    ("sign_in", "public"): (403, None, None),
    ("open", "own page"): (303, "pending", True),
    ("confirmed", "own page"): (303, "pending", True),
    ("sign_in", "own page"): (303, "pending", True),
    ("open", "trap"): (303, "spam", False),
    ("confirmed", "trap"): (303, "unconfirmed", False),
    ("sign_in", "trap"): (403, None, None),
    ("open", "elsewhere"): (403, None, None),
    ("confirmed", "elsewhere"): (403, None, None),
    ("sign_in", "elsewhere"): (403, None, None),
}


@pytest.fixture
def own(wants, letters, reader, article):
    """A reader's own page, asked for while readers signed in."""
    wants("sign_in")
    token = form_token(reader.get(way_in(article)))
    fields = {"name": "Ina Lontar", "email": "ina@contoh.id", "token": token}
    (letter,) = letters(lambda: reader.post(way_in(article), fields, headers=OURS))
    return link_in(letter, "tulis")


@pytest.mark.parametrize(("level", "road"), list(itertools.product(LEVELS, ROADS)))
@pytest.mark.parametrize("has_mail", [True, False], ids=["mail", "no mail"])
def test_every_level_and_road(level, road, has_mail, own, wants, reader, article, settings):
    wants("open")
    token = reader.token(article)
    wants(level)
    settings.EMAIL_URL = settings.EMAIL_URL if has_mail else ""
    expected = STORED[level if has_mail else "open", road]

    if road == "own page":
        answer = reader.post(own, {"token": token, "body": "Kata."}, headers=OURS)
    elif road == "trap":
        answer = reader.reply(article, token=token, ruas_kosong="x")
    else:
        answer = reader.reply(
            article, token=token, headers={"sec-fetch-site": "cross-site"} if road == "elsewhere" else OURS
        )

    stored = Comment.objects.first()
    told = (stored.status, stored.confirmed_at is not None) if stored else (None, None)
    assert (answer.status_code, *told) == expected


def test_table_has_every_case():
    assert set(STORED) == set(itertools.product(LEVELS, ROADS))
    assert set(LEVELS) == set(Identity)


def test_desk_says_that_a_level_without_mail_is_not_in_force(wants, settings, signed_in):
    wants("confirmed")
    administrator = signed_in("Administrator")
    sentence = "redaksi ini belum dapat mengirim email"

    assert sentence not in administrator.get("/admin/").content.decode()
    settings.EMAIL_URL = ""
    assert sentence in administrator.get("/admin/").content.decode()


def test_level_costs_no_question_without_mail(db, settings, django_assert_num_queries):
    settings.EMAIL_URL = ""
    with django_assert_num_queries(0):
        assert identity.level() == Identity.OPEN
