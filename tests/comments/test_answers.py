"""*Jawaban resmi*: what the newsroom itself says under a comment."""

import pytest

from articles import publishing
from comments import answers, hiding, moderation, offices
from comments.models import Comment, Decision, SavedAnswer, Status
from comments.models.decision import Act
from humas.base.models import Newsroom
from tests.comments.answering import answer, office, pass_on
from tests.comments.factories import comment
from tests.comments.page import Page


@pytest.fixture
def shown(article):
    return comment(article, status=Status.APPROVED, body="Kapan jembatannya diperbaiki?")


def given():
    return Comment.objects.get(official_by__isnull=False)


def test_answer_stands_under_the_comment_signed_by_the_newsroom(shown, article, moderator, reader):
    response = answer(moderator, shown, "Bulan depan.\n\nhttps://humas.contoh.id <b>tebal</b>")

    made, newsroom = given(), Newsroom.current().name
    page = Page(reader.get(article.get_absolute_url()))
    block = page.by_id(f"komentar-{made.pk}")
    assert response.status_code == 303
    assert (made.parent_id, made.name, made.email, made.email_digest) == (shown.pk, newsroom, "", "")
    assert made.official_by == moderator.user
    assert "comment-official" in block["class"]
    assert block.text.startswith("Jawaban resmi")
    assert newsroom in block.text
    assert "<b>tebal</b>" in block.text  # plain words, like any reader's
    assert "Jawaban resmi" not in page.by_id(f"komentar-{shown.pk}").text


def test_answer_together_with_an_office_names_both(shown, moderator):
    answer(moderator, shown, office=office("Dinas Kesehatan").pk)

    assert given().name == f"Dinas Kesehatan – {Newsroom.current().name}"
    assert given().office == office("Dinas Kesehatan")


def test_feeds_and_structured_data_say_that_an_answer_is_official(shown, article, moderator, reader):
    answer(moderator, shown)

    feed = reader.get(f"{article.get_absolute_url()}feed/").content.decode()
    page = reader.get(article.get_absolute_url()).content.decode()
    assert f"Jawaban resmi {Newsroom.current().name}" in feed
    assert '"@type":"Organization"' in page.replace(" ", "").split("application/ld+json")[-1]


def test_receipt_shows_the_answer_and_whom_it_is_from(shown, moderator, reader):
    answer(moderator, shown, "Bulan depan.")

    page = Page(reader.get(f"/tanggapan/{shown.plain_receipt}/"))
    section = page.one("section", **{"aria-labelledby": "answers-title"})
    assert "Jawaban resmi" in section.text
    assert "Bulan depan." in section.text
    assert Newsroom.current().name in section.text


@pytest.mark.wordpress("2d Reply from the queue")
def test_waiting_comment_is_shown_and_answered_by_one_press_and_undone_by_one(article, moderator, reader):
    waiting = comment(article)

    response = answer(moderator, waiting, act="tayangkan", seen="0")

    waiting.refresh_from_db()
    batch = Decision.objects.latest("pk").batch
    assert waiting.status == given().status == Status.APPROVED
    assert Decision.objects.filter(batch=batch).count() == 2
    assert str(batch) in response["Location"]

    moderator.post("/admin/antrean/urungkan/", {"batch": batch})

    waiting.refresh_from_db()
    page = reader.get(article.get_absolute_url()).content.decode()
    assert waiting.status == Status.PENDING
    assert given().status == Status.TRASH  # kept for the desk, and nothing that waits to be read
    assert f"komentar-{given().pk}" not in page
    assert "Dicabut; pembaca tidak melihatnya" in moderator.get(f"/admin/antrean/{waiting.pk}/jawab/").content.decode()


@pytest.mark.parametrize("status", [Status.PENDING, Status.SPAM, Status.TRASH])
def test_no_answer_stands_under_what_readers_do_not_see(article, moderator, status):
    unseen = comment(article, status=status)

    response = answer(moderator, unseen, "Kata saya.")

    assert response.status_code == 409
    assert "Pembaca tidak melihat komentar ini" in response.content.decode()
    assert "Kata saya." in response.content.decode()
    assert not Comment.objects.filter(official_by__isnull=False).exists()


def test_no_answer_is_put_under_a_hidden_comment_a_withdrawn_story_or_an_answer(shown, article, moderator):
    answer(moderator, shown)
    assert answer(moderator, given(), "Lagi.").status_code == 409

    Comment.objects.filter(pk=shown.pk).update(is_hidden=True)
    assert answer(moderator, shown, "Lagi.").status_code == 409
    Comment.objects.filter(pk=shown.pk).update(is_hidden=False)

    publishing.withdraw(article, reason="Keliru.")
    assert answer(moderator, shown, "Lagi.").status_code == 409
    assert Comment.objects.filter(official_by__isnull=False).count() == 1


@pytest.mark.parametrize("text", ["", " \n", "\u200b", "z" * 5001])
def test_answer_of_nothing_or_of_too_much_is_refused_with_its_words(shown, moderator, text):
    response = answer(moderator, shown, text)

    assert response.status_code == 422
    assert Page(response).all("ul", **{"class": "errorlist"})
    assert not Comment.objects.filter(official_by__isnull=False).exists()


def test_same_answer_pressed_twice_is_one(shown, moderator):
    answer(moderator, shown)
    answer(moderator, shown)
    assert Comment.objects.filter(official_by__isnull=False).count() == 1

    answer(moderator, shown, "Sudah selesai.")
    assert Comment.objects.filter(official_by__isnull=False).count() == 2


