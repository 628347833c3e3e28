"""Two decide on one comment: who comes second is told by whom and when, and nothing is changed unknowingly."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles import publishing
from comments import by_writer, moderation
from comments.models import Comment, Decision, Status
from comments.purging import purge
from comments.standing import newest_lines
from humas.base.times import long_time
from tests.comments.factories import comment
from tests.comments.page import Page

pytestmark = pytest.mark.contract

DECIDE, UNDO = "/admin/antrean/putuskan/", "/admin/antrean/urungkan/"


@pytest.fixture
def three(article):
    return [comment(article) for _ in range(3)]


@pytest.fixture
def other(signed_in):
    return signed_in("Moderator")


def seen(comments):
    lines = newest_lines([each.pk for each in comments])
    return [f"{each.pk}:{lines.get(each.pk, 0)}" for each in comments]


def press(client, comments, decision, shown, **fields):
    return client.post(
        DECIDE, {"comment": [each.pk for each in comments], "decision": decision, "seen": shown} | fields
    )


def statuses(comments):
    return [Comment.objects.get(pk=each.pk).status for each in comments]


def forms_of(response):
    """What each form that decides would send, but for its button."""
    page = Page(response)
    ours = [each for each in page.elements if each.tag == "form" and each.get("action") == DECIDE]
    fields = [[each for each in page.elements if each.tag == "input" and form in each.parents] for form in ours]
    names = [{each["name"] for each in inside} - {"csrfmiddlewaretoken"} for inside in fields]
    return [
        {name: [each["value"] for each in inside if each["name"] == name] for name in known}
        for inside, known in zip(fields, names, strict=True)
    ]


def text(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_who_was_shown_the_newest_decides(moderator, other, three):
    press(other, three, "spam", seen(three))

    assert press(moderator, three, "approve", seen(three)).status_code == 303
    assert statuses(three) == [Status.APPROVED] * 3


def test_second_of_two_is_told_by_whom_and_when_and_changes_nothing(moderator, other, three):
    shown = seen(three)
    press(other, three[1:2], "approve", shown[1:2], reason="Warga sungguhan.")

    response = press(moderator, three, "spam", shown)

    line = Decision.objects.get()
    assert response.status_code == 409
    assert f"{other.user} memutuskan pada {long_time(line.at)}: Tayang." in text(response)
    assert "Warga sungguhan." in text(response)
    assert three[1].short_number in text(response)
    assert three[0].short_number not in text(response)
    assert statuses(three) == [Status.PENDING, Status.APPROVED, Status.PENDING]
    assert Decision.objects.count() == 1


def test_second_can_decide_again_knowing_it(moderator, other, three):
    shown = seen(three)
    press(other, three[:1], "approve", shown[:1])
    first = forms_of(press(moderator, three[:1], "spam", shown[:1], reason="judi", kembali="tampilan=tayang"))[0]

    response = moderator.post(DECIDE, first | {"decision": "spam"})

    assert response.status_code == 303
    assert statuses(three[:1]) == [Status.SPAM]
    assert Decision.objects.latest("pk").ground == "judi"
    assert first["kembali"] == ["tampilan=tayang"]


def test_second_can_decide_on_the_others_only(moderator, other, three):
    shown = seen(three)
    press(other, three[:1], "approve", shown[:1])
    page = press(moderator, three, "spam", shown, reason="judi")
    *_again, others = forms_of(page)

    assert "Spam 2 lainnya saja" in text(page)
    assert moderator.post(DECIDE, others | {"decision": "spam"}).status_code == 303
    assert statuses(three) == [Status.APPROVED, Status.SPAM, Status.SPAM]


def test_others_decided_on_since_are_told_in_their_turn(moderator, other, three):
    shown = seen(three)
    press(other, three[:1], "approve", shown[:1])
    *_again, others = forms_of(press(moderator, three, "spam", shown))
    press(other, three[1:2], "trash", shown[1:2])

    assert moderator.post(DECIDE, others | {"decision": "spam"}).status_code == 409
    assert statuses(three) == [Status.APPROVED, Status.TRASH, Status.PENDING]


def test_same_decision_by_both_is_no_collision(moderator, other, three):
    shown = seen(three)
    press(other, three, "spam", shown)

    assert press(moderator, three, "spam", shown).status_code == 303
    assert Decision.objects.count() == 3


def test_undone_meanwhile_is_decided_meanwhile(moderator, other, three):
    press(other, three[:1], "approve", seen(three[:1]))
    shown = seen(three[:1])
    other.post(UNDO, {"batch": Decision.objects.get().batch})

    response = press(moderator, three[:1], "trash", shown)

    assert response.status_code == 409
    assert f"{other.user} mengurungkan keputusan" in text(response)
    assert statuses(three[:1]) == [Status.PENDING]


def test_words_changed_by_their_writer_are_read_again(moderator, three):
    shown = seen(three[:1])
    by_writer.edit(three[0].pk, "Kata yang sekarang.")

    response = press(moderator, three[:1], "approve", shown)

    assert response.status_code == 409
    assert "Penulis komentar mengubah isinya" in text(response)
    assert "Kata yang sekarang." in text(response)


def test_words_taken_back_are_shown_to_nobody(moderator, three):
    Comment.objects.filter(pk=three[0].pk).update(body_html="<p>Kata rahasia.</p>")
    shown = seen(three[:1])
    by_writer.withdraw(three[0].pk)

    response = press(moderator, three[:1], "approve", shown)

    assert response.status_code == 409
    assert "Penulis komentar menariknya" in text(response)
    assert "Kata rahasia" not in text(response)
    assert forms_of(response) == []


@pytest.mark.parametrize("rule", ["operator", "returning_writer", "daftar-judi"])
def test_rule_or_operator_is_named_too(moderator, three, rule):
    shown = seen(three[:1])
    moderation.decide([three[0].pk], Status.APPROVED, rule=rule)

    told = text(press(moderator, three[:1], "spam", shown))
    words = {"operator": "Operator server", "returning_writer": "penulis yang sudah dikenal"}
    assert f"{words.get(rule, rule)}" in told


def test_looking_at_an_address_or_erasing_it_is_no_collision(moderator, other, article):
    old = comment(article, at=timezone.now() - timedelta(days=700))
    shown = seen([old])
    other.post("/admin/antrean/email/", {"comment": old.pk})
    assert purge()["emails"] == 1

    assert press(moderator, [old], "approve", shown).status_code == 303


@pytest.mark.parametrize("said", ["", "x", "1", "1:", ":1", "-1:2", "1:2:3", "9" * 30 + ":0", "١:٢", "\0:0"])
def test_what_says_nothing_of_what_was_seen_hinders_nobody(moderator, other, three, said):
    press(other, three[:1], "approve", [])

    assert press(moderator, three[:1], "spam", [said]).status_code == 303
    assert statuses(three[:1]) == [Status.SPAM]


def test_what_was_just_purged_is_told_in_a_sentence(moderator, three):
    shown = seen(three[:1])
    Comment.objects.filter(pk=three[0].pk)._raw_delete("default")

    response = moderator.get(press(moderator, three[:1], "approve", shown)["Location"])

    assert "komentar itu sudah dihapus sementara Anda membaca" in text(response)
    assert Decision.objects.count() == 0


def test_what_its_writer_took_back_is_told_in_a_sentence(moderator, three):
    by_writer.withdraw(three[0].pk)

    response = moderator.get(press(moderator, three[:1], "approve", [])["Location"])

    assert "penulisnya sudah menarik komentar itu" in text(response)


def test_purged_ones_do_not_hold_up_the_others(moderator, three):
    Comment.objects.filter(pk=three[0].pk)._raw_delete("default")

    assert press(moderator, three, "approve", seen(three)).status_code == 303
    assert statuses(three[1:]) == [Status.APPROVED] * 2


@pytest.mark.wordpress("2d Deleting/trashing a post")
def test_decision_is_undone_though_the_story_was_withdrawn(moderator, reader, article, three):
    press(moderator, three, "approve", seen(three))
    publishing.withdraw(article, reason="Keliru.")

    response = moderator.post(UNDO, {"batch": Decision.objects.latest("pk").batch})

    assert response.status_code == 303
    assert statuses(three) == [Status.PENDING] * 3
    assert reader.get(article.get_absolute_url()).status_code == 410


@pytest.mark.parametrize("act", ["decide", "undo"])
def test_right_taken_a_second_ago_is_none(moderator, three, act):
    press(moderator, three, "spam", seen(three))
    moderator.user.groups.clear()

    fields = {"comment": three[0].pk, "decision": "approve", "batch": Decision.objects.latest("pk").batch}
    response = moderator.post(DECIDE if act == "decide" else UNDO, fields)

    assert response.status_code == 403
    assert statuses(three) == [Status.SPAM] * 3


@pytest.mark.parametrize("address", [DECIDE, UNDO])
def test_forged_posts_change_nothing(moderator, three, address):
    press(moderator, three, "spam", seen(three))
    fields = {"comment": three[0].pk, "decision": "approve", "batch": str(Decision.objects.latest("pk").batch)}
    forger = Client(enforce_csrf_checks=True)
    forger.cookies = moderator.cookies

    assert forger.post(address, fields).status_code == 403
    assert Client().post(address, fields).status_code == 403
    assert statuses(three) == [Status.SPAM] * 3


@pytest.mark.parametrize("method", ["get", "head", "put", "patch", "delete", "options"])
@pytest.mark.parametrize("address", [DECIDE, UNDO])
def test_only_a_post_acts(moderator, three, address, method):
    press(moderator, three, "spam", seen(three))
    query = f"?comment={three[0].pk}&decision=approve&batch={Decision.objects.latest('pk').batch}"

    assert getattr(moderator, method)(address + query).status_code == 405
    assert statuses(three) == [Status.SPAM] * 3


def test_page_takes_a_fixed_number_of_queries(moderator, other, article, django_assert_max_num_queries):
    for amount in (1, 40):
        many = [comment(article) for _ in range(amount)]
        shown = seen(many)
        press(other, many, "approve", shown)
        with django_assert_max_num_queries(18):
            assert press(moderator, many, "spam", shown).status_code == 409
