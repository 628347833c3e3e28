"""The screen of the queue: what stands beside the one comment that is open, and where one comes out after an act."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comments import moderation
from comments.models import Comment, Decision, Rule, Status
from comments.reply.fate import fate_of
from humas.accounts.models import User
from tests.articles.factories import published_article, report
from tests.comments.factories import comment
from tests.comments.page import Page

QUEUE, DECIDE = "/admin/antrean/", "/admin/antrean/putuskan/"
MOST_QUERIES = 15


def judged(article, **fields):
    """A comment that the rules were asked about."""
    made = comment(article, **fields)
    fate_of(made).lay_on(made)
    made.save()
    return made


def opened(client, **query):
    """The part of the page that is about the one comment that is open."""
    page = Page(client.get(QUEUE, query))
    (detail,) = [one for one in page.all("div") if one.get("class") == "queue-detail"]
    return detail.text, page


def values(page, form):
    """{name: value} of the hidden fields of a form."""
    inputs = [one for one in page.all("input", type="hidden") if form in one.parents]
    return {one["name"]: one.get("value") for one in inputs if one["name"] != "csrfmiddlewaretoken"}


def form_of(page, name):
    return next(form for form in page.all("form") if name in form.get("class").split())


def sent(client, form_values, **fields):
    """What a press of a button in that form answers, and the query it leads to."""
    response = client.post(DECIDE, form_values | fields)
    return response, parse_qs(urlsplit(response.get("Location", "")).query)


@pytest.mark.wordpress("2d Columns")
def test_oldest_is_open_and_shows_all_that_a_decision_needs(article, moderator):
    Rule.objects.create(kind="word", pattern="gacor", does="hold")
    first = comment(article, name="Melki", body="Jembatan ini penting.", status=Status.APPROVED)
    made = judged(
        article, name="Ina", body="Situs gacor, hubungi 0812-3456-7890", parent=first, website="https://a.id/x"
    )
    comment(article, name="Ani", body="Balas Ina.", parent=made)

    words, page = opened(moderator, tampilan="diduga-judol")

    assert "Situs gacor, hubungi 0812-3456-7890" in words  # the labels are drawn, so the words can be copied
    marks = [(one.text, one["data-label"]) for one in page.all("mark") if "data-label" in one]
    assert marks == [("gacor", "1 kata"), ("0812-3456-7890", "2 nomor telepon")]
    assert "1 Memuat kata “gacor” (aturan no." in words
    assert "2 Sepertinya nomor telepon." in words
    assert "https://a.id/x" in words
    assert article.headline in words
    assert article.description[:60] in words
    for name, said in (("Melki", "Jembatan ini penting."), ("Ani", "Balas Ina.")):
        assert name in words
        assert said in words
    assert "Komentar pertama dari alamat ini." in words
    assert "alamat belum dibuktikan" in words


@pytest.mark.wordpress("2d Columns")
def test_writers_history_stands_in_one_line(article, moderator):
    for status in (Status.APPROVED, Status.APPROVED, Status.SPAM):
        comment(article, email="ina@contoh.id", status=status)
    comment(article, email="INA@contoh.id ")

    words, _page = opened(moderator)
    assert "2 tayang, 1 menunggu, 1 spam · sejak" in words


@pytest.mark.wordpress("2d Columns")
def test_links_of_a_comment_lead_nowhere(article, moderator):
    judged(
        article, body="Klik https://slot88.contoh.com/promo?x=1 atau www.maxwin.top", website="https://toko.contoh.com/"
    )

    words, page = opened(moderator, tampilan="diduga-judol")
    assert "slot88.contoh.com" in words
    assert "https://slot88.contoh.com/promo?x=1" in words
    assert not [one for one in page.all("a") if re.search(r"slot88|maxwin|toko", one["href"])]


def test_entry_points_to_filters_are_on_the_comment(moderator):
    story = published_article(report=report())
    made = judged(story, body="a.com b.com c.com d.com")

    _words, page = opened(moderator, komentar=made.pk)
    wanted = (
        f"penulis={made.pk}",
        f"jaringan={made.pk}",
        f"berita={story.pk}",
        f"laporan={story.report_id}",
        "aturan=links",
    )
    targets = [one["href"] for one in page.all("a")]
    for query in wanted:
        assert [target for target in targets if target.endswith(query)], query
        assert moderator.get(QUEUE + next(target for target in targets if target.endswith(query))).status_code == 200


def test_comment_of_the_longest_length_is_folded_and_not_cut(article, moderator):
    body = "".join(f"kata{n} " for n in range(9000))[:65_525]
    comment(article, body=body, name="N" * 80)

    words, page = opened(moderator)
    assert len(page.all("details", **{"class": "queue-rest"})) == 1
    assert "Selengkapnya (63." in words
    typed = page.one("div", **{"class": "queue-body"}).text
    assert body.split()[-1] in typed


def test_what_was_taken_out_is_seen_by_those_who_may(article, moderator, signed_in):
    made = comment(article, body="Saya Ina, kunci rumah di bawah pot.")
    Comment.objects.filter(pk=made.pk).update(redactions=[[10, 34]])

    mine, others = (client.get(QUEUE).content.decode() for client in (moderator, signed_in("Redaktur")))
    assert '<del class="queue-gone" data-label="dihilangkan">kunci rumah di bawah pot</del>' in mine
    assert "kunci rumah" not in others
    assert 'Saya Ina, <span class="queue-gone">[…]</span>.' in others


@pytest.mark.wordpress("2d Extra rows")
def test_next_comment_is_open_after_a_decision(article, moderator):
    three = [comment(article) for _ in range(3)]
    _words, page = opened(moderator, komentar=three[1].pk, berita=article.pk)

    response, query = sent(moderator, values(page, form_of(page, "queue-whole")), decision="spam")
    assert response.status_code == 303
    assert query["tampilan"] == ["perlu-dibaca"]
    assert query["berita"] == [str(article.pk)]
    assert query["komentar"] == [str(three[2].pk)]
    assert set(query) == {"tampilan", "berita", "komentar", "batch"}
    assert "Komentar KMT" not in moderator.get(response["Location"]).content.decode().partition("queue-detail")[0]

    _words, page = opened(moderator, komentar=three[2].pk)
    _response, query = sent(moderator, values(page, form_of(page, "queue-whole")), decision="approve")
    assert query["komentar"] == [str(three[0].pk)]  # the last: back to the one before


def test_open_comment_stays_open_when_another_is_decided_in_the_list(article, moderator):
    first, second = comment(article), comment(article)
    _words, page = opened(moderator, komentar=first.pk)

    _response, query = sent(moderator, values(page, form_of(page, "queue-short")), decision="approve")
    assert query["komentar"] == [str(first.pk)]
    assert Comment.objects.get(pk=second.pk).status == Status.APPROVED


def test_two_moderators_never_overwrite_one_another(article, moderator, signed_in):
    made = comment(article)
    _words, page = opened(moderator)
    other = signed_in("Moderator")
    other.post(DECIDE, {"comment": made.pk, "decision": "approve"})

    for name in ("queue-whole", "queue-bulk"):
        fields = values(page, form_of(page, name)) | {"comment": made.pk, "seen": f"{made.pk}:0"}
        response, _query = sent(moderator, fields, decision="spam")
        assert response.status_code == 409
        assert str(other.user) in response.content.decode()
    assert Comment.objects.get().status == Status.APPROVED
    assert Decision.objects.count() == 1


def test_every_form_of_the_page_says_what_was_seen(article, moderator):
    made = comment(article)
    moderation.decide([made.pk], Status.SPAM)
    moderation.decide([made.pk], Status.PENDING)
    newest = Decision.objects.latest("pk").pk

    _words, page = opened(moderator)
    assert {one["value"] for one in page.all("input", name="seen")} == {f"{made.pk}:{newest}"}


def test_reason_may_be_one_of_the_list_and_words_as_well(article, moderator):
    made = comment(article)

    moderator.post(DECIDE, {"comment": made.pk, "decision": "trash", "reason": ["kasar", "Kalimat ketiga."]})
    line = Decision.objects.get()
    assert (line.ground, line.reason) == ("kasar", "Kalimat ketiga.")


def test_link_to_a_comment_of_another_view_opens_it_with_its_status(article, moderator):
    made = comment(article, body="Yang ini spam.", status=Status.SPAM)
    comment(article)

    words, page = opened(moderator, komentar=made.pk)
    assert "Yang ini spam." in words
    assert "Kini: Spam" in page.html


@pytest.mark.parametrize("number", ["x", "0", "987654321", "9" * 40, "-1"])
def test_number_of_nothing_opens_the_first(article, moderator, number):
    comment(article, body="Yang pertama.")
    words, _page = opened(moderator, komentar=number)
    assert "Yang pertama." in words


@pytest.mark.wordpress("2d Views with counts")
def test_large_counts_are_written_as_in_indonesia(article, moderator, monkeypatch):
    from comments.queue import counts

    monkeypatch.setattr(counts, "of_views", lambda person: dict.fromkeys(
        ("perlu-dibaca", "diduga-judol", "dilaporkan", "tayang", "spam", "sampah", "milik-saya"), 100_000
    ))  # fmt: skip
    assert "100.000" in moderator.get(QUEUE).content.decode()


def test_single_letters_are_switched_off_for_oneself(article, moderator):
    assert 'data-keys="on"' in moderator.get(QUEUE).content.decode()
    User.objects.filter(pk=moderator.user.pk).update(preferences={"lain": 1})

    response = moderator.post("/admin/antrean/pintasan/", {"nyala": "tidak", "kembali": "tampilan=spam"})
    assert (response.status_code, response["Location"]) == (303, "/admin/antrean/?tampilan=spam")
    assert 'data-keys="off"' in moderator.get(QUEUE).content.decode()

    moderator.post("/admin/antrean/pintasan/", {"nyala": "ya"})
    assert 'data-keys="on"' in moderator.get(QUEUE).content.decode()
    assert User.objects.get(pk=moderator.user.pk).preferences == {"lain": 1}
    assert moderator.get("/admin/antrean/pintasan/").status_code == 405


def queries(client, address):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in asked.captured_queries]


@pytest.mark.parametrize("status", [Status.PENDING, Status.APPROVED, Status.SPAM])
def test_number_of_queries_is_the_same_for_one_and_for_many(status, moderator):
    story = published_article(report=report())
    view = {Status.PENDING: "perlu-dibaca", Status.APPROVED: "tayang", Status.SPAM: "spam"}[status]
    top = comment(story, status=status, email="sama@contoh.id", by=moderator.user)
    batch = Decision.objects.latest("pk").batch if status != Status.PENDING else ""
    address = f"{QUEUE}?tampilan={view}&berita={story.pk}&batch={batch}&komentar={top.pk}"
    comment(story, status=status, parent=top, by=moderator.user)
    queries(moderator, address)  # what is kept between requests is there after the first
    few = queries(moderator, address)
    for number in range(12):
        comment(story, status=status, parent=top if number % 2 else None, email="sama@contoh.id", by=moderator.user)

    many = queries(moderator, address)
    assert len(few) == len(many)
    assert len(many) <= MOST_QUERIES, "\n".join(many)