def test_same_answer_is_one_also_while_everything_is_hidden(shown, moderator):
    answer(moderator, shown)
    hiding.hide(hiding.EVERYTHING, by=moderator.user)

    answer(moderator, shown)
    assert Comment.objects.filter(official_by__isnull=False).count() == 1


def test_depth_of_threads_and_a_closed_form_do_not_stop_the_newsroom(article, moderator, reader):
    Newsroom.objects.update(thread_depth=2, is_open_to_comments=False)
    first = comment(article, status=Status.APPROVED)
    second = comment(article, status=Status.APPROVED, parent=first)

    assert answer(moderator, second).status_code == 303

    page = Page(reader.get(article.get_absolute_url()))
    assert "menjawab" in page.by_id(f"komentar-{given().pk}").text


def test_answer_taken_back_is_kept_with_its_words_to_use_again(shown, article, moderator, reader):
    answer(moderator, shown, "Keliru.")

    response = moderator.post(f"/admin/antrean/{shown.pk}/jawab/", {"act": "cabut", "answer": given().pk})

    page = Page(moderator.get(f"/admin/antrean/{shown.pk}/jawab/?lagi={given().pk}"))
    line = Decision.objects.latest("pk")
    assert response.status_code == 303
    assert (line.comment_id, line.to_status, line.by) == (given().pk, Status.TRASH, moderator.user)
    assert f"komentar-{given().pk}" not in reader.get(article.get_absolute_url()).content.decode()
    assert "Keliru." in page.by_id("id_text").text


def test_moderator_decided_meanwhile_is_named_and_the_words_are_kept(article, moderator, signed_in):
    waiting, other = comment(article), signed_in("Moderator")
    moderation.decide([waiting.pk], Status.SPAM, by=other.user)

    response = answer(moderator, waiting, "Kata saya.", act="tayangkan", seen="0")

    page = response.content.decode()
    assert response.status_code == 409
    assert str(other.user) in page
    assert "Kata saya." in page
    assert not Comment.objects.filter(official_by__isnull=False).exists()


def test_what_was_erased_meanwhile_is_said_with_the_words_kept(article, moderator):
    gone = comment(article)
    Comment.objects.filter(pk=gone.pk).delete()

    response = answer(moderator, gone, "Kata saya.")

    assert response.status_code == 404
    assert "Kata saya." in response.content.decode()


@pytest.mark.wordpress("2d Access")
@pytest.mark.parametrize("group", ["Pimpinan", "Redaktur", "Penulis", "Administrator"])
@pytest.mark.parametrize("room", ["jawab", "teruskan", "sunting", "catatan"])
def test_who_may_not_answer_gets_neither_the_page_nor_the_act(shown, signed_in, group, room):
    client, address = signed_in(group), f"/admin/antrean/{shown.pk}/{room}/"

    assert client.post(address, {"text": "x", "act": "kirim"}).status_code == 403
    assert client.get(address).status_code == (405 if room == "catatan" else 403)
    assert Comment.objects.count() == 1


def test_official_answer_never_becomes_something_to_read(shown, moderator):
    answer(moderator, shown)

    for decision in ("pending", "spam"):
        moderator.post("/admin/antrean/putuskan/", {"comment": given().pk, "decision": decision})

    assert given().status == Status.APPROVED
    assert not given().is_suspect


def test_saved_answer_is_filled_in_and_put_behind_what_is_written(shown, moderator):
    saved = SavedAnswer.objects.create(title="Terima kasih", text="Terima kasih, {nama}, tentang {berita}. {lain}")

    chosen = moderator.post(
        f"/admin/antrean/{shown.pk}/jawab/", {"act": "masukkan", "text": "Halo.", "simpanan": saved.pk}
    )
    asked = moderator.get(f"/admin/antrean/{shown.pk}/jawab/?simpanan={saved.pk}")

    words = f"Terima kasih, {shown.name}, tentang {shown.article.headline}. {{lain}}"
    assert Page(chosen).by_id("id_text").text == f"Halo. {words}"
    assert Page(asked).by_id("id_text").text == words
    assert not Comment.objects.filter(official_by__isnull=False).exists()


def test_name_that_looks_like_a_sign_is_not_filled_again(article):
    tricky = comment(article, name="{berita}")
    assert answers.filled(SavedAnswer(text="{nama} {nomor}"), tricky) == f"{{berita}} {tricky.short_number}"


def test_moderators_keep_offices_and_saved_answers_at_the_desk(moderator):
    assert moderator.post("/admin/comments/office/add/", {"name": "Dinas Air", "is_offered": "on"}).status_code == 302
    added = moderator.post("/admin/comments/savedanswer/add/", {"title": "Terima kasih", "text": "Terima kasih."})

    assert added.status_code == 302
    assert office("Dinas Air").is_offered
    assert SavedAnswer.objects.get().text == "Terima kasih."


def test_answer_ends_waiting_for_the_office_and_undoing_it_begins_it_again(shown, moderator):
    pass_on(moderator, shown)
    assert offices.counts() == (1, 0)

    answer(moderator, shown)
    assert offices.counts() == (0, 0)

    moderation.undo(Decision.objects.filter(act=Act.DECIDED).latest("pk").batch, by=moderator.user)
    assert offices.counts() == (1, 0)
