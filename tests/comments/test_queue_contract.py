"""CONTRACT §6: deciding over HTTP."""

import pytest
from django.test import Client

from comments.models import Comment, Decision, Status
from tests.comments.factories import comment

pytestmark = pytest.mark.contract

DECIDE, UNDO, EMAIL = (f"/admin/antrean/{name}/" for name in ("putuskan", "urungkan", "email"))


@pytest.fixture
def three(article):
    return [comment(article) for _ in range(3)]


def decided(client, comments, decision, **fields):
    return client.post(DECIDE, {"comment": [each.pk for each in comments], "decision": decision} | fields)


def statuses(comments):
    return [Comment.objects.get(pk=each.pk).status for each in comments]


@pytest.mark.wordpress("2d Bulk actions")
@pytest.mark.parametrize(
    ("word", "status"),
    [("approve", Status.APPROVED), ("spam", Status.SPAM), ("trash", Status.TRASH)],
)
def test_several_comments_are_decided_in_one_act(moderator, three, word, status):
    response = decided(moderator, three[:2], word, reason="Sopan dan jelas.")

    assert response.status_code == 303
    assert response["Location"].startswith("/admin/antrean/?tampilan=perlu-dibaca&batch=")
    assert statuses(three) == [status, status, Status.PENDING]
    lines = list(Decision.objects.all())
    assert [line.comment_id for line in lines] == [each.pk for each in three[:2]]
    assert {(line.act, line.from_status, line.to_status) for line in lines} == {("decided", "pending", status)}
    assert {(line.by, line.reason) for line in lines} == {(moderator.user, "Sopan dan jelas.")}
    assert len({line.batch for line in lines}) == 1


def test_decided_comment_can_go_back_to_the_queue(moderator, three):
    decided(moderator, three, "spam")
    decided(moderator, three[:1], "pending")

    assert statuses(three) == [Status.PENDING, Status.SPAM, Status.SPAM]
    assert Decision.objects.count() == 4


def test_what_has_this_status_already_leaves_no_line(moderator, three):
    decided(moderator, three[:1], "spam")

    response = decided(moderator, three, "spam")

    assert response.status_code == 303
    assert list(Decision.objects.values_list("comment_id", flat=True)) == [each.pk for each in three]


def test_what_its_writer_took_back_is_nobodys_to_decide(moderator, article):
    withdrawn = comment(article, status=Status.WITHDRAWN)

    decided(moderator, [withdrawn], "approve")

    assert statuses([withdrawn]) == [Status.WITHDRAWN]
    assert Decision.objects.count() == 0


@pytest.mark.parametrize(
    "fields",
    [
        {"decision": "withdrawn"},
        {"decision": ""},
        {"decision": "approved"},
        {"comment": []},
        {"comment": ["x", "-1", "1e3", "9" * 40, "٣"], "decision": "spam"},
        {"comment": ["987654321"], "decision": "spam"},
        {},
    ],
)
def test_what_is_no_decision_changes_nothing(moderator, three, fields):
    response = moderator.post(DECIDE, {"comment": [each.pk for each in three]} | fields)

    assert response.status_code == 303
    assert statuses(three) == [Status.PENDING] * 3
    assert Decision.objects.count() == 0


def test_any_reason_can_be_stored(moderator, three):
    response = decided(moderator, three[:1], "spam", reason="Judi\0 " + "x" * 2000)

    assert response.status_code == 303
    assert Decision.objects.get().reason == ("Judi " + "x" * 2000)[:500]


@pytest.mark.wordpress("2d Undo")
def test_undoing_restores_the_whole_batch(moderator, three):
    decided(moderator, three[:1], "spam")
    decided(moderator, three, "trash")
    batch = Decision.objects.latest("pk").batch

    response = moderator.post(UNDO, {"batch": str(batch)})

    assert response.status_code == 303
    assert statuses(three) == [Status.SPAM, Status.PENDING, Status.PENDING]
    undone = Decision.objects.filter(act="undone")
    assert [line.comment_id for line in undone] == [each.pk for each in three]
    assert {line.by for line in undone} == {moderator.user}
    assert len({line.batch for line in undone} | {batch}) == 2


@pytest.mark.wordpress("2d Undo")
def test_undoing_leaves_what_was_decided_on_again(moderator, signed_in, three):
    decided(moderator, three, "spam")
    batch = Decision.objects.latest("pk").batch
    decided(signed_in("Moderator"), three[:1], "approve")

    moderator.post(UNDO, {"batch": str(batch)})

    assert statuses(three) == [Status.APPROVED, Status.PENDING, Status.PENDING]


def test_undoing_leaves_what_came_back_to_the_same_status(moderator, three):
    """Spam, then shown, then spam by somebody else: the second word is not the first one's to take back."""
    decided(moderator, three[:1], "spam")
    batch = Decision.objects.latest("pk").batch
    decided(moderator, three[:1], "approve")
    decided(moderator, three[:1], "spam")

    moderator.post(UNDO, {"batch": str(batch)})

    assert statuses(three[:1]) == [Status.SPAM]


def test_undoing_twice_undoes_once(moderator, three):
    decided(moderator, three, "spam")
    batch = str(Decision.objects.latest("pk").batch)

    for _ in range(2):
        assert moderator.post(UNDO, {"batch": batch}).status_code == 303

    assert statuses(three) == [Status.PENDING] * 3
    assert Decision.objects.count() == 6


@pytest.mark.parametrize("batch", ["", "x", "\0", "f70733e3-d03e-4254-8507-b8da8ab2c594"])
def test_undoing_nothing_changes_nothing(moderator, three, batch):
    assert moderator.post(UNDO, {"batch": batch}).status_code == 303
    assert Decision.objects.count() == 0


def test_looking_at_an_address_does_not_stand_in_the_way_of_undoing(moderator, three):
    decided(moderator, three, "spam")
    batch = str(Decision.objects.latest("pk").batch)
    moderator.post(EMAIL, {"comment": three[0].pk})

    moderator.post(UNDO, {"batch": batch})

    assert statuses(three) == [Status.PENDING] * 3


@pytest.mark.wordpress("2d Row actions")
@pytest.mark.parametrize("address", [DECIDE, UNDO, EMAIL])
@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE"])
def test_looking_never_acts(moderator, three, address, method):
    assert moderator.generic(method, address).status_code == 405


@pytest.mark.parametrize("address", [DECIDE, UNDO, EMAIL, "/admin/antrean/"])
def test_strangers_are_shown_the_way_in(client, three, address):
    response = client.post(address, {"comment": three[0].pk, "decision": "spam"})

    assert response.status_code == 403
    assert 'type="password"' in response.content.decode()
    assert statuses(three[:1]) == [Status.PENDING]


@pytest.mark.wordpress("2d Access")
@pytest.mark.parametrize("group", ["Penulis", "Redaktur", "Pimpinan", "Administrator"])
def test_only_moderators_decide(signed_in, three, group):
    client = signed_in(group)

    answers = [
        decided(client, three, "spam"),
        client.post(UNDO, {"batch": "f70733e3-d03e-4254-8507-b8da8ab2c594"}),
        client.post(EMAIL, {"comment": three[0].pk}),
    ]

    assert [response.status_code for response in answers] == [403, 403, 403]
    assert Decision.objects.count() == 0


def test_form_from_elsewhere_decides_nothing(person, three):
    client = Client(enforce_csrf_checks=True)
    client.force_login(person("Moderator"))

    response = decided(client, three, "spam")

    assert response.status_code == 403
    assert statuses(three) == [Status.PENDING] * 3
