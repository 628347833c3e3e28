"""A writer takes a comment back, at any time and for good; and where such presses may come from."""

import pytest

from comments import by_writer, moderation
from comments.models import Comment, Decision, Status
from humas.base.models import Letter, PageVersion
from tests.comments.factories import comment
from tests.comments.page import Page, whole_page

pytestmark = pytest.mark.contract
OURS = {"sec-fetch-site": "same-origin"}


def withdraw(reader, made, headers=OURS):
    return reader.post(f"/tanggapan/{made.plain_receipt}/tarik/", headers=headers)


def of(article, status):
    made = comment(article, email="ina@contoh.id", website="https://contoh.id", status=Status.PENDING)
    Comment.objects.filter(pk=made.pk).update(status=status, evidence={"words": {"found": "ina@contoh.id"}})
    return made


@pytest.mark.parametrize("status", [status for status in Status if status != Status.WITHDRAWN])
@pytest.mark.wordpress("2e Erase")
def test_any_comment_can_be_withdrawn_and_its_address_is_erased(reader, article, status):
    made = of(article, status)
    Letter.objects.create(kind="comment_shown", about=f"comment:{made.pk}", to="ina@contoh.id", subject="s", body="b")
    Letter.objects.create(kind="comment_shown", about=f"comment:{made.pk}0", to="lain@contoh.id", subject="s", body="b")

    response = withdraw(reader, made)

    after, line = Comment.objects.get(), Decision.objects.get()
    assert (response.status_code, response["Location"]) == (303, f"/tanggapan/{made.plain_receipt}/")
    assert after.status == Status.WITHDRAWN
    assert (after.email, after.email_digest, after.site, after.evidence) == ("", "", "", {})
    assert (after.mail_consent_at, after.same_key) == (None, None)
    assert after.body == made.body
    assert (line.act, line.from_status, line.to_status) == ("withdrawn", status, "withdrawn")
    assert (line.by, line.rule) == (None, "writer")
    assert [letter.to for letter in Letter.objects.all()] == ["lain@contoh.id"]


def test_withdrawn_comment_leaves_the_page_at_the_next_request(reader, article, person):
    made = comment(article, status=Status.APPROVED, by=person("Moderator"), body="Akan saya tarik.")
    assert "Akan saya tarik." in reader.get(article.get_absolute_url()).content.decode()
    before = PageVersion.objects.get(subject=f"article:{article.pk}").n

    withdraw(reader, made)

    assert "Akan saya tarik." not in reader.get(article.get_absolute_url()).content.decode()
    assert PageVersion.objects.get(subject=f"article:{article.pk}").n > before


def test_withdrawing_is_told_and_offered_no_more(reader, article):
    made = comment(article)
    page = Page(withdraw_and_follow(reader, made))

    assert page.one("p", **{"class": "receipt-state"}).text == "Ditarik oleh Anda"
    assert page.one("article", **{"class": "receipt receipt-withdrawn"})["data-keadaan"] == "withdrawn"
    assert [form["action"] for form in page.all("form")] == []


def withdraw_and_follow(reader, made):
    return reader.get(withdraw(reader, made)["Location"])


def test_second_press_changes_nothing_more(reader, article):
    made = comment(article)

    answers = [withdraw(reader, made).status_code for _ in range(2)]

    assert answers == [303, 303]
    assert Decision.objects.count() == 1


def test_nothing_brings_a_withdrawn_comment_back(reader, article, person):
    made, batch = comment(article), moderation.new_batch()
    moderation.decide([made.pk], Status.APPROVED, by=person("Moderator"), batch=batch)
    withdraw(reader, made)

    assert moderation.undo(batch, by=person("Moderator"))[:2] == (0, 1)
    assert moderation.decide([made.pk], Status.APPROVED, by=person("Moderator")) == []
    assert moderation.decide([made.pk], Status.APPROVED, rule="operator") == []
    assert by_writer.confirm(made.pk) is None
    assert Comment.objects.get().status == Status.WITHDRAWN


@pytest.mark.parametrize("view", ["perlu-dibaca", "tayang", "spam", "sampah"])
def test_no_view_of_the_queue_shows_withdrawn_words(reader, article, moderator, view):
    made = comment(article, body="Kata yang ditarik.")
    withdraw(reader, made)

    assert "Kata yang ditarik." not in moderator.get(f"/admin/antrean/?tampilan={view}").content.decode()
    found = moderator.get("/admin/antrean/", {"cari": made.short_number}).content.decode()
    assert "Kata yang ditarik." not in found
    assert "sudah ditarik oleh penulisnya" in found


def test_address_of_a_withdrawn_comment_is_not_there_to_be_looked_at(reader, article, moderator):
    made = comment(article, email="rahasia@contoh.id")
    withdraw(reader, made)

    page = moderator.post("/admin/antrean/email/", {"comment": made.pk}).content.decode()
    assert "rahasia" not in page
    assert "tidak disimpan lagi" in page


ACTS = ["ubah/", "tarik/", "ubah", "tarik"]


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "https://judi.example"}, 403),
        ({"referer": "https://judi.example/"}, 403),
        ({"sec-fetch-site": "none"}, 303),
        ({"origin": "null"}, 303),
        ({}, 303),
    ],
)
def test_press_comes_from_the_receipt_or_is_refused(reader, article, act, headers, status):
    made = comment(article)

    response = reader.post(f"/tanggapan/{made.plain_receipt}/{act}", {"body": "Baru."}, headers=headers)

    assert response.status_code == status
    assert Decision.objects.count() == (status == 303)
    if status == 403:
        assert "dari situs lain" in whole_page(response).one("div", role="alert").text


@pytest.mark.parametrize("act", ACTS[:2])
def test_other_ways_of_asking_change_nothing(reader, article, act):
    made = comment(article)
    address = f"/tanggapan/{made.plain_receipt}/{act}"

    looked = reader.get(address)
    put = reader.generic("PUT", address, headers=OURS)
    large = reader.post(address, {"body": "x" * 1_000_001}, headers=OURS)
    unknown = reader.post(f"/tanggapan/{'x' * 32}/{act}", {"body": "x"}, headers=OURS)

    assert (looked.status_code, looked["Location"]) == (303, f"/tanggapan/{made.plain_receipt}/")
    assert (put.status_code, put["Allow"]) == (405, "GET, HEAD, POST")
    assert [large.status_code, unknown.status_code] == [413, 404]
    for response in (put, large, unknown):
        whole_page(response)
    assert not Decision.objects.exists()
