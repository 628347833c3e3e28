"""The bureau's own list of reasons: added to, worded anew, offered no longer – and never torn from what was told."""

import pytest

from comments import grounds, moderation
from comments.models import Ground, Status
from tests.comments.factories import comment
from tests.comments.page import Page

ADD = "/admin/comments/ground/add/"
FIELDS = {"label": "Bukan wilayah kami", "sentence": "Ini urusan kabupaten lain.", "position": 15, "is_offered": "on"}


def change(row):
    return f"/admin/comments/ground/{row.pk}/change/"


@pytest.fixture
def moderator(signed_in):
    return signed_in("Moderator")


@pytest.mark.django_db
def test_first_reasons_are_there_and_are_laid_only_once():
    assert [row.slug for row in grounds.offered()] == [slug for slug, *_words in grounds.FIRST]
    Ground.objects.filter(slug="iklan").update(label="promosi")
    grounds.lay()
    assert Ground.objects.get(slug="iklan").label == "promosi"
    assert Ground.objects.count() == len(grounds.FIRST)


def test_new_reason_is_offered_in_its_place_and_told_to_the_writer(moderator, article, reader):
    assert moderator.post(ADD, FIELDS).status_code == 302
    made = comment(article)

    options = [option["value"] for option in Page(moderator.get("/admin/antrean/")).all("option")]
    assert options.index("judi") < options.index("bukan-wilayah-kami") < options.index("kasar")
    moderator.post(
        "/admin/antrean/putuskan/", {"comment": made.pk, "decision": "trash", "reason": "bukan-wilayah-kami"}
    )
    assert FIELDS["sentence"] in reader.get(f"/tanggapan/{made.plain_receipt}/").content.decode()


def test_reason_keeps_its_short_name_when_it_is_worded_anew(moderator, article, reader):
    made = comment(article)
    moderation.decide([made.pk], Status.TRASH, ground="kasar", by=moderator.user)
    row = Ground.objects.get(slug="kasar")

    moderator.post(change(row), FIELDS)

    row.refresh_from_db()
    assert (row.slug, row.label) == ("kasar", FIELDS["label"])
    assert FIELDS["sentence"] in reader.get(f"/tanggapan/{made.plain_receipt}/").content.decode()


def test_reason_offered_no_longer_is_still_told_to_whom_it_was(moderator, article, reader):
    made = comment(article)
    moderation.decide([made.pk], Status.TRASH, ground="kasar", by=moderator.user)
    row = Ground.objects.get(slug="kasar")

    moderator.post(change(row), FIELDS | {"label": row.label, "sentence": row.sentence, "is_offered": ""})

    assert "kasar" not in [row.slug for row in grounds.offered()]
    assert row.sentence in reader.get(f"/tanggapan/{made.plain_receipt}/").content.decode()


def test_two_reasons_of_one_name_are_told_apart(moderator):
    for _n in range(3):
        moderator.post(ADD, FIELDS)

    slugs = Ground.objects.filter(label=FIELDS["label"]).values_list("slug", flat=True)
    assert sorted(slugs) == ["bukan-wilayah-kami", "bukan-wilayah-kami-2", "bukan-wilayah-kami-3"]


@pytest.mark.parametrize(
    ("field", "value"), [("label", ""), ("sentence", ""), ("sentence", "a" * 301), ("position", "x")]
)
def test_wrong_reason_is_sent_back_with_its_words(moderator, field, value):
    answer = moderator.post(ADD, FIELDS | {field: value})

    assert answer.status_code == 200
    assert Page(answer).all("ul", **{"class": "errorlist"})
    assert Ground.objects.count() == len(grounds.FIRST)


@pytest.mark.django_db
@pytest.mark.parametrize("label", ["Слоты", "!!!", "a" * 80])
def test_any_label_has_a_short_name(label):
    assert 0 < len(grounds_slug(label)) <= 40


def grounds_slug(label):
    from comments.admin.ground import free_slug

    return free_slug(label)


def test_no_reason_is_ever_removed(moderator, signed_in):
    row = Ground.objects.get(slug="kasar")

    assert moderator.post(f"/admin/comments/ground/{row.pk}/delete/", {"post": "yes"}).status_code == 403
    assert signed_in("Pimpinan").post(change(row), FIELDS).status_code == 403
    assert Ground.objects.filter(slug="kasar").exists()
