"""One decision on everything a filter shows now, on all its pages."""

import pytest
from django.utils import timezone

from comments import moderation
from comments.bulk import Snapshot
from comments.models import Comment, Decision, Status
from comments.queue import counts
from tests.comments.factories import comment
from tests.comments.lineages import rows
from tests.comments.page import Page

QUEUE, ALL, UNDO = "/admin/antrean/", "/admin/antrean/semua/", "/admin/antrean/urungkan/"


@pytest.fixture
def flood(article):
    made = rows(article, 120, status="pending")
    Comment.objects.filter(pk__in=[one.pk for one in made]).update(is_suspect=True, network_digest="banjir")
    return made


def form_of(client, **keys):
    """What the page's own form would send."""
    page = Page(client.get(ALL, keys))
    hidden = page.all("input", type="hidden")
    return page, {field["name"]: field["value"] for field in hidden if field["name"] != "csrfmiddlewaretoken"}


def statuses():
    return dict(counts.of_views(0))


@pytest.mark.wordpress("2d Bulk actions")
def test_everything_is_counted_shown_in_part_and_decided_in_one_act(moderator, article, flood):
    citizen, other = comment(article), comment(article, held_for=["links"], network="lain")

    page, form = form_of(moderator, tampilan="diduga-judol", jaringan=flood[0].pk)
    assert "120 komentar, di semua halaman daftar ini." in page.by_id("content").text
    assert [item.text for item in page.all("p", **{"class": "queue-words"})] == ["Baik."] * 5
    response = moderator.post(ALL, form | {"decision": "spam", "reason": "judi"})

    assert response.status_code == 303
    assert response["Location"].startswith(f"{QUEUE}?tampilan=diduga-judol&jaringan={flood[0].pk}&batch=")
    assert set(Comment.objects.filter(status=Status.PENDING)) == {citizen, other}
    lines = Decision.objects.all()
    assert {(line.to_status, line.by, line.ground) for line in lines} == {("spam", moderator.user, "judi")}
    assert len({line.batch for line in lines}) == 1
    assert not counts.differ()
    bar = Page(moderator.get(response["Location"])).by_id("content").text
    assert "120 komentar kini: Spam." in bar


@pytest.mark.wordpress("2d Bulk actions")
def test_it_is_undone_whole_by_one_press(moderator, article, flood):
    _page, form = form_of(moderator, tampilan="diduga-judol")
    moderator.post(ALL, form | {"decision": "trash"})
    assert statuses()["sampah"] == 120

    moderator.post(UNDO, {"batch": str(Decision.objects.latest("pk").batch)})

    assert statuses()["diduga-judol"] == 120
    assert not counts.differ()


@pytest.mark.wordpress("2d Empty Spam / Empty Trash")
def test_what_came_or_was_decided_on_since_is_as_it_was(moderator, signed_in, article, flood):
    _page, form = form_of(moderator, tampilan="diduga-judol")
    late = comment(article, held_for=["links"])
    moderation.decide([flood[0].pk], Status.SPAM, by=signed_in("Moderator").user)
    moderation.decide([flood[0].pk], Status.PENDING, by=signed_in("Moderator").user)

    response = moderator.post(ALL, form | {"decision": "trash"}, follow=True)

    assert set(Comment.objects.filter(status=Status.PENDING).values_list("pk", flat=True)) == {late.pk, flood[0].pk}
    assert statuses()["sampah"] == 119
    assert "2 komentar masuk atau diputuskan sesudah halaman tadi dibuka" in response.content.decode()


def test_search_can_be_decided_on_as_a_whole(moderator, article):
    bad = [comment(article, body=f"Main gacor{n} di sini") for n in range(3)]
    good = comment(article, body="Jangan main gila.")

    _page, form = form_of(moderator, cari="main gacor")
    moderator.post(ALL, form | {"decision": "spam"})

    assert {one.pk for one in Comment.objects.filter(status="spam")} == {one.pk for one in bad}
    assert Comment.objects.get(pk=good.pk).status == Status.PENDING


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ({"snapshot": ""}, "Halaman ini tidak utuh."),
        ({"snapshot": "1.2.3"}, "Halaman ini tidak utuh."),
        ({"snapshot": "-1.0"}, "Halaman ini tidak utuh."),
        ({"snapshot": "9" * 5000}, "Halaman ini tidak utuh."),
        ({"decision": "withdrawn"}, "bukan keputusan"),
        ({"decision": ""}, "bukan keputusan"),
        ({"berita": "987654"}, "Tidak ada berita ini."),
        ({"aturan": "sihir"}, "Tidak ada aturan ini."),
        ({"tampilan": "semuanya"}, "Tidak ada tampilan antrean"),
        ({"dari": "kemarin"}, "bukan tanggal"),
    ],
)
def test_what_is_no_such_act_changes_nothing_and_says_why(moderator, flood, keys, sentence):
    _page, form = form_of(moderator, tampilan="diduga-judol")

    response = moderator.post(ALL, form | {"decision": "spam"} | keys)

    assert response.status_code == 422
    assert sentence in Page(response).by_id("content").text
    assert statuses()["diduga-judol"] == 120
    assert Decision.objects.count() == 0


def test_looking_decides_nothing_and_an_empty_list_offers_nothing(moderator, flood):
    page, form = form_of(moderator, tampilan="spam")

    assert "Tidak ada yang dapat diputuskan" in page.by_id("content").text
    assert form == {} or "snapshot" not in form
    moderator.get(ALL, {"tampilan": "diduga-judol", "decision": "spam", "snapshot": str(Snapshot.now())})
    assert Decision.objects.count() == 0


@pytest.mark.parametrize("group", ["Penulis", "Redaktur", "Pimpinan", "Administrator"])
def test_only_moderators_decide_on_everything(signed_in, flood, group):
    client = signed_in(group)
    form = {"tampilan": "diduga-judol", "snapshot": str(Snapshot.now()), "decision": "spam"}

    assert [client.get(ALL).status_code, client.post(ALL, form).status_code] == [403, 403]
    assert Decision.objects.count() == 0


def test_right_taken_away_a_second_ago_is_gone(moderator, flood):
    _page, form = form_of(moderator, tampilan="diduga-judol")
    moderator.user.groups.clear()

    assert moderator.post(ALL, form | {"decision": "spam"}).status_code == 403
    assert Decision.objects.count() == 0


@pytest.mark.parametrize("keys", [{}, {"jaringan": True}, {"cari": "baik"}, {"dari": "2026-01-01", "aturan": "links"}])
def test_page_costs_the_same_queries_for_few_and_for_many(moderator, article, keys, django_assert_max_num_queries):
    def queries():
        first = Comment.objects.order_by("pk").first()
        asked = {key: first.pk if value is True else value for key, value in keys.items()}
        with django_assert_max_num_queries(15) as captured:
            assert moderator.get(ALL, asked | {"tampilan": "diduga-judol"}).status_code == 200
        return len(captured)

    def make(count):
        made = rows(article, count, status="pending", at=lambda n: n + 1)
        pks = [one.pk for one in made]
        Comment.objects.filter(pk__in=pks).update(is_suspect=True, network_digest="n", created_at=timezone.now())

    make(3)
    moderator.get(ALL)  # the first page of a process asks a little more
    few = queries()
    make(300)
    assert queries() == few
