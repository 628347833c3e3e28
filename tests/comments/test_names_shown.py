import pytest

from comments.models import Comment
from comments.receipts.state import state_of
from comments.standing import standing_decision
from tests.comments.factories import comment


def test_name_cannot_turn_the_direction_of_a_page(reader, article, client):
    made = comment(article, status="approved", name="Ina\u202egro.hotnoc\u0300\u0301\u0302\u0303\u0304\u0305")
    page = client.get(article.get_absolute_url()).content.decode()
    assert "\u202e" not in page
    assert f"<bdi>{made.shown_name}</bdi>" in page
    assert "\u202e" in Comment.objects.get().name


@pytest.mark.parametrize("field", ["body", "name"])
@pytest.mark.parametrize("text", ["\u200b\u200d", "\u2060 \u00ad", "\u3164", "\u202e"])
def test_words_that_nobody_can_see_are_no_words(reader, article, field, text):
    assert reader.reply(article, **{field: text}).status_code == 422
    assert not Comment.objects.exists()


def test_looking_at_an_address_tells_the_writer_nothing(reader, article, person):
    from comments import moderation

    reader.reply(article, ruas_kosong="program")
    trapped = Comment.objects.get()
    before = state_of(trapped, standing_decision(trapped))
    moderation.look_at_email(trapped, by=person("Moderator"))
    assert state_of(trapped, standing_decision(trapped)) == before


@pytest.mark.contract
def test_reply_sent_without_the_last_slash_is_received(reader, article):
    token = reader.token(article)
    fields = {"body": "Baik.", "name": "Ina", "email": "ina@contoh.id", "token": token}
    address = f"{article.get_absolute_url()}tanggapan"
    assert reader.post(address, fields, headers={"sec-fetch-site": "same-origin"}).status_code == 303


def test_undo_bar_goes_when_its_act_was_undone(moderator, article):
    made = comment(article)
    decided = moderator.post("/admin/antrean/putuskan/", {"comment": made.pk, "decision": "spam"})["Location"]
    assert "queue-undo" in moderator.get(decided).content.decode()
    batch = decided.rpartition("batch=")[2]
    moderator.post("/admin/antrean/urungkan/", {"batch": batch})
    assert "queue-undo" not in moderator.get(decided).content.decode()


def test_too_many_at_once_are_refused_whole(moderator, article):
    made = comment(article)
    answer = moderator.post("/admin/antrean/putuskan/", {"comment": [made.pk] * 501, "decision": "spam"}, follow=True)
    assert "500" in answer.content.decode()
    made.refresh_from_db()
    assert made.status == "pending"
